//! Imports, and names of Python 2, whose outcome is known before the run: `try: from collections import Sequence` fails, what CPython's library has
//! is there, and nothing below `if TYPE_CHECKING:` is ever imported.
//!
//! ```text
//! try:                                                    from collections.abc import Sequence
//!     from collections import Sequence
//! except ImportError:
//!     from collections.abc import Sequence
//! ```
//!
//! A module that CPython's library lacks may still lie beside the program, so such an import stays as it is; but for the
//! modules of Python 2 that Python 3 gave another name, and for the packages that programs use where they are installed:
//! what is compiled runs as in a CPython without packages.

use std::cell::OnceCell;

use portalis_hir::stdlib::{has_module, has_name};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{
    CmpOp, ElifElseClause, ExceptHandler, ExceptHandlerExceptHandler, Expr, Number, Stmt, StmtIf, StmtTry,
    Suite,
};

use crate::rewrite::bound::Bound;

/// Modules of Python 2 that have another name in Python 3.
const RENAMED: &[&str] = &[
    "ConfigParser",
    "HTMLParser",
    "Queue",
    "StringIO",
    "Tkinter",
    "__builtin__",
    "cPickle",
    "cStringIO",
    "urllib2",
    "urlparse",
];

/// Packages that programs import where they are installed, and do without where not.
const PACKAGES: &[&str] = &[
    "IPython",
    "PIL",
    "bs4",
    "chardet",
    "click",
    "colorama",
    "cupy",
    "cv2",
    "cython",
    "gmpy",
    "gmpy2",
    "graphviz",
    "line_profiler",
    "matplotlib",
    "memory_profiler",
    "mpmath",
    "msgpack",
    "networkx",
    "numba",
    "numexpr",
    "numpy",
    "orjson",
    "pandas",
    "psutil",
    "psyco",
    "pyfiglet",
    "pygame",
    "pyperclip",
    "pytest",
    "regex",
    "requests",
    "rich",
    "scipy",
    "seaborn",
    "simplejson",
    "sklearn",
    "sympy",
    "tabulate",
    "tensorflow",
    "termcolor",
    "toml",
    "torch",
    "tqdm",
    "ujson",
    "yaml",
];

/// Builtins of Python 2 that Python 3 does not have.
const GONE: &[&str] =
    &["basestring", "cmp", "execfile", "long", "raw_input", "reduce", "unichr", "unicode", "xrange"];

/// Builtins of Python 3 that programs look for.
const THERE: &[&str] = &[
    "all",
    "any",
    "ascii",
    "bin",
    "bytes",
    "callable",
    "enumerate",
    "frozenset",
    "input",
    "max",
    "min",
    "next",
    "range",
    "reversed",
    "set",
    "sorted",
    "sum",
];

/// Builtins that programs for both versions of Python bind.
const BOUND: &[&str] = &["bytes", "chr", "filter", "input", "int", "map", "range", "str", "zip"];

/// The name in `typing` of what is false in every run.
const FLAG: &str = "TYPE_CHECKING";

/// The module's statements with such imports decided; `None` where there is none.
pub(crate) fn decided(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = OnceCell::new();
    let is_flag_imported = body.iter().any(|stmt| match stmt {
        Stmt::ImportFrom(import) => {
            import.module.as_deref() == Some("typing")
                && import.names.iter().any(|alias| alias.name.as_str() == FLAG && alias.asname.is_none())
        }
        _ => false,
    });
    let has_flag = is_flag_imported && bound.get_or_init(|| Bound::of(body)).times(FLAG) == 1;
    let decider = Decider { body, bound, has_flag };
    let mut finder = Finder { decider: &decider, found: false };
    finder.visit_body(body);
    if !finder.found {
        return None;
    }
    let mut out: Suite = body.iter().cloned().collect();
    decider.block(&mut out);
    Some(out.into_iter().collect())
}

/// What an import does in CPython.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Works,
    LacksModule,
    LacksName,
    /// A builtin function or class that Python 2 had.
    LacksBuiltin,
    Unknown,
}

struct Decider<'a> {
    body: &'a [Stmt],
    /// What `body` binds, once that was asked for.
    bound: OnceCell<Bound<'a>>,
    /// Whether `TYPE_CHECKING` is that of `typing`.
    has_flag: bool,
}

/// Looks for a statement that is decided.
struct Finder<'d> {
    decider: &'d Decider<'d>,
    found: bool,
}

impl<'a> Visitor<'a> for Finder<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if !self.found {
            self.found = self.decider.decided(stmt).is_some();
            walk_stmt(self, stmt);
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

impl Decider<'_> {
    fn bound(&self) -> &Bound<'_> {
        self.bound.get_or_init(|| Bound::of(self.body))
    }

    /// What a statement does, where that is known.
    fn decided(&self, stmt: &Stmt) -> Option<Suite> {
        match stmt {
            Stmt::Try(tried) => self.attempted(tried),
            Stmt::If(branch) if self.is_type_checking(&branch.test) => otherwise(branch),
            Stmt::If(branch) if binds_builtin(branch) => match self.is_of_version(&branch.test)? {
                true => Some(branch.body.clone()),
                false => otherwise(branch),
            },
            _ => None,
        }
    }

    /// Decides in the statements of a block and below.
    fn block(&self, body: &mut Suite) {
        let mut out = Suite::with_capacity(body.len());
        for mut stmt in std::mem::take(body) {
            match self.decided(&stmt) {
                Some(mut decided) => {
                    self.block(&mut decided);
                    out.extend(decided);
                }
                None => {
                    self.below(&mut stmt);
                    out.push(stmt);
                }
            }
        }
        *body = out;
    }

    /// The blocks of a statement.
    fn below(&self, stmt: &mut Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => self.block(&mut def.body),
            Stmt::ClassDef(def) => self.block(&mut def.body),
            Stmt::If(branch) => {
                self.block(&mut branch.body);
                branch.elif_else_clauses.iter_mut().for_each(|clause| self.block(&mut clause.body));
            }
            Stmt::For(stmt) => {
                self.block(&mut stmt.body);
                self.block(&mut stmt.orelse);
            }
            Stmt::While(stmt) => {
                self.block(&mut stmt.body);
                self.block(&mut stmt.orelse);
            }
            Stmt::With(stmt) => self.block(&mut stmt.body),
            Stmt::Try(stmt) => {
                self.block(&mut stmt.body);
                for ExceptHandler::ExceptHandler(handler) in &mut stmt.handlers {
                    self.block(&mut handler.body);
                }
                self.block(&mut stmt.orelse);
                self.block(&mut stmt.finalbody);
            }
            Stmt::Match(stmt) => stmt.cases.iter_mut().for_each(|case| self.block(&mut case.body)),
            _ => {}
        }
    }

    fn is_type_checking(&self, test: &Expr) -> bool {
        match test {
            Expr::Name(name) => self.has_flag && name.id.as_str() == FLAG,
            Expr::Attribute(attribute) => {
                attribute.attr.as_str() == FLAG
                    && matches!(&*attribute.value, Expr::Name(name)
                        if name.id.as_str() == "typing" && self.bound().is_module("typing", "typing"))
            }
            _ => false,
        }
    }

    /// What a comparison of `sys.version_info` with Python 2 or a release of Python 3 says.
    fn is_of_version(&self, test: &Expr) -> Option<bool> {
        let Expr::Compare(compare) = test else { return None };
        let ([op], [other]) = (&*compare.ops, &*compare.comparators) else { return None };
        let is_first = |index: &Expr| number(index) == Some(0);
        let (value, is_major) = match &*compare.left {
            Expr::Subscript(subscript) if is_first(&subscript.slice) => (&*subscript.value, true),
            Expr::Attribute(attribute) if attribute.attr.as_str() == "major" => (&*attribute.value, true),
            value => (value, false),
        };
        let Expr::Attribute(attribute) = value else { return None };
        let is_sys = matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == "sys");
        if attribute.attr.as_str() != "version_info" || !is_sys || !self.bound().is_module("sys", "sys") {
            return None;
        }
        let ours: &[u64] = if is_major { &VERSION[..1] } else { &VERSION };
        let theirs = match other {
            Expr::Tuple(tuple) if !is_major => tuple.elts.iter().map(number).collect::<Option<Vec<u64>>>()?,
            other if is_major => vec![number(other)?],
            _ => return None,
        };
        // A release is more than its first numbers, and only those are the same in every run.
        if theirs.len() > 2 || theirs.as_slice() == VERSION {
            return None;
        }
        Some(match op {
            CmpOp::Lt => ours < theirs.as_slice(),
            CmpOp::LtE => ours <= theirs.as_slice(),
            CmpOp::Gt => ours > theirs.as_slice(),
            CmpOp::GtE => ours >= theirs.as_slice(),
            CmpOp::Eq => ours == theirs.as_slice(),
            CmpOp::NotEq => ours != theirs.as_slice(),
            _ => return None,
        })
    }

    /// What `try` does, where its imports all have known outcomes.
    fn attempted(&self, tried: &StmtTry) -> Option<Suite> {
        let is_asking = |stmt: &Stmt| is_import(stmt) || self.builtin_outcome(stmt, tried).is_some();
        if !tried.finalbody.is_empty() || tried.is_star || !tried.body.iter().any(is_asking) {
            return None;
        }
        let mut done = Suite::new();
        for stmt in &tried.body {
            let outcome = if self.is_accelerator(stmt) {
                Outcome::LacksModule
            } else {
                self.builtin_outcome(stmt, tried).unwrap_or_else(|| outcome(stmt))
            };
            match outcome {
                Outcome::Works => done.push(stmt.clone()),
                Outcome::Unknown => return None,
                lacking => {
                    let handler = self.handler(tried, lacking)?;
                    let needs_exception = handler.name.is_some() || reraises(&handler.body);
                    done.extend(handler.body.iter().cloned());
                    return (!needs_exception).then_some(done);
                }
            }
        }
        done.extend(tried.orelse.iter().cloned());
        Some(done)
    }

    /// Whether an import takes from a module in C what the module has defined in Python, which does the same (PEP 399).
    fn is_accelerator(&self, stmt: &Stmt) -> bool {
        let Stmt::ImportFrom(import) = stmt else { return false };
        let is_defined = |name: &str| {
            self.body.iter().any(|stmt| match stmt {
                Stmt::FunctionDef(def) => def.name.as_str() == name,
                Stmt::ClassDef(def) => def.name.as_str() == name,
                _ => false,
            })
        };
        import.level == 0
            && import
                .module
                .as_deref()
                .is_some_and(|module| module.starts_with('_') && !module.starts_with("__"))
            && import.names.iter().all(|alias| match alias.name.as_str() {
                "*" => true,
                name => alias.asname.is_none() && is_defined(name),
            })
    }

    /// What `range = xrange`, `unicode` or `next` does that reads a builtin, which nothing else in the module binds.
    fn builtin_outcome(&self, stmt: &Stmt, tried: &StmtTry) -> Option<Outcome> {
        let (value, is_alone) = match stmt {
            Stmt::Assign(assign) if assign.targets.iter().all(Expr::is_name_expr) => (&*assign.value, false),
            Stmt::Expr(only) => (&*only.value, true),
            _ => return None,
        };
        let name = match value {
            Expr::Name(name) => name.id.as_str(),
            Expr::Tuple(tuple) => self.first_gone(&tuple.elts)?,
            Expr::List(list) => self.first_gone(&list.elts)?,
            _ => return None,
        };
        let outcome = match name {
            name if GONE.contains(&name) => Outcome::LacksBuiltin,
            name if is_alone && THERE.contains(&name) => Outcome::Works,
            _ => return None,
        };
        let here = Stmt::Try(tried.clone());
        let n_here = Bound::of(std::slice::from_ref(&here)).times(name);
        let is_builtin = !self.bound().is_imported(name) && self.bound().times(name) == n_here;
        is_builtin.then_some(outcome)
    }

    /// The first name in `(int, long)` that is gone, where nothing binds those before it: they too either work or are gone.
    fn first_gone<'e>(&self, items: &'e [Expr]) -> Option<&'e str> {
        for item in items {
            let Expr::Name(name) = item else { return None };
            let name = name.id.as_str();
            if GONE.contains(&name) {
                return Some(name);
            }
            if !self.bound().is_builtin(name) {
                return None;
            }
        }
        None
    }

    /// The handler that catches the exception of a failing import, where all before it are known not to.
    fn handler<'t>(&self, tried: &'t StmtTry, outcome: Outcome) -> Option<&'t ExceptHandlerExceptHandler> {
        for ExceptHandler::ExceptHandler(handler) in &tried.handlers {
            let catches = match handler.type_.as_deref() {
                None => true,
                Some(Expr::Tuple(classes)) => {
                    let mut any = false;
                    for class in &classes.elts {
                        any |= self.catches(class, outcome)?;
                    }
                    any
                }
                Some(class) => self.catches(class, outcome)?,
            };
            if catches {
                return Some(handler);
            }
        }
        None
    }

    /// Whether `class` catches the exception; `None` where `class` is not known.
    fn catches(&self, class: &Expr, outcome: Outcome) -> Option<bool> {
        let Expr::Name(name) = class else { return None };
        let name = name.id.as_str();
        if !self.bound().is_builtin(name) {
            return None;
        }
        match name {
            "Exception" | "BaseException" => Some(true),
            "ImportError" => Some(outcome != Outcome::LacksBuiltin),
            "NameError" => Some(outcome == Outcome::LacksBuiltin),
            "ModuleNotFoundError" => Some(outcome == Outcome::LacksModule),
            "AttributeError" | "SyntaxError" | "ValueError" | "TypeError" | "KeyError" | "OSError"
            | "RuntimeError" => Some(false),
            _ => None,
        }
    }
}

/// The release whose behaviour programs get.
const VERSION: [u64; 2] = [3, 11];

/// A small number.
fn number(expr: &Expr) -> Option<u64> {
    let Expr::NumberLiteral(literal) = expr else { return None };
    let Number::Int(value) = &literal.value else { return None };
    value.as_u64()
}

/// Whether a branch gives a name of Python 2 or of a builtin another value, which is there all the same where it does
/// not run.
fn binds_builtin(branch: &StmtIf) -> bool {
    let bodies =
        std::iter::once(&branch.body).chain(branch.elif_else_clauses.iter().map(|clause| &clause.body));
    bodies.flat_map(|body| body.iter()).any(|stmt| match stmt {
        Stmt::Assign(assign) => assign.targets.iter().any(|target| match target {
            Expr::Name(name) => GONE.contains(&name.id.as_str()) || BOUND.contains(&name.id.as_str()),
            _ => false,
        }),
        _ => false,
    })
}

/// What is left of `if TYPE_CHECKING:` where that can be said without another `if`.
fn otherwise(branch: &StmtIf) -> Option<Suite> {
    match branch.elif_else_clauses.as_slice() {
        [] => Some(Suite::new()),
        [ElifElseClause { test: None, body, .. }] => Some(body.clone()),
        _ => None,
    }
}

fn is_import(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Import(_) | Stmt::ImportFrom(_))
}

/// What a statement of such a `try` does.
fn outcome(stmt: &Stmt) -> Outcome {
    match stmt {
        Stmt::Import(import) => {
            let each = import.names.iter().map(|alias| match alias.name.as_str() {
                name if is_missing(name) => Outcome::LacksModule,
                name if has_module(name) => Outcome::Works,
                _ => Outcome::Unknown,
            });
            first_not_working(each)
        }
        Stmt::ImportFrom(import) if import.level == 0 => match import.module.as_deref() {
            Some(module) if is_missing(module) => Outcome::LacksModule,
            Some(module) if has_module(module) => {
                let each = import.names.iter().map(|alias| match alias.name.as_str() {
                    name if has_name(module, name) => Outcome::Works,
                    // The table holds public names only.
                    name if name.starts_with('_') || name == "*" => Outcome::Unknown,
                    _ => Outcome::LacksName,
                });
                first_not_working(each)
            }
            _ => Outcome::Unknown,
        },
        Stmt::Pass(_) => Outcome::Works,
        Stmt::Assign(assign) => {
            let is_name = assign.targets.iter().all(Expr::is_name_expr);
            let is_plain = assign.value.is_literal_expr();
            if is_name && is_plain { Outcome::Works } else { Outcome::Unknown }
        }
        _ => Outcome::Unknown,
    }
}

/// Whether no such module is there in any run.
fn is_missing(module: &str) -> bool {
    let package = module.split('.').next().unwrap_or(module);
    RENAMED.contains(&module) || PACKAGES.contains(&package)
}

/// The outcome of several imports, one after the other.
fn first_not_working(mut each: impl Iterator<Item = Outcome>) -> Outcome {
    each.find(|outcome| *outcome != Outcome::Works).unwrap_or(Outcome::Works)
}

/// Whether a handler raises the exception again, or looks for it.
fn reraises(body: &[Stmt]) -> bool {
    struct Finder(bool);
    impl<'a> Visitor<'a> for Finder {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            match stmt {
                Stmt::Raise(raise) => self.0 |= raise.exc.is_none(),
                Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
                stmt => walk_stmt(self, stmt),
            }
        }

        fn visit_expr(&mut self, expr: &'a Expr) {
            self.0 |= matches!(expr, Expr::Attribute(attribute) if attribute.attr.as_str() == "exc_info");
            walk_expr(self, expr);
        }
    }
    let mut finder = Finder(false);
    finder.visit_body(body);
    finder.0
}
