//! Arithmetic on hashes: `hash(x)` takes all of 64 bits, so that a sum of two of them, or a multiple of one, is too many, as
//! in `hash(self.x) + hash(self.y)` and `31 * hash(self.name)`.
//!
//! In: a module. Out: its sums of hashes, and its products and shifts of one, by way of variables too.
//! Cost: nothing where no hash is asked for; else linear, times the length of ways through variables.

use std::collections::BTreeSet;

use portalis_hir::{BinOp, ExprId, ExprKind, LocalId, Module, StmtId, StmtKind, Target, UnaryOp};

/// The operations, as expressions and as augmented assignments.
pub(super) fn sums(module: &Module) -> (Vec<ExprId>, Vec<StmtId>) {
    if !module.exprs.iter().any(|(id, _)| is_hash(module, id)) {
        return (Vec::new(), Vec::new());
    }
    let mut hashes = Hashes { module, locals: BTreeSet::new() };
    while hashes.spread() {}
    hashes.marked()
}

struct Hashes<'m> {
    module: &'m Module,
    /// Variables that hold one, or what is computed from it.
    locals: BTreeSet<LocalId>,
}

impl Hashes<'_> {
    /// One more step of all ways; whether it led anywhere.
    fn spread(&mut self) -> bool {
        let module = self.module;
        let known = self.locals.len();
        for (_, func) in module.funcs.iter() {
            portalis_hir::visit::for_each_stmt(module, &func.body, &mut |stmt| match &module[stmt].kind {
                StmtKind::Assign { targets, value } => {
                    targets.iter().for_each(|target| self.assign(target, *value));
                }
                StmtKind::AnnAssign { target, value: Some(value), .. }
                | StmtKind::AugAssign {
                    target,
                    value,
                    op: BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Shl,
                } => {
                    self.assign(target, *value);
                }
                _ => {}
            });
        }
        self.locals.len() > known
    }

    fn assign(&mut self, target: &Target, value: ExprId) {
        if let Target::Local(local, _) = target
            && self.is_wide(value)
        {
            self.locals.insert(*local);
        }
    }

    /// Whether an expression takes all of 64 bits.
    fn is_wide(&self, expr: ExprId) -> bool {
        match &self.module[expr].kind {
            ExprKind::Local(local) => self.locals.contains(local),
            ExprKind::Unary { op: UnaryOp::Neg | UnaryOp::Pos | UnaryOp::Invert, operand } => {
                self.is_wide(*operand)
            }
            ExprKind::Binary {
                op: BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Shl | BinOp::BitXor | BinOp::BitOr,
                left,
                right,
            } => self.is_wide(*left) || self.is_wide(*right),
            ExprKind::IfElse { then, otherwise, .. } => self.is_wide(*then) || self.is_wide(*otherwise),
            _ => is_hash(self.module, expr),
        }
    }

    /// Whether an operation may take more.
    fn grows(&self, op: BinOp, left: bool, right: bool) -> bool {
        match op {
            BinOp::Add | BinOp::Sub => left && right,
            BinOp::Mul => left || right,
            BinOp::Shl => left,
            _ => false,
        }
    }

    fn marked(&self) -> (Vec<ExprId>, Vec<StmtId>) {
        let module = self.module;
        let (mut exprs, mut stmts) = (Vec::new(), Vec::new());
        for (_, func) in module.funcs.iter() {
            portalis_hir::visit::for_each_body_expr(module, &func.body, &mut |expr| {
                if let ExprKind::Binary { op, left, right } = &module[expr].kind
                    && self.grows(*op, self.is_wide(*left), self.is_wide(*right))
                {
                    exprs.push(expr);
                }
            });
            portalis_hir::visit::for_each_stmt(module, &func.body, &mut |stmt| {
                if let StmtKind::AugAssign { target: Target::Local(local, _), op, value } = &module[stmt].kind
                    && self.grows(*op, self.locals.contains(local), self.is_wide(*value))
                {
                    stmts.push(stmt);
                }
            });
        }
        (exprs, stmts)
    }
}

/// `hash(x)`, `x.__hash__()`.
fn is_hash(module: &Module, expr: ExprId) -> bool {
    let ExprKind::Call { callee, .. } = &module[expr].kind else { return false };
    match &module[*callee].kind {
        ExprKind::Builtin(name) => &**name == "hash",
        ExprKind::Attribute { name, .. } => &**name == "__hash__",
        _ => false,
    }
}
