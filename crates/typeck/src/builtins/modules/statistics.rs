//! `statistics`.

use super::LibraryModule;

pub(super) const STATISTICS: LibraryModule =
    LibraryModule { name: "statistics", rows: ROWS, by_code: &["StatisticsError"], ..LibraryModule::EMPTY };

const ROWS: &str = "
statistics.mean(data: iter) -> means[it[data]] ; !statistics.StatisticsError => statistics::mean
statistics.median(data: iter) -> means[it[data]] ; !statistics.StatisticsError => statistics::median
statistics.pvariance(data: iter) -> means[it[data]] ; !statistics.StatisticsError => statistics::pvariance
statistics.pvariance(data: iter[it[data]|mu], mu: as[it[data]|mu]) -> means[it[data]|mu] ; !statistics.StatisticsError => statistics::pvariance_about
statistics.variance(data: iter) -> means[it[data]] ; !statistics.StatisticsError => statistics::variance
statistics.variance(data: iter[it[data]|xbar], xbar: as[it[data]|xbar]) -> means[it[data]|xbar] ; !statistics.StatisticsError => statistics::variance_about
statistics.pstdev(data: iter) -> roots[it[data]] ; !statistics.StatisticsError AttributeError => statistics::pstdev
statistics.pstdev(data: iter[it[data]|mu], mu: as[it[data]|mu]) -> roots[it[data]|mu] ; !statistics.StatisticsError AttributeError => statistics::pstdev_about
statistics.stdev(data: iter) -> roots[it[data]] ; !statistics.StatisticsError AttributeError => statistics::stdev
statistics.stdev(data: iter[it[data]|xbar], xbar: as[it[data]|xbar]) -> roots[it[data]|xbar] ; !statistics.StatisticsError AttributeError => statistics::stdev_about
statistics._sums_ratio(weights: iter, shares: iter) -> means[it[shares]] ; !statistics.StatisticsError => statistics::sums_ratio
statistics._normal_quantile(p: float) -> float => statistics::normal_quantile
statistics.fmean(data: iter[float], weights: iter[float]?) -> float ; !statistics.StatisticsError => statistics::fmean|weights:statistics::fmean_weighted
";
