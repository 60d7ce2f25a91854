//! `print(…, file=log)` and `sys.stdout = Log()` of objects that are files by their `write`.
//!
//! Only in programs with a class that has a method of that name: what `print` does is written in Python there, for whatever
//! file it is given, and what is printed to is a variable of the program where it assigns `sys.stdout`.
//!
//! ```text
//! print("a", 1, file=log)     _print_to("a", 1, file=log)     def _print_to(*args, sep=" ", end="\n", file=None): …
//! sys.stdout = Log()          _set_stdout(Log())
//! sys.stdout.write("a")       _stdout.write("a")
//! ```
//!
//! Source: `builtin_print` of CPython 3.11, `bltinmodule.c`: every part is written by itself.

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::visitor::{Visitor, walk_expr as walk_expression, walk_stmt as walk_statement};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprCall, ExprContext, ExprName, Stmt, StmtClassDef};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

const STDOUT: &str = "import sys as _sys
_stdout = _sys.stdout
def _set_stdout(file):
    global _stdout
    _stdout = file
";
const PRINT_TO_STDOUT: &str = "        print(*args, sep=sep, end=end)
        return
";
const PRINT_TO_VARIABLE: &str = "        file = _stdout
";
const WRITE: &str = "    if sep is None:
        sep = ' '
    if end is None:
        end = '\\n'
    is_first = True
    for arg in args:
        if not is_first:
            file.write(sep)
        is_first = False
        file.write(str(arg))
    file.write(end)
";
const FLUSH: &str = "    if flush:
        file.flush()
";

/// The module's statements with such prints replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !["file=", "file =", "sys.stdout"].iter().any(|word| source.contains(word)) {
        return None;
    }
    let writes = |def: &StmtClassDef| {
        def.body.iter().any(|stmt| matches!(stmt, Stmt::FunctionDef(def) if def.name.as_str() == "write"))
    };
    if !body.iter().filter_map(Stmt::as_class_def_stmt).any(writes) {
        return None;
    }
    let bound = Bound::of(body);
    if !["print", "str"].iter().all(|name| bound.is_builtin(name)) {
        return None;
    }
    let mut seen = Seen::default();
    seen.visit_body(body);
    if seen.is_elsewhere || !(seen.sets_stdout || seen.prints_to_file) {
        return None;
    }
    let calls = Calls { sets_stdout: seen.sets_stdout, done: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    if !calls.done.get() {
        return None;
    }
    let flush = if seen.flushes { ", flush=False" } else { "" };
    let mut text = if seen.sets_stdout { STDOUT.to_owned() } else { String::new() };
    text += &format!("def _print_to(*args, sep=' ', end='\\n', file=None{flush}):\n    if file is None:\n");
    text += if seen.sets_stdout { PRINT_TO_VARIABLE } else { PRINT_TO_STDOUT };
    text += WRITE;
    text += if seen.flushes { FLUSH } else { "" };
    let at = out.iter().position(|stmt| !is_head(stmt)).unwrap_or(out.len());
    let range = body.first().map(Ranged::range).unwrap_or_default();
    out.splice(at..at, parsed(&text, range));
    Some(out)
}

/// What a program does about what it prints to.
#[derive(Default)]
struct Seen {
    sets_stdout: bool,
    prints_to_file: bool,
    flushes: bool,
    /// What is printed to is changed in a way that is not seen here.
    is_elsewhere: bool,
}

impl<'a> Visitor<'a> for Seen {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::ImportFrom(import) = stmt {
            self.is_elsewhere |= import.names.iter().any(|alias| alias.name.as_str() == "redirect_stdout");
        }
        walk_statement(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Attribute(attribute) => {
                self.is_elsewhere |= attribute.attr.as_str() == "redirect_stdout";
                self.sets_stdout |= is_setter(expr);
            }
            Expr::Call(call) if is_print(&call.func) => {
                self.prints_to_file |= file_of(call).is_some_and(|file| !is_stream(file));
                self.flushes |= call
                    .arguments
                    .keywords
                    .iter()
                    .any(|word| word.arg.as_ref().is_some_and(|name| name == "flush"));
            }
            _ => {}
        }
        walk_expression(self, expr);
    }
}

struct Calls {
    sets_stdout: bool,
    done: Cell<bool>,
}

impl Transformer for Calls {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let range = expr.range();
        let own = match &*expr {
            found if is_print(found) => Some("_print_to"),
            found if is_attribute_of_sys(found, &["stdout"]) => Some("_stdout"),
            found if is_setter(found) => Some("_set_stdout"),
            _ => None,
        };
        if let Some(own) = own.filter(|_| self.sets_stdout) {
            *expr = name(own, range);
            self.done.set(true);
        } else if let Expr::Call(call) = expr
            && is_print(&call.func)
            && file_of(call).is_some_and(|file| !is_stream(file))
        {
            *call.func = name("_print_to", call.func.range());
            self.done.set(true);
        }
    }
}

fn name(id: &str, range: TextRange) -> Expr {
    let ctx = ExprContext::Load;
    Expr::Name(ExprName { node_index: AtomicNodeIndex::default(), range, id: id.into(), ctx })
}

fn is_print(expr: &Expr) -> bool {
    matches!(expr, Expr::Name(name) if name.id.as_str() == "print")
}

/// Whether an expression is what [`super::streams`] makes of an assignment.
fn is_setter(expr: &Expr) -> bool {
    is_attribute_of_sys(expr, &["_set_stdout"])
}

/// Whether an expression is a stream of the process, which `print` knows itself.
fn is_stream(expr: &Expr) -> bool {
    is_attribute_of_sys(expr, &["stdout", "stderr", "__stdout__", "__stderr__"])
        || expr.is_none_literal_expr()
}

fn is_attribute_of_sys(expr: &Expr, names: &[&str]) -> bool {
    matches!(expr, Expr::Attribute(attribute)
        if names.contains(&attribute.attr.as_str())
            && matches!(&*attribute.value, Expr::Name(module) if module.id.as_str() == "sys"))
}

/// What a call of `print` is given as its file.
fn file_of(call: &ExprCall) -> Option<&Expr> {
    let keywords = &call.arguments.keywords;
    keywords.iter().find(|word| word.arg.as_ref().is_some_and(|name| name == "file")).map(|word| &word.value)
}
