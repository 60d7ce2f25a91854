//! Control flow that leaves a guarded block: `attempt!` for exceptions, [`Flow`] for what a `finally` must see.

/// How a block guarded by `finally` or `with` ended, exceptions apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow<T> {
    /// It ran to its end.
    Next,
    /// `return value`.
    Return(T),
    /// `break` of the loop around it.
    Break,
    /// `continue` of the loop around it.
    Continue,
}

/// `attempt!('body: result)`: the value of a `Result`, or its error as the value of the labelled block `'body`.
///
/// ```
/// use portalis_rt::{Exception, attempt, int};
///
/// let quotient: Result<i64, Exception> = 'body: { Ok(attempt!('body: int::try_floor_div(7, 0))) };
/// assert_eq!(quotient.unwrap_err().class_name(), "ZeroDivisionError");
/// ```
#[macro_export]
macro_rules! attempt {
    ($label:lifetime : $result:expr) => {
        match $result {
            ::std::result::Result::Ok(value) => value,
            ::std::result::Result::Err(error) => break $label::std::result::Result::Err(error),
        }
    };
}
