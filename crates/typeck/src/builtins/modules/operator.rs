//! `operator`: the operators as functions. They are what the operators are, so they are known by code.

use portalis_hir::{BinOp, CmpOp, ExprId};

use super::LibraryModule;

pub(super) const OPERATOR: LibraryModule = LibraryModule {
    name: "operator",
    by_code: &[
        "add",
        "sub",
        "mul",
        "truediv",
        "floordiv",
        "mod",
        "pow",
        "lshift",
        "rshift",
        "and_",
        "or_",
        "xor",
        "concat",
        "lt",
        "le",
        "eq",
        "ne",
        "gt",
        "ge",
        "is_",
        "is_not",
        "itemgetter",
        "attrgetter",
    ],
    ..LibraryModule::EMPTY
};

/// What a function of `operator` does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `a op b`.
    Binary(BinOp),
    /// `a op b`.
    Compare(CmpOp),
    /// What `itemgetter` made: the indices, as expressions of the program.
    Items(Vec<ExprId>),
    /// What `attrgetter` made: the names.
    Attributes(Vec<String>),
}

/// The function that a special method is, taken from a builtin class: `list.__add__` is `operator.add` of two lists.
#[must_use]
pub fn operator_of_class(owner: &str, method: &str) -> Option<String> {
    let name = method.strip_prefix("__")?.strip_suffix("__")?;
    let owners: &[&str] = match name {
        "add" => &["int", "float", "str", "list", "tuple"],
        "sub" => &["int", "float", "set", "frozenset"],
        "mul" | "truediv" | "floordiv" | "mod" | "pow" => &["int", "float"],
        "lshift" | "rshift" => &["int"],
        "and" | "xor" => &["int", "set", "frozenset"],
        "or" => &["int", "set", "frozenset", "dict"],
        "lt" | "le" | "gt" | "ge" => &["int", "float", "str", "list", "tuple", "set", "frozenset"],
        "eq" | "ne" => &["int", "float", "str", "list", "tuple", "set", "frozenset", "dict"],
        _ => return None,
    };
    let underscore = if matches!(name, "and" | "or") { "_" } else { "" };
    owners.contains(&owner).then(|| format!("operator.{name}{underscore}@{owner}"))
}

/// The class whose special method the function `name` of `operator` stands for: both operands have to be its values.
#[must_use]
pub fn class_of_operator(name: &str) -> Option<&str> {
    name.split_once('@').map(|(_, owner)| owner)
}

/// The operator that `name` is a function for; getters carry what they get in their names.
#[must_use]
pub fn operator(name: &str) -> Option<Operator> {
    let name = name.strip_prefix("operator.")?;
    let name = name.split_once('@').map_or(name, |(name, _)| name);
    if let Some(items) = name.strip_prefix("itemgetter#") {
        let index = |raw: &str| raw.parse().ok().map(|raw: u32| ExprId::from_raw(raw.into()));
        return items.split(',').map(index).collect::<Option<Vec<ExprId>>>().map(Operator::Items);
    }
    if let Some(names) = name.strip_prefix("attrgetter#") {
        return Some(Operator::Attributes(names.split(',').map(str::to_owned).collect()));
    }
    Some(match name {
        "add" | "concat" => Operator::Binary(BinOp::Add),
        "sub" => Operator::Binary(BinOp::Sub),
        "mul" => Operator::Binary(BinOp::Mul),
        "truediv" => Operator::Binary(BinOp::Div),
        "floordiv" => Operator::Binary(BinOp::FloorDiv),
        "mod" => Operator::Binary(BinOp::Mod),
        "pow" => Operator::Binary(BinOp::Pow),
        "lshift" => Operator::Binary(BinOp::Shl),
        "rshift" => Operator::Binary(BinOp::Shr),
        "and_" => Operator::Binary(BinOp::BitAnd),
        "or_" => Operator::Binary(BinOp::BitOr),
        "xor" => Operator::Binary(BinOp::BitXor),
        "lt" => Operator::Compare(CmpOp::Lt),
        "le" => Operator::Compare(CmpOp::Le),
        "eq" => Operator::Compare(CmpOp::Eq),
        "ne" => Operator::Compare(CmpOp::Ne),
        "gt" => Operator::Compare(CmpOp::Gt),
        "ge" => Operator::Compare(CmpOp::Ge),
        "is_" => Operator::Compare(CmpOp::Is),
        "is_not" => Operator::Compare(CmpOp::IsNot),
        _ => return None,
    })
}
