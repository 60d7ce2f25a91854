//! Growth: the integer operations whose results outgrow 64 bits in programs of ordinary size.
//!
//! In: a module. Out: the `+`, `-`, `*`, `<<` that feed themselves through a loop or a recursion:
//!
//! - a product that is an operand of itself in the next round (`p *= k`, `x = 3 * x + 1`),
//! - a sum both of whose operands come from the same round trip (`a, b = b, a + b`), or of whose items some do
//!   (`xs.append(sum(xs[-3:]))`),
//! - a product with a recursive call (`n * fact(n - 1)`), a sum of recursive calls that a table remembers,
//! - a product that comes back through calls and attributes ([`calls`]),
//! - a product with what a function that `reduce` or `accumulate` calls gave before ([`folds`]),
//! - a sum with `sys.maxsize` ([`limits`]),
//! - a sum of hashes, a product of one ([`hashes`]),
//! - whatever the author says is of any size ([`said`]), for a line or for the whole program.
//!
//! A linear sum (`total += x`) does not count: it takes 2⁶³ rounds. What `%`, `//`, `/`, `>>` or a call stands around is
//! taken to be bounded, but for a product that is divided: `r * (n - i) // i`. A wrong "no" is a trap at run time, a wrong "yes" costs speed: neither changes a result.
//! Cost: linear in the size of each function, times its variables.

mod calls;
mod flows;
mod folds;
mod hashes;
mod limits;
mod places;
mod recursion;
mod said;

use std::collections::BTreeSet;

use portalis_hir::{
    Arg, BinOp, Comprehension, Elem, ExprId, ExprKind, FuncId, IntMode, LocalId, Module, Name, Scope, StmtId,
    StmtKind, UnaryOp,
};
use rustc_hash::FxHashSet;

use self::flows::{Flow, Flows};
use self::places::{arithmetic, is_accumulate, is_builtin, items, summed, targets};
use crate::cell::Node;

/// A place that an assignment fills: a variable, an attribute by name, the elements of either.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Place {
    Local(LocalId),
    Attr(Name),
}

/// How wide the result of an operation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 64 bits, whatever it is.
    Narrow,
    /// As its operands.
    Usual,
    /// Any size.
    Any,
}

/// The operations that grow, and those of which the author says how wide they are.
#[derive(Debug, Default)]
pub struct Growth {
    exprs: FxHashSet<ExprId>,
    stmts: FxHashSet<StmtId>,
    /// Functions under a decorator.
    decorated: FxHashSet<FuncId>,
    /// Functions that hand growing numbers on to themselves.
    handed_on: FxHashSet<FuncId>,
    /// Those of them whose results are remembered, by the name of the decorator.
    cached: FxHashSet<FuncId>,
    /// What the author says of everything.
    mode: IntMode,
    /// What the author says of a line.
    said: said::Said,
}

impl Growth {
    /// Finds them.
    #[must_use]
    pub fn new(module: &Module, mode: IntMode) -> Self {
        let decorated = decorated_functions(module);
        let cached = cached_functions(module);
        let mut growth =
            Growth { mode, decorated, cached, said: said::Said::new(module), ..Growth::default() };
        for (id, func) in module.funcs.iter() {
            let mut flows = Flows { module, flows: Vec::new(), next_loop: 1, remembers: false };
            // An iterator is stepped again and again.
            let is_method = matches!(func.parent, Some(Scope::Class(_)));
            flows.block(&func.body, u32::from(is_method && &*func.name == "__next__"));
            growth.loops(module, &flows.flows);
            growth.recursion(module, id, flows.remembers || growth.decorated.contains(&id));
        }
        folds::mark(module, &mut growth);
        for product in calls::products(module) {
            match product {
                calls::Product::Expr(expr) => growth.exprs.insert(expr),
                calls::Product::Stmt(stmt) => growth.stmts.insert(stmt),
            };
        }
        for (exprs, stmts) in [limits::sums(module), hashes::sums(module)] {
            growth.exprs.extend(exprs);
            growth.stmts.extend(stmts);
        }
        growth
    }

    /// How wide the result of the operation `node` is: an expression, an augmented assignment.
    #[must_use]
    pub fn width(&self, node: Node) -> Width {
        let (said, grows) = match node {
            Node::Expr(id) => (self.said.expr(id), self.exprs.contains(&id)),
            Node::Stmt(id) => (self.said.stmt(id), self.stmts.contains(&id)),
            Node::Local(_) | Node::Func(_) | Node::Class(_) => (None, false),
        };
        match said.unwrap_or(self.mode) {
            IntMode::Big => Width::Any,
            IntMode::I64 => Width::Narrow,
            IntMode::Auto if grows => Width::Any,
            IntMode::Auto => Width::Usual,
        }
    }

    /// Whether the author says that every integer is of any size.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.mode == IntMode::Big
    }

    /// Whether calls of `func` with narrow and with wide integers are calls of one function, which takes the wide ones:
    /// where every integer may be wide, where the results are kept by the arguments, and where it hands wide ones on to itself.
    #[must_use]
    pub fn is_one_for_ints(&self, func: FuncId) -> bool {
        self.mode == IntMode::Big || self.decorated.contains(&func) || self.handed_on.contains(&func)
    }

    /// How wide the author says the literal `id` is.
    #[must_use]
    pub fn literal(&self, id: ExprId) -> IntMode {
        match (self.said.literal(id), self.mode) {
            (Some(said), _) => said,
            // It is as wide as it is: only what is computed from it grows.
            (None, IntMode::Big) => IntMode::Auto,
            (None, mode) => mode,
        }
    }

    /// How wide the author says that is what the statement `id` assigns.
    #[must_use]
    pub fn assigned(&self, id: StmtId) -> IntMode {
        self.said.stmt(id).unwrap_or_default()
    }

    fn loops(&mut self, module: &Module, flows: &[Flow]) {
        let looping: Vec<&Flow> = flows.iter().filter(|flow| flow.loop_id > 0).collect();
        let unqueued: Vec<&Flow> = looping.iter().copied().filter(|flow| !flow.is_queued).collect();
        if unqueued.len() < looping.len() {
            let mut queued = Growth::default();
            queued.cycles(module, &looping);
            self.exprs.extend(queued.exprs.into_iter().filter(|&expr| recursion::is_sum(module, expr)));
            let is_sum =
                |stmt: &StmtId| matches!(module[*stmt].kind, StmtKind::AugAssign { op: BinOp::Add, .. });
            self.stmts.extend(queued.stmts.into_iter().filter(is_sum));
        }
        self.cycles(module, &unqueued);
    }

    /// Marks what grows on the cycles of these flows.
    fn cycles(&mut self, module: &Module, looping: &[&Flow]) {
        if looping.is_empty() {
            return;
        }
        // Which places a place is computed from, by arithmetic.
        let feeds = |from: &Place| -> BTreeSet<Place> {
            let mut reached = BTreeSet::new();
            let mut todo = vec![from.clone()];
            while let Some(place) = todo.pop() {
                for flow in looping.iter().filter(|flow| flow.place == place) {
                    let mut operands = BTreeSet::new();
                    arithmetic(module, flow.value, &mut operands);
                    if flow.aug.is_some_and(|(op, _)| grows(op)) {
                        operands.insert(flow.place.clone());
                    }
                    for operand in operands {
                        if reached.insert(operand.clone()) {
                            todo.push(operand);
                        }
                    }
                }
            }
            reached
        };
        for flow in looping {
            let sources = feeds(&flow.place);
            if !sources.contains(&flow.place) {
                continue;
            }
            // The places on a cycle with this one.
            let cycle: BTreeSet<Place> =
                sources.into_iter().filter(|place| feeds(place).contains(&flow.place)).collect();
            if let Some((op, stmt)) = flow.aug {
                let mut operands = BTreeSet::new();
                arithmetic(module, flow.value, &mut operands);
                let again = operands.iter().any(|operand| cycle.contains(operand));
                if matches!(op, BinOp::Mul | BinOp::Shl) && !is_unit(module, flow.value)
                    || matches!(op, BinOp::Add | BinOp::Sub) && again
                {
                    self.stmts.insert(stmt);
                }
            }
            self.mark(module, flow.value, &cycle);
        }
    }

    /// Marks the operations inside `value` that grow with the places of `cycle`.
    fn mark(&mut self, module: &Module, value: ExprId, cycle: &BTreeSet<Place>) {
        match &module[value].kind {
            ExprKind::Binary { op, left, right } => {
                let touches = |expr: ExprId| {
                    let mut operands = BTreeSet::new();
                    arithmetic(module, expr, &mut operands);
                    operands.iter().any(|operand| cycle.contains(operand))
                };
                let (l, r) = (touches(*left), touches(*right));
                let grows = match op {
                    BinOp::Mul => (l || r) && !is_unit(module, *left) && !is_unit(module, *right),
                    BinOp::Shl => l || r,
                    BinOp::Add | BinOp::Sub => l && r,
                    _ => false,
                };
                if grows {
                    self.exprs.insert(value);
                }
                if matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Shl) {
                    self.mark(module, *left, cycle);
                    self.mark(module, *right, cycle);
                } else if *op == BinOp::FloorDiv && is_product(module, *left) {
                    self.mark(module, *left, cycle);
                }
            }
            ExprKind::Unary { operand, .. } => self.mark(module, *operand, cycle),
            ExprKind::Call { callee, args } => {
                let is_running = is_accumulate(module, *callee) && args.len() == 1;
                let summed = match args.first() {
                    Some(Arg::Pos(summed)) if is_running => Some(*summed),
                    _ => summed(module, value),
                };
                if let Some(summed) = summed {
                    if reaches(module, summed, cycle) {
                        self.exprs.insert(value);
                    }
                    if let ExprKind::Comprehension(made) = &module[summed].kind {
                        self.mark_items(module, made, cycle);
                    }
                } else if is_builtin(module, *callee, &["list", "tuple"])
                    && let Some(Arg::Pos(items)) = args.first()
                {
                    self.mark(module, *items, cycle);
                } else if is_builtin(module, *callee, &["map"])
                    && let Some((Arg::Pos(mapping), items)) = args.split_first()
                    && let ExprKind::Function { func, .. } = module[*mapping].kind
                {
                    let mut cycle = cycle.clone();
                    for (param, items) in module[func].params.iter().zip(items) {
                        if reaches(module, items.value(), &cycle) {
                            cycle.insert(Place::Local(param.local));
                        }
                    }
                    let mut returned = Vec::new();
                    recursion::collect_values(module, &module[func].body, &mut returned);
                    returned.into_iter().for_each(|value| self.mark(module, value, &cycle));
                }
            }
            ExprKind::Comprehension(made) => self.mark_items(module, made, cycle),
            ExprKind::IfElse { then, otherwise, .. } => {
                self.mark(module, *then, cycle);
                self.mark(module, *otherwise, cycle);
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                for item in items {
                    let (Elem::One(item) | Elem::Star(item)) = item;
                    self.mark(module, *item, cycle);
                }
            }
            _ => {}
        }
    }

    /// The same in what a comprehension makes of items. Differences of neighbours shrink as often as they grow.
    fn mark_items(&mut self, module: &Module, made: &Comprehension, cycle: &BTreeSet<Place>) {
        let mut cycle = cycle.clone();
        for clause in &made.clauses {
            if reaches(module, clause.iter, &cycle) {
                cycle.extend(targets(&clause.target));
            }
        }
        let mut marked = Growth::default();
        marked.mark(module, made.value.unwrap_or(made.element), &cycle);
        let is_difference =
            |expr: &ExprId| matches!(module[*expr].kind, ExprKind::Binary { op: BinOp::Sub, .. });
        self.exprs.extend(marked.exprs.into_iter().filter(|expr| !is_difference(expr)));
    }
}

/// Whether values of these places reach the items of `expr`.
fn reaches(module: &Module, expr: ExprId, cycle: &BTreeSet<Place>) -> bool {
    let mut places = BTreeSet::new();
    items(module, expr, &mut places);
    !places.is_disjoint(cycle)
}

fn grows(op: BinOp) -> bool {
    matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Shl | BinOp::Pow)
}

fn is_product(module: &Module, expr: ExprId) -> bool {
    matches!(module[expr].kind, ExprKind::Binary { op: BinOp::Mul, .. })
}

/// `1`, `-1`, `0`: multiplying by it does not grow.
fn is_unit(module: &Module, expr: ExprId) -> bool {
    match &module[expr].kind {
        ExprKind::Int(value) => (-1..=1).contains(value),
        ExprKind::Float(_) | ExprKind::Str(_) | ExprKind::List(_) => true,
        ExprKind::Unary { op: UnaryOp::Neg, operand } => is_unit(module, *operand),
        _ => false,
    }
}

fn decorated_functions(module: &Module) -> FxHashSet<FuncId> {
    let decorated = module.stmts.iter().filter_map(|(_, stmt)| match &stmt.kind {
        StmtKind::FuncDef { func, decorators, .. } if !decorators.is_empty() => Some(*func),
        _ => None,
    });
    decorated.collect()
}

/// Under `cache`, `lru_cache(…)`, `memoize`.
fn cached_functions(module: &Module) -> FxHashSet<FuncId> {
    let is_cache = |decorator: &ExprId| {
        let callee = match &module[*decorator].kind {
            ExprKind::Call { callee, .. } => *callee,
            _ => *decorator,
        };
        let name = match &module[callee].kind {
            ExprKind::Builtin(name) => Some(&**name),
            _ => places::called(module, callee),
        };
        name.is_some_and(|name| name.contains("cache") || name.contains("memo"))
    };
    let cached = module.stmts.iter().filter_map(|(_, stmt)| match &stmt.kind {
        StmtKind::FuncDef { func, decorators, .. } if decorators.iter().any(is_cache) => Some(*func),
        _ => None,
    });
    cached.collect()
}
