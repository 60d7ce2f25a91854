//! `statistics`.

use super::LibraryModule;

pub(super) const STATISTICS: LibraryModule =
    LibraryModule { name: "statistics", rows: ROWS, by_code: &["StatisticsError"], ..LibraryModule::EMPTY };

const ROWS: &str = "
statistics.mean(data: iter) -> it[data]|float ; !statistics.StatisticsError => statistics::mean
statistics.median(data: iter) -> it[data]|float ; !statistics.StatisticsError => statistics::median
statistics.pvariance(data: iter) -> it[data]|float ; !statistics.StatisticsError => statistics::pvariance
statistics.variance(data: iter) -> it[data]|float ; !statistics.StatisticsError => statistics::variance
statistics.pstdev(data: iter) -> float ; !statistics.StatisticsError => statistics::pstdev
statistics.stdev(data: iter) -> float ; !statistics.StatisticsError => statistics::stdev
statistics.fmean(data: iter[float]) -> float ; !statistics.StatisticsError => statistics::fmean
";
