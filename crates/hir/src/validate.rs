//! Checks of a module.
//!
//! - Every id lies within its arena.
//! - Every statement stands in one block, and every expression has one parent: bodies are trees.
//! - `funcs` holds one function of kind `Module`: the body, which alone has no parent.
//! - Every other function hangs on one `FuncDef` (kind `Def`) or one `Function` expression (kinds `Lambda`,
//!   `GeneratorExpr`); every class hangs on one `ClassDef`. Where the module holds an `Error`, some may hang nowhere.
//! - The parent of a function or class is the scope that its definition stands in.
//! - A local is listed once, by its owner.
//! - The locals of parameters belong to the function and come first, in order.
//! - Parameters are positional-only, ordinary, `*args`, keyword-only, `**kwargs`, in that order; at most one of each
//!   starred kind, without defaults.
//! - A local that another scope names is `captured`; one that another scope binds is `written_elsewhere`.
//! - `Break` and `Continue` stand in loops of the same function or class body.
//! - `Return` stands in functions, not in class bodies or the module body.
//! - `Yield` and `YieldFrom` stand in functions that are generators.
//! - `Slice` stands as an index or as an element of a tuple that is an index.
//! - A generator expression has one parameter and an `outer_iter`; a lambda has no `outer_iter` and ends with a `Return`.
//! - The target of an `AugAssign` is a local, attribute or index.
//! - `Assign` and `Delete` have a target, `With` an item, `Compare` a link, `BoolOp` two operands, `Comprehension` a
//!   clause, a value for dicts and only for them.
//! - A star index lies within its items; a starred pattern is a binding or a wildcard.
//! - `BigInt` holds decimal digits, without leading zeros, beyond `i64`.
//! - `StrSurrogates` holds a surrogate, and code points only.
//! - Parts of a `Format` hold no empty text and no two texts in a row.
//! - Only assignments say how wide their integers are.
//! - Items of stars are listed in `star_items`, by the star, in order, and stand in no tree.
//! - Spans do not end before they start, and lie within the module body's span.

use la_arena::Arena;
use portalis_diag::Span;

use crate::{
    ComprehensionKind, Elem, ExprId, ExprKind, FormatPart, FuncId, FuncKind, LocalId, Module, Param,
    ParamKind, Pattern, Scope, StmtId, StmtKind, Target, visit,
};

type Result<T = ()> = std::result::Result<T, String>;

/// The first broken invariant, in words.
///
/// # Errors
/// A message that names the node.
pub fn validate(module: &Module) -> Result {
    let mut validator = Validator {
        module,
        seen_stmts: vec![false; module.stmts.len()],
        seen_exprs: vec![false; module.exprs.len()],
        seen_funcs: vec![false; module.funcs.len()],
        seen_classes: vec![false; module.classes.len()],
        work: Vec::new(),
    };
    validator.locals()?;
    validator.int_modes()?;
    validator.roots()?;
    while let Some((scope, body)) = validator.work.pop() {
        validator.body(scope, body)?;
    }
    validator.star_items()?;
    validator.orphans()
}

struct Validator<'a> {
    module: &'a Module,
    seen_stmts: Vec<bool>,
    seen_exprs: Vec<bool>,
    seen_funcs: Vec<bool>,
    seen_classes: Vec<bool>,
    /// Bodies still to check.
    work: Vec<(Scope, &'a [StmtId])>,
}

/// Whether an expression stands where a slice may.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Ordinary,
    Index,
    IndexElement,
}

fn check(holds: bool, message: impl FnOnce() -> String) -> Result {
    if holds { Ok(()) } else { Err(message()) }
}

fn raw<T>(id: la_arena::Idx<T>) -> usize {
    id.into_raw().into_u32() as usize
}

/// Marks a node as seen; it must exist and be new.
fn visit_once<T>(seen: &mut [bool], id: la_arena::Idx<T>, what: &str) -> Result {
    match seen.get_mut(raw(id)) {
        None => Err(format!("{what} {} does not exist", raw(id))),
        Some(true) => Err(format!("{what} {} has two parents", raw(id))),
        Some(seen) => {
            *seen = true;
            Ok(())
        }
    }
}

/// The indices within a target.
fn target_indices(target: &Target, out: &mut Vec<ExprId>) {
    match target {
        Target::Index { index, .. } => out.push(*index),
        Target::Tuple { items, .. } => items.iter().for_each(|item| target_indices(item, out)),
        Target::Local(..) | Target::Attribute { .. } | Target::Error(_) => {}
    }
}

fn exists<T>(arena: &Arena<T>, id: la_arena::Idx<T>, what: &str) -> Result {
    check(raw(id) < arena.len(), || format!("{what} {} does not exist", raw(id)))
}

impl<'a> Validator<'a> {
    fn int_modes(&self) -> Result {
        for &stmt in self.module.int_modes.keys() {
            exists(&self.module.stmts, stmt, "stmt")?;
            let is_assignment = matches!(
                self.module[stmt].kind,
                StmtKind::Assign { .. } | StmtKind::AugAssign { .. } | StmtKind::AnnAssign { .. }
            );
            check(is_assignment, || format!("stmt {} assigns nothing", raw(stmt)))?;
        }
        Ok(())
    }

    /// They stand in no tree, and name what stands behind a star.
    fn star_items(&mut self) -> Result {
        for (&star, items) in &self.module.star_items {
            for (i, &item) in items.iter().enumerate() {
                visit_once(&mut self.seen_exprs, item, "expression")?;
                let is_item = matches!(self.module[item].kind, ExprKind::StarItem { star: of, at }
                    if of == star && at as usize == i);
                check(is_item, || format!("expression {} is no item of a star", raw(item)))?;
            }
        }
        Ok(())
    }

    fn locals(&self) -> Result {
        let module = self.module;
        let mut listed = vec![false; module.locals.len()];
        let funcs = module.funcs.iter().map(|(id, func)| (Scope::Func(id), &func.locals));
        let classes = module.classes.iter().map(|(id, class)| (Scope::Class(id), &class.locals));
        for (owner, locals) in funcs.chain(classes) {
            for &local in locals {
                visit_once(&mut listed, local, "local")?;
                check(module[local].owner == owner, || {
                    format!(
                        "local {} `{}` is listed by a scope that does not own it",
                        raw(local),
                        module[local].name
                    )
                })?;
            }
        }
        check(listed.iter().all(|&listed| listed), || "a local is listed nowhere".to_owned())
    }

    fn roots(&mut self) -> Result {
        let module = self.module;
        exists(&module.funcs, module.body, "function")?;
        for (id, func) in module.funcs.iter() {
            let is_body = id == module.body;
            check(is_body == (func.kind == FuncKind::Module) && is_body == func.parent.is_none(), || {
                format!("function {} `{}` is not the body, or is not marked so", raw(id), func.name)
            })?;
            self.params(id)?;
            self.span(func.span)?;
        }
        visit_once(&mut self.seen_funcs, module.body, "function")?;
        self.work.push((Scope::Func(module.body), &module[module.body].body));
        Ok(())
    }

    fn params(&self, func: FuncId) -> Result {
        let data = &self.module[func];
        let rank = |param: &Param| match param.kind {
            ParamKind::PositionalOnly => 0,
            ParamKind::Ordinary => 1,
            ParamKind::VarArgs => 2,
            ParamKind::KeywordOnly => 3,
            ParamKind::KwArgs => 4,
        };
        for (idx, param) in data.params.iter().enumerate() {
            check(data.locals.get(idx) == Some(&param.local), || {
                format!("parameter {idx} of `{}` is not its local {idx}", data.qualname)
            })?;
            let is_starred = matches!(param.kind, ParamKind::VarArgs | ParamKind::KwArgs);
            check(!is_starred || param.default.is_none(), || {
                format!("starred parameter {idx} of `{}` has a default", data.qualname)
            })?;
            if let Some(next) = data.params.get(idx + 1) {
                check(rank(param) < rank(next) || (rank(param) == rank(next) && !is_starred), || {
                    format!("parameters of `{}` are out of order", data.qualname)
                })?;
            }
        }
        Ok(())
    }

    fn span(&self, span: Span) -> Result {
        let whole = self.module[self.module.body].span;
        check(span.start <= span.end && span.end <= whole.end, || {
            format!("span {span} lies outside of the file")
        })
    }

    /// One body: its statements with the number of loops around them, without recursion.
    fn body(&mut self, scope: Scope, body: &'a [StmtId]) -> Result {
        let mut stack: Vec<(StmtId, u32)> = body.iter().map(|&stmt| (stmt, 0)).collect();
        while let Some((stmt, loops)) = stack.pop() {
            visit_once(&mut self.seen_stmts, stmt, "statement")?;
            self.span(self.module[stmt].span)?;
            self.stmt(scope, stmt, loops)?;
            let mut indices = Vec::new();
            visit::walk_stmt_targets(self.module, stmt, &mut |target| target_indices(target, &mut indices));
            let mut fault = Ok(());
            visit::walk_stmt_exprs(self.module, stmt, &mut |root| {
                if fault.is_ok() {
                    let place = if indices.contains(&root) { Place::Index } else { Place::Ordinary };
                    fault = self.expr_tree(scope, root, place);
                }
            });
            fault?;
            match &self.module[stmt].kind {
                StmtKind::While { body, otherwise, .. } | StmtKind::For { body, otherwise, .. } => {
                    stack.extend(body.iter().map(|&stmt| (stmt, loops + 1)));
                    stack.extend(otherwise.iter().map(|&stmt| (stmt, loops)));
                }
                _ => visit::walk_stmt_blocks(self.module, stmt, &mut |block| {
                    stack.extend(block.iter().map(|&stmt| (stmt, loops)));
                }),
            }
        }
        Ok(())
    }

    fn stmt(&mut self, scope: Scope, stmt: StmtId, loops: u32) -> Result {
        let module = self.module;
        let at = || format!("statement {} at {}", raw(stmt), module[stmt].span);
        let mut fault = Ok(());
        visit::walk_stmt_locals(module, stmt, &mut |local| {
            if fault.is_ok() {
                fault = self.named(scope, local, true);
            }
        });
        fault?;
        match &module[stmt].kind {
            StmtKind::Break | StmtKind::Continue => {
                check(loops > 0, || format!("{}: a jump outside of a loop", at()))
            }
            StmtKind::Return(_) => {
                let is_func = matches!(scope, Scope::Func(func) if func != module.body);
                check(is_func, || format!("{}: `return` outside of a function", at()))
            }
            StmtKind::AugAssign { target, .. } => {
                let is_simple = !matches!(target, Target::Tuple { .. });
                check(is_simple, || format!("{}: augmented assignment to a tuple", at()))?;
                self.target(target)
            }
            StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => {
                check(!targets.is_empty(), || format!("{}: no targets", at()))?;
                targets.iter().try_for_each(|target| self.target(target))
            }
            StmtKind::For { target, .. } | StmtKind::AnnAssign { target, .. } => self.target(target),
            StmtKind::With { items, .. } => {
                check(!items.is_empty(), || format!("{}: no items", at()))?;
                items
                    .iter()
                    .filter_map(|item| item.target.as_ref())
                    .try_for_each(|target| self.target(target))
            }
            StmtKind::Match { cases, .. } => cases.iter().try_for_each(|case| self.pattern(&case.pattern)),
            StmtKind::FuncDef { func, .. } => self.enter_func(scope, *func, &[FuncKind::Def]),
            StmtKind::ClassDef { class, .. } => {
                visit_once(&mut self.seen_classes, *class, "class")?;
                check(module[*class].parent == scope, || format!("{}: the class has another parent", at()))?;
                self.work.push((Scope::Class(*class), &module[*class].body));
                Ok(())
            }
            StmtKind::Expr(_)
            | StmtKind::Raise { .. }
            | StmtKind::Assert { .. }
            | StmtKind::If { .. }
            | StmtKind::While { .. }
            | StmtKind::Try { .. }
            | StmtKind::Import(_)
            | StmtKind::ImportFrom { .. }
            | StmtKind::TypeAlias { .. }
            | StmtKind::Error => Ok(()),
        }
    }

    fn enter_func(&mut self, scope: Scope, func: FuncId, kinds: &[FuncKind]) -> Result {
        let module = self.module;
        visit_once(&mut self.seen_funcs, func, "function")?;
        let data = &module[func];
        check(kinds.contains(&data.kind), || format!("function `{}` has another kind", data.qualname))?;
        check(data.parent == Some(scope), || format!("function `{}` has another parent", data.qualname))?;
        self.work.push((Scope::Func(func), &data.body));
        Ok(())
    }

    /// A scope names a local.
    fn named(&self, scope: Scope, local: LocalId, is_write: bool) -> Result {
        exists(&self.module.locals, local, "local")?;
        let data = &self.module[local];
        let is_own = data.owner == scope;
        check(is_own || data.captured, || {
            format!("local `{}` is named elsewhere but not captured", data.name)
        })?;
        check(is_own || !is_write || data.written_elsewhere, || {
            format!("local `{}` is bound elsewhere but not marked so", data.name)
        })
    }

    fn target(&self, target: &Target) -> Result {
        match target {
            Target::Tuple { items, star, span } => {
                check(star.is_none_or(|star| star < items.len()), || {
                    format!("target at {span}: star beyond items")
                })?;
                items.iter().try_for_each(|item| self.target(item))
            }
            Target::Local(..) | Target::Attribute { .. } | Target::Index { .. } | Target::Error(_) => {
                self.span(target.span())
            }
        }
    }

    fn pattern(&self, pattern: &Pattern) -> Result {
        let mut fault = Ok(());
        visit::walk_pattern(pattern, &mut |pattern| {
            if let Pattern::Sequence { items, star: Some(star), span } = pattern
                && !matches!(items.get(*star), Some(Pattern::Wildcard | Pattern::Bind(None, ..)))
            {
                fault = Err(format!("pattern at {span}: the star is no binding"));
            }
        });
        fault
    }

    /// An expression and all within it, without recursion.
    fn expr_tree(&mut self, scope: Scope, root: ExprId, place: Place) -> Result {
        let mut stack = vec![(root, place)];
        while let Some((expr, place)) = stack.pop() {
            visit_once(&mut self.seen_exprs, expr, "expression")?;
            self.span(self.module[expr].span)?;
            self.expr(scope, expr, place)?;
            let kind = &self.module[expr].kind;
            let mut indices = Vec::new();
            match kind {
                ExprKind::Index { index, .. } => indices.push(*index),
                ExprKind::Comprehension(comprehension) => {
                    comprehension
                        .clauses
                        .iter()
                        .for_each(|clause| target_indices(&clause.target, &mut indices));
                }
                _ => {}
            }
            let is_index_tuple = place == Place::Index && matches!(kind, ExprKind::Tuple(_));
            let mut push = |child: ExprId| {
                let place = match () {
                    () if indices.contains(&child) => Place::Index,
                    () if is_index_tuple => Place::IndexElement,
                    () => Place::Ordinary,
                };
                stack.push((child, place));
            };
            visit::walk_expr_children(self.module, expr, &mut push);
        }
        Ok(())
    }

    fn expr(&mut self, scope: Scope, expr: ExprId, place: Place) -> Result {
        let module = self.module;
        let at = || format!("expression {} at {}", raw(expr), module[expr].span);
        match &module[expr].kind {
            ExprKind::Local(local) => self.named(scope, *local, false),
            ExprKind::Walrus { local, .. } => self.named(scope, *local, true),
            ExprKind::BigInt(digits) => {
                let is_decimal =
                    digits.bytes().all(|digit| digit.is_ascii_digit()) && !digits.starts_with('0');
                check(is_decimal && digits.parse::<i64>().is_err(), || format!("{}: bad big integer", at()))
            }
            ExprKind::StrSurrogates(points) => {
                let is_needed = points.iter().any(|point| (0xd800..0xe000).contains(point));
                check(is_needed && points.iter().all(|&point| point < 0x11_0000), || {
                    format!("{}: bad text with surrogates", at())
                })
            }
            ExprKind::Format(parts) => check_parts(parts).map_err(|fault| format!("{}: {fault}", at())),
            ExprKind::BoolOp { operands, .. } => {
                check(operands.len() > 1, || format!("{}: one operand", at()))
            }
            ExprKind::Compare { rest, .. } => check(!rest.is_empty(), || format!("{}: no links", at())),
            ExprKind::Slice { .. } => {
                check(place != Place::Ordinary, || format!("{}: a slice that is no index", at()))
            }
            ExprKind::Tuple(elems) => {
                let star_slice = elems.iter().any(|elem| {
                    matches!(elem, Elem::Star(value) if matches!(module[*value].kind, ExprKind::Slice { .. }))
                });
                check(!star_slice, || format!("{}: a starred slice", at()))
            }
            ExprKind::Function { func, outer_iter } => {
                self.enter_func(scope, *func, &[FuncKind::Lambda, FuncKind::GeneratorExpr])?;
                let data = &module[*func];
                let fits = match data.kind {
                    FuncKind::GeneratorExpr => outer_iter.is_some() && data.params.len() == 1,
                    FuncKind::Lambda | FuncKind::Def | FuncKind::Module => {
                        outer_iter.is_none()
                            && data
                                .body
                                .last()
                                .is_some_and(|last| matches!(module[*last].kind, StmtKind::Return(_)))
                    }
                };
                check(fits, || format!("{}: function `{}` is ill-formed", at(), data.qualname))
            }
            ExprKind::Comprehension(comprehension) => {
                let is_dict = comprehension.kind == ComprehensionKind::Dict;
                check(!comprehension.clauses.is_empty() && is_dict == comprehension.value.is_some(), || {
                    format!("{}: ill-formed comprehension", at())
                })?;
                for clause in &comprehension.clauses {
                    self.target(&clause.target)?;
                    let mut fault = Ok(());
                    visit::walk_target_locals(&clause.target, &mut |local| {
                        if fault.is_ok() {
                            fault = self.named(scope, local, true);
                        }
                    });
                    fault?;
                }
                Ok(())
            }
            ExprKind::Yield(_) | ExprKind::YieldFrom(_) => {
                let is_generator = matches!(scope, Scope::Func(func) if module[func].is_generator);
                check(is_generator, || format!("{}: `yield` outside of a generator", at()))
            }
            ExprKind::None
            | ExprKind::Bool(_)
            | ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::Imaginary(_)
            | ExprKind::Str(_)
            | ExprKind::Bytes(_)
            | ExprKind::Ellipsis
            | ExprKind::Builtin(_)
            | ExprKind::List(_)
            | ExprKind::Set(_)
            | ExprKind::Dict(_)
            | ExprKind::Unary { .. }
            | ExprKind::Binary { .. }
            | ExprKind::IfElse { .. }
            | ExprKind::Call { .. }
            | ExprKind::Attribute { .. }
            | ExprKind::Index { .. }
            | ExprKind::Await(_)
            | ExprKind::StarItem { .. }
            | ExprKind::Error => Ok(()),
        }
    }

    /// Functions and classes that hang nowhere.
    fn orphans(&self) -> Result {
        let module = self.module;
        let has_error = module.exprs.values().any(|expr| matches!(expr.kind, ExprKind::Error))
            || module.stmts.values().any(|stmt| matches!(stmt.kind, StmtKind::Error));
        if has_error {
            return Ok(());
        }
        check(self.seen_funcs.iter().all(|&seen| seen), || "a function is defined nowhere".to_owned())?;
        check(self.seen_classes.iter().all(|&seen| seen), || "a class is defined nowhere".to_owned())
    }
}

fn check_parts(parts: &[FormatPart]) -> Result {
    let mut was_text = false;
    for part in parts {
        match part {
            FormatPart::Literal(text) => {
                check(!was_text && !text.is_empty(), || "adjacent or empty text".to_owned())?;
                was_text = true;
            }
            FormatPart::Value { spec, .. } => {
                was_text = false;
                check_parts(spec)?;
            }
        }
    }
    Ok(())
}
