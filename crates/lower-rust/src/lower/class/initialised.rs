//! Which attributes every object has from its construction on: those need no test where they are read.

use portalis_hir::visit::{for_each_body_expr, for_each_stmt};
use portalis_hir::{Arg, ExprId, ExprKind, FuncId, LocalId, Module, Name, StmtId, StmtKind, Target};
use portalis_typeck::accessors::{raw, setter};
use portalis_typeck::ty::{BOT, ClassRef};

use super::super::Cx;

/// What an initialiser does about an attribute on every way through it.
enum Outcome {
    /// It sets it.
    Sets,
    /// It leaves that to the initialiser of the class after it in the resolution order.
    Hands,
    /// It may leave it unset.
    Leaves,
}

impl Cx<'_> {
    /// Whether attribute `name` is set by `__init__` before anything can read it: a plain assignment to `self` at the
    /// top, there or in the initialiser of a base that it calls at the top.
    pub(crate) fn always_initialised(&self, class: ClassRef, name: &Name) -> bool {
        let has_setter = self.class_has(class, &setter(name));
        for base in &self.rep.inferred.classes[class.index()].mro {
            let info = &self.rep.inferred.classes[base.index()];
            let field = info.dataclass.as_ref().and_then(|dataclass| {
                let (_, has_default) = dataclass.fields.iter().find(|(field, _)| field == name)?;
                Some(*has_default || !dataclass.not_in_init.contains(name))
            });
            if field == Some(true) {
                return !self.is_deleted(name);
            }
            // What is no parameter is set by the method that runs next.
            let initialiser = if field.is_some() { "__post_init__" } else { "__init__" };
            for &stmt in &self.module[info.class].body {
                let StmtKind::FuncDef { func, .. } = &self.module[stmt].kind else { continue };
                if &*self.module[*func].name != initialiser {
                    continue;
                }
                match outcome(self.module, *func, (name, has_setter)) {
                    Outcome::Sets => return !self.is_deleted(name),
                    Outcome::Hands => {}
                    Outcome::Leaves => return false,
                }
            }
        }
        false
    }

    pub(super) fn is_deleted(&self, name: &Name) -> bool {
        self.module.stmts.iter().any(|(_, stmt)| {
            matches!(&stmt.kind, StmtKind::Delete(targets)
                if targets.iter().any(|target| matches!(target, Target::Attribute { name: other, .. } if raw(other).0 == *name)))
        })
    }

    /// Whether some class in the order of `class` has this attribute.
    pub(crate) fn class_has(&self, class: ClassRef, name: &Name) -> bool {
        self.rep.inferred.classes[class.index()].mro.iter().any(|base| {
            let attrs = self.rep.inferred.classes[base.index()].attrs;
            self.rep.inferred.cells[attrs.index()].attribute(name) != BOT
        })
    }
}

fn outcome(module: &Module, func: FuncId, attribute: (&Name, bool)) -> Outcome {
    let Some(receiver) = module[func].params.first().map(|param| param.local) else { return Outcome::Leaves };
    let mut outcome = Outcome::Leaves;
    for &stmt in &module[func].body {
        // What is read before it is set comes from the class, or is missing.
        if reads(module, stmt, receiver, attribute.0) {
            return Outcome::Leaves;
        }
        if sets(module, stmt, receiver, attribute) {
            return Outcome::Sets;
        }
        if calls_next(module, stmt, &module[func].name) {
            outcome = Outcome::Hands;
        }
        // What stands after a way out may not run.
        let mut returns = false;
        for_each_stmt(module, &[stmt], &mut |stmt| {
            returns |= matches!(module[stmt].kind, StmtKind::Return(_))
        });
        if returns {
            break;
        }
    }
    outcome
}

/// Whether a statement reads `receiver.name`.
fn reads(module: &Module, stmt: StmtId, receiver: LocalId, name: &Name) -> bool {
    let is_receiver =
        |value: ExprId| matches!(module[value].kind, ExprKind::Local(local) if local == receiver);
    let mut found = false;
    for_each_body_expr(module, &[stmt], &mut |expr| {
        found |= matches!(&module[expr].kind, ExprKind::Attribute { value, name: read }
            if read == name && is_receiver(*value));
    });
    for_each_stmt(module, &[stmt], &mut |stmt| {
        found |= matches!(&module[stmt].kind, StmtKind::AugAssign { target: Target::Attribute { value, name: read, .. }, .. }
            if read == name && is_receiver(*value));
    });
    found
}

/// `receiver.name = value`, alone or among the targets; where a method stands for that, only what asks nobody.
fn sets(module: &Module, stmt: StmtId, receiver: LocalId, (name, has_setter): (&Name, bool)) -> bool {
    let targets: Vec<&Target> = match &module[stmt].kind {
        StmtKind::Assign { targets, .. } => targets.iter().collect(),
        StmtKind::AnnAssign { target, value: Some(_), .. } => vec![target],
        _ => return false,
    };
    let is_set = |set: &Name| {
        let (set, is_raw) = raw(set);
        set == *name && (is_raw || !has_setter)
    };
    targets.iter().any(|target| {
        let parts: Vec<&Target> = match target {
            Target::Tuple { items, .. } => items.iter().collect(),
            other => vec![other],
        };
        parts.iter().any(|part| {
            matches!(part, Target::Attribute { value, name: set, .. }
                if is_set(set) && matches!(module[*value].kind, ExprKind::Local(local) if local == receiver))
        })
    })
}

/// `super().initialiser(…)` as a statement.
fn calls_next(module: &Module, stmt: StmtId, initialiser: &str) -> bool {
    let StmtKind::Expr(call) = module[stmt].kind else { return false };
    let callee = |call: ExprId| match &module[call].kind {
        ExprKind::Call { callee, args } => Some((*callee, args.as_slice())),
        _ => None,
    };
    let Some((method, _)) = callee(call) else { return false };
    let ExprKind::Attribute { value, name } = &module[method].kind else { return false };
    let is_super = |(function, args): (ExprId, &[Arg])| {
        args.is_empty() && matches!(&module[function].kind, ExprKind::Builtin(name) if &**name == "super")
    };
    &**name == initialiser && callee(*value).is_some_and(is_super)
}
