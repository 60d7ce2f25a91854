//! `gamma` and `lgamma`: CPython's own Lanczos approximation (`Modules/mathmodule.c`).

#![expect(clippy::excessive_precision, reason = "the constants as CPython has them")]

use super::{domain, range};
use crate::elementary::Elementary as _;
use crate::macros::raising_fns;

const G: f64 = 6.024_680_040_776_729_583_740_234_375;
const G_MINUS_HALF: f64 = 5.524_680_040_776_729_583_740_234_375;
const LOG_PI: f64 = 1.144_729_885_849_400_174_143_427_351_353_058_711_647;

const NUMERATOR: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];

const DENOMINATOR: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut num, mut den) = (0.0, 0.0);
    if x < 5.0 {
        for i in (0..13).rev() {
            num = num * x + NUMERATOR[i];
            den = den * x + DENOMINATOR[i];
        }
    } else {
        for i in 0..13 {
            num = num / x + NUMERATOR[i];
            den = den / x + DENOMINATOR[i];
        }
    }
    num / den
}

/// `sin(pi * x)`.
fn sin_pi(x: f64) -> f64 {
    use std::f64::consts::PI;
    let y = x.abs() % 2.0;
    let r = match (2.0 * y).round() as i64 {
        0 => (PI * y).c_sin(),
        1 => (PI * (y - 0.5)).c_cos(),
        2 => (PI * (1.0 - y)).c_sin(),
        3 => -(PI * (y - 1.5)).c_cos(),
        _ => (PI * (y - 2.0)).c_sin(),
    };
    1.0_f64.copysign(x) * r
}

raising_fns! {
    /// `math.gamma(x)`.
    fn try_gamma / gamma(x: f64) -> f64 {
        if !x.is_finite() {
            return if x.is_nan() || x > 0.0 { Ok(x) } else { Err(domain()) };
        }
        if x == 0.0 {
            return Err(domain());
        }
        if x == x.floor() {
            if x < 0.0 {
                return Err(domain());
            }
            if x <= 23.0 {
                return Ok((1..x as u64).fold(1.0, |product, n| product * n as f64));
            }
        }
        let size = x.abs();
        if size < 1e-20 {
            let r = 1.0 / x;
            return if r.is_infinite() { Err(range()) } else { Ok(r) };
        }
        if size > 200.0 {
            return if x < 0.0 { Ok(0.0 / sin_pi(x)) } else { Err(range()) };
        }
        let y = size + G_MINUS_HALF;
        let z = if size > G_MINUS_HALF {
            let q = y - size;
            q - G_MINUS_HALF
        } else {
            let q = y - G_MINUS_HALF;
            q - size
        } * G / y;
        let r = if x < 0.0 {
            let mut r = -std::f64::consts::PI / sin_pi(size) / size * y.c_exp() / lanczos_sum(size);
            r -= z * r;
            if size < 140.0 {
                r / y.c_pow(size - 0.5)
            } else {
                let root = y.c_pow(size / 2.0 - 0.25);
                r / root / root
            }
        } else {
            let mut r = lanczos_sum(size) / y.c_exp();
            r += z * r;
            if size < 140.0 {
                r * y.c_pow(size - 0.5)
            } else {
                let root = y.c_pow(size / 2.0 - 0.25);
                r * root * root
            }
        };
        if r.is_infinite() { Err(range()) } else { Ok(r) }
    }

    /// `math.lgamma(x)`.
    fn try_lgamma / lgamma(x: f64) -> f64 {
        if !x.is_finite() {
            return Ok(if x.is_nan() { x } else { f64::INFINITY });
        }
        if x == x.floor() && x <= 2.0 {
            return if x <= 0.0 { Err(domain()) } else { Ok(0.0) };
        }
        let size = x.abs();
        if size < 1e-20 {
            return Ok(-size.c_log());
        }
        let mut r = lanczos_sum(size).c_log() - G;
        r += (size - 0.5) * ((size + G - 0.5).c_log() - 1.0);
        if x < 0.0 {
            r = LOG_PI - sin_pi(size).abs().c_log() - size.c_log() - r;
        }
        if r.is_infinite() { Err(range()) } else { Ok(r) }
    }
}
