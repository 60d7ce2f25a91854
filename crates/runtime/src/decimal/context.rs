//! The context of decimal arithmetic: precision and rounding, of the thread or of an object.

use std::cell::Cell;
use std::rc::Rc;

use super::{Decimal, Number};
use crate::exc::{Exception, value_error};
use crate::item::Item;
use crate::macros::{raising_fns, raising_methods};
use crate::str::Str;

/// How a number is rounded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounding {
    Ceiling,
    Down,
    Floor,
    HalfDown,
    HalfEven,
    HalfUp,
    Up,
    ZeroFiveUp,
}

const ROUNDINGS: [(&str, Rounding); 8] = [
    ("ROUND_CEILING", Rounding::Ceiling),
    ("ROUND_FLOOR", Rounding::Floor),
    ("ROUND_UP", Rounding::Up),
    ("ROUND_DOWN", Rounding::Down),
    ("ROUND_HALF_UP", Rounding::HalfUp),
    ("ROUND_HALF_DOWN", Rounding::HalfDown),
    ("ROUND_HALF_EVEN", Rounding::HalfEven),
    ("ROUND_05UP", Rounding::ZeroFiveUp),
];

/// `decimal.ROUND_CEILING`.
pub const ROUND_CEILING: &str = "ROUND_CEILING";
/// `decimal.ROUND_FLOOR`.
pub const ROUND_FLOOR: &str = "ROUND_FLOOR";
/// `decimal.ROUND_UP`.
pub const ROUND_UP: &str = "ROUND_UP";
/// `decimal.ROUND_DOWN`.
pub const ROUND_DOWN: &str = "ROUND_DOWN";
/// `decimal.ROUND_HALF_UP`.
pub const ROUND_HALF_UP: &str = "ROUND_HALF_UP";
/// `decimal.ROUND_HALF_DOWN`.
pub const ROUND_HALF_DOWN: &str = "ROUND_HALF_DOWN";
/// `decimal.ROUND_HALF_EVEN`.
pub const ROUND_HALF_EVEN: &str = "ROUND_HALF_EVEN";
/// `decimal.ROUND_05UP`.
pub const ROUND_05UP: &str = "ROUND_05UP";

thread_local! {
    pub(super) static PRECISION: Cell<i64> = const { Cell::new(28) };
    pub(super) static ROUNDING: Cell<Rounding> = const { Cell::new(Rounding::HalfEven) };
}

/// The context of the thread, or one of its own.
#[derive(Clone)]
pub struct Context(Option<Rc<Own>>);

/// What a context of its own says.
struct Own {
    precision: Cell<i64>,
    rounding: Cell<Rounding>,
}

/// `decimal.getcontext()`.
#[must_use]
pub fn getcontext() -> Context {
    Context(None)
}

pub(super) fn rounding_of(name: &str) -> Result<Rounding, Exception> {
    let found = ROUNDINGS.iter().find(|(known, _)| *known == name).map(|(_, rounding)| *rounding);
    found.ok_or_else(|| {
        let names: Vec<String> = ROUNDINGS.iter().map(|(known, _)| format!("'{known}'")).collect();
        let (last, first) = names.split_last().expect("eight");
        let listed = format!("[{}, {last}]", first.join(", "));
        let listed = listed.replace("'ROUND_HALF_EVEN', ", "'ROUND_HALF_EVEN',\n   ");
        crate::exc::type_error(format!("valid values for rounding are:\n  {listed}"))
    })
}

impl Context {
    /// `context.prec`.
    #[must_use]
    pub fn prec(&self) -> i64 {
        self.0.as_ref().map_or_else(|| PRECISION.get(), |own| own.precision.get())
    }

    /// `context.rounding`.
    #[must_use]
    pub fn rounding(&self) -> Str {
        let rounding = self.0.as_ref().map_or_else(|| ROUNDING.get(), |own| own.rounding.get());
        let name = ROUNDINGS.iter().find(|(_, known)| *known == rounding);
        Str::from(name.map_or("", |(name, _)| name))
    }

    raising_methods! {
        /// `context.prec = digits`.
        fn try_set_prec / set_prec(&self, digits: i64) -> () {
            if !(1..=999_999_999_999_999_999).contains(&digits) {
                return Err(value_error("valid range for prec is [1, MAX_PREC]"));
            }
            match &self.0 {
                None => PRECISION.set(digits),
                Some(own) => own.precision.set(digits),
            }
            Ok(())
        }

        /// `context.rounding = name`.
        fn try_set_rounding / set_rounding(&self, name: &str) -> () {
            let rounding = rounding_of(name)?;
            match &self.0 {
                None => ROUNDING.set(rounding),
                Some(own) => own.rounding.set(rounding),
            }
            Ok(())
        }

        /// `context.quantize(a, b)`.
        fn try_quantize / quantize[N: Number](&self, a: &Decimal, b: &N) -> Decimal {
            self.within(|| a.try_quantize(b))
        }

        /// `context.divide(a, b)`.
        fn try_divide / divide[N: Number](&self, a: &Decimal, b: &N) -> Decimal {
            self.within(|| a.try_over(b))
        }

        /// `context.add(a, b)`.
        fn try_add / add[N: Number](&self, a: &Decimal, b: &N) -> Decimal {
            self.within(|| a.try_plus(b))
        }

        /// `context.subtract(a, b)`.
        fn try_subtract / subtract[N: Number](&self, a: &Decimal, b: &N) -> Decimal {
            self.within(|| a.try_minus(b))
        }

        /// `context.multiply(a, b)`.
        fn try_multiply / multiply[N: Number](&self, a: &Decimal, b: &N) -> Decimal {
            self.within(|| a.try_times(b))
        }

        /// `context.sqrt(a)`.
        fn try_sqrt / sqrt(&self, a: &Decimal) -> Decimal {
            self.within(|| a.try_sqrt())
        }
    }

    /// What `compute` gives where this is the context of the thread.
    fn within<T>(&self, compute: impl FnOnce() -> T) -> T {
        let Some(own) = &self.0 else { return compute() };
        let precision = PRECISION.replace(own.precision.get());
        let rounding = ROUNDING.replace(own.rounding.get());
        let value = compute();
        PRECISION.set(precision);
        ROUNDING.set(rounding);
        value
    }
}

// SAFETY: counts a reference.
unsafe impl Item for Context {
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

impl PartialEq for Context {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }
}

raising_fns! {
    /// `decimal.Context(prec)`.
    fn try_context / context(prec: i64) -> Context { try_context_rounding(prec, ROUND_HALF_EVEN) }

    /// `decimal.Context(prec, rounding)`.
    fn try_context_rounding / context_rounding(prec: i64, rounding: &str) -> Context {
        let own = Own { precision: Cell::new(28), rounding: Cell::new(rounding_of(rounding)?) };
        let context = Context(Some(Rc::new(own)));
        context.try_set_prec(prec)?;
        Ok(context)
    }
}
