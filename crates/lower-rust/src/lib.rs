//! Typed HIR to Rust-shaped IR: every decision about representation, borrowing and raising ends here.
//!
//! In: a module and what inference found. Out: a [`rir::Crate`]. Reports PT04xx for what has no representation.

mod coerce;
mod declare;
mod diagnostics;
mod lower;
mod names;
mod nested;
mod observe;
mod recursion;
mod represent;
pub mod rir;
mod special;
mod tidy;

pub use lower::{check, lower};

/// What a user may choose.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Whether the output is a library: its public functions are observed by the host.
    pub is_library: bool,
    /// Whether all lists, objects and generators are handles, also those that nobody else can hold.
    pub shares_all: bool,
    /// The file whose frames the program tells in tracebacks, where it does.
    pub traced: Option<Traced>,
}

/// A file whose functions tell where they are.
#[derive(Clone, Debug, Default)]
pub struct Traced {
    /// How the frames call it.
    pub path: String,
    /// The text that its spans are of.
    pub text: String,
}
