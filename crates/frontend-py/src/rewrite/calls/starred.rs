//! `range(*ends)` and functions of `math` of two numbers, called with as many arguments as there are items: a function
//! that counts them makes the call. Where the text itself says how many there are, it stays as it is, and the items of a
//! list that is written behind a star are arguments.
//!
//! ```text
//! range(*ends)      _range_of(*ends), where
//!                   def _range_of(*args):
//!                       if len(args) == 1: return range(args[0]) …
//! pow(*[x, 2])      pow(x, 2)
//! ```

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprCall, ExprContext, ExprName, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

const RANGE: &str = "def _range_of(*args):
    if len(args) == 1:
        return range(args[0])
    if len(args) == 2:
        return range(args[0], args[1])
    if len(args) == 3:
        return range(args[0], args[1], args[2])
    if args:
        raise TypeError(f'range expected at most 3 arguments, got {len(args)}')
    raise TypeError('range expected at least 1 argument, got 0')
";

/// Functions of `math` that take two numbers.
const OF_TWO: [&str; 6] = ["atan2", "comb", "copysign", "dist", "fmod", "pow"];

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let is_likely =
        source.contains("range(*") || OF_TWO.iter().any(|name| source.contains(&format!("{name}(*")));
    if !is_likely {
        return None;
    }
    let mut tuples = Tuples::default();
    tuples.visit_body(body);
    let bound = Bound::of(body);
    tuples.0.retain(|name| bound.times(name) == 1);
    let writer = Writer { bound, tuples: tuples.0, used: RefCell::default(), is_changed: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| writer.visit_stmt(stmt));
    let used = writer.used.into_inner();
    if used.is_empty() && !writer.is_changed.get() {
        return None;
    }
    let at =
        out.iter().take_while(|stmt| is_head(stmt) || matches!(stmt, Stmt::Import(_) | Stmt::ImportFrom(_)));
    let at = at.count();
    for (callee, range) in used.iter().rev() {
        let text = match callee.rsplit_once('.') {
            None => RANGE.to_owned(),
            Some((_, name)) => format!(
                "def _{name}_of(*args):\n    if len(args) == 2:\n        return {callee}(args[0], args[1])\n    raise TypeError(f'{name} expected 2 arguments, got {{len(args)}}')\n"
            ),
        };
        for stmt in parsed(&text, *range).into_iter().rev() {
            out.insert(at, stmt);
        }
    }
    Some(out)
}

/// The names that are bound to tuples which are written out.
#[derive(Default)]
struct Tuples<'a>(BTreeSet<&'a str>);

impl<'a> Visitor<'a> for Tuples<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Assign(assign) = stmt
            && let ([Expr::Name(name)], Expr::Tuple(_)) = (&*assign.targets, &*assign.value)
        {
            self.0.insert(name.id.as_str());
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

struct Writer<'a> {
    bound: Bound<'a>,
    tuples: BTreeSet<&'a str>,
    /// What is called with a star, and where it first is.
    used: RefCell<BTreeMap<String, TextRange>>,
    is_changed: Cell<bool>,
}

impl Writer<'_> {
    /// Puts the items of lists that are written behind stars among the arguments.
    fn take_apart(&self, call: &mut ExprCall) {
        let is_written = |argument: &Expr| {
            matches!(argument, Expr::Starred(star)
                if matches!(&*star.value, Expr::List(list) if !list.elts.iter().any(Expr::is_starred_expr)))
        };
        if !call.arguments.args.iter().any(is_written) {
            return;
        }
        let mut plain = Vec::new();
        for argument in std::mem::take(&mut call.arguments.args) {
            match argument {
                Expr::Starred(star) if is_written(&Expr::Starred(star.clone())) => {
                    if let Expr::List(list) = *star.value {
                        plain.extend(list.elts);
                    }
                }
                argument => plain.push(argument),
            }
        }
        call.arguments.args = plain.into();
        self.is_changed.set(true);
    }

    /// What counts the arguments of `call` and makes it.
    fn written(&self, call: &ExprCall) -> Option<String> {
        let ([Expr::Starred(star)], true) = (&*call.arguments.args, call.arguments.keywords.is_empty())
        else {
            return None;
        };
        let is_known = match &*star.value {
            Expr::Tuple(_) => true,
            Expr::Name(name) => self.tuples.contains(name.id.as_str()),
            Expr::Call(call) => {
                matches!(&*call.func, Expr::Attribute(method) if method.attr.as_str() == "indices")
            }
            _ => false,
        };
        if is_known {
            return None;
        }
        let (callee, name) = match &*call.func {
            Expr::Name(name) if name.id.as_str() == "range" && self.bound.is_builtin("range") => {
                ("range".to_owned(), "_range_of".to_owned())
            }
            Expr::Attribute(attribute) => {
                let Expr::Name(module) = &*attribute.value else { return None };
                let name = attribute.attr.as_str();
                if !OF_TWO.contains(&name) || !self.bound.is_module(module.id.as_str(), "math") {
                    return None;
                }
                (format!("{}.{name}", module.id), format!("_{name}_of"))
            }
            _ => return None,
        };
        self.used.borrow_mut().entry(callee).or_insert(call.range());
        Some(name)
    }
}

impl Transformer for Writer<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        self.take_apart(call);
        if let Some(name) = self.written(call) {
            let (range, node_index) = (call.func.range(), AtomicNodeIndex::default());
            *call.func = Expr::Name(ExprName { id: name.into(), ctx: ExprContext::Load, range, node_index });
        }
    }
}
