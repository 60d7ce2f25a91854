//! Which variables are worth several types: those that hold values of several kinds, one after another.
//!
//! Inference is flow-sensitive, so each read has its own type; a Rust variable has one. Where that one would be a union
//! (or a container of unions), the variable is split into its webs and inference runs again. A variable that each of
//! its parts holds as before is joined again: another name for the same type helps nobody.

use portalis_hir::finaliser::has_finalisers;
use portalis_hir::split::{Parts, bound_often, split};
use portalis_hir::{LocalId, Module};
use rustc_hash::FxHashSet;

use crate::cell::Field;
use crate::solve::Precision;
use crate::ty::{Atom, TypeId};
use crate::unify::Inferred;
use crate::{Options, infer_whole};

/// How deep in containers unions are looked for.
const MAX_DEPTH: u32 = 4;

/// Infers `module`, with the variables split whose parts have simpler types.
pub(crate) fn infer_split(module: Module, options: Options) -> (Module, Inferred) {
    // What is too much for the whole module is too much for its parts.
    let mut precision = Precision::FINE;
    let whole = infer_whole(&module, options, &mut precision);
    let wanted = bound_often(&module, &mixed(&module, &whole));
    if wanted.is_empty() {
        return (module, whole);
    }
    let mut parted = module.clone();
    let parts = split(&mut parted, &wanted);
    if parts.is_empty() {
        return (module, whole);
    }
    let inferred = infer_whole(&parted, options, &mut precision);
    let helped: FxHashSet<LocalId> = (parts.values())
        .filter(|parts| is_simpler((&module, &whole), (&parted, &inferred), parts))
        .map(|parts| parts[0])
        .collect();
    if helped.len() == parts.len() {
        return (parted, inferred);
    }
    let mut module = module;
    if helped.is_empty() {
        return (module, whole);
    }
    let _: Parts = split(&mut module, &helped);
    let inferred = infer_whole(&module, options, &mut precision);
    (module, inferred)
}

/// The variables that hold values of several kinds.
fn mixed(module: &Module, inferred: &Inferred) -> FxHashSet<LocalId> {
    let mut found = FxHashSet::default();
    let has_finalisers = has_finalisers(module);
    for inst in &inferred.live {
        for (&local, &ty) in &inferred.insts[inst.index()].locals {
            // The next value of such a variable ends what it held.
            if has_finalisers && inferred.may_hold_finalised(ty) {
                continue;
            }
            if !module[local].captured && is_mixed(inferred, ty, MAX_DEPTH) {
                found.insert(local);
            }
        }
    }
    found
}

/// Whether values of `ty` need an enum or a `Num`; `T | None` does not.
fn is_mixed(inferred: &Inferred, ty: TypeId, depth: u32) -> bool {
    let atoms = || inferred.types.atoms(ty).filter(|atom| !matches!(atom, Atom::Unbound | Atom::None));
    let heads = atoms().count();
    let is_one_kind = heads <= 1 || atoms().all(|atom| is_exception(inferred, atom));
    !is_one_kind || (depth > 0 && atoms().any(|atom| holds_mixed(inferred, atom, depth - 1)))
}

/// Exceptions of all classes are held alike.
fn is_exception(inferred: &Inferred, atom: &Atom) -> bool {
    match atom {
        Atom::Exc(_) => true,
        Atom::Obj(class, _) => !inferred.classes[class.index()].builtin_bases.is_empty(),
        _ => false,
    }
}

fn holds_mixed(inferred: &Inferred, atom: &Atom, depth: u32) -> bool {
    match atom {
        Atom::Cont(_, cell) | Atom::TupleVar(cell) => [Field::Elem, Field::Value]
            .iter()
            .any(|field| is_mixed(inferred, inferred.cells[cell.index()].get(field), depth)),
        Atom::Tuple(items) => items.iter().any(|&item| is_mixed(inferred, item, depth)),
        _ => false,
    }
}

/// Whether some part of a variable has fewer types than the whole had.
fn is_simpler(
    (module, whole): (&Module, &Inferred),
    (parted, inferred): (&Module, &Inferred),
    parts: &[LocalId],
) -> bool {
    let before = descriptions(module, whole, parts[0]);
    parts.iter().any(|&part| descriptions(parted, inferred, part) != before)
}

fn descriptions(module: &Module, inferred: &Inferred, local: LocalId) -> Vec<String> {
    let types = inferred.live.iter().filter_map(|inst| inferred.insts[inst.index()].locals.get(&local));
    let mut texts: Vec<String> = types.map(|&ty| inferred.describe(module, ty)).collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}
