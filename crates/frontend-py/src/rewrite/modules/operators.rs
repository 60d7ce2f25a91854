//! `reduce(operator.mul, items)`: functions of `operator` handed on by a program whose classes have operators of their own,
//! as functions of the program.
//!
//! ```text
//! reduce(operator.mul, fractions)         reduce(lambda a, b: a * b, fractions)
//! ```

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// Functions, the methods behind them and what they compute.
const OPERATORS: &[(&str, &str, &str)] = &[
    ("add", "__add__", "a + b"),
    ("sub", "__sub__", "a - b"),
    ("mul", "__mul__", "a * b"),
    ("truediv", "__truediv__", "a / b"),
    ("floordiv", "__floordiv__", "a // b"),
    ("mod", "__mod__", "a % b"),
    ("pow", "__pow__", "a ** b"),
    ("matmul", "__matmul__", "a @ b"),
    ("and_", "__and__", "a & b"),
    ("or_", "__or__", "a | b"),
    ("xor", "__xor__", "a ^ b"),
    ("lt", "__lt__", "a < b"),
    ("le", "__le__", "a <= b"),
    ("gt", "__gt__", "a > b"),
    ("ge", "__ge__", "a >= b"),
];

/// The module's statements with such functions replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let is_own = |method: &str| source.contains(&format!("def {method}("));
    if !source.contains("operator") || !OPERATORS.iter().any(|(_, method, _)| is_own(method)) {
        return None;
    }
    let bound = Bound::of(body);
    let mut imported = Vec::new();
    for stmt in body {
        let Stmt::ImportFrom(import) = stmt else { continue };
        if import.module.as_deref() == Some("operator") && import.level == 0 {
            let names = import.names.iter().filter(|alias| alias.asname.is_none());
            imported.extend(names.map(|alias| alias.name.as_str()).filter(|name| bound.times(name) == 1));
        }
    }
    let has_module = bound.is_module("operator", "operator");
    if imported.is_empty() && !has_module {
        return None;
    }
    let owns = OPERATORS.iter().filter(|(_, method, _)| is_own(method)).copied().collect();
    let handed = Handed { owns, imported, has_module };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| handed.visit_stmt(stmt));
    Some(out)
}

struct Handed<'a> {
    owns: Vec<(&'a str, &'a str, &'a str)>,
    imported: Vec<&'a str>,
    has_module: bool,
}

impl Transformer for Handed<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        // The text of a function shows where it comes from.
        let takes_functions = match &*call.func {
            Expr::Name(name) => matches!(name.id.as_str(), "reduce" | "map" | "accumulate" | "starmap"),
            Expr::Attribute(attribute) => {
                matches!(attribute.attr.as_str(), "reduce" | "accumulate" | "starmap")
            }
            _ => false,
        };
        if !takes_functions {
            return;
        }
        for arg in &mut call.arguments.args {
            let name = match &*arg {
                Expr::Name(name) if self.imported.contains(&name.id.as_str()) => name.id.as_str(),
                Expr::Attribute(attribute) if self.has_module => match &*attribute.value {
                    Expr::Name(module) if module.id.as_str() == "operator" => attribute.attr.as_str(),
                    _ => continue,
                },
                _ => continue,
            };
            let Some((_, _, text)) = self.owns.iter().find(|(function, ..)| *function == name) else {
                continue;
            };
            let lambda = parsed(&format!("lambda a, b: {text}"), arg.range()).into_iter().next();
            if let Some(Stmt::Expr(lambda)) = lambda {
                *arg = *lambda.value;
            }
        }
    }
}
