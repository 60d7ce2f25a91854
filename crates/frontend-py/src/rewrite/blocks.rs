//! The blocks of statements in a statement.

use ruff_python_ast::{ExceptHandler, Stmt, Suite};

/// The blocks of a compound statement, in the order of the text; none of a definition, whose body is another scope.
pub(crate) fn blocks(stmt: &Stmt) -> Vec<&Suite> {
    match stmt {
        Stmt::If(stmt) => {
            let clauses = stmt.elif_else_clauses.iter().map(|clause| &clause.body);
            std::iter::once(&stmt.body).chain(clauses).collect()
        }
        Stmt::For(stmt) => vec![&stmt.body, &stmt.orelse],
        Stmt::While(stmt) => vec![&stmt.body, &stmt.orelse],
        Stmt::With(stmt) => vec![&stmt.body],
        Stmt::Try(stmt) => {
            let handlers = stmt.handlers.iter().map(|ExceptHandler::ExceptHandler(handler)| &handler.body);
            std::iter::once(&stmt.body).chain(handlers).chain([&stmt.orelse, &stmt.finalbody]).collect()
        }
        Stmt::Match(stmt) => stmt.cases.iter().map(|case| &case.body).collect(),
        _ => Vec::new(),
    }
}

/// As [`blocks`], to change them.
pub(crate) fn blocks_mut(stmt: &mut Stmt) -> Vec<&mut Suite> {
    match stmt {
        Stmt::If(stmt) => {
            let clauses = stmt.elif_else_clauses.iter_mut().map(|clause| &mut clause.body);
            std::iter::once(&mut stmt.body).chain(clauses).collect()
        }
        Stmt::For(stmt) => vec![&mut stmt.body, &mut stmt.orelse],
        Stmt::While(stmt) => vec![&mut stmt.body, &mut stmt.orelse],
        Stmt::With(stmt) => vec![&mut stmt.body],
        Stmt::Try(stmt) => {
            let handlers =
                stmt.handlers.iter_mut().map(|ExceptHandler::ExceptHandler(handler)| &mut handler.body);
            let rest = [&mut stmt.orelse, &mut stmt.finalbody];
            std::iter::once(&mut stmt.body).chain(handlers).chain(rest).collect()
        }
        Stmt::Match(stmt) => stmt.cases.iter_mut().map(|case| &mut case.body).collect(),
        _ => Vec::new(),
    }
}
