//! The attributes that classes derived from `OSError`, `StopIteration` and `SystemExit` have of them, as properties that
//! look at the arguments.
//!
//! ```text
//! class NetError(OSError):        class NetError(OSError):
//!     pass                            @property
//!                                     def errno(self):
//!                                         args = self.args
//!                                         return args[0] if 2 <= len(args) <= 5 else None
//! ```
//!
//! Only where the program reads such an attribute, and binds none of that name itself. Source: the library's "Built-in
//! Exceptions".

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt as read_stmt};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;
use rustc_hash::FxHashSet;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// The classes whose attributes these are: `OSError` with all that derive from it, and two others.
pub(crate) const CLASSES: &str = "OSError IOError EnvironmentError BlockingIOError BrokenPipeError ChildProcessError \
                                  ConnectionAbortedError ConnectionError ConnectionRefusedError \
                                  ConnectionResetError FileExistsError FileNotFoundError InterruptedError \
                                  IsADirectoryError NotADirectoryError PermissionError ProcessLookupError \
                                  TimeoutError StopIteration SystemExit";

/// The attributes: of which class, and what of the arguments they are.
const PARTS: &[(&str, &str, &str)] = &[
    ("errno", "OSError", "args[0] if 2 <= len(args) <= 5 else None"),
    ("strerror", "OSError", "args[1] if 2 <= len(args) <= 5 else None"),
    ("value", "StopIteration", "args[0] if args else None"),
    ("code", "SystemExit", "None if not args else args[0] if len(args) == 1 else args"),
];

/// The class among those of [`PARTS`] that a builtin class has its attributes of.
fn owner(class: &str) -> Option<&str> {
    match class {
        "StopIteration" | "SystemExit" => Some(class),
        class => CLASSES.split_whitespace().any(|it| it == class).then_some("OSError"),
    }
}

/// The program with such properties; `None` where it needs none.
pub(crate) fn completed(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let mut names = Names::default();
    names.visit_body(body);
    let parts = PARTS.iter().filter(|(name, ..)| names.read.contains(name) && !names.bound.contains(name));
    let parts: Vec<_> = parts.copied().collect();
    if parts.is_empty() {
        return None;
    }
    let classes = Classes { parts, bound: Bound::of(body), is_changed: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| classes.visit_stmt(stmt));
    classes.is_changed.get().then_some(out)
}

/// The attributes that are read, and those that an assignment or the body of a class binds.
#[derive(Default)]
struct Names<'a> {
    read: FxHashSet<&'a str>,
    bound: FxHashSet<&'a str>,
}

impl<'a> Visitor<'a> for Names<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::ClassDef(class) = stmt {
            let bound = Bound::of(&class.body);
            self.bound.extend(PARTS.iter().map(|(name, ..)| *name).filter(|name| bound.times(name) > 0));
        }
        read_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr {
            let names = if attribute.ctx.is_load() { &mut self.read } else { &mut self.bound };
            names.insert(attribute.attr.as_str());
        }
        walk_expr(self, expr);
    }
}

struct Classes<'a> {
    parts: Vec<(&'static str, &'static str, &'static str)>,
    bound: Bound<'a>,
    is_changed: Cell<bool>,
}

impl Transformer for Classes<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ClassDef(class) = stmt else { return };
        let bases = class.bases().iter().filter_map(Expr::as_name_expr).map(|base| base.id.as_str());
        let owners: Vec<&str> = bases.filter(|base| self.bound.is_builtin(base)).filter_map(owner).collect();
        let mut made = Vec::new();
        for (name, of, value) in &self.parts {
            if owners.contains(of) {
                let text =
                    format!("@property\ndef {name}(self):\n    args = self.args\n    return {value}\n");
                made.extend(parsed(&text, class.name.range()));
            }
        }
        self.is_changed.set(self.is_changed.get() || !made.is_empty());
        class.body.extend(made);
    }
}
