//! Operators of annotations that their operands do not have: `Node | "Leaf"`, `callable[[int], int]`.
//!
//! Only between values whose types the text tells. Source: PEP 604 (a text has no `|`), PEP 585 (which classes have
//! subscripts).

use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Expr, Operator, Stmt};
use ruff_text_size::Ranged;

use super::scopes::Scopes;
use crate::rewrite::quote::parsed;

/// Builtin classes without subscripts.
const PLAIN_CLASSES: [&str; 11] = [
    "bool",
    "bytearray",
    "bytes",
    "complex",
    "float",
    "int",
    "memoryview",
    "object",
    "range",
    "slice",
    "str",
];
/// Builtin classes with subscripts.
const GENERIC_CLASSES: [&str; 6] = ["dict", "frozenset", "list", "set", "tuple", "type"];
/// Builtin functions that people write for the types of the same names.
const FUNCTIONS: [&str; 4] = ["all", "any", "callable", "iter"];

/// The statement that raises what an annotation raises.
pub(super) fn raised(annotation: &Expr, scopes: &Scopes<'_>) -> Option<Stmt> {
    let mut failing = Failing { scopes, message: None };
    failing.visit_expr(annotation);
    let text = format!("raise TypeError({:?})\n", failing.message?);
    parsed(&text, annotation.range()).pop()
}

struct Failing<'s, 'a> {
    scopes: &'s Scopes<'a>,
    message: Option<String>,
}

impl Failing<'_, '_> {
    /// The name of the type of a value, where the text tells it.
    fn type_name(&self, expr: &Expr) -> Option<&'static str> {
        match expr {
            Expr::StringLiteral(_) => Some("str"),
            Expr::NoneLiteral(_) => Some("NoneType"),
            Expr::Name(name) => {
                let is_class = PLAIN_CLASSES.contains(&&*name.id) || GENERIC_CLASSES.contains(&&*name.id);
                (is_class && self.scopes.is_builtin(&name.id, name.range.start())).then_some("type")
            }
            Expr::Subscript(of) => match &*of.value {
                Expr::Name(name) if GENERIC_CLASSES.contains(&&*name.id) => {
                    self.scopes.is_builtin(&name.id, name.range.start()).then_some("types.GenericAlias")
                }
                _ => None,
            },
            Expr::BinOp(sum) if sum.op == Operator::BitOr => {
                let sides = (self.type_name(&sum.left)?, self.type_name(&sum.right)?);
                (!matches!(sides, ("str" | "NoneType", "str" | "NoneType"))).then_some("types.UnionType")
            }
            _ => None,
        }
    }

    fn subscript(&self, value: &Expr) -> Option<String> {
        let Expr::Name(name) = value else { return None };
        if !self.scopes.is_builtin(&name.id, name.range.start()) {
            return None;
        }
        if FUNCTIONS.contains(&&*name.id) {
            return Some("'builtin_function_or_method' object is not subscriptable".to_owned());
        }
        PLAIN_CLASSES.contains(&&*name.id).then(|| format!("type '{}' is not subscriptable", name.id))
    }
}

impl<'a> Visitor<'a> for Failing<'_, '_> {
    /// Operands are evaluated first.
    fn visit_expr(&mut self, expr: &'a Expr) {
        if self.message.is_some() {
            return;
        }
        walk_expr(self, expr);
        if self.message.is_some() {
            return;
        }
        self.message = match expr {
            Expr::BinOp(sum) if sum.op == Operator::BitOr => {
                let sides = self.type_name(&sum.left).zip(self.type_name(&sum.right));
                sides
                    .filter(|sides| [sides.0, sides.1].contains(&"str") || *sides == ("NoneType", "NoneType"))
                    .map(|(left, right)| format!("unsupported operand type(s) for |: '{left}' and '{right}'"))
            }
            Expr::Subscript(subscript) => self.subscript(&subscript.value),
            _ => None,
        };
    }
}
