//! What the author says: `# portalis: int=big` at the end of a line.
//!
//! In: a module. Out: how wide the results of the operations of such lines are, and their literals. Indices are left
//! alone: none is wider than 64 bits.
//!
//! ```text
//! table = [1] * (n + 1)  # portalis: int=big        the literal, the product and the sum are of any size
//! ```

use std::collections::BTreeMap;

use portalis_hir::visit::{walk_expr_children, walk_stmt_exprs};
use portalis_hir::{BinOp, DictItem, ExprId, ExprKind, IntMode, Module, StmtId, StmtKind};
use rustc_hash::FxHashMap;

/// What is said.
#[derive(Debug, Default)]
pub(super) struct Said {
    operations: FxHashMap<ExprId, IntMode>,
    literals: FxHashMap<ExprId, IntMode>,
    stmts: BTreeMap<StmtId, IntMode>,
}

impl Said {
    pub(super) fn new(module: &Module) -> Self {
        let mut said = Said { stmts: module.int_modes.clone(), ..Said::default() };
        for (&stmt, &mode) in &module.int_modes {
            match &module[stmt].kind {
                StmtKind::Assign { value, .. } | StmtKind::AnnAssign { value: Some(value), .. } => {
                    said.expressions(module, *value, mode, true);
                }
                StmtKind::AugAssign { value, .. } => said.expressions(module, *value, mode, false),
                // What a run found to be too wide may be in any statement.
                kind => {
                    let comes_out = matches!(kind, StmtKind::Return(_));
                    let mut parts = Vec::new();
                    walk_stmt_exprs(module, stmt, &mut |expr| parts.push(expr));
                    parts.into_iter().for_each(|part| said.expressions(module, part, mode, comes_out));
                }
            }
        }
        said
    }

    /// What is said of an operation.
    pub(super) fn expr(&self, id: ExprId) -> Option<IntMode> {
        self.operations.get(&id).copied()
    }

    /// What is said of a literal.
    pub(super) fn literal(&self, id: ExprId) -> Option<IntMode> {
        self.literals.get(&id).copied()
    }

    /// What is said of an assignment.
    pub(super) fn stmt(&self, id: StmtId) -> Option<IntMode> {
        self.stmts.get(&id).copied()
    }

    /// Every operation that evaluating `root` runs, and the literals that come out of it.
    fn expressions(&mut self, module: &Module, root: ExprId, mode: IntMode, comes_out: bool) {
        let mut todo = vec![(root, comes_out)];
        while let Some((expr, comes_out)) = todo.pop() {
            self.operations.insert(expr, mode);
            match &module[expr].kind {
                ExprKind::Int(_) | ExprKind::BigInt(_) if comes_out => {
                    self.literals.insert(expr, mode);
                }
                ExprKind::Unary { .. }
                | ExprKind::BoolOp { .. }
                | ExprKind::Walrus { .. }
                | ExprKind::List(_)
                | ExprKind::Tuple(_)
                | ExprKind::Set(_) => {
                    walk_expr_children(module, expr, &mut |child| todo.push((child, comes_out)));
                }
                ExprKind::Binary { op: BinOp::Mul, left, right } => {
                    // `[0] * n` has the elements of the list.
                    let is_list = |expr: ExprId| matches!(module[expr].kind, ExprKind::List(_));
                    todo.extend([left, right].map(|side| (*side, comes_out && is_list(*side))));
                }
                ExprKind::IfElse { test, then, otherwise } => {
                    todo.extend([(*test, false), (*then, comes_out), (*otherwise, comes_out)]);
                }
                ExprKind::Dict(items) => {
                    for item in items {
                        match item {
                            DictItem::Pair(key, value) => todo.extend([(*key, false), (*value, comes_out)]),
                            DictItem::Star(value) => todo.push((*value, false)),
                        }
                    }
                }
                ExprKind::Comprehension(comprehension) => {
                    let result = comprehension.value.unwrap_or(comprehension.element);
                    walk_expr_children(module, expr, &mut |child| {
                        todo.push((child, comes_out && child == result));
                    });
                }
                ExprKind::Index { value, .. } => todo.push((*value, false)),
                ExprKind::Function { func, .. } => {
                    portalis_hir::visit::for_each_body_expr(module, &module[*func].body, &mut |inner| {
                        self.operations.insert(inner, mode);
                    });
                    walk_expr_children(module, expr, &mut |child| todo.push((child, false)));
                }
                _ => walk_expr_children(module, expr, &mut |child| todo.push((child, false))),
            }
        }
    }
}
