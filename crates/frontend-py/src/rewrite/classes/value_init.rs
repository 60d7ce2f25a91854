//! `__init__` of a class derived from a number, a text or a tuple, without `__new__`: the builtin type's makes the value of
//! the same arguments, before.
//!
//! Only where those are none or one, as what the builtin types take: other calls raise in Python, and stop here.
//!
//! ```text
//! class Name(str):                      class Name(str):
//!     def __init__(self, text):             def __new__(cls, text, /):
//!         self.n = len(text)                    return super().__new__(cls, text)
//!                                           def __init__(self, text):
//!                                               self.n = len(text)
//! ```
//!
//! Source: Data Model, 3.3.1.

use ruff_python_ast::{Expr, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

const BASES: [&str; 5] = ["float", "frozenset", "int", "str", "tuple"];

/// The module's statements with such classes completed; `None` where there is none.
pub(crate) fn completed(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !BASES.iter().any(|base| source.contains(&format!("({base}):"))) {
        return None;
    }
    let bound = Bound::of(body);
    let mut out = body.to_vec();
    let mut n_made = 0;
    for stmt in &mut out {
        if let Stmt::ClassDef(def) = stmt
            && let Some(text) = maker(def, &bound)
            && !body.iter().any(|other| changes(other, def.name.as_str()))
        {
            let range = def.name.range();
            def.body.extend(parsed(&text, range));
            n_made += 1;
        }
    }
    (n_made > 0).then_some(out)
}

/// The `__new__` of such a class.
fn maker(def: &StmtClassDef, bound: &Bound<'_>) -> Option<String> {
    let [Expr::Name(base)] = def.bases() else { return None };
    let base = base.id.as_str();
    if !BASES.contains(&base) || !bound.is_builtin(base) || defines(def, "__new__") {
        return None;
    }
    let init = def.body.iter().filter_map(Stmt::as_function_def_stmt);
    let parameters = &init.into_iter().find(|method| method.name.as_str() == "__init__")?.parameters;
    let is_simple = parameters.posonlyargs.is_empty()
        && parameters.kwonlyargs.is_empty()
        && parameters.vararg.is_none()
        && parameters.kwarg.is_none()
        && parameters.args.iter().all(|param| param.default.is_none());
    match parameters.args.as_slice() {
        [_] if is_simple => Some("def __new__(cls):\n    return super().__new__(cls)\n".to_owned()),
        [_, value] if is_simple => {
            let value = value.parameter.name.as_str();
            Some(format!("def __new__(cls, {value}, /):\n    return super().__new__(cls, {value})\n"))
        }
        _ => None,
    }
}

/// Whether a statement is a class derived from `name` with an `__init__` of its own.
fn changes(stmt: &Stmt, name: &str) -> bool {
    let Stmt::ClassDef(def) = stmt else { return false };
    let derives = def.bases().iter().any(|base| matches!(base, Expr::Name(base) if base.id.as_str() == name));
    derives && defines(def, "__init__")
}

fn defines(def: &StmtClassDef, name: &str) -> bool {
    def.body.iter().filter_map(Stmt::as_function_def_stmt).any(|method| method.name.as_str() == name)
}
