//! `cargo xtask supported`: which Python is supported, as the golden files have it.
//!
//! `docs/supported.md` gets a row for each golden file, with the first sentence of the file as the feature; the marked
//! block of `README.md` gets the counts of each area. A feature is supported where its file has no `# error:` and does
//! not stand in `golden/known.txt` as wrong: that such a file behaves as in CPython is what `run-golden` checks.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use crate::case::{Case, find};
use crate::directives::{self, Directive};
use crate::run_golden::Known;
use crate::{root, say};

const PAGE: &str = "docs/supported.md";
const README: &str = "README.md";
const BEGIN: &str = "<!-- supported: written by `cargo xtask supported` -->\n";
const END: &str = "<!-- end of supported -->\n";

/// Areas that stand side by side in the README.
const COLUMNS: usize = 4;

/// How far a feature is supported.
enum Status {
    Supported,
    /// Some of the file is refused, with these codes.
    Refused(Vec<String>),
    /// It is known to fall short, for this reason.
    Wrong(String),
}

struct Feature {
    name: String,
    sentence: String,
    status: Status,
}

/// Writes the page and the README's block.
pub(crate) fn write() -> bool {
    report(texts().and_then(|texts| {
        for (file, text) in texts {
            fs::write(root().join(file), text).map_err(|error| format!("{file}: {error}"))?;
        }
        Ok(())
    }))
}

/// Whether both are as `write` would have them.
pub(crate) fn check() -> bool {
    report(texts().and_then(|texts| {
        for (file, text) in texts {
            if read(file).unwrap_or_default() != text {
                return Err(format!("{file} is out of date: run `cargo xtask supported`"));
            }
        }
        Ok(())
    }))
}

fn report(outcome: Result<(), String>) -> bool {
    if let Err(error) = &outcome {
        say(&format!("supported: {error}"));
    }
    outcome.is_ok()
}

fn read(file: &str) -> Result<String, String> {
    let text = fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"))?;
    Ok(text.replace("\r\n", "\n"))
}

/// The two files as they should be.
fn texts() -> Result<[(&'static str, String); 2], String> {
    let known = Known::read()?;
    let mut areas: BTreeMap<String, Vec<Feature>> = BTreeMap::new();
    for case in find("")?.0 {
        let area = case.name.split('/').next().unwrap_or_default().to_owned();
        areas.entry(area).or_default().push(feature(&case, &known)?);
    }
    let readme = with_block(&read(README)?, &block(&areas))?;
    Ok([(PAGE, page(&areas)), (README, readme)])
}

fn feature(case: &Case, known: &Known) -> Result<Feature, String> {
    let source = case.source()?;
    let sentence = source.lines().next().and_then(|line| line.strip_prefix("# "));
    let sentence = sentence.ok_or(format!("{}: the first line does not say what Python does", case.name))?;
    let mut codes: Vec<String> = directives::parse(&source)?
        .into_iter()
        .filter_map(|(_, directive)| match directive {
            Directive::Error(code) => Some(code),
            Directive::Revealed(_) | Directive::Warning(_) => None,
        })
        .collect();
    codes.sort();
    codes.dedup();
    let status = match known.why_wrong(&case.name) {
        Some(why) => Status::Wrong(why.to_owned()),
        None if codes.is_empty() => Status::Supported,
        None => Status::Refused(codes),
    };
    Ok(Feature { name: case.name.clone(), sentence: sentence.to_owned(), status })
}

fn page(areas: &BTreeMap<String, Vec<Feature>>) -> String {
    let mut out = String::from(
        "# What is supported\n\n\
         Written by `cargo xtask supported` from the files in `golden/`, each of which is translated, run as WebAssembly and\n\
         compared with CPython. **yes**: it behaves as in CPython. **partly**: some lines of the file are refused, with the\n\
         codes named. **not yet**: it stops where CPython goes on.\n",
    );
    for (area, features) in areas {
        let _ = write!(out, "\n## {}\n\n| feature | supported |\n|---|---|\n", spaced(area));
        for feature in features {
            let sentence = feature.sentence.replace('|', "\\|");
            let status = match &feature.status {
                Status::Supported => "yes".to_owned(),
                Status::Refused(codes) => {
                    let links: Vec<String> =
                        codes.iter().map(|code| format!("[{code}](diagnostics/{code}.md)")).collect();
                    format!("partly: {}", links.join(", "))
                }
                Status::Wrong(why) => format!("not yet: {why}"),
            };
            let _ = writeln!(out, "| [{sentence}](../golden/{}.py) | {status} |", feature.name);
        }
    }
    out
}

/// The counts of all areas.
fn block(areas: &BTreeMap<String, Vec<Feature>>) -> String {
    let n_supported =
        |features: &[Feature]| features.iter().filter(|it| matches!(it.status, Status::Supported)).count();
    let n_all: usize = areas.values().map(Vec::len).sum();
    let n_yes: usize = areas.values().map(|features| n_supported(features)).sum();
    let mut out = format!(
        "{n_yes} of the {n_all} features in [`golden/`](golden) behave as in CPython; of the others some part is refused or \
         stops\nearly. [docs/supported.md](docs/supported.md) says which.\n\n"
    );
    let cells: Vec<String> = areas
        .iter()
        .map(|(area, features)| format!("{} {}/{}", spaced(area), n_supported(features), features.len()))
        .collect();
    let _ = writeln!(out, "|{}\n|{}", " |".repeat(COLUMNS), "---|".repeat(COLUMNS));
    for row in cells.chunks(COLUMNS) {
        let _ = writeln!(out, "| {} |{}", row.join(" | "), " |".repeat(COLUMNS - row.len()));
    }
    out
}

/// `readme` with `block` between the marks.
fn with_block(readme: &str, block: &str) -> Result<String, String> {
    let parts = readme.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.ok_or(format!("{README}: the marks of the block are missing"))?;
    Ok(format!("{before}{BEGIN}{block}{END}{after}"))
}

fn spaced(area: &str) -> String {
    area.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_block_is_replaced() {
        let readme = format!("above\n{BEGIN}old\n{END}below\n");
        assert_eq!(with_block(&readme, "new\n"), Ok(format!("above\n{BEGIN}new\n{END}below\n")));
        assert!(with_block("no marks\n", "new\n").is_err());
    }

    #[test]
    fn areas_are_counted() {
        let feature = |status| Feature { name: "a/b".to_owned(), sentence: "A | b.".to_owned(), status };
        let features = vec![
            feature(Status::Supported),
            feature(Status::Refused(vec!["PT0305".to_owned()])),
            feature(Status::Wrong("stops".to_owned())),
        ];
        let areas = BTreeMap::from([("special_methods".to_owned(), features)]);
        assert!(block(&areas).contains("1 of the 3 features"));
        assert!(block(&areas).contains("| special methods 1/3 |"));
        let page = page(&areas);
        assert!(page.contains("| [A \\| b.](../golden/a/b.py) | yes |"));
        assert!(page.contains("partly: [PT0305](diagnostics/PT0305.md)"));
        assert!(page.contains("not yet: stops"));
    }
}
