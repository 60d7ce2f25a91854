//! Statements.

use portalis_hir::{ExprId, ExprKind, Handler, ImportItem, StmtId, StmtKind, Target, WithItem};
use ruff_python_ast::{self as ast, Stmt};

use super::expr::bin_op;
use super::scope::Kind;
use super::{Lowerer, span, with_stack};

impl<'a> Lowerer<'a> {
    /// A statement, appended to `out`; some leave nothing behind, and type parameters come before their definition.
    pub(crate) fn lower_stmt(&mut self, stmt: &'a Stmt, out: &mut Vec<StmtId>) {
        with_stack(|| self.lower_stmt_here(stmt, out));
    }

    /// `setattr(x, "name", value)` and `delattr(x, "name")` with a constant name are statements about `x.name`.
    fn attribute_stmt(&mut self, value: &'a ast::Expr) -> Option<StmtKind> {
        let ast::Expr::Call(call) = value else { return None };
        let at = span(call);
        if let Some((object, name)) = self.named_attribute(call, "delattr", 2) {
            let value = self.lower_expr(object);
            return Some(StmtKind::Delete(vec![Target::Attribute { value, name, span: at }]));
        }
        // An assignment evaluates its value first: only where that makes no difference.
        let (object, name) = self.named_attribute(call, "setattr", 3)?;
        if !object.is_name_expr() {
            return None;
        }
        let set = self.lower_expr(&call.arguments.args[2]);
        let value = self.lower_expr(object);
        Some(StmtKind::Assign { targets: vec![Target::Attribute { value, name, span: at }], value: set })
    }

    fn lower_stmt_here(&mut self, stmt: &'a Stmt, out: &mut Vec<StmtId>) {
        let at = span(stmt);
        let kind = match stmt {
            Stmt::FunctionDef(def) => return self.func_def(def, out),
            Stmt::ClassDef(def) => return self.class_def(def, out),
            Stmt::Return(stmt) => self.return_(stmt),
            Stmt::Delete(stmt) => {
                StmtKind::Delete(stmt.targets.iter().map(|target| self.target(target)).collect())
            }
            Stmt::TypeAlias(stmt) => return self.type_alias(stmt, out),
            Stmt::Assign(stmt) => {
                let value = self.lower_expr(&stmt.value);
                StmtKind::Assign {
                    targets: stmt.targets.iter().map(|target| self.target(target)).collect(),
                    value,
                }
            }
            Stmt::AugAssign(stmt) => self.aug_assign(stmt, out),
            Stmt::AnnAssign(stmt) => self.ann_assign(stmt),
            Stmt::For(stmt) => self.for_(stmt),
            Stmt::While(stmt) => {
                self.loops += 1;
                let test = self.lower_expr(&stmt.test);
                let body = self.block(&stmt.body);
                self.loops -= 1;
                StmtKind::While { test, body, otherwise: self.block(&stmt.orelse) }
            }
            Stmt::If(stmt) => self.if_(stmt),
            Stmt::With(stmt) => self.with(stmt),
            Stmt::Match(stmt) => {
                let subject = self.lower_expr(&stmt.subject);
                StmtKind::Match { subject, cases: self.cases(&stmt.cases) }
            }
            Stmt::Raise(stmt) => {
                let exc = stmt.exc.as_deref().map(|exc| self.lower_expr(exc));
                let cause = stmt.cause.as_deref().map(|cause| self.lower_expr(cause));
                StmtKind::Raise { exc, cause }
            }
            Stmt::Try(stmt) => self.try_(stmt),
            Stmt::Assert(stmt) => {
                let test = self.lower_expr(&stmt.test);
                StmtKind::Assert {
                    test,
                    message: stmt.msg.as_deref().map(|message| self.lower_expr(message)),
                }
            }
            Stmt::Import(stmt) => {
                StmtKind::Import(stmt.names.iter().map(|alias| self.import_item(alias)).collect())
            }
            Stmt::ImportFrom(stmt) => self.import_from(stmt),
            Stmt::Expr(stmt) => match self.attribute_stmt(&stmt.value) {
                Some(kind) => kind,
                None => StmtKind::Expr(self.lower_expr(&stmt.value)),
            },
            Stmt::Break(_) | Stmt::Continue(_) => match self.jump(stmt) {
                Some(kind) => kind,
                None => StmtKind::Error,
            },
            Stmt::Global(_) | Stmt::Nonlocal(_) | Stmt::Pass(_) => return,
            Stmt::IpyEscapeCommand(_) => {
                self.report(crate::diagnostics::syntax(at, "invalid syntax"));
                StmtKind::Error
            }
        };
        let stmt = self.stmt(kind, at);
        out.push(stmt);
    }

    fn return_(&mut self, stmt: &'a ast::StmtReturn) -> StmtKind {
        let at = span(stmt);
        if self.scopes.kind(self.scope) != Kind::Def {
            self.scoping(at, "'return' outside function");
            return StmtKind::Error;
        }
        self.check_star_handler(at, None);
        if stmt.value.is_some() && self.returned_value.is_none() {
            self.returned_value = Some(at);
        }
        StmtKind::Return(stmt.value.as_deref().map(|value| self.lower_expr(value)))
    }

    /// `break` and `continue`.
    fn jump(&mut self, stmt: &'a Stmt) -> Option<StmtKind> {
        let at = span(stmt);
        self.check_star_handler(at, Some(self.loops));
        let (kind, message) = match stmt {
            Stmt::Break(_) => (StmtKind::Break, "'break' outside loop"),
            _ => (StmtKind::Continue, "'continue' not properly in loop"),
        };
        if self.loops == 0 {
            self.scoping(at, message);
            return None;
        }
        Some(kind)
    }

    /// No jump leaves an `except*`; `loops` is `None` for `return`.
    fn check_star_handler(&mut self, at: portalis_diag::Span, loops: Option<u32>) {
        if let Some(outer) = self.star_handler
            && loops.is_none_or(|loops| loops == outer && loops > 0)
        {
            self.scoping(at, "'break', 'continue' and 'return' cannot appear in an except* block");
        }
    }

    fn type_alias(&mut self, stmt: &'a ast::StmtTypeAlias, out: &mut Vec<StmtId>) {
        let outer = self.scope;
        self.enter_type_params(stmt.type_params.as_deref(), out);
        let value = self.lower_expr(&stmt.value);
        self.scope = outer;
        let kind = match &*stmt.name {
            ast::Expr::Name(name) => {
                StmtKind::TypeAlias { local: self.bind(name.id.as_str(), span(name)), value }
            }
            _ => StmtKind::Error,
        };
        let stmt = self.stmt(kind, span(stmt));
        out.push(stmt);
    }

    fn aug_assign(&mut self, stmt: &'a ast::StmtAugAssign, out: &mut Vec<StmtId>) -> StmtKind {
        if let ast::Expr::Name(_) | ast::Expr::Attribute(_) | ast::Expr::Subscript(_) = &*stmt.target {
            let mut target = self.target(&stmt.target);
            let value = self.lower_expr(&stmt.value);
            self.hold_slice(&mut target, value, out);
            return StmtKind::AugAssign { target, op: bin_op(stmt.op), value };
        }
        self.scoping(span(&*stmt.target), "illegal expression for augmented assignment");
        StmtKind::Error
    }

    /// `f()[a():b()] += …`: what is sliced and the ends of the slice are read and written, but evaluated once.
    fn hold_slice(&mut self, target: &mut Target, added: ExprId, out: &mut Vec<StmtId>) {
        let Target::Index { value, index, .. } = target else { return };
        let ExprKind::Slice { start, stop, step } = self.module[*index].kind else { return };
        let parts = [Some(*value), start, stop, step];
        let mut rebinds = false;
        portalis_hir::visit::for_each_expr(&self.module, added, &mut |expr| {
            rebinds |= matches!(self.module[expr].kind, ExprKind::Call { .. } | ExprKind::Walrus { .. });
        });
        let is_plain = |expr: ExprId| match &self.module[expr].kind {
            ExprKind::Local(_) => !rebinds,
            ExprKind::Int(_) | ExprKind::None => true,
            ExprKind::Unary { operand, .. } => matches!(self.module[*operand].kind, ExprKind::Int(_)),
            _ => false,
        };
        if parts.iter().flatten().all(|&part| is_plain(part)) {
            return;
        }
        let owner = self.scopes.owner(self.scope);
        let [held, start, stop, step] = parts.map(|part| {
            let value = part?;
            let at = self.module[value].span;
            let name = self.plain_name(".held");
            let local = super::scope::new_local(&mut self.module, name, owner, at);
            let hold = StmtKind::Assign { targets: vec![Target::Local(local, at)], value };
            out.push(self.stmt(hold, at));
            Some(self.expr(ExprKind::Local(local), at))
        });
        *value = held.unwrap_or(*value);
        let at = self.module[*index].span;
        *index = self.expr(ExprKind::Slice { start, stop, step }, at);
    }

    fn ann_assign(&mut self, stmt: &'a ast::StmtAnnAssign) -> StmtKind {
        let value = stmt.value.as_deref().map(|value| self.lower_expr(value));
        // Python assigns before it evaluates the annotation: `x: x = …` sees the new `x`.
        let target = self.target(&stmt.target);
        if value.is_none() {
            self.unmark(&target);
        }
        let annotation = self.lower_expr(&stmt.annotation);
        StmtKind::AnnAssign { target, annotation, value }
    }

    fn for_(&mut self, stmt: &'a ast::StmtFor) -> StmtKind {
        if stmt.is_async {
            self.check_async(span(stmt), "'async for' outside async function");
        }
        let iter = self.lower_expr(&stmt.iter);
        self.loops += 1;
        let target = self.target(&stmt.target);
        let body = self.block(&stmt.body);
        self.loops -= 1;
        StmtKind::For { target, iter, body, otherwise: self.block(&stmt.orelse), is_async: stmt.is_async }
    }

    /// `elif`s nest in `otherwise`; they are built inside out, without recursion.
    fn if_(&mut self, stmt: &'a ast::StmtIf) -> StmtKind {
        let test = self.lower_expr(&stmt.test);
        let then = self.block(&stmt.body);
        let mut clauses = Vec::with_capacity(stmt.elif_else_clauses.len());
        for clause in &stmt.elif_else_clauses {
            let test = clause.test.as_ref().map(|test| self.lower_expr(test));
            clauses.push((test, self.block(&clause.body), span(clause)));
        }
        let mut otherwise = Vec::new();
        for (test, body, at) in clauses.into_iter().rev() {
            otherwise = match test {
                Some(test) => vec![self.stmt(StmtKind::If { test, then: body, otherwise }, at)],
                None => body,
            };
        }
        StmtKind::If { test, then, otherwise }
    }

    fn with(&mut self, stmt: &'a ast::StmtWith) -> StmtKind {
        if stmt.is_async {
            self.check_async(span(stmt), "'async with' outside async function");
        }
        let mut items = Vec::with_capacity(stmt.items.len());
        for item in &stmt.items {
            let manager = self.lower_expr(&item.context_expr);
            let target = item.optional_vars.as_deref().map(|target| self.target(target));
            items.push(WithItem { manager, target });
        }
        StmtKind::With { items, body: self.block(&stmt.body), is_async: stmt.is_async }
    }

    fn try_(&mut self, stmt: &'a ast::StmtTry) -> StmtKind {
        let body = self.block(&stmt.body);
        let mut handlers = Vec::with_capacity(stmt.handlers.len());
        for (idx, handler) in stmt.handlers.iter().enumerate() {
            let ast::ExceptHandler::ExceptHandler(clause) = handler;
            if clause.type_.is_none() && idx + 1 < stmt.handlers.len() {
                self.scoping(span(clause), "default 'except:' must be last");
            }
            let types = clause.type_.as_deref().map(|types| self.lower_expr(types));
            let local = clause.name.as_ref().map(|name| {
                self.check_name(name.as_str(), span(name));
                self.bind(name.as_str(), span(name))
            });
            let outer = self.star_handler;
            if stmt.is_star {
                self.star_handler = Some(self.loops);
            }
            let body = self.block(&clause.body);
            self.star_handler = outer;
            handlers.push(Handler { types, local, body, span: span(clause) });
        }
        let otherwise = self.block(&stmt.orelse);
        let finally = self.block(&stmt.finalbody);
        StmtKind::Try { body, handlers, otherwise, finally, is_star: stmt.is_star }
    }

    fn import_item(&mut self, alias: &'a ast::Alias) -> ImportItem {
        let bound = alias.asname.as_ref().unwrap_or(&alias.name);
        let name = bound.as_str().split('.').next().unwrap_or_default();
        let local = self.bind(name, span(bound));
        let path = self.plain_name(alias.name.as_str());
        ImportItem { path, local, has_alias: alias.asname.is_some(), span: span(alias) }
    }

    fn import_from(&mut self, stmt: &'a ast::StmtImportFrom) -> StmtKind {
        let mut names = Vec::with_capacity(stmt.names.len());
        let mut is_star = false;
        for alias in &stmt.names {
            if alias.name.as_str() == "*" {
                is_star = true;
                if self.scopes.kind(self.scope) != Kind::Module {
                    self.scoping(span(stmt), "import * only allowed at module level");
                }
                continue;
            }
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            let local = self.bind(bound.as_str(), span(bound));
            names.push((self.plain_name(alias.name.as_str()), local));
        }
        let module = self.plain_name(stmt.module.as_ref().map_or("", |module| module.as_str()));
        StmtKind::ImportFrom { level: stmt.level, module, names, is_star }
    }
}
