//! Lowering of a module: its items, then the bodies of its functions.

mod answer;
mod arguments;
mod arithmetic;
mod arity;
mod asynchronous;
mod attribute;
mod attribute_store;
mod builtin;
mod call;
pub(crate) mod captures;
mod class;
mod class_pattern;
mod class_value;
mod collect;
pub(crate) mod compare;
mod complex;
mod copy;
mod decorate;
mod decorated_method;
mod direct;
pub(crate) mod dispatch;
mod ends;
mod equality;
mod exception_attribute;
mod export;
pub(crate) mod expr;
mod flow;
mod format;
mod function;
mod function_attribute;
mod hidden;
mod hold;
mod index;
pub(crate) mod integer;
mod iterate;
mod key;
mod keywords;
mod knot;
mod known_callee;
mod known_text;
mod length_hint;
mod local;
mod made_once;
mod mapping;
mod membership;
mod memo;
mod memo_calls;
pub(crate) mod no_identity;
mod not_implemented;
pub(crate) mod operator;
mod order;
mod pattern;
mod print;
mod print_options;
pub(crate) mod raise;
mod resize;
mod same_exception;
mod same_method;
mod same_tuple;
mod shown;
mod slice;
mod spread;
mod star;
mod starred;
mod stmt;
mod suggestion;
mod tables;
mod traced;
mod tuple_order;
mod unbound;
mod underlying;
mod union;
mod union_rank;
mod union_special;
mod union_values;
mod unpack;
mod view_operators;
mod views;
mod yields;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use portalis_diag::{Sink, Span};
use portalis_hir::{ExprId, FuncId, FuncKind, LocalId, Module, Scope, StmtId, StmtKind, Target, clean_doc};
use portalis_typeck::Inferred;
use portalis_typeck::ty::{InstId, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) use expr::anchor;
pub(crate) use iterate::is_simple;

use crate::declare::Declarations;
use crate::names::ident;
use crate::observe::{Raising, observed, recursion_observed};
use crate::represent::{ObjectId, Repr, Representer, UnionId};
use crate::rir::{Block, Crate, Expr, Fn, Item, Origin, Path, Receiver, Ty};
use crate::{Options, diagnostics};
use portalis_hir::captures::{Captures, owner_func};

/// How an instance is called.
#[derive(Clone, Debug)]
pub(crate) struct Callee {
    /// Its name.
    pub(crate) name: String,
    /// The struct whose method it is; its first parameter is `&self`.
    pub(crate) object: Option<ObjectId>,
}

/// Where a variable lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Storage {
    /// Nowhere: its type says it all.
    None,
    /// A Rust local.
    Plain,
    /// A Rust local that may be empty, in a cell.
    Late,
    /// A cell shared with closures.
    Shared,
    /// A `thread_local!` static.
    Global(String),
    /// A constant.
    Const(String),
}

/// The state of lowering a module.
pub(crate) struct Cx<'a> {
    pub(crate) module: &'a Module,
    pub(crate) rep: Representer<'a>,
    /// The instances that the host of a library calls.
    pub(crate) exported: BTreeSet<InstId>,
    pub(crate) observed: BTreeSet<InstId>,
    /// Whether some generator does something when it is closed.
    pub(crate) has_finalisers: bool,
    /// Instances that may call themselves; whether somebody sees their `RecursionError`.
    pub(crate) recursive: BTreeMap<InstId, bool>,
    /// Who raises, as far as lowering saw it.
    pub(crate) raising: Raising,
    pub(crate) callees: BTreeMap<InstId, Callee>,
    pub(crate) statics: FxHashMap<LocalId, String>,
    pub(crate) consts: FxHashMap<LocalId, ExprId>,
    pub(crate) class_statics: BTreeMap<(portalis_typeck::ty::CellId, portalis_hir::Name), String>,
    pub(crate) default_statics: BTreeMap<(FuncId, u32), String>,
    pub(crate) new_fns: BTreeMap<(ObjectId, InstId), String>,
    /// Unions of kinds without a common order that are sorted.
    pub(crate) sorted_unions: BTreeSet<UnionId>,
    /// Unions whose values special methods take as those of another union with more kinds.
    pub(crate) widened_unions: BTreeSet<(UnionId, UnionId)>,
    /// Objects without an order that sequences hold which are compared: asking them raises.
    pub(crate) unordered_objects: BTreeSet<ObjectId>,
    /// Named tuples that are compared though some of their fields have no order.
    pub(crate) ordered_tuples: BTreeSet<ObjectId>,
    /// Those that are formatted as what they hold is.
    pub(crate) formatted_unions: BTreeSet<UnionId>,
    /// Those that are compared beside `None`.
    pub(crate) ranked_unions: BTreeSet<UnionId>,
    /// Classes whose objects are compared by their rank, inside of tuples.
    pub(crate) ranked_objects: BTreeSet<ObjectId>,
    /// Functions under `@cache`.
    pub(crate) memoized: memo::Memoized,
    /// The statics that hold their results.
    pub(crate) caches: BTreeMap<InstId, String>,
    /// The type and the values of the members of enumerations.
    pub(crate) enum_values: BTreeMap<ObjectId, (Ty, Vec<Expr>)>,
    pub(crate) items: Vec<Item>,
    pub(crate) methods: BTreeMap<ObjectId, Vec<Fn>>,
    /// The types of arguments of exceptions, once somebody reads `args`.
    pub(crate) argument_types: Option<Vec<TypeId>>,
    /// Whether the program may make a float that is no number: it names one, or an infinity.
    pub(crate) may_make_nan: bool,
    /// Types of parts of containers whose equality is being written.
    pub(crate) equated: Vec<(TypeId, TypeId)>,
    /// Whether the program asks for what is linked to exceptions.
    pub(crate) reads_links: bool,
    /// Whether the program asks for what is being handled, other than in the handler itself.
    pub(crate) keeps_handled: bool,
    /// The file whose frames the program tells.
    pub(crate) traced: Option<Rc<traced::File>>,
    /// The variables of list, set and dict comprehensions.
    pub(crate) comprehension_targets: FxHashSet<LocalId>,
    /// The Rust names of variables whose Python name another one of the function has too.
    pub(crate) local_names: FxHashMap<LocalId, String>,
    pub(crate) sink: &'a mut Sink,
}

/// Where an exception goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Catch {
    /// Nobody sees it: it ends the program.
    Uncaught,
    /// To the caller, as `Err`.
    Return,
    /// To the labelled block of a `try`.
    Label(String),
}

/// What an iterable is walked for: the error of what is none tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Walking {
    /// A loop, or a function that iterates.
    Iteration,
    /// An assignment to several targets.
    Unpacking,
    /// `str.join`.
    Joining,
    /// A `*` in a list or tuple.
    Starred,
    /// An argument of `dict`, whose items are pairs: the variable that counts them.
    Pairs(String),
}

/// A `finally` or loop around the statement being lowered.
#[derive(Clone, Debug)]
pub(crate) enum Frame {
    /// A loop; its label is printed where something names it.
    Loop { label: String, used: bool, has_else: bool, span: Span },
    /// A block whose ways out all lead through a `finally`.
    Finally { label: String },
    /// The labelled block around the `else` of a loop.
    Else,
}

/// The state of lowering one body.
pub(crate) struct FnCx<'c, 'a> {
    pub(crate) cx: &'c mut Cx<'a>,
    pub(crate) inst: InstId,
    pub(crate) func: FuncId,
    pub(crate) decl: Declarations,
    pub(crate) storage: FxHashMap<LocalId, Storage>,
    pub(crate) catch: Catch,
    /// Whether what is iterated becomes an `Iter` handle.
    pub(crate) makes_handle: bool,
    pub(crate) frames: Vec<Frame>,
    /// Variables that hold the exceptions being handled, innermost last.
    pub(crate) handling: Vec<String>,
    pub(crate) ret: TypeId,
    pub(crate) runs_later: bool,
    /// How many comprehensions are around what is being lowered.
    pub(crate) in_comprehension: u32,
    pub(crate) temps: u32,
    /// Expressions that have a value already, by its name, and the type of that.
    pub(crate) stand_ins: Vec<(ExprId, String, TypeId)>,
    /// Arguments of the next call that are evaluated before it, in the order in which they are written.
    pub(crate) prelude: Vec<crate::rir::Stmt>,
    /// Containers that a loop walks while its body may change their size.
    pub(crate) resized: BTreeSet<portalis_typeck::ty::CellId>,
    /// The role of the next call, where it is not `call`.
    pub(crate) call_role: Option<String>,
    /// The items behind the star of the call being lowered.
    pub(crate) spread: Option<spread::Spread>,
    /// What an iterable is walked for.
    pub(crate) walk: Walking,
    /// The operands of the running operator that are builtin values besides: the types of the objects, and of those values.
    pub(crate) in_the_name_of: [Option<(TypeId, TypeId)>; 2],
    pub(crate) span: Span,
    /// The line that the function last said it is at, in programs that tell their frames.
    pub(crate) told_line: u32,
}

/// Attempts at a module before what is left as `Result` stays so: each makes fewer functions return it.
const MAX_ATTEMPTS: u32 = 4;

/// Lowers `module`.
#[must_use]
pub fn lower(module: &Module, inferred: Inferred, options: &Options, sink: &mut Sink) -> Crate {
    let lowered = lowered(module, inferred, options, sink);
    finish(module, lowered, options)
}

/// Reports what [`lower`] reports of `module`, which is known before anything is tidied.
pub fn check(module: &Module, inferred: Inferred, options: &Options, sink: &mut Sink) {
    lowered(module, inferred, options, sink);
}

/// What a module is lowered to, before it is tidied.
struct Lowered {
    items: Vec<Item>,
    origins: Vec<Origin>,
    /// The names of the program's variables.
    variables: FxHashSet<String>,
}

/// The items of `module`, of which as few return `Result` as can be, and where they come from.
fn lowered(module: &Module, mut inferred: Inferred, options: &Options, sink: &mut Sink) -> Lowered {
    let memoized = memo::memoized(module, &inferred);
    let wrappers = decorate::wrappers(module, &inferred);
    let captures = Captures::new(module, &|func| memoized.contains_key(&func) || wrappers.contains(&func));
    let exported = export::exported(&inferred);
    let mut observed = observed(module, &inferred, &exported);
    let seen = recursion_observed(module, &inferred);
    let recursive = crate::recursion::recursive(module, &inferred);
    let recursive: BTreeMap<InstId, bool> =
        recursive.into_iter().map(|inst| (inst, seen.contains(&inst))).collect();
    let traced = options.traced.as_ref().map(|file| Rc::new(traced::File::new(file)));
    let mut attempt = 1;
    loop {
        let mut reported = Sink::new();
        let rep = Representer::new(module, &mut inferred, &captures);
        let mut cx = Cx::new(module, rep, exported.clone(), observed, memoized.clone(), &mut reported);
        cx.recursive = recursive.clone();
        if let Some(file) = &traced {
            cx.keeps_handled = true;
            cx.traced = Some(file.clone());
        }
        let items = cx.lower_module(options);
        let infallible = cx.raising.infallible(&cx.observed);
        let origins = cx.origins();
        let variables = module.locals.iter().map(|(local, _)| cx.rust_name(local)).collect();
        observed = cx.observed;
        if infallible.is_empty() || attempt == MAX_ATTEMPTS {
            sink.absorb(reported);
            return Lowered { items, origins, variables };
        }
        observed.retain(|inst| !infallible.contains(inst));
        attempt += 1;
    }
}

/// The crate of what was lowered, tidied.
fn finish(module: &Module, lowered: Lowered, options: &Options) -> Crate {
    let Lowered { mut items, mut origins, variables } = lowered;
    let is_program = !options.is_library;
    if is_program {
        items.push(Item::Fn(main_fn()));
    }
    for (object, init, new) in crate::tidy::tidy(&mut items, &variables, options) {
        let is_its = |origin: &Origin| origin.object.as_ref() == Some(&object);
        let has_one = origins.iter().any(|origin| is_its(origin) && origin.name == new);
        match origins.iter_mut().find(|origin| is_its(origin) && origin.name == init) {
            Some(origin) if !has_one => origin.name = new,
            _ => origins.retain(|origin| !is_its(origin) || origin.name != init),
        }
    }
    // A plain struct does without the methods that nothing asks for.
    let methods: FxHashSet<(&str, &str)> = items
        .iter()
        .filter_map(|item| match item {
            Item::Impl(item) => match &item.ty {
                Ty::Named(Path::Local(object), _) => Some((object.as_str(), &item.fns)),
                _ => None,
            },
            _ => None,
        })
        .flat_map(|(object, fns)| fns.iter().map(move |func| (object, func.name.as_str())))
        .collect();
    origins.retain(|origin| {
        origin.object.as_ref().is_none_or(|object| methods.contains(&(object.as_str(), origin.name.as_str())))
    });
    Crate { doc: module.doc.as_deref().map(clean_doc), items, is_program, origins }
}

/// `fn main() -> ExitCode { portalis_rt::run(program) }`.
fn main_fn() -> Fn {
    Fn {
        name: "main".to_owned(),
        doc: None,
        is_pub: false,
        receiver: Receiver::None,
        params: Vec::new(),
        ret: Some(Ty::path(Path::Std("std::process::ExitCode"))),
        body: Block::of(Expr::call(Path::RtIn("", "run".to_owned()), vec![Expr::local("program")])),
        expects: Vec::new(),
    }
}

/// Whether `__context__` is read or what is handled printed, or a bare `raise` stands in no handler of its function.
fn keeps_handled(module: &Module) -> bool {
    let reads = |expr: &portalis_hir::ExprKind| {
        matches!(expr, portalis_hir::ExprKind::Attribute { name, .. }
            if matches!(&**name, "__context__" | "print_exc"))
    };
    // A log of what is handled.
    let logs = |expr: &portalis_hir::ExprKind| match expr {
        portalis_hir::ExprKind::Attribute { name, .. } => &**name == "exception",
        portalis_hir::ExprKind::Call { args, .. } => {
            args.iter().any(|arg| matches!(arg, portalis_hir::Arg::Keyword(name, _) if &**name == "exc_info"))
        }
        _ => false,
    };
    let can_log = module.exprs.iter().any(|(_, expr)| {
        matches!(&expr.kind, portalis_hir::ExprKind::Attribute { name, .. } if &**name == "_print_handled")
    });
    if can_log && module.exprs.iter().any(|(_, expr)| logs(&expr.kind)) {
        return true;
    }
    let is_import =
        |stmt: &StmtKind| matches!(stmt, StmtKind::ImportFrom { module, .. } if &**module == "traceback");
    if module.stmts.iter().any(|(_, stmt)| is_import(&stmt.kind)) {
        return true;
    }
    module.exprs.iter().any(|(_, expr)| reads(&expr.kind)) || raise::raises_unseen(module)
}

/// The variables that comprehensions bind.
fn comprehension_targets(module: &Module) -> FxHashSet<LocalId> {
    let mut targets = FxHashSet::default();
    for (_, expr) in module.exprs.iter() {
        if let portalis_hir::ExprKind::Comprehension(comp) = &expr.kind {
            for clause in &comp.clauses {
                portalis_hir::visit::walk_target_locals(&clause.target, &mut |local| {
                    targets.insert(local);
                });
            }
        }
    }
    targets
}

/// Names for variables that share theirs with an earlier one of the same function, as those of comprehensions do, or with one
/// that the function hands on to others.
fn local_names(module: &Module, captures: &Captures) -> FxHashMap<LocalId, String> {
    let mut n_classes: BTreeMap<LocalId, usize> = BTreeMap::new();
    for (_, stmt) in module.stmts.iter() {
        if let StmtKind::ClassDef { local, .. } = &stmt.kind {
            *n_classes.entry(*local).or_default() += 1;
        }
    }
    let decorated: BTreeMap<LocalId, &str> = module
        .stmts
        .iter()
        .filter_map(|(_, stmt)| match &stmt.kind {
            StmtKind::ClassDef { local, decorators, .. }
                if !decorators.is_empty() || n_classes.get(local).is_some_and(|&n| n > 1) =>
            {
                Some((*local, "class"))
            }
            // An attribute may be the function that was decorated.
            StmtKind::FuncDef { func, local, decorators }
                if !decorators.is_empty() && !module[*func].attributes.is_empty() =>
            {
                Some((*local, "decorated"))
            }
            _ => None,
        })
        .collect();
    // A variable cannot hide what stands for a type, nor a variant of the prelude.
    let types: BTreeSet<String> =
        module.classes.iter().map(|(_, class)| crate::names::camel(&class.name)).collect();
    let hides = |id: LocalId| {
        let name = &*module[id].name;
        (types.contains(name) || matches!(name, "Some" | "Ok" | "Err")) && !n_classes.contains_key(&id)
    };
    let mut names = FxHashMap::default();
    let mut seen: FxHashMap<(FuncId, String), u32> = FxHashMap::default();
    let depth = |func: FuncId| {
        let outer = |func: &FuncId| module[*func].parent.map(|scope| owner_func(module, scope));
        std::iter::successors(Some(func), outer).count()
    };
    // The outer functions first: their names are taken in the inner ones.
    let mut locals: Vec<LocalId> = module.locals.iter().map(|(id, _)| id).collect();
    locals.sort_by_key(|id| depth(owner_func(module, module[*id].owner)));
    for id in locals {
        let local = &module[id];
        let owner = owner_func(module, local.owner);
        // What a decorator makes of a class, or which of several it is, is a variable beside the type of that name.
        let word = decorated.get(&id).copied().or_else(|| hides(id).then_some("value"));
        let name = match word {
            Some(word) => format!("{}_{word}", crate::names::snake(&local.name)),
            None => local.name.trim_start_matches('.').to_string(),
        };
        let n = seen.entry((owner, name.clone())).or_default();
        *n += 1;
        let is_taken = |wanted: &str| {
            captures.of(owner).iter().any(|&other| match names.get(&other) {
                Some(taken) => taken == wanted,
                None => module[other].name == local.name && wanted == name,
            })
        };
        let numbered = |n: u32| format!("{}_{n}", ident(&name).trim_start_matches("r#"));
        if *n == 1 && is_taken(&name) {
            *n += 1;
        }
        while *n > 1 && is_taken(&numbered(*n)) {
            *n += 1;
        }
        if *n > 1 && matches!(local.owner, Scope::Func(_)) {
            let name = numbered(*n);
            names.insert(id, name);
        } else if word.is_some() {
            names.insert(id, ident(&name));
        }
    }
    names
}

impl<'a> Cx<'a> {
    fn new(
        module: &'a Module,
        rep: Representer<'a>,
        exported: BTreeSet<InstId>,
        observed: BTreeSet<InstId>,
        memoized: memo::Memoized,
        sink: &'a mut Sink,
    ) -> Self {
        let local_names = local_names(module, rep.captures);
        Cx {
            module,
            rep,
            exported,
            observed,
            has_finalisers: portalis_hir::finaliser::has_finalisers(module),
            recursive: BTreeMap::new(),
            raising: Raising::default(),
            callees: BTreeMap::new(),
            statics: FxHashMap::default(),
            consts: FxHashMap::default(),
            class_statics: BTreeMap::new(),
            default_statics: BTreeMap::new(),
            new_fns: BTreeMap::new(),
            sorted_unions: BTreeSet::new(),
            widened_unions: BTreeSet::new(),
            unordered_objects: BTreeSet::new(),
            ordered_tuples: BTreeSet::new(),
            ranked_unions: BTreeSet::new(),
            ranked_objects: BTreeSet::new(),
            formatted_unions: BTreeSet::new(),
            memoized,
            caches: BTreeMap::new(),
            enum_values: BTreeMap::new(),
            items: Vec::new(),
            methods: BTreeMap::new(),
            argument_types: None,
            may_make_nan: equality::may_make_nan(module),
            equated: Vec::new(),
            reads_links: class::reads_links(module),
            keeps_handled: keeps_handled(module),
            traced: None,
            comprehension_targets: comprehension_targets(module),
            local_names,
            sink,
        }
    }

    /// Where the functions come from, in order of instances.
    fn origins(&self) -> Vec<Origin> {
        let origin = |(inst, callee): (&InstId, &Callee)| {
            let func = &self.module[self.rep.inferred.insts[inst.index()].func];
            let object = callee.object.map(|object| self.rep.objects[object.0 as usize].name.clone());
            let span = if func.kind == FuncKind::Module { Span::default() } else { func.span };
            Origin { object, name: callee.name.clone(), span }
        };
        self.callees.iter().map(origin).collect()
    }

    /// The items of the whole module.
    fn lower_module(&mut self, options: &Options) -> Vec<Item> {
        self.find_constants();
        self.name_instances();
        self.name_constructors();
        self.check_answers();
        for inst in self.rep.inferred.live.clone() {
            self.lower_instance(inst);
        }
        self.emit_objects();
        self.emit_unions();
        self.emit_knots();
        if options.is_library {
            self.emit_exports();
        }
        if self.rep.infinite {
            let span = self.module[self.module.body].span;
            self.sink.push(diagnostics::infinite_type(Span::new(span.start, span.start)));
        }
        std::mem::take(&mut self.items)
    }

    /// Module-level names that a literal binds once, before anything can read them.
    fn find_constants(&mut self) {
        let module = self.module;
        let mut bindings: FxHashMap<LocalId, u32> = FxHashMap::default();
        for (id, _) in module.stmts.iter() {
            portalis_hir::visit::walk_stmt_locals(module, id, &mut |local| {
                *bindings.entry(local).or_default() += 1
            });
        }
        for (_, expr) in module.exprs.iter() {
            if let portalis_hir::ExprKind::Walrus { local, .. } = expr.kind {
                *bindings.entry(local).or_default() += 2;
            }
        }
        for &stmt in &module[module.body].body {
            match &module[stmt].kind {
                StmtKind::Assign { targets, value } => {
                    if let [Target::Local(local, _)] = targets.as_slice() {
                        self.add_constant(*local, *value, &bindings);
                    }
                }
                StmtKind::AnnAssign { target: Target::Local(local, _), value: Some(value), .. } => {
                    self.add_constant(*local, *value, &bindings);
                }
                StmtKind::FuncDef { decorators, .. } if decorators.is_empty() => {}
                StmtKind::Import(_) | StmtKind::ImportFrom { .. } | StmtKind::ClassDef { .. } => {}
                // From here on code of the program runs.
                _ => break,
            }
        }
    }

    fn add_constant(&mut self, local: LocalId, value: ExprId, bindings: &FxHashMap<LocalId, u32>) {
        let module = self.module;
        let is_literal = matches!(
            module[value].kind,
            portalis_hir::ExprKind::Int(_)
                | portalis_hir::ExprKind::Float(_)
                | portalis_hir::ExprKind::Bool(_)
        );
        let ty = self.rep.inferred.insts[0].locals.get(&local).copied();
        let is_constant = ty.is_some_and(|ty| self.rep.repr(ty) != Repr::Big);
        if is_literal && is_constant && bindings.get(&local) == Some(&1) && module[local].captured {
            self.consts.insert(local, value);
        }
    }

    /// Gives every live instance its name.
    fn name_instances(&mut self) {
        let mut taken: BTreeSet<String> = BTreeSet::new();
        taken.extend(["main".to_owned(), "program".to_owned()]);
        let defined: FxHashSet<LocalId> = self
            .module
            .stmts
            .iter()
            .filter_map(
                |(_, stmt)| if let StmtKind::FuncDef { local, .. } = stmt.kind { Some(local) } else { None },
            )
            .collect();
        let is_program =
            |owner| matches!(owner, Scope::Func(func) if self.module[func].kind == FuncKind::Module);
        let others: BTreeSet<&str> = self
            .module
            .locals
            .iter()
            .filter(|(id, local)| is_program(local.owner) && !defined.contains(id))
            .map(|(_, local)| &*local.name)
            .collect();
        // A variable that holds one of several functions hides those of its name, as one that holds something else does.
        for (_, stmt) in self.module.stmts.iter() {
            let StmtKind::FuncDef { local, .. } = &stmt.kind else { continue };
            let ty = self.rep.inferred.insts[0].locals.get(local).copied();
            let is_variable = !self.module[*local].captured
                && ty.is_some_and(|ty| matches!(self.rep.repr(ty), Repr::Union(_) | Repr::Option(_)));
            if is_variable {
                taken.insert(self.rust_name(*local));
            }
            if others.contains(&*self.module[*local].name) {
                taken.insert(ident(&self.module[*local].name));
            }
        }
        let mut per_object: BTreeMap<ObjectId, BTreeSet<String>> = BTreeMap::new();
        // What the host calls has the plain name.
        let (mut insts, others): (Vec<_>, Vec<_>) =
            self.rep.inferred.live.iter().copied().partition(|inst| self.exported.contains(inst));
        insts.extend(others);
        for inst in insts {
            let data = &self.rep.inferred.insts[inst.index()];
            let (func, first) = (data.func, data.params.first().copied());
            let module = self.module;
            if module[func].kind == FuncKind::Module {
                self.callees.insert(inst, Callee { name: "program".to_owned(), object: None });
                continue;
            }
            let base = match module[func].kind {
                FuncKind::Lambda => "lambda".to_owned(),
                FuncKind::GeneratorExpr => "generator".to_owned(),
                _ => module[func].name.to_string(),
            };
            let python_name = base.clone();
            // A generator outlives the borrow of its receiver.
            if let (Some(Scope::Class(class)), Some(first)) = (module[func].parent, first)
                && !module[func].runs_later()
                && let Repr::Object(object) = self.rep.repr(first)
                && self.rep.captures.of(func).is_empty()
            {
                let own = self.rep.inferred.classes[self.rep.objects[object.0 as usize].class.index()].class;
                let is_own = own == class || self.resolves_to(object, &base, func);
                let base = if is_own {
                    base
                } else {
                    format!("{}_{base}", crate::names::snake(&module[class].name))
                };
                let is_enumeration = self.enumeration_of(object).is_some();
                let taken = per_object.entry(object).or_insert_with(|| {
                    let own: &[&str] = match is_enumeration {
                        true => &["name", "value"],
                        false => &["alloc", "is", "id", "new"],
                    };
                    own.iter().chain(crate::rir::KNOWN_METHODS).map(|name| (*name).to_owned()).collect()
                });
                let name = self.rep.names.unique_fn(&python_name, &base, taken);
                self.callees.insert(inst, Callee { name, object: Some(object) });
                continue;
            }
            let base = match module[func].parent {
                Some(Scope::Class(class)) => format!("{}_{base}", crate::names::snake(&module[class].name)),
                Some(Scope::Func(outer)) if module[outer].kind != FuncKind::Module => {
                    format!("{}_{base}", module[outer].name.trim_matches(['<', '>']))
                }
                _ => base,
            };
            let name = self.rep.names.unique_fn(&python_name, &base, &mut taken);
            self.callees.insert(inst, Callee { name, object: None });
        }
    }

    /// Whether attribute `name` of the object's class is the function `func`.
    fn resolves_to(&self, object: ObjectId, name: &str, func: FuncId) -> bool {
        let class = self.rep.objects[object.0 as usize].class;
        let field = portalis_typeck::cell::Field::Attr(name.into());
        for base in &self.rep.inferred.classes[class.index()].mro {
            let attrs = self.rep.inferred.classes[base.index()].attrs;
            let ty = self.rep.inferred.cells[attrs.index()].get(&field);
            let funcs: Vec<_> = self.rep.atoms(ty);
            if !funcs.is_empty() {
                return funcs.iter().any(
                    |(_, atom)| matches!(atom, portalis_typeck::ty::Atom::Func(other, _) if *other == func),
                );
            }
        }
        false
    }

    /// Whether an instance returns `Result`.
    pub(crate) fn is_fallible(&self, inst: InstId) -> bool {
        self.observed.contains(&inst) && !self.module[self.rep.inferred.insts[inst.index()].func].runs_later()
    }

    /// The Rust name of a variable; the outermost iterable of a generator expression has none in Python.
    pub(crate) fn rust_name(&self, local: LocalId) -> String {
        if let Some(name) = self.local_names.get(&local) {
            return name.clone();
        }
        let name = &self.module[local].name;
        if &**name == ".0" { "outer_items".to_owned() } else { ident(name.trim_start_matches('.')) }
    }

    /// The blocks of statements that belong to functions: a helper for spans.
    pub(crate) fn stmt_span(&self, stmt: StmtId) -> Span {
        self.module[stmt].span
    }
}
