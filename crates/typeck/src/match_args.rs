//! The attributes that positional patterns of a class look at.
//!
//! Source: Language Reference, 8.6.4.10; PEP 634.

use portalis_hir::{Elem, ExprKind, Module, Name, StmtKind, Target};

use crate::solve::ClassInfo;
use crate::ty::ClassRef;

/// `__match_args__` of a class: what its nearest base with one says, or the parameters of a dataclass; `None` where only
/// the run knows it.
#[must_use]
pub fn match_args(module: &Module, classes: &[ClassInfo], class: ClassRef) -> Option<Vec<Name>> {
    for base in &classes[class.index()].mro {
        let info = &classes[base.index()];
        let body = &module[info.class].body;
        let given = body.iter().rev().find_map(|&stmt| match &module[stmt].kind {
            StmtKind::Assign { targets, value } => {
                let names_it = |target: &Target| matches!(target, Target::Local(local, _) if &*module[*local].name == "__match_args__");
                targets.iter().any(names_it).then_some(*value)
            }
            _ => None,
        });
        if let Some(given) = given {
            let ExprKind::Tuple(elems) = &module[given].kind else { return None };
            let text = |elem: &Elem| match elem {
                Elem::One(item) => match &module[*item].kind {
                    ExprKind::Str(text) => Some(Name::from(&**text)),
                    _ => None,
                },
                Elem::Star(_) => None,
            };
            return elems.iter().map(text).collect();
        }
        if let Some(dataclass) = &info.dataclass {
            return Some(dataclass.positional().map(|(name, _)| name.clone()).collect());
        }
    }
    None
}
