//! [`Num`]: `int | float`, which stays the one it is, as Python's numbers do.

use std::fmt;
use std::ops::{Add, AddAssign, Mul, MulAssign, Neg, Sub, SubAssign};

use crate::exc::{Exception, TypeError};
use crate::float;
use crate::hash::PyHash;
use crate::int::{Int, try_pow_num};
use crate::item::Item;
use crate::macros::raising_methods;
use crate::show::Repr;
use crate::truth::Truth;

/// A number that is an `int` or a `float` at run time.
#[derive(Clone, Debug)]
pub enum Num {
    /// An `int`.
    Int(Int),
    /// A `float`.
    Float(f64),
}

/// The trap of a sum that was to add something.
const NO_FLOATS: &str = "this sum of floats adds none, which gives the int 0: its items went away under another name; \
                         `sum(items, 0.0)` is a float of none as well";

impl Num {
    raising_methods! {
        /// `float(self)`.
        fn try_float / float(&self) -> f64 {
            match self {
                Num::Int(int) => int.try_float(),
                Num::Float(float) => Ok(*float),
            }
        }

        /// `self + other`.
        fn try_add / add_num(&self, other: &Num) -> Num {
            match (self, other) {
                (Num::Float(a), Num::Float(b)) => Ok(Num::Float(a + b)),
                (Num::Int(a), Num::Int(b)) => Ok(Num::Int(a + b)),
                _ => Ok(Num::Float(self.try_float()? + other.try_float()?)),
            }
        }

        /// `self - other`.
        fn try_sub / sub_num(&self, other: &Num) -> Num {
            match (self, other) {
                (Num::Float(a), Num::Float(b)) => Ok(Num::Float(a - b)),
                (Num::Int(a), Num::Int(b)) => Ok(Num::Int(a - b)),
                _ => Ok(Num::Float(self.try_float()? - other.try_float()?)),
            }
        }

        /// `self * other`.
        fn try_mul / mul_num(&self, other: &Num) -> Num {
            match (self, other) {
                (Num::Float(a), Num::Float(b)) => Ok(Num::Float(a * b)),
                (Num::Int(a), Num::Int(b)) => Ok(Num::Int(a * b)),
                _ => Ok(Num::Float(self.try_float()? * other.try_float()?)),
            }
        }

        /// `self / other`.
        fn try_true_div / true_div(&self, other: &Num) -> f64 {
            match (self, other) {
                (Num::Int(a), Num::Int(b)) => a.try_true_div(b),
                _ => float::try_true_div(self.try_float()?, other.try_float()?),
            }
        }

        /// `self // other`.
        fn try_floor_div / floor_div(&self, other: &Num) -> Num {
            match (self, other) {
                (Num::Int(a), Num::Int(b)) => a.try_floor_div(b).map(Num::Int),
                _ => float::try_floor_div(self.try_float()?, other.try_float()?).map(Num::Float),
            }
        }

        /// `self % other`.
        fn try_modulo / modulo(&self, other: &Num) -> Num {
            match (self, other) {
                (Num::Int(a), Num::Int(b)) => a.try_modulo(b).map(Num::Int),
                _ => float::try_modulo(self.try_float()?, other.try_float()?).map(Num::Float),
            }
        }

        /// `divmod(self, other)`.
        fn try_divmod / divmod(&self, other: &Num) -> (Num, Num) {
            match (self, other) {
                (Num::Int(a), Num::Int(b)) => a.try_divmod(b).map(|(q, r)| (Num::Int(q), Num::Int(r))),
                _ => float::try_divmod(self.try_float()?, other.try_float()?)
                    .map(|(q, r)| (Num::Float(q), Num::Float(r))),
            }
        }

        /// `self ** other`.
        fn try_pow / pow(&self, other: &Num) -> Num {
            match (self, other) {
                (Num::Int(a), Num::Int(b)) => try_pow_num(a, b),
                _ => float::try_pow(self.try_float()?, other.try_float()?).map(Num::Float),
            }
        }

        /// `self & other`.
        fn try_bit_and / bit_and(&self, other: &Num) -> Int { self.whole("&", other).map(|(a, b)| a & b) }

        /// `self | other`.
        fn try_bit_or / bit_or(&self, other: &Num) -> Int { self.whole("|", other).map(|(a, b)| a | b) }

        /// `self ^ other`.
        fn try_bit_xor / bit_xor(&self, other: &Num) -> Int { self.whole("^", other).map(|(a, b)| a ^ b) }

        /// `self << other`.
        fn try_shl / shl(&self, other: &Num) -> Int { self.whole("<<", other).and_then(|(a, b)| a.try_shl(b)) }

        /// `self >> other`.
        fn try_shr / shr(&self, other: &Num) -> Int { self.whole(">>", other).and_then(|(a, b)| a.try_shr(b)) }

        /// An operand of `pow(base, exponent, modulus)`.
        fn try_modular / modular(&self) -> Int {
            match self {
                Num::Int(int) => Ok(int.clone()),
                Num::Float(_) => Err(Exception::new(
                    TypeError,
                    "pow() 3rd argument not allowed unless all arguments are integers",
                )),
            }
        }

        /// `~self`.
        fn try_invert / invert(&self) -> Int {
            match self {
                Num::Int(int) => Ok(!int),
                Num::Float(_) => Err(Exception::new(TypeError, "bad operand type for unary ~: 'float'")),
            }
        }

        /// `int(self)`.
        fn try_int / int(&self) -> Int {
            match self {
                Num::Int(int) => Ok(int.clone()),
                Num::Float(float) => crate::int::try_big_from_float(*float),
            }
        }

        /// `math.floor(self)`.
        fn try_floor / floor(&self) -> Int {
            match self {
                Num::Int(int) => Ok(int.clone()),
                Num::Float(float) => crate::int::try_big_from_float(float.floor()),
            }
        }

        /// `math.ceil(self)`.
        fn try_ceil / ceil(&self) -> Int {
            match self {
                Num::Int(int) => Ok(int.clone()),
                Num::Float(float) => crate::int::try_big_from_float(float.ceil()),
            }
        }

        /// `math.trunc(self)`.
        fn try_trunc / trunc(&self) -> Int {
            self.try_int()
        }

        /// `round(self)`.
        fn try_round / round(&self) -> Int {
            match self {
                Num::Int(int) => Ok(int.clone()),
                Num::Float(float) => float::try_round_int(*float),
            }
        }

        /// `round(self, digits)`.
        fn try_round_to / round_to(&self, digits: i64) -> Num {
            match self {
                Num::Int(int) => Ok(Num::Int(crate::int::big_round(int, digits))),
                Num::Float(float) => float::try_round(*float, digits).map(Num::Float),
            }
        }
    }

    /// `abs(self)`.
    #[must_use]
    pub fn abs(&self) -> Num {
        match self {
            Num::Int(int) => Num::Int(int.abs()),
            Num::Float(float) => Num::Float(float.abs()),
        }
    }

    /// `isinstance(self, int)`.
    #[must_use]
    pub fn is_int(&self) -> bool {
        matches!(self, Num::Int(_))
    }

    /// `isinstance(self, float)`.
    #[must_use]
    pub fn is_float(&self) -> bool {
        matches!(self, Num::Float(_))
    }

    /// Both operands of an operator that only whole numbers have.
    fn whole<'n>(&'n self, op: &str, other: &'n Num) -> Result<(&'n Int, &'n Int), Exception> {
        match (self, other) {
            (Num::Int(a), Num::Int(b)) => Ok((a, b)),
            _ => {
                let (a, b) = (self.class_name(), other.class_name());
                let message = format!("unsupported operand type(s) for {op}: '{a}' and '{b}'");
                Err(Exception::new(TypeError, message))
            }
        }
    }

    /// A sum of floats that added at least one; see [`crate::builtins::sum_floats`].
    #[must_use]
    #[track_caller]
    pub fn sum_of_some(self) -> f64 {
        match self {
            Num::Float(sum) => sum,
            Num::Int(_) => crate::output::trap(NO_FLOATS),
        }
    }

    /// `type(self).__name__`.
    #[must_use]
    pub fn class_name(&self) -> &'static str {
        match self {
            Num::Int(_) => "int",
            Num::Float(_) => "float",
        }
    }
}

macro_rules! from {
    ($($ty:ty: |$x:ident| $num:expr;)*) => { $(
        impl From<$ty> for Num {
            #[inline]
            fn from($x: $ty) -> Self {
                $num
            }
        }
    )* };
}

from! {
    i64: |x| Num::Int(Int::from(x));
    bool: |x| Num::Int(Int::from(x));
    Int: |x| Num::Int(x);
    &Int: |x| Num::Int(x.clone());
    f64: |x| Num::Float(x);
    &Num: |x| x.clone();
}

macro_rules! operators {
    ($($op:ident $method:ident $op_assign:ident $method_assign:ident $raising:ident;)*) => { $(
        impl<N: Into<Num>> $op<N> for Num {
            type Output = Num;
            #[inline]
            fn $method(self, other: N) -> Num {
                self.$raising(&other.into())
            }
        }
        impl<N: Into<Num>> $op<N> for &Num {
            type Output = Num;
            #[inline]
            fn $method(self, other: N) -> Num {
                self.$raising(&other.into())
            }
        }
        impl $op<Num> for i64 {
            type Output = Num;
            fn $method(self, other: Num) -> Num {
                Num::from(self).$raising(&other)
            }
        }
        impl $op<Num> for f64 {
            type Output = Num;
            fn $method(self, other: Num) -> Num {
                Num::from(self).$raising(&other)
            }
        }
        impl<N: Into<Num>> $op_assign<N> for Num {
            #[inline]
            fn $method_assign(&mut self, other: N) {
                *self = self.$raising(&other.into());
            }
        }
    )* };
}

operators! {
    Add add AddAssign add_assign add_num;
    Sub sub SubAssign sub_assign sub_num;
    Mul mul MulAssign mul_assign mul_num;
}

impl Neg for &Num {
    type Output = Num;
    fn neg(self) -> Num {
        match self {
            Num::Int(int) => Num::Int(-int),
            Num::Float(float) => Num::Float(-float),
        }
    }
}

impl Neg for Num {
    type Output = Num;
    fn neg(self) -> Num {
        -&self
    }
}

impl PyHash for Num {
    fn py_hash(&self) -> i64 {
        match self {
            Num::Int(int) => int.py_hash(),
            Num::Float(float) => float.py_hash(),
        }
    }
}

impl Truth for Num {
    fn truth(&self) -> bool {
        match self {
            Num::Int(int) => int.truth(),
            Num::Float(float) => float.truth(),
        }
    }
}

impl Repr for Num {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Num::Int(int) => int.repr(f),
            Num::Float(float) => float.repr(f),
        }
    }
}

impl fmt::Display for Num {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.repr(f)
    }
}

// SAFETY: a copy, or counts a reference; comparisons run no code of the program.
unsafe impl Item for Num {
    const PLAIN: bool = true;

    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Num::Float(a), Num::Float(b)) => a.same(b),
            _ => false,
        }
    }
}
