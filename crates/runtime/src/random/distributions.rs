//! Distributions over real numbers; each draws what CPython's draws, in the same order.

use super::Random;
use crate::elementary::Elementary as _;
use crate::exc::{value_error, zero_division};
use crate::macros::raising_methods;

const TAU: f64 = std::f64::consts::TAU;
/// `4 * exp(-0.5) / sqrt(2)`.
const NORMAL_MAGIC: f64 = 1.715_527_769_921_413_6;
/// `log(4)`.
const LOG_4: f64 = 1.386_294_361_119_890_6;
/// `1 + log(4.5)`.
const GAMMA_MAGIC: f64 = 2.504_077_396_776_274;

impl Random {
    /// `uniform(a, b)`.
    pub fn uniform(&self, a: f64, b: f64) -> f64 {
        a + (b - a) * self.random()
    }

    /// `triangular(low, high)`.
    pub fn triangular(&self, low: f64, high: f64) -> f64 {
        self.triangle(low, high, 0.5)
    }

    /// `triangular(low, high, mode)`.
    pub fn triangular_mode(&self, low: f64, high: f64, mode: f64) -> f64 {
        if high == low {
            // A number is drawn all the same.
            self.random();
            return low;
        }
        self.triangle(low, high, (mode - low) / (high - low))
    }

    fn triangle(&self, low: f64, high: f64, middle: f64) -> f64 {
        let drawn = self.random();
        if drawn > middle {
            return high + (low - high) * ((1.0 - drawn) * (1.0 - middle)).sqrt();
        }
        low + (high - low) * (drawn * middle).sqrt()
    }

    /// `gauss(mu, sigma)`: two numbers a time, the second kept for the next call.
    pub fn gauss(&self, mu: f64, sigma: f64) -> f64 {
        let kept = self.0.borrow_mut().gauss_next.take();
        let z = kept.unwrap_or_else(|| {
            let angle = self.random() * TAU;
            let radius = (-2.0 * (1.0 - self.random()).c_log()).sqrt();
            self.0.borrow_mut().gauss_next = Some(angle.c_sin() * radius);
            angle.c_cos() * radius
        });
        mu + z * sigma
    }

    /// `normalvariate(mu, sigma)`. Source: Kinderman and Monahan (1977).
    pub fn normalvariate(&self, mu: f64, sigma: f64) -> f64 {
        loop {
            let first = self.random();
            let second = 1.0 - self.random();
            let z = NORMAL_MAGIC * (first - 0.5) / second;
            if z * z / 4.0 <= -second.c_log() {
                return mu + z * sigma;
            }
        }
    }

    /// `lognormvariate(mu, sigma)`.
    pub fn lognormvariate(&self, mu: f64, sigma: f64) -> f64 {
        self.normalvariate(mu, sigma).c_exp()
    }

    /// `vonmisesvariate(mu, kappa)`. Source: Fisher, "Statistical Analysis of Circular Data" (1993).
    pub fn vonmisesvariate(&self, mu: f64, kappa: f64) -> f64 {
        if kappa <= 1e-6 {
            return TAU * self.random();
        }
        let s = 0.5 / kappa;
        let r = s + (1.0 + s * s).sqrt();
        let z = loop {
            let z = (std::f64::consts::PI * self.random()).c_cos();
            let d = z / (r + z);
            let drawn = self.random();
            if drawn < 1.0 - d * d || drawn <= (1.0 - d) * d.c_exp() {
                break z;
            }
        };
        let q = 1.0 / r;
        let turn = ((q + z) / (1.0 + q * z)).c_acos();
        let angle = if self.random() > 0.5 { mu + turn } else { mu - turn };
        angle.rem_euclid(TAU)
    }

    raising_methods! {
        /// `expovariate(lambd)`.
        fn try_expovariate / expovariate(&self, lambd: f64) -> f64 {
            let drawn = -(1.0 - self.random()).c_log();
            if lambd == 0.0 {
                return Err(zero_division("float division by zero"));
            }
            Ok(drawn / lambd)
        }

        /// `gammavariate(alpha, beta)`. Source: Cheng (1977); Kennedy and Gentle, "Statistical Computing", algorithm GS.
        fn try_gammavariate / gammavariate(&self, alpha: f64, beta: f64) -> f64 {
            if alpha <= 0.0 || beta <= 0.0 {
                return Err(value_error("gammavariate: alpha and beta must be > 0.0"));
            }
            if alpha > 1.0 {
                let scale = (2.0 * alpha - 1.0).sqrt();
                let (low, high) = (alpha - LOG_4, alpha + scale);
                loop {
                    let first = self.random();
                    if !(1e-7 < first && first < 0.999_999_9) {
                        continue;
                    }
                    let second = 1.0 - self.random();
                    let v = (first / (1.0 - first)).c_log() / scale;
                    let x = alpha * v.c_exp();
                    let z = first * first * second;
                    let r = low + high * v - x;
                    if r + GAMMA_MAGIC - 4.5 * z >= 0.0 || r >= z.c_log() {
                        return Ok(x * beta);
                    }
                }
            }
            if alpha == 1.0 {
                return Ok(-(1.0 - self.random()).c_log() * beta);
            }
            let e = std::f64::consts::E;
            loop {
                let b = (e + alpha) / e;
                let p = b * self.random();
                let x = if p <= 1.0 { p.c_pow(1.0 / alpha) } else { -((b - p) / alpha).c_log() };
                let drawn = self.random();
                let accepted = if p > 1.0 { drawn <= x.c_pow(alpha - 1.0) } else { drawn <= (-x).c_exp() };
                if accepted {
                    return Ok(x * beta);
                }
            }
        }

        /// `betavariate(alpha, beta)`.
        fn try_betavariate / betavariate(&self, alpha: f64, beta: f64) -> f64 {
            let y = self.try_gammavariate(alpha, 1.0)?;
            if y == 0.0 {
                return Ok(0.0);
            }
            Ok(y / (y + self.try_gammavariate(beta, 1.0)?))
        }

        /// `paretovariate(alpha)`.
        fn try_paretovariate / paretovariate(&self, alpha: f64) -> f64 {
            let drawn = 1.0 - self.random();
            if alpha == 0.0 {
                return Err(zero_division("float division by zero"));
            }
            Ok(drawn.c_pow(-1.0 / alpha))
        }

        /// `weibullvariate(alpha, beta)`.
        fn try_weibullvariate / weibullvariate(&self, alpha: f64, beta: f64) -> f64 {
            let drawn = 1.0 - self.random();
            if beta == 0.0 {
                return Err(zero_division("float division by zero"));
            }
            Ok(alpha * (-drawn.c_log()).c_pow(1.0 / beta))
        }
    }
}
