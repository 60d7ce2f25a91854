//! Comments for the compiler: `# portalis: int=big` at the end of an assignment's line.
//!
//! In: a lowered module with its comments. Out: [`Module::int_modes`]. A comment that says something else, or stands
//! where nothing is assigned, is reported (PT0106): whoever wrote it counts on it.
//!
//! ```text
//! total = 1  # portalis: int=big        total = 1  [int=big]
//! ```

use portalis_diag::{LineIndex, Sink, Span};
use portalis_hir::{IntMode, Module, StmtId, StmtKind};
use rustc_hash::FxHashMap;

use super::MAX_REPORTS;
use crate::diagnostics;

/// What such a comment begins with.
const WORD: &str = "# portalis:";

/// Reads the directives of `module`.
pub(super) fn read(source: &str, module: &mut Module, sink: &mut Sink) {
    let directives = directives(source, module);
    if directives.is_empty() {
        return;
    }
    let lines = LineIndex::new(source);
    let assigning = assigning(module, &lines);
    for (at, text) in directives.into_iter().take(MAX_REPORTS) {
        let Some(mode) = text.strip_prefix("int=").and_then(|word| word.parse::<IntMode>().ok()) else {
            sink.push(diagnostics::unknown_directive(at, &text));
            continue;
        };
        match assigning.get(&lines.line(at.start)) {
            Some(stmts) => module.int_modes.extend(stmts.iter().map(|stmt| (*stmt, mode))),
            None => sink.push(diagnostics::directive_without_assignment(at)),
        }
    }
}

/// The texts of the directives, up to the next comment of the same line.
fn directives(source: &str, module: &Module) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    for comment in &module.comments {
        let text = comment.span.text(source);
        for (start, _) in text.match_indices(WORD) {
            // Prose may speak of one: `# portalis: …` in backquotes.
            if start > 0 && !text[..start].ends_with(' ') {
                continue;
            }
            let said = &text[start + WORD.len()..];
            let said = said.split(" #").next().unwrap_or(said);
            let from = comment.span.start + start as u32;
            let to = from + (WORD.len() + said.trim_end().len()) as u32;
            found.push((Span::new(from, to), said.trim().to_owned()));
        }
    }
    found
}

/// By line: the assignments that stand on it.
fn assigning(module: &Module, lines: &LineIndex) -> FxHashMap<u32, Vec<StmtId>> {
    let mut found: FxHashMap<u32, Vec<StmtId>> = FxHashMap::default();
    for (id, stmt) in module.stmts.iter() {
        let is_assignment = matches!(
            stmt.kind,
            StmtKind::Assign { .. } | StmtKind::AugAssign { .. } | StmtKind::AnnAssign { value: Some(_), .. }
        );
        if is_assignment {
            for line in lines.line(stmt.span.start)..=lines.line(stmt.span.end) {
                found.entry(line).or_default().push(id);
            }
        }
    }
    found
}
