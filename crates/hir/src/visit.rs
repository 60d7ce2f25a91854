//! Walking: the children of a node in order of evaluation, and whole bodies without recursion.
//!
//! Functions and classes are not entered: their bodies run elsewhere or at another time, and [`Func::body`] and
//! [`Class::body`](crate::Class::body) are at hand. What a definition evaluates where it stands (decorators, defaults, annotations, bases)
//! counts as the statement's own.

use crate::{
    Arg, DictItem, Elem, ExprId, ExprKind, FormatPart, Func, LocalId, Module, Pattern, StmtId, StmtKind,
    Target,
};

/// Calls `f` with each direct child of an expression, in order of evaluation.
pub fn walk_expr_children(module: &Module, expr: ExprId, f: &mut dyn FnMut(ExprId)) {
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
        | ExprKind::Local(_)
        | ExprKind::Builtin(_)
        | ExprKind::StarItem { .. }
        | ExprKind::Error => {}
        ExprKind::List(elems) | ExprKind::Tuple(elems) | ExprKind::Set(elems) => {
            for elem in elems {
                let (Elem::One(value) | Elem::Star(value)) = elem;
                f(*value);
            }
        }
        ExprKind::Dict(items) => {
            for item in items {
                match item {
                    DictItem::Pair(key, value) => {
                        f(*key);
                        f(*value);
                    }
                    DictItem::Star(value) => f(*value),
                }
            }
        }
        ExprKind::Format(parts) => walk_format_parts(parts, f),
        ExprKind::Unary { operand, .. } => f(*operand),
        ExprKind::Binary { left, right, .. } => {
            f(*left);
            f(*right);
        }
        ExprKind::BoolOp { operands, .. } => operands.iter().copied().for_each(f),
        ExprKind::Compare { first, rest } => {
            f(*first);
            rest.iter().for_each(|(_, operand)| f(*operand));
        }
        ExprKind::IfElse { test, then, otherwise } => {
            f(*test);
            f(*then);
            f(*otherwise);
        }
        ExprKind::Call { callee, args } => {
            f(*callee);
            args.iter().map(Arg::value).for_each(f);
        }
        ExprKind::Attribute { value, .. } => f(*value),
        ExprKind::Index { value, index } => {
            f(*value);
            f(*index);
        }
        ExprKind::Slice { start, stop, step } => {
            [start, stop, step].into_iter().flatten().copied().for_each(f)
        }
        ExprKind::Function { func, outer_iter } => {
            module[*func].params.iter().filter_map(|param| param.default).for_each(&mut *f);
            outer_iter.iter().copied().for_each(f);
        }
        ExprKind::Comprehension(comprehension) => {
            for clause in &comprehension.clauses {
                f(clause.iter);
                walk_target_exprs(&clause.target, f);
                clause.conditions.iter().copied().for_each(&mut *f);
            }
            f(comprehension.element);
            comprehension.value.iter().copied().for_each(f);
        }
        ExprKind::Walrus { value, .. } | ExprKind::Await(value) | ExprKind::YieldFrom(value) => f(*value),
        ExprKind::Yield(value) => value.iter().copied().for_each(f),
    }
}

/// Calls `f` with the values of an f-string's parts, specs included.
pub fn walk_format_parts(parts: &[FormatPart], f: &mut dyn FnMut(ExprId)) {
    for part in parts {
        match part {
            FormatPart::Literal(_) => {}
            FormatPart::Value { value, spec, .. } => {
                f(*value);
                walk_format_parts(spec, f);
            }
        }
    }
}

/// Calls `f` with the expressions of a target: objects, containers, indices.
pub fn walk_target_exprs(target: &Target, f: &mut dyn FnMut(ExprId)) {
    match target {
        Target::Local(..) | Target::Error(_) => {}
        Target::Attribute { value, .. } => f(*value),
        Target::Index { value, index, .. } => {
            f(*value);
            f(*index);
        }
        Target::Tuple { items, .. } => items.iter().for_each(|item| walk_target_exprs(item, f)),
    }
}

/// Calls `f` with the variables that a target binds, left to right.
pub fn walk_target_locals(target: &Target, f: &mut dyn FnMut(LocalId)) {
    match target {
        Target::Local(local, _) => f(*local),
        Target::Attribute { .. } | Target::Index { .. } | Target::Error(_) => {}
        Target::Tuple { items, .. } => items.iter().for_each(|item| walk_target_locals(item, f)),
    }
}

/// Calls `f` with the outermost targets of a statement, in order.
pub fn walk_stmt_targets<'a>(module: &'a Module, stmt: StmtId, f: &mut dyn FnMut(&'a Target)) {
    match &module[stmt].kind {
        StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => targets.iter().for_each(f),
        StmtKind::AugAssign { target, .. }
        | StmtKind::AnnAssign { target, .. }
        | StmtKind::For { target, .. } => {
            f(target);
        }
        StmtKind::With { items, .. } => items.iter().filter_map(|item| item.target.as_ref()).for_each(f),
        StmtKind::Expr(_)
        | StmtKind::Return(_)
        | StmtKind::Raise { .. }
        | StmtKind::Assert { .. }
        | StmtKind::If { .. }
        | StmtKind::While { .. }
        | StmtKind::Break
        | StmtKind::Continue
        | StmtKind::Try { .. }
        | StmtKind::Match { .. }
        | StmtKind::FuncDef { .. }
        | StmtKind::ClassDef { .. }
        | StmtKind::Import(_)
        | StmtKind::ImportFrom { .. }
        | StmtKind::TypeAlias { .. }
        | StmtKind::Error => {}
    }
}

/// Calls `f` with a pattern and all patterns within it, outside in.
pub fn walk_pattern<'a>(pattern: &'a Pattern, f: &mut dyn FnMut(&'a Pattern)) {
    f(pattern);
    match pattern {
        Pattern::Wildcard | Pattern::Value(_) | Pattern::Singleton(_) => {}
        Pattern::Bind(inner, ..) => inner.iter().for_each(|inner| walk_pattern(inner, f)),
        Pattern::Or(items) | Pattern::Sequence { items, .. } => {
            items.iter().for_each(|item| walk_pattern(item, f));
        }
        Pattern::Mapping { items, .. } => items.iter().for_each(|(_, item)| walk_pattern(item, f)),
        Pattern::Class { positional, keyword, .. } => {
            positional.iter().for_each(|item| walk_pattern(item, f));
            keyword.iter().for_each(|(_, item)| walk_pattern(item, f));
        }
    }
}

/// Calls `f` with the expressions of a pattern: values, keys, classes.
pub fn walk_pattern_exprs(pattern: &Pattern, f: &mut dyn FnMut(ExprId)) {
    walk_pattern(pattern, &mut |pattern| match pattern {
        Pattern::Wildcard | Pattern::Bind(..) | Pattern::Or(_) | Pattern::Sequence { .. } => {}
        Pattern::Value(expr) | Pattern::Singleton(expr) | Pattern::Class { class: expr, .. } => f(*expr),
        Pattern::Mapping { items, .. } => items.iter().for_each(|(key, _)| f(*key)),
    });
}

/// Calls `f` with the variables that a pattern binds.
pub fn walk_pattern_locals(pattern: &Pattern, f: &mut dyn FnMut(LocalId)) {
    walk_pattern(pattern, &mut |pattern| match pattern {
        Pattern::Bind(_, local, _) => f(*local),
        Pattern::Mapping { rest, .. } => rest.iter().copied().for_each(&mut *f),
        Pattern::Wildcard
        | Pattern::Value(_)
        | Pattern::Singleton(_)
        | Pattern::Or(_)
        | Pattern::Sequence { .. }
        | Pattern::Class { .. } => {}
    });
}

/// Calls `f` with each expression that a statement itself evaluates (not those of nested statements), in order.
pub fn walk_stmt_exprs(module: &Module, stmt: StmtId, f: &mut dyn FnMut(ExprId)) {
    match &module[stmt].kind {
        StmtKind::Break
        | StmtKind::Continue
        | StmtKind::Import(_)
        | StmtKind::ImportFrom { .. }
        | StmtKind::Error => {}
        StmtKind::Expr(value) | StmtKind::TypeAlias { value, .. } => f(*value),
        StmtKind::Assign { targets, value } => {
            f(*value);
            targets.iter().for_each(|target| walk_target_exprs(target, f));
        }
        StmtKind::AugAssign { target, value, .. } => {
            walk_target_exprs(target, f);
            f(*value);
        }
        StmtKind::AnnAssign { target, annotation, value } => {
            value.iter().copied().for_each(&mut *f);
            walk_target_exprs(target, f);
            f(*annotation);
        }
        StmtKind::Return(value) => value.iter().copied().for_each(f),
        StmtKind::Raise { exc, cause } => [exc, cause].into_iter().flatten().copied().for_each(f),
        StmtKind::Assert { test, message } => {
            f(*test);
            message.iter().copied().for_each(f);
        }
        StmtKind::Delete(targets) => targets.iter().for_each(|target| walk_target_exprs(target, f)),
        StmtKind::If { test, .. } | StmtKind::While { test, .. } => f(*test),
        StmtKind::For { target, iter, .. } => {
            f(*iter);
            walk_target_exprs(target, f);
        }
        StmtKind::Try { handlers, .. } => handlers.iter().filter_map(|handler| handler.types).for_each(f),
        StmtKind::With { items, .. } => {
            for item in items {
                f(item.manager);
                item.target.iter().for_each(|target| walk_target_exprs(target, f));
            }
        }
        StmtKind::Match { subject, cases } => {
            f(*subject);
            for case in cases {
                walk_pattern_exprs(&case.pattern, f);
                case.guard.iter().copied().for_each(&mut *f);
            }
        }
        StmtKind::FuncDef { func, decorators, .. } => {
            decorators.iter().copied().for_each(&mut *f);
            walk_signature_exprs(&module[*func], f);
        }
        StmtKind::ClassDef { class, decorators, .. } => {
            decorators.iter().copied().for_each(&mut *f);
            module[*class].bases.iter().copied().for_each(&mut *f);
            module[*class].keywords.iter().map(Arg::value).for_each(f);
        }
    }
}

/// Calls `f` with a function's defaults, then its annotations.
fn walk_signature_exprs(func: &Func, f: &mut dyn FnMut(ExprId)) {
    func.params.iter().filter_map(|param| param.default).for_each(&mut *f);
    func.params.iter().filter_map(|param| param.annotation).for_each(&mut *f);
    func.returns.iter().copied().for_each(f);
}

/// Calls `f` with each variable that a statement itself binds or deletes, walruses in its expressions apart.
pub fn walk_stmt_locals(module: &Module, stmt: StmtId, f: &mut dyn FnMut(LocalId)) {
    match &module[stmt].kind {
        StmtKind::Expr(_)
        | StmtKind::Return(_)
        | StmtKind::Raise { .. }
        | StmtKind::Assert { .. }
        | StmtKind::If { .. }
        | StmtKind::While { .. }
        | StmtKind::Break
        | StmtKind::Continue
        | StmtKind::Error => {}
        StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => {
            targets.iter().for_each(|target| walk_target_locals(target, f));
        }
        StmtKind::AugAssign { target, .. }
        | StmtKind::AnnAssign { target, .. }
        | StmtKind::For { target, .. } => {
            walk_target_locals(target, f);
        }
        StmtKind::Try { handlers, .. } => handlers.iter().filter_map(|handler| handler.local).for_each(f),
        StmtKind::With { items, .. } => {
            items
                .iter()
                .filter_map(|item| item.target.as_ref())
                .for_each(|target| walk_target_locals(target, f));
        }
        StmtKind::Match { cases, .. } => cases.iter().for_each(|case| walk_pattern_locals(&case.pattern, f)),
        StmtKind::FuncDef { local, .. }
        | StmtKind::ClassDef { local, .. }
        | StmtKind::TypeAlias { local, .. } => {
            f(*local);
        }
        StmtKind::Import(items) => items.iter().for_each(|item| f(item.local)),
        StmtKind::ImportFrom { names, .. } => names.iter().for_each(|(_, local)| f(*local)),
    }
}

/// Calls `f` with each block of statements directly within a statement, in order of writing.
pub fn walk_stmt_blocks<'a>(module: &'a Module, stmt: StmtId, f: &mut dyn FnMut(&'a [StmtId])) {
    match &module[stmt].kind {
        StmtKind::Expr(_)
        | StmtKind::Assign { .. }
        | StmtKind::AugAssign { .. }
        | StmtKind::AnnAssign { .. }
        | StmtKind::Return(_)
        | StmtKind::Raise { .. }
        | StmtKind::Assert { .. }
        | StmtKind::Delete(_)
        | StmtKind::Break
        | StmtKind::Continue
        | StmtKind::FuncDef { .. }
        | StmtKind::ClassDef { .. }
        | StmtKind::Import(_)
        | StmtKind::ImportFrom { .. }
        | StmtKind::TypeAlias { .. }
        | StmtKind::Error => {}
        StmtKind::If { then, otherwise, .. } => [then, otherwise].into_iter().for_each(|block| f(block)),
        StmtKind::While { body, otherwise, .. } | StmtKind::For { body, otherwise, .. } => {
            [body, otherwise].into_iter().for_each(|block| f(block));
        }
        StmtKind::Try { body, handlers, otherwise, finally, .. } => {
            f(body);
            handlers.iter().for_each(|handler| f(&handler.body));
            f(otherwise);
            f(finally);
        }
        StmtKind::With { body, .. } => f(body),
        StmtKind::Match { cases, .. } => cases.iter().for_each(|case| f(&case.body)),
    }
}

/// Calls `f` with each statement of `body` and all statements nested in them, in order of writing. Does not recurse.
pub fn for_each_stmt(module: &Module, body: &[StmtId], f: &mut dyn FnMut(StmtId)) {
    let mut stack: Vec<StmtId> = body.iter().rev().copied().collect();
    while let Some(stmt) = stack.pop() {
        f(stmt);
        let start = stack.len();
        walk_stmt_blocks(module, stmt, &mut |block| stack.extend(block));
        stack[start..].reverse();
    }
}

/// Calls `f` with `root` and all expressions within it, outside in, left to right. Does not recurse.
pub fn for_each_expr(module: &Module, root: ExprId, f: &mut dyn FnMut(ExprId)) {
    let mut stack = vec![root];
    while let Some(expr) = stack.pop() {
        f(expr);
        let start = stack.len();
        walk_expr_children(module, expr, &mut |child| stack.push(child));
        stack[start..].reverse();
    }
}

/// Calls `f` with every expression that running `body` may evaluate in its own frame.
pub fn for_each_body_expr(module: &Module, body: &[StmtId], f: &mut dyn FnMut(ExprId)) {
    for_each_stmt(module, body, &mut |stmt| {
        walk_stmt_exprs(module, stmt, &mut |root| for_each_expr(module, root, f));
    });
}
