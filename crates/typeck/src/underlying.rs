//! The builtin value that an object of some classes is besides: the number of an `IntEnum` member.

use portalis_hir::Name;

use crate::cell::{Cell, Field};
use crate::enumeration::Mixin;
use crate::solve::ClassInfo;
use crate::ty::{Atom, ClassRef, TypeId, Types};

/// The attributes that the value is made of.
#[must_use]
pub fn fields(classes: &[ClassInfo], class: ClassRef) -> Vec<Field> {
    let is_mixed =
        classes[class.index()].enumeration.as_ref().is_some_and(|found| found.mixin != Mixin::Nothing);
    if is_mixed { vec![Field::Attr(Name::from("value"))] } else { Vec::new() }
}

/// Its type; `None` of what is no such object.
pub fn underlying(types: &mut Types, classes: &[ClassInfo], cells: &[Cell], atom: &Atom) -> Option<TypeId> {
    let Atom::Obj(class, cell) = atom else { return None };
    let mixin = classes[class.index()].enumeration.as_ref()?.mixin;
    let _ = types;
    (mixin != Mixin::Nothing).then(|| cells[cell.index()].get(&Field::Attr(Name::from("value"))))
}
