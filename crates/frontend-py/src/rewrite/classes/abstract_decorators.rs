//! `abc.abstractproperty` and its like, which are two decorators in one.
//!
//! ```text
//! from abc import abstractproperty       from abc import abstractmethod as abstractproperty
//! @abstractproperty                      @property
//! def area(self): …                      @abstractproperty
//! ```
//!
//! Source: Library Reference, `abc`.

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// The decorators, and the builtins that they are besides.
const DECORATORS: [(&str, &str); 3] = [
    ("abstractproperty", "property"),
    ("abstractclassmethod", "classmethod"),
    ("abstractstaticmethod", "staticmethod"),
];

/// Replaces such decorators.
pub(crate) fn replace(source: &str, body: &mut [Stmt]) {
    if !DECORATORS.iter().any(|(name, _)| source.contains(name)) {
        return;
    }
    let bound = Bound::of(body);
    if DECORATORS.iter().all(|(_, builtin)| bound.is_builtin(builtin)) {
        body.iter_mut().for_each(|stmt| Methods.visit_stmt(stmt));
    }
}

struct Methods;

impl Transformer for Methods {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        match stmt {
            Stmt::ImportFrom(import) if import.module.as_deref() == Some("abc") => {
                for alias in &mut import.names {
                    if DECORATORS.iter().any(|(name, _)| *name == alias.name.as_str()) {
                        alias.asname.get_or_insert_with(|| alias.name.clone());
                        alias.name.id = "abstractmethod".into();
                    }
                }
            }
            Stmt::FunctionDef(method) => {
                let Some(at) = method.decorator_list.iter().position(|it| besides(&it.expression).is_some())
                else {
                    return;
                };
                let decorator = &mut method.decorator_list[at];
                let Some(builtin) = besides(&decorator.expression) else { return };
                if let Expr::Attribute(attribute) = &mut decorator.expression {
                    attribute.attr.id = "abstractmethod".into();
                }
                let text = format!("@{builtin}\ndef f():\n    pass\n");
                if let Some(Stmt::FunctionDef(other)) = parsed(&text, decorator.range()).pop() {
                    method.decorator_list.splice(at..at, other.decorator_list);
                }
            }
            _ => {}
        }
    }
}

/// The builtin that a decorator is besides.
fn besides(decorator: &Expr) -> Option<&'static str> {
    let name = match decorator {
        Expr::Name(name) => name.id.as_str(),
        Expr::Attribute(attribute) if attribute.value.is_name_expr() => attribute.attr.as_str(),
        _ => return None,
    };
    DECORATORS.iter().find(|(known, _)| *known == name).map(|(_, builtin)| *builtin)
}
