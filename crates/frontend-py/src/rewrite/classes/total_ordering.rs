//! `@total_ordering`: the comparisons that a class lacks, written out from the one that it has.
//!
//! ```text
//! @total_ordering                 class A:
//! class A:                            def __lt__(self, other): …
//!     def __lt__(self, other): …      def __gt__(self, other):
//!                                         result = self.__lt__(other)
//!                                         if result is NotImplemented:
//!                                             return result
//!                                         return not result and self != other
//! ```
//!
//! Source: `functools.py` of CPython 3.11.

use ruff_python_ast::{Decorator, Expr, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::quote::parsed;

/// By the comparison that a class has, in order of preference: those that follow from it.
const ROOTS: &[(&str, [(&str, &str); 3])] = &[
    (
        "__lt__",
        [
            ("__gt__", "not result and self != other"),
            ("__le__", "result or self == other"),
            ("__ge__", "not result"),
        ],
    ),
    (
        "__le__",
        [
            ("__ge__", "not result or self == other"),
            ("__lt__", "result and self != other"),
            ("__gt__", "not result"),
        ],
    ),
    (
        "__gt__",
        [
            ("__lt__", "not result and self != other"),
            ("__ge__", "result or self == other"),
            ("__le__", "not result"),
        ],
    ),
    (
        "__ge__",
        [
            ("__le__", "not result or self == other"),
            ("__gt__", "result and self != other"),
            ("__lt__", "not result"),
        ],
    ),
];

/// The module's statements with the decorator worked off; `None` where no class has it.
pub(crate) fn completed(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let is_imported = body.iter().any(|stmt| match stmt {
        Stmt::ImportFrom(import) => {
            import.module.as_deref() == Some("functools")
                && import
                    .names
                    .iter()
                    .any(|alias| alias.name.as_str() == "total_ordering" && alias.asname.is_none())
        }
        Stmt::Import(import) => import.names.iter().any(|alias| alias.name.as_str() == "functools"),
        _ => false,
    });
    if !is_imported || !has_class(body) {
        return None;
    }
    let mut out = body.to_vec();
    complete_all(&mut out);
    Some(out)
}

/// Whether a class has the decorator, in other classes or functions too.
fn has_class(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match stmt {
        Stmt::ClassDef(def) => def.decorator_list.iter().any(is_decorator) || has_class(&def.body),
        Stmt::FunctionDef(def) => has_class(&def.body),
        _ => false,
    })
}

fn complete_all(body: &mut [Stmt]) {
    for stmt in body {
        match stmt {
            Stmt::ClassDef(def) => {
                complete(def);
                complete_all(&mut def.body);
            }
            Stmt::FunctionDef(def) => complete_all(&mut def.body),
            _ => {}
        }
    }
}

fn is_decorator(decorator: &Decorator) -> bool {
    match &decorator.expression {
        Expr::Name(name) => name.id.as_str() == "total_ordering",
        Expr::Attribute(attribute) => {
            attribute.attr.as_str() == "total_ordering"
                && matches!(&*attribute.value, Expr::Name(module) if module.id.as_str() == "functools")
        }
        _ => false,
    }
}

fn complete(def: &mut StmtClassDef) {
    let Some(at) = def.decorator_list.iter().position(is_decorator) else { return };
    let range = def.decorator_list[at].range();
    let defines = |name: &str| {
        def.body.iter().any(|stmt| matches!(stmt, Stmt::FunctionDef(method) if method.name.as_str() == name))
    };
    let Some((root, others)) = ROOTS.iter().find(|(root, _)| defines(root)) else { return };
    let mut text = String::new();
    for (name, answer) in others.iter().filter(|(name, _)| !defines(name)) {
        text.push_str(&format!(
            "def {name}(self, other):\n    result = self.{root}(other)\n    if result is NotImplemented:\n        \
             return result\n    return {answer}\n"
        ));
    }
    def.body.extend(parsed(&text, range));
    def.decorator_list.remove(at);
}
