//! Classes derived from `list`, `dict`, `set`, `tuple`, `frozenset`, `int`, `float`, `str` and the containers of `collections`: an object holds a value of
//! the builtin type in a hidden attribute, and what its class does not define is done by that value.

use portalis_diag::Span;
use portalis_hir::{Arg, Name};

use super::Walk;
use super::bind::Args;
use super::special_operator::special_operator;
use crate::builtins::slices::SLICE;
use crate::cell::{Field, Node};
use crate::diagnostics;
use crate::ty::{Atom, AtomId, BOT, CellId, ClassRef, Kind, TypeId};
use crate::underlying::base_field;

/// The builtin types that can be derived from.
const TYPES: &[&str] = &["list", "dict", "set", "tuple", "frozenset", "int", "float", "str"];

/// The word for a builtin type that can be derived from.
pub(super) fn base_word(name: &str) -> Option<&'static str> {
    match name {
        "collections.OrderedDict" | "typing.OrderedDict" => Some("OrderedDict"),
        "collections.deque" | "typing.Deque" => Some("deque"),
        "collections.Counter" | "typing.Counter" => Some("Counter"),
        "collections.defaultdict" | "typing.DefaultDict" => Some("defaultdict"),
        // A generic alias stands for its type among the bases (PEP 560).
        "typing.Dict" => Some("dict"),
        "typing.List" => Some("list"),
        "typing.Set" => Some("set"),
        "typing.Tuple" => Some("tuple"),
        "typing.FrozenSet" => Some("frozenset"),
        name => TYPES.iter().find(|base| **base == name).copied(),
    }
}

/// The container that objects of a class derived from it hold.
fn container_kind(base: &str) -> Option<Kind> {
    match base {
        "list" => Some(Kind::List),
        "dict" => Some(Kind::Dict),
        "OrderedDict" => Some(Kind::OrderedDict),
        "Counter" => Some(Kind::Counter),
        "defaultdict" => Some(Kind::DefaultDict),
        "deque" => Some(Kind::Deque),
        "set" => Some(Kind::Set),
        _ => None,
    }
}

/// Special methods of builtin containers that are called by name, through `super()` most of all.
const SPECIAL_METHODS: &[&str] = &[
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__len__",
    "__contains__",
    "__iter__",
    "__repr__",
    "__str__",
    "__eq__",
];

/// Those of them that sequences and frozen sets have, too.
const LOOKUPS: &[&str] = &["__getitem__", "__len__", "__contains__", "__iter__"];

impl Walk<'_, '_> {
    /// The builtin type among the bases of a class about to be defined.
    pub(super) fn find_base_value(&mut self, class: ClassRef, own: &[Name], bases: &[ClassRef]) {
        let module = self.module();
        let span = module[self.s.classes[class.index()].class].name_span;
        let inherited = bases.iter().filter_map(|base| self.s.classes[base.index()].base_value);
        let own = own.iter().filter_map(|name| base_word(name));
        let mut found: Vec<&'static str> = own.chain(inherited).collect();
        found.dedup();
        if found.len() > 1 {
            self.s.report(diagnostics::unsupported_class(span, "deriving from several builtin types"));
        }
        self.s.classes[class.index()].base_value = found.first().copied();
    }

    /// Whether an object is one of a class derived from a container.
    pub(super) fn holds_container(&self, atom: AtomId) -> bool {
        match self.s.types.get(atom) {
            Atom::Obj(class, _) => {
                self.s.classes[class.index()].base_value.and_then(container_kind).is_some()
            }
            _ => false,
        }
    }

    /// Whether objects of a class hold a dict of some kind.
    pub(super) fn holds_dict(&self, class: ClassRef) -> bool {
        self.s.classes[class.index()].base_value.and_then(container_kind).is_some_and(Kind::is_dict)
    }

    /// The value that a new object holds; false where making it always raises.
    pub(super) fn make_base_value(
        &mut self,
        node: Node,
        object: CellId,
        base: &'static str,
        args: &Args,
        has_init: bool,
        span: Span,
    ) -> bool {
        let nothing = Args::default();
        let kind = container_kind(base);
        let args = if has_init && kind.is_some() { &nothing } else { args };
        let takes = |keyword: &str| kind.is_some_and(Kind::is_dict) || (base, keyword) == ("deque", "maxlen");
        if args.rest.is_some()
            || args.double_star.is_some()
            || !args.keywords.iter().all(|(keyword, _)| takes(keyword))
        {
            self.s.report(diagnostics::unsupported_class(
                span,
                "these arguments of a class derived from a builtin",
            ));
            return false;
        }
        let value = match kind {
            Some(kind) => {
                let empty = self.s.container(node, "base", kind, BOT, span);
                self.s.write(object, base_field(base), empty);
                return self.fill_base_value(node, object, base, args, span);
            }
            // Nothing fills these later: `__new__` decides what they hold.
            None if matches!(base, "tuple" | "frozenset") => self.collect(node, base, args, span),
            None => self.convert(node, base, args, span),
        };
        if has_init && args.positional.len() > 1 {
            self.s.report(diagnostics::unsupported_class(
                span,
                "these arguments of a class derived from a builtin",
            ));
        }
        self.s.write(object, base_field(base), value);
        value != BOT
    }

    /// `list.__init__(self, items)` and its like.
    pub(super) fn fill_base_value(
        &mut self,
        node: Node,
        object: CellId,
        base: &'static str,
        args: &Args,
        span: Span,
    ) -> bool {
        let held = self.s.read(object, &base_field(base));
        for (_, atom) in self.atoms(held) {
            let Atom::Cont(kind, cell) = atom else { continue };
            if kind == Kind::Counter {
                let (key, count) = self.counted(node, args, span);
                self.s.write(cell, Field::Elem, key);
                self.s.write(cell, Field::Value, count);
            } else if kind.is_dict() {
                let mut entries = args.clone();
                if kind == Kind::DefaultDict && !entries.positional.is_empty() {
                    let factory = entries.positional.remove(0);
                    self.s.write(cell, Field::Factory, factory);
                    self.call_own_factory(node, cell, factory, span);
                }
                let from = self.dict_call(node, &entries, span);
                for (_, atom) in self.atoms(from) {
                    let Atom::Cont(_, source) = atom else { continue };
                    let (key, value) =
                        (self.s.read(source, &Field::Elem), self.s.read(source, &Field::Value));
                    self.s.write(cell, Field::Elem, key);
                    self.s.write(cell, Field::Value, value);
                }
            } else if let Some(&source) = args.positional.first() {
                let elem = self.items_of(source, node, span);
                if kind == Kind::Set {
                    self.hash_and_eq(node, elem);
                }
                self.s.write(cell, Field::Elem, elem);
            }
        }
        true
    }

    /// Objects of classes derived from a dict as the dicts that they hold.
    pub(super) fn as_held_dicts(&mut self, ty: TypeId) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match atom {
                Atom::Obj(class, _) if self.holds_dict(class) => self.underlying(&atom),
                _ => None,
            };
            let one = one.unwrap_or_else(|| self.s.types.of_id(id));
            joined = self.join(joined, one);
        }
        joined
    }

    /// A factory that has variables of its own, or an object, is called by what the dict holds.
    pub(super) fn call_own_factory(&mut self, node: Node, cell: CellId, factory: TypeId, span: Span) {
        let is_own = |atom: &Atom| {
            matches!(atom, Atom::Func(..) | Atom::Bound(..) | Atom::BoundBuiltin(..) | Atom::Obj(..))
        };
        let own = self.s.types.filter(factory, is_own);
        if own != BOT {
            let made = self.call_value(node, "held factory", own, Vec::new(), span);
            self.s.write(cell, Field::Value, made);
        }
    }

    /// What a `Counter` of these arguments counts, and how its counts are held.
    pub(super) fn counted(&mut self, node: Node, args: &Args, span: Span) -> (TypeId, TypeId) {
        let nat = self.of(Atom::Nat);
        let (mut k, mut v) = (BOT, nat);
        if let Some(ty) = args.positional.first().copied() {
            let ty = self.as_held_dicts(ty);
            for (id, atom) in self.atoms(ty) {
                let one = self.s.types.of_id(id);
                match atom {
                    Atom::Cont(kind, cell) if kind.is_dict() => {
                        let (key, value) =
                            (self.s.read(cell, &Field::Elem), self.s.read(cell, &Field::Value));
                        k = self.join(k, key);
                        v = self.join(v, value);
                    }
                    // Of nothing.
                    Atom::None => {}
                    _ => {
                        let elem = self.items_of(one, node, span);
                        k = self.join(k, elem);
                    }
                }
            }
        }
        for (_, value) in &args.keywords {
            k = {
                let text = self.of(Atom::Str);
                self.join(k, text)
            };
            v = self.join(v, *value);
        }
        self.hash_and_eq(node, k);
        (k, v)
    }

    /// Whether a value of this kind has such a special method that can be called by name.
    pub(super) fn has_special_method(&self, atom: &Atom, name: &str) -> bool {
        self.has_container_method(atom, name) || special_operator(atom, name).is_some()
    }

    fn has_container_method(&self, atom: &Atom, name: &str) -> bool {
        match atom {
            Atom::Cont(Kind::Set, _) => SPECIAL_METHODS.contains(&name) && !name.ends_with("item__"),
            Atom::Cont(Kind::FrozenSet, _) => LOOKUPS.contains(&name) && !name.ends_with("item__"),
            Atom::Cont(
                Kind::List | Kind::Dict | Kind::DefaultDict | Kind::OrderedDict | Kind::Counter,
                _,
            ) => SPECIAL_METHODS.contains(&name),
            Atom::Cont(Kind::Deque, _) | Atom::Str | Atom::Tuple(_) | Atom::TupleVar(_) => {
                LOOKUPS.contains(&name)
            }
            _ => false,
        }
    }

    /// Its call.
    pub(super) fn call_special_method(
        &mut self,
        node: Node,
        receiver: AtomId,
        name: &str,
        args: &Args,
        span: Span,
        exprs: &[Arg],
    ) -> Option<TypeId> {
        let atom = self.s.types.get(receiver).clone();
        if !self.has_container_method(&atom, name) {
            return self.call_special_operator(node, receiver, name, args, span);
        }
        let one = self.s.types.of_id(receiver);
        let first = args.positional.first().copied();
        let none = self.of(Atom::None);
        Some(match (name, first) {
            ("__getitem__", Some(index)) => match (exprs.first(), node) {
                (Some(expr), _) => self.load_item(node, one, expr.value(), index, span),
                // Handed in as a function: the call is no index that says what is taken.
                (None, Node::Expr(call)) => self.load_item(node, one, call, index, span),
                (None, _) => {
                    self.s.report(diagnostics::unsupported_method(span, "list", name));
                    self.of(Atom::Unknown)
                }
            },
            ("__setitem__", Some(index)) => {
                let Some(&value) = args.positional.get(1) else { return Some(BOT) };
                let Atom::Cont(kind, cell) = atom else { return Some(BOT) };
                if self.s.types.contains(index, &Atom::Native(SLICE)) {
                    self.s.report(diagnostics::unsupported_method(span, "list", name));
                }
                if kind.is_dict() {
                    self.hash_and_eq(node, index);
                    self.s.write(cell, Field::Elem, index);
                    self.s.write(cell, Field::Value, value);
                } else {
                    self.s.write(cell, Field::Elem, value);
                }
                none
            }
            ("__delitem__", Some(index)) => {
                self.hash_and_eq(node, index);
                none
            }
            ("__contains__", Some(item)) => {
                self.hash_and_eq(node, item);
                self.of(Atom::Bool)
            }
            ("__eq__", Some(other)) => {
                self.eq_of(one);
                self.eq_of(other);
                self.of(Atom::Bool)
            }
            ("__len__", None) => self.of(Atom::Nat),
            ("__iter__", None) => self.iter_of(node, one, span),
            ("__repr__" | "__str__", None) => {
                self.repr_of(one);
                self.of(Atom::Str)
            }
            _ => BOT,
        })
    }
}
