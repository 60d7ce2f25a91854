//! The builtin value that an object of some classes is besides: the number of an `IntEnum` member, the tuple that a
//! named tuple is.

use portalis_hir::Name;

use crate::cell::{Cell, Field};
use crate::solve::{ClassInfo, Dataclass};
use crate::ty::{Atom, ClassRef, TypeId, Types};

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
