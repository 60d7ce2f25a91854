//! The places that the value of an expression is computed from.

use std::collections::BTreeSet;

use portalis_hir::{Arg, BinOp, Elem, ExprId, ExprKind, Module, Target, UnaryOp};

use super::{Place, grows, is_product};

/// The places whose values reach `expr` through `+ - * <<` and choices.
pub(super) fn arithmetic(module: &Module, expr: ExprId, places: &mut BTreeSet<Place>) {
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
        ExprKind::Tuple(elems) | ExprKind::List(elems) => {
            for elem in elems {
                let (Elem::One(elem) | Elem::Star(elem)) = elem;
                arithmetic(module, *elem, places);
            }
        }
        ExprKind::Comprehension(_) => items(module, expr, places),
        ExprKind::Call { callee, .. } => {
            if let Some(summed) = summed(module, expr) {
                items(module, summed, places);
            } else if is_passing(module, *callee) {
                items(module, expr, places);
            } else if let Some(container) = taken_from(module, *callee) {
                arithmetic(module, container, places);
            }
        }
        _ => {}
    }
}

/// Whether a function gives the items of its arguments.
fn is_passing(module: &Module, callee: ExprId) -> bool {
    const PASSING: &[&str] = &["enumerate", "list", "map", "reversed", "sorted", "tuple", "zip"];
    is_builtin(module, callee, PASSING) || is_accumulate(module, callee)
}

/// `itertools.accumulate`.
pub(super) fn is_accumulate(module: &Module, callee: ExprId) -> bool {
    is_builtin(module, callee, &["itertools.accumulate"]) || called(module, callee) == Some("accumulate")
}

/// The last word of a callee.
pub(super) fn called(module: &Module, callee: ExprId) -> Option<&str> {
    match &module[callee].kind {
        ExprKind::Local(local) => Some(&module[*local].name),
        ExprKind::Attribute { name, .. } => Some(name),
        _ => None,
    }
}

/// The container that a method gives values of.
fn taken_from(module: &Module, callee: ExprId) -> Option<ExprId> {
    let ExprKind::Attribute { value, name } = &module[callee].kind else { return None };
    let gives = matches!(&**name, "copy" | "get" | "items" | "setdefault" | "values");
    gives.then_some(*value)
}

/// The queue whose first item an expression takes: `counts.pop(0)`, `counts.popleft()`. What is popped off a stack are
/// operands of many kinds.
pub(super) fn queue(module: &Module, expr: ExprId) -> Option<ExprId> {
    let ExprKind::Call { callee, args } = &module[expr].kind else { return None };
    let ExprKind::Attribute { value, name } = &module[*callee].kind else { return None };
    let takes = &**name == "popleft" || &**name == "pop" && !args.is_empty();
    takes.then_some(*value)
}

/// What `sum(…)` adds up.
pub(super) fn summed(module: &Module, call: ExprId) -> Option<ExprId> {
    match &module[call].kind {
        ExprKind::Call { callee, args } if is_builtin(module, *callee, &["sum"]) => match args.first() {
            Some(Arg::Pos(summed)) => Some(*summed),
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn is_builtin(module: &Module, callee: ExprId, names: &[&str]) -> bool {
    matches!(&module[callee].kind, ExprKind::Builtin(name) if names.contains(&&**name))
}

/// The places whose values reach the items of `expr`.
pub(super) fn items(module: &Module, expr: ExprId, places: &mut BTreeSet<Place>) {
    match &module[expr].kind {
        ExprKind::Comprehension(made) => {
            arithmetic(module, made.value.unwrap_or(made.element), places);
            for clause in made.clauses.iter().rev() {
                if targets(&clause.target).iter().any(|target| places.contains(target)) {
                    items(module, clause.iter, places);
                }
            }
        }
        ExprKind::Call { callee, args } if is_passing(module, *callee) => {
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
pub(super) fn targets(target: &Target) -> BTreeSet<Place> {
    let mut locals = BTreeSet::new();
    portalis_hir::visit::walk_target_locals(target, &mut |local| {
        locals.insert(Place::Local(local));
    });
    locals
}

/// The variable or attribute that a chain of subscripts starts from.
pub(super) fn root(module: &Module, expr: ExprId) -> Option<Place> {
    match &module[expr].kind {
        ExprKind::Local(local) => Some(Place::Local(*local)),
        ExprKind::Attribute { name, .. } => Some(Place::Attr(name.clone())),
        ExprKind::Index { value, .. } => root(module, *value),
        _ => None,
    }
}
