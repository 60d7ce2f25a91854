//! What special methods answer, where Python checks it: `__bool__` a `bool`, `__str__` a `str`, `__init__` nothing.
//!
//! Python raises `TypeError` at the operation that calls such a method, which here is often a trait without a way to raise
//! that; a method with another answer is an error of the program, and refused.

use std::collections::BTreeSet;

use portalis_hir::Scope;
use portalis_typeck::ty::Atom;

use super::Cx;
use crate::diagnostics;

/// The class of what method `name` has to answer, as Python writes it; `None` where any answer will do.
fn due(name: &str) -> Option<&'static str> {
    match name {
        "__bool__" => Some("bool"),
        "__str__" | "__repr__" | "__format__" => Some("str"),
        "__len__" | "__hash__" | "__int__" => Some("int"),
        "__float__" => Some("float"),
        "__init__" => Some("None"),
        _ => None,
    }
}

/// Whether `atom` is of the class `due`; a `bool` is the `int` that a size and a hash may be, and `int` warns of one.
fn fits(name: &str, due: &str, atom: &Atom) -> bool {
    match due {
        "bool" => matches!(atom, Atom::Bool),
        "str" => matches!(atom, Atom::Str),
        "int" => atom.is_int() || name != "__int__" && matches!(atom, Atom::Bool),
        "float" => matches!(atom, Atom::Float),
        _ => matches!(atom, Atom::None),
    }
}

impl Cx<'_> {
    /// Reports the special methods that may answer with what Python does not take.
    pub(super) fn check_answers(&mut self) {
        let mut reported = BTreeSet::new();
        for inst in self.rep.inferred.live.clone() {
            let data = &self.rep.inferred.insts[inst.index()];
            let (func, ret) = (&self.module[data.func], data.ret);
            let Some(due) = due(&func.name) else { continue };
            if !matches!(func.parent, Some(Scope::Class(_))) {
                continue;
            }
            let other = self
                .rep
                .atoms(ret)
                .into_iter()
                .find(|(_, atom)| !matches!(atom, Atom::Unknown) && !fits(&func.name, due, atom));
            let Some((_, atom)) = other else { continue };
            if reported.insert((func.name_span.start, func.name_span.end)) {
                let found = self.class_name(&atom);
                self.sink.push(diagnostics::answer(func.name_span, &func.name, due, &found));
            }
        }
    }
}
