//! The elementary functions, rounded as the C library under CPython rounds them (glibc, on the platforms that we compare with).
//!
//! Natively they are that library's own. WebAssembly has a C library of its own, whose last digits differ in up to one
//! result of ten, so there:
//!
//! - what glibc rounds correctly in all but one or two of a thousand results is rounded correctly (crate `pxfm`): `sin`, `cos`,
//!   `tan`, their inverses, `exp`, `exp2`, `log`, `log2`, `pow`;
//! - the others are the formulas that glibc evaluates, in its order of operations: `formulas.rs`.
//!
//! **Invariant** of the `unsafe`: the C functions take and give doubles, without state that we see.

#[cfg(any(target_family = "wasm", test))]
mod formulas;

macro_rules! elementary {
    ($($(#[$doc:meta])* $name:ident($($arg:ident),*): $c:ident, $wasm:expr;)*) => {
        /// Functions of a float that [`f64`] has too, with another last digit.
        pub trait Elementary: Sized {
            $($(#[$doc])* #[must_use] fn $name(self $(, $arg: Self)*) -> Self;)*
        }

        impl Elementary for f64 { $(
            #[cfg(not(target_family = "wasm"))]
            #[inline]
            fn $name(self $(, $arg: Self)*) -> Self {
                // SAFETY: see the module.
                unsafe { c::$c(self $(, $arg)*) }
            }

            #[cfg(target_family = "wasm")]
            #[inline]
            fn $name(self $(, $arg: Self)*) -> Self {
                $wasm(self $(, $arg)*)
            }
        )* }

        #[cfg(not(target_family = "wasm"))]
        mod c {
            unsafe extern "C" { $(pub fn $c(x: f64 $(, $arg: f64)*) -> f64;)* }
        }
    };
}

elementary! {
    /// The sine.
    c_sin(): sin, pxfm::f_sin;
    /// The cosine.
    c_cos(): cos, pxfm::f_cos;
    /// The tangent.
    c_tan(): tan, pxfm::f_tan;
    /// The inverse of the sine.
    c_asin(): asin, pxfm::f_asin;
    /// The inverse of the cosine.
    c_acos(): acos, pxfm::f_acos;
    /// The inverse of the tangent.
    c_atan(): atan, pxfm::f_atan;
    /// The angle of the point (`x`, self).
    c_atan2(x): atan2, pxfm::f_atan2;
    /// e to this power.
    c_exp(): exp, pxfm::f_exp;
    /// 2 to this power.
    c_exp2(): exp2, pxfm::f_exp2;
    /// `exp(self) - 1`.
    c_expm1(): expm1, formulas::expm1;
    /// The natural logarithm.
    c_log(): log, pxfm::f_log;
    /// The logarithm to base 2.
    c_log2(): log2, pxfm::f_log2;
    /// The logarithm to base 10.
    c_log10(): log10, formulas::log10;
    /// `log(1 + self)`.
    c_log1p(): log1p, f64::ln_1p;
    /// This to the power `y`.
    c_pow(y): pow, pxfm::f_pow;
    /// The hyperbolic sine.
    c_sinh(): sinh, formulas::sinh;
    /// The hyperbolic cosine.
    c_cosh(): cosh, formulas::cosh;
    /// The hyperbolic tangent.
    c_tanh(): tanh, formulas::tanh;
    /// The inverse of the hyperbolic sine.
    c_asinh(): asinh, formulas::asinh;
    /// The inverse of the hyperbolic cosine.
    c_acosh(): acosh, formulas::acosh;
    /// The inverse of the hyperbolic tangent.
    c_atanh(): atanh, formulas::atanh;
}
