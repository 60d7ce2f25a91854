//! Classes inside functions: variables that their methods share with the function, and attributes of their own.
//!
//! Who calls a method has its object, and not what its class was made among. Where the function runs at most once, its
//! variable is as good as one of the module, and becomes one. Elsewhere lowering refuses the method.
//!
//! A class whose statement runs several times is several classes, which share one set of attributes here: it may have
//! none but constants that nothing sets.
//!
//! ```text
//! def main():
//!     seen = []                       seen belongs to the module
//!     class Watcher:
//!         def update(self, x):
//!             seen.append(x)
//! main()
//! ```

use std::collections::{BTreeMap, BTreeSet};

use portalis_diag::Sink;
use portalis_hir::captures::{Captures, owner_func};
use portalis_hir::once::Once;
use portalis_hir::visit::{for_each_body_expr, for_each_stmt, walk_stmt_locals, walk_stmt_targets};
use portalis_hir::{
    Arg, ClassId, Elem, Expr, ExprId, ExprKind, FuncId, Local, LocalId, Module, Scope, Stmt, StmtId,
    StmtKind, Target,
};

use crate::diagnostics;

/// Calls whose results are as good as constants.
const CONSTANT_CALLS: [&str; 12] = [
    "staticmethod",
    "classmethod",
    "field",
    "auto",
    "property",
    "compile",
    "Decimal",
    "Fraction",
    "timedelta",
    "TypeVar",
    "frozenset",
    "KW_ONLY",
];

/// Moves the variables and reports the attributes.
pub(super) fn settle(module: &mut Module, sink: &mut Sink) {
    let classes: Vec<ClassId> = module
        .classes
        .iter()
        .filter(|(_, class)| owner_func(module, class.parent) != module.body)
        .map(|(id, _)| id)
        .collect();
    // Methods alone need nothing, where nobody captures a variable of a function.
    let is_plain = |class: &ClassId| {
        let is_method = |stmt: &StmtId| {
            matches!(
                module[*stmt].kind,
                StmtKind::FuncDef { .. } | StmtKind::ClassDef { .. } | StmtKind::Expr(_)
            )
        };
        module[*class].body.iter().all(is_method)
    };
    let (is_all_plain, reads) = (classes.iter().all(is_plain), reads_around(module));
    if is_all_plain && !reads {
        return;
    }
    let once = Once::new(module);
    if reads {
        for local in shared(module, &once) {
            move_out(module, local);
        }
    }
    let mut set: Option<BTreeSet<String>> = None;
    for class in classes {
        if !once.class(class) {
            let set = set.get_or_insert_with(|| attributes_set(module));
            report(module, class, set, sink);
        }
    }
}

/// Whether code in a class of a function names a variable of a function around it: few programs do.
fn reads_around(module: &Module) -> bool {
    let is_local_class = |scope: Scope| match scope {
        Scope::Class(class) => owner_func(module, module[class].parent) != module.body,
        Scope::Func(_) => false,
    };
    module.funcs.iter().any(|(id, func)| {
        let mut around = func.parent;
        while let Some(scope) = around.filter(|scope| !is_local_class(*scope)) {
            around = match scope {
                Scope::Func(func) => module[func].parent,
                Scope::Class(class) => Some(module[class].parent),
            };
        }
        let mut found = false;
        let mut look = |local: LocalId| {
            let data = &module.locals[local];
            found |= data.captured
                && !matches!(data.owner, Scope::Func(owner) if owner == id || owner == module.body);
        };
        if around.is_some() {
            for_each_body_expr(module, &func.body, &mut |expr| {
                if let ExprKind::Local(local) = module[expr].kind {
                    look(local);
                }
            });
            for_each_stmt(module, &func.body, &mut |stmt| walk_stmt_locals(module, stmt, &mut look));
        }
        found
    })
}

/// The variables that methods take from functions around their classes that run once.
fn shared(module: &Module, once: &Once) -> BTreeSet<LocalId> {
    let captures = Captures::new(module, &|_| false);
    let mut found = BTreeSet::new();
    for (func, data) in module.funcs.iter() {
        if let Some(Scope::Class(_)) = data.parent {
            let taken = captures.of(func).iter().copied();
            found.extend(taken.filter(|&local| once.func(owner_func(module, module[local].owner))));
        }
    }
    for (_, stmt) in module.stmts.iter() {
        // What these bind is known without a value.
        match &stmt.kind {
            StmtKind::ClassDef { local, .. } => {
                found.remove(local);
            }
            StmtKind::Import(items) => items.iter().for_each(|item| {
                found.remove(&item.local);
            }),
            StmtKind::ImportFrom { names, .. } => names.iter().for_each(|(_, local)| {
                found.remove(local);
            }),
            _ => {}
        }
    }
    found
}

/// Makes `local` a variable of the module. A parameter stays, and gives its value to the variable first.
fn move_out(module: &mut Module, local: LocalId) {
    let Scope::Func(func) = module[local].owner else { return };
    let body = module.body;
    let at = module.funcs[func].params.iter().position(|param| param.local == local);
    module.funcs[func].locals.retain(|one| *one != local);
    if let Some(at) = at {
        let Local { name, span, .. } = module[local].clone();
        let owner = Scope::Func(func);
        let param =
            module.locals.alloc(Local { name, owner, captured: false, written_elsewhere: false, span });
        let value = module.exprs.alloc(Expr { kind: ExprKind::Local(param), span });
        let kind = StmtKind::Assign { targets: vec![Target::Local(local, span)], value };
        let stmt = module.stmts.alloc(Stmt { kind, span });
        let data = &mut module.funcs[func];
        data.params[at].local = param;
        data.locals.insert(at, param);
        data.body.insert(0, stmt);
    }
    let data = &mut module.locals[local];
    (data.owner, data.captured, data.written_elsewhere) = (Scope::Func(body), true, true);
    module.funcs[body].locals.push(local);
}

/// The names of attributes that something other than a method's own object is given.
fn attributes_set(module: &Module) -> BTreeSet<String> {
    let mut own: BTreeMap<LocalId, FuncId> = BTreeMap::new();
    let mut decorated: BTreeSet<FuncId> = BTreeSet::new();
    for (_, stmt) in module.stmts.iter() {
        if let StmtKind::FuncDef { func, decorators, .. } = &stmt.kind
            && decorators.iter().any(|one| is_named(module, *one, "classmethod"))
        {
            decorated.insert(*func);
        }
    }
    for (func, data) in module.funcs.iter() {
        if let (Some(Scope::Class(_)), Some(first)) = (data.parent, data.params.first())
            && !decorated.contains(&func)
            && !matches!(&*data.name, "__new__" | "__init_subclass__" | "__class_getitem__")
        {
            own.insert(first.local, func);
        }
    }
    let mut found = BTreeSet::new();
    for (id, _) in module.stmts.iter() {
        walk_stmt_targets(module, id, &mut |target| attributes_of(module, target, &own, &mut found));
    }
    found
}

fn attributes_of(
    module: &Module,
    target: &Target,
    own: &BTreeMap<LocalId, FuncId>,
    found: &mut BTreeSet<String>,
) {
    match target {
        Target::Attribute { value, name, .. } => {
            if !matches!(module[*value].kind, ExprKind::Local(local) if own.contains_key(&local)) {
                found.insert(name.to_string());
            }
        }
        Target::Tuple { items, .. } => items.iter().for_each(|item| attributes_of(module, item, own, found)),
        Target::Local(..) | Target::Index { .. } | Target::Error(_) => {}
    }
}

fn is_named(module: &Module, expr: ExprId, word: &str) -> bool {
    match &module[expr].kind {
        ExprKind::Builtin(name) | ExprKind::Attribute { name, .. } => &**name == word,
        ExprKind::Local(local) => &*module[*local].name == word,
        _ => false,
    }
}

/// Refuses what the classes of one statement would share.
fn report(module: &Module, class: ClassId, set: &BTreeSet<String>, sink: &mut Sink) {
    for &stmt in &module[class].body {
        if is_settled(module, class, stmt, set) {
            continue;
        }
        let span = module[stmt].span;
        sink.push(diagnostics::attribute_of_each_class(span, &module[class].name));
    }
}

fn is_settled(module: &Module, class: ClassId, stmt: StmtId, set: &BTreeSet<String>) -> bool {
    let is_unset = |target: &Target| match target {
        Target::Local(local, _) => !set.contains(&*module[*local].name),
        Target::Tuple { .. } | Target::Attribute { .. } | Target::Index { .. } | Target::Error(_) => false,
    };
    match &module[stmt].kind {
        // The names of attributes.
        StmtKind::Assign { targets, .. } if matches!(targets.as_slice(), [Target::Local(local, _)] if &*module[*local].name == "__slots__") => {
            true
        }
        StmtKind::Assign { targets, value } => {
            targets.iter().all(is_unset) && is_constant(module, class, *value)
        }
        StmtKind::AnnAssign { target, value, .. } => {
            value.is_none_or(|value| is_unset(target) && is_constant(module, class, value))
        }
        StmtKind::FuncDef { .. } | StmtKind::ClassDef { .. } | StmtKind::Expr(_) | StmtKind::Error => true,
        StmtKind::If { .. }
        | StmtKind::For { .. }
        | StmtKind::While { .. }
        | StmtKind::With { .. }
        | StmtKind::Try { .. }
        | StmtKind::Match { .. }
        | StmtKind::AugAssign { .. }
        | StmtKind::Delete(_)
        | StmtKind::Return(_)
        | StmtKind::Raise { .. }
        | StmtKind::Assert { .. }
        | StmtKind::Break
        | StmtKind::Continue
        | StmtKind::Import(_)
        | StmtKind::ImportFrom { .. }
        | StmtKind::TypeAlias { .. } => false,
    }
}

/// Whether `expr` is the same immutable value each time.
fn is_constant(module: &Module, class: ClassId, expr: ExprId) -> bool {
    let all = |exprs: &[ExprId]| exprs.iter().all(|expr| is_constant(module, class, *expr));
    match &module[expr].kind {
        ExprKind::None
        | ExprKind::Bool(_)
        | ExprKind::Int(_)
        | ExprKind::BigInt(_)
        | ExprKind::Float(_)
        | ExprKind::Imaginary(_)
        | ExprKind::Str(_)
        | ExprKind::StrSurrogates(_)
        | ExprKind::Bytes(_)
        | ExprKind::Ellipsis
        | ExprKind::Builtin(_)
        | ExprKind::Error
        // A lambda is a method.
        | ExprKind::Function { outer_iter: None, .. } => true,
        ExprKind::Local(local) => match module[*local].owner {
            Scope::Func(owner) => owner == module.body && !module[*local].written_elsewhere,
            Scope::Class(owner) => owner == class,
        },
        ExprKind::Tuple(elems) => {
            elems.iter().all(|elem| matches!(elem, Elem::One(value) if is_constant(module, class, *value)))
        }
        ExprKind::Unary { operand, .. } => is_constant(module, class, *operand),
        ExprKind::Binary { left, right, .. } => all(&[*left, *right]),
        ExprKind::Attribute { value, .. } => is_constant(module, class, *value),
        ExprKind::Call { callee, args } => {
            let is_known = CONSTANT_CALLS.iter().any(|word| is_named(module, *callee, word));
            is_known && args.iter().map(Arg::value).all(|value| is_constant(module, class, value))
        }
        ExprKind::List(_)
        | ExprKind::Set(_)
        | ExprKind::Dict(_)
        | ExprKind::Format(_)
        | ExprKind::BoolOp { .. }
        | ExprKind::Compare { .. }
        | ExprKind::IfElse { .. }
        | ExprKind::Index { .. }
        | ExprKind::Slice { .. }
        | ExprKind::Function { .. }
        | ExprKind::Comprehension(_)
        | ExprKind::Walrus { .. }
        | ExprKind::Await(_)
        | ExprKind::Yield(_)
        | ExprKind::YieldFrom(_)
        | ExprKind::StarItem { .. } => false,
    }
}
