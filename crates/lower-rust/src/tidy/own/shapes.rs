//! What expressions are: calls, literals and lists that a pass over RIR knows by their looks.

use crate::rir::{Expr, Path, Ty, UnOp};
use crate::tidy::is_named;
use crate::tidy::resolve::variable;

/// `T` of `Result<T, Exception>`.
pub(super) fn in_result(ty: &Ty) -> &Ty {
    match ty {
        Ty::Named(Path::Local(name), args) if name == "Result" => args.first().unwrap_or(ty),
        ty => ty,
    }
}

/// The function of the file that is called.
pub(super) fn callee(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Path(Path::Local(name)) if variable(expr).is_none() => Some(name),
        _ => None,
    }
}

/// The name of what a list may be in: a variable, or an attribute of an object that is in one. They are told apart by
/// their names: an attribute's has no number.
pub(super) fn holder(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Field(object, name) => is_object(object).then_some(name),
        _ => variable(expr),
    }
}

fn is_object(expr: &Expr) -> bool {
    is_named(expr, "self") || variable(expr).is_some()
}

/// The holder that an expression is, refers to or dereferences.
pub(super) fn named(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Ref(value) | Expr::Unary(UnOp::Deref, value) => holder(value),
        value => holder(value),
    }
}

/// `List::from([…])`.
pub(super) fn literal(expr: &Expr) -> Option<&[Expr]> {
    match expr {
        Expr::Call(func, args) => match (&**func, args.as_slice()) {
            (Expr::Path(Path::Assoc(of, name)), [Expr::Array(items)])
                if **of == Path::Rt("List") && name == "from" =>
            {
                Some(items)
            }
            _ => None,
        },
        _ => None,
    }
}

/// `List::<T>::new()`.
pub(super) fn is_new(expr: &Expr) -> bool {
    match expr {
        Expr::Call(func, args) => {
            args.is_empty()
                && match &**func {
                    Expr::GenericAssoc(Path::Rt("List"), _, name) => name == "new",
                    Expr::Path(Path::Assoc(of, name)) => **of == Path::Rt("List") && name == "new",
                    _ => false,
                }
        }
        _ => false,
    }
}

/// A function of the runtime that is called, and its arguments.
pub(super) fn builtin(expr: &Expr) -> Option<(&str, &[Expr])> {
    match expr {
        Expr::Call(func, args) => match &**func {
            Expr::Path(Path::RtIn("builtins", name)) => Some((name, args)),
            _ => None,
        },
        _ => None,
    }
}

/// `xs` and `i` of `xs.at(i)`, and of `xs.try_at(i)?`.
pub(super) fn row_of(expr: &Expr) -> Option<(&str, &Expr)> {
    let (call, wanted) = match expr {
        Expr::Try(value) | Expr::Attempt(_, value) => (&**value, "try_at"),
        value => (value, "at"),
    };
    match call {
        Expr::Method(list, name, _, args) if name == wanted => Some((holder(list)?, args.first()?)),
        _ => None,
    }
}

/// The items of `builtins::enumerate(items, 0)`.
pub(super) fn enumerated(expr: &Expr) -> Option<&Expr> {
    match builtin(expr)? {
        ("enumerate", args) => args.first(),
        _ => None,
    }
}

/// `py(&x)` and its like: what shows a value.
pub(super) fn shown(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Call(func, args) => match (&**func, args.as_slice()) {
            (Expr::Path(Path::Rt("py" | "repr")), [value]) => Some(value),
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn is_list(types: &[Ty]) -> bool {
    matches!(types, [Ty::Named(Path::Rt("List"), _)])
}

/// `….collect::<Result<List<T>, Exception>>()`.
pub(super) fn collects_list(expr: &Expr) -> bool {
    matches!(expr, Expr::Method(_, name, types, _) if name == "collect"
        && matches!(types.as_slice(), [ty] if matches!(in_result(ty), Ty::Named(Path::Rt("List"), _))))
}

pub(super) fn items_of_ref(expr: &Expr) -> bool {
    matches!(expr, Expr::Ref(_))
}
