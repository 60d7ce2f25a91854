//! The types of expressions in the making.

use super::Maker;

/// A Python type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ty {
    Int,
    Float,
    Bool,
    Str,
    List(Box<Ty>),
    Dict(Box<Ty>, Box<Ty>),
    Set(Box<Ty>),
    Tuple(Vec<Ty>),
    /// A class of the program, by index; its subclasses too.
    Object(usize),
}

impl Ty {
    /// Whether values of it have an order.
    pub(super) fn is_ordered(&self) -> bool {
        match self {
            Ty::Int | Ty::Float | Ty::Bool | Ty::Str => true,
            Ty::List(item) => item.is_ordered(),
            Ty::Tuple(items) => items.iter().all(Ty::is_ordered),
            Ty::Dict(..) | Ty::Set(_) | Ty::Object(_) => false,
        }
    }

    /// Whether values of it can be keys, in an order that does not depend on hashes of text.
    pub(super) fn is_key(&self) -> bool {
        matches!(self, Ty::Int | Ty::Bool | Ty::Str)
            || matches!(self, Ty::Tuple(items) if items.iter().all(Ty::is_key))
    }

    /// Whether a set of it prints in the same order everywhere.
    pub(super) fn is_stable_in_sets(&self) -> bool {
        matches!(self, Ty::Int | Ty::Bool)
    }

    /// The annotation.
    pub(super) fn annotation(&self, classes: &[super::Class]) -> String {
        match self {
            Ty::Int => "int".to_owned(),
            Ty::Float => "float".to_owned(),
            Ty::Bool => "bool".to_owned(),
            Ty::Str => "str".to_owned(),
            Ty::List(item) => format!("list[{}]", item.annotation(classes)),
            Ty::Set(item) => format!("set[{}]", item.annotation(classes)),
            Ty::Dict(key, value) => {
                format!("dict[{}, {}]", key.annotation(classes), value.annotation(classes))
            }
            Ty::Tuple(items) => {
                let items: Vec<String> = items.iter().map(|item| item.annotation(classes)).collect();
                format!("tuple[{}]", items.join(", "))
            }
            Ty::Object(class) => classes[*class].name.clone(),
        }
    }
}

impl Maker {
    /// A type without parts.
    pub(super) fn scalar(&mut self) -> Ty {
        match self.random.below(10) {
            0..=4 => Ty::Int,
            5 | 6 => Ty::Str,
            7 | 8 => Ty::Float,
            _ => Ty::Bool,
        }
    }

    /// A type whose values can be keys.
    pub(super) fn key(&mut self) -> Ty {
        match self.random.below(10) {
            0..=4 => Ty::Int,
            5..=8 => Ty::Str,
            _ => Ty::Tuple(vec![Ty::Int, Ty::Str]),
        }
    }

    /// Any type, containers nested `depth` deep.
    pub(super) fn ty(&mut self, depth: usize) -> Ty {
        if depth == 0 || self.random.chance(45) {
            if !self.classes.is_empty() && self.random.chance(20) {
                return Ty::Object(self.random.below(self.classes.len()));
            }
            return self.scalar();
        }
        match self.random.below(8) {
            0..=3 => Ty::List(Box::new(self.ty(depth - 1))),
            4 | 5 => Ty::Dict(Box::new(self.key()), Box::new(self.ty(depth - 1))),
            6 => Ty::Set(Box::new(if self.random.chance(70) { Ty::Int } else { Ty::Str })),
            _ => Ty::Tuple((0..2 + self.random.below(2)).map(|_| self.ty(depth - 1)).collect()),
        }
    }
}
