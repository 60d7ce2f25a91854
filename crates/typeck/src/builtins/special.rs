//! Special methods of classes of the runtime: `Fraction.__add__`, `bytearray.__setitem__`, as rows of the table.
//!
//! Of several rows of one name the first is taken whose parameters accept the operands, so that `Fraction + float` is another
//! row than `Fraction + int`. A row `C.__iter__() -> T` says what iterating gives, `C.__slice__` what a slice does.

use super::Table;
use super::row::{Row, TypeExpr};
use crate::ty::Atom;

impl Table {
    /// The row of special method `method` of `class` for operands of these kinds.
    #[must_use]
    pub fn special(&self, class: &str, method: &str, operands: &[&Atom]) -> Option<&Row> {
        self.rows_of(&format!("{class}.{method}")).iter().find(|row| {
            row.params.len() == operands.len()
                && row.params.iter().zip(operands).all(|(param, atom)| takes(&param.accept, atom))
        })
    }

    /// The type that iterating an object of `class` gives.
    #[must_use]
    pub fn iteration_word(&self, class: &str) -> Option<&'static str> {
        match self.special(class, "__iter__", &[])?.result {
            TypeExpr::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// Whether a parameter of words accepts a value of this kind.
fn takes(accept: &TypeExpr, atom: &Atom) -> bool {
    match accept {
        TypeExpr::Union(options) => options.iter().any(|option| takes(option, atom)),
        TypeExpr::Word(word) => match *word {
            "any" => true,
            "int" | "bigint" | "whole" => atom.is_int() || *atom == Atom::Bool,
            // Rows that keep integers exact stand before.
            "float" => atom.is_int() || matches!(atom, Atom::Bool | Atom::Float),
            "complex" => *atom == Atom::Complex,
            "str" => *atom == Atom::Str,
            "bytes" => *atom == Atom::Bytes,
            "none" => *atom == Atom::None,
            "tuple" => matches!(atom, Atom::Tuple(_) | Atom::TupleVar(_)),
            word => matches!(atom, Atom::Native(name) if *name == word),
        },
        _ => false,
    }
}

/// The special method that a conversion calls of an object of a library class.
#[must_use]
pub fn special_method(conversion: &str) -> Option<&'static str> {
    Some(match conversion {
        "int" => "__int__",
        "float" => "__float__",
        "complex" => "__complex__",
        "abs" => "__abs__",
        "round" => "__round__",
        "math.floor" => "__floor__",
        "math.ceil" => "__ceil__",
        "math.trunc" => "__trunc__",
        "divmod" => "__divmod__",
        "pow" => "__pow__",
        _ => return None,
    })
}
