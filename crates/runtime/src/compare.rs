//! Comparing numbers of different types exactly, as Python does: `1 == 1.0`, `2**53 + 1 > float(2**53)`.

use std::cell::Cell;
use std::cmp::Ordering;

use crate::exc::{Exception, hide, type_error};
use crate::int::{Int, Lent, View};
use crate::num::Num;

/// A real number, for comparison.
pub enum Real {
    /// An `int`, also a `bool`.
    Int(Int),
    /// A 64-bit `int`.
    Small(i64),
    /// A `float`.
    Float(f64),
}

/// A type of real numbers.
pub trait AsReal {
    /// The number.
    fn as_real(&self) -> Real;
}

macro_rules! reals {
    ($($ty:ty: |$x:ident| $real:expr;)*) => { $(
        impl AsReal for $ty {
            #[inline]
            fn as_real(&self) -> Real {
                let $x = self;
                $real
            }
        }
    )* };
}

reals! {
    bool: |x| Real::Small(i64::from(*x));
    i64: |x| Real::Small(*x);
    f64: |x| Real::Float(*x);
    Int: |x| match x.view() {
        View::Small(small) => Real::Small(small),
        View::Big(_) => Real::Int(x.clone()),
    };
    Num: |x| match x {
        Num::Int(int) => int.as_real(),
        Num::Float(float) => Real::Float(*float),
    };
}

fn int_and_float(int: &Int, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let whole = Int::from_f64(float);
    // Truncation goes toward zero: what was cut off decides between equals.
    Some(int.cmp(&whole).then_with(|| 0.0.partial_cmp(&float.fract()).unwrap_or(Ordering::Equal)))
}

thread_local! {
    static ASKED: Cell<&'static str> = const { Cell::new("<") };
}

/// Which comparison is asked, until it is dropped.
pub struct Asked(&'static str);

/// From here on `operator` is asked: what cannot be compared says so. Sorting asks `<`.
#[must_use]
pub fn ask(operator: &'static str) -> Asked {
    Asked(ASKED.replace(operator))
}

impl Drop for Asked {
    fn drop(&mut self) {
        ASKED.set(self.0);
    }
}

/// The answer for values of two classes that have no order: a `TypeError`.
#[cold]
#[must_use]
pub fn unordered(left: &str, right: &str) -> Option<Ordering> {
    let operator = ASKED.get();
    let message = format!("'{operator}' not supported between instances of '{left}' and '{right}'");
    hide(type_error(message), Some(Ordering::Equal))
}

/// Gives objects of a class without an order what sequences ask that hold them: equal ones are passed over, others raise.
///
/// ```text
/// unordered!(Node, "Node");       (1, a) < (1, b)     // '<' not supported between instances of 'Node' and 'Node'
/// ```
#[macro_export]
macro_rules! unordered {
    ($ty:ty, $class:literal) => {
        impl PartialOrd for $ty {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                if self == other {
                    Some(std::cmp::Ordering::Equal)
                } else {
                    $crate::compare::unordered($class, $class)
                }
            }
        }
    };
}

/// The order of two real numbers; `None` for a NaN.
pub fn compare<A: AsReal + ?Sized, B: AsReal + ?Sized>(a: &A, b: &B) -> Option<Ordering> {
    match (a.as_real(), b.as_real()) {
        (Real::Small(a), Real::Small(b)) => Some(a.cmp(&b)),
        (Real::Float(a), Real::Float(b)) => a.partial_cmp(&b),
        (Real::Small(a), Real::Float(b)) if a.unsigned_abs() <= 1 << 53 => (a as f64).partial_cmp(&b),
        (Real::Float(a), Real::Small(b)) if b.unsigned_abs() <= 1 << 53 => a.partial_cmp(&(b as f64)),
        (Real::Small(a), Real::Float(b)) => int_and_float(&Int::from(a), b),
        (Real::Int(a), Real::Float(b)) => int_and_float(&a, b),
        (Real::Float(a), Real::Small(b)) => int_and_float(&Int::from(b), a).map(Ordering::reverse),
        (Real::Float(a), Real::Int(b)) => int_and_float(&b, a).map(Ordering::reverse),
        (Real::Int(a), Real::Int(b)) => Some(a.cmp(&b)),
        (Real::Small(a), Real::Int(b)) => Some(Int::from(a).cmp(&b)),
        (Real::Int(a), Real::Small(b)) => Some(a.cmp(&Int::from(b))),
    }
}

macro_rules! relations {
    ($($(#[$meta:meta])* $name:ident |$order:ident| $test:expr;)*) => { $(
        $(#[$meta])*
        #[inline]
        pub fn $name<A: AsReal + ?Sized, B: AsReal + ?Sized>(a: &A, b: &B) -> bool {
            let $order = compare(a, b);
            $test
        }
    )* };
}

relations! {
    /// `a == b` of numbers of any two types.
    eq |order| order == Some(Ordering::Equal);
    /// `a != b`.
    ne |order| order != Some(Ordering::Equal);
    /// `a < b`.
    lt |order| order == Some(Ordering::Less);
    /// `a <= b`.
    le |order| matches!(order, Some(Ordering::Less | Ordering::Equal));
    /// `a > b`.
    gt |order| order == Some(Ordering::Greater);
    /// `a >= b`.
    ge |order| matches!(order, Some(Ordering::Greater | Ordering::Equal));
}

macro_rules! mixed {
    ($($a:ty, $b:ty;)*) => { $(
        impl PartialEq<$b> for $a {
            #[inline]
            fn eq(&self, other: &$b) -> bool {
                eq(self, other)
            }
        }
        impl PartialOrd<$b> for $a {
            #[inline]
            fn partial_cmp(&self, other: &$b) -> Option<Ordering> {
                compare(self, other)
            }
        }
    )* };
}

/// The order of two integers, most of which fit in a word.
#[inline]
fn against(a: &Int, b: i64) -> Ordering {
    match a.small() {
        Some(a) => a.cmp(&b),
        None => wide(a.lent(), b),
    }
}

/// Whether they are equal. Equal numbers look alike: one that fits in a word has it.
#[inline]
fn equals(a: &Int, b: i64) -> bool {
    match (a.small(), Int::from(b).small()) {
        (None, None) => wide(a.lent(), b) == Ordering::Equal,
        (a, b) => a == b,
    }
}

#[cold]
#[inline(never)]
fn wide(a: Lent<'_>, b: i64) -> Ordering {
    a.cmp(&Int::from(b))
}

macro_rules! integers {
    ($($narrow:ty)*) => { $(
        impl PartialEq<$narrow> for Int {
            #[inline]
            fn eq(&self, other: &$narrow) -> bool {
                equals(self, i64::from(*other))
            }
        }
        impl PartialOrd<$narrow> for Int {
            #[inline]
            fn partial_cmp(&self, other: &$narrow) -> Option<Ordering> {
                Some(against(self, i64::from(*other)))
            }
        }
        impl PartialEq<Int> for $narrow {
            #[inline]
            fn eq(&self, other: &Int) -> bool {
                equals(other, i64::from(*self))
            }
        }
        impl PartialOrd<Int> for $narrow {
            #[inline]
            fn partial_cmp(&self, other: &Int) -> Option<Ordering> {
                Some(against(other, i64::from(*self)).reverse())
            }
        }
    )* };
}

integers!(i64 bool);

mixed! {
    Int, f64; Int, Num;
    f64, Int; Num, Int;
    Num, i64; Num, f64; Num, bool; Num, Num;
    i64, Num; f64, Num; bool, Num;
}

/// `a is b or a == b` of floats or None, as items of containers are compared: a NaN is in the list that holds it.
pub fn same_float(a: impl Into<Option<f64>>, b: impl Into<Option<f64>>) -> bool {
    let (a, b): (Option<f64>, Option<f64>) = (a.into(), b.into());
    crate::item::same_or_equal(&a, &b)
}

/// Whether the items of two sequences of one length are equal, by a comparison of the caller's.
pub fn sequences<A, B>(
    a: impl IntoIterator<Item = A>,
    b: impl IntoIterator<Item = B>,
    mut eq: impl FnMut(A, B) -> bool,
) -> bool {
    a.into_iter().zip(b).all(|(x, y)| eq(x, y))
}

/// As [`sequences`], with a comparison that may raise.
///
/// # Errors
///
/// The first exception of `eq`.
pub fn try_sequences<A, B>(
    a: impl IntoIterator<Item = A>,
    b: impl IntoIterator<Item = B>,
    mut eq: impl FnMut(A, B) -> Result<bool, Exception>,
) -> Result<bool, Exception> {
    for (x, y) in a.into_iter().zip(b) {
        if !eq(x, y)? {
            return Ok(false);
        }
    }
    Ok(true)
}
