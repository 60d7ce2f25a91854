//! Exceptions: one thin, cheap-to-move [`Exception`]; classes are types, so `except` is `error.is::<Class>()`.
//!
//! `BaseException` is Python's root and [`PyException`] is Python's `Exception`, since [`Exception`] is the carrier.

mod class;
mod classes;
mod depth;
mod handled;
mod hidden;
mod raised;
mod system;
pub mod trace;

pub use class::ClassObject;
pub use classes::*;
pub use depth::{Depth, enter, limit, try_enter, try_set_limit};
pub(crate) use depth::{check_depth, may_compare, set_stack};
pub use handled::{Handled, handle, handle_pending, handled, print_handled, reraised};
pub(crate) use hidden::raised_or;
pub use hidden::{Watch, hidden, hide, is_raised, watch};
pub use raised::{Arg, Chain, Exception, arg, derives};

use std::any::{Any, TypeId};

/// An exception class. A class with attributes is a struct with fields, and the struct travels with the exception.
pub trait Class: Any {
    /// The class it is derived from; the root names itself.
    type Base: Class;
    /// `__name__`.
    const NAME: &'static str;
    /// Whether it is Python's own, so that its module is not shown.
    const BUILTIN: bool = false;

    /// Whether it is also derived from the class `id` through another base than [`Class::Base`].
    #[must_use]
    fn is_also(_id: TypeId) -> bool {
        false
    }
}

/// The end of a program that reads an attribute of an object that has none.
#[cold]
pub fn attribute_error(class: &str, attribute: &str) -> ! {
    missing_attribute(class, attribute).uncaught()
}

/// `AttributeError: 'class' object has no attribute 'attribute'`.
#[cold]
#[must_use]
pub fn missing_attribute(class: &str, attribute: &str) -> Exception {
    Exception::new(AttributeError, format!("'{class}' object has no attribute '{attribute}'"))
}

/// `TypeError` with that message.
#[cold]
#[must_use]
pub fn type_error(message: impl Into<std::borrow::Cow<'static, str>>) -> Exception {
    Exception::new(TypeError, message)
}

/// `ZeroDivisionError` with that message; out of line, as divisions are in hot loops.
#[cold]
#[inline(never)]
pub(crate) fn zero_division(message: &'static str) -> Exception {
    Exception::new(ZeroDivisionError, message)
}

/// `ValueError` with that message.
#[cold]
#[must_use]
pub fn value_error(message: impl Into<std::borrow::Cow<'static, str>>) -> Exception {
    Exception::new(ValueError, message)
}

/// The value of a `Result` where nobody observes its error, which ends the program.
pub fn or_end<T>(result: Result<T, Exception>) -> T {
    result.unwrap_or_else(|error| error.uncaught())
}
