//! What a caller may choose.

use std::collections::BTreeSet;
use std::str::FromStr;

use portalis_hir::IntMode;

/// What the build is optimised for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OptLevel {
    /// Fast programs.
    #[default]
    Speed,
    /// Small programs.
    Size,
    /// Fast builds.
    Dev,
}

/// Who holds lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ownership {
    /// One name, where nobody can observe another: a `Vec`. Else any number: a handle.
    #[default]
    Auto,
    /// Any number, always.
    Shared,
}

/// What a file becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CrateKind {
    /// A program where the file has a program part, a library otherwise.
    #[default]
    Auto,
    /// A program, also where the file only defines: it then does nothing.
    Program,
    /// A library that exports its public functions.
    Library,
}

/// What the build makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Target {
    /// A WebAssembly module for WASI preview 1.
    #[default]
    Wasm,
    /// An executable, or a shared library, for this machine.
    Native,
}

/// How a source is compiled. The same options and the same source give the same bytes.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name that diagnostics give the file.
    pub path: String,
    /// How `int` is represented.
    pub int: IntMode,
    /// Who holds lists.
    pub ownership: Ownership,
    /// What the build is optimised for.
    pub opt: OptLevel,
    /// Program or library.
    pub kind: CrateKind,
    /// What the build makes.
    pub target: Target,
    /// Keep the textual form of what the passes make.
    pub dumps: bool,
    /// How the frames of tracebacks call the file, in programs that tell their frames.
    pub traceback: Option<String>,
    /// Lines whose statements are computed with integers of any size, where their author says nothing else: what
    /// [`widened_lines`](crate::widened_lines) knows of.
    pub widened: BTreeSet<u32>,
    /// Stop after the pass of this name; what later passes make is then missing.
    pub stop_after: Option<String>,
    /// Check every artifact after its pass, as debug builds always do.
    pub validate: bool,
}

impl Options {
    /// What changes the output, as text for cache keys.
    pub(crate) fn fingerprint(&self) -> String {
        // The path stands in messages of the program, never its directory.
        let Options { int, ownership, opt, kind, target, traceback, widened, .. } = self;
        format!(
            "{} {int:?} {ownership:?} {opt:?} {kind:?} {target:?} {traceback:?} {widened:?}",
            self.file_name()
        )
    }

    /// The file's own name: `program.py` of `src/program.py`.
    #[must_use]
    pub fn file_name(&self) -> &str {
        let name = self.path.rsplit(['/', '\\']).next().unwrap_or_default();
        if name.is_empty() || name == "-" { "program.py" } else { name }
    }

    /// What `import` would call the file: `program` of `src/program.py`.
    pub(crate) fn module_name(&self) -> &str {
        let name = self.file_name();
        name.strip_suffix(".py").unwrap_or(name)
    }
}

macro_rules! words {
    ($ty:ident: $($word:literal => $variant:ident),*) => {
        impl $ty {
            /// The words that mean a value, for the command line.
            pub const WORDS: &'static [&'static str] = &[$($word),*];
        }

        impl FromStr for $ty {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                match text {
                    $($word => Ok($ty::$variant),)*
                    _ => Err(format!("expected one of: {}", $ty::WORDS.join(", "))),
                }
            }
        }
    };
}

words!(Ownership: "auto" => Auto, "shared" => Shared);
words!(OptLevel: "speed" => Speed, "size" => Size, "dev" => Dev);
