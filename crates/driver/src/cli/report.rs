//! How faults are told: diagnostics on standard error, as text or as JSON.

use std::io::{self, IsTerminal, Write};

use portalis::CompileError;
use portalis::diag::{Diagnostic, render_json, render_text};

use super::args::{Color, MessageFormat, ReportArgs};

/// Why the command did not do what was asked; the report is out already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failed {
    /// A program is refused.
    Refused,
    /// A wrong argument, something missing outside, or an internal error.
    Usage,
}

impl Failed {
    /// The exit code.
    pub(crate) fn status(self) -> u8 {
        match self {
            Failed::Refused => 1,
            Failed::Usage => 2,
        }
    }
}

/// Writes reports.
#[derive(Debug, Default)]
pub(crate) struct Reporter {
    is_json: bool,
    color: bool,
}

impl Reporter {
    pub(crate) fn new(args: &ReportArgs) -> Self {
        let color = match args.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                io::stderr().is_terminal()
                    && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
        };
        Reporter { is_json: args.message_format == MessageFormat::Json, color }
    }

    /// Shows diagnostics of a file.
    pub(crate) fn diagnostics(&self, diagnostics: &[Diagnostic], source: &str, path: &str) {
        print_error(&if self.is_json {
            render_json(diagnostics, source, path)
        } else {
            render_text(diagnostics, source, path, self.color)
        });
    }

    /// Shows an error that has no place in a Python file.
    pub(crate) fn error(&self, message: &str, help: Option<&str>) {
        if self.is_json {
            let line =
                serde_json::json!({"code": null, "severity": "error", "message": message, "help": help});
            print_error(&format!("{line}\n"));
            return;
        }
        let (red, bold, reset) = if self.color { ("\x1b[1;31m", "\x1b[1m", "\x1b[0m") } else { ("", "", "") };
        print_error(&format!("{red}error{reset}: {bold}{message}{reset}\n"));
        if let Some(help) = help {
            print_error(&format!("{bold}help{reset}: {help}\n"));
        }
    }

    /// Says something that is no fault; not in JSON.
    pub(crate) fn note(&self, text: &str) {
        if !self.is_json {
            print_error(&format!("{text}\n"));
        }
    }

    /// Shows why a compilation failed.
    pub(crate) fn compile_error(&self, error: &CompileError, source: &str, path: &str) -> Failed {
        match error {
            CompileError::Program(diagnostics) => {
                self.diagnostics(diagnostics, source, path);
                let count = diagnostics.len();
                self.note(&format!(
                    "{path} is refused: {count} diagnostic{}",
                    if count == 1 { "" } else { "s" }
                ));
                return Failed::Refused;
            }
            CompileError::Rust(rust) => {
                let lines: Vec<String> =
                    rust.python_lines.iter().map(|line| format!("{path}:{line}")).collect();
                let mut message = format!("{error}\n{}", rust.report.trim_end());
                if !lines.is_empty() {
                    message.push_str(&format!("\nfrom {}", lines.join(", ")));
                }
                message.push_str(&format!("\nthe Rust is kept in {}", rust.file.display()));
                self.error(
                    &message,
                    Some("this is a bug of portalisc: please report it with the Python file"),
                );
            }
            CompileError::Internal(_) => {
                let help = "this is a bug of portalisc: please report it with the Python file";
                self.error(&error.to_string(), Some(help));
            }
            CompileError::Outside(outside) => self.error(&outside.to_string(), outside.help().as_deref()),
        }
        Failed::Usage
    }
}

/// Prints on standard output. Nobody is left to hear of it where that is closed.
pub(crate) fn print(text: &str) {
    print_bytes(text.as_bytes());
}

/// [`print()`] for what is no text.
pub(crate) fn print_bytes(bytes: &[u8]) {
    let mut stdout = io::stdout().lock();
    let _ = stdout.write_all(bytes).and_then(|()| stdout.flush());
}

/// Prints on standard error.
pub(crate) fn print_error(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
