//! Comprehensions, which run in the function around them, and generator expressions, which are functions.

use portalis_diag::Span;
use portalis_hir::{
    Comprehension, ComprehensionClause, ComprehensionKind, ExprId, ExprKind, Param, ParamKind, StmtKind,
};
use ruff_python_ast::{self as ast, Expr};

use super::scope::Kind;
use super::{Lowerer, span};

impl<'a> Lowerer<'a> {
    /// A list, set or dict comprehension. Its first iterable is evaluated outside of its names.
    pub(crate) fn comprehension<T>(
        &mut self,
        node: &T,
        kind: ComprehensionKind,
        element: &'a Expr,
        value: Option<&'a Expr>,
        generators: &'a [ast::Comprehension],
        at: Span,
    ) -> ExprId {
        let outer = self.scope;
        let mut clauses = Vec::with_capacity(generators.len());
        for (idx, generator) in generators.iter().enumerate() {
            let iter = self.lower_expr(&generator.iter);
            if idx == 0 {
                self.scope = self.scopes.of(node);
            }
            if generator.is_async {
                self.check_async(
                    span(generator),
                    "asynchronous comprehension outside of an asynchronous function",
                );
            }
            let target = self.target(&generator.target);
            let conditions = generator.ifs.iter().map(|condition| self.lower_expr(condition)).collect();
            clauses.push(ComprehensionClause { target, iter, conditions, is_async: generator.is_async });
        }
        let element = self.lower_expr(element);
        let value = value.map(|value| self.lower_expr(value));
        self.scope = outer;
        self.expr(ExprKind::Comprehension(Box::new(Comprehension { kind, element, value, clauses })), at)
    }

    /// A generator expression that is consumed at once.
    pub(crate) fn consumed(
        &mut self,
        generator: &'a ast::ExprGenerator,
        kind: ComprehensionKind,
        at: Span,
    ) -> ExprId {
        let (element, value) = match (&*generator.elt, kind) {
            (Expr::Tuple(pair), ComprehensionKind::Dict) => match pair.elts.as_slice() {
                [key, value] => (key, Some(value)),
                _ => (&*generator.elt, None),
            },
            (element, _) => (element, None),
        };
        self.comprehension(generator, kind, element, value, &generator.generators, at)
    }

    /// `list(… for …)` and its like: the comprehension itself.
    pub(crate) fn consuming_call(&mut self, call: &'a ast::ExprCall, at: Span) -> Option<ExprId> {
        let generator = super::consumed::argument(call)?;
        let consumed = self.scopes.consumed(generator).filter(|consumed| consumed.is_call)?;
        Some(self.consumed(generator, consumed.kind, at))
    }

    /// A generator expression: a function of its outermost iterable, loops around one `yield`.
    pub(crate) fn generator(&mut self, generator: &'a ast::ExprGenerator) -> ExprId {
        let at = span(generator);
        let Some(first) = generator.generators.first() else { return self.expr(ExprKind::Error, at) };
        let outer_iter = self.lower_expr(&first.iter);
        let scope = self.scopes.of(generator);
        let outer = self.enter_func(scope);
        let func = self.func;
        let iter_span = span(&first.iter);
        let param = self.bind(".0", iter_span);
        let kind = ParamKind::PositionalOnly;
        let params = vec![Param { local: param, kind, default: None, annotation: None, span: iter_span }];
        let mut loops = Vec::with_capacity(generator.generators.len());
        for (idx, clause) in generator.generators.iter().enumerate() {
            let iter = match idx {
                0 => self.expr(ExprKind::Local(param), iter_span),
                _ => self.lower_expr(&clause.iter),
            };
            if clause.is_async {
                self.current_func().is_async = true;
            }
            let target = self.target(&clause.target);
            let tests: Vec<_> = clause.ifs.iter().map(|test| (self.lower_expr(test), span(test))).collect();
            loops.push((target, iter, tests, clause));
        }
        let element = self.lower_expr(&generator.elt);
        let element_span = span(&*generator.elt);
        let value = self.expr(ExprKind::Yield(Some(element)), element_span);
        let mut body = vec![self.stmt(StmtKind::Expr(value), element_span)];
        for (target, iter, tests, clause) in loops.into_iter().rev() {
            for (test, test_span) in tests.into_iter().rev() {
                body = vec![self.stmt(StmtKind::If { test, then: body, otherwise: Vec::new() }, test_span)];
            }
            let is_async = clause.is_async;
            let kind = StmtKind::For { target, iter, body, otherwise: Vec::new(), is_async };
            body = vec![self.stmt(kind, span(clause))];
        }
        let data = &mut self.module.funcs[func];
        (data.params, data.body) = (params, body);
        self.leave_func(outer);
        self.expr(ExprKind::Function { func, outer_iter: Some(outer_iter) }, at)
    }

    /// `await` and its kin stand in asynchronous functions; in a generator expression they make it asynchronous.
    pub(crate) fn check_async(&mut self, at: Span, message: &str) {
        let mut scope = self.scope;
        while self.scopes.is_inlined(scope) {
            let Some(parent) = self.scopes.parent(scope) else { break };
            scope = parent;
        }
        match self.scopes.kind(scope) {
            Kind::GeneratorExpr => self.current_func().is_async = true,
            Kind::Def if self.scopes.is_async(scope) => {}
            Kind::Module | Kind::Class if message == "'await' outside async function" => {
                self.scoping(at, "'await' outside function");
            }
            Kind::Def
            | Kind::Lambda
            | Kind::Module
            | Kind::Class
            | Kind::Comprehension(_)
            | Kind::TypeParams => {
                self.scoping(at, message);
            }
        }
    }

    /// Whether `yield` may stand here: in functions, and not in comprehensions.
    pub(crate) fn check_yield(&mut self, at: Span, is_from: bool) -> bool {
        let message = match self.scopes.kind(self.scope) {
            Kind::Def | Kind::Lambda => {
                if is_from && self.scopes.is_async(self.scope) {
                    self.scoping(at, "'yield from' inside async function");
                }
                self.current_func().is_generator = true;
                return true;
            }
            Kind::Module | Kind::Class => "'yield' outside function".to_owned(),
            Kind::Comprehension(word) => format!("'yield' inside {word} comprehension"),
            Kind::GeneratorExpr => "'yield' inside generator expression".to_owned(),
            Kind::TypeParams => "yield expression cannot be used within a type parameter list".to_owned(),
        };
        self.scoping(at, message);
        false
    }
}
