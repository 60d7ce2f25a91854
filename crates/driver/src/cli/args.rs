//! What may stand on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use portalis::{CrateKind, IntMode, OptLevel, Options, Ownership, SystemHost, widened_lines};

/// A compiler from Python to Rust and WebAssembly.
#[derive(Debug, Parser)]
#[command(
    name = "portalisc",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) verb: Option<Verb>,
    #[command(flatten)]
    pub(crate) build: BuildArgs,
}

/// What to do instead of compiling to a file.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Compile where needed and run in the embedded WebAssembly runtime
    Run(RunArgs),
    /// Report diagnostics only; takes a file or a directory and needs no Rust toolchain
    Check(CheckArgs),
    /// Print the long text of a diagnostic
    Explain {
        /// Its code, as in PT0203
        code: String,
    },
}

/// How diagnostics look.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct ReportArgs {
    /// Form of diagnostics; `json` is one object a line
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) message_format: MessageFormat,
    /// Colours in diagnostics
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,
}

/// Form of diagnostics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// For people.
    #[default]
    Human,
    /// For machines.
    Json,
}

/// Whether text is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On terminals.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How programs are translated.
#[derive(Clone, Debug, Args)]
pub(crate) struct TranslateArgs {
    /// What the output is optimised for: speed, size, or dev (fast builds)
    #[arg(long, value_name = "LEVEL", default_value = "speed")]
    pub(crate) opt: OptLevel,
    /// How `int` is represented: auto, i64 or big
    #[arg(long, value_name = "MODE", default_value = "auto")]
    pub(crate) int: IntMode,
    /// Who holds lists: auto (one name where nobody can observe another) or shared
    #[arg(long, value_name = "MODE", default_value = "auto")]
    pub(crate) ownership: Ownership,
    /// Tell the frames of uncaught errors, as CPython does; programs get slower
    #[arg(long)]
    pub(crate) traceback: bool,
    /// Make a library that exports its public functions, also where the file has a program part
    #[arg(long)]
    pub(crate) lib: bool,
}

impl TranslateArgs {
    /// The options for the file that diagnostics call `path`.
    pub(crate) fn options(&self, path: &str) -> Options {
        Options {
            path: path.to_owned(),
            int: self.int,
            ownership: self.ownership,
            opt: self.opt,
            traceback: self.traceback.then(|| absolute(path)),
            kind: if self.lib { CrateKind::Library } else { CrateKind::Auto },
            ..Options::default()
        }
    }

    /// Takes what earlier runs found to be too wide for 64 bits, where nobody says how integers are represented.
    pub(crate) fn widen(&self, options: &mut Options, source: &str, host: &SystemHost) {
        if self.int == IntMode::Auto {
            options.widened = widened_lines(source, host);
        }
    }
}

/// How CPython calls a program's file in frames.
fn absolute(path: &str) -> String {
    match path {
        "-" => "<stdin>".to_owned(),
        path => std::path::absolute(path).map_or_else(|_| path.to_owned(), |path| path.display().to_string()),
    }
}

/// `portalisc FILE.py …`.
#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    /// The Python file; `-` is standard input
    #[arg(required = true, value_name = "FILE.py")]
    pub(crate) file: Option<PathBuf>,
    /// Where the output goes; `-` is standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// What to write; textual forms alone go to standard output
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KINDS", default_value = "wasm")]
    pub(crate) emit: Vec<Emit>,
    #[command(flatten)]
    pub(crate) translate: TranslateArgs,
    /// Print what a pass made on standard error
    #[arg(long, value_name = "PASS", value_parser = pass_name())]
    pub(crate) dump_after: Vec<String>,
    /// End after a pass and write nothing
    #[arg(long, value_name = "PASS", value_parser = pass_name())]
    pub(crate) stop_after: Option<String>,
    /// Print how long each pass took on standard error
    #[arg(long)]
    pub(crate) time_passes: bool,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

fn pass_name() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(portalis::PASSES)
}

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Emit {
    /// The program after parsing and name resolution.
    Hir,
    /// Its control-flow graphs.
    Cfg,
    /// The types of its functions and variables.
    Types,
    /// The Rust-shaped IR.
    Rir,
    /// The Rust.
    Rust,
    /// A WebAssembly module.
    Wasm,
    /// An executable for this machine.
    Native,
}

impl Emit {
    /// The pass that makes it, for textual forms.
    pub(crate) fn pass(self) -> Option<&'static str> {
        match self {
            Emit::Hir => Some("lower"),
            Emit::Cfg => Some("cfg"),
            Emit::Types => Some("infer"),
            Emit::Rir => Some("lower-rust"),
            Emit::Rust => Some("codegen"),
            Emit::Wasm | Emit::Native => None,
        }
    }

    /// The ending of its file.
    pub(crate) fn extension(self, is_program: bool) -> &'static str {
        match self {
            Emit::Hir => "hir",
            Emit::Cfg => "cfg",
            Emit::Types => "types",
            Emit::Rir => "rir",
            Emit::Rust => "rs",
            Emit::Wasm => "wasm",
            Emit::Native if is_program => std::env::consts::EXE_EXTENSION,
            Emit::Native => std::env::consts::DLL_EXTENSION,
        }
    }
}

/// `portalisc run FILE ARGS…`.
#[derive(Debug, Args)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    pub(crate) translate: TranslateArgs,
    /// Call this exported function with ARGS and print what it returns
    #[arg(long, value_name = "FUNCTION")]
    pub(crate) invoke: Option<String>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
    /// The Python file or WebAssembly module; `-` is Python on standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The program's arguments, `sys.argv[1:]`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGS")]
    pub(crate) args: Vec<String>,
}

/// `portalisc check PATH`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Python files, or directories whose Python files are all checked; `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}
