//! Python as text, for rewritings that write statements down.

use ruff_python_ast::relocate::relocate_expr;
use ruff_python_ast::visitor::transformer::{
    Transformer, walk_arguments, walk_comprehension, walk_elif_else_clause, walk_except_handler, walk_expr,
    walk_keyword, walk_parameter, walk_parameters, walk_stmt,
};
use ruff_python_ast::{
    Arguments, AtomicNodeIndex, Comprehension, ElifElseClause, ExceptHandler, Expr, ExprCall, Identifier,
    Keyword, Parameter, Parameters, Stmt,
};
use ruff_python_parser::parse_module;
use ruff_text_size::TextRange;

/// The statements of `text`, all of them at `range`.
pub(crate) fn parsed(text: &str, range: TextRange) -> Vec<Stmt> {
    let Ok(parsed) = parse_module(text) else { return Vec::new() };
    let mut body: Vec<Stmt> = parsed.into_syntax().body.into_iter().collect();
    let relocator = Relocator { range };
    body.iter_mut().for_each(|stmt| relocator.visit_stmt(stmt));
    body
}

/// A statement in which `_0`, `_1` … stand for these expressions.
pub(crate) fn filled(text: &str, range: TextRange, parts: &[&Expr]) -> Option<Stmt> {
    struct Parts<'p>(&'p [&'p Expr]);
    impl Transformer for Parts<'_> {
        fn visit_expr(&self, expr: &mut Expr) {
            walk_expr(self, expr);
            let Expr::Name(name) = &*expr else { return };
            let at = name.id.strip_prefix('_').and_then(|at| at.parse::<usize>().ok());
            if let Some(part) = at.and_then(|at| self.0.get(at)) {
                *expr = (*part).clone();
            }
        }
    }
    let mut stmt = parsed(text, range).pop()?;
    Parts(parts).visit_stmt(&mut stmt);
    Some(stmt)
}

/// `callee(argument)`.
pub(crate) fn called(callee: Expr, argument: Expr, range: TextRange) -> Expr {
    let node_index = AtomicNodeIndex::default;
    let arguments = Arguments {
        range,
        node_index: node_index(),
        args: Box::new([argument]),
        keywords: Default::default(),
    };
    Expr::Call(ExprCall {
        range_start: range.start(),
        node_index: node_index(),
        func: Box::new(callee),
        arguments,
    })
}

/// Moves every node to one place.
struct Relocator {
    range: TextRange,
}

impl Relocator {
    fn identifier(&self, name: &mut Identifier) {
        name.range = self.range;
    }
}

impl Transformer for Relocator {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let range = match stmt {
            Stmt::FunctionDef(stmt) => {
                self.identifier(&mut stmt.name);
                &mut stmt.range
            }
            Stmt::ClassDef(stmt) => {
                self.identifier(&mut stmt.name);
                &mut stmt.range
            }
            Stmt::Return(stmt) => &mut stmt.range,
            Stmt::Assign(stmt) => &mut stmt.range,
            Stmt::If(stmt) => &mut stmt.range,
            Stmt::For(stmt) => &mut stmt.range,
            Stmt::Try(stmt) => &mut stmt.range,
            Stmt::Raise(stmt) => &mut stmt.range,
            Stmt::Expr(stmt) => &mut stmt.range,
            Stmt::Pass(stmt) => &mut stmt.range,
            Stmt::ImportFrom(stmt) => &mut stmt.range,
            Stmt::While(stmt) => &mut stmt.range,
            Stmt::AugAssign(stmt) => &mut stmt.range,
            Stmt::AnnAssign(stmt) => &mut stmt.range,
            Stmt::Assert(stmt) => &mut stmt.range,
            Stmt::Break(stmt) => &mut stmt.range,
            Stmt::Continue(stmt) => &mut stmt.range,
            Stmt::Delete(stmt) => &mut stmt.range,
            Stmt::With(stmt) => &mut stmt.range,
            Stmt::Global(stmt) => {
                stmt.names.iter_mut().for_each(|name| self.identifier(name));
                &mut stmt.range
            }
            Stmt::Nonlocal(stmt) => &mut stmt.range,
            Stmt::Import(stmt) => &mut stmt.range,
            Stmt::Match(_) | Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => return,
        };
        *range = self.range;
    }

    fn visit_expr(&self, expr: &mut Expr) {
        // What is no expression, as the clauses of a comprehension are, is left alone by the other.
        walk_expr(self, expr);
        relocate_expr(expr, self.range);
    }

    fn visit_except_handler(&self, handler: &mut ExceptHandler) {
        walk_except_handler(self, handler);
        let ExceptHandler::ExceptHandler(handler) = handler;
        handler.range = self.range;
        if let Some(name) = &mut handler.name {
            self.identifier(name);
        }
    }

    fn visit_elif_else_clause(&self, clause: &mut ElifElseClause) {
        walk_elif_else_clause(self, clause);
        clause.range = self.range;
    }

    fn visit_comprehension(&self, comprehension: &mut Comprehension) {
        walk_comprehension(self, comprehension);
        comprehension.range = self.range;
    }

    fn visit_arguments(&self, arguments: &mut Arguments) {
        walk_arguments(self, arguments);
        arguments.range = self.range;
    }

    fn visit_keyword(&self, keyword: &mut Keyword) {
        walk_keyword(self, keyword);
        keyword.range = self.range;
        if let Some(name) = &mut keyword.arg {
            self.identifier(name);
        }
    }

    fn visit_parameters(&self, parameters: &mut Parameters) {
        walk_parameters(self, parameters);
        parameters.range = self.range;
        let all =
            parameters.posonlyargs.iter_mut().chain(&mut parameters.args).chain(&mut parameters.kwonlyargs);
        all.for_each(|parameter| parameter.range = self.range);
    }

    fn visit_parameter(&self, parameter: &mut Parameter) {
        walk_parameter(self, parameter);
        parameter.range = self.range;
        self.identifier(&mut parameter.name);
    }
}
