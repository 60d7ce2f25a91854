//! What a class has beside what its body defines: methods that decorators make, and those of its bases' makers.
//!
//! Source: `Lib/dataclasses.py` of 3.11. Methods of other modules are never reported: `total_ordering`'s, those of named
//! tuples, enumerations and protocols.

use std::collections::BTreeSet;

use ruff_python_ast::{Expr, Keyword, StmtClassDef};

use crate::rewrite::classes::runtime_protocols::last_name;

/// The methods of the program's module that the decorators of a class make; `None` where they are not known.
pub(crate) fn made_by_decorators(def: &StmtClassDef) -> Option<Vec<&'static str>> {
    let mut made = Vec::new();
    for decorator in &def.decorator_list {
        let (callee, keywords) = match &decorator.expression {
            Expr::Call(call) if call.arguments.args.is_empty() => (&*call.func, &*call.arguments.keywords),
            Expr::Call(_) => return None,
            other => (other, [].as_slice()),
        };
        match last_name(callee)? {
            "dataclass" => made.extend(made_by_dataclass(keywords)?),
            "total_ordering" | "unique" | "final" | "runtime_checkable" => {}
            _ => return None,
        }
    }
    Some(made)
}

/// `@dataclass(frozen=True)`.
fn made_by_dataclass(keywords: &[Keyword]) -> Option<Vec<&'static str>> {
    let asked = |name: &str, otherwise: bool| match keywords
        .iter()
        .find(|keyword| keyword.arg.as_deref() == Some(name))
        .map(|it| &it.value)
    {
        None => Some(otherwise),
        Some(Expr::BooleanLiteral(value)) => Some(value.value),
        Some(_) => None,
    };
    if keywords.iter().any(|keyword| keyword.arg.is_none()) {
        return None;
    }
    let (eq, frozen) = (asked("eq", true)?, asked("frozen", false)?);
    let mut made = Vec::new();
    if asked("init", true)? {
        made.push("__init__");
    }
    if asked("repr", true)? {
        made.push("__repr__");
    }
    if eq {
        made.push("__eq__");
    }
    if asked("order", false)? {
        made.extend(["__lt__", "__le__", "__gt__", "__ge__"]);
    }
    if frozen {
        made.extend(["__setattr__", "__delattr__"]);
    }
    if asked("unsafe_hash", false)? || eq && frozen {
        made.push("__hash__");
    }
    Some(made)
}

/// Whether the bases of a class leave it with the methods that its body defines.
pub(crate) fn has_plain_bases(def: &StmtClassDef, classes: &BTreeSet<String>) -> bool {
    let is_plain = |base: &Expr| {
        let name = last_name(base).unwrap_or_default();
        let base = match base {
            Expr::Subscript(of) => &*of.value,
            other => other,
        };
        let is_own = matches!(base, Expr::Name(_)) && classes.contains(name);
        is_own || PLAIN_BASES.contains(&name) || name.ends_with("Error") || name.ends_with("Exception")
    };
    let keeps = |keyword: &Keyword| match keyword.arg.as_deref() {
        Some("metaclass") => matches!(last_name(&keyword.value), Some("ABCMeta" | "EnumMeta" | "EnumType")),
        Some("total") => true,
        _ => false,
    };
    def.arguments
        .as_ref()
        .is_none_or(|arguments| arguments.keywords.iter().all(keeps) && arguments.args.iter().all(is_plain))
}

/// Classes of Python and its library that add no methods of the program's module to those derived from them.
const PLAIN_BASES: &[&str] = &[
    "object",
    "int",
    "float",
    "str",
    "bytes",
    "tuple",
    "list",
    "dict",
    "set",
    "frozenset",
    "ABC",
    "Generic",
    "Protocol",
    "NamedTuple",
    "TypedDict",
    "Enum",
    "IntEnum",
    "StrEnum",
    "Flag",
    "IntFlag",
    "Callable",
    "Collection",
    "Container",
    "Generator",
    "Hashable",
    "Iterable",
    "Iterator",
    "Mapping",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "Reversible",
    "Sequence",
    "Set",
    "Sized",
    "Counter",
    "OrderedDict",
    "UserDict",
    "UserList",
    "UserString",
    "defaultdict",
    "deque",
    "TestCase",
    "Thread",
];
