//! Type inference: what every expression of a program may hold, for every way its functions are called.
//!
//! In: a [`portalis_hir::Module`]. Out: [`Inferred`], instances of functions with the types of their expressions, cells
//! and classes. No annotation is needed and none is read. The algorithm is monotone abstract interpretation over
//! allocation-site cells, then merging: see [`solve`] and [`unify`].

pub mod builtins;
pub mod cell;
pub mod census;
mod describe;
mod diagnostics;
mod growth;
mod infer;
pub mod instance;
mod instance_of;
mod pretty;
pub mod solve;
pub mod ty;
pub mod unify;

pub use infer::class::calls_super_init;
pub use instance_of::instance_of_builtin;
pub use unify::Inferred;

/// Infers the types of `module`.
#[must_use]
pub fn infer(module: &portalis_hir::Module) -> Inferred {
    let mut solver = solve::Solver::new(module);
    solver.solve();
    unify::unify(solver)
}
