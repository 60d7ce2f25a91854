//! Iterating, indexing and slicing.

use portalis_diag::Span;
use portalis_hir::{ExprId, ExprKind};

use super::bind::Args;
use super::{Env, Walk};
use crate::builtins::slices::SLICE;
use crate::cell::{Field, Node};
use crate::diagnostics;
use crate::ty::{Atom, AtomId, BOT, Kind, TypeId};

impl Walk<'_, '_> {
    /// What iterating a value of type `ty` gives; ⊥ where that always raises or nothing comes.
    pub(crate) fn items_of(&mut self, ty: TypeId, node: Node, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let elem = match &atom {
                Atom::Cont(Kind::Native(_), _) => BOT,
                Atom::Cont(_, cell) | Atom::TupleVar(cell) => self.s.read(*cell, &Field::Elem),
                Atom::Tuple(items) => self.s.types.join_all(items.iter().copied()),
                Atom::Str => self.of(Atom::Str),
                Atom::Bytes | Atom::NatRange => self.of(Atom::Nat),
                Atom::Range => self.of(Atom::Int),
                Atom::File => self.of(Atom::Str),
                Atom::Unknown => self.of(Atom::Unknown),
                Atom::Native(class) => match self.s.table.iteration_word(class) {
                    Some(word) => self.word(word),
                    None => BOT,
                },
                Atom::Obj(class, _) => {
                    if self.class_has(*class, "__iter__") {
                        let iterator = self.call_method(node, "__iter__", id, Vec::new());
                        self.next_of(iterator, node, span)
                    } else if let Some(value) = self.underlying(&atom) {
                        self.items_of(value, node, span)
                    } else if self.class_has(*class, "__getitem__") {
                        let index = self.of(Atom::Nat);
                        self.call_method(node, "__getitem__", id, vec![index])
                    } else {
                        BOT
                    }
                }
                Atom::Class(class) => self.members(*class).unwrap_or(BOT),
                _ => BOT,
            };
            joined = self.join(joined, elem);
        }
        joined
    }

    /// What `next` of an iterator of type `ty` gives.
    pub(crate) fn next_of(&mut self, ty: TypeId, node: Node, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let elem = match &atom {
                Atom::Cont(kind, cell) if kind.is_lazy() => self.s.read(*cell, &Field::Elem),
                Atom::Obj(class, _) if self.class_has(*class, "__next__") => {
                    self.call_method(node, "__next__", id, Vec::new())
                }
                Atom::Unknown => self.of(Atom::Unknown),
                Atom::File => self.of(Atom::Str),
                // It raises where it is met.
                Atom::Bool | Atom::Nat | Atom::Int | Atom::BigInt | Atom::Float | Atom::None => BOT,
                Atom::Str | Atom::Bytes | Atom::Tuple(_) | Atom::TupleVar(_) | Atom::Obj(..) => BOT,
                Atom::Range | Atom::NatRange => BOT,
                Atom::Cont(kind, _) if !matches!(kind, Kind::Native(_)) => BOT,
                _ => {
                    let name = self.type_name(id);
                    self.s.report(diagnostics::not_an_iterator(span, &name));
                    BOT
                }
            };
            joined = self.join(joined, elem);
        }
        joined
    }

    /// `container[index]`.
    pub(crate) fn load_item(
        &mut self,
        node: Node,
        container: TypeId,
        index: ExprId,
        index_ty: TypeId,
        span: Span,
    ) -> TypeId {
        let mut joined = BOT;
        for part in self.index_parts(index_ty) {
            for (id, atom) in self.atoms(container) {
                // An object of the program takes whatever comes.
                let takes_all = matches!(&atom, Atom::Obj(class, _) if self.class_has(*class, "__getitem__"));
                let index_ty = if takes_all { index_ty } else { part };
                let ty = self.load_item_atom(node, id, &atom, index, index_ty, span);
                joined = self.join(joined, ty);
            }
        }
        joined
    }

    /// The slices in an index, and what else it may be.
    fn index_parts(&mut self, index_ty: TypeId) -> Vec<TypeId> {
        let slice = Atom::Native(SLICE);
        let slices = self.s.types.filter(index_ty, |atom| *atom == slice);
        if slices == BOT || slices == index_ty {
            return vec![index_ty];
        }
        vec![self.s.types.filter(index_ty, |atom| *atom != slice), slices]
    }

    fn load_item_atom(
        &mut self,
        node: Node,
        id: AtomId,
        atom: &Atom,
        index: ExprId,
        index_ty: TypeId,
        span: Span,
    ) -> TypeId {
        let is_slice = self.s.types.contains(index_ty, &Atom::Native(SLICE));
        if is_sequence(atom) {
            self.index_of(Node::Expr(index), index_ty);
        }
        match atom {
            Atom::Str | Atom::Unknown => self.s.types.of_id(id),
            Atom::Bytes => {
                if is_slice {
                    self.s.types.of_id(id)
                } else {
                    self.of(Atom::Nat)
                }
            }
            Atom::Range | Atom::NatRange => {
                if is_slice {
                    self.of(Atom::Range)
                } else {
                    self.of(if *atom == Atom::Range { Atom::Int } else { Atom::Nat })
                }
            }
            Atom::Cont(Kind::List, cell) => {
                let elem = self.s.read(*cell, &Field::Elem);
                if is_slice { self.s.container(node, "slice", Kind::List, elem, span) } else { elem }
            }
            Atom::Cont(Kind::Deque, cell) => self.s.read(*cell, &Field::Elem),
            Atom::Cont(Kind::Dict | Kind::OrderedDict, cell) => {
                if self.never_hashes(index_ty) {
                    return BOT;
                }
                self.looked_up(*cell, index_ty);
                self.hash_and_eq(node, index_ty);
                let keys = self.s.read(*cell, &Field::Elem);
                self.meet(node, keys, index_ty);
                self.note_missing_key(keys, index_ty);
                self.s.read(*cell, &Field::Value)
            }
            Atom::Cont(Kind::Counter, cell) => {
                self.hash_and_eq(node, index_ty);
                let keys = self.s.read(*cell, &Field::Elem);
                self.meet(node, keys, index_ty);
                let nat = self.of(Atom::Nat);
                let value = self.s.read(*cell, &Field::Value);
                self.join(value, nat)
            }
            Atom::Cont(Kind::DefaultDict, cell) => {
                self.hash_and_eq(node, index_ty);
                self.s.write(*cell, Field::Elem, index_ty);
                let factory = self.s.read(*cell, &Field::Factory);
                let made = if factory == BOT {
                    BOT
                } else {
                    let site = self.s.cells[cell.index()].site.node;
                    self.call_value(site, "factory", factory, Vec::new(), span)
                };
                self.s.write(*cell, Field::Value, made);
                self.s.read(*cell, &Field::Value)
            }
            Atom::TupleVar(cell) => {
                let elem = self.s.read(*cell, &Field::Elem);
                if is_slice { self.tuple_var(node, "slice", elem, span) } else { elem }
            }
            Atom::Tuple(items) => {
                let items: Vec<TypeId> = items.to_vec();
                self.load_tuple(node, &items, index, is_slice, span)
            }
            Atom::Obj(class, _) if self.class_has(*class, "__getitem__") => {
                self.call_method(node, "__getitem__", id, vec![index_ty])
            }
            Atom::Obj(class, _) => match self.underlying(atom) {
                Some(value) => {
                    if !self.class_has(*class, "__missing__") || !self.holds_dict(*class) {
                        return self.load_item(node, value, index, index_ty, span);
                    }
                    // What the container does without the key is replaced: a factory is not called.
                    let found = match self.atoms(value).as_slice() {
                        [(_, Atom::Cont(Kind::DefaultDict, cell))] => {
                            self.hash_and_eq(node, index_ty);
                            self.s.read(*cell, &Field::Value)
                        }
                        _ => self.load_item(node, value, index, index_ty, span),
                    };
                    let made = self.call_method(node, "__missing__", id, vec![index_ty]);
                    self.join(found, made)
                }
                None => BOT,
            },
            Atom::Class(class) if self.s.classes[class.index()].enumeration.is_some() => {
                self.members(*class).unwrap_or(BOT)
            }
            Atom::Native(class) if is_slice => match self.s.table.special(class, "__slice__", &[]) {
                Some(row) => self.apply_row(row, Some(id), node, &Args::of(Vec::new()), span),
                None => BOT,
            },
            Atom::Native(class) => {
                let args = Args::of(vec![index_ty]);
                match self.s.table.native_method(class, "__getitem__", &self.shape(&args)) {
                    Some(row) => self.apply_row(row, Some(id), node, &args, span),
                    None => BOT,
                }
            }
            Atom::Builtin(_) | Atom::Class(_) | Atom::ExcClass(_) => {
                if let Atom::Class(class) = atom
                    && self.class_has(*class, "__class_getitem__")
                {
                    self.s.report(diagnostics::unsupported_class(span, "`__class_getitem__`"));
                }
                // `list[int]`, `Generic[T]`: only annotations and bases look at it.
                self.s.types.of_id(id)
            }
            _ => BOT,
        }
    }

    fn load_tuple(
        &mut self,
        node: Node,
        items: &[TypeId],
        index: ExprId,
        is_slice: bool,
        span: Span,
    ) -> TypeId {
        if is_slice {
            if let ExprKind::Slice { start, stop, step } = self.module()[index].kind {
                let bounds = [start, stop, step].map(|bound| bound.map(|expr| self.literal(expr)));
                if let Some(positions) = crate::builtins::slices::positions(items.len(), bounds) {
                    let part: Vec<TypeId> = positions.into_iter().map(|at| items[at]).collect();
                    return self.of(Atom::Tuple(part.into()));
                }
            }
            let joined = self.s.types.join_all(items.iter().copied());
            return self.tuple_var(node, "slice", joined, span);
        }
        match self.literal(index) {
            Some(i) => {
                let at = if i < 0 { i + items.len() as i64 } else { i };
                usize::try_from(at).ok().and_then(|at| items.get(at)).copied().unwrap_or(BOT)
            }
            None => self.s.types.join_all(items.iter().copied()),
        }
    }

    /// `container[index] = value`; false where that always raises.
    #[expect(clippy::too_many_arguments, reason = "a store is all of these")]
    pub(crate) fn store_item(
        &mut self,
        at: ExprId,
        container: TypeId,
        index: ExprId,
        index_ty: TypeId,
        value: TypeId,
        span: Span,
        env: &mut Env,
    ) -> bool {
        let node = Node::Expr(index);
        let is_slice = self.s.types.contains(index_ty, &Atom::Native(SLICE));
        let mut works = false;
        for (id, atom) in self.atoms(container) {
            works |= match &atom {
                Atom::Cont(Kind::List | Kind::Deque, cell) => {
                    self.index_of(Node::Expr(index), index_ty);
                    for part in self.index_parts(index_ty) {
                        let is_slice = self.s.types.contains(part, &Atom::Native(SLICE));
                        let elem = if is_slice { self.items_of(value, node, span) } else { value };
                        self.s.write(*cell, Field::Elem, elem);
                    }
                    true
                }
                Atom::Cont(kind, _) if kind.is_dict() && self.never_hashes(index_ty) => false,
                Atom::Cont(kind, cell) if kind.is_dict() => {
                    self.hash_and_eq(node, index_ty);
                    self.s.write(*cell, Field::Elem, index_ty);
                    // A count is no wider than what it counts: where everything else is of any size, it stays narrow.
                    let value = match kind {
                        Kind::Counter if self.s.growth.is_wide() => {
                            let narrow =
                                |atom: &Atom| if *atom == Atom::BigInt { Atom::Int } else { atom.clone() };
                            self.s.types.with_ints(value, &narrow)
                        }
                        _ => value,
                    };
                    self.s.write(*cell, Field::Value, value);
                    true
                }
                Atom::Obj(class, _) if self.class_has(*class, "__setitem__") => {
                    self.forget_paths(env);
                    self.call_method(Node::Expr(at), "__setitem__", id, vec![index_ty, value]) != BOT
                }
                Atom::Obj(..) => match self.underlying(&atom) {
                    Some(held) => self.store_item(at, held, index, index_ty, value, span, env),
                    None => false,
                },
                Atom::Native(class) if is_slice => self.s.table.special(class, "__setslice__", &[]).is_some(),
                Atom::Native(_) => {
                    let indices = self.s.types.ids(index_ty);
                    let values = self.s.types.ids(value);
                    let node = Node::Expr(at);
                    let stores =
                        indices.iter().flat_map(|&index| values.iter().map(move |&value| [index, value]));
                    let stores: Vec<[AtomId; 2]> = stores.collect();
                    let mut stored = false;
                    for operands in stores {
                        stored |= self.native_method(node, id, "__setitem__", &operands, span).is_some();
                    }
                    stored
                }
                Atom::Unknown => true,
                _ => false,
            };
        }
        works
    }
}

/// Whether a value of a builtin type has its items by position.
fn is_sequence(atom: &Atom) -> bool {
    matches!(
        atom,
        Atom::Str
            | Atom::Bytes
            | Atom::Range
            | Atom::NatRange
            | Atom::Cont(Kind::List | Kind::Deque, _)
            | Atom::Tuple(_)
            | Atom::TupleVar(_)
    )
}
