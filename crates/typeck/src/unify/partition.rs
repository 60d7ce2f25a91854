//! Cells and instances of equal structure: the coarsest stable partition (Paige and Tarjan, "Three partition refinement
//! algorithms", 1987, here by rounds).
//!
//! Cells start apart by what they are, instances by their function. A round looks at the members of each block that has
//! several, and splits it where what they hold stands for different blocks; what is alone needs no look. Cost:
//! O(rounds × the members of such blocks).

use portalis_hir::{LocalId, Name};
use rustc_hash::FxHashMap;

use super::Unifier;
use crate::cell::{CellKind, Field, Node};
use crate::iterator_class;
use crate::ty::{Atom, AtomId, CellId, InstId, TypeId};

/// Which cells and instances are of equal structure: a number for each, the same for equal ones. Only those of
/// representatives are told apart.
pub(super) struct Partition {
    pub(super) cells: Vec<u32>,
    pub(super) insts: Vec<u32>,
}

/// The block of what nothing reaches, and of what another stands for.
const NO_BLOCK: u32 = 0;

/// A cell or an instance.
#[derive(Clone, Copy)]
enum Member {
    Cell(CellId),
    Inst(InstId),
}

impl Partition {
    /// The coarsest partition of the representatives in `unifier` that tells no two apart which hold the same.
    pub(super) fn new(unifier: &Unifier<'_, '_>) -> Self {
        let mut partition = Partition {
            cells: vec![NO_BLOCK; unifier.s.cells.len()],
            insts: vec![NO_BLOCK; unifier.s.insts.len()],
        };
        let mut n_blocks = NO_BLOCK + 1;
        let mut mixed = partition.start(unifier, &mut n_blocks);
        loop {
            let mut parts = Vec::new();
            let mut alone = Vec::new();
            let mut signer = Signer::new(unifier, &partition);
            for block in &mixed {
                let mut by_signature: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
                let first = parts.len();
                for &member in block {
                    let next = parts.len();
                    let at = *by_signature.entry(signer.member(member)).or_insert(next);
                    if at == next {
                        parts.push(Vec::new());
                    }
                    parts[at].push(member);
                }
                // The first part keeps the number of the block.
                for part in first + 1..parts.len() {
                    alone.push((part, n_blocks));
                    n_blocks += 1;
                }
            }
            if alone.is_empty() {
                return partition;
            }
            for (part, number) in alone {
                partition.number(&parts[part], number);
            }
            parts.retain(|part: &Vec<Member>| part.len() > 1);
            mixed = parts;
        }
    }

    /// Blocks by what can be told at sight; those with several members.
    fn start(&mut self, unifier: &Unifier<'_, '_>, n_blocks: &mut u32) -> Vec<Vec<Member>> {
        let mut blocks: indexmap::IndexMap<(u32, u32, u32), Vec<Member>, rustc_hash::FxBuildHasher> =
            indexmap::IndexMap::default();
        for (i, cell) in unifier.s.cells.iter().enumerate() {
            let id = CellId(i as u32);
            if unifier.cell(id) == id {
                let (kind, of) = kind_of(&cell.kind);
                blocks.entry((kind, of, cell.fields.len() as u32)).or_default().push(Member::Cell(id));
            }
        }
        for &inst in &unifier.live {
            if unifier.inst(inst) == inst {
                let func = unifier.s.insts[inst.index()].func.into_raw().into_u32();
                blocks.entry((u32::MAX, func, 0)).or_default().push(Member::Inst(inst));
            }
        }
        for block in blocks.values() {
            self.number(block, *n_blocks);
            *n_blocks += 1;
        }
        blocks.into_values().filter(|block| block.len() > 1).collect()
    }

    fn number(&mut self, block: &[Member], number: u32) {
        for member in block {
            match member {
                Member::Cell(cell) => self.cells[cell.index()] = number,
                Member::Inst(inst) => self.insts[inst.index()] = number,
            }
        }
    }
}

/// What a cell stands for, as numbers.
fn kind_of(kind: &CellKind) -> (u32, u32) {
    match kind {
        CellKind::Cont(kind) => (0, kind.code()),
        CellKind::TupleVar => (1, 0),
        CellKind::Object(class) => (2, class.into_raw().into_u32()),
        CellKind::ClassAttrs(class) => (3, class.into_raw().into_u32()),
        CellKind::Var(local) => (4, LocalId::into_raw(*local).into_u32()),
        CellKind::Defaults(func) => (5, func.into_raw().into_u32()),
    }
}

/// Numbers for types, under one partition: the same for types of equal structure. `Nat` counts as `Int`.
pub(super) struct Signer<'a, 's, 'm> {
    unifier: &'a Unifier<'s, 'm>,
    partition: &'a Partition,
    types: FxHashMap<TypeId, u32>,
    atoms: FxHashMap<AtomId, u32>,
    /// What was numbered: words, by what they say.
    numbers: FxHashMap<Vec<u32>, u32>,
    names: FxHashMap<Name, u32>,
}

impl<'a, 's, 'm> Signer<'a, 's, 'm> {
    pub(super) fn new(unifier: &'a Unifier<'s, 'm>, partition: &'a Partition) -> Self {
        Signer {
            unifier,
            partition,
            types: FxHashMap::default(),
            atoms: FxHashMap::default(),
            numbers: FxHashMap::default(),
            names: FxHashMap::default(),
        }
    }

    fn member(&mut self, member: Member) -> Vec<u32> {
        match member {
            Member::Cell(cell) => self.cell(cell),
            Member::Inst(inst) => self.inst(inst),
        }
    }

    /// What is in a cell, which is of the kind of those that it is compared with.
    fn cell(&mut self, cell: CellId) -> Vec<u32> {
        let data = &self.unifier.s.cells[cell.index()];
        let mut out = Vec::with_capacity(1 + 2 * data.fields.len());
        if let CellKind::Cont(kind) = &data.kind
            && kind.is_lazy()
            && self.unifier.s.tells_iterators
        {
            out.push(match data.site.node {
                Node::Func(func) => func.into_raw().into_u32(),
                _ => self.name(&Name::from(iterator_class::named_by(data.site.part).unwrap_or_default())),
            });
        }
        let mut fields: Vec<(&Field, TypeId)> = data.fields.iter().map(|(field, ty)| (field, *ty)).collect();
        fields.sort();
        for (field, ty) in fields {
            self.field(field, &mut out);
            out.push(self.ty(ty));
        }
        out
    }

    fn field(&mut self, field: &Field, out: &mut Vec<u32>) {
        match field {
            Field::Elem => out.push(0),
            Field::Value => out.push(1),
            Field::Factory => out.push(2),
            Field::Sent => out.push(3),
            Field::Returned => out.push(4),
            Field::OtherKeys => out.push(5),
            Field::Attr(name) => out.extend([6, self.name(name)]),
            Field::Default(at) => out.extend([7, *at]),
            Field::Key(name) => out.extend([8, self.name(name)]),
        }
    }

    /// What was found in an instance, which is of the function of those that it is compared with.
    fn inst(&mut self, inst: InstId) -> Vec<u32> {
        let data = &self.unifier.s.insts[inst.index()];
        let mut out = vec![data.env.map_or(0, |env| self.inst_block(env) + 1)];
        for &ty in data.params.iter().chain([&data.ret]) {
            out.push(self.ty(ty));
        }
        let mut exprs: Vec<_> =
            data.exprs.iter().map(|(expr, ty)| (expr.into_raw().into_u32(), *ty)).collect();
        exprs.sort_unstable_by_key(|(expr, _)| *expr);
        let mut locals: Vec<_> =
            data.locals.iter().map(|(local, ty)| (local.into_raw().into_u32(), *ty)).collect();
        locals.sort_unstable_by_key(|(local, _)| *local);
        for found in [exprs, locals] {
            out.push(found.len() as u32);
            for (at, ty) in found {
                out.extend([at, self.ty(ty)]);
            }
        }
        out.push(data.updates.len() as u32);
        for (stmt, &(old, new)) in &data.updates {
            out.extend([stmt.into_raw().into_u32(), self.ty(old), self.ty(new)]);
        }
        let mut calls: Vec<[u32; 5]> = Vec::with_capacity(data.calls.len());
        for ((site, callee), &target) in &data.calls {
            let (tag, node) = site.node;
            calls.push([
                u32::from(tag),
                node,
                self.name(&site.role),
                self.atom(*callee),
                self.inst_block(target),
            ]);
        }
        calls.sort_unstable();
        out.extend(calls.into_iter().flatten());
        out
    }

    fn cell_block(&self, cell: CellId) -> u32 {
        self.partition.cells[self.unifier.cell(cell).index()]
    }

    fn inst_block(&self, inst: InstId) -> u32 {
        self.partition.insts[self.unifier.inst(inst).index()]
    }

    fn name(&mut self, name: &Name) -> u32 {
        if let Some(&known) = self.names.get(name) {
            return known;
        }
        let next = self.names.len() as u32;
        self.names.insert(name.clone(), next);
        next
    }

    fn number(&mut self, words: Vec<u32>) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(words).or_insert(next)
    }

    /// The number of a type.
    pub(super) fn ty(&mut self, ty: TypeId) -> u32 {
        if let Some(&known) = self.types.get(&ty) {
            return known;
        }
        let ids = self.unifier.s.types.ids(ty);
        let mut words: Vec<u32> = ids.iter().map(|&id| self.atom(id)).collect();
        words.sort_unstable();
        words.dedup();
        // No atom begins like a type.
        words.insert(0, 0);
        let number = self.number(words);
        self.types.insert(ty, number);
        number
    }

    fn atom(&mut self, id: AtomId) -> u32 {
        if let Some(&known) = self.atoms.get(&id) {
            return known;
        }
        let unifier = self.unifier;
        let words = match unifier.s.types.get(id) {
            // One representation.
            Atom::Nat | Atom::Int => vec![1],
            Atom::Range | Atom::NatRange => vec![2],
            Atom::Cont(kind, cell) => vec![3, kind.code(), self.cell_block(*cell)],
            Atom::TupleVar(cell) => vec![4, self.cell_block(*cell)],
            Atom::Obj(class, cell) => {
                let class = unifier.s.classes[unifier.class(*class).index()].class;
                vec![5, class.into_raw().into_u32(), self.cell_block(*cell)]
            }
            Atom::Class(class) => vec![6, unifier.class(*class).0],
            Atom::Tuple(items) => {
                let mut words = vec![7];
                words.extend(items.iter().map(|&item| self.ty(item)));
                words
            }
            Atom::Func(func, env) => vec![8, func.into_raw().into_u32(), self.inst_block(*env)],
            Atom::Bound(receiver, func, env) => {
                vec![9, func.into_raw().into_u32(), self.inst_block(*env), self.atom(*receiver)]
            }
            Atom::BoundBuiltin(receiver, name) => vec![10, self.name(name), self.atom(*receiver)],
            Atom::Super(class, receiver) => vec![11, unifier.class(*class).0, self.atom(*receiver)],
            Atom::Property(getter, setter) => {
                let mut words = vec![12, self.atom(*getter)];
                words.extend(setter.map(|setter| self.atom(setter)));
                words
            }
            Atom::CachedProperty(getter) => vec![13, self.atom(*getter)],
            Atom::StaticMethod(inner) => vec![14, self.atom(*inner)],
            Atom::ClassMethod(inner) => vec![15, self.atom(*inner)],
            _ => vec![16, id.0],
        };
        let number = self.number(words);
        self.atoms.insert(id, number);
        number
    }

    /// Which integers of a type are never negative, but for those in cells: a function of other integers is another.
    pub(super) fn signs(&self, ty: TypeId, out: &mut Vec<u32>) {
        for atom in self.unifier.s.types.atoms(ty) {
            match atom {
                Atom::Nat => out.push(1),
                Atom::Int => out.push(2),
                Atom::Tuple(items) => items.iter().for_each(|&item| self.signs(item, out)),
                _ => {}
            }
        }
    }
}
