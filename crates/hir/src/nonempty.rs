//! Sums that add something: calls `sum(items)` whose iterable has an item wherever they are reached.
//!
//! In: a module. Out: [`NonEmpty`]. `sum` of no floats is the integer 0, so the type of a sum depends on it.
//! What is known comes from displays, from the loops around the call and from tests before it, and is forgotten where a
//! variable of it is bound anew or a method that removes items is called on it. A second name of the same list is not
//! seen: who relies on a fact looks again at run time.
//! Cost: O(size × nesting).
//!
//! ```text
//! for i in range(len(v)): sum(f(i, x) for x in v)      v has an item in the body of the loop
//! if not v: return 0.0                                 and after this
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use crate::visit::{
    walk_expr_children, walk_stmt_blocks, walk_stmt_exprs, walk_stmt_locals, walk_target_locals,
};
use crate::{
    Arg, BinOp, BoolOp, CmpOp, Comprehension, Elem, ExprId, ExprKind, LocalId, Module, Name, StmtId,
    StmtKind, Target, UnaryOp,
};

/// Methods that may leave their receiver empty.
const REMOVING: &[&str] = &[
    "clear",
    "difference_update",
    "discard",
    "intersection_update",
    "pop",
    "popitem",
    "popleft",
    "remove",
    "symmetric_difference_update",
];

/// Builtins that give an item where their first argument does.
const PASSING: &[&str] = &["enumerate", "frozenset", "iter", "list", "reversed", "set", "sorted", "tuple"];

/// The calls of `sum` that add something.
#[derive(Debug, Default)]
pub struct NonEmpty {
    sums: FxHashSet<ExprId>,
}

impl NonEmpty {
    /// Finds them.
    #[must_use]
    pub fn new(module: &Module) -> Self {
        let is_sum = |kind: &ExprKind| matches!(kind, ExprKind::Builtin(name) if &**name == "sum");
        if !module.exprs.iter().any(|(_, expr)| is_sum(&expr.kind)) {
            return NonEmpty::default();
        }
        let mut walk =
            Walk { module, defined: defined_once(module), facts: Vec::new(), found: NonEmpty::default() };
        for (_, func) in module.funcs.iter() {
            walk.block(&func.body);
            walk.facts.clear();
        }
        for (_, class) in module.classes.iter() {
            walk.block(&class.body);
            walk.facts.clear();
        }
        walk.found
    }

    /// Whether the iterable of this call of `sum` has an item, as far as one name of it tells.
    #[must_use]
    pub fn sum(&self, call: ExprId) -> bool {
        self.sums.contains(&call)
    }
}

/// What holds here.
#[derive(Clone, Copy)]
enum Fact {
    /// The iterable has an item.
    Items(ExprId),
    /// The int is at least 1.
    Positive(ExprId),
}

/// Variables that one plain assignment binds to what does not change, with what it gives them.
fn defined_once(module: &Module) -> FxHashMap<LocalId, ExprId> {
    let mut bindings: FxHashMap<LocalId, u32> = FxHashMap::default();
    let mut changes = Changes::default();
    let mut values = Vec::new();
    for (_, func) in module.funcs.iter() {
        func.params.iter().for_each(|param| *bindings.entry(param.local).or_default() += 1);
    }
    for (id, stmt) in module.stmts.iter() {
        walk_stmt_locals(module, id, &mut |local| *bindings.entry(local).or_default() += 1);
        match &stmt.kind {
            StmtKind::Assign { targets, value } => {
                if let [Target::Local(local, _)] = targets.as_slice() {
                    values.push((*local, *value));
                }
            }
            // It takes many values.
            StmtKind::For { target, .. } => {
                walk_target_locals(target, &mut |local| *bindings.entry(local).or_default() += 1);
            }
            _ => {}
        }
        changes.removed_by(module, id);
    }
    let many = |locals: &mut FxHashMap<LocalId, u32>, local| *locals.entry(local).or_default() += 2;
    for (id, expr) in module.exprs.iter() {
        match &expr.kind {
            ExprKind::Walrus { local, .. } => many(&mut bindings, *local),
            ExprKind::Comprehension(comprehension) => {
                for clause in &comprehension.clauses {
                    walk_target_locals(&clause.target, &mut |local| many(&mut bindings, local));
                }
            }
            _ => {}
        }
        changes.removed_from(module, id);
    }
    let stays = |local: &LocalId| bindings.get(local) == Some(&1) && !changes.locals.contains(local);
    let mut defined: FxHashMap<LocalId, ExprId> =
        values.into_iter().filter(|(local, _)| stays(local)).collect();
    let all = defined.clone();
    // What is defined below, or by itself, has no value yet.
    let is_above = |local, value| all.get(&local).is_none_or(|other| *other < value);
    defined.retain(|_, value| {
        let mut holds = true;
        each_local(module, *value, &mut |local| holds &= stays(&local) && is_above(local, *value));
        holds
    });
    defined
}

/// Calls `f` with each variable that an expression reads.
fn each_local(module: &Module, expr: ExprId, f: &mut dyn FnMut(LocalId)) {
    let mut stack = vec![expr];
    while let Some(expr) = stack.pop() {
        if let ExprKind::Local(local) = module[expr].kind {
            f(local);
        }
        walk_expr_children(module, expr, &mut |child| stack.push(child));
    }
}

/// Variables and attributes that are bound anew or may have lost items.
#[derive(Default)]
struct Changes {
    locals: FxHashSet<LocalId>,
    attributes: FxHashSet<Name>,
}

impl Changes {
    /// Those of statements, and of what is in them.
    fn of(module: &Module, body: &[StmtId]) -> Self {
        let mut changes = Changes::default();
        let mut stack: Vec<StmtId> = body.to_vec();
        let mut exprs = Vec::new();
        while let Some(stmt) = stack.pop() {
            walk_stmt_locals(module, stmt, &mut |local| {
                changes.locals.insert(local);
            });
            changes.removed_by(module, stmt);
            walk_stmt_exprs(module, stmt, &mut |expr| exprs.push(expr));
            walk_stmt_blocks(module, stmt, &mut |block| stack.extend(block));
        }
        while let Some(expr) = exprs.pop() {
            changes.removed_from(module, expr);
            if let ExprKind::Walrus { local, .. } = module[expr].kind {
                changes.locals.insert(local);
            }
            walk_expr_children(module, expr, &mut |child| exprs.push(child));
        }
        changes
    }

    /// What a statement stores in attributes, deletes or replaces part of.
    fn removed_by(&mut self, module: &Module, stmt: StmtId) {
        let is_delete = matches!(module[stmt].kind, StmtKind::Delete(_));
        crate::visit::walk_stmt_targets(module, stmt, &mut |target| self.target(module, target, is_delete));
    }

    fn target(&mut self, module: &Module, target: &Target, is_delete: bool) {
        match target {
            Target::Attribute { name, .. } => {
                // One that is stored as `object` does it has that word before its name.
                self.attributes.insert(name.strip_prefix("object.").unwrap_or(name).into());
            }
            Target::Index { value, index, .. } => {
                if is_delete || matches!(module[*index].kind, ExprKind::Slice { .. }) {
                    self.place(module, *value);
                }
            }
            Target::Tuple { items, .. } => items.iter().for_each(|item| self.target(module, item, is_delete)),
            Target::Local(..) | Target::Error(_) => {}
        }
    }

    /// The receiver of a call of a method that removes items.
    fn removed_from(&mut self, module: &Module, expr: ExprId) {
        if let ExprKind::Call { callee, .. } = module[expr].kind
            && let ExprKind::Attribute { value, name } = &module[callee].kind
            && REMOVING.contains(&&**name)
        {
            self.place(module, *value);
        }
    }

    fn place(&mut self, module: &Module, place: ExprId) {
        match &module[place].kind {
            ExprKind::Local(local) => {
                self.locals.insert(*local);
            }
            ExprKind::Attribute { name, .. } => {
                self.attributes.insert(name.clone());
            }
            ExprKind::Index { value, .. } => self.place(module, *value),
            _ => {}
        }
    }

    /// Whether an expression reads any of them.
    fn are_in(&self, module: &Module, expr: ExprId) -> bool {
        let mut stack = vec![expr];
        while let Some(expr) = stack.pop() {
            match &module[expr].kind {
                ExprKind::Local(local) if self.locals.contains(local) => return true,
                ExprKind::Attribute { name, .. } if self.attributes.contains(name) => return true,
                _ => walk_expr_children(module, expr, &mut |child| stack.push(child)),
            }
        }
        false
    }
}

struct Walk<'m> {
    module: &'m Module,
    defined: FxHashMap<LocalId, ExprId>,
    facts: Vec<Fact>,
    found: NonEmpty,
}

impl<'m> Walk<'m> {
    // ---- statements

    fn block(&mut self, body: &[StmtId]) {
        for &stmt in body {
            self.stmt(stmt);
        }
    }

    /// A block from which nothing is known afterwards.
    fn inner(&mut self, body: &[StmtId]) {
        let before = self.facts.clone();
        self.block(body);
        self.facts = before;
    }

    fn stmt(&mut self, stmt: StmtId) {
        let module = self.module;
        match &module[stmt].kind {
            StmtKind::If { test, then, otherwise } => {
                self.expr(*test);
                let before = self.facts.clone();
                self.assume(*test, true);
                self.block(then);
                self.facts.clone_from(&before);
                self.assume(*test, false);
                self.inner(otherwise);
                if !self.ends(then) {
                    self.facts = before;
                    if self.ends(otherwise) {
                        self.assume(*test, true);
                    }
                }
                self.forget(&[stmt]);
            }
            StmtKind::While { test, body, otherwise } => {
                self.forget(&[stmt]);
                self.expr(*test);
                let before = self.facts.clone();
                self.assume(*test, true);
                self.block(body);
                self.facts = before;
                self.inner(otherwise);
            }
            StmtKind::For { iter, body, otherwise, .. } => {
                self.expr(*iter);
                self.forget(&[stmt]);
                let before = self.facts.clone();
                self.has_items(*iter);
                self.forget(&[stmt]);
                self.block(body);
                self.facts = before;
                self.inner(otherwise);
            }
            StmtKind::Assert { test, message } => {
                self.expr(*test);
                message.iter().for_each(|message| self.expr(*message));
                self.assume(*test, true);
            }
            _ => {
                walk_stmt_exprs(module, stmt, &mut |expr| self.expr(expr));
                walk_stmt_blocks(module, stmt, &mut |block| self.inner(block));
                self.forget(&[stmt]);
            }
        }
    }

    /// Whether control does not get past these statements.
    fn ends(&self, body: &[StmtId]) -> bool {
        body.last().is_some_and(|last| match &self.module[*last].kind {
            StmtKind::Return(_) | StmtKind::Raise { .. } | StmtKind::Break | StmtKind::Continue => true,
            StmtKind::If { then, otherwise, .. } => self.ends(then) && self.ends(otherwise),
            _ => false,
        })
    }

    fn forget(&mut self, body: &[StmtId]) {
        if self.facts.is_empty() {
            return;
        }
        let (module, changes) = (self.module, Changes::of(self.module, body));
        self.facts.retain(|(Fact::Items(expr) | Fact::Positive(expr))| !changes.are_in(module, *expr));
    }

    // ---- expressions

    fn expr(&mut self, expr: ExprId) {
        let module = self.module;
        match &module[expr].kind {
            ExprKind::Comprehension(comprehension) => {
                let before = self.facts.clone();
                self.comprehension(comprehension);
                self.facts = before;
                return;
            }
            ExprKind::IfElse { test, then, otherwise } => {
                self.expr(*test);
                for (branch, holds) in [(*then, true), (*otherwise, false)] {
                    let before = self.facts.clone();
                    self.assume(*test, holds);
                    self.expr(branch);
                    self.facts = before;
                }
                return;
            }
            ExprKind::BoolOp { op, operands } => {
                let before = self.facts.clone();
                for &operand in operands {
                    self.expr(operand);
                    self.assume(operand, *op == BoolOp::And);
                }
                self.facts = before;
                return;
            }
            _ => {}
        }
        if let Some(("sum", [Arg::Pos(items)])) = self.builtin_call(expr)
            && self.any_items(*items)
        {
            self.found.sums.insert(expr);
        }
        walk_expr_children(module, expr, &mut |child| self.expr(child));
    }

    /// Its parts, with what holds where its element is evaluated.
    fn comprehension(&mut self, comprehension: &Comprehension) {
        for clause in &comprehension.clauses {
            self.expr(clause.iter);
            self.has_items(clause.iter);
            for &condition in &clause.conditions {
                self.expr(condition);
                self.assume(condition, true);
            }
        }
        self.expr(comprehension.element);
        comprehension.value.iter().for_each(|value| self.expr(*value));
    }

    /// The name and arguments of a call of a builtin.
    fn builtin_call(&self, expr: ExprId) -> Option<(&'m str, &'m [Arg])> {
        let ExprKind::Call { callee, args } = &self.module[expr].kind else { return None };
        match &self.module[*callee].kind {
            ExprKind::Builtin(name) => Some((name, args)),
            _ => None,
        }
    }

    // ---- what is learnt

    /// An item was taken from `iter`.
    fn has_items(&mut self, iter: ExprId) {
        let module = self.module;
        self.facts.push(Fact::Items(iter));
        match &module[iter].kind {
            ExprKind::Local(local) => {
                if let Some(&value) = self.defined.get(local) {
                    self.has_items(value);
                }
            }
            ExprKind::Comprehension(comprehension) => {
                comprehension.clauses.first().into_iter().for_each(|clause| self.has_items(clause.iter));
            }
            ExprKind::Index { value, .. } => self.has_items(*value),
            // `d.items()`
            ExprKind::Call { callee, args } if args.is_empty() => {
                if let ExprKind::Attribute { value, name } = &module[*callee].kind
                    && matches!(&**name, "items" | "keys" | "values" | "copy")
                {
                    self.has_items(*value);
                }
            }
            _ => match self.builtin_call(iter) {
                Some(("range", [Arg::Pos(stop)])) => self.is_positive(*stop),
                Some(("range", [Arg::Pos(start), Arg::Pos(stop), ..])) if self.is_natural(*start) => {
                    self.is_positive(*stop);
                }
                Some(("zip", args)) => args.iter().for_each(|arg| {
                    if let Arg::Pos(items) = arg {
                        self.has_items(*items);
                    }
                }),
                Some(("map" | "filter", [_, items @ ..])) => items.iter().for_each(|arg| {
                    if let Arg::Pos(items) = arg {
                        self.has_items(*items);
                    }
                }),
                Some((name, [Arg::Pos(items), ..])) if PASSING.contains(&name) => self.has_items(*items),
                _ => {}
            },
        }
    }

    /// `number` is at least 1.
    fn is_positive(&mut self, number: ExprId) {
        self.facts.push(Fact::Positive(number));
        match &self.module[number].kind {
            ExprKind::Local(local) => {
                if let Some(&value) = self.defined.get(local) {
                    self.is_positive(value);
                }
            }
            ExprKind::Binary { op: BinOp::Sub | BinOp::FloorDiv, left, right } if self.is_natural(*right) => {
                self.is_positive(*left);
            }
            _ => {
                if let Some(("len", [Arg::Pos(items)])) = self.builtin_call(number) {
                    self.has_items(*items);
                }
            }
        }
    }

    /// What follows from a test that came out as `holds`.
    fn assume(&mut self, test: ExprId, holds: bool) {
        let module = self.module;
        match &module[test].kind {
            ExprKind::Unary { op: UnaryOp::Not, operand } => self.assume(*operand, !holds),
            ExprKind::BoolOp { op, operands } if (*op == BoolOp::And) == holds => {
                operands.iter().for_each(|operand| self.assume(*operand, holds));
            }
            ExprKind::Compare { first, rest } => {
                if let [(op, second)] = rest.as_slice() {
                    self.assume_order(*first, *op, *second, holds);
                }
            }
            ExprKind::Local(_) | ExprKind::Attribute { .. } if holds => self.has_items(test),
            _ => {
                if holds && let Some(("len", [Arg::Pos(items)])) = self.builtin_call(test) {
                    self.has_items(*items);
                }
            }
        }
    }

    /// `first op second`, one of them a literal.
    fn assume_order(&mut self, first: ExprId, op: CmpOp, second: ExprId, holds: bool) {
        let (number, op, bound) = match (self.literal(first), self.literal(second)) {
            (None, Some(bound)) => (first, op, bound),
            (Some(bound), None) => (second, mirrored(op), bound),
            _ => return,
        };
        let is_length = matches!(self.builtin_call(number), Some(("len", _)));
        let is_positive = match if holds { op } else { negated(op) } {
            CmpOp::Gt => bound >= 0,
            CmpOp::Ge => bound >= 1,
            CmpOp::Eq => bound >= 1,
            CmpOp::Ne => bound == 0 && is_length,
            _ => false,
        };
        if is_positive {
            self.is_positive(number);
        }
    }

    fn literal(&self, expr: ExprId) -> Option<i64> {
        match self.module[expr].kind {
            ExprKind::Int(value) => Some(value),
            _ => None,
        }
    }

    // ---- what is asked

    /// Whether `iter` has an item.
    fn any_items(&self, iter: ExprId) -> bool {
        let module = self.module;
        if self.facts.iter().any(|fact| matches!(fact, Fact::Items(known) if self.same(*known, iter))) {
            return true;
        }
        match &module[iter].kind {
            ExprKind::List(elems) | ExprKind::Tuple(elems) | ExprKind::Set(elems) => {
                elems.iter().any(|elem| matches!(elem, Elem::One(_)))
            }
            ExprKind::Local(local) => self.defined.get(local).is_some_and(|value| self.any_items(*value)),
            ExprKind::Comprehension(comprehension) => comprehension
                .clauses
                .iter()
                .all(|clause| clause.conditions.is_empty() && self.any_items(clause.iter)),
            ExprKind::Binary { op: BinOp::Mul, left, right } => {
                self.any_items(*left) && self.at_least_one(*right)
            }
            ExprKind::Binary { op: BinOp::Add, left, right } => {
                self.any_items(*left) || self.any_items(*right)
            }
            ExprKind::Call { callee, args } if args.is_empty() => match &module[*callee].kind {
                ExprKind::Attribute { value, name } => {
                    matches!(&**name, "items" | "keys" | "values" | "copy") && self.any_items(*value)
                }
                _ => false,
            },
            _ => match self.builtin_call(iter) {
                Some(("range", [Arg::Pos(stop)])) => self.at_least_one(*stop),
                Some(("zip", args)) => {
                    !args.is_empty()
                        && args.iter().all(|arg| match arg {
                            Arg::Pos(items) => self.any_items(*items),
                            Arg::Keyword(..) => true,
                            Arg::Star(_) | Arg::DoubleStar(_) => false,
                        })
                }
                Some(("map", [_, items @ ..])) => {
                    items.iter().all(|arg| matches!(arg, Arg::Pos(items) if self.any_items(*items)))
                }
                Some((name, [Arg::Pos(items), ..])) if PASSING.contains(&name) => self.any_items(*items),
                _ => false,
            },
        }
    }

    /// Whether an int is at least 1.
    fn at_least_one(&self, number: ExprId) -> bool {
        if self.facts.iter().any(|fact| matches!(fact, Fact::Positive(known) if self.same(*known, number))) {
            return true;
        }
        match &self.module[number].kind {
            ExprKind::Int(value) => *value >= 1,
            ExprKind::Local(local) => self.defined.get(local).is_some_and(|value| self.at_least_one(*value)),
            ExprKind::Binary { op: BinOp::Add, left, right } => {
                (self.at_least_one(*left) && self.is_natural(*right))
                    || (self.is_natural(*left) && self.at_least_one(*right))
            }
            _ => match self.builtin_call(number) {
                Some(("len", [Arg::Pos(items)])) => self.any_items(*items),
                _ => false,
            },
        }
    }

    /// Whether an int is at least 0.
    fn is_natural(&self, number: ExprId) -> bool {
        self.literal(number).is_some_and(|value| value >= 0)
            || matches!(self.builtin_call(number), Some(("len", _)))
            || self.at_least_one(number)
    }

    /// Whether two expressions give the same, evaluated at one time.
    fn same(&self, a: ExprId, b: ExprId) -> bool {
        let module = self.module;
        if a == b {
            return true;
        }
        match (&module[a].kind, &module[b].kind) {
            (ExprKind::Local(a), ExprKind::Local(b)) => a == b,
            (ExprKind::Int(a), ExprKind::Int(b)) => a == b,
            (ExprKind::Str(a), ExprKind::Str(b)) => a == b,
            (ExprKind::Attribute { value: a, name }, ExprKind::Attribute { value: b, name: other }) => {
                name == other && self.same(*a, *b)
            }
            (ExprKind::Index { value: a, index: i }, ExprKind::Index { value: b, index: j }) => {
                self.same(*a, *b) && self.same(*i, *j)
            }
            (
                ExprKind::Binary { op, left, right },
                ExprKind::Binary { op: other, left: first, right: second },
            ) => op == other && self.same(*left, *first) && self.same(*right, *second),
            _ => match (self.builtin_call(a), self.builtin_call(b)) {
                (Some((name @ ("len" | "range"), args)), Some((other, others))) => {
                    name == other
                        && args.len() == others.len()
                        && args.iter().zip(others).all(|pair| match pair {
                            (Arg::Pos(a), Arg::Pos(b)) => self.same(*a, *b),
                            _ => false,
                        })
                }
                _ => false,
            },
        }
    }
}

/// `b op a` for `a op b`.
fn mirrored(op: CmpOp) -> CmpOp {
    match op {
        CmpOp::Lt => CmpOp::Gt,
        CmpOp::Le => CmpOp::Ge,
        CmpOp::Gt => CmpOp::Lt,
        CmpOp::Ge => CmpOp::Le,
        other => other,
    }
}

/// What holds of ints where `op` does not.
fn negated(op: CmpOp) -> CmpOp {
    match op {
        CmpOp::Lt => CmpOp::Ge,
        CmpOp::Le => CmpOp::Gt,
        CmpOp::Gt => CmpOp::Le,
        CmpOp::Ge => CmpOp::Lt,
        CmpOp::Eq => CmpOp::Ne,
        CmpOp::Ne => CmpOp::Eq,
        other => other,
    }
}
