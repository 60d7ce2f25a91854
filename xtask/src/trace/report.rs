//! What the tracer saw, and the table of it.

use std::fmt::Write;
use std::ops::AddAssign;

/// What it saw of one program.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The counts.
    pub(super) figures: Figures,
    /// What lay outside of the inferred types, in words.
    pub(super) unsound: Vec<String>,
}

impl Seen {
    /// A program that the compiler refuses.
    pub(super) fn refused() -> Seen {
        Seen { figures: Figures { n_programs: 1, n_refused: 1, ..Figures::default() }, unsound: Vec::new() }
    }
}

/// Counts of programs and of variables, of what functions return and of what generators yield.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Figures {
    n_programs: u64,
    /// Programs that the compiler refuses; they are not traced.
    n_refused: u64,
    /// Variables that held something.
    n_variables: u64,
    /// Those that held all that was inferred.
    n_exact: u64,
    /// Those that held less.
    n_wider: u64,
    /// Those of which inference knows nothing.
    n_unknown: u64,
    /// Those that held an integer past 64 bits where 64 bits were inferred: a trap.
    n_traps: u64,
    n_unsound: u64,
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Figures) {
        self.n_programs += other.n_programs;
        self.n_refused += other.n_refused;
        self.n_variables += other.n_variables;
        self.n_exact += other.n_exact;
        self.n_wider += other.n_wider;
        self.n_unknown += other.n_unknown;
        self.n_traps += other.n_traps;
        self.n_unsound += other.n_unsound;
    }
}

/// Reads the tracer's report.
pub(super) fn read(text: &str) -> Result<Seen, String> {
    let json: serde_json::Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let count = |key: &str| json[key].as_u64().ok_or(format!("no `{key}` in {text}"));
    let unsound = json["unsound"].as_array().ok_or(format!("no `unsound` in {text}"))?;
    let figures = Figures {
        n_programs: 1,
        n_refused: 0,
        n_variables: count("variables")?,
        n_exact: count("exact")?,
        n_wider: count("wider")?,
        n_unknown: count("unknown")?,
        n_traps: count("traps")?,
        n_unsound: unsound.len() as u64,
    };
    Ok(Seen {
        figures,
        unsound: unsound.iter().filter_map(|text| text.as_str()).map(str::to_owned).collect(),
    })
}

/// The sums of areas, in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Areas(Vec<(String, Figures)>);

impl Areas {
    /// Counts a program in.
    pub(super) fn add(&mut self, name: &str, figures: Figures) {
        match self.0.iter_mut().find(|(area, _)| area == name) {
            Some((_, sum)) => *sum += figures,
            None => self.0.push((name.to_owned(), figures)),
        }
    }

    /// A line for each area, and their sum.
    pub(super) fn table(&self) -> String {
        let mut out = String::from(
            "area               programs refused variables   exact          wider unknown  traps unsound\n",
        );
        let mut all = Figures::default();
        for (name, figures) in &self.0 {
            let _ = writeln!(out, "{}", line(name, figures));
            all += *figures;
        }
        out + &line("all", &all)
    }
}

fn line(name: &str, figures: &Figures) -> String {
    let Figures { n_programs, n_refused, n_variables, n_exact, n_wider, n_unknown, n_traps, n_unsound } =
        figures;
    let percent = 100.0 * *n_exact as f64 / (*n_variables).max(1) as f64;
    format!(
        "{name:<18} {n_programs:>8} {n_refused:>7} {n_variables:>9} {n_exact:>7} {percent:>6.1}% {n_wider:>6} \
         {n_unknown:>7} {n_traps:>6} {n_unsound:>7}"
    )
}
