//! Integers that overflowed: what a run met becomes an `int` of any size in the next build of the same source.
//!
//! ```text
//! portalis trap: attempt to multiply with overflow in `scale` (scale.py:4; main.rs:32)
//!                                                                               │
//!     c = a * b                 the statement that line of the Rust comes from ─┘
//! ```
//!
//! The cache keeps, under the hash of the source, the lines of the statements that are to be computed so, as under
//! `# portalis: int=big`. Where the line of the Rust is like no statement, or the one that it is like was widened
//! before, all of the function are.

use std::collections::BTreeSet;
use std::path::PathBuf;

use portalis_codegen::origin;
use portalis_diag::LineIndex;
use portalis_hir::{IntMode, Module, StmtId, StmtKind};

use crate::build::hash;
use crate::host::Host;
use crate::options::Options;
use crate::translate::{on_deep_stack, translated_parts};

/// What the next build widens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Widening {
    /// The lines of the source whose statements are computed with integers of any size, those known before among them.
    pub lines: BTreeSet<u32>,
    /// What is new, in words: `` `c` in `scale`, line 5 ``.
    pub what: String,
}

/// What earlier runs of `source` found to be too wide for 64 bits.
pub fn widened_lines(source: &str, host: &dyn Host) -> BTreeSet<u32> {
    let kept = host.read(&path(source, host)).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    kept.unwrap_or_default().lines().filter_map(|line| line.parse().ok()).collect()
}

/// What is to be widened after a run of `source`, built with `options`, which ended with `report` on standard error;
/// `None` where that tells of no overflow, or there is nothing left to widen. It is kept for the next build.
pub fn widen(source: &str, options: &Options, report: &str, host: &dyn Host) -> Option<Widening> {
    let line = overflow_line(report)?;
    let widening = on_deep_stack(|| Ok(find(source, options, line))).ok()??;
    let text: String = widening.lines.iter().map(|line| format!("{line}\n")).collect();
    host.write(&path(source, host), text.as_bytes()).ok()?;
    Some(widening)
}

/// Has the statements on `lines` computed with integers of any size, where their author says nothing else.
pub(crate) fn apply(module: &mut Module, source: &str, lines: &BTreeSet<u32>) {
    if lines.is_empty() {
        return;
    }
    let index = LineIndex::new(source);
    let on_them = module.stmts.iter().filter(|(_, stmt)| lines.contains(&index.line(stmt.span.start)));
    let found: Vec<StmtId> = on_them.map(|(id, _)| id).collect();
    for stmt in found {
        module.int_modes.entry(stmt).or_insert(IntMode::Big);
    }
}

fn path(source: &str, host: &dyn Host) -> PathBuf {
    host.cache_directory().join("widened").join(hash(&[source.as_bytes()]))
}

/// The line of the emitted file in the last line of `report` that tells of an overflow.
fn overflow_line(report: &str) -> Option<u32> {
    let told =
        report.lines().rev().find(|line| line.starts_with("portalis trap: ") && line.contains("overflow"))?;
    let (_, place) = told.rsplit_once(".rs:")?;
    place.trim_end_matches(')').parse().ok()
}

fn find(source: &str, options: &Options, line: u32) -> Option<Widening> {
    let (module, rir, text) = translated_parts(source, options)?;
    let origin = origin(&module, source, &rir, &text, line)?;
    let index = LineIndex::new(source);
    let line_of = |stmt: &StmtId| index.line(module[*stmt].span.start);
    let known = &options.widened;
    let mut new: Vec<StmtId> = origin.likely;
    new.retain(|stmt| !known.contains(&line_of(stmt)));
    let is_one = !new.is_empty();
    if !is_one {
        new = origin.stmts.into_iter().filter(|stmt| !known.contains(&line_of(stmt))).collect();
    }
    let first = line_of(new.first()?);
    let func = &module[origin.func];
    let place = if origin.func == module.body { String::new() } else { format!(" in `{}`", func.name) };
    let what = match target(&module, source, new[0]).filter(|_| is_one) {
        Some(name) => format!("`{name}`{place}, line {first},"),
        None if is_one => format!("line {first}{place}"),
        None if place.is_empty() => "the program part".to_owned(),
        None => format!("`{}`", func.name),
    };
    let lines = known.iter().copied().chain(new.iter().map(line_of)).collect();
    Some(Widening { lines, what })
}

/// What a statement assigns, as it is written.
fn target<'s>(module: &Module, source: &'s str, stmt: StmtId) -> Option<&'s str> {
    if !matches!(
        module[stmt].kind,
        StmtKind::Assign { .. } | StmtKind::AugAssign { .. } | StmtKind::AnnAssign { .. }
    ) {
        return None;
    }
    let (left, _) = module[stmt].span.text(source).split_once('=')?;
    let name =
        left.split(':').next()?.trim_end_matches(['+', '-', '*', '/', '%', '<', '>', '&', '|', '^', ' ']);
    Some(name.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str =
        "def scale(a, b):\n    c = a * b\n    return c - 1\n\n\nprint(scale(int(input()), 2))\n";

    fn line_of(options: &Options, code: &str) -> u32 {
        let (_, _, text) = translated_parts(SOURCE, options).expect("a program that translates");
        let at = text.lines().position(|line| line.contains(code)).expect("the code is there");
        at as u32 + 1
    }

    #[test]
    fn the_statement_that_overflowed_is_widened() {
        let options = Options { path: "scale.py".to_owned(), ..Options::default() };
        let found = find(SOURCE, &options, line_of(&options, "int::mul(a, b)")).expect("a statement");
        assert_eq!(found.what, "`c` in `scale`, line 2,");
        assert_eq!(found.lines, BTreeSet::from([2]));
        let again = Options { widened: found.lines, ..options };
        let (_, _, text) = translated_parts(SOURCE, &again).expect("a program that translates");
        assert!(text.contains("Int"), "{text}");
    }

    #[test]
    fn only_overflows_are_looked_for() {
        let report = "x\nportalis trap: attempt to add with overflow in `f` (f.py:1; main.rs:32)\nhelp: …\n";
        assert_eq!(overflow_line(report), Some(32));
        assert_eq!(overflow_line("portalis trap: stack overflow: the recursion is too deep\n"), None);
        assert_eq!(overflow_line("ValueError: overflow (main.rs:32)\n"), None);
    }
}
