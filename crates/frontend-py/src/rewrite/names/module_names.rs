//! `globals()` where the program says how the names begin that it takes of it: the functions and classes of the module
//! that are called so, written out.
//!
//! Only where all names that begin so are functions and classes that the module defines once, before the call and before
//! anything runs that may make it.
//!
//! ```text
//! globals()["cmd_" + word]                    {"cmd_add": cmd_add, "cmd_list": cmd_list}["cmd_" + word]
//! [f for name, f in globals().items()         [f for name, f in {"test_a": test_a}.items()
//!  if name.startswith("test_")]                if name.startswith("test_")]
//! ```

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{
    Transformer, walk_comprehension, walk_expr as change_expr, walk_stmt as change_stmt,
};
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{BoolOp, CmpOp, Comprehension, Expr, Stmt, StmtFor};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::classes::subclasses::runs;
use crate::rewrite::names::computed_names::beginning;
use crate::rewrite::quote::parsed;

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("globals()") {
        return None;
    }
    let bound = Bound::of(body);
    if !bound.is_builtin("globals") {
        return None;
    }
    let first_run = body.iter().position(runs).unwrap_or(body.len());
    let calls = Calls {
        bound: &bound,
        body,
        limit: Cell::new(0),
        in_function: Cell::new(false),
        done: Cell::new(false),
    };
    let mut out = body.to_vec();
    for (at, stmt) in out.iter_mut().enumerate() {
        let is_definition = matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_));
        calls.limit.set(if is_definition { first_run } else { at });
        calls.in_function.set(is_definition);
        calls.visit_stmt(stmt);
    }
    calls.done.get().then_some(out)
}

struct Calls<'a> {
    bound: &'a Bound<'a>,
    body: &'a [Stmt],
    /// The statement of the module before which a name has to be defined.
    limit: Cell<usize>,
    in_function: Cell<bool>,
    done: Cell<bool>,
}

impl Calls<'_> {
    /// The dict of the functions and classes whose names begin with `start`.
    fn dict(&self, start: &str, range: TextRange) -> Option<Expr> {
        if start.len() < 2 || start.starts_with('_') {
            return None;
        }
        let mut names = Vec::new();
        for (at, stmt) in self.body.iter().enumerate() {
            let name = match stmt {
                Stmt::FunctionDef(def) => &def.name,
                Stmt::ClassDef(def) => &def.name,
                _ => continue,
            };
            if name.starts_with(start) {
                if at >= self.limit.get() {
                    return None;
                }
                names.push(name.as_str());
            }
        }
        let others = self.bound.all().filter(|name| name.starts_with(start));
        if !others.into_iter().all(|name| names.contains(&name) && self.bound.times(name) == 1) {
            return None;
        }
        let pairs: Vec<String> = names.iter().map(|name| format!("'{name}': {name}")).collect();
        match parsed(&format!("{{{}}}\n", pairs.join(", ")), range).into_iter().next()? {
            Stmt::Expr(only) => Some(*only.value),
            _ => None,
        }
    }

    /// Puts the dict in the place of the one `globals()` in `expr`.
    fn replace_in(&self, expr: &mut Expr, start: &str) {
        if let Some(dict) = self.dict(start, expr.range()) {
            Placed { dict, done: &self.done }.visit_expr(expr);
        }
    }
}

impl Transformer for Calls<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        if let Stmt::For(each) = stmt
            && let Some(start) = start_of_loop(each)
            && (self.in_function.get() || is_copied(&each.iter))
        {
            self.replace_in(&mut each.iter, &start);
        }
        change_stmt(self, stmt);
    }

    fn visit_comprehension(&self, comprehension: &mut Comprehension) {
        let start = comprehension.ifs.iter().find_map(|test| start_of(&comprehension.target, test));
        if let Some(start) = start {
            self.replace_in(&mut comprehension.iter, &start);
        }
        walk_comprehension(self, comprehension);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        match expr {
            Expr::Subscript(subscript) if is_globals(&subscript.value) => {
                if let Some(start) = beginning(&subscript.slice) {
                    self.replace_in(&mut subscript.value, &start);
                }
            }
            Expr::Call(call) => {
                if let Expr::Attribute(method) = &mut *call.func
                    && method.attr.as_str() == "get"
                    && is_globals(&method.value)
                    && let Some(start) = call.arguments.args.first().and_then(beginning)
                {
                    self.replace_in(&mut method.value, &start);
                }
            }
            Expr::Compare(compare) => {
                if let ([CmpOp::In | CmpOp::NotIn], [right]) = (&*compare.ops, &mut *compare.comparators)
                    && is_globals(right)
                    && let Some(start) = beginning(&compare.left)
                {
                    self.replace_in(right, &start);
                }
            }
            _ => {}
        }
        change_expr(self, expr);
    }
}

/// Puts a dict in the place of `globals()`.
struct Placed<'a> {
    dict: Expr,
    done: &'a Cell<bool>,
}

impl Transformer for Placed<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        if is_globals(expr) {
            *expr = self.dict.clone();
            self.done.set(true);
            return;
        }
        change_expr(self, expr);
    }
}

fn is_globals(expr: &Expr) -> bool {
    matches!(expr, Expr::Call(call)
        if call.arguments.is_empty()
            && matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "globals"))
}

/// Whether a call takes all names before the loop binds its own: `list(globals().items())`.
fn is_copied(iter: &Expr) -> bool {
    struct Has(bool);
    impl<'a> Visitor<'a> for Has {
        fn visit_expr(&mut self, expr: &'a Expr) {
            self.0 |= is_globals(expr);
            walk_expr(self, expr);
        }
    }
    let Expr::Call(call) = iter else { return false };
    let is_copy =
        matches!(&*call.func, Expr::Name(name) if matches!(name.id.as_str(), "list" | "sorted" | "tuple"));
    let mut has = Has(false);
    call.arguments.args.iter().for_each(|arg| has.visit_expr(arg));
    is_copy && has.0
}

/// How the names begin that a loop does something with.
fn start_of_loop(each: &StmtFor) -> Option<String> {
    match each.body.as_slice() {
        [Stmt::If(only)] if only.elif_else_clauses.is_empty() => start_of(&each.target, &only.test),
        _ => None,
    }
}

/// How a name of the target has to begin, by a test of it.
fn start_of(target: &Expr, test: &Expr) -> Option<String> {
    let name = match target {
        Expr::Tuple(pair) => pair.elts.first()?,
        target => target,
    };
    let Expr::Name(name) = name else { return None };
    match test {
        Expr::BoolOp(all) if all.op == BoolOp::And => {
            all.values.iter().find_map(|test| start_of(target, test))
        }
        Expr::Call(call) => match (&*call.func, &*call.arguments.args) {
            (Expr::Attribute(method), [Expr::StringLiteral(start)])
                if method.attr.as_str() == "startswith"
                    && matches!(&*method.value, Expr::Name(of) if of.id == name.id) =>
            {
                Some(start.value.to_str().to_owned())
            }
            _ => None,
        },
        _ => None,
    }
}
