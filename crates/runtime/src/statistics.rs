//! `statistics`: exact until the last step, as CPython has it.

mod data;
mod normal;

pub use data::Data;
pub use normal::normal_quantile;

use crate::exc::{AttributeError, Exception, StatisticsError};
use crate::int::{Int, big_gcd};
use crate::macros::raising_fns;

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
    /// The sum of the floats that are no ratios: all others do not matter beside them.
    unbounded: Option<f64>,
}

fn sums<T: Data>(data: impl IntoIterator<Item = Result<T, Exception>>) -> Result<Sums, Exception> {
    let mut sums = Sums {
        count: Int::ZERO,
        sum: Int::ZERO,
        squares: Int::ZERO,
        denominator: Int::ONE,
        any_float: false,
        unbounded: None,
    };
    for item in data {
        let item = item?;
        sums.any_float |= item.is_float();
        sums.count += 1;
        if let Some(value) = item.unbounded() {
            sums.unbounded = Some(sums.unbounded.unwrap_or(0.0) + value);
            continue;
        }
        let (mut n, d) = item.ratio()?;
        if d != sums.denominator {
            let divisor = big_gcd(&d, &sums.denominator);
            let factor = d.floor_div(&divisor);
            n *= sums.denominator.floor_div(&divisor);
            if factor != Int::ONE {
                sums.sum *= &factor;
                sums.squares = sums.squares * &factor * &factor;
                sums.denominator *= &factor;
            }
        }
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

    /// A ratio over as many as there are, or `less` fewer.
    fn over<T: Data>(&self, (n, d): (&Int, &Int), less: i64) -> Result<T::Mean, Exception> {
        let count = &self.count - &Int::from(less);
        match self.unbounded {
            Some(value) => Ok(T::unbounded_mean(value / count.try_float()?)),
            None => T::mean_of(n, &(d * &count), self.any_float),
        }
    }

    /// The root of such a ratio.
    fn root_over<T: Data>(&self, (n, d): (&Int, &Int), less: i64) -> Result<T::Root, Exception> {
        if self.unbounded.is_some() {
            let message = "'float' object has no attribute 'numerator'".to_owned();
            return Err(Exception::new(AttributeError, message));
        }
        T::root_of(n, &(d * &(&self.count - &Int::from(less))))
    }

    /// An error where there are fewer than a function needs.
    fn at_least(&self, needed: i64, name: &str) -> Result<(), Exception> {
        let points = if needed == 1 { "one data point" } else { "two data points" };
        if self.count >= needed {
            return Ok(());
        }
        Err(error(&format!("{name} requires at least {points}")))
    }
}

/// The sums of the squared distances from a given mean.
fn distances<T: Data>(
    data: impl IntoIterator<Item = Result<T, Exception>>,
    mean: &T,
) -> Result<Sums, Exception> {
    sums(data.into_iter().map(|item| item?.squared_distance(mean)))
}

raising_fns! {
    /// `statistics.mean(data)`.
    fn try_mean / mean[T: Data](data: impl IntoIterator<Item = T>) -> T::Mean {
        let sums = sums(data.into_iter().map(Ok))?;
        sums.at_least(1, "mean")?;
        sums.over::<T>((&sums.sum, &sums.denominator), 0)
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
        let sums = sums(data.into_iter().map(Ok))?;
        sums.at_least(1, "pvariance")?;
        let (n, d) = sums.spread();
        sums.over::<T>((&n, &d), 0)
    }

    /// `statistics.pvariance(data, mu)`.
    fn try_pvariance_about / pvariance_about[T: Data](data: crate::Iter<T>, mu: T) -> T::Mean {
        let sums = distances(data, &mu)?;
        sums.at_least(1, "pvariance")?;
        sums.over::<T::Square>((&sums.sum, &sums.denominator), 0)
    }

    /// `statistics.variance(data)`.
    fn try_variance / variance[T: Data](data: impl IntoIterator<Item = T>) -> T::Mean {
        let sums = sums(data.into_iter().map(Ok))?;
        sums.at_least(2, "variance")?;
        let (n, d) = sums.spread();
        sums.over::<T>((&n, &d), 1)
    }

    /// `statistics.variance(data, xbar)`.
    fn try_variance_about / variance_about[T: Data](data: crate::Iter<T>, xbar: T) -> T::Mean {
        let sums = distances(data, &xbar)?;
        sums.at_least(2, "variance")?;
        sums.over::<T::Square>((&sums.sum, &sums.denominator), 1)
    }

    /// `statistics.pstdev(data)`.
    fn try_pstdev / pstdev[T: Data](data: impl IntoIterator<Item = T>) -> T::Root {
        let sums = sums(data.into_iter().map(Ok))?;
        sums.at_least(1, "pstdev")?;
        let (n, d) = sums.spread();
        sums.root_over::<T>((&n, &d), 0)
    }

    /// `statistics.pstdev(data, mu)`.
    fn try_pstdev_about / pstdev_about[T: Data](data: crate::Iter<T>, mu: T) -> T::Root {
        let sums = distances(data, &mu)?;
        sums.at_least(1, "pstdev")?;
        sums.root_over::<T::Square>((&sums.sum, &sums.denominator), 0)
    }

    /// `statistics.stdev(data)`.
    fn try_stdev / stdev[T: Data](data: impl IntoIterator<Item = T>) -> T::Root {
        let sums = sums(data.into_iter().map(Ok))?;
        sums.at_least(2, "stdev")?;
        let (n, d) = sums.spread();
        sums.root_over::<T>((&n, &d), 1)
    }

    /// `statistics.stdev(data, xbar)`.
    fn try_stdev_about / stdev_about[T: Data](data: crate::Iter<T>, xbar: T) -> T::Root {
        let sums = distances(data, &xbar)?;
        sums.at_least(2, "stdev")?;
        sums.root_over::<T::Square>((&sums.sum, &sums.denominator), 1)
    }

    /// The sum of the weights over the sum of the shares, exact until the last step: a harmonic mean.
    fn try_sums_ratio / sums_ratio[W: Data, T: Data](
        weights: impl IntoIterator<Item = W>,
        shares: impl IntoIterator<Item = T>,
    ) -> T::Mean {
        let (whole, parts) = (sums(weights.into_iter().map(Ok))?, sums(shares.into_iter().map(Ok))?);
        if let Some(value) = parts.unbounded {
            if value <= 0.0 {
                return Err(error("Weighted sum must be positive"));
            }
            let whole = whole.sum.try_true_div(&whole.denominator)?;
            return Ok(T::unbounded_mean(whole / value));
        }
        if parts.sum.signum() <= 0 {
            return Err(error("Weighted sum must be positive"));
        }
        let (n, d) = (&whole.sum * &parts.denominator, &whole.denominator * &parts.sum);
        T::mean_of(&n, &d, parts.any_float)
    }

    /// `statistics.fmean(data)`.
    fn try_fmean / fmean(data: crate::Iter<f64>) -> f64 {
        let mut count = 0.0;
        let total = crate::math::try_fsum(data.inspect(|_| count += 1.0))?;
        if count == 0.0 {
            return Err(error("fmean requires at least one data point"));
        }
        Ok(total / count)
    }

    /// `statistics.fmean(data, weights)`.
    fn try_fmean_weighted / fmean_weighted(data: crate::Iter<f64>, weights: crate::Iter<f64>) -> f64 {
        let mut count = 0_usize;
        let weights = weights.collect::<Result<Vec<f64>, Exception>>()?;
        let items = data.inspect(|_| count += 1).collect::<Result<Vec<f64>, Exception>>()?;
        let total = crate::math::try_fsum(items.iter().zip(&weights).map(|(item, weight)| Ok(item * weight)))?;
        if count != weights.len() {
            return Err(error("data and weights must be the same length"));
        }
        let whole = crate::math::try_fsum(weights.into_iter().map(Ok))?;
        if whole == 0.0 {
            return Err(error("sum of weights must be non-zero"));
        }
        Ok(total / whole)
    }
}
