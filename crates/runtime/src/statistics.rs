//! `statistics`: exact until the last step, as CPython has it.

use crate::Num;
use crate::exc::{Exception, StatisticsError};
use crate::fractions::Rational;
use crate::int::{Int, big_isqrt};
use crate::macros::raising_fns;

/// A number of a data set.
pub trait Data: Rational + Clone {
    /// What means and variances of such numbers are.
    type Mean;

    /// The ratio as one; whether any of the data is a float.
    fn mean_of(numerator: &Int, denominator: &Int, any_float: bool) -> Result<Self::Mean, Exception>;

    /// Whether it is a float.
    fn is_float(&self) -> bool;

    /// Half the sum of two.
    fn middle(low: &Self, high: &Self) -> Result<Self::Mean, Exception>;

    /// One of them as it is.
    fn single(self) -> Self::Mean;

    /// The order of the data.
    fn order(&self, other: &Self) -> std::cmp::Ordering;
}

impl Data for f64 {
    type Mean = f64;

    fn mean_of(numerator: &Int, denominator: &Int, _: bool) -> Result<f64, Exception> {
        numerator.try_true_div(denominator)
    }

    fn is_float(&self) -> bool {
        true
    }

    fn middle(low: &f64, high: &f64) -> Result<f64, Exception> {
        Ok((low + high) / 2.0)
    }

    fn single(self) -> f64 {
        self
    }

    fn order(&self, other: &f64) -> std::cmp::Ordering {
        self.partial_cmp(other).unwrap_or_else(|| crate::output::trap("a median of NaN"))
    }
}

macro_rules! whole_data {
    ($($ty:ty),*) => { $(
        impl Data for $ty {
            type Mean = Num;

            fn mean_of(numerator: &Int, denominator: &Int, _: bool) -> Result<Num, Exception> {
                let (whole, rest) = numerator.divmod(denominator);
                if rest.signum() == 0 {
                    return Ok(Num::from(whole));
                }
                numerator.try_true_div(denominator).map(Num::from)
            }

            fn is_float(&self) -> bool {
                false
            }

            fn middle(low: &$ty, high: &$ty) -> Result<Num, Exception> {
                let sum = Int::from(low.clone()) + Int::from(high.clone());
                sum.try_true_div(&Int::from(2_i64)).map(Num::from)
            }

            fn single(self) -> Num {
                Num::from(Int::from(self))
            }

            fn order(&self, other: &$ty) -> std::cmp::Ordering {
                self.cmp(other)
            }
        }
    )* };
}

whole_data!(i64, Int);

impl Data for Num {
    type Mean = Num;

    fn mean_of(numerator: &Int, denominator: &Int, any_float: bool) -> Result<Num, Exception> {
        if any_float {
            return numerator.try_true_div(denominator).map(Num::from);
        }
        Int::mean_of(numerator, denominator, false)
    }

    fn is_float(&self) -> bool {
        Num::is_float(self)
    }

    fn middle(low: &Num, high: &Num) -> Result<Num, Exception> {
        low.try_add(high)?.try_true_div(&Num::from(2_i64)).map(Num::from)
    }

    fn single(self) -> Num {
        self
    }

    fn order(&self, other: &Num) -> std::cmp::Ordering {
        self.partial_cmp(other).unwrap_or_else(|| crate::output::trap("a median of NaN"))
    }
}

fn error(message: &str) -> Exception {
    Exception::new(StatisticsError, message.to_owned())
}

/// How many there are, and the sums of them and of their squares, over one denominator.
struct Sums {
    count: Int,
    sum: Int,
    squares: Int,
    denominator: Int,
    any_float: bool,
}

fn sums<T: Data>(data: impl IntoIterator<Item = T>) -> Result<Sums, Exception> {
    let mut sums = Sums {
        count: Int::ZERO,
        sum: Int::ZERO,
        squares: Int::ZERO,
        denominator: Int::ONE,
        any_float: false,
    };
    for item in data {
        let (mut n, d) = item.ratio()?;
        sums.any_float |= item.is_float();
        // Denominators are powers of two: the larger is a multiple of the other.
        if d > sums.denominator {
            let factor = d.floor_div(&sums.denominator);
            sums.sum *= &factor;
            sums.squares = sums.squares * &factor * &factor;
            sums.denominator = d;
        } else {
            n *= sums.denominator.floor_div(&d);
        }
        sums.count += 1;
        sums.squares += &(&n * &n);
        sums.sum += &n;
    }
    Ok(sums)
}

impl Sums {
    /// The sum of the squared distances from the mean: numerator and denominator.
    fn spread(&self) -> (Int, Int) {
        let numerator = &self.count * &self.squares - &self.sum * &self.sum;
        (numerator, &self.count * &(&self.denominator * &self.denominator))
    }
}

/// The root of a ratio, rounded once: an integer root whose last bit says whether something is left.
fn root(n: &Int, m: &Int) -> Result<f64, Exception> {
    let to_odd = |n: &Int, m: &Int| {
        let root = big_isqrt(&n.floor_div(m));
        if &(&root * &root) * m == *n { root } else { root | 1 }
    };
    let half = (n.bit_length() - m.bit_length() - 109).div_euclid(2);
    let (size, twice) = (Int::from(half.abs()), Int::from(2 * half.abs()));
    if half >= 0 {
        to_odd(n, &m.shl(&twice)).shl(&size).try_float()
    } else {
        to_odd(&n.shl(&twice), m).try_true_div(&Int::ONE.shl(&size))
    }
}

raising_fns! {
    /// `statistics.mean(data)`.
    fn try_mean / mean[T: Data](data: impl IntoIterator<Item = T>) -> T::Mean {
        let sums = sums(data)?;
        if sums.count.signum() == 0 {
            return Err(error("mean requires at least one data point"));
        }
        T::mean_of(&sums.sum, &(sums.count * sums.denominator), sums.any_float)
    }

    /// `statistics.median(data)`.
    fn try_median / median[T: Data](data: impl IntoIterator<Item = T>) -> T::Mean {
        let mut data: Vec<T> = data.into_iter().collect();
        data.sort_by(Data::order);
        let n = data.len();
        match (n, n % 2) {
            (0, _) => Err(error("no median for empty data")),
            (_, 1) => Ok(data.swap_remove(n / 2).single()),
            _ => T::middle(&data[n / 2 - 1], &data[n / 2]),
        }
    }

    /// `statistics.pvariance(data)`.
    fn try_pvariance / pvariance[T: Data](data: impl IntoIterator<Item = T>) -> T::Mean {
        let sums = sums(data)?;
        if sums.count.signum() == 0 {
            return Err(error("pvariance requires at least one data point"));
        }
        let (n, d) = sums.spread();
        T::mean_of(&n, &(d * sums.count), sums.any_float)
    }

    /// `statistics.variance(data)`.
    fn try_variance / variance[T: Data](data: impl IntoIterator<Item = T>) -> T::Mean {
        let sums = sums(data)?;
        if sums.count <= Int::ONE {
            return Err(error("variance requires at least two data points"));
        }
        let (n, d) = sums.spread();
        T::mean_of(&n, &(d * (sums.count - 1)), sums.any_float)
    }

    /// `statistics.pstdev(data)`.
    fn try_pstdev / pstdev[T: Data](data: impl IntoIterator<Item = T>) -> f64 {
        let sums = sums(data)?;
        if sums.count.signum() == 0 {
            return Err(error("pstdev requires at least one data point"));
        }
        let (n, d) = sums.spread();
        root(&n, &(d * sums.count))
    }

    /// `statistics.stdev(data)`.
    fn try_stdev / stdev[T: Data](data: impl IntoIterator<Item = T>) -> f64 {
        let sums = sums(data)?;
        if sums.count <= Int::ONE {
            return Err(error("stdev requires at least two data points"));
        }
        let (n, d) = sums.spread();
        root(&n, &(d * (sums.count - 1)))
    }

    /// `statistics.fmean(data)`.
    fn try_fmean / fmean(data: crate::Iter<f64>) -> f64 {
        let data = data.collect::<Result<Vec<f64>, Exception>>()?;
        let sums = sums(data)?;
        if sums.count.signum() == 0 {
            return Err(error("fmean requires at least one data point"));
        }
        Ok(sums.sum.try_true_div(&sums.denominator)? / sums.count.try_float()?)
    }
}
