//! Diagnostics as text (rustc's layout) and as JSON lines (rustc's `--message-format=json` idea).

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::{Diagnostic, LineIndex, Severity, Span};

/// Renders for a terminal; `color` adds escape codes. Ends with a newline unless there is nothing to say.
#[must_use]
pub fn render_text(diagnostics: &[Diagnostic], source: &str, path: &str, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in diagnostics {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let range = |span: Span| {
            let end = floor_boundary(source, span.end as usize);
            floor_boundary(source, span.start as usize).min(end)..end
        };
        let mut snippet = Snippet::source(source).path(path);
        snippet = snippet.annotation(AnnotationKind::Primary.span(range(diagnostic.span)));
        for label in &diagnostic.labels {
            snippet = snippet.annotation(AnnotationKind::Context.span(range(label.span)).label(&label.text));
        }
        let title = level.primary_title(&diagnostic.message).id(diagnostic.code.name());
        let mut report = vec![title.element(snippet)];
        if let Some(help) = &diagnostic.help {
            report.push(Group::with_title(Level::HELP.secondary_title(help)));
        }
        out.push_str(&renderer.render(&report));
        out.push_str("\n\n");
    }
    out
}

/// The last character boundary at or before `at`, within `source`.
fn floor_boundary(source: &str, at: usize) -> usize {
    let mut at = at.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// One JSON object a line: `code`, `severity`, `message`, `path`, `span` (bytes, lines and columns from one), `labels`, `help`.
#[must_use]
pub fn render_json(diagnostics: &[Diagnostic], source: &str, path: &str) -> String {
    let lines = LineIndex::new(source);
    let place = |span: Span| {
        let (start, end) = (lines.line_column(source, span.start), lines.line_column(source, span.end));
        serde_json::json!({
            "byte_start": span.start, "byte_end": span.end,
            "line_start": start.line, "column_start": start.column,
            "line_end": end.line, "column_end": end.column,
        })
    };
    let mut out = String::new();
    for diagnostic in diagnostics {
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let labels: Vec<_> = diagnostic
            .labels
            .iter()
            .map(|label| serde_json::json!({"span": place(label.span), "text": label.text}))
            .collect();
        let line = serde_json::json!({
            "code": diagnostic.code.name(), "severity": severity, "message": diagnostic.message,
            "path": path, "span": place(diagnostic.span), "labels": labels, "help": diagnostic.help,
        });
        out.push_str(&line.to_string());
        out.push('\n');
    }
    out
}
