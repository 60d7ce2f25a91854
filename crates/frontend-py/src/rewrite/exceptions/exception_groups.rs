//! Groups of exceptions, whose classes are the compiler's own Python, and `except*`, which is an `except` that splits them.
//!
//! ```text
//! try:                          try:
//!     f()                           f()
//! except* ValueError as g:      except BaseException as _star_1:
//!     show(g)                       _rest_1, _kept_1, _raised_1 = _star_1, [], []
//!                                   if _rest_1 is not None:
//!                                       _match_1, _rest_1 = _star_split(_rest_1, ValueError)
//!                                       if _match_1 is not None:
//!                                           try:
//!                                               g = _match_1
//!                                               show(g)
//!                                           except BaseException as _new_1:
//!                                               …
//!                                           finally:
//!                                               del g
//!                                   _star_end(_star_1, _kept_1, _raised_1, _rest_1)
//! ```
//!
//! Source: PEP 654; Language Reference, 8.4.2.

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{ExceptHandler, Expr, Stmt, StmtTry};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

const GROUPS: &str = include_str!("../../library/exception_group.py");
const STAR: &str = include_str!("../../library/except_star.py");

/// The parts of a group, which have its notes.
const PARTS: [(&str, &str); 3] = [
    ("self.derive(mine)", "_group_part(self, mine)"),
    ("self.derive(others)", "_group_part(self, others)"),
    ("group.derive(inside)", "_group_part(group, inside)"),
];
const NOTED: &str = "
def _group_part(group, errors):
    part = group.derive(errors)
    try:
        for note in group.__notes__:
            part.add_note(note)
    except AttributeError:
        pass
    return part
";

/// The module's statements with these; `None` where it has none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let is_star =
        |rest: &str| rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\\').starts_with('*');
    if !source.contains("ExceptionGroup") && !source.split("except").skip(1).any(is_star) {
        return None;
    }
    let mut found = Found::default();
    found.visit_body(body);
    let range = found.range?;
    let bound = Bound::of(body);
    let is_own = bound.is_builtin("ExceptionGroup") && bound.is_builtin("BaseExceptionGroup");
    // Which class `BaseExceptionGroup` makes an object of depends on the exceptions.
    if !is_own || found.makes_base {
        return None;
    }
    let mut out = body.to_vec();
    let stars = Stars { n_made: Cell::new(0), is_possible: Cell::new(true) };
    out.iter_mut().for_each(|stmt| stars.visit_stmt(stmt));
    if !stars.is_possible.get() {
        return None;
    }
    // What `except*` raises has no context, and what our `except` raises has: it stays as it is, and is refused.
    let asks_context = stars.n_made.get() > 0 && source.contains(".__context__");
    if asks_context {
        out = body.to_vec();
    }
    let at = out.iter().take_while(|stmt| is_head(stmt)).count();
    let mut text = GROUPS.to_owned();
    if stars.n_made.get() > 0 && !asks_context {
        text.push_str(STAR);
    }
    if source.contains("add_note") {
        text = PARTS.iter().fold(text, |text, (plain, noted)| text.replace(plain, noted)) + NOTED;
    }
    let definitions = parsed(&text, range);
    out.splice(at..at, definitions);
    Some(out)
}

/// Where a program first has to do with groups.
#[derive(Default)]
struct Found {
    range: Option<TextRange>,
    makes_base: bool,
}

impl<'a> Visitor<'a> for Found {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Try(star) = stmt
            && star.is_star
        {
            self.range.get_or_insert(star.range());
        }
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name)
                if matches!(
                    name.id.as_str(),
                    "ExceptionGroup" | "BaseExceptionGroup" | "_exception_group"
                ) =>
            {
                self.range.get_or_insert(name.range());
            }
            Expr::Call(call) => {
                let is_base = |name: &str| name == "BaseExceptionGroup";
                self.makes_base |= call.func.as_name_expr().is_some_and(|name| is_base(name.id.as_str()));
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}

struct Stars {
    n_made: Cell<usize>,
    is_possible: Cell<bool>,
}

impl Transformer for Stars {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        if let Stmt::Try(star) = stmt
            && star.is_star
        {
            let n = self.n_made.get() + 1;
            self.n_made.set(n);
            match plain(star, n) {
                Some(plain) => *star = plain,
                None => self.is_possible.set(false),
            }
        }
    }
}

/// The same with one `except`.
fn plain(star: &StmtTry, n: usize) -> Option<StmtTry> {
    let range = star.range();
    let mut text = format!(
        "try:\n    pass\nexcept BaseException as _star_{n}:\n    _rest_{n} = _star_{n}\n    _kept_{n} = []\n    _raised_{n} = []\n"
    );
    for handler in &star.handlers {
        let ExceptHandler::ExceptHandler(handler) = handler;
        let name = handler.name.as_ref();
        let split =
            if handler.type_.as_deref().is_some_and(names_a_group) { "_star_group" } else { "_star_split" };
        let bind = name.map_or("pass".to_owned(), |name| format!("{name} = _match_{n}"));
        let unbind =
            name.map_or(String::new(), |name| format!("            finally:\n                del {name}\n"));
        text.push_str(&format!(
            "    if _rest_{n} is not None:\n        _match_{n}, _rest_{n} = {split}(_rest_{n}, ())\n        if _match_{n} is not None:\n            try:\n                {bind}\n            except BaseException as _new_{n}:\n                if not _kept_{n} or _kept_{n}[-1] is not _new_{n}:\n                    _raised_{n}.append(_new_{n})\n{unbind}"
        ));
    }
    text.push_str(&format!("    _star_end(_star_{n}, _kept_{n}, _raised_{n}, _rest_{n})\n"));
    let Some(Stmt::Try(mut made)) = parsed(&text, range).pop() else { return None };
    made.body.clone_from(&star.body);
    made.orelse.clone_from(&star.orelse);
    made.finalbody.clone_from(&star.finalbody);
    let [ExceptHandler::ExceptHandler(only)] = made.handlers.as_mut_slice() else { return None };
    let clauses = only.body.iter_mut().filter(|stmt| matches!(stmt, Stmt::If(_)));
    for (clause, handler) in clauses.zip(&star.handlers) {
        let ExceptHandler::ExceptHandler(handler) = handler;
        let Stmt::If(clause) = clause else { return None };
        let [Stmt::Assign(split), Stmt::If(matched)] = clause.body.as_mut_slice() else { return None };
        let Expr::Call(call) = &mut *split.value else { return None };
        *call.arguments.args.last_mut()? = (**handler.type_.as_ref()?).clone();
        let [Stmt::Try(guarded)] = matched.body.as_mut_slice() else { return None };
        let kept = Kept { n, is_possible: Cell::new(true) };
        let mut body = handler.body.clone();
        body.iter_mut().for_each(|stmt| kept.visit_stmt(stmt));
        if !kept.is_possible.get() {
            return None;
        }
        guarded.body.extend(body);
    }
    Some(made)
}

/// Whether what is caught is a group, or one of several, by its own name.
fn names_a_group(caught: &Expr) -> bool {
    match caught {
        Expr::Name(name) => matches!(name.id.as_str(), "ExceptionGroup" | "BaseExceptionGroup"),
        Expr::Tuple(several) => several.elts.iter().any(names_a_group),
        _ => false,
    }
}

/// A bare `raise` raises the group again, which is then put back where it came from.
struct Kept {
    n: usize,
    is_possible: Cell<bool>,
}

impl Transformer for Kept {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        match stmt {
            // What is raised inside may be another exception, or be caught.
            Stmt::Try(inner) => {
                let mut bare = Bare(false);
                bare.visit_body(&inner.body);
                if bare.0 {
                    self.is_possible.set(false);
                }
            }
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            Stmt::Raise(raise) if raise.exc.is_none() => {
                let text = format!("raise _star_kept(_kept_{0}, _match_{0})\n", self.n);
                if let Some(Stmt::Raise(made)) = parsed(&text, raise.range()).pop() {
                    *raise = made;
                }
            }
            stmt => walk_stmt(self, stmt),
        }
    }
}

struct Bare(bool);

impl<'a> Visitor<'a> for Bare {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.0 |= matches!(stmt, Stmt::Raise(raise) if raise.exc.is_none());
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {
        // Expressions raise nothing again.
    }
}
