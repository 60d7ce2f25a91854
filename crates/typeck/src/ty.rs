//! Types: interned, sorted sets of atoms. The empty set is ⊥: no value gets here.
//!
//! The integers form a chain, `Nat` ⊂ `Int` ⊂ `BigInt`: a set holds at most one of them, as it does of `NatRange` ⊂
//! `Range`. At most one tuple atom per length is kept (joined element by element); more than [a few](MAX_TUPLE_ITEMS) lengths become one variable-length tuple.

use std::collections::HashMap;
use std::rc::Rc;

use portalis_hir::{FuncId, Name};
use rustc_hash::FxBuildHasher;

use crate::builtins::Table;

/// Tuples of more different lengths than this become variable-length.
const MAX_TUPLE_LENGTHS: usize = 6;
/// Tuple displays longer than this become variable-length.
pub const MAX_TUPLE_ITEMS: usize = 12;
/// Tuples nested deeper than this become cells of their site.
pub const MAX_TUPLE_DEPTH: usize = 4;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            /// As an index into its table.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )* };
}

id! {
    /// An interned set of atoms.
    TypeId
    /// An interned atom.
    AtomId
    /// An abstract heap object: what one site allocates in one context.
    CellId
    /// A function with the types of its arguments.
    InstId
    /// A class with the environment it was defined in.
    ClassRef
}

/// ⊥.
pub const BOT: TypeId = TypeId(0);

/// What kind of container or iterator a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "Python's own names")]
pub enum Kind {
    List,
    Set,
    FrozenSet,
    Dict,
    DefaultDict,
    Counter,
    OrderedDict,
    Deque,
    DictKeys,
    DictValues,
    DictItems,
    /// Any lazy iterator that is no generator: `zip`, `map`, `iter(xs)`.
    Iterator,
    Generator,
    /// A container of the library that the runtime implements, by its word in the table.
    Native(&'static str),
}

impl Kind {
    /// `type(x).__name__`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::List => "list",
            Kind::Set => "set",
            Kind::FrozenSet => "frozenset",
            Kind::Dict => "dict",
            Kind::DefaultDict => "defaultdict",
            Kind::Counter => "Counter",
            Kind::OrderedDict => "OrderedDict",
            Kind::Deque => "deque",
            Kind::DictKeys => "dict_keys",
            Kind::DictValues => "dict_values",
            Kind::DictItems => "dict_items",
            Kind::Iterator => "iterator",
            Kind::Generator => "generator",
            Kind::Native(name) => name,
        }
    }

    /// A number that tells kinds apart.
    #[must_use]
    pub fn code(self) -> u32 {
        match self {
            Kind::List => 0,
            Kind::Set => 1,
            Kind::FrozenSet => 2,
            Kind::Dict => 3,
            Kind::DefaultDict => 4,
            Kind::Counter => 5,
            Kind::OrderedDict => 6,
            Kind::Deque => 7,
            Kind::DictKeys => 8,
            Kind::DictValues => 9,
            Kind::DictItems => 10,
            Kind::Iterator => 11,
            Kind::Generator => 12,
            Kind::Native(name) => 13 + Table::get().native_index(name),
        }
    }

    /// Those that map keys to values.
    pub const DICTS: [Kind; 4] = [Kind::Dict, Kind::DefaultDict, Kind::Counter, Kind::OrderedDict];

    /// Whether it maps keys to values.
    #[must_use]
    pub fn is_dict(self) -> bool {
        Self::DICTS.contains(&self)
    }

    /// Whether it is consumed by iterating it.
    #[must_use]
    pub fn is_lazy(self) -> bool {
        matches!(self, Kind::Iterator | Kind::Generator)
    }
}

/// One kind of value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Atom {
    /// A non-negative integer within 64 bits (or a trap).
    Nat,
    /// An integer within 64 bits (or a trap).
    Int,
    /// An integer of any size.
    BigInt,
    /// `bool`.
    Bool,
    /// `float`.
    Float,
    /// `complex`.
    Complex,
    /// `str`.
    Str,
    /// `bytes`.
    Bytes,
    /// `None`.
    None,
    /// `range`.
    Range,
    /// `range` without negative numbers.
    NatRange,
    /// `...`.
    Ellipsis,
    /// `NotImplemented`.
    NotImplemented,
    /// A text file.
    File,
    /// An object of a library class that the runtime implements, by its word in the table.
    Native(&'static str),
    /// A plain `object()`, or a traceback: something of which only the identity matters.
    Object,
    /// In environments only: the variable may be unbound.
    Unbound,
    /// In lowering only: what is held of the type has a name, since it holds values of the same type.
    Nested,
    /// A container or iterator.
    Cont(Kind, CellId),
    /// A tuple of known length.
    Tuple(Rc<[TypeId]>),
    /// A tuple of any length.
    TupleVar(CellId),
    /// An instance of a class of the program.
    Obj(ClassRef, CellId),
    /// A class of the program.
    Class(ClassRef),
    /// A function of the program in the environment of an instance of the enclosing function.
    Func(FuncId, InstId),
    /// A method bound to its receiver.
    Bound(AtomId, FuncId, InstId),
    /// A builtin function or type, or a function of a module, by its name in the table.
    Builtin(Name),
    /// A method of a builtin type bound to its receiver.
    BoundBuiltin(AtomId, Name),
    /// An instance of a builtin exception class.
    Exc(Name),
    /// A builtin exception class.
    ExcClass(Name),
    /// A module of the library.
    Module(Name),
    /// `super()`: attributes after the class in the receiver's order.
    Super(ClassRef, AtomId),
    /// `property(getter, setter)`, seen in classes only.
    Property(AtomId, Option<AtomId>),
    /// `cached_property(getter)`, seen in classes only: what the getter gives becomes an attribute of the object.
    CachedProperty(AtomId),
    /// `staticmethod(f)`, seen in classes only.
    StaticMethod(AtomId),
    /// `classmethod(f)`, seen in classes only.
    ClassMethod(AtomId),
    /// A value of which nothing is known; the reason was reported.
    Unknown,
}

impl Atom {
    /// Whether it is one of the integers.
    #[must_use]
    pub fn is_int(&self) -> bool {
        matches!(self, Atom::Nat | Atom::Int | Atom::BigInt)
    }

    /// Whether it is a number, text, bytes or `None`.
    #[must_use]
    pub fn is_scalar(&self) -> bool {
        self.is_int()
            || matches!(self, Atom::None | Atom::Bool | Atom::Float | Atom::Complex | Atom::Str | Atom::Bytes)
    }

    /// Whether it is a function, a method or a class.
    #[must_use]
    pub fn is_function_or_class(&self) -> bool {
        matches!(
            self,
            Atom::Func(..)
                | Atom::Bound(..)
                | Atom::Builtin(_)
                | Atom::BoundBuiltin(..)
                | Atom::Class(_)
                | Atom::ExcClass(_)
        )
    }

    /// Whether it is what a class holds in order to make an attribute of it: never a value by itself.
    #[must_use]
    pub fn is_descriptor(&self) -> bool {
        matches!(
            self,
            Atom::Property(..) | Atom::CachedProperty(_) | Atom::StaticMethod(_) | Atom::ClassMethod(_)
        )
    }
}

/// The interner of atoms and types.
#[derive(Debug)]
pub struct Types {
    atoms: Vec<Atom>,
    atom_ids: HashMap<Atom, AtomId, FxBuildHasher>,
    sets: Vec<Rc<[AtomId]>>,
    set_ids: HashMap<Rc<[AtomId]>, TypeId, FxBuildHasher>,
    joins: HashMap<(TypeId, TypeId), TypeId, FxBuildHasher>,
}

impl Default for Types {
    fn default() -> Self {
        let mut types = Types {
            atoms: Vec::new(),
            atom_ids: HashMap::default(),
            sets: Vec::new(),
            set_ids: HashMap::default(),
            joins: HashMap::default(),
        };
        types.intern_set(Vec::new());
        types
    }
}

impl Types {
    /// The id of `atom`.
    pub fn atom(&mut self, atom: Atom) -> AtomId {
        if let Some(&id) = self.atom_ids.get(&atom) {
            return id;
        }
        let id = AtomId(self.atoms.len() as u32);
        self.atoms.push(atom.clone());
        self.atom_ids.insert(atom, id);
        id
    }

    /// What `id` stands for.
    #[must_use]
    pub fn get(&self, id: AtomId) -> &Atom {
        &self.atoms[id.index()]
    }

    /// The type with one atom.
    pub fn of(&mut self, atom: Atom) -> TypeId {
        let id = self.atom(atom);
        self.of_id(id)
    }

    /// The type with one atom.
    pub fn of_id(&mut self, id: AtomId) -> TypeId {
        self.intern_set(vec![id])
    }

    /// The atoms of `ty`, in order of interning.
    #[must_use]
    pub fn ids(&self, ty: TypeId) -> Rc<[AtomId]> {
        Rc::clone(&self.sets[ty.index()])
    }

    /// The atoms of `ty`.
    pub fn atoms(&self, ty: TypeId) -> impl Iterator<Item = &Atom> {
        self.sets[ty.index()].iter().map(|&id| self.get(id))
    }

    /// Whether some atom of `ty` is `atom`.
    #[must_use]
    pub fn contains(&self, ty: TypeId, atom: &Atom) -> bool {
        self.atoms(ty).any(|other| other == atom)
    }

    fn intern_set(&mut self, mut ids: Vec<AtomId>) -> TypeId {
        ids.sort_unstable();
        ids.dedup();
        if let Some(&id) = self.set_ids.get(ids.as_slice()) {
            return id;
        }
        let set: Rc<[AtomId]> = ids.into();
        let id = TypeId(self.sets.len() as u32);
        self.sets.push(Rc::clone(&set));
        self.set_ids.insert(set, id);
        id
    }

    /// The least type above both.
    pub fn join(&mut self, a: TypeId, b: TypeId) -> TypeId {
        if a == b || b == BOT {
            return a;
        }
        if a == BOT {
            return b;
        }
        let key = (a.min(b), a.max(b));
        if let Some(&known) = self.joins.get(&key) {
            return known;
        }
        let mut ids: Vec<AtomId> = self.sets[a.index()].to_vec();
        ids.extend(self.sets[b.index()].iter());
        let joined = self.from_ids(ids);
        self.joins.insert(key, joined);
        joined
    }

    /// The join of all.
    pub fn join_all(&mut self, types: impl IntoIterator<Item = TypeId>) -> TypeId {
        types.into_iter().fold(BOT, |joined, ty| self.join(joined, ty))
    }

    /// The type with these atoms, brought into normal form.
    pub fn from_ids(&mut self, mut ids: Vec<AtomId>) -> TypeId {
        ids.sort_unstable();
        ids.dedup();
        let widest = ids.iter().map(|&id| self.get(id)).filter(|atom| atom.is_int()).max().cloned();
        if let Some(widest) = widest {
            ids.retain(|&id| !self.get(id).is_int() || *self.get(id) == widest);
        }
        if ids.iter().any(|&id| *self.get(id) == Atom::Range) {
            ids.retain(|&id| *self.get(id) != Atom::NatRange);
        }
        let tuples: Vec<Rc<[TypeId]>> = ids
            .iter()
            .filter_map(|&id| match self.get(id) {
                Atom::Tuple(items) => Some(Rc::clone(items)),
                _ => None,
            })
            .collect();
        let mut by_length: Vec<Vec<TypeId>> = Vec::new();
        if tuples.len() > 1 {
            ids.retain(|&id| !matches!(self.get(id), Atom::Tuple(_)));
            for items in tuples {
                match by_length.iter_mut().position(|old| old.len() == items.len()) {
                    Some(at) => {
                        for (i, &item) in items.iter().enumerate() {
                            by_length[at][i] = self.join(by_length[at][i], item);
                        }
                    }
                    None => by_length.push(items.to_vec()),
                }
            }
            debug_assert!(by_length.len() <= MAX_TUPLE_ITEMS + MAX_TUPLE_LENGTHS);
            for items in by_length {
                let id = self.atom(Atom::Tuple(items.into()));
                ids.push(id);
            }
        }
        self.join_receivers(&mut ids);
        self.intern_set(ids)
    }

    /// One bound method for receivers that are one type, as tuples of one length are.
    fn join_receivers(&mut self, ids: &mut Vec<AtomId>) {
        let bound = |types: &Self, id: AtomId| match types.get(id) {
            Atom::BoundBuiltin(receiver, name) => Some((name.clone(), *receiver)),
            _ => None,
        };
        let mut by_name: Vec<(Name, Vec<AtomId>)> = Vec::new();
        for (name, receiver) in ids.iter().filter_map(|&id| bound(self, id)) {
            match by_name.iter_mut().find(|(known, _)| *known == name) {
                Some((_, receivers)) => receivers.push(receiver),
                None => by_name.push((name, vec![receiver])),
            }
        }
        for (name, receivers) in by_name.into_iter().filter(|(_, receivers)| receivers.len() > 1) {
            ids.retain(|&id| bound(self, id).is_none_or(|(other, _)| other != name));
            let joined = self.from_ids(receivers);
            for &receiver in self.ids(joined).iter() {
                ids.push(self.atom(Atom::BoundBuiltin(receiver, name.clone())));
            }
        }
    }

    /// `ty` without the atoms that `keep` rejects.
    pub fn filter(&mut self, ty: TypeId, mut keep: impl FnMut(&Atom) -> bool) -> TypeId {
        let ids: Vec<AtomId> =
            self.sets[ty.index()].iter().copied().filter(|&id| keep(&self.atoms[id.index()])).collect();
        if ids.len() == self.sets[ty.index()].len() { ty } else { self.intern_set(ids) }
    }

    /// `ty` with other integers, those in its tuples included.
    pub fn with_ints(&mut self, ty: TypeId, to: &dyn Fn(&Atom) -> Atom) -> TypeId {
        let mut joined = BOT;
        for &id in self.ids(ty).iter() {
            let one = match self.atoms[id.index()].clone() {
                Atom::Tuple(items) => {
                    let items: Vec<TypeId> = items.iter().map(|item| self.with_ints(*item, to)).collect();
                    self.of(Atom::Tuple(items.into()))
                }
                atom if atom.is_int() => self.of(to(&atom)),
                _ => self.of_id(id),
            };
            joined = self.join(joined, one);
        }
        joined
    }

    /// How deep tuples nest in `ty`.
    #[must_use]
    pub fn tuple_depth(&self, ty: TypeId) -> usize {
        let depth = |atom: &Atom| match atom {
            Atom::Tuple(items) => 1 + items.iter().map(|&item| self.tuple_depth(item)).max().unwrap_or(0),
            _ => 0,
        };
        self.atoms(ty).map(depth).max().unwrap_or(0)
    }
}
