//! `asyncio.gather` of as many coroutines as there are targets: each result keeps its own type, since no list is seen.
//!
//! ```text
//! user, orders = await asyncio.gather(find(1), list_orders())
//! user, orders = await _gather2(find(1), list_orders())
//! ```

use std::cell::RefCell;
use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_stmt as visit_stmt};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

/// As many as the runtime has functions for.
const COUNTS: std::ops::RangeInclusive<usize> = 2..=5;

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("gather") || !source.contains("asyncio") || source.contains("_gather") {
        return None;
    }
    let bound = Bound::of(body);
    let mut names = Names::default();
    names.visit_body(body);
    names.0.retain(|name| bound.times(name) == 1);
    let calls = Calls { bound: &bound, names: names.0, used: RefCell::default() };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    let used = calls.used.into_inner();
    let (_, range) = *used.first()?;
    let at = out.iter().take_while(|stmt| is_head(stmt)).count();
    let counts: BTreeSet<usize> = used.into_iter().map(|(count, _)| count).collect();
    let imports =
        counts.iter().flat_map(|count| parsed(&format!("from asyncio import _gather{count}\n"), range));
    out.splice(at..at, imports.collect::<Vec<_>>());
    Some(out)
}

/// What `asyncio.gather` is imported as.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl<'a> Visitor<'a> for Names {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::ImportFrom(import) if import.module.as_deref() == Some("asyncio") => {
                for alias in import.names.iter().filter(|alias| alias.name.as_str() == "gather") {
                    self.0.insert(alias.asname.as_ref().unwrap_or(&alias.name).to_string());
                }
            }
            stmt => visit_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

struct Calls<'a> {
    bound: &'a Bound<'a>,
    names: BTreeSet<String>,
    /// How many results each call gives, and where it stands.
    used: RefCell<Vec<(usize, TextRange)>>,
}

impl Calls<'_> {
    fn is_gather(&self, func: &Expr) -> bool {
        match func {
            Expr::Name(name) => self.names.contains(name.id.as_str()),
            Expr::Attribute(attribute) => {
                let module = attribute.value.as_name_expr();
                attribute.attr.as_str() == "gather"
                    && module.is_some_and(|module| self.bound.is_module(module.id.as_str(), "asyncio"))
            }
            _ => false,
        }
    }
}

impl Transformer for Calls<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::Assign(assign) = stmt else { return };
        let n_targets = match assign.targets.as_slice() {
            [Expr::Tuple(targets)] if !targets.elts.iter().any(Expr::is_starred_expr) => targets.elts.len(),
            _ => return,
        };
        let Expr::Await(awaited) = &mut *assign.value else { return };
        let Expr::Call(call) = &mut *awaited.value else { return };
        let arguments = &call.arguments;
        let is_plain = arguments.keywords.is_empty() && !arguments.args.iter().any(Expr::is_starred_expr);
        if !is_plain
            || arguments.args.len() != n_targets
            || !COUNTS.contains(&n_targets)
            || !self.is_gather(&call.func)
        {
            return;
        }
        if let Some(Stmt::Expr(name)) = parsed(&format!("_gather{n_targets}\n"), call.func.range()).pop() {
            *call.func = *name.value;
            self.used.borrow_mut().push((n_targets, call.range()));
        }
    }
}
