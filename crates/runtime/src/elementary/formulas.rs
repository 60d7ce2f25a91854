//! Functions that glibc computes by a formula, operation by operation as it does: another order has another last digit.
//!
//! Source of the formulas and of the coefficients: glibc 2.36, whose `log10` and hyperbolic functions are those of Sun's
//! fdlibm; the tests hold them against CPython.

use super::Elementary as _;

/// ln 2, high and low part.
const LN_2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
const LN_2_LOW: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);

/// 2 to the power `exponent`, a normal number.
fn two_to(exponent: i64) -> f64 {
    f64::from_bits(((1023 + exponent) as u64) << 52)
}

/// The exponent of a normal number.
fn exponent(x: f64) -> i64 {
    ((x.to_bits() >> 52) & 0x7ff) as i64 - 1023
}

/// `log10(x)`: the exponent and the logarithm of the rest, scaled apart.
pub(super) fn log10(x: f64) -> f64 {
    const IVLN_10: f64 = f64::from_bits(0x3fdb_cb7b_1526_e50e);
    const LOG10_2_HIGH: f64 = f64::from_bits(0x3fd3_4413_509f_6000);
    const LOG10_2_LOW: f64 = f64::from_bits(0x3d59_fef3_11f1_2b36);
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    if x < 0.0 || x.is_nan() {
        return f64::NAN;
    }
    if x.is_infinite() {
        return x;
    }
    let (x, shift) = if x < f64::MIN_POSITIVE { (x * two_to(54), -54) } else { (x, 0) };
    let k = exponent(x) + shift;
    let below = i64::from(k < 0);
    let rest = x / two_to(exponent(x)) / two_to(below);
    let y = (k + below) as f64;
    let z = y * LOG10_2_LOW + IVLN_10 * rest.c_log();
    z + y * LOG10_2_HIGH
}

/// `exp(x) - 1`.
pub(super) fn expm1(x: f64) -> f64 {
    const Q: [f64; 6] = [
        1.0,
        f64::from_bits(0xbfa1_1111_1111_10f4),
        f64::from_bits(0x3f5a_01a0_19fe_5585),
        f64::from_bits(0xbf14_ce19_9eaa_dbb7),
        f64::from_bits(0x3ed0_cfca_86e6_5239),
        f64::from_bits(0xbe8a_fdb7_6e09_c32d),
    ];
    let size = x.abs();
    if x.is_nan() || x == f64::INFINITY || size < two_to(-54) {
        return x;
    }
    if x > 709.782_712_893_384 {
        return f64::INFINITY;
    }
    if x <= -56.0 * std::f64::consts::LN_2 {
        return -1.0;
    }
    let (reduced, correction, k) = if size > 0.5 * std::f64::consts::LN_2 {
        let (high, low, k) = if size < 1.5 * std::f64::consts::LN_2 {
            let sign = 1.0_f64.copysign(x);
            (x - sign * LN_2_HIGH, sign * LN_2_LOW, sign as i64)
        } else {
            let k = (std::f64::consts::LOG2_E * x + 0.5_f64.copysign(x)) as i64;
            (x - k as f64 * LN_2_HIGH, k as f64 * LN_2_LOW, k)
        };
        let reduced = high - low;
        (reduced, (high - reduced) - low, k)
    } else {
        (x, 0.0, 0)
    };
    let half = 0.5 * reduced;
    let square = reduced * half;
    let (r1, h2) = (Q[0] + square * Q[1], square * square);
    let (r2, h4) = (Q[2] + square * Q[3], h2 * h2);
    let r3 = Q[4] + square * Q[5];
    let r1 = r1 + h2 * r2 + h4 * r3;
    let t = 3.0 - r1 * half;
    let e = square * ((r1 - t) / (6.0 - reduced * t));
    if k == 0 {
        return reduced - (reduced * e - square);
    }
    let e = (reduced * (e - correction) - correction) - square;
    match k {
        -1 => 0.5 * (reduced - e) - 0.5,
        1 if reduced < -0.25 => -2.0 * (e - (reduced + 0.5)),
        1 => 1.0 + 2.0 * (reduced - e),
        _ if k <= -2 || k > 56 => {
            let y = 1.0 - (e - reduced);
            (if k == 1024 { y * 2.0 * two_to(1023) } else { y * two_to(k) }) - 1.0
        }
        _ if k < 20 => (1.0 - two_to(-k) - (e - reduced)) * two_to(k),
        _ => ((reduced - (e + two_to(-k))) + 1.0) * two_to(k),
    }
}

/// `sinh(x)`.
pub(super) fn sinh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() || size < two_to(-28) {
        return x;
    }
    let half = 0.5_f64.copysign(x);
    if size < 22.0 {
        let t = size.c_expm1();
        return if size < 1.0 { half * (2.0 * t - t * t / (t + 1.0)) } else { half * (t + t / (t + 1.0)) };
    }
    large(half, size)
}

/// `cosh(x)`.
pub(super) fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() {
        return size;
    }
    if size < 0.5 * std::f64::consts::LN_2 {
        let t = size.c_expm1();
        let w = 1.0 + t;
        return if size < two_to(-55) { w } else { 1.0 + (t * t) / (w + w) };
    }
    if size < 22.0 {
        let t = size.c_exp();
        return 0.5 * t + 0.5 / t;
    }
    large(0.5, size)
}

/// `half * exp(size)`, where `exp` alone may overflow.
fn large(half: f64, size: f64) -> f64 {
    if size < 709.782_712_893_384 {
        return half * size.c_exp();
    }
    let w = (0.5 * size).c_exp();
    half * w * w
}

/// `tanh(x)`.
pub(super) fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() {
        return x;
    }
    if size < two_to(-55) {
        return x * (1.0 + x);
    }
    let z = if size >= 22.0 {
        1.0
    } else if size >= 1.0 {
        1.0 - 2.0 / ((2.0 * size).c_expm1() + 2.0)
    } else {
        let t = (-2.0 * size).c_expm1();
        -t / (t + 2.0)
    };
    z.copysign(x)
}

/// `asinh(x)`.
pub(super) fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() || size < two_to(-28) {
        return x;
    }
    let w = if size > two_to(28) {
        size.c_log() + std::f64::consts::LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size)).c_log()
    } else {
        let t = x * x;
        (size + t / (1.0 + (1.0 + t).sqrt())).c_log1p()
    };
    w.copysign(x)
}

/// `acosh(x)`.
pub(super) fn acosh(x: f64) -> f64 {
    if x > two_to(28) {
        return if x.is_infinite() { x } else { x.c_log() + std::f64::consts::LN_2 };
    }
    if x > 2.0 {
        return (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).c_log();
    }
    if x >= 1.0 {
        let t = x - 1.0;
        return (t + (2.0 * t + t * t).sqrt()).c_log1p();
    }
    f64::NAN
}

/// `atanh(x)`.
pub(super) fn atanh(x: f64) -> f64 {
    let size = x.abs();
    if size < two_to(-28) {
        return x;
    }
    let t = if size < 0.5 {
        let t = size + size;
        0.5 * (t + t * size / (1.0 - size)).c_log1p()
    } else if size < 1.0 {
        0.5 * ((size + size) / (1.0 - size)).c_log1p()
    } else if size == 1.0 {
        f64::INFINITY
    } else {
        f64::NAN
    };
    t.copysign(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The formulas against glibc's own functions, which are what CPython calls.
    #[test]
    #[cfg(target_env = "gnu")]
    #[cfg_attr(miri, ignore = "Miri calls no function of the C library")]
    fn formulas_are_those_of_glibc() {
        type Pair = (&'static str, fn(f64) -> f64, fn(f64) -> f64, f64, f64);
        let pairs: &[Pair] = &[
            ("log10", log10, f64::c_log10, 1e-9, 1e4),
            ("expm1", expm1, f64::c_expm1, -60.0, 60.0),
            ("expm1", expm1, f64::c_expm1, -1.5, 1.5),
            ("sinh", sinh, f64::c_sinh, -40.0, 40.0),
            ("cosh", cosh, f64::c_cosh, -40.0, 40.0),
            ("tanh", tanh, f64::c_tanh, -3.0, 3.0),
            ("asinh", asinh, f64::c_asinh, -40.0, 40.0),
            ("acosh", acosh, f64::c_acosh, 1.0, 40.0),
            ("atanh", atanh, f64::c_atanh, -1.0, 1.0),
        ];
        for (name, ours, theirs, low, high) in pairs {
            let points = (0..20_000).map(|step| low + (high - low) * (f64::from(step) + 0.37) / 20_000.0);
            let differ: Vec<f64> = points.filter(|&x| ours(x).to_bits() != theirs(x).to_bits()).collect();
            // `expm1`, and what rests on it, has another last digit two times in a thousand.
            assert!(differ.len() <= 60, "{name} of {differ:?}");
        }
    }
}
