//! `cmath`, with CPython's formulas so that the last digits agree.

use crate::complex::Complex;
use crate::elementary::Elementary as _;
use crate::exc::{Exception, OverflowError, ZeroDivisionError, value_error};
use crate::macros::raising_fns;

pub use std::f64::consts::{E, PI, TAU};

/// `cmath.infj`.
pub const INFJ: Complex = Complex::new(0.0, f64::INFINITY);
/// `cmath.nanj`.
pub const NANJ: Complex = Complex::new(0.0, f64::NAN);

/// What lies above it loses digits when doubled or squared.
const LARGE: f64 = f64::MAX / 4.0;

/// `cmath.phase(z)`.
#[must_use]
pub fn phase(z: Complex) -> f64 {
    z.imag.c_atan2(z.real)
}

/// `cmath.isnan(z)`.
#[must_use]
pub fn isnan(z: Complex) -> bool {
    z.real.is_nan() || z.imag.is_nan()
}

/// `cmath.isinf(z)`.
#[must_use]
pub fn isinf(z: Complex) -> bool {
    z.real.is_infinite() || z.imag.is_infinite()
}

/// `cmath.isfinite(z)`.
#[must_use]
pub fn isfinite(z: Complex) -> bool {
    z.real.is_finite() && z.imag.is_finite()
}

/// `cmath.sqrt(z)`.
#[must_use]
pub fn sqrt(z: Complex) -> Complex {
    if !isfinite(z) {
        return special_sqrt(z);
    }
    if z.real == 0.0 && z.imag == 0.0 {
        return Complex::new(0.0, z.imag);
    }
    let (mut ax, ay) = (z.real.abs(), z.imag.abs());
    let s = if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE && (ax > 0.0 || ay > 0.0) {
        ax *= 2_f64.powi(54);
        (ax + ax.hypot(ay * 2_f64.powi(54))).sqrt() * 2_f64.powi(-27)
    } else {
        ax /= 8.0;
        2.0 * (ax + ax.hypot(ay / 8.0)).sqrt()
    };
    let d = ay / (2.0 * s);
    if z.real >= 0.0 { Complex::new(s, d.copysign(z.imag)) } else { Complex::new(d, s.copysign(z.imag)) }
}

fn special_sqrt(z: Complex) -> Complex {
    if z.imag.is_infinite() {
        return Complex::new(f64::INFINITY, z.imag);
    }
    if z.real == f64::INFINITY {
        let imag = if z.imag.is_nan() { f64::NAN } else { 0.0_f64.copysign(z.imag) };
        return Complex::new(f64::INFINITY, imag);
    }
    if z.real == f64::NEG_INFINITY {
        let real = if z.imag.is_nan() { f64::NAN } else { 0.0 };
        return Complex::new(real, f64::INFINITY.copysign(z.imag));
    }
    Complex::new(f64::NAN, f64::NAN)
}

fn range_error() -> Exception {
    Exception::new(OverflowError, "math range error")
}

fn domain_error() -> Exception {
    value_error("math domain error")
}

/// Infinite parts have rules of their own, which are not written here.
fn finite(z: Complex) {
    if !isfinite(z) {
        crate::output::trap("cmath of an infinite number");
    }
}

fn checked(z: Complex) -> Result<Complex, Exception> {
    if isfinite(z) { Ok(z) } else { Err(range_error()) }
}

raising_fns! {
    /// `cmath.exp(z)`.
    fn try_exp / exp(z: Complex) -> Complex {
        finite(z);
        if z.real > 708.0 {
            let length = (z.real - 1.0).c_exp();
            let e = std::f64::consts::E;
            return checked(Complex::new(length * z.imag.c_cos() * e, length * z.imag.c_sin() * e));
        }
        let length = z.real.c_exp();
        checked(Complex::new(length * z.imag.c_cos(), length * z.imag.c_sin()))
    }

    /// `cmath.log(z)`.
    fn try_log / log(z: Complex) -> Complex {
        finite(z);
        let (ax, ay) = (z.real.abs(), z.imag.abs());
        let real = if ax > LARGE || ay > LARGE {
            (ax / 2.0).hypot(ay / 2.0).c_log() + std::f64::consts::LN_2
        } else if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
            if ax == 0.0 && ay == 0.0 {
                return Err(domain_error());
            }
            (ax * 2_f64.powi(53)).hypot(ay * 2_f64.powi(53)).c_log() - 53.0 * std::f64::consts::LN_2
        } else {
            let h = ax.hypot(ay);
            if (0.71..=1.73).contains(&h) {
                let (am, an) = if ax > ay { (ax, ay) } else { (ay, ax) };
                ((am - 1.0) * (am + 1.0) + an * an).c_log1p() / 2.0
            } else {
                h.c_log()
            }
        };
        Ok(Complex::new(real, phase(z)))
    }

    /// `cmath.log(z, base)`.
    fn try_log_base / log_base(z: Complex, base: Complex) -> Complex {
        let base = try_log(base)?;
        try_log(z)?.try_true_div(base).map_err(|error| {
            if error.is::<ZeroDivisionError>() { domain_error() } else { error }
        })
    }

    /// `cmath.log10(z)`.
    fn try_log10 / log10(z: Complex) -> Complex {
        let log = try_log(z)?;
        Ok(Complex::new(log.real / std::f64::consts::LN_10, log.imag / std::f64::consts::LN_10))
    }

    /// `cmath.cosh(z)`.
    fn try_cosh / cosh(z: Complex) -> Complex {
        finite(z);
        checked(Complex::new(z.imag.c_cos() * z.real.c_cosh(), z.imag.c_sin() * z.real.c_sinh()))
    }

    /// `cmath.sinh(z)`.
    fn try_sinh / sinh(z: Complex) -> Complex {
        finite(z);
        checked(Complex::new(z.imag.c_cos() * z.real.c_sinh(), z.imag.c_sin() * z.real.c_cosh()))
    }

    /// `cmath.tanh(z)`.
    fn try_tanh / tanh(z: Complex) -> Complex {
        finite(z);
        if z.real.abs() > 354.0 {
            let imag = 4.0 * z.imag.c_sin() * z.imag.c_cos() * (-2.0 * z.real.abs()).c_exp();
            return Ok(Complex::new(1.0_f64.copysign(z.real), imag));
        }
        let (tx, ty) = (z.real.c_tanh(), z.imag.c_tan());
        let cx = 1.0 / z.real.c_cosh();
        let txty = tx * ty;
        let denom = 1.0 + txty * txty;
        Ok(Complex::new(tx * (1.0 + ty * ty) / denom, ((ty / denom) * cx) * cx))
    }

    /// `cmath.cos(z)`.
    fn try_cos / cos(z: Complex) -> Complex { try_cosh(Complex::new(-z.imag, z.real)) }

    /// `cmath.sin(z)`.
    fn try_sin / sin(z: Complex) -> Complex {
        let s = try_sinh(Complex::new(-z.imag, z.real))?;
        Ok(Complex::new(s.imag, -s.real))
    }

    /// `cmath.tan(z)`.
    fn try_tan / tan(z: Complex) -> Complex {
        let t = try_tanh(Complex::new(-z.imag, z.real))?;
        Ok(Complex::new(t.imag, -t.real))
    }

    /// `cmath.polar(z)`.
    fn try_polar / polar(z: Complex) -> (f64, f64) { Ok((z.try_abs()?, phase(z))) }

    /// `cmath.rect(r, phi)`.
    fn try_rect / rect(r: f64, phi: f64) -> Complex {
        if !r.is_finite() || !phi.is_finite() {
            finite(Complex::new(r, phi));
        }
        // So that `rect(r, 0)` has the sign of zero that `phi` has.
        if phi == 0.0 {
            return Ok(Complex::new(r, r * phi));
        }
        Ok(Complex::new(r * phi.c_cos(), r * phi.c_sin()))
    }

    /// `cmath.isclose(a, b, rel_tol=…, abs_tol=…)`.
    fn try_isclose / isclose(a: Complex, b: Complex, rel_tol: f64, abs_tol: f64) -> bool {
        if rel_tol < 0.0 || abs_tol < 0.0 {
            return Err(value_error("tolerances must be non-negative"));
        }
        if a == b {
            return Ok(true);
        }
        if isinf(a) || isinf(b) {
            return Ok(false);
        }
        let difference = (a - b).try_abs()?;
        Ok(difference <= rel_tol * b.try_abs()? || difference <= rel_tol * a.try_abs()? || difference <= abs_tol)
    }
}
