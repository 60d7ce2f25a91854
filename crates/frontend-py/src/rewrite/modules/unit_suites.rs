//! Suites of unit tests: what loads the tests of a class is a function that makes a suite of them.
//!
//! ```text
//! s = unittest.TestSuite()                               def _unittest_case_T(result):
//! s.addTests(loader.loadTestsFromTestCase(T))                case_1 = T("test_a")
//! s.addTest(U("test_b"))                                     result.run(case_1, case_1.test_a, "test_a (…)")
//!                                                        def _unittest_tests_T():
//!                                                            return _unittest_module.TestSuite()._with(_unittest_case_T, 1)
//!                                                        s.addTests(_unittest_tests_T())
//! ```
//!
//! Source: Library Reference, `unittest`, "Loading and running tests".

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::modules::unit_tests::Case;
use crate::rewrite::quote::parsed;

/// Replaces what makes suites.
pub(crate) struct Suites<'a> {
    bound: &'a Bound<'a>,
    cases: &'a BTreeMap<String, Case>,
    /// What the program calls the functions that it imports: the runner, the suite, and what makes a suite of a class.
    runner: Option<&'a str>,
    suite: Option<&'a str>,
    make_suite: Option<&'a str>,
    is_used: Cell<bool>,
    /// Classes whose tests are loaded, and those of which one is.
    loaded: RefCell<BTreeSet<(String, Option<String>)>>,
    /// Whether a class is loaded that only the run knows.
    loads_any: Cell<bool>,
    loads_all: Cell<bool>,
}

impl<'a> Suites<'a> {
    pub(crate) fn new(bound: &'a Bound<'a>, body: &'a [Stmt], cases: &'a BTreeMap<String, Case>) -> Self {
        let [runner, suite, make_suite] =
            ["TextTestRunner", "TestSuite", "makeSuite"].map(|name| imported(body, "unittest", name));
        Suites {
            bound,
            cases,
            runner,
            suite,
            make_suite,
            is_used: Cell::new(false),
            loaded: RefCell::default(),
            loads_any: Cell::new(false),
            loads_all: Cell::new(false),
        }
    }

    /// Whether there was one.
    pub(crate) fn is_used(&self) -> bool {
        self.is_used.get()
    }

    /// The functions that make suites.
    pub(crate) fn definitions(&self) -> String {
        let mut text = String::new();
        let mut loaded = self.loaded.borrow().clone();
        if self.loads_any.get() || self.loads_all.get() {
            loaded.extend(self.cases.keys().map(|class| (class.clone(), None)));
        }
        let is_any_prepared = self.cases.values().any(Case::is_prepared);
        for (class, only) in &loaded {
            let Some(case) = self.cases.get(class) else { continue };
            let name = suite_name(class, only.as_deref());
            let mut n = 0;
            let mut lines = case.run(class, only.as_deref(), &mut n);
            if is_any_prepared {
                let is_prepared = if case.is_prepared() { "True" } else { "False" };
                lines.insert_str(0, &format!("    result.enter(\"{class}\", {is_prepared})\n"));
            }
            let lines = if lines.is_empty() { "    pass\n".to_owned() } else { lines };
            let _ = write!(
                text,
                "def _unittest_case{name}(result):\n{lines}def _unittest_tests{name}():\n    return _unittest_module.TestSuite()._with(_unittest_case{name}, {n})\n"
            );
        }
        if self.loads_any.get() {
            text.push_str("def _unittest_tests_of(case):\n");
            for class in self.cases.keys() {
                let _ = write!(
                    text,
                    "    if case is {class}:\n        return _unittest_tests{}()\n",
                    suite_name(class, None)
                );
            }
            text.push_str("    raise TypeError(\"no test case\")\n");
        }
        if self.loads_all.get() {
            text.push_str("def _unittest_tests_all():\n    suite = _unittest_module.TestSuite()\n");
            for class in self.cases.keys() {
                let _ = writeln!(text, "    suite.addTest(_unittest_tests{}())", suite_name(class, None));
            }
            text.push_str("    return suite\n");
        }
        text
    }

    /// What stands for a call; `None` where it stays.
    fn replacement(&self, call: &ExprCall) -> Option<String> {
        let args = &call.arguments;
        let first = args.args.first();
        let is_single = args.args.len() == 1 && args.keywords.is_empty();
        match &*call.func {
            Expr::Attribute(method) if is_single && is_receiver(&method.value) => {
                match (method.attr.as_str(), first?) {
                    ("loadTestsFromTestCase" | "makeSuite", class) => return self.load(class),
                    ("loadTestsFromModule", _) => {
                        self.loads_all.set(true);
                        return Some("_unittest_tests_all()".to_owned());
                    }
                    _ => {}
                }
            }
            // One test, by its name.
            Expr::Name(class) if is_single && self.bound.times(class.id.as_str()) == 1 => {
                let case = self.cases.get(class.id.as_str())?;
                let Expr::StringLiteral(test) = first? else { return None };
                let test = test.value.to_str();
                // Beside others of its class it shares what is set up for the class.
                if !case.tests.contains_key(test) || case.is_prepared() {
                    return None;
                }
                let name = suite_name(class.id.as_str(), Some(test));
                self.loaded.borrow_mut().insert((class.id.to_string(), Some(test.to_owned())));
                return Some(format!("_unittest_tests{name}()"));
            }
            _ => {}
        }
        if is_single && self.bound.is_function(&call.func, self.make_suite, "unittest", "makeSuite") {
            return self.load(first?);
        }
        None
    }

    /// The suite of a class.
    fn load(&self, class: &Expr) -> Option<String> {
        let Expr::Name(name) = class else { return None };
        let class = name.id.as_str();
        if self.cases.contains_key(class) && self.bound.times(class) == 1 {
            self.loaded.borrow_mut().insert((class.to_owned(), None));
            return Some(format!("_unittest_tests{}()", suite_name(class, None)));
        }
        self.loads_any.set(true);
        Some(format!("_unittest_tests_of({class})"))
    }

    /// Whether a call makes a suite, or what runs one.
    fn makes(&self, call: &ExprCall) -> bool {
        self.bound.is_function(&call.func, self.runner, "unittest", "TextTestRunner")
            || self.bound.is_function(&call.func, self.suite, "unittest", "TestSuite")
    }
}

/// A runner that is refused, by its name.
const ELSEWHERE: &str = "_unittest_module.TextTestRunner_with_these_arguments";

/// Whether it is `sys.stderr`.
fn is_standard_error(stream: &Expr) -> bool {
    matches!(stream, Expr::Attribute(of) if of.attr.as_str() == "stderr" && matches!(&*of.value, Expr::Name(of) if of.id.as_str() == "sys"))
}

/// Whether it may be a loader of tests, and nothing else happens where it is asked.
fn is_receiver(expr: &Expr) -> bool {
    match expr {
        Expr::Name(_) => true,
        Expr::Attribute(attribute) => attribute.value.is_name_expr(),
        Expr::Call(call) => call.arguments.is_empty() && is_receiver(&call.func),
        _ => false,
    }
}

/// The end of the names of the functions for a class, or for one of its tests.
fn suite_name(class: &str, only: Option<&str>) -> String {
    match only {
        Some(test) => format!("_{class}_{test}"),
        None => format!("_{class}"),
    }
}

impl Transformer for Suites<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = &*expr else { return };
        if self.makes(call) {
            let is_plain = call.arguments.args.is_empty()
                && call.arguments.keywords.iter().all(|keyword| {
                    matches!(keyword.arg.as_deref(), Some("verbosity" | "descriptions"))
                        || keyword.arg.as_deref() == Some("stream") && is_standard_error(&keyword.value)
                });
            self.is_used.set(true);
            if self.bound.is_function(&call.func, self.runner, "unittest", "TextTestRunner") {
                let Expr::Call(call) = expr else { return };
                call.arguments.keywords = call
                    .arguments
                    .keywords
                    .iter()
                    .filter(|keyword| keyword.arg.as_deref() != Some("stream"))
                    .cloned()
                    .collect();
                // What it tells has times and places of a machine in it, which only a person at the terminal reads.
                if !is_plain && let Some(Stmt::Expr(other)) = parsed(ELSEWHERE, call.range()).pop() {
                    call.func = other.value;
                }
            }
            return;
        }
        let Some(text) = self.replacement(call) else { return };
        if let Some(Stmt::Expr(made)) = parsed(&text, expr.range()).pop() {
            *expr = *made.value;
            self.is_used.set(true);
        }
    }
}
