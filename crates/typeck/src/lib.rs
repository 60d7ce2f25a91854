//! Type inference: what every expression of a program may hold, for every way its functions are called.
//!
//! In: a [`portalis_hir::Module`]. Out: [`Inferred`], instances of functions with the types of their expressions, cells
//! and classes. No annotation is needed; those of a library's public
//! functions alone are read, since nobody in sight calls them. The algorithm is monotone abstract interpretation over
//! allocation-site cells, then merging: see [`solve`] and [`unify`].

pub mod accessors;
pub mod answers;
pub mod builtins;
pub mod cell;
pub mod census;
pub mod constant;
mod describe;
mod diagnostics;
pub mod enumeration;
mod finaliser;
mod growth;
mod infer;
pub mod instance;
mod instance_of;
pub mod iterator_class;
mod keywords;
pub mod match_args;
pub mod percent;
mod pretty;
pub mod slots;
pub mod solve;
pub mod ty;
pub mod underlying;
pub mod unify;
mod webs;

pub use infer::builtin::is_builtin_name;
pub use infer::class::{calls_super_init, class_keywords, is_typed_dict};
pub use infer::export::HOST;
pub use infer::special_operator::{SpecialOperator, special_operator};
pub use instance_of::instance_of_builtin;
pub use unify::Inferred;

use solve::Precision;

/// What a user may choose.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether the module is a library: a host calls its public functions, with what their annotations say.
    pub is_library: bool,
    /// How wide integers are where no comment says it.
    pub int: portalis_hir::IntMode,
}

/// Infers the types of `module`. A variable that holds values of several kinds, one after another, becomes several: the
/// module comes back with them.
#[must_use]
pub fn infer(module: portalis_hir::Module, options: Options) -> (portalis_hir::Module, Inferred) {
    webs::infer_split(module, options)
}

/// Infers the types of `module` as it is, as precisely as `precision` says, which becomes less where that is too much.
fn infer_whole(module: &portalis_hir::Module, options: Options, precision: &mut Precision) -> Inferred {
    let mut solver = solve::Solver::new(module, options, *precision);
    if !solver.solve() && *precision != Precision::COARSE {
        *precision = Precision::COARSE;
        solver = solve::Solver::new(module, options, *precision);
        solver.solve();
    }
    unify::unify(solver)
}
