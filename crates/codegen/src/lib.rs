//! Rust-shaped IR to Rust text.
//!
//! In: a [`rir::Crate`]. Out: the whole text of its `main.rs` or `lib.rs`, the same for the same crate.
//! Invariant: every expression is a `syn` tree, so that `prettyplease` adds exactly the parentheses that precedence
//! asks for; tokens are pasted only into items, signatures and macros.
//!
//! ```text
//! Binary(Mul, Binary(Add, a, b), c)      (a + b) * c
//! ```

mod emit;
mod names;
mod uses;

use portalis_lower_rust::rir;

/// The text of the file.
#[must_use]
pub fn emit(krate: &rir::Crate) -> String {
    prettyplease::unparse(&emit::file(krate))
}
