//! Diagnostics and where passes put them.

use serde::{Deserialize, Serialize};

use crate::{Code, Span};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// The program is refused.
    Error,
    /// The program is translated; the author should look.
    Warning,
}

/// A second place that helps to understand the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there, in a few words.
    pub text: String,
}

/// One coded message about the user's program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Its code.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// The place it is about.
    pub span: Span,
    /// One line, lower case, no full stop.
    pub message: String,
    /// Further places.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A refusal.
    #[must_use]
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        let message = message.into();
        Diagnostic { code, severity: Severity::Error, span, message, labels: Vec::new(), help: None }
    }

    /// A warning.
    #[must_use]
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, span, message) }
    }

    /// Adds a second place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }
}

/// Collects what passes report. The same message at the same place is kept once.
#[derive(Clone, Debug, Default)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
}

impl Sink {
    /// An empty sink.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a diagnostic, unless the same one is there.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let known = |old: &Diagnostic| {
            old.code == diagnostic.code && old.span == diagnostic.span && old.message == diagnostic.message
        };
        if !self.diagnostics.iter().any(known) {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Takes over what another pass reported.
    pub fn absorb(&mut self, other: Sink) {
        other.diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// How much was reported, for [`Sink::take_since`].
    #[must_use]
    pub fn mark(&self) -> usize {
        self.diagnostics.len()
    }

    /// Takes back what was reported since `mark`.
    pub fn take_since(&mut self, mark: usize) -> Vec<Diagnostic> {
        self.diagnostics.split_off(mark)
    }

    /// Whether the program is refused.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// What was reported, by position in the file.
    #[must_use]
    pub fn into_report(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort_by_key(|a| (a.span, a.code));
        self.diagnostics
    }

    /// What was reported, in order of reporting.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}
