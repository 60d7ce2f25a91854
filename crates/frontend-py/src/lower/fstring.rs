//! f-strings: text and values, parts of implicit concatenations merged.

use portalis_hir::{Conversion, ExprId, ExprKind, FormatPart};
use ruff_python_ast as ast;

use super::{Lowerer, span, with_stack};
use crate::diagnostics;

impl<'a> Lowerer<'a> {
    /// `f"…"`; one without values is plain text.
    pub(crate) fn fstring(&mut self, fstring: &'a ast::ExprFString) -> ExprId {
        let at = span(fstring);
        let mut parts = Vec::new();
        for part in fstring.value.iter() {
            match part {
                ast::FStringPart::Literal(literal) => {
                    match self.string_part(literal) {
                        Ok(text) => push_text(&mut parts, &text),
                        Err(_) => self.report(diagnostics::surrogate_in_fstring(span(literal))),
                    };
                }
                ast::FStringPart::FString(fstring) => {
                    let is_raw = matches!(fstring.flags.prefix(), ast::str_prefix::FStringPrefix::Raw { .. });
                    self.elements(&fstring.elements, is_raw, &mut parts);
                }
            }
        }
        let kind = match parts.as_slice() {
            [] => ExprKind::Str("".into()),
            [FormatPart::Literal(_)] => match parts.pop() {
                Some(FormatPart::Literal(text)) => ExprKind::Str(text),
                Some(FormatPart::Value { .. }) | None => ExprKind::Error,
            },
            _ => ExprKind::Format(parts),
        };
        self.expr(kind, at)
    }

    fn elements(
        &mut self,
        elements: &'a ast::InterpolatedStringElements,
        is_raw: bool,
        parts: &mut Vec<FormatPart>,
    ) {
        for element in elements {
            match element {
                ast::InterpolatedStringElement::Literal(literal) => {
                    match self.fstring_text(literal, is_raw) {
                        Ok(text) => push_text(parts, &text),
                        Err(_) => self.report(diagnostics::surrogate_in_fstring(span(literal))),
                    };
                }
                ast::InterpolatedStringElement::Interpolation(value) => {
                    with_stack(|| self.interpolation(value, is_raw, parts));
                }
            }
        }
    }

    fn interpolation(
        &mut self,
        element: &'a ast::InterpolatedElement,
        is_raw: bool,
        parts: &mut Vec<FormatPart>,
    ) {
        let mut conversion = match element.conversion {
            ast::ConversionFlag::None => None,
            ast::ConversionFlag::Str => Some(Conversion::Str),
            ast::ConversionFlag::Ascii => Some(Conversion::Ascii),
            ast::ConversionFlag::Repr => Some(Conversion::Repr),
        };
        if let Some(text) = &element.debug_text {
            push_text(parts, &super::literal::translate_newlines(text.as_str()));
            if conversion.is_none() && element.format_spec.is_none() {
                conversion = Some(Conversion::Repr);
            }
        }
        let value = self.lower_expr(&element.expression);
        let mut spec = Vec::new();
        if let Some(format) = &element.format_spec {
            self.elements(&format.elements, is_raw, &mut spec);
        }
        parts.push(FormatPart::Value { value, conversion, spec });
    }
}

/// Appends text, to the text before it where there is some.
fn push_text(parts: &mut Vec<FormatPart>, text: &str) {
    if let Some(FormatPart::Literal(last)) = parts.last_mut() {
        *last = format!("{last}{text}").into();
    } else if !text.is_empty() {
        parts.push(FormatPart::Literal(text.into()));
    }
}
