//! What objects and classes are given by assignments: the names of attributes that a program makes, and methods that a
//! class is given too late to be known.

use portalis_hir::{ExprKind, Name, StmtKind, Target, stdlib};
use rustc_hash::FxHashSet;

use super::Walk;
use crate::accessors;
use crate::ty::{Atom, ClassRef, TypeId};

impl Walk<'_, '_> {
    /// Whether the `__init__` of a class gives every object an attribute.
    pub(super) fn is_set_by_init(&mut self, class: ClassRef, name: &Name) -> bool {
        let init = self.class_attribute(class, &"__init__".into());
        let atoms = self.atoms(init);
        let [(_, Atom::Func(init, _))] = atoms.as_slice() else { return false };
        let module = self.module();
        let init = &module[*init];
        let Some(receiver) = init.params.first() else { return false };
        let sets = |target: &Target| {
            matches!(target, Target::Attribute { value, name: set, .. }
                if accessors::raw(set).0 == *name
                    && matches!(module[*value].kind, ExprKind::Local(local) if local == receiver.local))
        };
        init.body.iter().any(|&stmt| match &module[stmt].kind {
            StmtKind::Assign { targets, .. } => targets.iter().any(|target| match target {
                Target::Tuple { items, .. } => items.iter().any(sets),
                target => sets(target),
            }),
            StmtKind::AnnAssign { target, value, .. } => value.is_some() && sets(target),
            _ => false,
        })
    }

    /// Whether CPython's class may have attribute `name`, of which the compiler's own in Python knows nothing: no object is
    /// given an attribute of that name.
    pub(super) fn lacks_library_attribute(&self, class: ClassRef, name: &Name) -> bool {
        let module = self.module();
        let is_library = self.s.classes[class.index()].mro.iter().any(|base| {
            let body = &module[self.s.classes[base.index()].class].body;
            body.iter().any(|&stmt| {
                let StmtKind::Assign { targets, value } = &module[stmt].kind else { return false };
                let [Target::Local(local, _)] = targets.as_slice() else { return false };
                matches!(&module[*value].kind, ExprKind::Str(of) if &*module[*local].name == "__module__"
                    // A namespace has what it is given.
                    && &**of != "types"
                    && stdlib::has_module(of.split('.').next().unwrap_or_default().trim_start_matches('_')))
            })
        });
        is_library && !self.s.given_names.get_or_init(|| given_names(module)).contains(name)
    }

    /// Whether a class of the program may have one of these special methods.
    pub(super) fn has_special(&self, names: &[&str]) -> bool {
        let module = self.module();
        let known = self.s.attribute_names.get_or_init(|| attribute_names(module));
        names.iter().any(|&name| known.contains(&Name::from(name)))
    }

    /// Whether a class would get a method by setting an attribute, or have one replaced: methods are known before the run.
    pub(super) fn comes_late(&self, class: ClassRef, name: &Name, value: TypeId) -> bool {
        let is_method = |atom: &Atom| {
            matches!(
                atom,
                Atom::Func(..)
                    | Atom::Bound(..)
                    | Atom::Builtin(_)
                    | Atom::Property(..)
                    | Atom::CachedProperty(_)
                    | Atom::StaticMethod(_)
                    | Atom::ClassMethod(_)
            )
        };
        let info = &self.s.classes[class.index()];
        let module = self.module();
        let is_own = module[info.class].locals.iter().any(|&local| module[local].name == *name);
        if !is_own {
            // What Python calls by itself may be any object with `__call__`.
            let is_called = name.starts_with("__") && name.ends_with("__");
            let is_callable = |atom: &Atom| is_method(atom) || is_called && matches!(atom, Atom::Obj(..));
            return self.atoms(value).iter().any(|(_, atom)| is_callable(atom));
        }
        let others: Vec<_> = self
            .atoms(self.s.cells[info.attrs.index()].attribute(name))
            .into_iter()
            .filter(|(id, _)| !self.s.types.ids(value).contains(id))
            .collect();
        !others.is_empty() && others.iter().all(|(_, atom)| is_method(atom))
    }
}

/// The names of all attributes that the module makes: stores into objects, and what class bodies bind.
fn attribute_names(module: &portalis_hir::Module) -> FxHashSet<Name> {
    let mut names = given_names(module);
    for (_, class) in module.classes.iter() {
        names.extend(class.locals.iter().map(|&local| module[local].name.clone()));
    }
    names
}

/// The names of attributes that something is given by an assignment.
fn given_names(module: &portalis_hir::Module) -> FxHashSet<Name> {
    fn of_target(target: &Target, names: &mut FxHashSet<Name>) {
        match target {
            Target::Attribute { name, .. } => {
                names.insert(accessors::raw(name).0);
            }
            Target::Tuple { items, .. } => items.iter().for_each(|item| of_target(item, names)),
            Target::Local(..) | Target::Index { .. } | Target::Error(_) => {}
        }
    }
    let mut names = FxHashSet::default();
    for (id, _) in module.stmts.iter() {
        portalis_hir::visit::walk_stmt_targets(module, id, &mut |target| of_target(target, &mut names));
    }
    names
}
