//! Enumerations that a call makes, as the classes that they are.
//!
//! ```text
//! Color = Enum("Color", "RED GREEN")      class Color(Enum):
//!                                             RED = 1
//!                                             GREEN = 2
//! ```
//!
//! The names stand in the program, in a text, a list, pairs or a dict. Source: Library Reference, `enum`, functional API.

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::quote::parsed;

/// The module's statements with such assignments replaced; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("Enum('") && !source.contains("Enum(\"") {
        return None;
    }
    let writer = Writer { source, is_changed: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| writer.visit_stmt(stmt));
    writer.is_changed.get().then_some(out)
}

struct Writer<'s> {
    source: &'s str,
    is_changed: Cell<bool>,
}

impl Writer<'_> {
    /// The class that `stmt` makes by a call.
    fn class(&self, stmt: &Stmt) -> Option<Stmt> {
        let assign = stmt.as_assign_stmt()?;
        let [Expr::Name(target)] = assign.targets.as_slice() else { return None };
        let call = assign.value.as_call_expr()?;
        let is_enum = |name: &str| matches!(name, "Enum" | "IntEnum");
        let base = match &*call.func {
            Expr::Name(name) if is_enum(&name.id) => name.id.to_string(),
            Expr::Attribute(attribute) if is_enum(attribute.attr.as_str()) => {
                format!("{}.{}", attribute.value.as_name_expr()?.id, attribute.attr)
            }
            _ => return None,
        };
        let [Expr::StringLiteral(name), members] = &*call.arguments.args else { return None };
        let is_plain = name.value.to_str() == target.id.as_str() && call.arguments.keywords.is_empty();
        let members = self.members(members).filter(|members| is_plain && !members.is_empty())?;
        let lines: String = members.iter().map(|(name, value)| format!("    {name} = {value}\n")).collect();
        parsed(&format!("class {}({base}):\n{lines}", target.id), stmt.range()).pop()
    }

    /// Names and the texts of values.
    fn members(&self, given: &Expr) -> Option<Vec<(String, String)>> {
        let numbered = |names: Vec<String>| {
            names.into_iter().enumerate().map(|(i, name)| (name, (i + 1).to_string())).collect::<Vec<_>>()
        };
        let text = |expr: &Expr| expr.as_string_literal_expr().map(|text| text.value.to_str().to_owned());
        let value = |expr: &Expr| {
            let text = is_literal(expr).then(|| self.source.get(expr.range().to_std_range()))?;
            text.map(str::to_owned)
        };
        let members = match given {
            Expr::StringLiteral(names) => {
                let names = names.value.to_str().replace(',', " ");
                numbered(names.split_whitespace().map(str::to_owned).collect())
            }
            Expr::List(_) | Expr::Tuple(_) => {
                let items = match given {
                    Expr::List(list) => &list.elts,
                    Expr::Tuple(tuple) => &tuple.elts,
                    _ => return None,
                };
                match items.iter().map(text).collect::<Option<Vec<_>>>() {
                    Some(names) => numbered(names),
                    None => {
                        let pair = |item: &Expr| match item.as_tuple_expr()?.elts.as_slice() {
                            [name, held] => Some((text(name)?, value(held)?)),
                            _ => None,
                        };
                        items.iter().map(pair).collect::<Option<_>>()?
                    }
                }
            }
            Expr::Dict(dict) => {
                let items = dict.items.iter();
                items
                    .map(|item| Some((text(item.key.as_ref()?)?, value(&item.value)?)))
                    .collect::<Option<_>>()?
            }
            _ => return None,
        };
        let is_name = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        };
        members.iter().all(|(name, value)| is_name(name) && !value.contains('\n')).then_some(members)
    }
}

/// Whether an expression means the same in the body of a class.
fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_literal),
        Expr::UnaryOp(unary) => is_literal(&unary.operand),
        Expr::StringLiteral(_)
        | Expr::BytesLiteral(_)
        | Expr::NumberLiteral(_)
        | Expr::BooleanLiteral(_)
        | Expr::NoneLiteral(_) => true,
        _ => false,
    }
}

impl Transformer for Writer<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        if let Some(class) = self.class(stmt) {
            *stmt = class;
            self.is_changed.set(true);
            return;
        }
        walk_stmt(self, stmt);
    }
}
