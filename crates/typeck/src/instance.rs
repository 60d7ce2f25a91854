//! Instances: a function with the types of its arguments, and what evaluating it found.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use portalis_hir::{ExprId, FuncId, LocalId, Name, StmtId};
use rustc_hash::FxBuildHasher;

use crate::cell::Node;
use crate::ty::{AtomId, BOT, CellId, ClassRef, InstId, TypeId};

/// A map in order of insertion.
pub type Map<K, V> = IndexMap<K, V, FxBuildHasher>;

/// A call that the program makes at `node`: `role` is `call`, or the special method of a hidden call.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallSite {
    /// Raw id of the expression, statement or local, with a tag for its kind.
    pub node: (u8, u32),
    /// Why it is called.
    pub role: Name,
}

impl CallSite {
    /// The call at `node` for `role`.
    #[must_use]
    pub fn new(node: Node, role: &str) -> Self {
        let node = match node {
            Node::Expr(id) => (0, id.into_raw().into_u32()),
            Node::Stmt(id) => (1, id.into_raw().into_u32()),
            Node::Local(id) => (2, id.into_raw().into_u32()),
            Node::Func(id) => (3, id.into_raw().into_u32()),
            Node::Class(id) => (4, id.into_raw().into_u32()),
        };
        CallSite { node, role: Name::from(role) }
    }
}

/// A function under one tuple of argument types.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The function.
    pub func: FuncId,
    /// The instance of the enclosing function it was made in.
    pub env: Option<InstId>,
    /// The class whose method it runs as, for `super()` and mangled lookups.
    pub class: Option<ClassRef>,
    /// Types of its parameters, by position.
    pub params: Vec<TypeId>,
    /// What it returns; for a generator, the generator.
    pub ret: TypeId,
    /// What a generator yields and is sent: its cell.
    pub generator: Option<CellId>,
    /// Augmented assignments: the types of the target before and after.
    pub updates: Map<StmtId, (TypeId, TypeId)>,
    /// Types of expressions, joined over all rounds.
    pub exprs: Map<ExprId, TypeId>,
    /// Types of its variables, joined over all assignments.
    pub locals: Map<LocalId, TypeId>,
    /// Locals read where they may be unbound.
    pub maybe_unbound: BTreeSet<ExprId>,
    /// Calls, with the callee's atom.
    pub calls: Map<(CallSite, AtomId), InstId>,
    /// Who depends on `ret`.
    pub dependents: BTreeSet<InstId>,
    /// Cells reachable from the arguments, and their sites: the context of new cells.
    pub context: Context,
    /// How many times it was evaluated.
    pub evaluations: u32,
    /// Depth of the call chain that made it.
    pub depth: u32,
    /// Whether an evaluation is running.
    pub busy: bool,
}

/// The allocation context of an instance.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Cells of the arguments, transitively through tuples, bound receivers and environments.
    pub cells: Vec<CellId>,
    /// Their sites.
    pub sites: BTreeSet<u32>,
    /// Their greatest depth.
    pub depth: u32,
}

impl Instance {
    /// A fresh instance.
    #[must_use]
    pub fn new(func: FuncId, env: Option<InstId>, params: Vec<TypeId>, depth: u32) -> Self {
        Instance {
            func,
            env,
            class: None,
            params,
            ret: BOT,
            generator: None,
            updates: Map::default(),
            exprs: Map::default(),
            locals: Map::default(),
            maybe_unbound: BTreeSet::new(),
            calls: Map::default(),
            dependents: BTreeSet::new(),
            context: Context::default(),
            evaluations: 0,
            depth,
            busy: false,
        }
    }
}
