//! A census of a program's variables: what inference found, as plain data for tools outside of the compiler.
//!
//! In: [`Inferred`]. Out: [`Census`], every scope with its variables by name, each with the types of all live instances
//! of the scope. Types are lists of [`Value`]s, cells are lists of named fields; both refer to each other by index, so
//! recursive types need no special form. Scopes come in the order of the module's arenas.

use std::collections::{BTreeMap, HashMap};

use portalis_diag::Span;
use portalis_hir::{ClassId, FuncId, LocalId, Module, Name, Scope};

use crate::cell::Field;
use crate::infer::enclosing_func;
use crate::instance::Instance;
use crate::ty::{Atom, CellId, TypeId};
use crate::unify::Inferred;

/// What every variable of a program may hold.
#[derive(Debug, Default)]
pub struct Census {
    /// Functions (the module body first), then classes.
    pub scopes: Vec<ScopeCensus>,
    /// Types, by the indices that everything else uses. An empty one means that no value gets there.
    pub types: Vec<Vec<Value>>,
    /// Heap objects, by the indices in values.
    pub cells: Vec<BTreeMap<String, usize>>,
}

/// A function or class body.
#[derive(Debug)]
pub struct ScopeCensus {
    /// Python's `__qualname__`.
    pub qualname: Name,
    /// Its name where it is defined; empty at the start of the file for the module.
    pub name_span: Span,
    /// The scope it is written in, as an index.
    pub parent: Option<usize>,
    /// Whether inference thinks that it runs.
    pub is_live: bool,
    /// Its variables: a type for each live instance that binds them.
    pub variables: BTreeMap<Name, Vec<usize>>,
    /// What `return` and the end of the body give: a type for each live instance.
    pub returns: Vec<usize>,
    /// What `yield` gives, for generators.
    pub yields: Option<Vec<usize>>,
}

/// One kind of value that a type admits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Value {
    /// A value without parts, by the name of its type; integers are `int`, or `nat` where they are never negative.
    Plain(&'static str),
    /// A container or iterator of that type with the cell of its elements.
    Container(&'static str, usize),
    /// A tuple of that many types.
    Tuple(Vec<usize>),
    /// A tuple of any length, with the cell of its elements.
    Tuples(usize),
    /// An instance of a class of the program, by `__qualname__`, with the cell of its attributes.
    Object(Name, usize),
    /// A class of the program, by `__qualname__`.
    Class(Name),
    /// A function of the program, by `__qualname__`.
    Function(Name),
    /// A method of the program's classes bound to a receiver.
    Method(Name),
    /// A function or class of the library, by its name in the table.
    Builtin(Name),
    /// A method of a library type bound to a receiver, by its name in the table.
    BuiltinMethod(Name),
    /// An instance of a builtin exception class or of one below it.
    Exception(Name),
    /// A builtin exception class, or one below it.
    ExceptionClass(Name),
    /// A module.
    Module(Name),
    /// Anything.
    Unknown,
}

impl Inferred {
    /// The census of `module`.
    #[must_use]
    pub fn census(&self, module: &Module) -> Census {
        let mut taker = Taker {
            inferred: self,
            module,
            census: Census::default(),
            types: HashMap::new(),
            cells: HashMap::new(),
        };
        for (func, _) in module.funcs.iter() {
            taker.function(func);
        }
        for (class, _) in module.classes.iter() {
            taker.class(class);
        }
        taker.census
    }
}

struct Taker<'a> {
    inferred: &'a Inferred,
    module: &'a Module,
    census: Census,
    types: HashMap<TypeId, usize>,
    cells: HashMap<CellId, usize>,
}

impl<'a> Taker<'a> {
    fn function(&mut self, func: FuncId) {
        let data = &self.module[func];
        let instances = self.instances(func);
        let (mut returns, mut yields) = (Vec::new(), Vec::new());
        for instance in &instances {
            match instance.generator {
                Some(cell) if data.is_async && !data.is_generator => {
                    returns.push(self.field(cell, &Field::Elem));
                }
                Some(cell) => {
                    yields.push(self.field(cell, &Field::Elem));
                    returns.push(self.field(cell, &Field::Returned));
                }
                None => returns.push(self.ty(instance.ret)),
            }
        }
        let variables = self.variables(&data.locals, &instances);
        self.census.scopes.push(ScopeCensus {
            qualname: data.qualname.clone(),
            name_span: data.name_span,
            parent: data.parent.map(|scope| self.index(scope)),
            is_live: !instances.is_empty(),
            variables,
            returns,
            yields: data.is_generator.then_some(yields),
        });
    }

    fn class(&mut self, class: ClassId) {
        let data = &self.module[class];
        let instances = self.instances(enclosing_func(self.module, data.parent));
        let variables = self.variables(&data.locals, &instances);
        self.census.scopes.push(ScopeCensus {
            qualname: data.qualname.clone(),
            name_span: data.name_span,
            parent: Some(self.index(data.parent)),
            // The body of a `TypedDict` has only annotations.
            is_live: self.inferred.class_ids.keys().any(|(defined, _)| *defined == class)
                || crate::is_typed_dict(self.module, class),
            variables,
            returns: Vec::new(),
            yields: None,
        });
    }

    fn index(&self, scope: Scope) -> usize {
        match scope {
            Scope::Func(func) => func.into_raw().into_u32() as usize,
            Scope::Class(class) => self.module.funcs.len() + class.into_raw().into_u32() as usize,
        }
    }

    fn instances(&self, func: FuncId) -> Vec<&'a Instance> {
        let live = self.inferred.live.iter().map(|inst| &self.inferred.insts[inst.index()]);
        live.filter(|instance| instance.func == func).collect()
    }

    fn variables(&mut self, locals: &[LocalId], instances: &[&Instance]) -> BTreeMap<Name, Vec<usize>> {
        let mut variables: BTreeMap<Name, Vec<usize>> = BTreeMap::new();
        for local in locals {
            let types: Vec<usize> = instances
                .iter()
                .filter_map(|instance| instance.locals.get(local))
                .map(|&ty| self.ty(ty))
                .collect();
            variables.entry(self.module[*local].name.clone()).or_default().extend(types);
        }
        variables
    }

    fn field(&mut self, cell: CellId, field: &Field) -> usize {
        let cell = self.inferred.representative(cell);
        self.ty(self.inferred.cells[cell.index()].get(field))
    }

    fn ty(&mut self, ty: TypeId) -> usize {
        if let Some(&known) = self.types.get(&ty) {
            return known;
        }
        let idx = self.census.types.len();
        self.types.insert(ty, idx);
        self.census.types.push(Vec::new());
        let inferred = self.inferred;
        let values = inferred.types.atoms(ty).filter_map(|atom| self.value(atom)).collect();
        self.census.types[idx] = values;
        idx
    }

    fn cell(&mut self, cell: CellId) -> usize {
        let cell = self.inferred.representative(cell);
        if let Some(&known) = self.cells.get(&cell) {
            return known;
        }
        let idx = self.census.cells.len();
        self.cells.insert(cell, idx);
        self.census.cells.push(BTreeMap::new());
        let inferred = self.inferred;
        let fields = &inferred.cells[cell.index()].fields;
        let fields = fields.iter().map(|(field, ty)| (field_name(field), self.ty(*ty))).collect();
        self.census.cells[idx] = fields;
        idx
    }

    /// `None` for what is in no variable: marks of unbound variables.
    fn value(&mut self, atom: &Atom) -> Option<Value> {
        Some(match atom {
            Atom::Unbound | Atom::Nested => return None,
            Atom::Nat => Value::Plain("nat"),
            Atom::Int | Atom::BigInt => Value::Plain("int"),
            Atom::Bool => Value::Plain("bool"),
            Atom::Float => Value::Plain("float"),
            Atom::Complex => Value::Plain("complex"),
            Atom::Str => Value::Plain("str"),
            Atom::Bytes => Value::Plain("bytes"),
            Atom::None => Value::Plain("NoneType"),
            Atom::Range => Value::Plain("range"),
            Atom::NatRange => Value::Plain("nat range"),
            Atom::Ellipsis => Value::Plain("ellipsis"),
            Atom::NotImplemented => Value::Plain("NotImplementedType"),
            Atom::File => Value::Plain("TextIOWrapper"),
            Atom::Native(name) => Value::Plain(name),
            Atom::Object => Value::Plain("object"),
            Atom::Property(..) => Value::Plain("property"),
            Atom::CachedProperty(_) => Value::Plain("cached_property"),
            Atom::StaticMethod(_) => Value::Plain("staticmethod"),
            Atom::ClassMethod(_) => Value::Plain("classmethod"),
            Atom::Super(..) => Value::Plain("super"),
            Atom::Cont(kind, cell) => Value::Container(kind.name(), self.cell(*cell)),
            Atom::Tuple(items) => Value::Tuple(items.iter().map(|&item| self.ty(item)).collect()),
            Atom::TupleVar(cell) => Value::Tuples(self.cell(*cell)),
            Atom::Obj(class, cell) => {
                let class = self.inferred.classes[class.index()].class;
                Value::Object(self.module[class].qualname.clone(), self.cell(*cell))
            }
            Atom::Class(class) => {
                let class = self.inferred.classes[class.index()].class;
                Value::Class(self.module[class].qualname.clone())
            }
            Atom::Func(func, _) => Value::Function(self.module[*func].qualname.clone()),
            Atom::Bound(_, func, _) => Value::Method(self.module[*func].qualname.clone()),
            Atom::Builtin(name) => Value::Builtin(name.clone()),
            Atom::BoundBuiltin(_, name) => Value::BuiltinMethod(name.clone()),
            Atom::Exc(name) => Value::Exception(name.clone()),
            Atom::ExcClass(name) => Value::ExceptionClass(name.clone()),
            Atom::Module(name) => Value::Module(name.clone()),
            Atom::Unknown => Value::Unknown,
        })
    }
}

/// `elem`, `value`, … for the parts of containers; `.name` for attributes.
fn field_name(field: &Field) -> String {
    match field {
        Field::Elem => "elem".to_owned(),
        Field::Value => "value".to_owned(),
        Field::Factory => "factory".to_owned(),
        Field::Sent => "sent".to_owned(),
        Field::Returned => "returned".to_owned(),
        Field::Attr(name) => format!(".{name}"),
        Field::Default(at) => format!("default {at}"),
        Field::Key(name) => format!("key {name}"),
        Field::OtherKeys => "other keys".to_owned(),
    }
}
