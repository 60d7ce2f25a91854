//! `timeit` of text: statements that are literals become a function, as CPython makes one of them when it runs.
//!
//! The text sees what its setup binds, and the module's names where it is given `globals()` or imports them from
//! `__main__`. A text that would see another name than CPython does is left alone, and refused where it is typed.
//!
//! ```text
//! timeit("f(x)", setup="from __main__ import f; x = 2", number=10)     _timed_1(10)
//!
//! def _timed_1(number):
//!     x = 2
//!     _start = _timer()
//!     for _round in range(number):
//!         f(x)
//!     return _timer() - _start
//! ```
//!
//! Source: Library Reference, `timeit`.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{Expr, ExprCall, ExprContext, ExprName, Keyword, Stmt, StmtPass};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("timeit") || source.contains("_timed_") {
        return None;
    }
    let bound = Bound::of(body);
    let mut texts = Texts { bound: &bound, found: Vec::new() };
    texts.visit_body(body);
    let texts = texts.found;
    let calls = Calls {
        bound: &bound,
        texts: &texts,
        functions: functions(body, &bound),
        made: RefCell::default(),
        is_changed: Cell::new(false),
    };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    let made = calls.made.into_inner();
    if made.is_empty() {
        return calls.is_changed.get().then_some(out);
    }
    let at = out.iter().take_while(|stmt| is_head(stmt)).count();
    let range = made.first().map(|made| made.range).unwrap_or_default();
    let mut functions = parsed("from time import perf_counter as _timer\n", range);
    for made in made {
        let mut function = parsed(&made.text, made.range);
        let main = Main { name: made.main };
        function.iter_mut().for_each(|stmt| main.visit_stmt(stmt));
        functions.extend(function);
    }
    out.splice(at..at, functions);
    Some(out)
}

/// What `timeit` and `repeat` are called, and which of them each is.
fn functions(body: &[Stmt], bound: &Bound<'_>) -> Vec<(String, &'static str)> {
    let mut names = Vec::new();
    let mut imports = Imports(&mut names);
    body.iter().for_each(|stmt| imports.visit_stmt(stmt));
    names.retain(|(name, _)| match name.split_once('.') {
        Some((module, _)) => bound.is_module(module, "timeit"),
        None => bound.times(name) == 1,
    });
    names
}

struct Imports<'n>(&'n mut Vec<(String, &'static str)>);

impl<'a> Visitor<'a> for Imports<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in import.names.iter().filter(|alias| alias.name.as_str() == "timeit") {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.0.extend(
                        ["timeit", "repeat"].map(|function| (format!("{name}.{function}"), function)),
                    );
                }
            }
            Stmt::ImportFrom(import) if import.module.as_deref() == Some("timeit") => {
                for alias in &import.names {
                    let function = match alias.name.as_str() {
                        "timeit" => "timeit",
                        "repeat" => "repeat",
                        _ => continue,
                    };
                    self.0.push((alias.asname.as_ref().unwrap_or(&alias.name).to_string(), function));
                }
            }
            stmt => visit_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// Variables that are bound once, to a text.
struct Texts<'b, 'a> {
    bound: &'b Bound<'a>,
    found: Vec<(String, String)>,
}

impl<'a> Visitor<'a> for Texts<'_, 'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Assign(assign) = stmt
            && let ([Expr::Name(name)], Expr::StringLiteral(text)) =
                (assign.targets.as_slice(), &*assign.value)
            && self.bound.times(name.id.as_str()) == 1
        {
            self.found.push((name.id.to_string(), text.value.to_str().to_owned()));
        }
        visit_stmt(self, stmt);
    }
}

struct Calls<'a> {
    bound: &'a Bound<'a>,
    texts: &'a [(String, String)],
    functions: Vec<(String, &'static str)>,
    /// The functions so far.
    made: RefCell<Vec<Made>>,
    is_changed: Cell<bool>,
}

/// A function that is made of texts.
struct Made {
    text: String,
    /// The call that it is for.
    range: TextRange,
    /// What the texts call the module.
    main: String,
}

impl Calls<'_> {
    fn text<'e>(&'e self, expr: &'e Expr) -> Option<&'e str> {
        match expr {
            Expr::StringLiteral(text) => Some(text.value.to_str()),
            Expr::Name(name) => {
                self.texts.iter().find(|(known, _)| known == name.id.as_str()).map(|(_, text)| text.as_str())
            }
            _ => None,
        }
    }

    /// Which of the functions is called.
    fn function(&self, call: &ExprCall) -> Option<&'static str> {
        let name = match &*call.func {
            Expr::Name(name) => name.id.to_string(),
            Expr::Attribute(attribute) => {
                format!("{}.{}", attribute.value.as_name_expr()?.id, attribute.attr)
            }
            _ => return None,
        };
        self.functions.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
    }

    /// Whether an expression is `globals()`.
    fn are_globals(&self, value: &Expr) -> bool {
        let Expr::Call(call) = value else { return false };
        let is_name = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "globals");
        is_name && call.arguments.is_empty() && self.bound.is_builtin("globals")
    }

    fn is_globals(&self, keyword: &Keyword) -> bool {
        keyword.arg.as_deref() == Some("globals") && self.are_globals(&keyword.value)
    }

    /// The text of what stands for the call.
    fn replacement(&self, call: &ExprCall) -> Option<String> {
        let function = self.function(call)?;
        let order: &[&str] = match function {
            "timeit" => &["stmt", "setup", "timer", "number", "globals"],
            _ => &["stmt", "setup", "timer", "repeat", "number", "globals"],
        };
        let arguments = &call.arguments;
        let is_known = |name: &str| order.contains(&name);
        if arguments.args.iter().any(Expr::is_starred_expr)
            || arguments.args.len() > order.len()
            || !arguments.keywords.iter().all(|keyword| keyword.arg.as_deref().is_some_and(is_known))
        {
            return None;
        }
        let given = |name: &str| {
            order
                .iter()
                .position(|known| *known == name)
                .and_then(|at| arguments.find_argument_value(name, at))
        };
        let statement = self.text(given("stmt")?)?;
        let setup = match given("setup") {
            Some(setup) => self.text(setup)?,
            None => "pass",
        };
        if given("timer").is_some() {
            return None;
        }
        let sees_module = match given("globals") {
            None => false,
            Some(globals) if self.are_globals(globals) => true,
            Some(_) => return None,
        };
        let setup = self.setup(setup)?;
        if !self.is_closed(&setup, statement, sees_module) || !is_plain(statement) {
            return None;
        }
        let mut made = self.made.borrow_mut();
        let n = made.len() + 1;
        let inside = |text: &str, indent: &str| text.trim_end().replace('\n', &format!("\n{indent}"));
        let text = format!(
            "def _timed_{n}(number):\n    {}\n    _start = _timer()\n    for _round in range(number):\n        {}\n    return _timer() - _start\n",
            inside(&setup.text, "    "),
            inside(statement, "        "),
        );
        parse_module(&text).ok()?;
        made.push(Made { text, range: call.range(), main: setup.main });
        Some(match function {
            "timeit" => format!("_timed_{n}(number)"),
            _ => format!("[_timed_{n}(number) for _round in range(repeat)]"),
        })
    }

    /// A setup without its imports of `__main__`, whose names are the module's.
    fn setup(&self, text: &str) -> Option<Setup> {
        let body = parse_module(text).ok()?.into_syntax().body;
        let main = "__main__".to_owned();
        let mut setup = Setup { text: String::new(), imported: BTreeSet::new(), main };
        for stmt in &body {
            match stmt {
                Stmt::Import(import)
                    if import.names.iter().any(|alias| alias.name.as_str() == "__main__") =>
                {
                    let [alias] = import.names.as_slice() else { return None };
                    setup.main = alias.asname.as_ref().unwrap_or(&alias.name).to_string();
                    setup.imported.insert(setup.main.clone());
                }
                Stmt::ImportFrom(import) if import.module.as_deref() == Some("__main__") => {
                    for alias in &import.names {
                        if alias.asname.is_some() || alias.name.as_str() == "*" {
                            return None;
                        }
                        setup.imported.insert(alias.name.to_string());
                    }
                }
                stmt => {
                    setup.text.push_str(&text[stmt.range()]);
                    setup.text.push('\n');
                }
            }
        }
        if setup.text.is_empty() {
            setup.text.push_str("pass");
        }
        is_plain(&setup.text).then_some(setup)
    }

    /// Whether the texts name nothing of the module's but what they may see, and bind none of what they import.
    fn is_closed(&self, setup: &Setup, statement: &str, sees_module: bool) -> bool {
        let text = format!("{}\n{statement}\n", setup.text);
        let Ok(parsed) = parse_module(&text) else { return false };
        let body: Vec<Stmt> = parsed.into_syntax().body.into_iter().collect();
        let own = Bound::of(&body);
        let mut names = Names::default();
        names.visit_body(&body);
        let of_module: BTreeSet<&str> = self.bound.all().collect();
        let is_rebound = setup.imported.iter().any(|name| own.times(name) > 0);
        !is_rebound
            && names.0.iter().all(|name| {
                sees_module
                    || own.times(name) > 0
                    || own.is_imported(name)
                    || setup.imported.contains(name)
                    || !of_module.contains(name.as_str())
            })
    }
}

struct Setup {
    text: String,
    /// What it imports from `__main__`, and `__main__` itself.
    imported: BTreeSet<String>,
    /// What it calls that.
    main: String,
}

/// The names that are read.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl<'a> Visitor<'a> for Names {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr
            && name.ctx == ExprContext::Load
        {
            self.0.insert(name.id.to_string());
        }
        visit_expr(self, expr);
    }
}

/// Whether a text parses and leaves nothing: CPython's own would be a syntax error.
fn is_plain(text: &str) -> bool {
    let Ok(parsed) = parse_module(text) else { return false };
    let mut leaves = Leaves(false);
    leaves.visit_body(&parsed.into_syntax().body);
    !leaves.0
}

struct Leaves(bool);

impl<'a> Visitor<'a> for Leaves {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Return(_) | Stmt::Break(_) | Stmt::Continue(_) | Stmt::Nonlocal(_) => self.0 = true,
            // Loops and functions have their own.
            Stmt::For(_) | Stmt::While(_) | Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            stmt => visit_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        self.0 |= matches!(expr, Expr::Yield(_) | Expr::YieldFrom(_) | Expr::Await(_));
        visit_expr(self, expr);
    }
}

impl Transformer for Calls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Some(text) = self.replacement(call) else {
            // Functions have their own globals; a text that is left is not run.
            if self.function(call).is_some() {
                let n_given = call.arguments.keywords.len();
                call.arguments.keywords.retain(|keyword| !self.is_globals(keyword));
                self.is_changed.set(self.is_changed.get() || call.arguments.keywords.len() < n_given);
            }
            return;
        };
        let arguments = &call.arguments;
        // The places of `number` and `repeat`, which are all that is evaluated.
        let of_repeat = text.starts_with('[');
        let number = arguments.find_argument_value("number", if of_repeat { 4 } else { 3 }).cloned();
        let repeat = arguments.find_argument_value("repeat", 3).filter(|_| of_repeat).cloned();
        let (text, order) = if of_repeat {
            let call = text.trim_start_matches('[').split(" for").next().unwrap_or_default().to_owned();
            (format!("(lambda repeat, number: [{call} for _round in range(repeat)])(repeat, number)"), 2)
        } else {
            (text, 1)
        };
        let Some(Stmt::Expr(made)) = parsed(&text, call.range()).pop() else { return };
        let mut made = *made.value;
        let given = [(number, "1000000"), (repeat, "5")];
        if let Expr::Call(made) = &mut made {
            let args = made.arguments.args.iter_mut().rev().take(order);
            for (place, (value, default)) in args.zip(given) {
                match value {
                    Some(value) => *place = value,
                    None => {
                        if let Some(Stmt::Expr(number)) = parsed(default, call.range()).pop() {
                            *place = *number.value;
                        }
                    }
                }
            }
        }
        *expr = made;
    }
}

/// `__main__.f` is `f`, whatever `__main__` is imported as.
struct Main {
    name: String,
}

impl Transformer for Main {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        if let Stmt::Import(import) = stmt
            && import.names.iter().all(|alias| alias.name.as_str() == "__main__")
        {
            *stmt = Stmt::Pass(StmtPass { range: import.range, node_index: import.node_index.clone() });
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Attribute(attribute) = &*expr
            && let Expr::Name(module) = &*attribute.value
            && module.id.as_str() == self.name
        {
            *expr = Expr::Name(ExprName {
                id: attribute.attr.id.clone(),
                ctx: attribute.ctx,
                range: attribute.range,
                node_index: attribute.node_index.clone(),
            });
        }
    }
}
