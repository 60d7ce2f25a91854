//! Calls of `testmod` and `run_docstring_examples`, and what they ask for.

use std::cell::{Cell, RefCell};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_stmt as look_at_stmt};
use ruff_python_ast::{Expr, ExprCall, ExprDict, Number, Operator, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::names::written_names::is_identifier;
use crate::rewrite::quote::parsed;

/// What a call asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The function or class whose docstring alone is meant.
    pub(crate) only: Option<String>,
    /// Whether every example is reported.
    pub(crate) is_verbose: bool,
    /// What the module, or the one object, is called in reports.
    pub(crate) name: String,
    /// Options of all examples, as the runtime's `doctest` says.
    pub(crate) options: i64,
    /// Whether a summary follows.
    pub(crate) summarizes: bool,
    /// The names that all examples see beside the module's, whose values the call hands over.
    pub(crate) extra: Vec<String>,
}

/// Finds such calls and replaces them.
pub(crate) struct Calls<'a> {
    bound: &'a Bound<'a>,
    /// Names of the module.
    modules: Vec<String>,
    /// Names of `testmod` and of `run_docstring_examples`.
    functions: Vec<(String, &'static str)>,
    /// What is asked for: the functions `_doctests`, `_doctests_1` … do it.
    pub(crate) asked: RefCell<Vec<Asked>>,
    /// Where the first call stands.
    pub(crate) found: Cell<Option<TextRange>>,
    /// Whether something reads what `testmod` gives.
    pub(crate) is_read: Cell<bool>,
    /// Whether a call asks for what is not translated.
    pub(crate) is_unknown: Cell<bool>,
}

const FUNCTIONS: [&str; 2] = ["testmod", "run_docstring_examples"];

impl<'a> Calls<'a> {
    pub(crate) fn of(body: &[Stmt], bound: &'a Bound<'a>) -> Self {
        let mut imports = Imports::default();
        imports.visit_body(body);
        imports.modules.retain(|name| bound.is_module(name, "doctest"));
        imports.functions.retain(|(name, _)| bound.times(name) == 1);
        Calls {
            bound,
            modules: imports.modules,
            functions: imports.functions,
            asked: RefCell::default(),
            found: Cell::new(None),
            is_read: Cell::new(false),
            is_unknown: Cell::new(false),
        }
    }

    fn function(&self, callee: &Expr) -> Option<&'static str> {
        match callee {
            Expr::Name(name) => {
                self.functions.iter().find(|(local, _)| *local == name.id.as_str()).map(|(_, name)| *name)
            }
            Expr::Attribute(attribute) => match &*attribute.value {
                Expr::Name(of) if self.modules.iter().any(|name| *name == of.id.as_str()) => {
                    FUNCTIONS.into_iter().find(|name| *name == attribute.attr.as_str())
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn asked(&self, function: &str, call: &ExprCall) -> Option<Asked> {
        let mut asked = Asked {
            only: None,
            is_verbose: false,
            name: "__main__".to_owned(),
            options: 0,
            summarizes: true,
            extra: Vec::new(),
        };
        let args = &call.arguments.args;
        if function == "testmod" {
            if !args.is_empty() {
                return None;
            }
        } else {
            let [of, globals @ ..] = &**args else { return None };
            asked.only = Some(dotted(of)?);
            asked.name = "NoName".to_owned();
            let given = call.arguments.find_keyword("globs").map(|keyword| &keyword.value);
            let is_globals = match (globals, given) {
                ([globals], None) | ([], Some(globals)) => self.is_globals(globals),
                _ => false,
            };
            if !is_globals {
                return None;
            }
        }
        for keyword in &call.arguments.keywords {
            match (keyword.arg.as_deref()?, &keyword.value) {
                ("globs", _) if asked.only.is_some() => {}
                ("verbose", Expr::BooleanLiteral(value)) => asked.is_verbose = value.value,
                ("verbose" | "name" | "m" | "extraglobs", Expr::NoneLiteral(_)) => {}
                ("extraglobs", Expr::Dict(given)) if function == "testmod" => asked.extra = names(given)?,
                ("name", Expr::StringLiteral(name)) => asked.name = name.value.to_str().to_owned(),
                ("optionflags", value) => asked.options = self.flags(value)?,
                ("report", Expr::BooleanLiteral(value)) => asked.summarizes = value.value,
                ("raise_on_error" | "exclude_empty", Expr::BooleanLiteral(value)) if !value.value => {}
                _ => return None,
            }
        }
        Some(asked)
    }

    /// `globals()`.
    fn is_globals(&self, value: &Expr) -> bool {
        matches!(value, Expr::Call(call) if call.arguments.is_empty()
            && matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "globals")
            && self.bound.is_builtin("globals"))
    }

    /// `doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE`.
    fn flags(&self, value: &Expr) -> Option<i64> {
        match value {
            Expr::BinOp(both) if both.op == Operator::BitOr => {
                Some(self.flags(&both.left)? | self.flags(&both.right)?)
            }
            Expr::NumberLiteral(number) if matches!(&number.value, Number::Int(value) if *value == 0) => {
                Some(0)
            }
            Expr::Attribute(attribute) => {
                let Expr::Name(of) = &*attribute.value else { return None };
                self.modules.iter().find(|name| *name == of.id.as_str())?;
                flag(attribute.attr.as_str())
            }
            _ => None,
        }
    }

    /// The call of the function that does what the call asks for.
    fn replacement(&self, function: &str, call: &ExprCall) -> Option<Stmt> {
        let Some(asked) = self.asked(function, call) else {
            self.is_unknown.set(true);
            return None;
        };
        if self.found.get().is_none() {
            self.found.set(Some(call.range()));
        }
        let mut all = self.asked.borrow_mut();
        let at = all.iter().position(|other| *other == asked).unwrap_or_else(|| {
            all.push(asked);
            all.len() - 1
        });
        let mut stmt = parsed(&format!("{}()\n", name_of_run(at)), call.range()).pop()?;
        if let Stmt::Expr(only) = &mut stmt
            && let Expr::Call(made) = &mut *only.value
            && let Some(Expr::Dict(given)) = call.arguments.find_keyword("extraglobs").map(|it| &it.value)
        {
            made.arguments.args = given.items.iter().map(|item| item.value.clone()).collect();
        }
        Some(stmt)
    }
}

/// The names that a dict of globals gives values; `None` where they are not written out.
fn names(given: &ExprDict) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for item in &given.items {
        let Some(Expr::StringLiteral(key)) = &item.key else { return None };
        let name = key.value.to_str();
        if !is_identifier(name) || names.iter().any(|other| other == name) {
            return None;
        }
        names.push(name.to_owned());
    }
    Some(names)
}

/// The function that does what was asked for.
pub(crate) fn name_of_run(at: usize) -> String {
    if at == 0 { "_doctests".to_owned() } else { format!("_doctests_{at}") }
}

/// Failures are reported in another way: the runtime traps there.
pub(crate) const REPORTED_OTHERWISE: i64 = 8;

/// What an option means to the runtime.
pub(crate) fn flag(name: &str) -> Option<i64> {
    match name {
        "NORMALIZE_WHITESPACE" => Some(1),
        "ELLIPSIS" => Some(2),
        "IGNORE_EXCEPTION_DETAIL" => Some(4),
        "REPORT_UDIFF" | "REPORT_CDIFF" | "REPORT_NDIFF" | "REPORT_ONLY_FIRST_FAILURE" | "FAIL_FAST" => {
            Some(REPORTED_OTHERWISE)
        }
        _ => None,
    }
}

/// `name` or `name.attribute`.
fn dotted(value: &Expr) -> Option<String> {
    match value {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => Some(format!("{}.{}", dotted(&attribute.value)?, attribute.attr)),
        _ => None,
    }
}

impl Transformer for Calls<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        if let Stmt::Expr(only) = stmt
            && let Expr::Call(call) = &*only.value
            && let Some(function) = self.function(&call.func)
        {
            if let Some(call) = self.replacement(function, call) {
                *stmt = call;
            }
            return;
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Some(function) = self.function(&call.func) else { return };
        self.is_read.set(true);
        if function == "testmod"
            && let Some(Stmt::Expr(only)) = self.replacement(function, call)
        {
            *expr = *only.value;
        }
    }
}

#[derive(Default)]
struct Imports {
    modules: Vec<String>,
    functions: Vec<(String, &'static str)>,
}

impl<'a> Visitor<'a> for Imports {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in import.names.iter().filter(|alias| alias.name.as_str() == "doctest") {
                    self.modules.push(alias.asname.as_ref().unwrap_or(&alias.name).to_string());
                }
            }
            Stmt::ImportFrom(import) if import.module.as_deref() == Some("doctest") => {
                for alias in &import.names {
                    if let Some(name) = FUNCTIONS.into_iter().find(|name| *name == alias.name.as_str()) {
                        self.functions.push((alias.asname.as_ref().unwrap_or(&alias.name).to_string(), name));
                    }
                }
            }
            stmt => look_at_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}
