//! Functions and classes of the library that are written in Python: `from contextlib import suppress` defines it.
//!
//! The definition stands in the place of the import, at its spans. What the program does with it is inferred, lowered and
//! refused like code of its own.

use ruff_python_ast::relocate::relocate_expr;
use ruff_python_ast::visitor::transformer::{
    Transformer, walk_arguments, walk_except_handler, walk_keyword, walk_parameter, walk_parameters,
    walk_stmt,
};
use ruff_python_ast::{
    Arguments, ExceptHandler, Expr, Identifier, Keyword, Parameter, Parameters, Stmt, StmtImportFrom,
};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};

/// Module, name and definition.
const DEFINITIONS: &[(&str, &str, &str)] = &[
    ("contextlib", "contextmanager", include_str!("../library/contextmanager.py")),
    ("contextlib", "suppress", include_str!("../library/suppress.py")),
    ("contextlib", "closing", include_str!("../library/closing.py")),
    ("contextlib", "nullcontext", include_str!("../library/nullcontext.py")),
    ("functools", "cmp_to_key", include_str!("../library/cmp_to_key.py")),
    ("functools", "partial", include_str!("../library/partial.py")),
];

/// The module's statements with such imports replaced; `None` where there is none.
pub(super) fn defined(body: &[Stmt]) -> Option<Vec<Stmt>> {
    let has_any = body.iter().any(|stmt| {
        matches!(stmt, Stmt::ImportFrom(import)
            if import.names.iter().any(|alias| definition(import, alias.name.as_str()).is_some()))
    });
    if !has_any {
        return None;
    }
    let mut out = Vec::with_capacity(body.len());
    for stmt in body {
        let Stmt::ImportFrom(import) = stmt else {
            out.push(stmt.clone());
            continue;
        };
        let mut rest = import.clone();
        rest.names.clear();
        for alias in &import.names {
            match definition(import, alias.name.as_str()).filter(|_| alias.asname.is_none()) {
                Some(text) => out.extend(parsed(text, alias.range())),
                None => rest.names.push(alias.clone()),
            }
        }
        if !rest.names.is_empty() {
            out.push(Stmt::ImportFrom(rest));
        }
    }
    Some(out)
}

fn definition(import: &StmtImportFrom, name: &str) -> Option<&'static str> {
    let module = import.module.as_deref().filter(|_| import.level == 0)?;
    DEFINITIONS.iter().find(|(owner, known, _)| *owner == module && *known == name).map(|(_, _, text)| *text)
}

/// The statements of `text`, all of them at `range`.
pub(super) fn parsed(text: &str, range: TextRange) -> Vec<Stmt> {
    let Ok(parsed) = parse_module(text) else { return Vec::new() };
    let mut body: Vec<Stmt> = parsed.into_syntax().body.into_iter().collect();
    let relocator = Relocator { range };
    body.iter_mut().for_each(|stmt| relocator.visit_stmt(stmt));
    body
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
            _ => return,
        };
        *range = self.range;
    }

    fn visit_expr(&self, expr: &mut Expr) {
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
