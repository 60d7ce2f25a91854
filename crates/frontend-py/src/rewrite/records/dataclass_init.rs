//! `@dataclass(init=False)` of a class with an `__init__` of its own: no decorator would replace that.
//!
//! ```text
//! @dataclass(init=False)      @dataclass()
//! class A:                    class A:
//!     def __init__(self): …       def __init__(self): …
//! ```
//!
//! Source: `dataclasses.py` of CPython 3.11, `_set_new_attribute`.

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::{Decorator, Expr, Keyword, Stmt};

/// The module's statements without such options; `None` where there is none.
pub(crate) fn dropped(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("init=False") || !source.contains("dataclass(") {
        return None;
    }
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| Options.visit_stmt(stmt));
    Some(out)
}

struct Options;

impl Transformer for Options {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ClassDef(def) = stmt else { return };
        let is_init =
            |stmt: &Stmt| matches!(stmt, Stmt::FunctionDef(method) if method.name.as_str() == "__init__");
        if def.body.iter().any(is_init) {
            def.decorator_list.iter_mut().for_each(without_init);
        }
    }
}

fn without_init(decorator: &mut Decorator) {
    let Expr::Call(call) = &mut decorator.expression else { return };
    let is_dataclass = match &*call.func {
        Expr::Name(name) => name.id.as_str() == "dataclass",
        Expr::Attribute(attribute) => attribute.attr.as_str() == "dataclass",
        _ => false,
    };
    let is_init = |keyword: &Keyword| {
        keyword.arg.as_ref().is_some_and(|name| name.as_str() == "init")
            && matches!(&keyword.value, Expr::BooleanLiteral(literal) if !literal.value)
    };
    if is_dataclass {
        let kept = call.arguments.keywords.iter().filter(|keyword| !is_init(keyword)).cloned().collect();
        call.arguments.keywords = kept;
    }
}
