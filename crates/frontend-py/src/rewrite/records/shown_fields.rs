//! What a `Field` of a dataclass says beside its name: `init`, `repr` and `compare`, and `type` where annotations are text.
//!
//! Only what the program asks for is written out, and only where all fields of the program say it plainly; the rest stays
//! refused.
//!
//! ```text
//! fields(Point)[0].init       _DataclassField('x', True)
//! ```
//!
//! Source: `dataclasses.py` of CPython 3.11; PEP 563.

use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{Expr, Stmt, StmtAnnAssign};
use ruff_text_size::Ranged;

use crate::rewrite::records::dataclass::{is_dataclass, is_special};

/// Attributes of a field, in the order of the arguments.
const ATTRIBUTES: [&str; 4] = ["init", "repr", "compare", "type"];

/// What fields are asked for.
pub(super) struct Shown<'s> {
    source: &'s str,
    has_texts: bool,
    asked: Vec<&'static str>,
}

impl<'s> Shown<'s> {
    pub(super) fn of(source: &'s str, body: &[Stmt]) -> Self {
        let has_texts = body.iter().any(|stmt| match stmt {
            Stmt::ImportFrom(import) => {
                import.module.as_deref() == Some("__future__")
                    && import.names.iter().any(|alias| alias.name.as_str() == "annotations")
            }
            _ => false,
        });
        let mut shown = Shown { source, has_texts, asked: Vec::new() };
        let mut stated = Stated::default();
        stated.visit_body(body);
        let asked = ATTRIBUTES.into_iter().filter(|attribute| {
            source.contains(&format!(".{attribute}"))
                && stated.fields.iter().all(|field| shown.value(field, attribute).is_some())
        });
        shown.asked = asked.collect();
        shown
    }

    /// The arguments after the name, each after a comma.
    pub(super) fn arguments(&self, field: &StmtAnnAssign) -> String {
        let values = self.asked.iter().filter_map(|attribute| self.value(field, attribute));
        values.map(|value| format!(", {value}")).collect()
    }

    /// The class of the fields: what is asked for is an attribute instead of what is refused.
    pub(super) fn class(&self, text: &str) -> String {
        let params: String = self.asked.iter().map(|attribute| format!(", {attribute}")).collect();
        let stores: String =
            self.asked.iter().map(|attribute| format!("        self.{attribute} = {attribute}\n")).collect();
        let mut text = text.replace(
            "(self, name):\n        self.name = name\n",
            &format!("(self, name{params}):\n        self.name = name\n{stores}"),
        );
        for attribute in &self.asked {
            text = text.replace(
                &format!("    @property\n    def {attribute}(self):\n        return dir(self)\n"),
                "",
            );
        }
        text
    }

    /// An attribute as Python writes it; `None` where the text of the program does not say it.
    fn value(&self, field: &StmtAnnAssign, attribute: &str) -> Option<String> {
        if attribute == "type" {
            let text = self.source.get(field.annotation.range().to_std_range())?;
            return (self.has_texts && is_canonical(text)).then(|| format!("'{text}'"));
        }
        let call = match field.value.as_deref() {
            Some(Expr::Call(call)) if is_field(&call.func) => call,
            _ => return Some("True".to_owned()),
        };
        match call.arguments.find_keyword(attribute) {
            None => Some("True".to_owned()),
            Some(keyword) => match &keyword.value {
                Expr::BooleanLiteral(literal) if literal.value => Some("True".to_owned()),
                Expr::BooleanLiteral(_) => Some("False".to_owned()),
                _ => None,
            },
        }
    }
}

/// Whether a call is one of `field`.
fn is_field(func: &Expr) -> bool {
    match func {
        Expr::Name(name) => name.id.as_str() == "field",
        Expr::Attribute(attribute) => attribute.attr.as_str() == "field",
        _ => false,
    }
}

/// Whether an annotation is written as CPython gives it back.
fn is_canonical(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_.[], |".contains(c);
    let spaces = text.matches(' ').count();
    text.chars().all(is_plain)
        && spaces == text.matches(", ").count() + 2 * text.matches(" | ").count()
        && text.matches(',').count() == text.matches(", ").count()
        && text.matches('|').count() == text.matches(" | ").count()
}

/// The fields that the dataclasses of a program state.
#[derive(Default)]
struct Stated<'a> {
    fields: Vec<&'a StmtAnnAssign>,
}

impl<'a> Visitor<'a> for Stated<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::ClassDef(def) = stmt
            && def.decorator_list.iter().any(|decorator| is_dataclass(&decorator.expression))
        {
            let stated = def.body.iter().filter_map(|stmt| match stmt {
                Stmt::AnnAssign(field) if !is_special(&field.annotation) => Some(field),
                _ => None,
            });
            self.fields.extend(stated);
        }
        walk_stmt(self, stmt);
    }
}
