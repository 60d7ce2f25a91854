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
mod folds;
mod hashes;
mod limits;
mod said;

use std::collections::BTreeSet;

use portalis_hir::{
    Arg, BinOp, Elem, ExprId, ExprKind, FuncId, IntMode, LocalId, Module, Name, StmtId, StmtKind, Target,
    UnaryOp,
};
use rustc_hash::FxHashSet;

use crate::cell::Node;

/// A place that an assignment fills: a variable, an attribute by name, the elements of either.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Place {
    Local(LocalId),
    Attr(Name),
}

/// `place = value` in a loop.
struct Flow {
    place: Place,
    value: ExprId,
    /// `place op= value`.
    aug: Option<(BinOp, StmtId)>,
    /// Number of the innermost loop; 0 outside.
    loop_id: u32,
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
        let mut growth = Growth { mode, decorated, said: said::Said::new(module), ..Growth::default() };
        for (id, func) in module.funcs.iter() {
            let mut flows = Flows { module, flows: Vec::new(), next_loop: 0, remembers: false };
            flows.block(&func.body, 0);
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
    /// where every integer may be wide, and where the results are kept by the arguments.
    #[must_use]
    pub fn is_one_for_ints(&self, func: FuncId) -> bool {
        self.mode == IntMode::Big || self.decorated.contains(&func)
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
        for flow in &looping {
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
            ExprKind::Call { .. } => {
                let Some(summed) = summed(module, value) else { return };
                let mut places = BTreeSet::new();
                items(module, summed, &mut places);
                if places.iter().any(|place| cycle.contains(place)) {
                    self.exprs.insert(value);
                }
                if let ExprKind::Comprehension(made) = &module[summed].kind {
                    let mut cycle = cycle.clone();
                    for clause in &made.clauses {
                        let mut places = BTreeSet::new();
                        items(module, clause.iter, &mut places);
                        if places.iter().any(|place| cycle.contains(place)) {
                            cycle.extend(targets(&clause.target));
                        }
                    }
                    self.mark(module, made.element, &cycle);
                }
            }
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

    fn recursion(&mut self, module: &Module, func: FuncId, remembers: bool) {
        let name = module[func].name.clone();
        let mut returns = Vec::new();
        collect_values(module, &module[func].body, &mut returns);
        // Variables that hold what a recursive call gave.
        let mut held = BTreeSet::new();
        portalis_hir::visit::for_each_stmt(module, &module[func].body, &mut |stmt| {
            if let StmtKind::Assign { targets, value } = &module[stmt].kind
                && calls_self(module, *value, &name, &BTreeSet::new())
            {
                for target in targets {
                    portalis_hir::visit::walk_target_locals(target, &mut |local| {
                        held.insert(local);
                    });
                }
            }
        });
        for value in returns {
            self.mark_recursion(module, value, &name, remembers, &held);
        }
    }

    fn mark_recursion(
        &mut self,
        module: &Module,
        value: ExprId,
        name: &Name,
        remembers: bool,
        held: &BTreeSet<LocalId>,
    ) {
        match &module[value].kind {
            ExprKind::Binary { op, left, right } => {
                let (l, r) = (calls_self(module, *left, name, held), calls_self(module, *right, name, held));
                let grows = match op {
                    BinOp::Mul => (l || r) && !is_unit(module, *left) && !is_unit(module, *right),
                    BinOp::Add => l && r && remembers,
                    _ => false,
                };
                if grows {
                    self.exprs.insert(value);
                }
                self.mark_recursion(module, *left, name, remembers, held);
                self.mark_recursion(module, *right, name, remembers, held);
            }
            ExprKind::IfElse { then, otherwise, .. } => {
                self.mark_recursion(module, *then, name, remembers, held);
                self.mark_recursion(module, *otherwise, name, remembers, held);
            }
            ExprKind::Call { .. } if remembers => {
                if let Some(summed) = summed(module, value)
                    && let ExprKind::Comprehension(made) = &module[summed].kind
                    && calls_self(module, made.element, name, held)
                {
                    self.exprs.insert(value);
                    self.mark_recursion(module, made.element, name, remembers, held);
                }
            }
            _ => {}
        }
    }
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

/// The places whose values reach `expr` through `+ - * <<` and choices.
fn arithmetic(module: &Module, expr: ExprId, places: &mut BTreeSet<Place>) {
    match &module[expr].kind {
        ExprKind::Local(local) => {
            places.insert(Place::Local(*local));
        }
        ExprKind::Attribute { name, .. } => {
            places.insert(Place::Attr(name.clone()));
        }
        ExprKind::Index { value, .. } => arithmetic(module, *value, places),
        ExprKind::Binary { op, left, right } if grows(*op) => {
            arithmetic(module, *left, places);
            arithmetic(module, *right, places);
        }
        ExprKind::Binary { op: BinOp::FloorDiv, left, .. } if is_product(module, *left) => {
            arithmetic(module, *left, places);
        }
        ExprKind::Unary { op: UnaryOp::Neg | UnaryOp::Pos, operand } => arithmetic(module, *operand, places),
        ExprKind::IfElse { then, otherwise, .. } => {
            arithmetic(module, *then, places);
            arithmetic(module, *otherwise, places);
        }
        ExprKind::Call { .. } => {
            if let Some(summed) = summed(module, expr) {
                items(module, summed, places);
            }
        }
        _ => {}
    }
}

/// What `sum(…)` adds up.
fn summed(module: &Module, call: ExprId) -> Option<ExprId> {
    match &module[call].kind {
        ExprKind::Call { callee, args } if is_builtin(module, *callee, &["sum"]) => match args.first() {
            Some(Arg::Pos(summed)) => Some(*summed),
            _ => None,
        },
        _ => None,
    }
}

fn is_builtin(module: &Module, callee: ExprId, names: &[&str]) -> bool {
    matches!(&module[callee].kind, ExprKind::Builtin(name) if names.contains(&&**name))
}

/// The places whose values reach the items of `expr`.
fn items(module: &Module, expr: ExprId, places: &mut BTreeSet<Place>) {
    match &module[expr].kind {
        ExprKind::Comprehension(made) => {
            arithmetic(module, made.element, places);
            for clause in made.clauses.iter().rev() {
                if targets(&clause.target).iter().any(|target| places.contains(target)) {
                    items(module, clause.iter, places);
                }
            }
        }
        ExprKind::Call { callee, args }
            if is_builtin(module, *callee, &["enumerate", "list", "reversed", "sorted", "tuple", "zip"]) =>
        {
            for arg in args {
                if let Arg::Pos(arg) = arg {
                    items(module, *arg, places);
                }
            }
        }
        _ => arithmetic(module, expr, places),
    }
}

/// The variables that a clause of a comprehension binds.
fn targets(target: &Target) -> BTreeSet<Place> {
    let mut locals = BTreeSet::new();
    portalis_hir::visit::walk_target_locals(target, &mut |local| {
        locals.insert(Place::Local(local));
    });
    locals
}

struct Flows<'m> {
    module: &'m Module,
    flows: Vec<Flow>,
    next_loop: u32,
    /// Whether the function stores into a subscript: it may remember results.
    remembers: bool,
}

impl Flows<'_> {
    fn block(&mut self, stmts: &[StmtId], loop_id: u32) {
        for &stmt in stmts {
            match &self.module[stmt].kind {
                StmtKind::Assign { targets, value } => {
                    for target in targets {
                        self.assign(target, *value, None, loop_id);
                    }
                }
                StmtKind::AnnAssign { target, value: Some(value), .. } => {
                    self.assign(target, *value, None, loop_id)
                }
                StmtKind::AugAssign { target, op, value } => {
                    self.assign(target, *value, Some((*op, stmt)), loop_id);
                }
                StmtKind::Expr(value) => self.append(*value, loop_id),
                StmtKind::If { then, otherwise, .. } => {
                    self.block(then, loop_id);
                    self.block(otherwise, loop_id);
                }
                StmtKind::While { body, otherwise, .. } | StmtKind::For { body, otherwise, .. } => {
                    self.next_loop += 1;
                    let inner = self.next_loop;
                    self.block(body, inner);
                    self.block(otherwise, loop_id);
                }
                StmtKind::Try { body, handlers, otherwise, finally, .. } => {
                    self.block(body, loop_id);
                    handlers.iter().for_each(|handler| self.block(&handler.body, loop_id));
                    self.block(otherwise, loop_id);
                    self.block(finally, loop_id);
                }
                StmtKind::With { body, .. } => self.block(body, loop_id),
                StmtKind::Match { cases, .. } => {
                    cases.iter().for_each(|case| self.block(&case.body, loop_id))
                }
                _ => {}
            }
        }
    }

    fn assign(&mut self, target: &Target, value: ExprId, aug: Option<(BinOp, StmtId)>, loop_id: u32) {
        let place = match target {
            Target::Local(local, _) => Some(Place::Local(*local)),
            Target::Attribute { name, .. } => Some(Place::Attr(crate::accessors::raw(name).0)),
            Target::Index { value: container, .. } => {
                self.remembers = true;
                root(self.module, *container)
            }
            Target::Tuple { items, .. } => {
                if let ExprKind::Tuple(values) = &self.module[value].kind
                    && values.len() == items.len()
                {
                    for (item, value) in items.iter().zip(values) {
                        if let Elem::One(value) = value {
                            self.assign(item, *value, None, loop_id);
                        }
                    }
                }
                None
            }
            Target::Error(_) => None,
        };
        if let Some(place) = place {
            self.flows.push(Flow { place, value, aug, loop_id });
        }
    }

    /// `xs.append(v)` fills the elements of `xs`.
    fn append(&mut self, value: ExprId, loop_id: u32) {
        if let ExprKind::Call { callee, args } = &self.module[value].kind
            && let ExprKind::Attribute { value: container, name } = &self.module[*callee].kind
            && matches!(&**name, "append" | "insert" | "appendleft")
            && let Some(Arg::Pos(item)) = args.last()
            && let Some(place) = root(self.module, *container)
        {
            self.flows.push(Flow { place, value: *item, aug: None, loop_id });
        }
    }
}

/// The variable or attribute that a chain of subscripts starts from.
fn root(module: &Module, expr: ExprId) -> Option<Place> {
    match &module[expr].kind {
        ExprKind::Local(local) => Some(Place::Local(*local)),
        ExprKind::Attribute { name, .. } => Some(Place::Attr(name.clone())),
        ExprKind::Index { value, .. } => root(module, *value),
        _ => None,
    }
}

/// What a function returns or stores: where a recursion's value goes.
fn collect_values(module: &Module, stmts: &[StmtId], values: &mut Vec<ExprId>) {
    for &stmt in stmts {
        match &module[stmt].kind {
            StmtKind::Return(Some(value)) | StmtKind::Assign { value, .. } => values.push(*value),
            StmtKind::If { then, otherwise, .. } => {
                collect_values(module, then, values);
                collect_values(module, otherwise, values);
            }
            StmtKind::While { body, otherwise, .. } | StmtKind::For { body, otherwise, .. } => {
                collect_values(module, body, values);
                collect_values(module, otherwise, values);
            }
            StmtKind::Try { body, handlers, otherwise, finally, .. } => {
                collect_values(module, body, values);
                handlers.iter().for_each(|handler| collect_values(module, &handler.body, values));
                collect_values(module, otherwise, values);
                collect_values(module, finally, values);
            }
            StmtKind::With { body, .. } => collect_values(module, body, values),
            StmtKind::Match { cases, .. } => {
                cases.iter().for_each(|case| collect_values(module, &case.body, values))
            }
            _ => {}
        }
    }
}

fn calls_self(module: &Module, expr: ExprId, name: &Name, held: &BTreeSet<LocalId>) -> bool {
    match &module[expr].kind {
        ExprKind::Call { callee, .. } => match &module[*callee].kind {
            ExprKind::Local(local) => module[*local].name == *name,
            ExprKind::Attribute { name: method, .. } => method == name,
            _ => false,
        },
        ExprKind::Local(local) => held.contains(local),
        ExprKind::Binary { left, right, .. } => {
            calls_self(module, *left, name, held) || calls_self(module, *right, name, held)
        }
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
