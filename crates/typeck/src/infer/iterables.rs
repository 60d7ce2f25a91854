//! Builtins that take or make iterables: `range`, `list`, `sorted`, `sum`, `min` and their like.

use portalis_diag::Span;
use portalis_hir::Arg;

use super::Walk;
use super::bind::Args;
use crate::cell::{Field, Node};
use crate::iterator_class;
use crate::ty::{Atom, BOT, Kind, TypeId};

impl Walk<'_, '_> {
    /// An iterator over tuples of `items`; over nothing where one of them never comes.
    pub(super) fn lazy_tuple(
        &mut self,
        node: Node,
        part: &'static str,
        items: Vec<TypeId>,
        span: Span,
    ) -> TypeId {
        let elem = if items.contains(&BOT) { BOT } else { self.of(Atom::Tuple(items.into())) };
        self.s.container(node, part, Kind::Iterator, elem, span)
    }

    /// What `reversed(x)` gives: of an object with `__getitem__` the items at all indices below its `__len__`.
    pub(super) fn reversed_items(&mut self, node: Node, ty: TypeId, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match &atom {
                Atom::Obj(class, _) if self.class_has(*class, "__reversed__") => {
                    let iterator = self.call_method(node, "__reversed__", id, Vec::new());
                    self.items_of(iterator, node, span)
                }
                Atom::Obj(class, _) if self.class_has(*class, "__getitem__") => {
                    self.call_method(node, "__len__", id, Vec::new());
                    let index = self.of(Atom::Int);
                    self.call_method(node, "__getitem__", id, vec![index])
                }
                _ => {
                    let one = self.of(atom.clone());
                    self.items_of(one, node, span)
                }
            };
            joined = self.join(joined, one);
        }
        joined
    }

    pub(super) fn len_of(&mut self, node: Node, ty: TypeId) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match &atom {
                Atom::Str
                | Atom::Bytes
                | Atom::Range
                | Atom::NatRange
                | Atom::Tuple(_)
                | Atom::TupleVar(_) => self.of(Atom::Nat),
                Atom::Cont(kind, _) if !kind.is_lazy() => self.of(Atom::Nat),
                Atom::Native(class) if self.s.table.special(class, "__len__", &[]).is_some() => {
                    self.of(Atom::Nat)
                }
                Atom::Obj(class, _) if self.class_has(*class, "__len__") => {
                    self.call_method(node, "__len__", id, Vec::new());
                    self.of(Atom::Nat)
                }
                Atom::Obj(..) => match self.underlying(&atom) {
                    Some(value) => self.len_of(node, value),
                    None => BOT,
                },
                Atom::Class(class) if self.s.classes[class.index()].enumeration.is_some() => {
                    self.of(Atom::Nat)
                }
                Atom::Unknown => self.of(Atom::Unknown),
                _ => BOT,
            };
            joined = self.join(joined, one);
        }
        joined
    }

    pub(super) fn range_call(&mut self, args: &Args, exprs: &[Arg]) -> TypeId {
        for (expr, &ty) in exprs.iter().zip(&args.positional) {
            self.index_of(Node::Expr(expr.value()), ty);
        }
        for &ty in &args.positional {
            if self.atoms(ty).iter().all(|(_, atom)| {
                !atom.is_int() && !matches!(atom, Atom::Bool | Atom::Unknown | Atom::Obj(..))
            }) {
                return BOT;
            }
        }
        let is_nat = |walk: &Self, i: usize| {
            args.positional
                .get(i)
                .is_some_and(|&ty| walk.s.types.atoms(ty).all(|atom| matches!(atom, Atom::Nat | Atom::Bool)))
        };
        let literal = |walk: &Self, i: usize| exprs.get(i).and_then(|arg| walk.literal(arg.value()));
        let ascending = match args.positional.len() {
            1 => true,
            2 => is_nat(self, 0),
            3 => {
                (is_nat(self, 0) && literal(self, 2).is_some_and(|step| step > 0)
                    || is_nat(self, 0) && is_nat(self, 2))
                    || is_nat(self, 0) && literal(self, 1).is_some_and(|stop| stop >= -1)
                    || literal(self, 2).is_some_and(|step| step < 0)
                        && (is_nat(self, 1) || literal(self, 1).is_some_and(|stop| stop >= -1))
            }
            _ => return BOT,
        };
        self.of(if ascending { Atom::NatRange } else { Atom::Range })
    }

    /// `list(x)`, `sorted(x, key=…)` and their like.
    pub(super) fn collect(&mut self, node: Node, name: &str, args: &Args, span: Span) -> TypeId {
        let source = args.positional.first().copied();
        let source = match (name, source) {
            ("tuple", Some(ty)) => Some(self.with_underlying(ty, |walk, atom| walk.iterates(atom))),
            (_, source) => source,
        };
        if name == "tuple"
            && let Some(ty) = source
            && let [(id, Atom::Tuple(_) | Atom::TupleVar(_))] = self.atoms(ty).as_slice()
        {
            return self.s.types.of_id(*id);
        }
        if name == "tuple" && source.is_none() {
            return self.of(Atom::Tuple([].into()));
        }
        let elem = match source {
            Some(ty) => {
                let iterable = self.atoms(ty).iter().any(|(_, atom)| {
                    matches!(
                        atom,
                        Atom::Cont(..)
                            | Atom::Tuple(_)
                            | Atom::TupleVar(_)
                            | Atom::Str
                            | Atom::Bytes
                            | Atom::Range
                            | Atom::NatRange
                            | Atom::File
                            | Atom::Unknown
                            | Atom::Obj(..)
                            | Atom::Class(_)
                            | Atom::Native(_)
                    )
                });
                if !iterable {
                    return BOT;
                }
                self.items_of(ty, node, span)
            }
            None => BOT,
        };
        match name {
            "list" => self.s.container(node, "list", Kind::List, elem, span),
            "sorted" => {
                if source.is_none() {
                    return BOT;
                }
                self.sort_calls(node, elem, args, span);
                self.s.container(node, "sorted", Kind::List, elem, span)
            }
            "set" | "frozenset" => {
                // What has no hash raises, and is never in the set.
                let elem = if self.never_hashes(elem) { BOT } else { elem };
                self.hash_and_eq(node, elem);
                let kind = if name == "set" { Kind::Set } else { Kind::FrozenSet };
                self.s.container(node, "set", kind, elem, span)
            }
            "collections.deque" => self.s.container(node, "deque", Kind::Deque, elem, span),
            _ => self.tuple_var(node, "tuple", elem, span),
        }
    }

    /// The hidden calls of sorting elements of type `elem`.
    pub(super) fn sort_calls(&mut self, node: Node, elem: TypeId, args: &Args, span: Span) {
        let none = self.of(Atom::None);
        match args.keyword("key").filter(|&key| key != none) {
            Some(key) if elem != BOT => {
                let key = self.call_value(node, "key", key, vec![elem], span);
                self.eq_of(key);
                self.lt_of(node, key, key);
            }
            _ => {
                self.eq_of(elem);
                self.lt_of(node, elem, elem);
            }
        }
    }

    pub(crate) fn dict_call(&mut self, node: Node, args: &Args, span: Span) -> TypeId {
        let (mut k, mut v) = (BOT, BOT);
        for (i, &ty) in args.positional.iter().enumerate() {
            if i > 0 {
                return BOT;
            }
            let ty = self.with_underlying(ty, |walk, atom| walk.iterates(atom));
            let ty = self.as_mapping(node, ty, span);
            let has_dict =
                self.s.types.atoms(ty).any(|atom| matches!(atom, Atom::Cont(kind, _) if kind.is_dict()));
            for (id, atom) in self.atoms(ty) {
                let (key, value) = match atom {
                    Atom::Cont(kind, cell) if kind.is_dict() => {
                        (self.s.read(cell, &Field::Elem), self.s.read(cell, &Field::Value))
                    }
                    _ => {
                        let one = self.s.types.of_id(id);
                        let pairs = self.items_of(one, node, span);
                        // What may be a dict, or else a list of numbers among other things, is meant to be a dict: the
                        // list ends the program.
                        if has_dict && self.s.types.atoms(pairs).any(is_no_pair) {
                            continue;
                        }
                        let mut pair = (BOT, BOT);
                        for (id, atom) in self.atoms(pairs) {
                            match atom {
                                Atom::Tuple(items) if items.len() == 2 => {
                                    pair.0 = self.join(pair.0, items[0]);
                                    pair.1 = self.join(pair.1, items[1]);
                                }
                                _ => {
                                    let one = self.s.types.of_id(id);
                                    let elem = self.items_of(one, node, span);
                                    pair.0 = self.join(pair.0, elem);
                                    pair.1 = self.join(pair.1, elem);
                                }
                            }
                        }
                        pair
                    }
                };
                k = self.join(k, key);
                v = self.join(v, value);
            }
        }
        for (_, ty) in &args.keywords {
            let text = self.of(Atom::Str);
            k = self.join(k, text);
            v = self.join(v, *ty);
        }
        if let Some(star) = &args.double_star {
            let text = self.of(Atom::Str);
            k = self.join(k, text);
            v = self.join(v, star.values);
        }
        self.hash_and_eq(node, k);
        self.new_dict(node, "dict", Kind::Dict, k, v, span)
    }

    pub(crate) fn key_value_of(&mut self, ty: TypeId) -> (TypeId, TypeId) {
        let (mut k, mut v) = (BOT, BOT);
        for (_, atom) in self.atoms(ty) {
            if let Atom::Cont(_, cell) = atom {
                let (key, value) = (self.s.read(cell, &Field::Elem), self.s.read(cell, &Field::Value));
                k = self.join(k, key);
                v = self.join(v, value);
            }
        }
        (k, v)
    }

    pub(crate) fn iter_of(&mut self, node: Node, ty: TypeId, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match &atom {
                Atom::Cont(kind, _) if kind.is_lazy() => self.s.types.of_id(id),
                Atom::Obj(class, _) if self.class_has(*class, "__iter__") => {
                    self.call_method(node, "__iter__", id, Vec::new())
                }
                Atom::File => self.s.types.of_id(id),
                _ => {
                    let ty = self.s.types.of_id(id);
                    let elem = self.items_of(ty, node, span);
                    let part = iterator_class::of_iter(&atom, &self.s.cells);
                    self.s.container(node, part, Kind::Iterator, elem, span)
                }
            };
            joined = self.join(joined, one);
        }
        joined
    }

    pub(super) fn sum(&mut self, node: Node, args: &Args, span: Span) -> TypeId {
        let Some(&ty) = args.positional.first() else { return BOT };
        let elem = self.items_of(ty, node, span);
        let start = args.positional.get(1).copied().or_else(|| args.keyword("start"));
        let start = start.unwrap_or_else(|| self.of(Atom::Nat));
        let is_some = matches!(node, Node::Expr(call) if self.s.nonempty.sum(call));
        if is_some && elem == self.of(Atom::Float) {
            return elem;
        }
        // Text is refused when it runs.
        let start = self
            .s
            .types
            .filter(start, |atom| !matches!(atom, Atom::Str | Atom::Bytes | Atom::Native("bytearray")));
        // Which additions happen depends on the start: `sum` of floats that may be empty starts from the integer 0.
        let mut total = start;
        for _ in 0..4 {
            let next = self.binary(node, portalis_hir::BinOp::Add, total, elem, false, span, None);
            total = self.join(total, next);
        }
        total
    }

    pub(super) fn min_max(&mut self, node: Node, args: &Args, span: Span) -> TypeId {
        if args.positional.len() > 1 && args.keyword("default").is_some() {
            // What Python raises is lowering's.
            return BOT;
        }
        let elem = match args.positional.as_slice() {
            [] => match args.rest {
                Some(rest) => rest,
                None => return BOT,
            },
            [one] if args.rest.is_none() => self.items_of(*one, node, span),
            many => {
                let joined = self.s.types.join_all(many.iter().copied());
                let rest = args.rest.unwrap_or(BOT);
                self.join(joined, rest)
            }
        };
        self.sort_calls(node, elem, args, span);
        let default = args.keyword("default").unwrap_or(BOT);
        self.join(elem, default)
    }
}

/// Whether no key and value can be taken out of a value.
fn is_no_pair(atom: &Atom) -> bool {
    atom.is_int() || matches!(atom, Atom::Bool | Atom::Float | Atom::Complex | Atom::None)
}
