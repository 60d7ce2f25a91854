//! The chart: for each kernel a bar per contender, as long as it is faster than CPython, on a logarithmic scale.

use std::fmt::Write;

use crate::contender::Contender;
use crate::table::Row;

/// Pixels.
const LABELS: f64 = 110.0;
const WIDTH: f64 = 560.0;
const BAR: f64 = 7.0;
const GAP: f64 = 8.0;
const TOP: f64 = 46.0;

/// The right end of the scale: so many times as fast as CPython.
const FASTEST: f64 = 1000.0;

/// Native and WebAssembly in one colour each, the lighter ones by hand.
fn colour(contender: Contender) -> &'static str {
    match contender {
        Contender::CPython => "#888888",
        Contender::PyPy => "#b07aa1",
        Contender::Mypyc => "#9c755f",
        Contender::Codon => "#edc948",
        Contender::Native => "#d1603d",
        Contender::HandNative => "#eab69f",
        Contender::Wasm => "#3d6fb4",
        Contender::HandWasm => "#a9c4e6",
    }
}

/// An SVG image of the rows.
pub(crate) fn svg(contenders: &[Contender], rows: &[Row]) -> String {
    let bars: Vec<(usize, Contender)> = contenders
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, contender)| *contender != Contender::CPython)
        .collect();
    let group = bars.len() as f64 * BAR + GAP;
    let height = TOP + rows.len() as f64 * group + 24.0;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{height}\" font-family=\"sans-serif\" \
         font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n\
         <text x=\"8\" y=\"16\" font-size=\"13\">Times as fast as CPython 3.11 (logarithmic)</text>\n",
        LABELS + WIDTH + 20.0
    );
    let mut x = LABELS;
    for (_, contender) in &bars {
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"26\" width=\"10\" height=\"10\" fill=\"{}\"/><text x=\"{}\" y=\"35\">{contender}</text>",
            colour(*contender),
            x + 14.0
        );
        x += 40.0 + 7.0 * contender.to_string().len() as f64;
    }
    for times in [1.0, 10.0, 100.0, FASTEST] {
        let x = LABELS + place(times);
        let _ = writeln!(
            out,
            "<line x1=\"{x}\" y1=\"{TOP}\" x2=\"{x}\" y2=\"{}\" stroke=\"#dddddd\"/>\
             <text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{times}×</text>",
            height - 20.0,
            height - 6.0
        );
    }
    for (at, row) in rows.iter().enumerate() {
        let y = TOP + at as f64 * group;
        let middle = y + group / 2.0;
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{middle}\" text-anchor=\"end\">{}</text>",
            LABELS - 8.0,
            row.kernel
        );
        let python = row.cells.first().and_then(|cell| cell.median());
        for (line, (column, contender)) in bars.iter().enumerate() {
            let (Some(python), Some(time)) = (python, row.cells[*column].median()) else { continue };
            let _ = writeln!(
                out,
                "<rect x=\"{LABELS}\" y=\"{}\" width=\"{:.1}\" height=\"{}\" fill=\"{}\"/>",
                y + line as f64 * BAR,
                place(python / time).max(1.0),
                BAR - 1.0,
                colour(*contender)
            );
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Where so many times as fast lies on the scale.
fn place(times: f64) -> f64 {
    (times.max(1.0).ln() / FASTEST.ln()).min(1.0) * WIDTH
}
