//! `fsum`, `hypot`, `dist`: sums that lose nothing, as CPython computes them.

use crate::exc::{Exception, OverflowError, value_error};
use crate::float;
use crate::macros::raising_fns;

raising_fns! {
    /// `math.fsum(items)`: exact, rounded once.
    fn try_fsum / fsum[I: IntoIterator<Item = Result<f64, Exception>>](items: I) -> f64 {
        let mut partials: Vec<f64> = Vec::new();
        let (mut special, mut infinities) = (0.0, 0.0);
        for item in items {
            let item = item?;
            let mut x = item;
            let mut kept = 0;
            for j in 0..partials.len() {
                let mut y = partials[j];
                if x.abs() < y.abs() {
                    std::mem::swap(&mut x, &mut y);
                }
                let high = x + y;
                let low = y - (high - x);
                if low != 0.0 {
                    partials[kept] = low;
                    kept += 1;
                }
                x = high;
            }
            partials.truncate(kept);
            if x != 0.0 {
                if x.is_finite() {
                    partials.push(x);
                    continue;
                }
                if item.is_finite() {
                    return Err(Exception::new(OverflowError, "intermediate overflow in fsum"));
                }
                if item.is_infinite() {
                    infinities += item;
                }
                special += item;
                partials.clear();
            }
        }
        if special != 0.0 {
            return if f64::is_nan(infinities) { Err(value_error("-inf + inf in fsum")) } else { Ok(special) };
        }
        Ok(rounded(&partials))
    }
}

/// The sum of partials that do not overlap, half to even across them.
fn rounded(partials: &[f64]) -> f64 {
    let Some((&last, mut rest)) = partials.split_last() else { return 0.0 };
    let (mut high, mut low) = (last, 0.0);
    while let Some((&y, before)) = rest.split_last() {
        rest = before;
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    if let Some(&next) = rest.last()
        && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
    {
        let y = low * 2.0;
        let x = high + y;
        if y == x - high {
            high = x;
        }
    }
    high
}

/// Product without loss, in two parts.
fn exact_square(x: f64, y: f64) -> (f64, f64) {
    let high = x * y;
    (high, x.mul_add(y, -high))
}

fn fast_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    (sum, (a - sum) + b)
}

/// The length of a vector: scaled by a power of two, summed without loss, corrected once.
fn norm(mut sizes: Vec<f64>) -> f64 {
    let max = sizes.iter().copied().fold(0.0, f64::max);
    if sizes.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if sizes.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if max == 0.0 || sizes.len() <= 1 {
        return max;
    }
    let (_, exponent) = float::frexp(max);
    if exponent < -1023 {
        for x in &mut sizes {
            *x /= f64::MIN_POSITIVE;
        }
        return f64::MIN_POSITIVE * norm(sizes);
    }
    let scale = float::scaled(1, -exponent);
    let (mut sum, mut frac1, mut frac2) = (1.0, 0.0, 0.0);
    for x in sizes {
        let x = x * scale;
        let (square, lost) = exact_square(x, x);
        let (next, rest) = fast_sum(sum, square);
        sum = next;
        frac1 += lost;
        frac2 += rest;
    }
    let root = f64::sqrt(sum - 1.0 + (frac1 + frac2));
    let (square, lost) = exact_square(-root, root);
    let (next, rest) = fast_sum(sum, square);
    frac1 += lost;
    frac2 += rest;
    let left = next - 1.0 + (frac1 + frac2);
    (root + left / (2.0 * root)) / scale
}

/// `math.hypot(*coordinates)`.
#[must_use]
pub fn hypot(coordinates: impl IntoIterator<Item = f64>) -> f64 {
    norm(coordinates.into_iter().map(f64::abs).collect())
}

raising_fns! {
    /// `math.dist(p, q)`.
    fn try_dist / dist[I: IntoIterator<Item = Result<f64, Exception>>](p: I, q: I) -> f64 {
        let p = p.into_iter().collect::<Result<Vec<f64>, Exception>>()?;
        let q = q.into_iter().collect::<Result<Vec<f64>, Exception>>()?;
        if p.len() != q.len() {
            return Err(value_error("both points must have the same number of dimensions"));
        }
        Ok(norm(p.iter().zip(&q).map(|(a, b)| (a - b).abs()).collect()))
    }
}

/// `math.hypot(x, y)`.
#[must_use]
pub fn hypot2(x: f64, y: f64) -> f64 {
    hypot([x, y])
}
