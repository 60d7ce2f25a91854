//! `isinstance(x, P)` of a protocol that is not under `@runtime_checkable`: Python raises `TypeError`.
//!
//! ```text
//! class Speaks(Protocol): …              class Speaks(Protocol): …
//! isinstance(dog, Speaks)                _unchecked_protocol(dog)
//! isinstance(dog, (Dog, Speaks, Cat))    isinstance(dog, (Dog,)) or _unchecked_protocol(dog)
//! ```
//!
//! Source: the library reference, `typing.runtime_checkable`; PEP 544.

use std::cell::Cell;
use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::runtime_protocols::{DECORATOR, last_name};
use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::{filled, parsed};

/// What raises.
const HELPER: &str = "def _unchecked_protocol(value):
    raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
";

/// The module's statements, in which such questions raise; `None` where there is none.
pub(crate) fn raised(_source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    if !bound.is_builtin("isinstance") || !bound.is_builtin("issubclass") {
        return None;
    }
    let is_its = |stmt: &&Stmt| match stmt {
        Stmt::ClassDef(def) => {
            bound.times(def.name.as_str()) == 1
                && def.bases().iter().any(|base| last_name(base) == Some("Protocol"))
                && !def.decorator_list.iter().any(|it| last_name(&it.expression) == Some(DECORATOR))
        }
        _ => false,
    };
    let names = body.iter().filter(is_its).filter_map(|stmt| stmt.as_class_def_stmt());
    let asked =
        Asked { protocols: names.map(|def| def.name.to_string()).collect(), has_found: Cell::new(false) };
    if asked.protocols.is_empty() {
        return None;
    }
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| asked.visit_stmt(stmt));
    if !asked.has_found.get() {
        return None;
    }
    let at = out.iter().take_while(|stmt| is_head(stmt)).count();
    out.splice(at..at, parsed(HELPER, TextRange::empty(TextSize::new(0))));
    Some(out)
}

struct Asked {
    protocols: BTreeSet<String>,
    has_found: Cell<bool>,
}

impl Asked {
    fn is_protocol(&self, class: &Expr) -> bool {
        matches!(class, Expr::Name(class) if self.protocols.contains(class.id.as_str()))
    }

    /// `text` with the value and, where there are some, the classes that are asked before the protocol.
    fn raising(&self, text: &str, parts: &[&Expr], range: TextRange) -> Option<Expr> {
        let Stmt::Expr(raising) = filled(text, range, parts)? else { return None };
        self.has_found.set(true);
        Some(*raising.value)
    }
}

impl Transformer for Asked {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = &*expr else { return };
        let asks = matches!(&*call.func, Expr::Name(name) if ["isinstance", "issubclass"].contains(&name.id.as_str()));
        let [value, classes] = &*call.arguments.args else { return };
        if !asks || !call.arguments.keywords.is_empty() {
            return;
        }
        let range = expr.range();
        let raising = match classes {
            class if self.is_protocol(class) => self.raising("_unchecked_protocol(_0)\n", &[value], range),
            Expr::Tuple(tuple) => {
                let Some(at) = tuple.elts.iter().position(|class| self.is_protocol(class)) else { return };
                let mut before = tuple.clone();
                before.elts.truncate(at);
                match at {
                    0 => self.raising("_unchecked_protocol(_0)\n", &[value], range),
                    _ => {
                        // What is asked twice is a variable.
                        let text = match value {
                            Expr::Name(_) => "_1(_0, _2) or _unchecked_protocol(_0)\n",
                            _ => "_1((_asked := _0), _2) or _unchecked_protocol(_asked)\n",
                        };
                        self.raising(text, &[value, &call.func, &Expr::Tuple(before)], range)
                    }
                }
            }
            _ => None,
        };
        if let Some(raising) = raising {
            *expr = raising;
        }
    }
}
