//! No type where the value says it: what a constructor or a function of the file gives has its type in its signature.
//!
//! ```text
//! let loan: Loan = Loan::new(item);                let loan = Loan::new(item);
//! let (a, b): (Node, Node) = (make(1), make(2));   let (a, b) = (make(1), make(2));
//! let next: Node = node.next.clone();              let next = node.next.clone();
//! let result = println!("x");                      let result: () = println!("x");
//! ```
//!
//! The last one is for a reader who wonders, and for clippy: a variable of no value is meant. So the type `()` stays.

use super::is_named;
use super::resolve::variable;
use crate::rir::visit::{VisitMut, walk_stmt_mut};
use crate::rir::{Expr, Fn, Pat, Path, Stmt, Ty};

/// Drops the types of `func` that are said twice.
pub(super) fn run(func: &mut Fn) {
    Annotation.block(&mut func.body);
}

struct Annotation;

impl VisitMut for Annotation {
    fn stmt(&mut self, stmt: &mut Stmt) {
        walk_stmt_mut(self, stmt);
        let Stmt::Let { pat, ty, init: Some(init) } = stmt else { return };
        // What is an index is used as one.
        let is_unit = matches!(ty, Some(Ty::Tuple(parts)) if parts.is_empty());
        if says_its_type(init) && !is_unit || *ty == Some(Ty::local("usize")) {
            *ty = None;
        }
        if matches!(pat, Pat::Bind(..)) && is_printing(init) {
            *ty = Some(Ty::Tuple(Vec::new()));
        }
    }
}

fn is_printing(value: &Expr) -> bool {
    matches!(value, Expr::Format { name, .. } if matches!(*name, "println" | "print"))
}

fn says_its_type(value: &Expr) -> bool {
    match value {
        Expr::Tuple(items) => !items.is_empty() && items.iter().all(says_its_type),
        Expr::Try(value) => says_its_type(value),
        Expr::Cast(..) => true,
        Expr::Field(of, _) => variable(of).is_some() || is_named(of, "self"),
        Expr::Method(value, name, _, _) if name == "clone" => {
            matches!(**value, Expr::Field(..)) && says_its_type(value)
        }
        Expr::Call(callee, _) => match &**callee {
            Expr::GenericAssoc(..) => true,
            // `Some`, `Ok` and `Err` say nothing of what they hold.
            Expr::Path(Path::Local(name)) => {
                variable(callee).is_none() && !matches!(name.as_str(), "Some" | "Ok" | "Err")
            }
            Expr::Path(Path::Assoc(of, name)) => match &**of {
                Path::Local(class) => class != "Vec" && matches!(name.as_str(), "new" | "alloc"),
                Path::Rt(class) => matches!((*class, name.as_str()), ("Str" | "Int" | "Num", "from" | "new")),
                _ => false,
            },
            _ => false,
        },
        _ => false,
    }
}
