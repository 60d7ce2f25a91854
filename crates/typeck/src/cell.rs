//! Cells: abstract heap objects, one per allocation site and context, with fields that only grow.

use std::collections::BTreeSet;

use portalis_diag::Span;
use portalis_hir::{ClassId, ExprId, FuncId, LocalId, Name, StmtId};

use crate::ty::{BOT, InstId, Kind, TypeId};

/// What a cell stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CellKind {
    /// A container or iterator.
    Cont(Kind),
    /// A tuple of any length.
    TupleVar,
    /// An instance of a class.
    Object(ClassId),
    /// The attributes of a class object.
    ClassAttrs(ClassId),
    /// A captured variable of one environment.
    Var(LocalId),
    /// The defaults of a function made in one environment.
    Defaults(FuncId),
}

/// A field of a cell.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Elements, dict keys, a variable's value.
    Elem,
    /// Dict values.
    Value,
    /// What a `defaultdict` calls for a missing key.
    Factory,
    /// What a generator is sent.
    Sent,
    /// What a generator returns.
    Returned,
    /// An attribute.
    Attr(Name),
    /// The default of a parameter, by position.
    Default(u32),
    /// What is passed by that name in a `**kwargs`.
    Key(Name),
    /// What is passed in a `**kwargs` by names that nobody knows.
    OtherKeys,
}

/// The place in the program that allocates; `part` tells several allocations of one node apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// An expression.
    Expr(ExprId),
    /// A statement.
    Stmt(StmtId),
    /// A local: variables, parameters, pattern captures.
    Local(LocalId),
    /// A function: generators, `*args`, defaults.
    Func(FuncId),
    /// A class.
    Class(ClassId),
}

/// An allocation site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Site {
    /// The node.
    pub node: Node,
    /// Which of its allocations.
    pub part: &'static str,
    /// What it allocates.
    pub kind: CellKind,
}

/// An abstract heap object.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What it stands for.
    pub kind: CellKind,
    /// Where it was allocated.
    pub site: Site,
    /// The environment of a captured variable, default or class.
    pub owner: Option<InstId>,
    /// The sites that led here, transitively: the context.
    pub sites: BTreeSet<u32>,
    /// Length of the context chain.
    pub depth: u32,
    /// Where to point in messages.
    pub span: Span,
    /// What it holds, in order of field.
    pub fields: Vec<(Field, TypeId)>,
    /// Who read which field.
    pub readers: Vec<(Field, BTreeSet<InstId>)>,
}

impl Cell {
    /// What `field` holds.
    #[must_use]
    pub fn get(&self, field: &Field) -> TypeId {
        self.fields.iter().find(|(name, _)| name == field).map_or(BOT, |(_, ty)| *ty)
    }

    /// What the attribute `name` holds.
    #[must_use]
    pub fn attribute(&self, name: &str) -> TypeId {
        let is_it = |field: &Field| matches!(field, Field::Attr(own) if **own == *name);
        self.fields.iter().find(|(field, _)| is_it(field)).map_or(BOT, |(_, ty)| *ty)
    }
}
