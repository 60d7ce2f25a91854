//! Diagnostics: byte spans, coded messages, the sink that passes fill, and line/column arithmetic.
//!
//! Passes never return errors about the user's program: they push a [`Diagnostic`] into the [`Sink`] and go on,
//! so that one run reports everything. Rendering for terminals lives in [`render_text`] and [`render_json`].

mod code;
mod line_index;
mod render;
mod sink;
mod span;

pub use code::Code;
pub use line_index::{LineColumn, LineIndex};
pub use render::{render_json, render_text};
pub use sink::{Diagnostic, Label, Severity, Sink};
pub use span::Span;
