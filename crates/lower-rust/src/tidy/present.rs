//! An attribute of what may be `None`, which has none: the `Option` is opened on the way, or the program told.
//!
//! ```text
//! match node {                                                    node.with_attribute("next").next.get()
//!     Some(it) => it.next.get(),
//!     None => Exception::new(AttributeError, "'NoneType' object has no attribute 'next'").uncaught(),
//! }
//! match node { Some(it) => it.next.get(), None => return Err(…) }  node.try_with_attribute("next")?.next.get()
//! ```
//!
//! The value is used once, before all else.

use super::mentions::Counts;
use super::resolve::variable;
use crate::rir::visit::{VisitMut, walk_expr_mut};
use crate::rir::{Arm, Block, Expr, Fn, Pat, Path, Stmt};

/// What CPython says, before the name of the attribute.
const MISSING: &str = "'NoneType' object has no attribute '";

/// Opens what `func` asks for attributes; whether there is any.
pub(super) fn run(func: &mut Fn) -> bool {
    let mut present = Present { is_found: false };
    present.block(&mut func.body);
    present.is_found
}

struct Present {
    is_found: bool,
}

impl VisitMut for Present {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let Expr::Match(value, arms) = expr else { return };
        let [some, none] = arms.as_mut_slice() else { return };
        let Some((bound, missing)) = opened(some).zip(missing(none)) else { return };
        let Some(place) = first(&mut some.body, &bound) else { return };
        let value = std::mem::replace(&mut **value, Expr::unit());
        *place = missing.of(value);
        *expr = match std::mem::replace(&mut some.body, Expr::unit()) {
            Expr::Block(Block { stmts, tail: Some(tail) }) if stmts.is_empty() => *tail,
            body => body,
        };
        self.is_found = true;
    }
}

/// The name that an arm for a value gives it, where the body names it once.
fn opened(arm: &Arm) -> Option<String> {
    let Pat::Call(Path::Local(some), inner) = &arm.pat else { return None };
    let [Pat::Bind(name, false)] = inner.as_slice() else { return None };
    let is_once = Counts::of(&arm.body).0.get(name) == Some(&1);
    (some == "Some" && arm.guard.is_none() && is_once).then(|| name.clone())
}

/// How an attribute is missed.
struct Missing {
    attribute: String,
    /// How the exception leaves; `None` where it ends the program.
    leaves: Option<Leaves>,
}

enum Leaves {
    Function,
    Block(String),
}

impl Missing {
    fn of(self, value: Expr) -> Expr {
        let attribute = vec![Expr::Str(self.attribute)];
        match self.leaves {
            None => value.method("with_attribute", attribute),
            Some(Leaves::Function) => value.method("try_with_attribute", attribute).tried(),
            Some(Leaves::Block(label)) => {
                Expr::Attempt(label, Box::new(value.method("try_with_attribute", attribute)))
            }
        }
    }
}

/// What an arm for `None` misses.
fn missing(arm: &Arm) -> Option<Missing> {
    if !matches!(&arm.pat, Pat::Path(Path::Local(none)) if none == "None") || arm.guard.is_some() {
        return None;
    }
    match alone(&arm.body)? {
        Expr::Method(exception, name, _, _) if name == "uncaught" => {
            attribute(exception).map(|attribute| Missing { attribute, leaves: None })
        }
        Expr::Return(Some(error)) => {
            let attribute = attribute(err(error)?)?;
            Some(Missing { attribute, leaves: Some(Leaves::Function) })
        }
        Expr::Break(Some(label), Some(error)) => {
            let attribute = attribute(err(error)?)?;
            Some(Missing { attribute, leaves: Some(Leaves::Block(label.clone())) })
        }
        _ => None,
    }
}

/// The one expression of a body.
fn alone(body: &Expr) -> Option<&Expr> {
    match body {
        Expr::Block(Block { stmts, tail }) => match (stmts.as_slice(), tail) {
            ([], Some(tail)) => alone(tail),
            ([Stmt::Expr(expr)], None) => alone(expr),
            _ => None,
        },
        other => Some(other),
    }
}

/// The exception of `Err(exception)`.
fn err(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Call(callee, args) if super::is_named(callee, "Err") => args.first(),
        _ => None,
    }
}

/// The attribute that an exception says that `None` has not.
fn attribute(exception: &Expr) -> Option<String> {
    let Expr::Call(callee, args) = exception else { return None };
    let (Expr::Path(Path::Assoc(_, new)), [Expr::Path(class), Expr::Str(message)]) =
        (&**callee, args.as_slice())
    else {
        return None;
    };
    let is_it = new == "new" && matches!(class, Path::Exc(class) if class == "AttributeError");
    let attribute = message.strip_prefix(MISSING)?.strip_suffix('\'')?;
    is_it.then(|| attribute.to_owned())
}

/// The place of the variable `name`, where it is what `expr` evaluates first.
fn first<'e>(expr: &'e mut Expr, name: &str) -> Option<&'e mut Expr> {
    if variable(expr) == Some(name) {
        return Some(expr);
    }
    match expr {
        Expr::Method(of, _, _, _)
        | Expr::Field(of, _)
        | Expr::TupleField(of, _)
        | Expr::Ref(of)
        | Expr::Try(of)
        | Expr::Attempt(_, of)
        | Expr::Binary(_, of, _)
        | Expr::Unary(_, of)
        | Expr::Assign(_, of)
        | Expr::Cast(of, _) => first(of, name),
        Expr::Call(_, args) | Expr::Tuple(args) => first(args.first_mut()?, name),
        Expr::Block(Block { stmts, tail }) => match (stmts.as_mut_slice(), tail) {
            ([], Some(tail)) => first(tail, name),
            ([Stmt::Expr(expr)], None) => first(expr, name),
            ([Stmt::Let { init: Some(init), .. }, ..], _) => first(init, name),
            _ => None,
        },
        _ => None,
    }
}
