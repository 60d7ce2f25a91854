//! Rust-shaped IR to Rust text.
//!
//! In: a [`rir::Crate`]. Out: the whole text of its `main.rs` or `lib.rs`, the same for the same crate.
//! Invariant: every expression is a `syn` tree, so that `prettyplease` adds exactly the parentheses that precedence
//! asks for; tokens are pasted only into items, signatures and macros.
//!
//! ```text
//! Binary(Mul, Binary(Add, a, b), c)      (a + b) * c
//! ```

mod align;
mod comments;
mod emit;
mod layout;
mod lines;
mod names;
mod origin;
mod uses;

pub use comments::with_comments;
pub use lines::line_map;
pub use origin::{Origin, origin};
use portalis_lower_rust::rir;

/// Bytes of stack for the deepest tree that lowering makes: `syn` and `prettyplease` recurse and cannot be asked to
/// grow theirs on the way. Only what is used costs memory.
const STACK_BYTES: usize = 256 << 20;

/// The text of the file.
#[must_use]
pub fn emit(krate: &rir::Crate) -> String {
    stacker::grow(STACK_BYTES, || layout::lay_out(prettyplease::unparse(&emit::file(krate))))
}
