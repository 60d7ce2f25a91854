//! The builtin value that an object of some classes is besides: the number of an `IntEnum` member, the tuple that a
//! named tuple is.

use portalis_hir::{BinOp, Name};

use crate::cell::{Cell, Field};
use crate::solve::{ClassInfo, Dataclass};
use crate::ty::{Atom, ClassRef, Kind, TypeId, Types};

/// The fields of a named tuple, `None` of another class.
#[must_use]
pub fn named_tuple(classes: &[ClassInfo], class: ClassRef) -> Option<&Dataclass> {
    let found = classes[class.index()].mro.iter().find_map(|base| classes[base.index()].dataclass.as_ref());
    found.filter(|dataclass| dataclass.is_tuple)
}

fn is_mixed(classes: &[ClassInfo], class: ClassRef) -> bool {
    classes[class.index()].enumeration.as_ref().is_some_and(|found| found.mixin.is_value())
}

/// The hidden attribute of a class derived from the builtin type `base`.
#[must_use]
pub fn base_field(base: &str) -> Field {
    Field::Attr(format!(".{base}").as_str().into())
}

/// The attributes that the value is made of.
#[must_use]
pub fn fields(classes: &[ClassInfo], class: ClassRef) -> Vec<Field> {
    if is_mixed(classes, class) {
        return vec![Field::Attr(Name::from("value"))];
    }
    if let Some(base) = classes[class.index()].base_value {
        return vec![base_field(base)];
    }
    match named_tuple(classes, class) {
        Some(tuple) => tuple.fields.iter().map(|(name, _)| Field::Attr(name.clone())).collect(),
        None => Vec::new(),
    }
}

/// Its type; `None` of what is no such object.
pub fn underlying(types: &mut Types, classes: &[ClassInfo], cells: &[Cell], atom: &Atom) -> Option<TypeId> {
    let Atom::Obj(class, cell) = atom else { return None };
    let get = |field: &Field| cells[cell.index()].get(field);
    if is_mixed(classes, *class) {
        return Some(get(&Field::Attr(Name::from("value"))));
    }
    if let Some(base) = classes[class.index()].base_value {
        return Some(get(&base_field(base)));
    }
    named_tuple(classes, *class)?;
    let items = fields(classes, *class).iter().map(get).collect();
    Some(types.of(Atom::Tuple(items)))
}

/// Whether `object op= other` changes the container that the object holds: `__iadd__` and its like come from the builtin
/// base `base`, and take an operand of this kind.
#[must_use]
pub fn changes_in_place(base: &str, op: BinOp, other: &Atom) -> bool {
    let is_set = matches!(other, Atom::Cont(Kind::Set | Kind::FrozenSet | Kind::DictKeys, _));
    match base {
        "list" | "deque" => match op {
            BinOp::Add => true,
            BinOp::Mul => matches!(other, Atom::Bool | Atom::Nat | Atom::Int),
            _ => false,
        },
        "set" => is_set && matches!(op, BinOp::BitOr | BinOp::BitAnd | BinOp::Sub | BinOp::BitXor),
        "dict" | "OrderedDict" | "defaultdict" => {
            op == BinOp::BitOr && matches!(other, Atom::Cont(kind, _) if kind.is_dict())
        }
        "Counter" => {
            matches!(op, BinOp::BitOr | BinOp::BitAnd | BinOp::Add | BinOp::Sub)
                && matches!(other, Atom::Cont(Kind::Counter, _))
        }
        _ => false,
    }
}
