//! `doctest.testmod()`: the examples of the docstrings as functions of the program.
//!
//! ```text
//! def double(x):                          def _doctest_double():
//!     """                                     _doctest._test("__main__.double", 1)
//!     >>> double(2)                           _doctest._begin("double(2)\n", 3)
//!     4                                       shown_0 = double(2)
//!     """                                     if shown_0 is not None:
//!     return 2 * x                                print(repr(shown_0))
//!                                             _doctest._check("4\n", 0)
//! ```
//!
//! Examples that do as they say print nothing; one that prints something else is reported. One that raises, where it does not
//! say so, ends the program with a trap: CPython's report shows the lines of its own `doctest.py`. What an example binds is
//! seen by the docstring's next ones alone, as variables of the function are.
//!
//! Source: Library Reference, "doctest", and `Lib/doctest.py` of 3.11.

use std::cell::Cell;
use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::Transformer;
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Expr, ExprContext, Stmt, Suite};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

mod calls;
mod example;
mod found;
mod handed;
mod methods;
mod place;
mod tests;

use calls::{Asked, Calls, REPORTED_OTHERWISE, name_of_run};
use example::Example;
use found::assigned_by_functions;
use place::line_of_docstring;
use tests::{Begin, Test, Tests};

/// The class of what `testmod` gives.
const RESULTS: &str = "from typing import NamedTuple as _ResultsTuple\n\n\nclass TestResults(_ResultsTuple):\n    \
                       failed: int\n    attempted: int\n";

/// The module's statements with the calls replaced; `None` where there is none, or one does more than this.
pub(crate) fn run(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let calls_any = source.contains("testmod") || source.contains("run_docstring_examples");
    if !calls_any || source.contains("__test__") {
        return None;
    }
    let bound = Bound::of(body);
    let calls = Calls::of(body, &bound);
    let mut out = body.to_vec();
    let mut first = None;
    for (at, stmt) in out.iter_mut().enumerate() {
        calls.visit_stmt(stmt);
        if calls.found.get().is_some() && first.is_none() {
            first = Some(at);
        }
    }
    let (at, range) = (first?, calls.found.get()?);
    if calls.is_unknown.get() {
        return None;
    }
    let defined = defined(body, at, range);
    let tests = Tests::of(&defined, range, &bound)?;
    let assigned = assigned_by_functions(body, &defined);
    let is_read = calls.is_read.get();
    let reports = calls.asked.borrow().iter().any(|asked| asked.is_verbose && asked.only.is_none());
    let is_unsure = (is_read || reports) && tests.is_rough || reports && tests.has_others;
    if is_unsure || is_read && bound.times("TestResults") > 0 {
        return None;
    }
    let mut functions = parsed("import doctest as _doctest\n", range);
    if is_read {
        functions.extend(parsed(RESULTS, range));
    }
    let mut used = BTreeSet::new();
    for (number, asked) in calls.asked.borrow().iter().enumerate() {
        let mut all = String::new();
        // What examples see of the variables that functions assign.
        let mut held = BTreeSet::new();
        let chosen: Vec<&Test> = match &asked.only {
            None => tests.tests.iter().collect(),
            Some(only) => vec![tests.tests.iter().find(|test| test.name == *only)?],
        };
        if asked.is_verbose && asked.only.is_some() {
            all.push_str(&format!("    print({})\n", literal(&format!("Finding tests in {}", asked.name))));
        }
        for test in chosen.iter().filter(|test| !test.examples.is_empty()) {
            let plain = match test.name.as_str() {
                "" => "_doctest_of_module".to_owned(),
                name => format!("_doctest_{}", name.replace('.', "_")),
            };
            let mut name = plain.clone();
            let mut n = 0;
            while bound.times(&name) > 0 || !used.insert(name.clone()) {
                n += 1;
                name = format!("{plain}_{n}");
            }
            let Written { def, read, kept } =
                function(&name, test, (asked, source, tests.is_rough), &assigned)?;
            functions.push(def);
            let kept_names = kept.iter().map(|name| name_of_kept(name));
            let given: Vec<String> = read.into_iter().chain(kept_names).collect();
            all.push_str(&format!("    {name}({})\n", given.join(", ")));
            held.extend(kept);
        }
        if asked.is_verbose && asked.only.is_none() && asked.summarizes {
            all.push_str(&format!("    print({})\n", literal(&summary(&chosen, &asked.name))));
        }
        let summarizes = if asked.only.is_none() && asked.summarizes { "True" } else { "False" };
        let reported = format!("_doctest._report({summarizes})");
        if is_read && asked.only.is_none() {
            let count: usize = chosen.iter().map(|test| test.examples.len()).sum();
            all.push_str(&format!("    return TestResults({reported}, {count})\n"));
        } else {
            all.push_str(&format!("    {reported}\n"));
        }
        let holding: String =
            held.iter().map(|name| format!("    {} = {name}\n", name_of_kept(name))).collect();
        let head = format!("def {}({}):\n    pass\n", name_of_run(number), asked.extra.join(", "));
        functions.extend(parsed(&[head, holding, all].concat(), range));
    }
    out.splice(at..at, functions);
    Some(out)
}

/// The variable that holds what examples see of a variable of the module.
fn name_of_kept(name: &str) -> String {
    format!("_found_{name}")
}

/// The statements that run before the call at `call`, which is in the one at `at`.
///
/// What is defined behind the call is not there yet, unless a function calls.
fn defined(body: &[Stmt], at: usize, call: TextRange) -> Vec<Stmt> {
    let mut out = body[..at].to_vec();
    let inside: &[Stmt] = match &body[at] {
        Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {
            out.extend_from_slice(&body[at..]);
            return out;
        }
        Stmt::If(branches) if holds(&branches.body, call) => &branches.body,
        Stmt::With(with) => &with.body,
        Stmt::Try(tried) if holds(&tried.body, call) => &tried.body,
        // Nothing but the call, unless it is in a loop or a branch that may not be taken.
        Stmt::Expr(_) | Stmt::Assign(_) | Stmt::AnnAssign(_) => &[],
        other => {
            out.push(other.clone());
            &[]
        }
    };
    if let Some(at) = inside.iter().position(|stmt| stmt.range().contains_range(call)) {
        out.extend(defined(inside, at, call));
    }
    out
}

fn holds(body: &[Stmt], call: TextRange) -> bool {
    body.iter().any(|stmt| stmt.range().contains_range(call))
}

/// What CPython reports at the end where all examples pass.
fn summary(tests: &[&Test], module: &str) -> String {
    let full = |test: &Test| match test.name.as_str() {
        "" => module.to_owned(),
        name => format!("{module}.{name}"),
    };
    let (passed, without): (Vec<&Test>, Vec<&Test>) =
        tests.iter().copied().partition(|test| !test.examples.is_empty());
    let mut lines = Vec::new();
    if !without.is_empty() {
        lines.push(format!("{} items had no tests:", without.len()));
        lines.extend(without.iter().map(|test| format!("    {}", full(test))));
    }
    if !passed.is_empty() {
        lines.push(format!("{} items passed all tests:", passed.len()));
        lines.extend(passed.iter().map(|test| format!(" {:3} tests in {}", test.examples.len(), full(test))));
    }
    let count: usize = passed.iter().map(|test| test.examples.len()).sum();
    lines.push(format!("{count} tests in {} items.", tests.len()));
    lines.push(format!("{count} passed and 0 failed."));
    lines.push("Test passed.".to_owned());
    lines.join("\n")
}

/// What CPython reports before an example runs.
fn announcement(example: &Example) -> String {
    let indented = |text: &str| {
        let lines: Vec<String> = text
            .trim_end_matches('\n')
            .split('\n')
            .map(|line| if line.is_empty() { String::new() } else { format!("    {line}") })
            .collect();
        lines.join("\n")
    };
    match example.want.as_str() {
        "" => format!("Trying:\n{}\nExpecting nothing", indented(&example.source)),
        want => format!("Trying:\n{}\nExpecting:\n{}", indented(&example.source), indented(want)),
    }
}

/// The function of a docstring's examples.
struct Written {
    def: Stmt,
    /// The names of the call for all that it is handed.
    read: Vec<String>,
    /// The variables of the module of which it is handed what they were.
    kept: Vec<String>,
}

/// The function of a docstring's examples, which sees the variables `assigned` as they were.
fn function(
    name: &str,
    test: &Test,
    (asked, source, is_rough): (&Asked, &str, bool),
    assigned: &BTreeSet<String>,
) -> Option<Written> {
    let range = test.range;
    let line = line_of_docstring(source, test);
    let handed = asked.extra.iter().chain(assigned);
    let mut order = Order { bound: handed.cloned().collect(), ..Order::default() };
    let shown = Shown { count: Cell::new(0), range, failed: Cell::new(false) };
    let full = match (&asked.only, test.name.as_str()) {
        (Some(_), _) | (None, "") => asked.name.clone(),
        (None, name) => format!("{}.{name}", asked.name),
    };
    let count = test.examples.len();
    let mut body: Suite =
        parsed(&format!("_doctest._test({}, {count})\n", literal(&full)), range).into_iter().collect();
    for example in &test.examples {
        let statements = parse_module(&example.source).ok()?.into_syntax().body;
        let mut done = parsed(&example.source, range);
        if done.len() != statements.len() {
            return None;
        }
        done.iter().for_each(|stmt| order.statement(stmt));
        done = done.into_iter().flat_map(|stmt| shown.statement(stmt)).collect();
        if asked.is_verbose {
            body.extend(parsed(&format!("print({})\n", literal(&announcement(example))), range));
        }
        let at = line.map_or(0, |line| line + example.line + 1);
        body.extend(parsed(&format!("_doctest._begin({}, {at})\n", literal(&example.source)), range));
        let is_otherwise = is_rough || asked.is_verbose || test.begin == Some(Begin::Elsewhere);
        let options = example.options | asked.options | if is_otherwise { REPORTED_OTHERWISE } else { 0 };
        let want = literal(&example.want);
        match &example.raises {
            None => {
                body.extend(done);
                body.extend(parsed(&format!("_doctest._check({want}, {options})\n"), range));
            }
            Some(message) => {
                let message = literal(message);
                let text = format!(
                    "try:\n    pass\nexcept BaseException as _raised:\n    _raised_name = type(_raised).__name__\n    \
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
        if asked.is_verbose {
            body.extend(parsed("print(\"ok\")\n", range));
        }
    }
    if shown.failed.get() || order.is_wrong {
        return None;
    }
    let is_read = |name: &&String| order.read.contains(*name);
    let read: Vec<String> = asked.extra.iter().filter(is_read).cloned().collect();
    let is_kept = |name: &&String| is_read(name) && !read.contains(name);
    let kept: Vec<String> = assigned.iter().filter(is_kept).cloned().collect();
    let params = [read.as_slice(), kept.as_slice()].concat().join(", ");
    let mut def = parsed(&format!("def {name}({params}):\n    pass\n"), range).pop()?;
    if let Stmt::FunctionDef(def) = &mut def {
        def.body = body;
    }
    Some(Written { def, read, kept })
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
