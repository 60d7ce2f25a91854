//! The solver: cells, instances and the worklist. `infer` holds what evaluating an instance means.
//!
//! Monotone abstract interpretation of whole function bodies over allocation-site cells, context-sensitive by argument
//! identity. Instances are evaluated when they are made; a field or result that grows enqueues its readers. Everything
//! is ordered by creation, which follows the source, never by hash.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use portalis_diag::{Diagnostic, Sink, Span};
use portalis_hir::nonempty::NonEmpty;
use portalis_hir::{ClassId, FuncId, LocalId, Module, Name, Scope};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::builtins::{Table, is_exception_subclass};
use crate::cell::{Cell, CellKind, Field, Node, Site};
use crate::enumeration::Enumeration;
use crate::growth::Growth;
use crate::infer::Walk;
use crate::instance::{Context, Instance};
use crate::ty::{Atom, AtomId, BOT, CellId, ClassRef, InstId, Kind, TypeId, Types};

/// The part of the cell with the arguments of builtin exceptions.
pub(crate) const ARGUMENTS: &str = "arguments";
/// How many kinds of calls and of objects are told apart: a few more than any program needs whose types stay few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Precision {
    /// Contexts longer than this share one cell per site.
    context: u32,
    /// More instances of one function than this fall back to keys on heads.
    instances: usize,
    /// Evaluations of one instance before the solver gives up.
    evaluations: u32,
    /// Pairs of kinds that operators meet before it does.
    pub(crate) pairs: usize,
}

impl Precision {
    /// What is tried first.
    pub const FINE: Self = Precision { context: 4, instances: 60, evaluations: 250, pairs: 100_000 };
    /// What a program gets whose kinds multiply: objects that make others of their classes in every method, as the trees of
    /// expressions do that are derived and simplified.
    ///
    /// More pairs than these operators of no program meet whose unions have a representation.
    pub const COARSE: Self = Precision { context: 1, instances: 6, evaluations: 2_000, pairs: 2_000_000 };
}

/// About how long an expression is, with what is between it and the next.
const BYTES_OF_EXPR: usize = 8;
/// How many functions of one maker hold each other before they are taken for one type.
const MAX_WRAPPINGS: usize = 4;

/// A class in the environment it was defined in.
#[derive(Clone, Debug)]
pub struct ClassInfo {
    /// Its definition.
    pub class: ClassId,
    /// The instance whose body ran the `class` statement.
    pub env: InstId,
    /// Class attributes.
    pub attrs: CellId,
    /// Linearised: itself, then its bases of the program.
    pub mro: Vec<ClassRef>,
    /// The classes that its statement names, and all in the order in which they are asked, `object` at the end; `None` where
    /// some are not known as values.
    pub parents: Option<(Vec<AtomId>, Vec<AtomId>)>,
    /// The builtin classes among its bases, in order: exceptions, `object`, `Enum`.
    pub builtin_bases: Vec<Name>,
    /// Whether `ABC` or `ABCMeta` stands in its statement.
    pub is_abc: bool,
    /// Whether `Protocol` does.
    pub is_protocol: bool,
    /// The classes of the library in its statement that its objects are instances of and get nothing from: `abc.ABC`.
    pub marks: Vec<Name>,
    /// The methods that are abstract in it, where an object of it is made.
    pub abstract_methods: Vec<Name>,
    /// `@dataclass` and what it was told.
    pub dataclass: Option<Dataclass>,
    /// The builtin type that its objects hold a value of: `list` of `class Stack(list)`.
    pub base_value: Option<&'static str>,
    /// The members, of a class derived from `enum.Enum`.
    pub enumeration: Option<Rc<Enumeration>>,
}

/// A dataclass's options and fields.
#[derive(Clone, Debug, Default)]
pub struct Dataclass {
    /// `eq=` (default true).
    pub eq: bool,
    /// `order=`.
    pub order: bool,
    /// `frozen=`.
    pub frozen: bool,
    /// `unsafe_hash=`.
    pub unsafe_hash: bool,
    /// `kw_only=`: what its own fields are unless they say otherwise.
    pub kw_only: bool,
    /// `repr=` (default true).
    pub repr: bool,
    /// `slots=`.
    pub slots: bool,
    /// Whether it is a named tuple, whose objects are tuples besides.
    pub is_tuple: bool,
    /// Fields in order, with whether there is a default.
    pub fields: Vec<(Name, bool)>,
    /// Fields that are no parameters: `field(init=False)`.
    pub not_in_init: Vec<Name>,
    /// Fields that are parameters by keyword only: `field(kw_only=True)`, and those after `_: KW_ONLY`.
    pub keyword_only: Vec<Name>,
    /// Fields that are not shown: `field(repr=False)`.
    pub not_in_repr: Vec<Name>,
    /// Fields that are not compared: `field(compare=False)`.
    pub not_compared: Vec<Name>,
}

impl Dataclass {
    /// The fields that are parameters, in order: those by keyword only at the end.
    pub fn parameters(&self) -> impl Iterator<Item = &(Name, bool)> {
        self.positional().chain(self.by_keyword())
    }

    /// The fields that are positional parameters, in order.
    pub fn positional(&self) -> impl Iterator<Item = &(Name, bool)> {
        self.in_init().filter(|(name, _)| !self.keyword_only.contains(name))
    }

    /// The fields that are parameters by keyword only, in order.
    pub fn by_keyword(&self) -> impl Iterator<Item = &(Name, bool)> {
        self.in_init().filter(|(name, _)| self.keyword_only.contains(name))
    }

    fn in_init(&self) -> impl Iterator<Item = &(Name, bool)> {
        self.fields.iter().filter(|(name, _)| !self.not_in_init.contains(name))
    }

    /// Whether its objects hash by their fields.
    #[must_use]
    pub fn hashes(&self) -> bool {
        (self.eq && self.frozen) || self.unsafe_hash
    }

    /// The fields that `==`, `<` and `hash` look at, in order.
    pub fn compared(&self) -> impl Iterator<Item = &Name> {
        self.fields.iter().map(|(name, _)| name).filter(|name| !self.not_compared.contains(name))
    }
}

type InstanceKey = (FuncId, Option<InstId>, Option<ClassRef>, Box<[TypeId]>);

/// The state of a whole-program run.
pub struct Solver<'m> {
    pub(crate) module: &'m Module,
    pub(crate) table: &'static Table,
    pub(crate) types: Types,
    pub(crate) cells: Vec<Cell>,
    cell_ids: HashMap<(Site, Option<InstId>), CellId, FxBuildHasher>,
    site_ids: HashMap<Site, u32, FxBuildHasher>,
    pub(crate) insts: Vec<Instance>,
    keys: HashMap<InstanceKey, InstId, FxBuildHasher>,
    per_func: FxHashMap<FuncId, usize>,
    pub(crate) classes: Vec<ClassInfo>,
    pub(crate) class_ids: HashMap<(ClassId, InstId), ClassRef, FxBuildHasher>,
    queue: BTreeSet<(u32, InstId)>,
    pub(crate) stack: Vec<InstId>,
    pub(crate) growth: Growth,
    /// Sums that add something.
    pub(crate) nonempty: NonEmpty,
    /// Methods that traits of the runtime call: `__eq__`, `__repr__` … of a cell's class.
    pub(crate) trait_calls: crate::instance::Map<(ClassRef, CellId, Name), InstId>,
    /// Functions that remember their results by their arguments.
    pub(crate) cached: FxHashSet<FuncId>,
    /// Types whose values are compared: objects of one class in them are held alike.
    pub(crate) compared: indexmap::IndexSet<(TypeId, TypeId), FxBuildHasher>,
    /// Variables that hold what the library has and nobody translates: using one is refused.
    pub(crate) missing: FxHashMap<LocalId, Diagnostic>,
    /// `**kwargs` parameters that nothing stores into.
    pub(crate) only_read: FxHashSet<LocalId>,
    /// The names that attributes have anywhere, once somebody asks.
    pub(crate) attribute_names: std::cell::OnceCell<FxHashSet<Name>>,
    /// Those of them that objects are given.
    pub(crate) given_names: std::cell::OnceCell<FxHashSet<Name>>,
    /// Whether some class defines how its attributes are accessed.
    pub(crate) has_accessors: bool,
    /// Variables that some call passes on as `**name`.
    pub(crate) passed_on: FxHashSet<LocalId>,
    /// Of raised objects, those that a class catches.
    caught: FxHashMap<(TypeId, Atom), TypeId>,
    /// Whether the program asks for the class of an iterator, or for its text: iterators of one class are held apart from
    /// others, those of one generator function too.
    pub(crate) tells_iterators: bool,
    pub(crate) sink: Sink,
    pub(crate) gave_up: bool,
    pub(crate) precision: Precision,
    /// Pairs of kinds that operators met.
    pub(crate) pairs: usize,
    /// Whether a host calls what is public.
    pub(crate) is_library: bool,
}

/// Whether the body of a class binds `name`.
#[must_use]
pub fn is_bound_in_body(module: &Module, classes: &[ClassInfo], class: ClassRef, name: &Name) -> bool {
    let class = classes[class.index()].class;
    module[class].locals.iter().any(|&local| module[local].name == *name)
}

/// `type(class)`, with its module.
#[must_use]
pub fn metaclass(classes: &[ClassInfo], class: ClassRef) -> &'static str {
    let any = |has: fn(&ClassInfo) -> bool| {
        classes[class.index()].mro.iter().any(|base| has(&classes[base.index()]))
    };
    if any(|class| class.enumeration.is_some()) {
        "enum.EnumType"
    } else if any(|class| class.is_protocol) {
        "typing._ProtocolMeta"
    } else if any(|class| class.is_abc) {
        "abc.ABCMeta"
    } else {
        "type"
    }
}

/// `type(class).__name__`.
#[must_use]
pub fn metaclass_name(classes: &[ClassInfo], class: ClassRef) -> &'static str {
    let path = metaclass(classes, class);
    path.rsplit('.').next().unwrap_or(path)
}

impl<'m> Solver<'m> {
    /// The objects of the program among `raised` that a handler of `by`, an exception class, catches.
    pub(crate) fn caught(&mut self, raised: TypeId, by: Atom) -> TypeId {
        let key = (raised, by);
        if let Some(&known) = self.caught.get(&key) {
            return known;
        }
        let classes = &self.classes;
        let caught = self.types.filter(raised, |atom| match (atom, &key.1) {
            (Atom::Obj(raised, _), Atom::ExcClass(name)) => {
                classes[raised.index()].builtin_bases.iter().any(|base| is_exception_subclass(base, name))
            }
            (Atom::Obj(raised, _), Atom::Class(class)) => classes[raised.index()].mro.contains(class),
            _ => false,
        });
        self.caught.insert(key, caught);
        caught
    }

    /// A solver about to look at `module`.
    pub fn new(module: &'m Module, options: crate::Options, precision: Precision) -> Self {
        Solver {
            module,
            precision,
            table: Table::get(),
            types: Types::default(),
            cells: Vec::new(),
            cell_ids: HashMap::default(),
            site_ids: HashMap::default(),
            insts: Vec::new(),
            keys: HashMap::default(),
            per_func: FxHashMap::default(),
            caught: FxHashMap::default(),
            classes: Vec::new(),
            class_ids: HashMap::default(),
            queue: BTreeSet::new(),
            stack: Vec::new(),
            growth: Growth::new(module, options.int),
            nonempty: NonEmpty::new(module),
            trait_calls: crate::instance::Map::default(),
            cached: FxHashSet::default(),
            compared: indexmap::IndexSet::default(),
            missing: FxHashMap::default(),
            only_read: crate::keywords::only_read(module),
            attribute_names: std::cell::OnceCell::new(),
            given_names: std::cell::OnceCell::new(),
            has_accessors: crate::accessors::has_any(module),
            passed_on: crate::keywords::passed_on(module),
            tells_iterators: false,
            sink: Sink::new(),
            gave_up: false,
            pairs: 0,
            is_library: options.is_library,
        }
    }

    /// Runs to the fixpoint; false where the solver gave up on the way.
    pub fn solve(&mut self) -> bool {
        let main = self.instance(self.module.body, None, None, Vec::new());
        debug_assert_eq!(main, InstId(0));
        self.drain();
        if self.gave_up {
            self.sink.push(crate::diagnostics::too_complex(Span::default()));
        }
        !self.gave_up
    }

    /// Works the queue off.
    pub fn drain(&mut self) {
        while let Some((_, inst)) = self.queue.pop_first() {
            self.evaluate(inst);
            if self.gave_up {
                break;
            }
        }
    }

    /// Reports at most once a place: a growing argument may pass a refused operation many times.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.sink.push(diagnostic);
    }

    fn enqueue(&mut self, inst: InstId) {
        self.queue.insert((self.insts[inst.index()].depth, inst));
    }

    // ---- cells

    /// What `field` of `cell` holds; the running instance is told when it grows.
    pub(crate) fn read(&mut self, cell: CellId, field: &Field) -> TypeId {
        let cell = &mut self.cells[cell.index()];
        if let Some(&reader) = self.stack.last() {
            match cell.readers.iter_mut().find(|(name, _)| name == field) {
                Some((_, readers)) => {
                    readers.insert(reader);
                }
                None => cell.readers.push((field.clone(), BTreeSet::from([reader]))),
            }
        }
        cell.get(field)
    }

    /// Joins `ty` into `field` of `cell`.
    pub(crate) fn write(&mut self, id: CellId, field: Field, ty: TypeId) {
        let old = self.cells[id.index()].get(&field);
        let new = self.types.join(old, ty);
        if new == old && (ty != BOT || self.cells[id.index()].fields.iter().any(|(name, _)| *name == field)) {
            return;
        }
        let cell = &mut self.cells[id.index()];
        match cell.fields.iter_mut().find(|(name, _)| *name == field) {
            Some((_, held)) => *held = new,
            None => cell.fields.push((field.clone(), new)),
        }
        self.changed(id, &field);
    }

    /// Those who read `field` look again.
    fn changed(&mut self, cell: CellId, field: &Field) {
        let readers = self.cells[cell.index()].readers.iter().find(|(name, _)| name == field);
        for reader in readers.map(|(_, readers)| readers.clone()).into_iter().flatten() {
            self.enqueue(reader);
        }
    }

    /// Joins `ty` into what is passed as `name` in the `**kwargs` of `cell`.
    pub(crate) fn write_key(&mut self, cell: CellId, name: &Name, ty: TypeId) {
        let field = Field::Key(name.clone());
        let is_new = !self.cells[cell.index()].fields.iter().any(|(held, _)| *held == field);
        self.write(cell, field, ty);
        if is_new {
            // Who reads all of them reads what no name is known of, too.
            self.changed(cell, &Field::OtherKeys);
        }
    }

    /// What is passed by name in the `**kwargs` of `cell`; the running instance is told of more.
    pub(crate) fn read_keys(&mut self, cell: CellId) -> Vec<(Name, TypeId)> {
        self.read(cell, &Field::OtherKeys);
        let fields = self.cells[cell.index()].fields.clone();
        let named = fields.into_iter().filter_map(|(field, _)| match field {
            Field::Key(name) => Some(name),
            _ => None,
        });
        named.map(|name| (name.clone(), self.read(cell, &Field::Key(name)))).collect()
    }

    /// The objects that each instance makes where a class is called, by the instance.
    pub(crate) fn objects_made(&self) -> Vec<(InstId, Site, CellId)> {
        let made = self.cell_ids.iter().filter_map(|((site, inst), &cell)| {
            let is_object = matches!(site.kind, CellKind::Object(_));
            inst.filter(|_| is_object).map(|inst| (inst, site.clone(), cell))
        });
        let mut made: Vec<_> = made.collect();
        made.sort_by_key(|(_, _, cell)| *cell);
        made
    }

    /// The cell that `site` allocates in the running instance.
    pub(crate) fn cell(&mut self, node: Node, part: &'static str, kind: CellKind, span: Span) -> CellId {
        let inst = *self.stack.last().expect("cells are made while an instance is evaluated");
        let site = Site { node, part, kind: kind.clone() };
        self.cell_in(site, inst, span)
    }

    fn cell_in(&mut self, site: Site, inst: InstId, span: Span) -> CellId {
        let next = self.site_ids.len() as u32;
        let site_id = *self.site_ids.entry(site.clone()).or_insert(next);
        let context = &self.insts[inst.index()].context;
        if context.sites.contains(&site_id) {
            let same = |cell: &&CellId| self.cells[cell.index()].site == site;
            if let Some(&cell) = context.cells.iter().find(same) {
                return cell;
            }
        }
        let (key, depth, mut sites) = if context.depth + 1 > self.precision.context {
            ((site.clone(), None), self.precision.context, BTreeSet::new())
        } else {
            ((site.clone(), Some(inst)), context.depth + 1, context.sites.clone())
        };
        sites.insert(site_id);
        if let Some(&cell) = self.cell_ids.get(&key) {
            return cell;
        }
        let id = CellId(self.cells.len() as u32);
        let kind = site.kind.clone();
        self.cells.push(Cell {
            kind,
            site,
            owner: None,
            sites,
            depth,
            span,
            fields: Vec::new(),
            readers: Vec::new(),
        });
        self.cell_ids.insert(key, id);
        id
    }

    /// A container made at `node`.
    pub(crate) fn container(
        &mut self,
        node: Node,
        part: &'static str,
        kind: Kind,
        elem: TypeId,
        span: Span,
    ) -> TypeId {
        let cell = self.cell(node, part, CellKind::Cont(kind), span);
        self.write(cell, Field::Elem, elem);
        self.types.of(Atom::Cont(kind, cell))
    }

    /// The cell of `local`, captured from the environment instance `env`.
    pub(crate) fn var_cell(&mut self, local: LocalId, env: InstId) -> CellId {
        let site = Site { node: Node::Local(local), part: "var", kind: CellKind::Var(local) };
        self.single_cell(site, Some(env), self.module[local].span)
    }

    /// The one cell of `site` in `env`, outside any context.
    fn single_cell(&mut self, site: Site, env: Option<InstId>, span: Span) -> CellId {
        let key = (site, env);
        if let Some(&cell) = self.cell_ids.get(&key) {
            return cell;
        }
        let id = CellId(self.cells.len() as u32);
        let site = key.0.clone();
        self.cells.push(Cell {
            kind: site.kind.clone(),
            site,
            owner: env,
            sites: BTreeSet::new(),
            depth: 0,
            span,
            fields: Vec::new(),
            readers: Vec::new(),
        });
        self.cell_ids.insert(key, id);
        id
    }

    /// The cell of all exceptions of the program's classes that are raised anywhere.
    pub(crate) fn raised_cell(&mut self) -> CellId {
        let body = self.module.body;
        let site = Site { node: Node::Func(body), part: "raised", kind: CellKind::Defaults(body) };
        self.single_cell(site, None, Span::default())
    }

    /// The cell of the arguments of builtin exceptions, by class.
    pub(crate) fn arguments_cell(&mut self) -> CellId {
        let body = self.module.body;
        let site = Site { node: Node::Func(body), part: ARGUMENTS, kind: CellKind::Defaults(body) };
        self.single_cell(site, None, Span::default())
    }

    /// The cell with the parameter defaults of `func` made in `env`.
    pub(crate) fn defaults_cell(&mut self, func: FuncId, env: InstId) -> CellId {
        let site = Site { node: Node::Func(func), part: "defaults", kind: CellKind::Defaults(func) };
        self.single_cell(site, Some(env), self.module[func].span)
    }

    // ---- instances

    /// The instance that owns the variables of `scope`, seen from `inst`.
    pub(crate) fn env_of(&self, inst: InstId, owner: Scope) -> InstId {
        let mut here = inst;
        loop {
            if owner == Scope::Func(self.insts[here.index()].func) {
                return here;
            }
            match self.insts[here.index()].env {
                Some(env) => here = env,
                None => return here,
            }
        }
    }

    /// The instance of `func` for these argument types; made and evaluated if it is new, again if they grew.
    pub(crate) fn instance(
        &mut self,
        func: FuncId,
        env: Option<InstId>,
        class: Option<ClassRef>,
        params: Vec<TypeId>,
    ) -> InstId {
        let told_apart = match self.growth.is_one_for_ints(func) {
            true => params.iter().map(|&ty| self.types.with_ints(ty, &|_| Atom::BigInt)).collect(),
            false => params.clone(),
        };
        let told_apart: Vec<TypeId> = match class.is_none() && self.cached.contains(&func) {
            // One cache holds what all objects give.
            true => told_apart.into_iter().map(|ty| self.objects_as_one(ty)).collect(),
            false => told_apart,
        };
        let mut key: InstanceKey = (func, env, class, told_apart.into());
        if !self.keys.contains_key(&key)
            && self.per_func.get(&func).is_some_and(|&n| n >= self.precision.instances)
        {
            let heads: Vec<TypeId> = params.iter().map(|&ty| self.heads(ty)).collect();
            key = (func, env, class, heads.into());
            let known = self.keys.contains_key(&key);
            if !known && self.per_func.get(&func).is_some_and(|&n| n >= 4 * self.precision.instances) {
                // A method is one for each class.
                let is_method = matches!(self.module[func].parent, Some(Scope::Class(_)));
                key = (func, env, class, key.3.iter().copied().take(usize::from(is_method)).collect());
            }
        }
        let known = self.keys.get(&key).copied().or_else(|| self.cached_for_tuples(&key));
        if let Some(inst) = known.or_else(|| self.nested_in(func, env, &params)) {
            let mut grew = false;
            for (i, &ty) in params.iter().enumerate() {
                let old = self.insts[inst.index()].params[i];
                let new = self.types.join(old, ty);
                grew |= new != old;
                self.insts[inst.index()].params[i] = new;
            }
            if grew {
                self.set_context(inst);
                if self.insts[inst.index()].busy {
                    self.enqueue(inst);
                } else {
                    self.evaluate(inst);
                }
            }
            return inst;
        }
        let inst = InstId(self.insts.len() as u32);
        let mut instance = Instance::new(func, env, params, self.stack.len() as u32);
        instance.class = class;
        let span = self.module[func].span;
        instance.exprs.reserve((span.end - span.start) as usize / BYTES_OF_EXPR);
        self.insts.push(instance);
        self.keys.insert(key, inst);
        *self.per_func.entry(func).or_default() += 1;
        self.set_context(inst);
        self.evaluate(inst);
        inst
    }

    /// `ty`, or one type for all objects of the program.
    fn objects_as_one(&mut self, ty: TypeId) -> TypeId {
        let are_objects = self.types.atoms(ty).all(|atom| matches!(atom, Atom::Obj(..)));
        if ty != BOT && are_objects { self.types.of(Atom::Object) } else { ty }
    }

    /// The instance of a cached function that tuples of any length share with those of a known one, as they share its results.
    fn cached_for_tuples(&self, key: &InstanceKey) -> Option<InstId> {
        let (func, env, class, given) = key;
        if !self.cached.contains(func) {
            return None;
        }
        let others = self.keys.iter().filter(|((other, its_env, its_class, params), _)| {
            other == func && its_env == env && its_class == class && params.len() == given.len()
        });
        let sharing = others.filter(|((.., keys), inst)| {
            let params = keys.iter().zip(&self.insts[inst.index()].params);
            params.zip(given).all(|((&key, &ty), &one)| key == one || self.are_tuples_of_any_length(ty, one))
        });
        sharing.map(|(_, &inst)| inst).min()
    }

    /// Whether both are tuples, and one of them of any length.
    fn are_tuples_of_any_length(&self, a: TypeId, b: TypeId) -> bool {
        let is_tuple = |atom: &Atom| matches!(atom, Atom::Tuple(_) | Atom::TupleVar(_));
        let mut atoms = self.types.atoms(a).chain(self.types.atoms(b));
        let are_tuples = a != BOT && b != BOT && atoms.all(is_tuple);
        let mut atoms = self.types.atoms(a).chain(self.types.atoms(b));
        are_tuples && atoms.any(|atom| matches!(atom, Atom::TupleVar(_)))
    }

    /// The instance that made a function among the arguments, which holds one that an instance of `func` made before it,
    /// and so on: functions that wrap each other without end are one.
    fn nested_in(&self, func: FuncId, env: Option<InstId>, params: &[TypeId]) -> Option<InstId> {
        let makers = params.iter().flat_map(|&ty| self.makers_of(ty));
        makers.into_iter().find(|&maker| {
            let made = &self.insts[maker.index()];
            made.func == func
                && made.env == env
                && self.wraps(func, maker, &mut BTreeMap::new()) > MAX_WRAPPINGS
        })
    }

    /// The instances that made the functions of a type, alone or in a tuple: `*args` is one.
    fn makers_of(&self, ty: TypeId) -> Vec<InstId> {
        let mut makers = Vec::new();
        for atom in self.types.atoms(ty) {
            match atom {
                Atom::Func(_, env) => makers.push(*env),
                Atom::Tuple(items) => makers.extend(items.iter().flat_map(|&item| self.makers_of(item))),
                _ => {}
            }
        }
        makers
    }

    /// How deep functions that instances of `func` made hold each other, from `inst` on.
    fn wraps(&self, func: FuncId, inst: InstId, known: &mut BTreeMap<InstId, usize>) -> usize {
        if let Some(&depth) = known.get(&inst) {
            return depth;
        }
        known.insert(inst, 0);
        let made = &self.insts[inst.index()];
        let inner = made.params.iter().flat_map(|&ty| self.makers_of(ty));
        let deepest = inner.map(|inst| self.wraps(func, inst, known)).max().unwrap_or(0);
        let depth = deepest + usize::from(made.func == func);
        known.insert(inst, depth);
        depth
    }

    /// `ty` with one cell per kind and class: the key of functions with too many instances.
    fn heads(&mut self, ty: TypeId) -> TypeId {
        let ids: Vec<AtomId> = self.types.ids(ty).to_vec();
        let mut heads = Vec::new();
        for id in ids {
            let atom = match self.types.get(id).clone() {
                Atom::Cont(kind, _) => Atom::Cont(kind, CellId(0)),
                Atom::Obj(class, _) => Atom::Obj(class, CellId(0)),
                Atom::TupleVar(_) => Atom::TupleVar(CellId(0)),
                Atom::Tuple(items) => {
                    let items = items.iter().map(|&item| self.heads(item)).collect();
                    Atom::Tuple(items)
                }
                other => other,
            };
            heads.push(self.types.atom(atom));
        }
        self.types.from_ids(heads)
    }

    fn set_context(&mut self, inst: InstId) {
        let mut context = Context::default();
        let mut seen = BTreeSet::new();
        for ty in self.insts[inst.index()].params.clone() {
            self.collect_cells(ty, &mut context, &mut seen);
        }
        if let Some(env) = self.insts[inst.index()].env {
            for cell in self.insts[env.index()].context.cells.clone() {
                self.add_cell(cell, &mut context, &mut seen);
            }
        }
        self.insts[inst.index()].context = context;
    }

    fn add_cell(&self, cell: CellId, context: &mut Context, seen: &mut BTreeSet<CellId>) {
        if seen.insert(cell) {
            let data = &self.cells[cell.index()];
            context.cells.push(cell);
            context.sites.extend(data.sites.iter().copied());
            context.depth = context.depth.max(data.depth);
        }
    }

    fn collect_cells(&self, ty: TypeId, context: &mut Context, seen: &mut BTreeSet<CellId>) {
        for &id in self.types.ids(ty).iter() {
            self.collect_atom_cells(id, context, seen);
        }
    }

    fn collect_atom_cells(&self, id: AtomId, context: &mut Context, seen: &mut BTreeSet<CellId>) {
        match self.types.get(id) {
            Atom::Cont(_, cell) | Atom::TupleVar(cell) | Atom::Obj(_, cell) => {
                self.add_cell(*cell, context, seen);
            }
            Atom::Tuple(items) => {
                for &item in items.iter() {
                    self.collect_cells(item, context, seen);
                }
            }
            Atom::Bound(receiver, ..) | Atom::BoundBuiltin(receiver, _) | Atom::Super(_, receiver) => {
                self.collect_atom_cells(*receiver, context, seen);
            }
            _ => {}
        }
    }

    /// Evaluates the body of `inst` once.
    pub(crate) fn evaluate(&mut self, inst: InstId) {
        let instance = &mut self.insts[inst.index()];
        if instance.busy {
            self.enqueue(inst);
            return;
        }
        if self.gave_up || instance.evaluations > self.precision.evaluations || self.stack.len() > 3_000 {
            self.gave_up = true;
            return;
        }
        instance.busy = true;
        instance.evaluations += 1;
        instance.calls.clear();
        let depth = instance.depth;
        self.queue.remove(&(depth, inst));
        self.stack.push(inst);
        stacker::maybe_grow(256 * 1024, 4 * 1024 * 1024, || Walk::new(self, inst).run());
        self.stack.pop();
        self.insts[inst.index()].busy = false;
    }

    /// Joins `ty` into what `inst` returns.
    pub(crate) fn grow_return(&mut self, inst: InstId, ty: TypeId) {
        let new = self.types.join(self.insts[inst.index()].ret, ty);
        if new != self.insts[inst.index()].ret {
            self.insts[inst.index()].ret = new;
            self.enqueue_dependents(inst);
        }
    }

    fn enqueue_dependents(&mut self, inst: InstId) {
        for dependent in self.insts[inst.index()].dependents.clone() {
            self.enqueue(dependent);
        }
    }

    /// What a call of `inst` returns; the running instance is told when it grows.
    pub(crate) fn result_of(&mut self, inst: InstId) -> TypeId {
        if let Some(&caller) = self.stack.last() {
            self.insts[inst.index()].dependents.insert(caller);
        }
        self.insts[inst.index()].ret
    }

    /// The class statement `class`, run by `env`.
    pub(crate) fn class_ref(&mut self, class: ClassId, env: InstId) -> ClassRef {
        if let Some(&known) = self.class_ids.get(&(class, env)) {
            return known;
        }
        let site = Site { node: Node::Class(class), part: "attrs", kind: CellKind::ClassAttrs(class) };
        let attrs = self.single_cell(site, Some(env), self.module[class].name_span);
        let id = ClassRef(self.classes.len() as u32);
        self.classes.push(ClassInfo {
            class,
            env,
            attrs,
            mro: vec![id],
            parents: None,
            builtin_bases: Vec::new(),
            is_abc: false,
            is_protocol: false,
            marks: Vec::new(),
            abstract_methods: Vec::new(),
            dataclass: None,
            base_value: None,
            enumeration: None,
        });
        self.class_ids.insert((class, env), id);
        id
    }
}
