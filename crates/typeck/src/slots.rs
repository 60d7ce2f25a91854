//! `__slots__`: the attributes that an object can have, where its class closes their list.
//!
//! An object has a `__dict__`, and so any attribute, unless every class in its order has `__slots__`
//! (Data Model, 3.3.2.4).

use portalis_hir::{Elem, ExprId, ExprKind, Module, Name, StmtKind, Target};

use crate::solve::ClassInfo;
use crate::ty::ClassRef;

/// The names that objects of `class` can have as attributes; `None` where they can have any.
#[must_use]
pub fn closed_slots(module: &Module, classes: &[ClassInfo], class: ClassRef) -> Option<Vec<Name>> {
    let mut names = Vec::new();
    for base in &classes[class.index()].mro {
        let info = &classes[base.index()];
        // Exceptions, enumerations and the objects of a subclass of `list` have a `__dict__` here.
        if !info.builtin_bases.is_empty() || info.enumeration.is_some() || info.base_value.is_some() {
            return None;
        }
        let class = &module[info.class];
        match (&info.dataclass, own_slots(module, class.body.as_slice())) {
            (_, Some(own)) => names.extend(own.iter().map(|name| mangled(&class.name, name))),
            (Some(dataclass), None) if dataclass.slots => {
                names.extend(dataclass.fields.iter().map(|(name, _)| name.clone()));
            }
            (Some(dataclass), None) if dataclass.is_tuple => {}
            _ => return None,
        }
    }
    Some(names)
}

/// A name in `__slots__` as the class has it: a private one is mangled, as in the class's body.
fn mangled(class: &str, name: &str) -> Name {
    let class = class.trim_start_matches('_');
    let is_private = name.starts_with("__") && !name.ends_with("__") && !class.is_empty();
    if is_private { Name::from(format!("_{class}{name}").as_str()) } else { name.into() }
}

/// The names in the `__slots__` of a class body; `None` where it has none, or one that only the run knows.
fn own_slots(module: &Module, body: &[portalis_hir::StmtId]) -> Option<Vec<Name>> {
    body.iter().find_map(|&stmt| {
        let (target, value) = match &module[stmt].kind {
            StmtKind::Assign { targets, value } => (targets.first()?, *value),
            StmtKind::AnnAssign { target, value, .. } => (target, (*value)?),
            _ => return None,
        };
        match target {
            Target::Local(local, _) if &*module[*local].name == "__slots__" => {}
            _ => return None,
        }
        match &module[value].kind {
            ExprKind::Str(name) => Some(vec![(**name).into()]),
            ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) => {
                items.iter().map(|item| slot_name(module, item)).collect()
            }
            _ => None,
        }
    })
}

fn slot_name(module: &Module, item: &Elem) -> Option<Name> {
    let text = |expr: ExprId| match &module[expr].kind {
        ExprKind::Str(name) => Some((**name).into()),
        _ => None,
    };
    match item {
        Elem::One(expr) => text(*expr),
        Elem::Star(_) => None,
    }
}
