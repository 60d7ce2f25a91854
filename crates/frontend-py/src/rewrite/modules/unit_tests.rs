//! `unittest.main()`: the tests of the module's test cases, called one after another in the order of their names.
//!
//! ```text
//! class TestAdd(unittest.TestCase):       def _unittest_main_():
//!     def test_sum(self): …                   result = _unittest_module._Result()
//! unittest.main()                             case_1 = TestAdd("test_sum")
//!                                             result.run(case_1, case_1.test_sum, "test_sum (…)")
//!                                             …
//! self.assertRaises(E, f, 1)              self._assert_call_raises(E, lambda: f(1))
//! ```
//!
//! Suites of them are made in `unit_suites.rs`.
//!
//! What `skip` and its like decorate is noted as skipped. Source: Library Reference, `unittest`.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt::Write;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::{Decorator, Expr, ExprCall, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::modules::unit_suites::Suites;
use crate::rewrite::quote::parsed;

/// What calls the tests.
const MAIN: &str = "_unittest_main_";

/// The module's statements with the tests called; `None` where there are none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    let [main, case] = ["main", "TestCase"].map(|name| imported(body, "unittest", name));
    let module = Unit { bound: &bound, main, case };
    let mut cases: BTreeMap<String, Case> = BTreeMap::new();
    for stmt in body {
        if let Stmt::ClassDef(def) = stmt
            && let Some(case) = module.case(source, def, body, &cases)
        {
            cases.insert(def.name.to_string(), case);
        }
    }
    if cases.is_empty() {
        return None;
    }
    let mut out = body.to_vec();
    let calls = Calls { module: &module, body, is_main: Cell::new(false), is_asked: Cell::new(false) };
    let suites = Suites::new(&bound, body, &cases);
    let mut at = None;
    for (i, stmt) in out.iter_mut().enumerate() {
        if let Stmt::ClassDef(def) = stmt
            && cases.contains_key(def.name.as_str())
        {
            let is_kept = |decorator: &Decorator| skipping(&decorator.expression, &module, body).is_none();
            def.decorator_list.retain(is_kept);
            for method in &mut def.body {
                if let Stmt::FunctionDef(method) = method {
                    method.decorator_list.retain(is_kept);
                }
            }
            let assertions = Assertions;
            def.body.iter_mut().for_each(|stmt| assertions.visit_stmt(stmt));
        }
        calls.visit_stmt(stmt);
        suites.visit_stmt(stmt);
        if (calls.is_main.get() || suites.is_used()) && at.is_none() {
            at = Some(i);
        }
    }
    if let Some(at) = at {
        let range = out[at].range();
        let mut text = "import unittest as _unittest_module\n".to_owned();
        if calls.is_main.get() {
            text.push_str(&runner(&cases, calls.is_asked.get()));
        }
        text.push_str(&suites.definitions());
        out.splice(at..at, parsed(&text, range));
    }
    Some(out)
}

/// A class of tests.
#[derive(Clone, Default)]
pub(crate) struct Case {
    /// Its tests and those that it inherits: the reason why one is skipped, and the condition, where there is one.
    pub(super) tests: BTreeMap<String, Option<Skipped>>,
    skipped: Option<Skipped>,
    sets_up: bool,
    tears_down: bool,
}

/// Why a test is skipped: Python's text of the condition and of the reason.
#[derive(Clone)]
pub(super) struct Skipped {
    condition: String,
    reason: String,
}

/// What the program calls what it imports.
struct Unit<'a> {
    bound: &'a Bound<'a>,
    main: Option<&'a str>,
    case: Option<&'a str>,
}

impl Unit<'_> {
    fn case(
        &self,
        source: &str,
        def: &StmtClassDef,
        body: &[Stmt],
        known: &BTreeMap<String, Case>,
    ) -> Option<Case> {
        let mut case: Option<Case> = None;
        for base in def.arguments.iter().flat_map(|arguments| &arguments.args) {
            if self.bound.is_function(base, self.case, "unittest", "TestCase") {
                case.get_or_insert_default();
            } else if let Expr::Name(name) = base
                && let Some(inherited) = known.get(name.id.as_str())
            {
                let case = case.get_or_insert_default();
                case.tests.extend(inherited.tests.clone());
                case.skipped = case.skipped.take().or_else(|| inherited.skipped.clone());
                case.sets_up |= inherited.sets_up;
                case.tears_down |= inherited.tears_down;
            } else if let Expr::Name(name) = base
                && let Some(mixin) = body.iter().find_map(|stmt| match stmt {
                    Stmt::ClassDef(other) if other.name.as_str() == name.id.as_str() => Some(other),
                    _ => None,
                })
            {
                let case = case.get_or_insert_default();
                self.add_tests(source, mixin, body, case);
            }
        }
        let derives = def.arguments.iter().flat_map(|arguments| &arguments.args).any(|base| {
            self.bound.is_function(base, self.case, "unittest", "TestCase")
                || matches!(base, Expr::Name(name) if known.contains_key(name.id.as_str()))
        });
        let mut case = case.filter(|_| derives)?;
        self.add_tests(source, def, body, &mut case);
        let own =
            def.decorator_list.iter().find_map(|decorator| self.skipped(source, &decorator.expression, body));
        case.skipped = own.or(case.skipped);
        Some(case)
    }

    fn add_tests(&self, source: &str, def: &StmtClassDef, body: &[Stmt], case: &mut Case) {
        for stmt in &def.body {
            let Stmt::FunctionDef(method) = stmt else { continue };
            match method.name.as_str() {
                "setUpClass" => case.sets_up = true,
                "tearDownClass" => case.tears_down = true,
                name if name.starts_with("test") && !method.is_async => {
                    let skipped = method
                        .decorator_list
                        .iter()
                        .find_map(|decorator| self.skipped(source, &decorator.expression, body));
                    case.tests.insert(name.to_owned(), skipped);
                }
                _ => {}
            }
        }
    }

    /// Why what is decorated is skipped.
    fn skipped(&self, source: &str, decorator: &Expr, body: &[Stmt]) -> Option<Skipped> {
        let word = skipping(decorator, self, body)?;
        let text = |expr: &Expr| source.get(expr.range().to_std_range()).unwrap_or_default().to_owned();
        let args = decorator.as_call_expr().map_or(&[][..], |call| &call.arguments.args);
        let reason = |at: usize| args.get(at).map_or("''".to_owned(), text);
        Some(match word {
            "skip" => Skipped { condition: "True".to_owned(), reason: reason(0) },
            "skipIf" => Skipped { condition: format!("({})", text(args.first()?)), reason: reason(1) },
            _ => Skipped { condition: format!("not ({})", text(args.first()?)), reason: reason(1) },
        })
    }
}

/// Which function of the module a decorator calls that skips what it decorates.
fn skipping(decorator: &Expr, module: &Unit<'_>, body: &[Stmt]) -> Option<&'static str> {
    let callee = match decorator {
        Expr::Call(call) => &*call.func,
        callee => callee,
    };
    ["skip", "skipIf", "skipUnless"]
        .into_iter()
        .find(|name| module.bound.is_function(callee, imported(body, "unittest", name), "unittest", name))
}

/// The function that runs all tests; `is_asked` where somebody asks what it gives.
fn runner(cases: &BTreeMap<String, Case>, is_asked: bool) -> String {
    let mut text = format!("def {MAIN}(exit=True):\n    result = _unittest_module._Result()\n");
    let mut n = 0;
    for (class, case) in cases {
        text.push_str(&case.run(class, None, &mut n));
    }
    text.push_str(
        "    is_fine = result.report()\n    if exit:\n        raise SystemExit(0 if is_fine else 1)\n",
    );
    if is_asked {
        text.push_str("    return _unittest_module._Program(result)\n");
    }
    text
}

impl Case {
    /// Whether something happens once for all tests of the class.
    pub(super) fn is_prepared(&self) -> bool {
        self.sets_up || self.tears_down
    }

    /// The statements that run the tests of `class`, or one of them; `n` is how many were written before.
    pub(super) fn run(&self, class: &str, only: Option<&str>, n: &mut usize) -> String {
        let mut indent = "    ".to_owned();
        let mut lines = String::new();
        let tests = || self.tests.iter().filter(|(test, _)| only.is_none_or(|only| only == test.as_str()));
        if tests().next().is_none() {
            return lines;
        }
        if self.sets_up {
            let step = format!("result.step(\"setUpClass (__main__.{class})\", {class}.setUpClass)");
            let _ = writeln!(lines, "{indent}if {step}:");
            indent.push_str("    ");
        }
        for (test, skipped) in tests() {
            *n += 1;
            let name = format!("\"{test} (__main__.{class}.{test})\"");
            let mut inner = indent.clone();
            if let Some(Skipped { condition, reason }) = self.skipped.as_ref().or(skipped.as_ref()) {
                let _ = writeln!(
                    lines,
                    "{indent}if {condition}:\n{indent}    result.testsRun += 1\n{indent}    result.skip({name}, {reason})\n{indent}else:"
                );
                inner.push_str("    ");
            }
            let _ = writeln!(
                lines,
                "{inner}case_{n} = {class}(\"{test}\")\n{inner}result.run(case_{n}, case_{n}.{test}, {name})"
            );
        }
        if self.tears_down {
            let _ = writeln!(
                lines,
                "{indent}result.step(\"tearDownClass (__main__.{class})\", {class}.tearDownClass)"
            );
        }
        lines
    }
}

/// Replaces calls of `unittest.main`.
struct Calls<'a> {
    module: &'a Unit<'a>,
    body: &'a [Stmt],
    is_main: Cell<bool>,
    /// Whether somebody asks what one gives.
    is_asked: Cell<bool>,
}

impl Calls<'_> {
    /// Replaces one.
    fn replace(&self, expr: &mut Expr) {
        let Expr::Call(call) = &*expr else { return };
        let is_main = self.module.bound.is_function(&call.func, self.module.main, "unittest", "main");
        if !is_main || imported(self.body, "unittest", "main") != self.module.main {
            return;
        }
        let exits = !call.arguments.keywords.iter().any(|keyword| {
            keyword.arg.as_deref() == Some("exit")
                && matches!(&keyword.value, Expr::BooleanLiteral(value) if !value.value)
        });
        let text = if exits { format!("{MAIN}()") } else { format!("{MAIN}(False)") };
        if let Some(Stmt::Expr(call)) = parsed(&text, expr.range()).pop() {
            *expr = *call.value;
            self.is_main.set(true);
        }
    }
}

impl Transformer for Calls<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Expr(expr) if expr.value.is_call_expr() => self.replace(&mut expr.value),
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let was_main = self.is_main.replace(false);
        self.replace(expr);
        self.is_asked.set(self.is_asked.get() || self.is_main.get());
        self.is_main.set(was_main || self.is_main.get());
    }
}

/// Assertions that call a function, and clean-ups, with the call in a `lambda`.
struct Assertions;

impl Assertions {
    fn replace(call: &mut ExprCall) -> Option<()> {
        let range = call.range();
        let Expr::Attribute(method) = &mut *call.func else { return None };
        let (name, n_first) = match method.attr.as_str() {
            "assertRaises" => ("_assert_call_raises", 1),
            "assertRaisesRegex" => ("_assert_call_raises_regex", 2),
            "addCleanup" => ("_add_cleanup", 0),
            _ => return None,
        };
        let called = call.arguments.args.get(..=n_first)?;
        if called.iter().any(Expr::is_starred_expr) {
            return None;
        }
        let Stmt::Expr(mut made) = parsed("lambda: _()", range).pop()? else { return None };
        let mut rest = call.arguments.args[n_first..].to_vec();
        let callee = rest.remove(0);
        if let Expr::Lambda(lambda) = &mut *made.value
            && let Expr::Call(inner) = &mut *lambda.body
        {
            *inner.func = callee;
            inner.arguments.args = rest.into();
            inner.arguments.keywords = std::mem::take(&mut call.arguments.keywords);
        }
        let mut args = call.arguments.args[..n_first].to_vec();
        args.push(*made.value);
        call.arguments.args = args.into();
        method.attr.id = name.into();
        Some(())
    }
}

impl Transformer for Assertions {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Call(call) = expr {
            Assertions::replace(call);
        }
    }
}
