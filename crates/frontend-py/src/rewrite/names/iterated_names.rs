//! Variables that hold names of a list which the program writes out: `for field in FIELDS`, `for field, value in zip(FIELDS,
//! values)`.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::{Visitor, walk_comprehension, walk_expr, walk_stmt};
use ruff_python_ast::{Comprehension, Expr, Parameters, Stmt, StmtFunctionDef};

use crate::rewrite::bound::Bound;
use crate::rewrite::names::written_names::{asked, is_identifier};

/// Whether all names that the program hands to `getattr` and its kin come out of lists that it writes out.
pub(crate) fn are_all_listed(body: &[Stmt], bound: &Bound<'_>) -> bool {
    let constants = body.iter().filter_map(|stmt| match stmt {
        Stmt::Assign(assign) => match (assign.targets.as_slice(), &*assign.value) {
            ([Expr::Name(name)], Expr::Tuple(_) | Expr::List(_)) => {
                let name = name.id.as_str();
                (bound.times(name) == 1 && is_list(&assign.value, &BTreeSet::new())).then_some(name)
            }
            _ => None,
        },
        _ => None,
    });
    let constants = constants.collect();
    let mut functions = vec![(body, None)];
    while let Some((body, params)) = functions.pop() {
        let mut found = Found {
            constants: &constants,
            iterated: BTreeMap::new(),
            names: BTreeSet::new(),
            functions: Vec::new(),
        };
        found.visit_body(body);
        let bound = Bound::of(body);
        let is_param = |name: &str| params.is_some_and(|params: &Parameters| params.includes(name));
        let is_iterated = |name: &&str| {
            !is_param(name) && found.iterated.get(name).is_some_and(|&times| times == bound.times(name))
        };
        if !found.names.iter().all(is_iterated) {
            return false;
        }
        functions.extend(found.functions.iter().map(|def| (def.body.as_slice(), Some(&*def.parameters))));
    }
    true
}

/// What one function does, those in it apart.
struct Found<'a, 'c> {
    /// The variables of the module that hold lists of names.
    constants: &'c BTreeSet<&'a str>,
    /// How often a variable is bound by going through such a list.
    iterated: BTreeMap<&'a str, usize>,
    /// The variables that are handed on as names; what is no variable is one without a name.
    names: BTreeSet<&'a str>,
    functions: Vec<&'a StmtFunctionDef>,
}

impl<'a> Found<'a, '_> {
    fn bind(&mut self, target: &'a Expr, iter: &'a Expr) {
        match (target, iter) {
            (Expr::Name(name), _) if is_list(iter, self.constants) => {
                *self.iterated.entry(name.id.as_str()).or_default() += 1;
            }
            (Expr::Tuple(targets), Expr::Call(call)) => {
                let Expr::Name(function) = &*call.func else { return };
                let n_skipped = match function.id.as_str() {
                    "zip" => 0,
                    "enumerate" => 1,
                    _ => return,
                };
                let targets = targets.elts.iter().skip(n_skipped);
                targets.zip(&call.arguments.args).for_each(|(target, iter)| self.bind(target, iter));
            }
            _ => {}
        }
    }
}

impl<'a> Visitor<'a> for Found<'a, '_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => return self.functions.push(def),
            Stmt::For(stmt) => self.bind(&stmt.target, &stmt.iter),
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        self.bind(&comprehension.target, &comprehension.iter);
        walk_comprehension(self, comprehension);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if asked(expr).is_some()
            && let Expr::Call(call) = expr
        {
            self.names.insert(match &call.arguments.args[1] {
                Expr::Name(name) => name.id.as_str(),
                _ => "",
            });
        }
        walk_expr(self, expr);
    }
}

/// Whether an expression is such a list, or a part of one, in whatever order.
fn is_list(expr: &Expr, constants: &BTreeSet<&str>) -> bool {
    match expr {
        Expr::Name(name) => constants.contains(name.id.as_str()),
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_name),
        Expr::List(list) => list.elts.iter().all(is_name),
        Expr::Subscript(part) => part.slice.is_slice_expr() && is_list(&part.value, constants),
        Expr::Call(call) => match (&*call.func, &*call.arguments.args) {
            (Expr::Name(function), [list]) => {
                matches!(function.id.as_str(), "sorted" | "list" | "tuple" | "reversed")
                    && is_list(list, constants)
            }
            _ => false,
        },
        _ => false,
    }
}

fn is_name(expr: &Expr) -> bool {
    matches!(expr, Expr::StringLiteral(text) if is_identifier(text.value.to_str()))
}
