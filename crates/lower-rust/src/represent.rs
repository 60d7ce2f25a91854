//! Representation: which Rust type holds the values of a Python type.
//!
//! In: types of [`Inferred`]. Out: one [`Repr`] a type. Unions of kinds become generated enums, `T | None` an `Option`,
//! `int | float` a `Num`; what is known without a value (functions without captures, classes, modules) has no
//! representation at all, [`Repr::Static`].

use std::collections::HashMap;

use portalis_hir::{FuncId, LocalId, Module, Name};
use portalis_typeck::Inferred;
use portalis_typeck::cell::Field;
use portalis_typeck::ty::{Atom, AtomId, BOT, CellId, ClassRef, InstId, Kind, TypeId};
use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::names::Names;
use crate::rir::{Path, Ty};
use portalis_hir::captures::Captures;

/// The runtime's type for a word of the table.
pub(crate) fn native_path(name: &str) -> Path {
    match portalis_typeck::builtins::Table::get().native(name) {
        Some(native) => runtime_path(native.runtime),
        None => Path::local(name),
    }
}

/// What a name of the table stands for in Rust: `math::sqrt`, `f64::INFINITY`.
pub(crate) fn runtime_path(name: &'static str) -> Path {
    match name.split_once("::") {
        Some((ty @ ("f64" | "i64"), constant)) => Path::local(ty).assoc(constant),
        Some((module, rest)) => Path::RtIn(module, rest.to_owned()),
        None => Path::RtIn("builtins", name.to_owned()),
    }
}

/// A struct of the program: a class whose attributes have these types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ObjectId(pub u32);

/// A function that holds itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KnotId(pub u32);

/// A generated enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnionId(pub u32);

/// How values are held.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Repr {
    /// No value gets here.
    Never,
    /// Known without a value: `()`.
    Static,
    /// `None`: `()`.
    Unit,
    /// `bool`.
    Bool,
    /// `int` within 64 bits: `i64`.
    I64,
    /// `int` of any size: `Int`.
    Big,
    /// `f64`.
    Float,
    /// `int | float`.
    Num,
    /// `Complex`.
    Complex,
    /// `Str`.
    Str,
    /// `Bytes`.
    Bytes,
    /// `Range`.
    Range,
    /// A file.
    File,
    /// An object of a class of the runtime, by its word in the table.
    Native(&'static str),
    /// Any exception.
    Exception,
    /// A container of the runtime, by its word in the table.
    NativeOf(&'static str, Box<Repr>),
    /// `List<T>`.
    List(Box<Repr>),
    /// `Set<T>`.
    Set(Box<Repr>),
    /// `FrozenSet<T>`.
    FrozenSet(Box<Repr>),
    /// `Deque<T>`.
    Deque(Box<Repr>),
    /// `Dict<K, V>`.
    Dict(Box<Repr>, Box<Repr>),
    /// `dict.keys()`.
    Keys(Box<Repr>, Box<Repr>),
    /// `dict.values()`.
    Values(Box<Repr>, Box<Repr>),
    /// `dict.items()`.
    Items(Box<Repr>, Box<Repr>),
    /// A lazy iterator.
    Iter(Box<Repr>),
    /// A generator: what it yields, is sent and returns.
    Generator(Box<Repr>, Box<Repr>, Box<Repr>),
    /// A tuple of known length.
    Tuple(Vec<Repr>),
    /// A tuple of any length.
    TupleVar(Box<Repr>),
    /// `T | None`.
    Option(Box<Repr>),
    /// An object of the program's classes.
    Object(ObjectId),
    /// A generated enum.
    Union(UnionId),
    /// A function with captured variables.
    Closure(Vec<Repr>),
    /// One among whose captured variables it is itself: a struct of its own.
    Knot(KnotId),
}

impl Repr {
    /// Whether its bytes are there for what takes bytes: CPython's buffer protocol.
    pub(crate) fn lends_bytes(&self) -> bool {
        matches!(self, Repr::Bytes | Repr::Native("bytearray" | "memoryview" | "IntArray" | "FloatArray"))
    }

    /// What a value holds as parts of itself: the items of a container, not the fields of an object nor the kinds of a
    /// union.
    pub(crate) fn parts(&self) -> Vec<&Repr> {
        match self {
            Repr::List(inner)
            | Repr::Set(inner)
            | Repr::FrozenSet(inner)
            | Repr::Deque(inner)
            | Repr::Iter(inner)
            | Repr::NativeOf(_, inner)
            | Repr::TupleVar(inner)
            | Repr::Option(inner) => vec![inner],
            Repr::Dict(key, value)
            | Repr::Keys(key, value)
            | Repr::Values(key, value)
            | Repr::Items(key, value) => vec![key, value],
            Repr::Tuple(items) => items.iter().collect(),
            _ => Vec::new(),
        }
    }
}

/// A function that its captured variables lead back to.
#[derive(Clone, Debug)]
pub struct Knot {
    /// The Rust name of the struct of its captured variables.
    pub name: String,
    /// These.
    pub vars: Vec<(LocalId, Repr)>,
}

/// A struct to emit.
#[derive(Clone, Debug)]
pub struct Object {
    /// The class.
    pub class: ClassRef,
    /// The cell with its attributes.
    pub cell: CellId,
    /// The Rust name.
    pub name: String,
}

/// An enum to emit.
#[derive(Clone, Debug)]
pub struct UnionInfo {
    /// The Rust name.
    pub name: String,
    /// Variant name, the atoms it stands for, and what it holds.
    pub variants: Vec<UnionVariant>,
}

/// A variant of a generated enum.
#[derive(Clone, Debug)]
pub struct UnionVariant {
    /// The Rust name.
    pub name: String,
    /// The type of its values.
    pub ty: TypeId,
    /// How they are held.
    pub repr: Repr,
}

/// The table of representations.
pub struct Representer<'a> {
    pub(crate) module: &'a Module,
    pub(crate) inferred: &'a mut Inferred,
    pub(crate) captures: &'a Captures,
    pub(crate) names: Names,
    pub(crate) objects: Vec<Object>,
    object_ids: HashMap<(ClassRef, CellId), ObjectId, FxBuildHasher>,
    pub(crate) unions: Vec<UnionInfo>,
    union_ids: HashMap<TypeId, UnionId, FxBuildHasher>,
    known: HashMap<TypeId, Repr, FxBuildHasher>,
    /// Cells on the way down: one met again is a type that contains itself.
    open: Vec<CellId>,
    /// Types of None and a container of the same.
    nested: FxHashSet<TypeId>,
    /// A type that cannot be written down.
    pub(crate) infinite: bool,
    pub(crate) knots: Vec<Knot>,
    knot_ids: HashMap<(FuncId, InstId), KnotId, FxBuildHasher>,
    /// The functions whose captured variables are being looked at.
    open_closures: Vec<(FuncId, InstId)>,
}

impl<'a> Representer<'a> {
    pub(crate) fn new(module: &'a Module, inferred: &'a mut Inferred, captures: &'a Captures) -> Self {
        let nested = crate::nested::nested(inferred);
        crate::nested::mark(inferred);
        Representer {
            module,
            inferred,
            captures,
            names: Names::new(module),
            objects: Vec::new(),
            object_ids: HashMap::default(),
            unions: Vec::new(),
            union_ids: HashMap::default(),
            known: HashMap::default(),
            open: Vec::new(),
            nested,
            infinite: false,
            knots: Vec::new(),
            knot_ids: HashMap::default(),
            open_closures: Vec::new(),
        }
    }

    /// How a value of type `ty` is held.
    pub(crate) fn repr(&mut self, ty: TypeId) -> Repr {
        if let Some(known) = self.known.get(&ty) {
            return known.clone();
        }
        let repr = self.repr_of(ty);
        if self.open.is_empty() {
            self.known.insert(ty, repr.clone());
        }
        repr
    }

    /// The same where it was asked before.
    pub(crate) fn known(&self, ty: TypeId) -> Option<&Repr> {
        self.known.get(&ty)
    }

    fn repr_of(&mut self, ty: TypeId) -> Repr {
        let atoms = self.atoms(ty);
        match atoms.as_slice() {
            [] => return Repr::Never,
            [(id, _)] if !self.inferred.types.contains(ty, &Atom::Nested) => return self.repr_atom(*id),
            _ => {}
        }
        // What classes hold for their instances is looked up, never a value.
        if atoms.iter().all(|(_, atom)| atom.is_descriptor()) {
            return Repr::Static;
        }
        if atoms.iter().any(|(_, atom)| *atom == Atom::None) {
            let rest = self.without_none(ty);
            let inner = self.repr(rest);
            return Repr::Option(Box::new(inner));
        }
        if atoms.iter().all(|(_, atom)| self.is_exception(atom)) {
            return Repr::Exception;
        }
        if atoms.len() == 2
            && atoms.iter().any(|(_, atom)| atom.is_int())
            && atoms.iter().any(|(_, atom)| *atom == Atom::Float)
        {
            return Repr::Num;
        }
        // Numbers that are never negative are held as others are.
        let plain = self.without_nat(ty, &atoms);
        if let Some(&known) = self.union_ids.get(&ty).or_else(|| self.union_ids.get(&plain)) {
            return Repr::Union(known);
        }
        // Atoms of one representation need no enum.
        let id = UnionId(self.unions.len() as u32);
        self.unions.push(UnionInfo { name: String::new(), variants: Vec::new() });
        self.union_ids.insert(ty, id);
        self.union_ids.insert(plain, id);
        let outer_open = std::mem::take(&mut self.open);
        let mut variants: Vec<UnionVariant> = Vec::new();
        let exceptions: Vec<AtomId> =
            atoms.iter().filter(|(_, atom)| self.is_exception(atom)).map(|(id, _)| *id).collect();
        let mut groups: Vec<Vec<AtomId>> = Vec::new();
        for (atom_id, atom) in &atoms {
            if !self.is_exception(atom) {
                groups.push(vec![*atom_id]);
            }
        }
        if !exceptions.is_empty() {
            groups.push(exceptions);
        }
        for group in groups {
            let first = self.inferred.types.get(group[0]).clone();
            let ty = self.inferred.types.from_ids(group);
            let repr = self.repr(ty);
            let mut name = self.variant_name(&first);
            let mut n = 1;
            while variants.iter().any(|variant| variant.name == name) {
                n += 1;
                name = format!("{}{n}", self.variant_name(&first));
            }
            variants.push(UnionVariant { name, ty, repr });
        }
        self.open = outer_open;
        let joined: Vec<&str> = variants.iter().map(|variant| variant.name.as_str()).collect();
        let name = match self.common_base(&atoms) {
            Some(base) => format!("Any{base}"),
            None if joined.len() == 1 => format!("Nested{}", joined[0]),
            None if joined.len() <= 3 => joined.join("Or"),
            None => "Any".to_owned() + joined[0],
        };
        let name = self.names.unique_type(&name);
        self.unions[id.0 as usize] = UnionInfo { name, variants };
        Repr::Union(id)
    }

    /// A type without None.
    pub(crate) fn without_none(&mut self, ty: TypeId) -> TypeId {
        let rest = self.inferred.types.filter(ty, |atom| *atom != Atom::None);
        if !self.nested.contains(&ty) {
            return rest;
        }
        let mark = self.inferred.types.of(Atom::Nested);
        self.inferred.types.join(rest, mark)
    }

    /// A type with `Int` in the place of `Nat`.
    fn without_nat(&mut self, ty: TypeId, atoms: &[(AtomId, Atom)]) -> TypeId {
        if !atoms.iter().any(|(_, atom)| *atom == Atom::Nat) {
            return ty;
        }
        let types = &mut self.inferred.types;
        let rest = types.filter(ty, |atom| *atom != Atom::Nat);
        let int = types.atom(Atom::Int);
        let int = types.of_id(int);
        types.join(rest, int)
    }

    /// The name of the nearest class of the program that all of several objects' classes inherit from.
    fn common_base(&self, atoms: &[(AtomId, Atom)]) -> Option<Name> {
        let mut classes = atoms.iter().map(|(_, atom)| match atom {
            Atom::Obj(class, _) if !self.is_exception_class(*class) => Some(*class),
            _ => None,
        });
        let first = classes.next()??;
        let others: Vec<_> = classes.collect::<Option<_>>()?;
        let inherits =
            |class: &ClassRef, base: &ClassRef| self.inferred.classes[class.index()].mro.contains(base);
        let mro = &self.inferred.classes[first.index()].mro;
        let base = mro.iter().find(|base| others.iter().all(|other| inherits(other, base)))?;
        Some(self.module[self.inferred.classes[base.index()].class].name.clone())
    }

    pub(crate) fn atoms(&self, ty: TypeId) -> Vec<(AtomId, Atom)> {
        let types = &self.inferred.types;
        types
            .ids(ty)
            .iter()
            .map(|&id| (id, types.get(id).clone()))
            .filter(|(_, atom)| !matches!(atom, Atom::Unbound | Atom::Nested))
            .collect()
    }

    /// Whether a value of this kind is an exception instance.
    pub(crate) fn is_exception(&self, atom: &Atom) -> bool {
        match atom {
            Atom::Exc(_) => true,
            Atom::Obj(class, _) => self.is_exception_class(*class),
            _ => false,
        }
    }

    pub(crate) fn is_exception_class(&self, class: ClassRef) -> bool {
        !self.inferred.classes[class.index()].builtin_bases.is_empty()
    }

    fn repr_atom(&mut self, id: AtomId) -> Repr {
        match self.inferred.types.get(id).clone() {
            Atom::Nat | Atom::Int => Repr::I64,
            Atom::BigInt => Repr::Big,
            Atom::Bool => Repr::Bool,
            Atom::Float => Repr::Float,
            Atom::Complex => Repr::Complex,
            Atom::Str => Repr::Str,
            Atom::Bytes => Repr::Bytes,
            Atom::None => Repr::Unit,
            Atom::Range | Atom::NatRange => Repr::Range,
            Atom::File => Repr::File,
            Atom::Native(name) => Repr::Native(name),
            Atom::Exc(_) => Repr::Exception,
            Atom::Cont(kind, cell) => self.container(kind, cell),
            Atom::TupleVar(cell) => {
                let elem = self.inside(cell, &Field::Elem);
                Repr::TupleVar(Box::new(elem))
            }
            // `()` is Rust's `None`.
            Atom::Tuple(items) if items.is_empty() => Repr::TupleVar(Box::new(Repr::Unit)),
            Atom::Tuple(items) => Repr::Tuple(items.iter().map(|&item| self.repr(item)).collect()),
            Atom::Obj(class, cell) => Repr::Object(self.object(class, cell)),
            Atom::Func(func, env) => self.closure(func, env),
            Atom::Bound(receiver, ..) | Atom::BoundBuiltin(receiver, _) | Atom::Super(_, receiver) => {
                self.repr_atom(receiver)
            }
            // The function that a decorator made may have variables of its own.
            Atom::StaticMethod(function)
            | Atom::ClassMethod(function)
            | Atom::CachedProperty(function)
            | Atom::Property(function, None) => self.repr_atom(function),
            Atom::Class(_)
            | Atom::Builtin(_)
            | Atom::ExcClass(_)
            | Atom::Module(_)
            | Atom::Property(..)
            | Atom::Ellipsis
            | Atom::NotImplemented
            | Atom::Object
            | Atom::Unbound
            | Atom::Nested
            | Atom::Unknown => Repr::Static,
        }
    }

    /// Whether some part of it is known without a value, a class or a function: values that differ look alike there.
    #[must_use]
    pub fn hides_values(&self, repr: &Repr) -> bool {
        self.hides(repr, &mut Vec::new())
    }

    fn hides(&self, repr: &Repr, seen: &mut Vec<UnionId>) -> bool {
        match repr {
            Repr::Static | Repr::Closure(_) | Repr::Knot(_) => true,
            Repr::Iter(_) => false,
            Repr::Union(id) if !seen.contains(id) => {
                seen.push(*id);
                // A union says which kind it holds.
                let told = |repr: &Repr| matches!(repr, Repr::Static | Repr::Closure(_) | Repr::Knot(_));
                let variants = &self.unions[id.0 as usize].variants;
                variants.iter().any(|variant| !told(&variant.repr) && self.hides(&variant.repr, seen))
            }
            _ => repr.parts().into_iter().any(|part| self.hides(part, seen)),
        }
    }

    /// Whether a value may be a bound method, or hold one: what it is bound to is held in its place.
    pub(crate) fn holds_bound(&self, ty: TypeId, seen: &mut Vec<CellId>) -> bool {
        self.inferred.types.ids(ty).iter().any(|&id| match self.inferred.types.get(id) {
            Atom::Bound(..) | Atom::BoundBuiltin(..) => true,
            Atom::Tuple(items) => items.iter().any(|&item| self.holds_bound(item, seen)),
            Atom::Cont(_, cell) | Atom::TupleVar(cell) if !seen.contains(cell) => {
                seen.push(*cell);
                let fields = &self.inferred.cells[cell.index()];
                self.holds_bound(fields.get(&Field::Elem), seen)
                    || self.holds_bound(fields.get(&Field::Value), seen)
            }
            _ => false,
        })
    }

    /// Whether a value may be an iterator, or hold one: the text of each tells its class, which a value does not know.
    pub(crate) fn holds_iterator(&self, ty: TypeId, seen: &mut Vec<CellId>) -> bool {
        self.inferred.types.ids(ty).iter().any(|&id| match self.inferred.types.get(id) {
            Atom::Cont(kind, _) if kind.is_lazy() => true,
            Atom::Tuple(items) => items.iter().any(|&item| self.holds_iterator(item, seen)),
            Atom::Cont(_, cell) | Atom::TupleVar(cell) if !seen.contains(cell) => {
                seen.push(*cell);
                let fields = &self.inferred.cells[cell.index()];
                self.holds_iterator(fields.get(&Field::Elem), seen)
                    || self.holds_iterator(fields.get(&Field::Value), seen)
            }
            _ => false,
        })
    }

    /// A function value: its captured variables.
    fn closure(&mut self, func: FuncId, env: InstId) -> Repr {
        if let Some(&knot) = self.knot_ids.get(&(func, env)) {
            return Repr::Knot(knot);
        }
        if self.open_closures.contains(&(func, env)) {
            let id = KnotId(self.knots.len() as u32);
            let name = format!("{}Variables", crate::names::camel(&self.module[func].name));
            let name = self.names.unique_type(&name);
            self.knots.push(Knot { name, vars: Vec::new() });
            self.knot_ids.insert((func, env), id);
            return Repr::Knot(id);
        }
        self.open_closures.push((func, env));
        let captured = self.captured(func, env);
        let reprs: Vec<Repr> = captured.iter().map(|&local| self.captured_repr(local, env)).collect();
        self.open_closures.pop();
        if let Some(&knot) = self.knot_ids.get(&(func, env)) {
            self.knots[knot.0 as usize].vars = captured.into_iter().zip(reprs).collect();
            return Repr::Knot(knot);
        }
        if reprs.is_empty() { Repr::Static } else { Repr::Closure(reprs) }
    }

    /// Whether keys of a dict or items of a set hold such a function.
    pub(crate) fn keys_hold_knot(&self, knot: KnotId) -> bool {
        self.known.values().any(|repr| match repr {
            Repr::Dict(key, _) | Repr::Keys(key, _) | Repr::Set(key) | Repr::FrozenSet(key) => {
                self.holds_knot(key, knot, &mut Vec::new())
            }
            _ => false,
        })
    }

    fn holds_knot(&self, repr: &Repr, knot: KnotId, seen: &mut Vec<UnionId>) -> bool {
        match repr {
            Repr::Knot(id) => *id == knot,
            Repr::Option(inner) | Repr::TupleVar(inner) => self.holds_knot(inner, knot, seen),
            Repr::Tuple(items) => items.iter().any(|item| self.holds_knot(item, knot, seen)),
            Repr::Union(id) if !seen.contains(id) => {
                seen.push(*id);
                let variants = &self.unions[id.0 as usize].variants;
                variants.iter().any(|variant| self.holds_knot(&variant.repr, knot, seen))
            }
            _ => false,
        }
    }

    /// Whether a function holds itself among its captured variables.
    pub(crate) fn knot(&mut self, func: FuncId, env: InstId) -> Option<&Knot> {
        match self.closure(func, env) {
            Repr::Knot(id) => Some(&self.knots[id.0 as usize]),
            _ => None,
        }
    }

    /// The captured variables of a function made in `env` that hold something at run time.
    pub(crate) fn captured(&mut self, func: FuncId, env: InstId) -> Vec<LocalId> {
        let all = self.captures.of(func).to_vec();
        all.into_iter()
            .filter(|&local| !matches!(self.captured_repr(local, env), Repr::Static | Repr::Never))
            .collect()
    }

    /// The representation of a captured variable, seen from an environment.
    pub(crate) fn captured_repr(&mut self, local: LocalId, env: InstId) -> Repr {
        let ty = self.captured_type(local, env);
        self.repr(ty)
    }

    /// The type of a variable of an enclosing function.
    pub(crate) fn captured_type(&self, local: LocalId, env: InstId) -> TypeId {
        let mut here = Some(env);
        while let Some(inst) = here {
            let data = &self.inferred.insts[inst.index()];
            if self.module[data.func].locals.contains(&local) {
                return data.locals.get(&local).copied().unwrap_or(BOT);
            }
            here = data.env;
        }
        BOT
    }

    fn inside(&mut self, cell: CellId, field: &Field) -> Repr {
        if self.open.contains(&cell) {
            self.infinite = true;
            return Repr::Unit;
        }
        self.open.push(cell);
        let ty = self.inferred.cells[cell.index()].get(field);
        let repr = self.repr(ty);
        self.open.pop();
        if repr == Repr::Never { Repr::Unit } else { repr }
    }

    fn container(&mut self, kind: Kind, cell: CellId) -> Repr {
        let elem = Box::new(self.inside(cell, &Field::Elem));
        match kind {
            Kind::List => Repr::List(elem),
            Kind::Set => Repr::Set(elem),
            Kind::FrozenSet => Repr::FrozenSet(elem),
            Kind::Deque => Repr::Deque(elem),
            Kind::Native(name) => Repr::NativeOf(name, elem),
            Kind::Dict | Kind::DefaultDict | Kind::Counter | Kind::OrderedDict => {
                Repr::Dict(elem, Box::new(self.inside(cell, &Field::Value)))
            }
            Kind::DictKeys => Repr::Keys(elem, Box::new(self.inside(cell, &Field::Value))),
            Kind::DictValues => Repr::Values(Box::new(self.inside(cell, &Field::Value)), elem),
            Kind::DictItems => match *elem {
                Repr::Tuple(pair) if pair.len() == 2 => {
                    let mut pair = pair.into_iter().map(Box::new);
                    match (pair.next(), pair.next()) {
                        (Some(key), Some(value)) => Repr::Items(key, value),
                        _ => Repr::Iter(Box::new(Repr::Unit)),
                    }
                }
                _ => Repr::Items(Box::new(Repr::Unit), Box::new(Repr::Unit)),
            },
            Kind::Iterator => Repr::Iter(elem),
            Kind::Generator => {
                let sent = Box::new(self.inside(cell, &Field::Sent));
                let returned = Box::new(self.inside(cell, &Field::Returned));
                Repr::Generator(elem, sent, returned)
            }
        }
    }

    /// The struct of a class with the attributes of `cell`.
    pub(crate) fn object(&mut self, class: ClassRef, cell: CellId) -> ObjectId {
        if let Some(&known) = self.object_ids.get(&(class, cell)) {
            return known;
        }
        let id = ObjectId(self.objects.len() as u32);
        let name = self.module[self.inferred.classes[class.index()].class].name.clone();
        let name = self.names.unique_class(&name);
        self.objects.push(Object { class, cell, name });
        self.object_ids.insert((class, cell), id);
        id
    }

    fn variant_name(&self, atom: &Atom) -> String {
        let name = match atom {
            Atom::Nat | Atom::Int | Atom::BigInt => "Int",
            Atom::Bool => "Bool",
            Atom::Float => "Float",
            Atom::Complex => "Complex",
            Atom::Str => "Str",
            Atom::Bytes => "Bytes",
            Atom::None => "None",
            Atom::Range | Atom::NatRange => "Range",
            Atom::File => "File",
            Atom::Native(name) => return crate::names::camel(name),
            Atom::Tuple(_) | Atom::TupleVar(_) => "Tuple",
            Atom::Exc(_) => "Exception",
            Atom::Cont(kind, _) => match kind {
                Kind::List => "List",
                Kind::Set => "Set",
                Kind::FrozenSet => "FrozenSet",
                Kind::Dict | Kind::DefaultDict | Kind::Counter | Kind::OrderedDict => "Dict",
                Kind::Deque => "Deque",
                Kind::Native(name) => return crate::names::camel(name),
                Kind::Generator => "Generator",
                Kind::DictKeys | Kind::DictValues | Kind::DictItems | Kind::Iterator => "Iter",
            },
            Atom::Obj(class, _) | Atom::Class(class) => {
                return self.module[self.inferred.classes[class.index()].class].name.to_string();
            }
            Atom::Func(func, _) | Atom::Bound(_, func, _) => {
                return crate::names::camel(&self.module[*func].name);
            }
            Atom::Builtin(name) | Atom::BoundBuiltin(_, name) | Atom::ExcClass(name) | Atom::Module(name) => {
                return crate::names::camel(name);
            }
            _ => "Other",
        };
        name.to_owned()
    }

    /// The Rust type of a representation.
    pub(crate) fn ty(&self, repr: &Repr) -> Ty {
        let one = |name: &'static str, inner: &Repr| Ty::Named(Path::Rt(name), vec![self.ty(inner)]);
        let two =
            |name: &'static str, a: &Repr, b: &Repr| Ty::Named(Path::Rt(name), vec![self.ty(a), self.ty(b)]);
        let two_in = |name: &str, a: &Repr, b: &Repr| {
            Ty::Named(Path::RtIn("dict", name.to_owned()), vec![self.ty(a), self.ty(b)])
        };
        match repr {
            Repr::Never | Repr::Static | Repr::Unit => Ty::unit(),
            Repr::Bool => Ty::local("bool"),
            Repr::I64 => Ty::local("i64"),
            Repr::Big => Ty::rt("Int"),
            Repr::Float => Ty::local("f64"),
            Repr::Num => Ty::rt("Num"),
            Repr::Complex => Ty::rt("Complex"),
            Repr::Str => Ty::rt("Str"),
            Repr::Bytes => Ty::rt("Bytes"),
            Repr::Range => Ty::rt("Range"),
            Repr::File => Ty::rt("File"),
            Repr::Native(name) => Ty::path(native_path(name)),
            Repr::NativeOf(name, elem) => Ty::Named(native_path(name), vec![self.ty(elem)]),
            Repr::Exception => Ty::rt("Exception"),
            Repr::List(elem) => one("List", elem),
            Repr::Set(elem) => one("Set", elem),
            Repr::FrozenSet(elem) => one("FrozenSet", elem),
            Repr::Deque(elem) => one("Deque", elem),
            Repr::Dict(k, v) => two("Dict", k, v),
            Repr::Keys(k, v) => two_in("KeysView", k, v),
            Repr::Values(k, v) => two_in("ValuesView", k, v),
            Repr::Items(k, v) => two_in("ItemsView", k, v),
            Repr::Iter(elem) => one("Iter", elem),
            Repr::Generator(y, s, r) => {
                Ty::Named(Path::Rt("Generator"), vec![self.ty(y), self.ty(s), self.ty(r)])
            }
            Repr::Tuple(items) => Ty::Tuple(items.iter().map(|item| self.ty(item)).collect()),
            Repr::TupleVar(elem) => one("Tuple", elem),
            Repr::Option(inner) => Ty::Named(Path::local("Option"), vec![self.ty(inner)]),
            Repr::Object(id) => Ty::local(self.objects[id.0 as usize].name.clone()),
            Repr::Union(id) => Ty::local(self.unions[id.0 as usize].name.clone()),
            Repr::Knot(id) => Ty::local(self.knots[id.0 as usize].name.clone()),
            Repr::Closure(vars) => {
                Ty::Tuple(vars.iter().map(|var| Ty::Named(Path::Rt("Var"), vec![self.ty(var)])).collect())
            }
        }
    }
}
