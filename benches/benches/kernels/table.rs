//! The table of medians, and its machine-readable form.

use crate::contender::Contender;

/// A kernel's results, a cell per contender.
pub(crate) struct Row {
    pub(crate) kernel: &'static str,
    pub(crate) cells: Vec<Cell>,
}

/// One contender in one kernel.
pub(crate) enum Cell {
    /// Seconds: the median of the rounds, the fastest and the slowest.
    Measured { median: f64, low: f64, high: f64 },
    /// It could not be built, failed, or printed something else; why.
    Disqualified(String),
}

impl Cell {
    pub(crate) fn measured(mut times: Vec<f64>) -> Cell {
        times.sort_by(f64::total_cmp);
        match (times.first(), times.last()) {
            (Some(&low), Some(&high)) => Cell::Measured { median: times[times.len() / 2], low, high },
            _ => Cell::Disqualified("no round".to_owned()),
        }
    }

    pub(crate) fn median(&self) -> Option<f64> {
        match self {
            Cell::Measured { median, .. } => Some(*median),
            Cell::Disqualified(_) => None,
        }
    }
}

/// What is divided by what, in the table's ratios.
const RATIOS: [(&str, Contender, Contender); 5] = [
    ("CPython / native", Contender::CPython, Contender::Native),
    ("CPython / wasm", Contender::CPython, Contender::Wasm),
    ("PyPy / wasm", Contender::PyPy, Contender::Wasm),
    ("native / by hand", Contender::Native, Contender::HandNative),
    ("wasm / by hand", Contender::Wasm, Contender::HandWasm),
];

/// The ratio of the medians of two contenders in a kernel, if both have one.
fn ratio(contenders: &[Contender], row: &Row, above: Contender, below: Contender) -> Option<f64> {
    let time = |which| {
        let at = contenders.iter().position(|&contender| contender == which)?;
        row.cells[at].median()
    };
    Some(time(above)? / time(below)?)
}

/// The ratios that the contenders of this run have.
fn ratios(contenders: &[Contender]) -> impl Iterator<Item = (&'static str, Contender, Contender)> {
    RATIOS.into_iter().filter(|(_, above, below)| contenders.contains(above) && contenders.contains(below))
}

/// Prints milliseconds with the spread of the rounds, then the ratios with their geometric means.
pub(crate) fn print(contenders: &[Contender], rows: &[Row]) {
    say("\nmilliseconds: median, and how far the slowest round lies above the fastest");
    let head: String = contenders.iter().map(|contender| format!(" {contender:>15}")).collect();
    say(&format!("{:<14}{head}", "kernel"));
    for row in rows {
        let cells: String = row.cells.iter().map(cell).collect();
        say(&format!("{:<14}{cells}", row.kernel));
    }
    for (row, contender, why) in rows.iter().flat_map(|row| {
        row.cells.iter().zip(contenders).filter_map(move |(cell, contender)| match cell {
            Cell::Disqualified(why) => Some((row.kernel, contender, why)),
            Cell::Measured { .. } => None,
        })
    }) {
        say(&format!("{row} as {contender}: {why}"));
    }
    say("\nratios of the medians");
    let head: String = ratios(contenders).map(|(name, ..)| format!(" {name:>17}")).collect();
    say(&format!("{:<14}{head}", "kernel"));
    for row in rows {
        let values: String = ratios(contenders)
            .map(|(_, above, below)| match ratio(contenders, row, above, below) {
                Some(ratio) => format!(" {ratio:>17.2}"),
                None => format!(" {:>17}", "-"),
            })
            .collect();
        say(&format!("{:<14}{values}", row.kernel));
    }
    let means: String = ratios(contenders)
        .map(|(_, above, below)| {
            let values: Vec<f64> =
                rows.iter().filter_map(|row| ratio(contenders, row, above, below)).collect();
            format!(" {:>17.2}", geometric_mean(&values))
        })
        .collect();
    say(&format!("{:<14}{means}", "geometric mean"));
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Measured { median, low, high } => {
            format!(" {:>9.1} +{:>3.0}%", median * 1e3, (high / low - 1.0) * 100.0)
        }
        Cell::Disqualified(_) => format!(" {:>15}", "-"),
    }
}

/// NaN for no values.
pub(crate) fn geometric_mean(values: &[f64]) -> f64 {
    (values.iter().map(|value| value.ln()).sum::<f64>() / values.len() as f64).exp()
}

/// `{"fib": {"CPython": {"median": …, "low": …, "high": …}, …}, …}`, in seconds; a contender that is disqualified has
/// `{"disqualified": why}`.
pub(crate) fn json(contenders: &[Contender], rows: &[Row]) -> String {
    let row = |row: &Row| {
        let cells = contenders.iter().zip(&row.cells).map(|(contender, cell)| {
            let value = match cell {
                Cell::Measured { median, low, high } => {
                    serde_json::json!({ "median": median, "low": low, "high": high })
                }
                Cell::Disqualified(why) => serde_json::json!({ "disqualified": why }),
            };
            (contender.to_string(), value)
        });
        (row.kernel.to_owned(), serde_json::Value::Object(cells.collect()))
    };
    let all: serde_json::Map<String, serde_json::Value> = rows.iter().map(row).collect();
    format!("{:#}\n", serde_json::Value::Object(all))
}

/// Prints a line at once, so that progress is seen.
pub(crate) fn say(text: &str) {
    use std::io::Write;
    let mut stdout = std::io::stdout().lock();
    // Nobody is left to hear of it where standard output is closed.
    let _ = writeln!(stdout, "{text}").and_then(|()| stdout.flush());
}
