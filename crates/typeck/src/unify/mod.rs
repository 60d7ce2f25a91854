//! After the fixpoint: one type per place.
//!
//! Inference keeps every allocation site apart; Rust needs one type for each variable, field and parameter. Here
//!
//! 1. cells of one kind (or class) that meet in one type are unified, with their elements, until nothing changes;
//! 2. instances of one function whose arguments became the same are merged, with what they call;
//! 3. cells and instances of equal structure are merged (partition refinement, coarsest stable partition), so that two
//!    lists of `int` share a type and a function called with either prints once. Instances whose arguments are of equal
//!    structure go first: what is inside of them may differ, and grows where they become one, which nothing may that
//!    already stands for what it only resembles.
//!
//! `Nat` and `Int` count as equal in step 3. In: a solved [`Solver`]. Out: [`Inferred`]. Cost: O(rounds × program).

mod partition;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use portalis_diag::Diagnostic;
use portalis_hir::{ClassId, Expr, ExprId, ExprKind, FuncId, Module, Name};
use rustc_hash::{FxBuildHasher, FxHashSet};

use self::partition::{Partition, Signer};
use crate::cell::{Cell, CellKind, Field, Node, Site};
use crate::instance::{Instance, Map};
use crate::iterator_class;
use crate::solve::{ARGUMENTS, ClassInfo, Solver};
use crate::ty::{Atom, AtomId, BOT, CellId, ClassRef, InstId, Kind, TypeId, Types};

/// What inference found, with one type per place. Ids of merged cells, classes and instances are replaced by those of
/// their representatives everywhere.
pub struct Inferred {
    /// The interner of all types below.
    pub types: Types,
    /// Cells by id; only representatives are current.
    pub cells: Vec<Cell>,
    /// Classes by id; only representatives are current.
    pub classes: Vec<ClassInfo>,
    /// Instances by id; only those in `live` are current.
    pub insts: Vec<Instance>,
    /// Representatives of reachable instances, in order of creation; the module body is first.
    pub live: Vec<InstId>,
    /// The methods that traits of the runtime call, per cell and special method, with the class that has them: classes made by
    /// calls of one function may have one cell.
    pub trait_calls: Map<(CellId, Name), Vec<(ClassRef, InstId)>>,
    /// Class by definition and environment.
    pub class_ids: HashMap<(ClassId, InstId), ClassRef, FxBuildHasher>,
    /// The representative of each cell.
    pub cell_reps: Vec<CellId>,
    /// What was reported on the way.
    pub diagnostics: Vec<Diagnostic>,
}

impl Inferred {
    /// What builtin exceptions are made with anywhere, as tuples.
    #[must_use]
    pub fn exception_arguments(&self) -> Vec<TypeId> {
        let arguments = self.cells.iter().find(|cell| cell.site.part == ARGUMENTS);
        arguments.map(|cell| cell.fields.iter().map(|(_, ty)| *ty).collect()).unwrap_or_default()
    }

    /// The class of the iterators in `cell`; nothing where those that come together there are of several, or of one that
    /// nothing knows.
    #[must_use]
    pub fn iterator_class(&self, cell: CellId) -> Option<&'static str> {
        only(self.unified_with(cell).map(|cell| iterator_class::named_by(cell.site.part)))
    }

    /// The function that makes the generators in `cell`, where it is one.
    #[must_use]
    pub fn generator_function(&self, cell: CellId) -> Option<FuncId> {
        only(self.unified_with(cell).map(|cell| match cell.site.node {
            Node::Func(func) => Some(func),
            _ => None,
        }))
    }

    /// The cells that were unified with `cell`, with itself.
    fn unified_with(&self, cell: CellId) -> impl Iterator<Item = &Cell> {
        let same = self.representative(cell);
        let cells = self.cells.iter().enumerate();
        cells.filter(move |(at, _)| self.representative(CellId(*at as u32)) == same).map(|(_, cell)| cell)
    }

    /// The cell that stands for all that were unified with `cell`.
    #[must_use]
    pub fn representative(&self, cell: CellId) -> CellId {
        self.cell_reps[cell.index()]
    }
}

/// What all of `answers` say, where that is the same.
fn only<T: Copy + PartialEq>(mut answers: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = answers.next().flatten();
    first.filter(|_| answers.all(|answer| answer == first))
}

/// How deep in containers compared objects are looked for.
const MAX_DEPTH: u32 = 6;

struct Union(Vec<u32>);

impl Union {
    fn new(n: usize) -> Self {
        Union((0..n as u32).collect())
    }

    fn find(&self, mut at: u32) -> u32 {
        while self.0[at as usize] != at {
            at = self.0[at as usize];
        }
        at
    }

    /// The smaller id stays the representative; false where they were one already.
    fn join(&mut self, a: u32, b: u32) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return false;
        }
        self.0[a.max(b) as usize] = a.min(b);
        true
    }
}

struct Unifier<'s, 'm> {
    views: Vec<(ExprId, ExprId)>,
    s: &'s mut Solver<'m>,
    cells: Union,
    insts: Union,
    classes: Union,
    /// Those that are reached, also where they were merged into others.
    live: BTreeSet<InstId>,
    /// The objects that each instance makes.
    made: BTreeMap<InstId, Vec<(Site, CellId)>>,
    canonical: Known<TypeId>,
    canonical_atoms: Known<AtomId>,
    changed: bool,
}

/// What was found for ids, by id, since it was last forgotten.
struct Known<T> {
    /// With the round that it was found in.
    found: Vec<Option<(u32, T)>>,
    round: u32,
}

impl<T: Copy> Known<T> {
    fn new() -> Self {
        Known { found: Vec::new(), round: 0 }
    }

    fn get(&self, at: usize) -> Option<T> {
        let (round, found) = self.found.get(at).copied().flatten()?;
        (round == self.round).then_some(found)
    }

    fn set(&mut self, at: usize, found: T) {
        if at >= self.found.len() {
            self.found.resize(at + 1, None);
        }
        self.found[at] = Some((self.round, found));
    }

    fn forget(&mut self) {
        self.round += 1;
    }
}

/// Unifies and merges.
#[must_use]
pub fn unify(mut solver: Solver<'_>) -> Inferred {
    // What was passed by name has done its work: cells that differ in nothing else are alike.
    for cell in &mut solver.cells {
        cell.fields.retain(|(field, _)| !matches!(field, Field::Key(_) | Field::OtherKeys));
    }
    let live = reachable(&solver);
    for inst in &live {
        solver.insts[inst.index()].calls.retain(|_, target| live.contains(target));
    }
    let (n_cells, n_insts, n_classes) = (solver.cells.len(), solver.insts.len(), solver.classes.len());
    let mut made: BTreeMap<InstId, Vec<_>> = BTreeMap::new();
    for (inst, site, cell) in solver.objects_made() {
        made.entry(inst).or_default().push((site, cell));
    }
    let views = views(solver.module);
    let mut unifier = Unifier {
        s: &mut solver,
        views,
        cells: Union::new(n_cells),
        insts: Union::new(n_insts),
        classes: Union::new(n_classes),
        live,
        made,
        canonical: Known::new(),
        canonical_atoms: Known::new(),
        changed: true,
    };
    // What could not be solved is refused as it is.
    while !unifier.s.gave_up {
        unifier.meet();
        let partition = Partition::new(&unifier);
        if !unifier.merge_same_arguments(&partition) && !unifier.merge_equal(&partition) {
            break;
        }
    }
    let live = unifier.live.iter().copied().filter(|&inst| unifier.inst(inst) == inst).collect();
    let class_ids = unifier
        .s
        .class_ids
        .clone()
        .into_iter()
        .map(|((class, env), id)| ((class, unifier.inst(env)), unifier.class(id)))
        .collect();
    let mut trait_calls: Map<(CellId, Name), Vec<(ClassRef, InstId)>> = Map::default();
    for ((class, cell, name), inst) in unifier.s.trait_calls.clone() {
        let of_cell = trait_calls.entry((unifier.cell(cell), name)).or_default();
        let target = (unifier.class(class), unifier.inst(inst));
        if !of_cell.contains(&target) {
            of_cell.push(target);
        }
    }
    let cell_reps = (0..n_cells).map(|cell| unifier.cell(CellId(cell as u32))).collect();
    Inferred {
        live,
        cell_reps,
        class_ids,
        trait_calls,
        types: std::mem::take(&mut solver.types),
        cells: std::mem::take(&mut solver.cells),
        classes: std::mem::take(&mut solver.classes),
        insts: std::mem::take(&mut solver.insts),
        diagnostics: std::mem::take(&mut solver.sink).into_report(),
    }
}

/// The calls that make views of dicts, if they are methods of dicts; and what each is a view of.
fn views(module: &Module) -> Vec<(ExprId, ExprId)> {
    let view = |(id, expr): (ExprId, &Expr)| {
        let ExprKind::Call { callee, args } = &expr.kind else { return None };
        let ExprKind::Attribute { value, name } = &module[*callee].kind else { return None };
        (args.is_empty() && matches!(&**name, "items" | "keys" | "values")).then_some((id, *value))
    };
    module.exprs.iter().filter_map(view).collect()
}

/// Instances that the module body reaches through calls, in order of creation. A function that is made in a call is
/// reached where that call is: inference may have looked at calls that it later found to be of wider types.
fn reachable(s: &Solver<'_>) -> BTreeSet<InstId> {
    let mut seen = BTreeSet::new();
    let mut waiting: BTreeMap<InstId, Vec<InstId>> = BTreeMap::new();
    let mut todo = vec![InstId(0)];
    todo.extend(s.trait_calls.values().copied());
    while let Some(inst) = todo.pop() {
        if !seen.insert(inst) {
            continue;
        }
        todo.extend(waiting.remove(&inst).unwrap_or_default());
        for ((_, callee), &target) in &s.insts[inst.index()].calls {
            match made_in(s.types.get(*callee)) {
                Some(env) if !seen.contains(&env) => waiting.entry(env).or_default().push(target),
                _ => todo.push(target),
            }
        }
    }
    seen
}

/// The call in which a function is made.
fn made_in(function: &Atom) -> Option<InstId> {
    match function {
        Atom::Func(_, env) | Atom::Bound(_, _, env) => Some(*env),
        _ => None,
    }
}

impl Unifier<'_, '_> {
    fn cell(&self, cell: CellId) -> CellId {
        CellId(self.cells.find(cell.0))
    }

    fn inst(&self, inst: InstId) -> InstId {
        InstId(self.insts.find(inst.0))
    }

    fn class(&self, class: ClassRef) -> ClassRef {
        ClassRef(self.classes.find(class.0))
    }

    // ---- step 1 and 2

    /// Unifies what meets until nothing changes; afterwards all tables hold canonical types.
    fn meet(&mut self) {
        loop {
            self.changed = false;
            self.canonical.forget();
            self.rewrite_cells();
            self.rewrite_instances();
            self.join_compared();
            self.follow_dicts();
            self.merge_same_keys();
            if !self.changed {
                return;
            }
        }
    }

    /// Objects of one class are one type where they are compared: Rust's `==` knows one type.
    fn join_compared(&mut self) {
        let mut seen = FxHashSet::default();
        for (a, b) in self.s.compared.clone() {
            self.join_objects(a, b, 0, &mut seen);
        }
    }

    /// Views of a dict that was unified with others have what it has now.
    fn follow_dicts(&mut self) {
        if self.views.is_empty() {
            return;
        }
        for inst in self.live.clone() {
            if self.inst(inst) != inst {
                continue;
            }
            for at in 0..self.views.len() {
                let (id, value) = self.views[at];
                let exprs = &self.s.insts[inst.index()].exprs;
                let (Some(&ty), Some(&of)) = (exprs.get(&id), exprs.get(&value)) else { continue };
                let [Atom::Cont(kind @ (Kind::DictKeys | Kind::DictValues | Kind::DictItems), view)] =
                    self.s.types.atoms(ty).cloned().collect::<Vec<_>>()[..]
                else {
                    continue;
                };
                let [Atom::Cont(dict, cell)] = self.s.types.atoms(of).cloned().collect::<Vec<_>>()[..] else {
                    continue;
                };
                if !dict.is_dict() {
                    continue;
                }
                let cell = self.cell(cell);
                let part = |field| self.s.cells[cell.index()].get(&field);
                let (keys, values) = (part(Field::Elem), part(Field::Value));
                if keys == BOT {
                    continue;
                }
                let elem = match kind {
                    Kind::DictKeys => keys,
                    Kind::DictValues => values,
                    _ => self.s.types.of(Atom::Tuple(vec![keys, values].into())),
                };
                let elem = self.canon(elem);
                let view = self.cell(view);
                if self.s.cells[view.index()].get(&Field::Elem) != elem {
                    self.grow(view, Field::Elem, elem);
                }
            }
        }
    }

    fn join_objects(
        &mut self,
        a: TypeId,
        b: TypeId,
        depth: u32,
        seen: &mut FxHashSet<(TypeId, TypeId, u32)>,
    ) {
        let (a, b) = (self.canon(a), self.canon(b));
        if a == b || depth > MAX_DEPTH || !seen.insert((a, b, depth)) {
            return;
        }
        let (left, right): (Vec<Atom>, Vec<Atom>) =
            (self.s.types.atoms(a).cloned().collect(), self.s.types.atoms(b).cloned().collect());
        for (l, r) in left.iter().flat_map(|l| right.iter().map(move |r| (l, r))) {
            match (l, r) {
                (Atom::Obj(c, x), Atom::Obj(d, y)) if self.class(*c) == self.class(*d) => {
                    self.join_cells(*x, *y);
                }
                (Atom::Tuple(xs), Atom::Tuple(ys)) if xs.len() == ys.len() => {
                    for (&x, &y) in xs.iter().zip(ys.iter()) {
                        self.join_objects(x, y, depth + 1, seen);
                    }
                }
                (Atom::Cont(_, x) | Atom::TupleVar(x), Atom::Cont(_, y) | Atom::TupleVar(y)) => {
                    let (x, y) = (self.cell(*x), self.cell(*y));
                    for field in [Field::Elem, Field::Value] {
                        let (p, q) =
                            (self.s.cells[x.index()].get(&field), self.s.cells[y.index()].get(&field));
                        self.join_objects(p, q, depth + 1, seen);
                    }
                }
                _ => {}
            }
        }
    }

    /// Atoms have other representatives now. Types wait for the next round.
    fn joined(&mut self) {
        self.changed = true;
        self.canonical_atoms.forget();
    }

    fn join_cells(&mut self, a: CellId, b: CellId) {
        let (a, b) = (self.cell(a), self.cell(b));
        if self.cells.join(a.0, b.0) {
            self.joined();
            let (keep, gone) = (a.min(b), a.max(b));
            for (field, ty) in self.s.cells[gone.index()].fields.clone() {
                self.grow(keep, field, ty);
            }
        }
    }

    /// Adds `ty` to a field. What a tuple of unknown length absorbs is no news: a field that held it would be rewritten,
    /// and grow again, for ever.
    fn grow(&mut self, cell: CellId, field: Field, ty: TypeId) {
        // A cell that was unified with one of those in the field is no news either.
        let ty = self.canon(ty);
        let cell = self.cell(cell);
        let old = self.s.cells[cell.index()].get(&field);
        let joined = self.s.types.join(old, ty);
        let is_known = self.s.cells[cell.index()].fields.iter().any(|(name, _)| *name == field);
        if joined == old && is_known {
            return;
        }
        // What is absorbed may go into this very field.
        let absorbed = self.absorbed(joined);
        self.set_field(cell, &field, absorbed);
        let canonical = self.canon(joined);
        let cell = self.cell(cell);
        let held = self.s.cells[cell.index()].get(&field);
        // Where nothing went into it meanwhile it holds what is canonical: the two would be told apart for ever.
        let joined = if held == absorbed { canonical } else { self.s.types.join(held, canonical) };
        let new = self.absorbed(joined);
        self.set_field(cell, &field, new);
        self.changed |= new != old || !is_known;
    }

    /// `ty` without the tuples that one of unknown length absorbs.
    fn absorbed(&mut self, ty: TypeId) -> TypeId {
        if !self.s.types.atoms(ty).any(|atom| matches!(atom, Atom::TupleVar(_))) {
            return ty;
        }
        self.s.types.filter(ty, |atom| !matches!(atom, Atom::Tuple(_)))
    }

    fn set_field(&mut self, cell: CellId, field: &Field, ty: TypeId) {
        let fields = &mut self.s.cells[cell.index()].fields;
        match fields.iter_mut().find(|(name, _)| name == field) {
            Some((_, held)) => *held = ty,
            None => fields.push((field.clone(), ty)),
        }
    }

    fn join_insts(&mut self, a: InstId, b: InstId) {
        let (a, b) = (self.inst(a), self.inst(b));
        if !self.insts.join(a.0, b.0) {
            return;
        }
        self.joined();
        let (keep, gone) = (a.min(b), a.max(b));
        self.join_made(keep, gone);
        let gone = self.s.insts[gone.index()].clone();
        for i in 0..gone.params.len() {
            let joined = self.s.types.join(self.s.insts[keep.index()].params[i], gone.params[i]);
            self.s.insts[keep.index()].params[i] = joined;
        }
        let ret = self.s.types.join(self.s.insts[keep.index()].ret, gone.ret);
        self.s.insts[keep.index()].ret = ret;
        for (expr, ty) in gone.exprs {
            let old = self.s.insts[keep.index()].exprs.get(&expr).copied().unwrap_or(BOT);
            let new = self.s.types.join(old, ty);
            self.s.insts[keep.index()].exprs.insert(expr, new);
        }
        for (local, ty) in gone.locals {
            let old = self.s.insts[keep.index()].locals.get(&local).copied().unwrap_or(BOT);
            let new = self.s.types.join(old, ty);
            self.s.insts[keep.index()].locals.insert(local, new);
        }
        for (stmt, (old, new)) in gone.updates {
            let known = self.s.insts[keep.index()].updates.get(&stmt).copied().unwrap_or((BOT, BOT));
            let joined = (self.s.types.join(known.0, old), self.s.types.join(known.1, new));
            self.s.insts[keep.index()].updates.insert(stmt, joined);
        }
        self.s.insts[keep.index()].maybe_unbound.extend(gone.maybe_unbound);
        for (key, target) in gone.calls {
            match self.s.insts[keep.index()].calls.get(&key).copied() {
                Some(other) => self.join_insts(other, target),
                None => {
                    self.s.insts[keep.index()].calls.insert(key, target);
                }
            }
        }
        match (self.s.insts[keep.index()].generator, gone.generator) {
            (Some(a), Some(b)) => self.join_cells(a, b),
            (None, Some(b)) => self.s.insts[keep.index()].generator = Some(b),
            _ => {}
        }
    }

    /// What two instances of one function make at one place is of one type once they are one.
    fn join_made(&mut self, keep: InstId, gone: InstId) {
        for (site, cell) in self.made.remove(&gone).unwrap_or_default() {
            let made = self.made.entry(keep).or_default();
            match made.iter().find(|(known, _)| *known == site) {
                Some(&(_, other)) => self.join_cells(other, cell),
                None => made.push((site, cell)),
            }
        }
    }

    /// `ty` with representatives, tuples of unknown length absorbing the others, and cells that meet here unified.
    fn canon(&mut self, ty: TypeId) -> TypeId {
        if let Some(known) = self.canonical.get(ty.index()) {
            return known;
        }
        let ids = self.s.types.ids(ty);
        let mut out = Vec::with_capacity(ids.len());
        let mut conts: BTreeMap<(u8, u32), CellId> = BTreeMap::new();
        let tuple_var = ids.iter().find_map(|&id| match self.s.types.get(id) {
            Atom::TupleVar(cell) => Some(*cell),
            _ => None,
        });
        for &id in ids.iter() {
            let atom = self.s.types.get(id).clone();
            if made_in(&atom).is_some_and(|env| !self.live.contains(&env)) {
                continue;
            }
            let key = match &atom {
                Atom::Cont(kind, cell) => Some(((0, kind.code()), *cell)),
                Atom::TupleVar(cell) => Some(((1, 0), *cell)),
                Atom::Obj(class, cell) => Some(((2, self.class(*class).0), *cell)),
                _ => None,
            };
            if let Some((key, cell)) = key {
                match conts.get(&key) {
                    Some(&other) => self.join_cells(other, cell),
                    None => {
                        conts.insert(key, cell);
                    }
                }
            }
            if let (Atom::Tuple(items), Some(cell)) = (&atom, tuple_var) {
                for &item in items.iter() {
                    self.grow(cell, Field::Elem, item);
                }
                continue;
            }
            out.push(self.canon_atom(id));
        }
        let dicts = Kind::DICTS.iter().filter_map(|kind| conts.get(&(0, kind.code())).copied());
        let dicts: Vec<CellId> = dicts.collect();
        for pair in dicts.windows(2) {
            self.join_widths(pair[0], pair[1]);
        }
        let canonical = self.s.types.from_ids(out);
        self.canonical.set(ty.index(), canonical);
        canonical
    }

    /// Dicts of two kinds that meet hold integers of one width.
    fn join_widths(&mut self, a: CellId, b: CellId) {
        for field in [Field::Elem, Field::Value] {
            let (a, b) = (self.cell(a), self.cell(b));
            let (of_a, of_b) = (self.s.cells[a.index()].get(&field), self.s.cells[b.index()].get(&field));
            let is_int = |this: &Self, ty: TypeId| ty != BOT && this.s.types.atoms(ty).all(Atom::is_int);
            let is_wide = |this: &Self, ty: TypeId| this.s.types.contains(ty, &Atom::BigInt);
            if is_wide(self, of_a) != is_wide(self, of_b) && is_int(self, of_a) && is_int(self, of_b) {
                self.grow(a, field.clone(), of_b);
                self.grow(b, field, of_a);
            }
        }
    }

    fn canon_atom(&mut self, id: AtomId) -> AtomId {
        if let Some(known) = self.canonical_atoms.get(id.index()) {
            return known;
        }
        let canonical = self.new_canon_atom(id);
        self.canonical_atoms.set(id.index(), canonical);
        canonical
    }

    fn new_canon_atom(&mut self, id: AtomId) -> AtomId {
        let atom = match self.s.types.get(id).clone() {
            Atom::Cont(kind, cell) => Atom::Cont(kind, self.cell(cell)),
            Atom::TupleVar(cell) => Atom::TupleVar(self.cell(cell)),
            Atom::Obj(class, cell) => Atom::Obj(self.class(class), self.cell(cell)),
            Atom::Class(class) => Atom::Class(self.class(class)),
            Atom::Tuple(items) => {
                let items = items.iter().map(|&item| self.canon(item)).collect();
                Atom::Tuple(items)
            }
            Atom::Func(func, env) => Atom::Func(func, self.inst(env)),
            Atom::Bound(receiver, func, env) => {
                let receiver = self.canon_atom(receiver);
                Atom::Bound(receiver, func, self.inst(env))
            }
            Atom::BoundBuiltin(receiver, name) => {
                let receiver = self.canon_atom(receiver);
                Atom::BoundBuiltin(receiver, name)
            }
            Atom::Super(class, receiver) => {
                let receiver = self.canon_atom(receiver);
                Atom::Super(self.class(class), receiver)
            }
            Atom::Property(getter, setter) => {
                let getter = self.canon_atom(getter);
                let setter = setter.map(|setter| self.canon_atom(setter));
                Atom::Property(getter, setter)
            }
            Atom::CachedProperty(getter) => Atom::CachedProperty(self.canon_atom(getter)),
            Atom::StaticMethod(inner) => Atom::StaticMethod(self.canon_atom(inner)),
            Atom::ClassMethod(inner) => Atom::ClassMethod(self.canon_atom(inner)),
            _ => return id,
        };
        self.s.types.atom(atom)
    }

    fn rewrite_cells(&mut self) {
        for i in 0..self.s.cells.len() {
            if self.cell(CellId(i as u32)) != CellId(i as u32) {
                continue;
            }
            for at in 0..self.s.cells[i].fields.len() {
                let ty = self.s.cells[i].fields[at].1;
                let canonical = self.canon(ty);
                if canonical != ty {
                    self.s.cells[i].fields[at].1 = canonical;
                    self.changed = true;
                }
            }
        }
    }

    fn rewrite_instances(&mut self) {
        for inst in self.live.clone() {
            if self.inst(inst) != inst {
                continue;
            }
            // Nobody looks at it meanwhile.
            let empty = Instance::new(self.s.insts[inst.index()].func, None, Vec::new(), 0);
            let mut instance = std::mem::replace(&mut self.s.insts[inst.index()], empty);
            for ty in instance.params.iter_mut().chain([&mut instance.ret]) {
                self.rewrite(ty);
            }
            for ty in instance.exprs.values_mut().chain(instance.locals.values_mut()) {
                self.rewrite(ty);
            }
            for (old, new) in instance.updates.values_mut() {
                self.rewrite(old);
                self.rewrite(new);
            }
            instance.env = instance.env.map(|env| self.inst(env));
            instance.generator = instance.generator.map(|cell| self.cell(cell));
            let mut same = Vec::new();
            let is_stale = |this: &mut Self, ((_, callee), target): (&(_, AtomId), &InstId)| {
                this.canon_atom(*callee) != *callee || this.inst(*target) != *target
            };
            if instance.calls.iter().any(|call| is_stale(self, call)) {
                let mut merged: Map<_, InstId> = Map::default();
                for ((site, callee), target) in std::mem::take(&mut instance.calls) {
                    let key = (site, self.canon_atom(callee));
                    let target = self.inst(target);
                    match merged.get(&key) {
                        Some(&other) if other != target => same.push((other, target)),
                        Some(_) => {}
                        None => {
                            merged.insert(key, target);
                        }
                    }
                }
                instance.calls = merged;
            }
            self.s.insts[inst.index()] = instance;
            for (a, b) in same {
                self.join_insts(a, b);
            }
        }
    }

    fn rewrite(&mut self, ty: &mut TypeId) {
        let canonical = self.canon(*ty);
        if canonical != *ty {
            *ty = canonical;
            self.changed = true;
        }
    }

    /// Instances of one function in one environment with the same arguments are one; so are their variables, and
    /// classes defined by one instance.
    fn merge_same_keys(&mut self) {
        let mut keys: BTreeMap<_, InstId> = BTreeMap::new();
        for inst in self.live.clone() {
            let rep = self.inst(inst);
            let data = &self.s.insts[rep.index()];
            let key =
                (data.func.into_raw().into_u32(), data.env.map(|env| self.inst(env)), data.params.clone());
            match keys.get(&key) {
                Some(&other) => self.join_insts(other, rep),
                None => {
                    keys.insert(key, rep);
                }
            }
        }
        let mut owned: BTreeMap<(CellKind, InstId), CellId> = BTreeMap::new();
        for i in 0..self.s.cells.len() {
            let id = CellId(i as u32);
            if let Some(owner) = self.s.cells[i].owner {
                let key = (self.s.cells[i].kind.clone(), self.inst(owner));
                match owned.get(&key) {
                    Some(&other) => self.join_cells(other, id),
                    None => {
                        owned.insert(key, id);
                    }
                }
            }
        }
        let mut classes: BTreeMap<(u32, InstId), ClassRef> = BTreeMap::new();
        for i in 0..self.s.classes.len() {
            let info = &self.s.classes[i];
            let key = (info.class.into_raw().into_u32(), self.inst(info.env));
            let id = ClassRef(i as u32);
            match classes.get(&key) {
                Some(&other) => {
                    if self.classes.join(other.0, id.0) {
                        self.joined();
                    }
                }
                None => {
                    classes.insert(key, id);
                }
            }
        }
        for i in 0..self.s.classes.len() {
            let mro: Vec<ClassRef> = self.s.classes[i].mro.iter().map(|&base| self.class(base)).collect();
            let (env, attrs) = (self.inst(self.s.classes[i].env), self.cell(self.s.classes[i].attrs));
            let info = &mut self.s.classes[i];
            (info.mro, info.env, info.attrs) = (mro, env, attrs);
        }
        // Trait methods of unified cells are one; classes made by calls of one function may have one cell.
        let mut methods: BTreeMap<(ClassRef, CellId, Name), InstId> = BTreeMap::new();
        for ((class, cell, name), inst) in self.s.trait_calls.clone() {
            let key = (self.class(class), self.cell(cell), name);
            match methods.get(&key) {
                Some(&other) => self.join_insts(other, inst),
                None => {
                    methods.insert(key, inst);
                }
            }
        }
    }

    // ---- step 3

    /// Merges the instances of one function of the module, or method, whose arguments are of equal structure; false where there
    /// were none. Those of nested functions stay apart with the variables that they capture.
    fn merge_same_arguments(&mut self, partition: &Partition) -> bool {
        let mut signer = Signer::new(self, partition);
        let mut first: HashMap<Vec<u32>, InstId, FxBuildHasher> = HashMap::default();
        let mut same = Vec::new();
        for &inst in &self.live {
            if self.inst(inst) != inst {
                continue;
            }
            let data = &self.s.insts[inst.index()];
            let is_nested = data.env.is_some_and(|env| self.s.insts[self.inst(env).index()].env.is_some());
            if is_nested {
                continue;
            }
            let mut key = vec![data.func.into_raw().into_u32()];
            for &ty in &data.params {
                key.push(signer.ty(ty));
                signer.signs(ty, &mut key);
            }
            let rep = *first.entry(key).or_insert(inst);
            if partition.insts[rep.index()] != partition.insts[inst.index()] {
                same.push((rep, inst));
            }
        }
        self.changed = false;
        for (rep, inst) in same {
            self.join_insts(rep, inst);
        }
        self.changed
    }

    /// Merges cells and instances of equal structure; false where there were none.
    fn merge_equal(&mut self, partition: &Partition) -> bool {
        self.changed = false;
        let mut first: BTreeMap<u32, CellId> = BTreeMap::new();
        for (i, &part) in partition.cells.iter().enumerate() {
            let id = CellId(i as u32);
            if self.cell(id) == id {
                let rep = *first.entry(part).or_insert(id);
                self.join_cells(rep, id);
            }
        }
        let mut first: BTreeMap<u32, InstId> = BTreeMap::new();
        for inst in self.live.clone() {
            if self.inst(inst) == inst {
                let rep = *first.entry(partition.insts[inst.index()]).or_insert(inst);
                self.join_insts(rep, inst);
            }
        }
        self.changed
    }
}
