//! Defaults of functions that are made more than once: evaluated where the `def` stands, held by a variable, and taken
//! by the body where the argument is missing.
//!
//! In a loop each function needs a variable of its own: a function around it holds it. The `...` that stands for a
//! missing argument is told from a given one by its type, so that such defaults are left as they are in a program that
//! passes `...` about.
//!
//! ```text
//! def outer(n):                    def outer(n):
//!     def f(x, by=n):                  by_default = n
//!         return x + by                def f(x, by=...):
//!                                          by = by_default if by is ... else by
//!                                          return x + by
//!
//! lambda x, i=i: x + i             (lambda i_default: lambda x, i=...: …)(i)
//! ```
//!
//! Source: Language Reference, 8.7: defaults are evaluated when the function definition is executed.

use portalis_diag::Span;
use portalis_hir::{
    Arg, CmpOp, ExprId, ExprKind, Func, FuncId, FuncKind, LocalId, Name, Param, ParamKind, Scope, StmtId,
    StmtKind, Target, UnaryOp,
};

use super::Lowerer;
use super::scope::{Kind, ScopeIdx, new_local};

impl Lowerer<'_> {
    /// Whether the defaults of `func`, defined in `scope`, are of one making of it.
    fn has_late_defaults(&self, func: FuncId, scope: ScopeIdx) -> bool {
        let is_repeated =
            self.scopes.owner(scope) != Scope::Func(self.module.body) || self.is_repeated(scope);
        let is_method = matches!(self.scopes.owner(scope), Scope::Class(_));
        let params = &self.module.funcs[func].params;
        let is_late = |param: &Param| param.default.is_some_and(|default| self.may_differ(default));
        is_repeated && !is_method && !self.passes_ellipsis && params.iter().any(is_late)
    }

    /// Whether what stands in `scope` may run more often than the function around it.
    fn is_repeated(&self, scope: ScopeIdx) -> bool {
        self.loops > 0 || matches!(self.scopes.kind(scope), Kind::Comprehension(_) | Kind::GeneratorExpr)
    }

    /// Whether a default may be another object, or of another value, each time it is evaluated.
    fn may_differ(&self, default: ExprId) -> bool {
        match &self.module.exprs[default].kind {
            ExprKind::None
            | ExprKind::Bool(_)
            | ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::Str(_)
            | ExprKind::Ellipsis
            | ExprKind::Builtin(_) => false,
            ExprKind::Unary { op: UnaryOp::Neg, operand } => self.may_differ(*operand),
            _ => true,
        }
    }

    /// A `def` whose defaults are held, where it needs that; `local` is its name.
    pub(crate) fn late_def(
        &mut self,
        func: FuncId,
        local: LocalId,
        decorators: Vec<ExprId>,
        at: Span,
        out: &mut Vec<StmtId>,
    ) {
        let scope = self.scope;
        if !self.has_late_defaults(func, scope) || !decorators.is_empty() && self.is_repeated(scope) {
            out.push(self.stmt(StmtKind::FuncDef { func, local, decorators }, at));
            return;
        }
        if !self.is_repeated(scope) {
            let owner = self.scopes.owner(scope);
            for (value, held) in self.hold_defaults(func, owner) {
                let targets = vec![Target::Local(held, self.module.exprs[value].span)];
                out.push(self.stmt(StmtKind::Assign { targets, value }, at));
            }
            out.push(self.stmt(StmtKind::FuncDef { func, local, decorators }, at));
            return;
        }
        let (maker, args) = self.maker(func, FuncKind::Def, at);
        let name = self.module.locals[local].name.clone();
        let inner = new_local(&mut self.module, name.clone(), Scope::Func(maker), at);
        let def = self.stmt(StmtKind::FuncDef { func, local: inner, decorators }, at);
        let value = self.expr(ExprKind::Local(inner), at);
        let end = self.stmt(StmtKind::Return(Some(value)), at);
        self.module.funcs[maker].body = vec![def, end];
        let owner = self.scopes.owner(scope);
        let name = Name::from(format!("make_{name}").as_str());
        let maker_local = new_local(&mut self.module, name, owner, at);
        let def = StmtKind::FuncDef { func: maker, local: maker_local, decorators: Vec::new() };
        out.push(self.stmt(def, at));
        let callee = self.expr(ExprKind::Local(maker_local), at);
        let value = self.expr(ExprKind::Call { callee, args }, at);
        let targets = vec![Target::Local(local, at)];
        out.push(self.stmt(StmtKind::Assign { targets, value }, at));
    }

    /// A `lambda` whose defaults are held, where it needs that.
    pub(crate) fn late_lambda(&mut self, func: FuncId, at: Span) -> ExprId {
        if !self.has_late_defaults(func, self.scope) {
            return self.expr(ExprKind::Function { func, outer_iter: None }, at);
        }
        let (maker, args) = self.maker(func, FuncKind::Lambda, at);
        let value = self.expr(ExprKind::Function { func, outer_iter: None }, at);
        let end = self.stmt(StmtKind::Return(Some(value)), at);
        self.module.funcs[maker].body = vec![end];
        let callee = self.expr(ExprKind::Function { func: maker, outer_iter: None }, at);
        self.expr(ExprKind::Call { callee, args }, at)
    }

    /// The function around `func` that holds its defaults, without a body, and the arguments of its one call.
    fn maker(&mut self, func: FuncId, kind: FuncKind, at: Span) -> (FuncId, Vec<Arg>) {
        let inner = &self.module.funcs[func];
        let name = match kind {
            FuncKind::Lambda => inner.name.clone(),
            FuncKind::Module | FuncKind::Def | FuncKind::GeneratorExpr => {
                Name::from(format!("make_{}", inner.name).as_str())
            }
        };
        let maker = Func {
            qualname: name.clone(),
            name,
            kind,
            parent: inner.parent,
            params: Vec::new(),
            returns: None,
            body: Vec::new(),
            doc: None,
            locals: Vec::new(),
            attributes: Vec::new(),
            is_generator: false,
            is_async: false,
            span: inner.span,
            name_span: inner.name_span,
        };
        let maker = self.module.funcs.alloc(maker);
        let held = self.hold_defaults(func, Scope::Func(maker));
        self.module.funcs[func].parent = Some(Scope::Func(maker));
        let param =
            |local| Param { local, kind: ParamKind::Ordinary, default: None, annotation: None, span: at };
        self.module.funcs[maker].params = held.iter().map(|(_, local)| param(*local)).collect();
        (maker, held.into_iter().map(|(value, _)| Arg::Pos(value)).collect())
    }

    /// Makes the body of `func` take its defaults from variables of `owner`: the values of these, and they.
    fn hold_defaults(&mut self, func: FuncId, owner: Scope) -> Vec<(ExprId, LocalId)> {
        let mut held = Vec::new();
        let mut prologue = Vec::new();
        for at in 0..self.module.funcs[func].params.len() {
            let Some(value) = self.module.funcs[func].params[at].default else { continue };
            if !self.may_differ(value) {
                continue;
            }
            let local = self.module.funcs[func].params[at].local;
            let name = self.module.locals[local].name.clone();
            let span = self.module.exprs[value].span;
            let holder = self.name_of_holder(&name);
            let holder = new_local(&mut self.module, holder, owner, span);
            self.module.locals[holder].captured = true;
            let given = new_local(&mut self.module, name, Scope::Func(func), span);
            let locals = &mut self.module.funcs[func].locals;
            locals.pop();
            locals[at] = given;
            locals.push(local);
            let missing = self.expr(ExprKind::Ellipsis, span);
            let param = &mut self.module.funcs[func].params[at];
            (param.local, param.default) = (given, Some(missing));
            let read = self.expr(ExprKind::Local(given), span);
            let marker = self.expr(ExprKind::Ellipsis, span);
            let test = self.expr(ExprKind::Compare { first: read, rest: vec![(CmpOp::Is, marker)] }, span);
            let then = self.expr(ExprKind::Local(holder), span);
            let otherwise = self.expr(ExprKind::Local(given), span);
            let choice = self.expr(ExprKind::IfElse { test, then, otherwise }, span);
            let targets = vec![Target::Local(local, span)];
            prologue.push(self.stmt(StmtKind::Assign { targets, value: choice }, span));
            held.push((value, holder));
        }
        self.module.funcs[func].body.splice(0..0, prologue);
        held
    }

    /// A name that the program does not use: the body sees it beside its own.
    fn name_of_holder(&self, param: &str) -> Name {
        let mut name = format!("{param}_default");
        while self.source.contains(&name) {
            name.push('_');
        }
        Name::from(name.as_str())
    }
}

/// Whether a program passes `...` about, other than as a body or an annotation.
pub(crate) fn passes_ellipsis(source: &str, body: &[ruff_python_ast::Stmt]) -> bool {
    use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
    use ruff_python_ast::{Expr, Stmt};

    struct Finder {
        is_found: bool,
    }

    impl<'a> Visitor<'a> for Finder {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            if !matches!(stmt, Stmt::Expr(only) if only.value.is_ellipsis_literal_expr()) {
                walk_stmt(self, stmt);
            }
        }

        fn visit_annotation(&mut self, _: &'a Expr) {}

        fn visit_expr(&mut self, expr: &'a Expr) {
            match expr {
                Expr::EllipsisLiteral(_) => self.is_found = true,
                Expr::Subscript(subscript) => self.visit_expr(&subscript.value),
                _ => walk_expr(self, expr),
            }
        }
    }

    if !source.contains("...") {
        return false;
    }
    let mut finder = Finder { is_found: false };
    finder.visit_body(body);
    finder.is_found
}
