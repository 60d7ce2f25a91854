//! Functions and lambdas: parameters, docstrings, bodies.

use portalis_diag::Span;
use portalis_hir::{ExprId, ExprKind, Func, FuncId, Param, ParamKind, Scope, StmtId, StmtKind, Target};
use ruff_python_ast as ast;

use super::scope::ScopeIdx;
use super::{Lowerer, span};

/// What a function sets aside while an inner one is lowered.
pub(crate) struct Outer<'a> {
    scope: ScopeIdx,
    func: FuncId,
    private: Option<&'a str>,
    loops: u32,
    star_handler: Option<u32>,
    returned_value: Option<Span>,
}

impl<'a> Lowerer<'a> {
    /// Enters the scope of a function.
    pub(crate) fn enter_func(&mut self, scope: ScopeIdx) -> Outer<'a> {
        let outer = Outer {
            scope: self.scope,
            func: self.func,
            private: self.private,
            loops: std::mem::take(&mut self.loops),
            star_handler: self.star_handler.take(),
            returned_value: self.returned_value.take(),
        };
        self.scope = scope;
        if let Scope::Func(func) = self.scopes.owner(scope) {
            self.func = func;
        }
        outer
    }

    /// Back to where `enter_func` was called.
    pub(crate) fn leave_func(&mut self, outer: Outer<'a>) {
        self.scope = outer.scope;
        self.func = outer.func;
        self.private = outer.private;
        self.loops = outer.loops;
        self.star_handler = outer.star_handler;
        self.returned_value = outer.returned_value;
    }

    pub(crate) fn current_func(&mut self) -> &mut Func {
        &mut self.module.funcs[self.func]
    }

    /// `def`.
    pub(crate) fn func_def(&mut self, def: &'a ast::StmtFunctionDef, out: &mut Vec<StmtId>) {
        let decorators = self.decorators(&def.decorator_list);
        let defaults = self.defaults(&def.parameters);
        let outer_scope = self.scope;
        self.enter_type_params(def.type_params.as_deref(), out);
        let annotations = self.annotations(&def.parameters);
        let returns = def.returns.as_deref().map(|returns| self.lower_expr(returns));
        let scope = self.scopes.of(def);
        let outer = self.enter_func(scope);
        let func = self.func;
        let params = self.params(&def.parameters, defaults, annotations);
        let (doc, body) = self.docstring(&def.body);
        let body = self.block(body);
        let data = &mut self.module.funcs[func];
        (data.params, data.returns, data.doc, data.body) = (params, returns, doc, body);
        let is_async_generator = data.is_async && data.is_generator;
        if is_async_generator && let Some(at) = self.returned_value {
            self.scoping(at, "'return' with value in async generator");
        }
        self.leave_func(outer);
        self.scope = outer_scope;
        let local = self.bind(def.name.as_str(), span(&def.name));
        self.late_def(func, local, decorators, span(def), out);
    }

    /// `lambda`.
    pub(crate) fn lambda(&mut self, lambda: &'a ast::ExprLambda) -> ExprId {
        let defaults = lambda.parameters.as_deref().map(|parameters| self.defaults(parameters));
        let scope = self.scopes.of(lambda);
        let outer = self.enter_func(scope);
        let func = self.func;
        let params = match (&lambda.parameters, defaults) {
            (Some(parameters), Some(defaults)) => self.params(parameters, defaults, Vec::new()),
            _ => Vec::new(),
        };
        let value = self.lower_expr(&lambda.body);
        let body = vec![self.stmt(StmtKind::Return(Some(value)), span(&*lambda.body))];
        let data = &mut self.module.funcs[func];
        (data.params, data.body) = (params, body);
        self.leave_func(outer);
        self.late_lambda(func, span(lambda))
    }

    pub(crate) fn decorators(&mut self, decorators: &'a [ast::Decorator]) -> Vec<ExprId> {
        decorators.iter().map(|decorator| self.lower_expr(&decorator.expression)).collect()
    }

    /// Defaults in order of declaration, one for each parameter that can have one.
    fn defaults(&mut self, parameters: &'a ast::Parameters) -> Vec<Option<ExprId>> {
        parameters
            .iter_non_variadic_params()
            .map(|parameter| parameter.default.as_deref().map(|default| self.lower_expr(default)))
            .collect()
    }

    /// Annotations in order of HIR's parameters.
    fn annotations(&mut self, parameters: &'a ast::Parameters) -> Vec<Option<ExprId>> {
        ordered(parameters)
            .map(|(parameter, _)| {
                parameter.annotation.as_deref().map(|annotation| self.annotation(annotation))
            })
            .collect()
    }

    /// An annotation; `*args: *Ts` keeps the element.
    fn annotation(&mut self, annotation: &'a ast::Expr) -> ExprId {
        match annotation {
            ast::Expr::Starred(starred) => self.lower_expr(&starred.value),
            _ => self.lower_expr(annotation),
        }
    }

    fn params(
        &mut self,
        parameters: &'a ast::Parameters,
        defaults: Vec<Option<ExprId>>,
        annotations: Vec<Option<ExprId>>,
    ) -> Vec<Param> {
        let mut defaults = defaults.into_iter();
        let mut annotations = annotations.into_iter();
        let mut is_default_needed = false;
        let mut params: Vec<Param> = Vec::new();
        for (parameter, kind) in ordered(parameters) {
            let default = match kind {
                ParamKind::VarArgs | ParamKind::KwArgs => None,
                ParamKind::PositionalOnly | ParamKind::Ordinary | ParamKind::KeywordOnly => {
                    defaults.next().flatten()
                }
            };
            if matches!(kind, ParamKind::PositionalOnly | ParamKind::Ordinary) {
                if is_default_needed && default.is_none() {
                    self.scoping(span(&parameter.name), "non-default argument follows default argument");
                }
                is_default_needed |= default.is_some();
            }
            self.check_name(parameter.name.as_str(), span(&parameter.name));
            let local = self.bind(parameter.name.as_str(), span(&parameter.name));
            let mut at = span(parameter);
            if let Some(default) = default {
                at = at.to(self.module.exprs[default].span);
            }
            let annotation = annotations.next().flatten();
            // A second parameter of the same name was reported when names were collected.
            if params.iter().all(|param| param.local != local) {
                params.push(Param { local, kind, default, annotation, span: at });
            }
        }
        params
    }

    /// `[T, *Ts, **P]`: each a fresh local, made as `typing` would have it before PEP 695; its name begins with a dot,
    /// since it is no attribute of a class around it. Bounds and defaults, which Python evaluates only on demand, are
    /// left out.
    pub(crate) fn enter_type_params(&mut self, params: Option<&'a ast::TypeParams>, out: &mut Vec<StmtId>) {
        let Some(params) = params else { return };
        self.scope = self.scopes.of(params);
        for param in &params.type_params {
            let class = match param {
                ast::TypeParam::TypeVar(_) => "TypeVar",
                ast::TypeParam::TypeVarTuple(_) => "TypeVarTuple",
                ast::TypeParam::ParamSpec(_) => "ParamSpec",
            };
            let at = span(param);
            let name = self.plain_name(class);
            let owner = self.scopes.owner(self.scope);
            let hidden = self.plain_name(&format!(".{class}"));
            let maker = super::scope::new_local(&mut self.module, hidden, owner, at);
            let names = vec![(name, maker)];
            let module = self.plain_name("typing");
            let import = StmtKind::ImportFrom { level: 0, module, names, is_star: false };
            out.push(self.stmt(import, at));
            let callee = self.expr(ExprKind::Local(maker), at);
            let text = self.expr(ExprKind::Str(param.name().as_str().into()), span(param.name()));
            let args = vec![portalis_hir::Arg::Pos(text)];
            let value = self.expr(ExprKind::Call { callee, args }, at);
            let local = self.bind(param.name().as_str(), span(param.name()));
            let targets = vec![Target::Local(local, span(param.name()))];
            out.push(self.stmt(StmtKind::Assign { targets, value }, at));
        }
    }

    /// Splits the docstring off a body, as it is written.
    pub(crate) fn docstring(&mut self, body: &'a [ast::Stmt]) -> (Option<String>, &'a [ast::Stmt]) {
        if let [ast::Stmt::Expr(first), rest @ ..] = body
            && let ast::Expr::StringLiteral(literal) = &*first.value
        {
            let text = match self.string_kind(literal) {
                ExprKind::Str(text) => String::from(text),
                _ => literal.value.to_str().to_owned(),
            };
            return (Some(text), rest);
        }
        (None, body)
    }

    /// Lowers statements in order.
    pub(crate) fn block(&mut self, body: &'a [ast::Stmt]) -> Vec<StmtId> {
        let mut out = Vec::with_capacity(body.len());
        for stmt in body {
            self.lower_stmt(stmt, &mut out);
        }
        out
    }

    /// `__debug__` cannot be bound.
    pub(crate) fn check_name(&mut self, name: &str, at: Span) {
        if name == "__debug__" {
            self.scoping(at, "cannot assign to __debug__");
        }
    }
}

/// Parameters in HIR's order.
fn ordered(parameters: &ast::Parameters) -> impl Iterator<Item = (&ast::Parameter, ParamKind)> {
    (parameters.posonlyargs.iter().map(|with| (&with.parameter, ParamKind::PositionalOnly)))
        .chain(parameters.args.iter().map(|with| (&with.parameter, ParamKind::Ordinary)))
        .chain(parameters.vararg.as_deref().map(|parameter| (parameter, ParamKind::VarArgs)))
        .chain(parameters.kwonlyargs.iter().map(|with| (&with.parameter, ParamKind::KeywordOnly)))
        .chain(parameters.kwarg.as_deref().map(|parameter| (parameter, ParamKind::KwArgs)))
}
