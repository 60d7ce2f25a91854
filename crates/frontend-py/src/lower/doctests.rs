//! `doctest.testmod()`: the examples of the docstrings as functions of the program.
//!
//! ```text
//! def double(x):                          def _doctest_double():
//!     """                                     _doctest._begin()
//!     >>> double(2)                           shown_0 = double(2)
//!     4                                       if shown_0 is not None:
//!     """                                         print(repr(shown_0))
//!     return 2 * x                            _doctest._check("4\n", 0)
//! ```
//!
//! Examples that do as they say print nothing; one that does not ends the program with a trap, since the report about it is
//! CPython's. What an example binds is seen by the docstring's next ones alone, as variables of the function are.
//!
//! Source: Library Reference, "doctest", and `Lib/doctest.py` of 3.11.

use std::cell::Cell;
use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt as look_at_stmt};
use ruff_python_ast::{Expr, ExprCall, ExprContext, Stmt, Suite};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};

use super::bound::Bound;
use super::library::parsed;

mod example;

use example::{Example, examples};

/// The module's statements with `testmod()` replaced; `None` where there is none, or it does more than this.
pub(super) fn run(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("testmod") || source.contains("__test__") {
        return None;
    }
    let bound = Bound::of(body);
    let is_imported = body_imports_testmod(body);
    let calls = Calls {
        is_module: bound.is_module("doctest", "doctest"),
        is_function: is_imported && bound.times("testmod") == 1,
        found: Cell::new(None),
    };
    let mut out = body.to_vec();
    let mut first = None;
    for (at, stmt) in out.iter_mut().enumerate() {
        calls.visit_stmt(stmt);
        if calls.found.get().is_some() && first.is_none() {
            first = Some(at);
        }
    }
    let (at, range) = (first?, calls.found.get()?);
    let mut tests = Tests { tests: Vec::new() };
    tests.of_body(body, "", range)?;
    tests.tests.sort_by(|a, b| a.0.cmp(&b.0));
    let mut functions = parsed("import doctest as _doctest\n", range);
    let mut all = String::from("def _doctests():\n    pass\n");
    for (number, (name, examples, range)) in tests.tests.iter().enumerate() {
        let name = match name.as_str() {
            "" => "_doctest_of_module".to_owned(),
            name => format!("_doctest_{}", name.replace('.', "_")),
        };
        let name = if bound.times(&name) == 0 { name } else { format!("{name}_{number}") };
        functions.push(function(&name, examples, *range)?);
        all.push_str(&format!("    {name}()\n"));
    }
    functions.extend(parsed(&all, range));
    out.splice(at..at, functions);
    Some(out)
}

fn body_imports_testmod(body: &[Stmt]) -> bool {
    struct Finder(bool);
    impl<'a> Visitor<'a> for Finder {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            if let Stmt::ImportFrom(import) = stmt {
                self.0 |= import.module.as_deref() == Some("doctest")
                    && import
                        .names
                        .iter()
                        .any(|alias| alias.name.as_str() == "testmod" && alias.asname.is_none());
            }
            look_at_stmt(self, stmt);
        }

        fn visit_expr(&mut self, _: &'a Expr) {}
    }
    let mut finder = Finder(false);
    finder.visit_body(body);
    finder.0
}

/// Statements that are `testmod()` and nothing else.
struct Calls {
    is_module: bool,
    is_function: bool,
    found: Cell<Option<TextRange>>,
}

impl Calls {
    fn is_testmod(&self, call: &ExprCall) -> bool {
        let is_callee = match &*call.func {
            Expr::Name(name) => self.is_function && name.id.as_str() == "testmod",
            Expr::Attribute(attribute) => {
                self.is_module
                    && attribute.attr.as_str() == "testmod"
                    && matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == "doctest")
            }
            _ => false,
        };
        let is_silent = call.arguments.keywords.iter().all(|keyword| {
            keyword.arg.as_deref() == Some("verbose")
                && matches!(&keyword.value, Expr::BooleanLiteral(value) if !value.value)
        });
        is_callee && is_silent && call.arguments.args.is_empty()
    }
}

impl Transformer for Calls {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        if let Stmt::Expr(only) = stmt
            && let Expr::Call(call) = &*only.value
            && self.is_testmod(call)
        {
            let range = only.range;
            if self.found.get().is_none() {
                self.found.set(Some(range));
            }
            if let Some(call) = parsed("_doctests()\n", range).pop() {
                *stmt = call;
            }
        }
    }

    fn visit_expr(&self, _: &mut Expr) {}
}

/// The docstrings with examples: what has each, its examples, where.
struct Tests {
    tests: Vec<(String, Vec<Example>, TextRange)>,
}

impl Tests {
    /// `None` where CPython would look for examples in another way, or finds a fault in them.
    fn of_body(&mut self, body: &[Stmt], owner: &str, range: TextRange) -> Option<()> {
        if let Some((text, range)) = docstring(body, range) {
            let examples = examples(&text)?;
            if !examples.is_empty() {
                // Of two definitions under one name the last is there.
                self.tests.retain(|(name, ..)| name != owner);
                self.tests.push((owner.to_owned(), examples, range));
            }
        }
        let inside = |name: &str| if owner.is_empty() { name.to_owned() } else { format!("{owner}.{name}") };
        for stmt in body {
            match stmt {
                Stmt::FunctionDef(def) => {
                    let changes_property = def.decorator_list.iter().any(|decorator| {
                        matches!(&decorator.expression, Expr::Attribute(attribute)
                            if matches!(attribute.attr.as_str(), "setter" | "deleter"))
                    });
                    let alone = def.body.first().map(std::slice::from_ref).unwrap_or_default();
                    if !changes_property {
                        self.of_body(alone, &inside(def.name.as_str()), def.range)?;
                    }
                }
                Stmt::ClassDef(def) => self.of_body(&def.body, &inside(def.name.as_str()), def.range)?,
                Stmt::If(_) | Stmt::Try(_) | Stmt::With(_) | Stmt::For(_) | Stmt::While(_)
                    if defines_examples(stmt) =>
                {
                    return None;
                }
                _ => {}
            }
        }
        Some(())
    }
}

fn docstring(body: &[Stmt], range: TextRange) -> Option<(String, TextRange)> {
    let Stmt::Expr(only) = body.first()? else { return None };
    let Expr::StringLiteral(text) = &*only.value else { return None };
    let text = text.value.to_str();
    // Most docstrings have no examples.
    text.contains(">>>").then(|| (text.to_owned(), if only.range.is_empty() { range } else { only.range }))
}

/// Whether a function or class below a statement has examples.
fn defines_examples(stmt: &Stmt) -> bool {
    struct Finder(bool);
    impl<'a> Visitor<'a> for Finder {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            let body: &[Stmt] = match stmt {
                Stmt::FunctionDef(def) => &def.body,
                Stmt::ClassDef(def) => &def.body,
                _ => &[],
            };
            self.0 |= docstring(body, stmt.range()).is_some();
            look_at_stmt(self, stmt);
        }

        fn visit_expr(&mut self, _: &'a Expr) {}
    }
    let mut finder = Finder(false);
    finder.visit_stmt(stmt);
    finder.0
}

/// The function of a docstring's examples.
fn function(name: &str, examples: &[Example], range: TextRange) -> Option<Stmt> {
    let mut order = Order::default();
    let shown = Shown { count: Cell::new(0), range, failed: Cell::new(false) };
    let mut body = Suite::new();
    for example in examples {
        let statements = parse_module(&example.source).ok()?.into_syntax().body;
        let mut done = parsed(&example.source, range);
        if done.len() != statements.len() {
            return None;
        }
        done.iter().for_each(|stmt| order.statement(stmt));
        done = done.into_iter().flat_map(|stmt| shown.statement(stmt)).collect();
        body.extend(parsed("_doctest._begin()\n", range));
        let options = example.options;
        let want = literal(&example.want);
        match &example.raises {
            None => {
                body.extend(done);
                body.extend(parsed(&format!("_doctest._check({want}, {options})\n"), range));
            }
            Some(message) => {
                let message = literal(message);
                let text = format!(
                    "try:\n    pass\nexcept Exception as _raised:\n    _raised_name = type(_raised).__name__\n    \
                     _raised_text = str(_raised)\n    _doctest._check_raised({message}, \
                     _raised_name + \": \" + _raised_text if _raised_text else _raised_name, {options})\n\
                     else:\n    _doctest._check({want}, {options})\n"
                );
                let mut guarded = parsed(&text, range);
                if let Some(Stmt::Try(tried)) = guarded.first_mut() {
                    tried.body = done.into_iter().collect();
                }
                body.extend(guarded);
            }
        }
    }
    if shown.failed.get() || order.is_wrong {
        return None;
    }
    let mut def = parsed(&format!("def {name}():\n    pass\n"), range).pop()?;
    if let Stmt::FunctionDef(def) = &mut def {
        def.body = body;
    }
    Some(def)
}

/// A literal of Python that is `text`.
fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\0' => out.push_str("\\x00"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Statements that show what they give, as the interactive interpreter does.
struct Shown {
    count: Cell<usize>,
    range: TextRange,
    failed: Cell<bool>,
}

impl Shown {
    fn statement(&self, stmt: Stmt) -> Vec<Stmt> {
        match stmt {
            // What `print` gives is never shown.
            Stmt::Expr(only) if is_print(&only.value) => vec![Stmt::Expr(only)],
            Stmt::Expr(only) => {
                let number = self.count.get();
                self.count.set(number + 1);
                let text = format!(
                    "shown_{number} = None\nif shown_{number} is not None:\n    print(repr(shown_{number}))\n"
                );
                let mut out = parsed(&text, self.range);
                match out.first_mut() {
                    Some(Stmt::Assign(assign)) => assign.value = only.value,
                    _ => self.failed.set(true),
                }
                out
            }
            mut stmt => {
                match &mut stmt {
                    Stmt::For(stmt) => {
                        self.block(&mut stmt.body);
                        self.block(&mut stmt.orelse);
                    }
                    Stmt::While(stmt) => {
                        self.block(&mut stmt.body);
                        self.block(&mut stmt.orelse);
                    }
                    Stmt::If(stmt) => {
                        self.block(&mut stmt.body);
                        stmt.elif_else_clauses.iter_mut().for_each(|clause| self.block(&mut clause.body));
                    }
                    Stmt::With(stmt) => self.block(&mut stmt.body),
                    Stmt::Try(stmt) => {
                        self.block(&mut stmt.body);
                        for handler in &mut stmt.handlers {
                            let ruff_python_ast::ExceptHandler::ExceptHandler(handler) = handler;
                            self.block(&mut handler.body);
                        }
                        self.block(&mut stmt.orelse);
                        self.block(&mut stmt.finalbody);
                    }
                    Stmt::Match(_) => self.failed.set(true),
                    _ => {}
                }
                vec![stmt]
            }
        }
    }

    fn block(&self, body: &mut Suite) {
        *body = std::mem::take(body).into_iter().flat_map(|stmt| self.statement(stmt)).collect();
    }
}

fn is_print(value: &Expr) -> bool {
    matches!(value, Expr::Call(call)
        if matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "print"))
}

/// Whether statements bind a name that those before them read: it is the module's there, and no variable of a function.
#[derive(Default)]
struct Order {
    bound: BTreeSet<String>,
    read: BTreeSet<String>,
    is_wrong: bool,
}

impl Order {
    fn statement(&mut self, stmt: &Stmt) {
        let bound = Bound::of(std::slice::from_ref(stmt));
        let is_wrong = |name: &&str| self.read.contains(*name) && !self.bound.contains(*name);
        self.is_wrong |= bound.all().any(|name| is_wrong(&name));
        self.bound.extend(bound.all().map(str::to_owned));
        self.visit_stmt(stmt);
    }
}

impl<'a> Visitor<'a> for Order {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr
            && name.ctx == ExprContext::Load
        {
            self.read.insert(name.id.to_string());
        }
        walk_expr(self, expr);
    }
}
