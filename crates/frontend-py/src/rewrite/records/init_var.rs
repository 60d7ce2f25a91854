//! `InitVar` of `dataclasses`: parameters of the generated `__init__` that only `__post_init__` gets.
//!
//! ```text
//! @dataclass                                 @dataclass
//! class Square:                              class Square:
//!     side: InitVar[int]                         side: int = field(repr=False, compare=False)
//!     area: int = field(init=False)              area: int = field(init=False)
//!     def __post_init__(self, side):             def _post_init_(self, side):
//!         self.area = side * side                    self.area = side * side
//!                                                def __post_init__(self):
//!                                                    self._post_init_(self.side)
//!                                                    del self.(object.side)
//! ```
//!
//! Source: `dataclasses.py` of CPython 3.11.

use std::cell::RefCell;
use std::collections::BTreeMap;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, Identifier, Stmt, StmtAnnAssign, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::quote::parsed;
use crate::rewrite::records::dataclass::is_dataclass;

/// The module's statements with such fields written out; `None` where there is none.
pub(crate) fn written_out(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let classes = Classes::default();
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| classes.visit_stmt(stmt));
    if classes.of.borrow().is_empty() {
        return None;
    }
    let at = out.iter().position(|stmt| !crate::rewrite::head::is_head(stmt)).unwrap_or(out.len());
    let range = body.first().map(Ranged::range).unwrap_or_default();
    out.splice(at..at, parsed("import dataclasses as _dataclasses\n", range));
    Some(out)
}

/// The variables of each class, those of its bases first.
#[derive(Default)]
struct Classes {
    of: RefCell<BTreeMap<String, Vec<String>>>,
}

impl Transformer for Classes {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        if let Stmt::ClassDef(def) = stmt
            && def.decorator_list.iter().any(|decorator| is_dataclass(&decorator.expression))
        {
            self.complete(def);
        }
    }
}

impl Classes {
    fn complete(&self, def: &mut StmtClassDef) {
        let mut names: Vec<String> = Vec::new();
        for base in def.arguments.iter().flat_map(|arguments| arguments.args.iter().rev()) {
            if let Expr::Name(base) = base {
                names.extend(self.of.borrow().get(base.id.as_str()).into_iter().flatten().cloned());
            }
        }
        let inherits = !names.is_empty();
        for stmt in &mut def.body {
            if let Stmt::AnnAssign(field) = stmt
                && let Some(name) = variable(field)
            {
                as_field(field);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        if names.is_empty() {
            return;
        }
        let mut has_own = false;
        for stmt in &mut def.body {
            let Stmt::FunctionDef(method) = stmt else { continue };
            if method.name.as_str() == "__post_init__" {
                has_own = true;
                method.name = Identifier::new("_post_init_", method.name.range());
                // A base without such variables has its method under its own name.
                if inherits {
                    method.body.iter_mut().for_each(|stmt| SuperCalls.visit_stmt(stmt));
                }
            }
        }
        let values: Vec<String> = names.iter().map(|name| format!("self.{name}")).collect();
        let mut text = "def __post_init__(self):\n".to_owned();
        if has_own || inherits {
            text.push_str(&format!("    self._post_init_({})\n", values.join(", ")));
        }
        for name in &names {
            text.push_str(&format!("    object.__delattr__(self, '{name}')\n"));
        }
        if !has_own && !inherits {
            let params: Vec<String> = names.iter().map(|name| format!(", {name}")).collect();
            text.push_str(&format!("def _post_init_(self{}):\n    pass\n", params.concat()));
        }
        def.body.extend(parsed(&text, def.name.range()));
        self.of.borrow_mut().insert(def.name.to_string(), names);
    }
}

/// The name of a field that is annotated as `InitVar` and has a plain default, or none.
fn variable(field: &StmtAnnAssign) -> Option<String> {
    let is_word = |expr: &Expr| match expr {
        Expr::Name(name) => name.id.as_str() == "InitVar",
        Expr::Attribute(attribute) => attribute.attr.as_str() == "InitVar",
        _ => false,
    };
    let is_variable = match &*field.annotation {
        Expr::Subscript(subscript) => is_word(&subscript.value),
        annotation => is_word(annotation),
    };
    let Expr::Name(name) = &*field.target else { return None };
    let is_plain = !matches!(field.value.as_deref(), Some(Expr::Call(_)));
    (is_variable && is_plain).then(|| name.id.to_string())
}

/// A field that is neither shown nor compared.
fn as_field(field: &mut StmtAnnAssign) {
    let default = field.value.take();
    let text = match default {
        Some(_) => "_dataclasses.field(default=None, repr=False, compare=False)\n",
        None => "_dataclasses.field(repr=False, compare=False)\n",
    };
    if let Some(Stmt::Expr(mut made)) = parsed(text, field.range).pop() {
        if let (Expr::Call(call), Some(default)) = (&mut *made.value, default)
            && let Some(keyword) = call.arguments.keywords.first_mut()
        {
            keyword.value = *default;
        }
        field.value = Some(made.value);
    }
    if let Some(Stmt::Expr(annotation)) = parsed("object\n", field.annotation.range()).pop() {
        field.annotation = annotation.value;
    }
}

/// `super().__post_init__(…)` is about the method that is written.
struct SuperCalls;

impl Transformer for SuperCalls {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Attribute(attribute) = expr
            && attribute.attr.as_str() == "__post_init__"
        {
            attribute.attr = Identifier::new("_post_init_", attribute.attr.range());
        }
    }
}
