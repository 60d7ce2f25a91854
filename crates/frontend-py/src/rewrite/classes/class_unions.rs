//! `isinstance(x, int | str)`: a union of classes that is asked for is a tuple of them.
//!
//! The union may have a name, which the module binds once. Others are values that only the run knows, and `isinstance`
//! of them is refused where it is lowered.
//!
//! ```text
//! Number = int | float                  Number = int | float
//! isinstance(x, Number)                 isinstance(x, (int, float))
//! isinstance(x, Optional[Number])       isinstance(x, (int, float, type(None)))
//! ```
//!
//! Source: the library reference, *Union Type*; PEP 604.

use std::collections::BTreeMap;

use ruff_python_ast::relocate::relocate_expr;
use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprContext, ExprTuple, Operator, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::quote::parsed;

/// The module's statements with such questions as tuples; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let asks = source.contains("isinstance(") || source.contains("issubclass(");
    if !asks || !["|", "Union[", "Optional["].iter().any(|sign| source.contains(sign)) {
        return None;
    }
    let bound = Bound::of(body);
    if !bound.is_builtin("isinstance") || !bound.is_builtin("issubclass") {
        return None;
    }
    let mut unions = Unions { body, bound: &bound, named: BTreeMap::new() };
    for stmt in body {
        let (target, value) = match stmt {
            Stmt::Assign(assign) if assign.targets.len() == 1 => (&assign.targets[0], &*assign.value),
            Stmt::AnnAssign(assign) => match &assign.value {
                Some(value) => (&*assign.target, &**value),
                None => continue,
            },
            _ => continue,
        };
        if let Expr::Name(name) = target
            && bound.times(name.id.as_str()) == 1
            && let Some(classes) = unions.classes(value)
        {
            unions.named.insert(name.id.to_string(), classes);
        }
    }
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| unions.visit_stmt(stmt));
    Some(out)
}

struct Unions<'a> {
    body: &'a [Stmt],
    bound: &'a Bound<'a>,
    /// The classes of the unions that the module names.
    named: BTreeMap<String, Vec<Expr>>,
}

impl Unions<'_> {
    /// The classes of a union; `None` of another expression.
    fn classes(&self, expr: &Expr) -> Option<Vec<Expr>> {
        match expr {
            Expr::BinOp(union) if union.op == Operator::BitOr => {
                let (mut left, right) = (self.parts(&union.left)?, self.parts(&union.right)?);
                left.extend(right);
                Some(left)
            }
            Expr::Subscript(union) if self.is_typing(&union.value, "Union") => match &*union.slice {
                Expr::Tuple(classes) => {
                    let parts: Option<Vec<Vec<Expr>>> =
                        classes.elts.iter().map(|class| self.parts(class)).collect();
                    parts.map(|parts| parts.concat())
                }
                one => self.parts(one),
            },
            Expr::Subscript(union) if self.is_typing(&union.value, "Optional") => {
                let mut parts = self.parts(&union.slice)?;
                parts.extend(none_type(union.range()));
                Some(parts)
            }
            Expr::Name(name) => self.named.get(name.id.as_str()).cloned(),
            _ => None,
        }
    }

    /// The classes that one side of a union stands for.
    fn parts(&self, expr: &Expr) -> Option<Vec<Expr>> {
        if let Some(classes) = self.classes(expr) {
            return Some(classes);
        }
        match expr {
            Expr::NoneLiteral(none) => none_type(none.range()).map(|class| vec![class]),
            Expr::Name(name) if self.bound.times(name.id.as_str()) <= 1 => Some(vec![expr.clone()]),
            Expr::Attribute(_) => Some(vec![expr.clone()]),
            _ => None,
        }
    }

    fn is_typing(&self, expr: &Expr, name: &str) -> bool {
        self.bound.is_function(expr, imported(self.body, "typing", name), "typing", name)
    }

    fn replace(&self, classes: &mut Expr) {
        if let Expr::Tuple(tuple) = classes {
            return tuple.elts.iter_mut().for_each(|class| self.replace(class));
        }
        let Some(mut elts) = self.classes(classes) else { return };
        let range = classes.range();
        elts.iter_mut().for_each(|class| relocate_expr(class, range));
        *classes = Expr::Tuple(ExprTuple {
            node_index: AtomicNodeIndex::default(),
            range,
            elts,
            ctx: ExprContext::Load,
            parenthesized: true,
        });
    }
}

/// `type(None)`.
fn none_type(range: TextRange) -> Option<Expr> {
    match parsed("type(None)\n", range).into_iter().next()? {
        Stmt::Expr(only) => Some(*only.value),
        _ => None,
    }
}

impl Transformer for Unions<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Call(call) = expr
            && matches!(&*call.func, Expr::Name(name) if matches!(name.id.as_str(), "isinstance" | "issubclass"))
            && let [_, classes] = &mut *call.arguments.args
        {
            self.replace(classes);
        }
    }
}
