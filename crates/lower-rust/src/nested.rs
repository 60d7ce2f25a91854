//! Types that are None or a container of the same: a tree of lists, a chain of pairs.
//!
//! In: [`Inferred`]. Out: those types. What is held in one without None has a name of its own, since an `Option` of a list
//! of `Option`s of lists… has no end.
//!
//! ```text
//! def tree(depth):                               pub enum NestedTuple { Tuple(Tuple<Option<NestedTuple>>) }
//!     if depth == 0:
//!         return None, None
//!     return tree(depth - 1), tree(depth - 1)
//! ```

use portalis_typeck::Inferred;
use portalis_typeck::cell::{CellKind, Field};
use portalis_typeck::ty::{Atom, CellId, Kind, TypeId};
use rustc_hash::FxHashSet;

/// The types of None and one kind of container that hold themselves.
pub(crate) fn nested(inferred: &Inferred) -> FxHashSet<TypeId> {
    let held = inferred.cells.iter().flat_map(|cell| cell.fields.iter().map(|(_, ty)| *ty));
    let held: FxHashSet<TypeId> = held.filter(|ty| inferred.types.contains(*ty, &Atom::None)).collect();
    held.into_iter().filter(|&ty| holds(inferred, ty, ty, &mut FxHashSet::default())).collect()
}

/// Marks what containers hold that is a container of the same, with no None and no union on the way.
pub(crate) fn mark(inferred: &mut Inferred) {
    let mut found = Vec::new();
    for (at, cell) in inferred.cells.iter().enumerate() {
        for (index, (_, ty)) in cell.fields.iter().enumerate() {
            if comes_to(inferred, *ty, at, &mut FxHashSet::default()) {
                found.push((at, index));
            }
        }
    }
    let mut held = FxHashSet::default();
    for (at, index) in found {
        let ty = inferred.cells[at].fields[index].1;
        inferred.cells[at].fields[index].1 = marked(inferred, ty);
        held.insert(ty);
    }
    if held.is_empty() {
        return;
    }
    // The views of a dict hold what it holds.
    for at in 0..inferred.cells.len() {
        let CellKind::Cont(kind) = inferred.cells[at].kind else { continue };
        for index in 0..inferred.cells[at].fields.len() {
            let (field, ty) = inferred.cells[at].fields[index].clone();
            let is_value =
                matches!((kind, &field), (Kind::DictKeys, Field::Value) | (Kind::DictValues, Field::Elem));
            if is_value && held.contains(&ty) {
                inferred.cells[at].fields[index].1 = marked(inferred, ty);
            }
            // A dict that holds its own values' view holds what the view does.
            let is_view =
                inferred.types.atoms(ty).any(|atom| matches!(atom, Atom::Cont(Kind::DictValues, _)));
            if kind.is_dict() && field == Field::Value && is_view && held.contains(&ty) {
                inferred.cells[at].fields[index].1 = marked(inferred, ty);
            }
            let pair = inferred.types.atoms(ty).next().cloned();
            if kind == Kind::DictItems
                && let Some(Atom::Tuple(items)) = pair
                && let [key, value] = *items
                && held.contains(&value)
            {
                let value = marked(inferred, value);
                inferred.cells[at].fields[index].1 = inferred.types.of(Atom::Tuple([key, value].into()));
            }
        }
    }
}

fn marked(inferred: &mut Inferred, ty: TypeId) -> TypeId {
    let mark = inferred.types.of(Atom::Nested);
    inferred.types.join(ty, mark)
}

/// Whether a value of type `ty` holds what cell `wanted` stands for.
fn comes_to(inferred: &Inferred, ty: TypeId, wanted: usize, seen: &mut FxHashSet<CellId>) -> bool {
    let mut kinds = inferred.types.atoms(ty).filter(|atom| !matches!(atom, Atom::Unbound));
    let (Some(kind), None) = (kinds.next(), kinds.next()) else { return false };
    let inside: Vec<TypeId> = match kind {
        Atom::Tuple(items) => items.to_vec(),
        Atom::Cont(_, cell) | Atom::TupleVar(cell) if cell.index() == wanted => return true,
        Atom::Cont(_, cell) | Atom::TupleVar(cell) if seen.insert(*cell) => {
            inferred.cells[cell.index()].fields.iter().map(|(_, ty)| *ty).collect()
        }
        _ => return false,
    };
    inside.into_iter().any(|inner| comes_to(inferred, inner, wanted, seen))
}

/// Whether a value of type `ty` holds one of type `wanted` with no union between, which has a name.
fn holds(inferred: &Inferred, ty: TypeId, wanted: TypeId, seen: &mut FxHashSet<CellId>) -> bool {
    let mut kinds = inferred.types.atoms(ty).filter(|atom| !matches!(atom, Atom::None | Atom::Unbound));
    let (Some(kind), None) = (kinds.next(), kinds.next()) else { return false };
    let inside: Vec<TypeId> = match kind {
        Atom::Tuple(items) => items.to_vec(),
        Atom::Cont(_, cell) | Atom::TupleVar(cell) if seen.insert(*cell) => {
            inferred.cells[cell.index()].fields.iter().map(|(_, ty)| *ty).collect()
        }
        _ => return false,
    };
    inside.into_iter().any(|inner| inner == wanted || holds(inferred, inner, wanted, seen))
}
