//! `list(x)`, `sorted(x)`, `[*x]`: Python asks an object for its length before it takes the items, to know how much room
//! they need.
//!
//! Our lists grow as the items come. That shows only where `__len__` says that it prints, raises or changes something,
//! which is refused.

use portalis_hir::{ExprId, FuncId, LocalId, StmtKind, Target};
use portalis_typeck::ty::{Atom, BOT};

use super::{Cx, FnCx};

impl Cx<'_> {
    /// Whether the text of a function says that it assigns to more than its own variables.
    pub(crate) fn says_change(&self, func: FuncId) -> bool {
        let own = &self.module[func].locals;
        fn is_shared(target: &Target, own: &[LocalId]) -> bool {
            match target {
                Target::Local(local, _) => !own.contains(local),
                Target::Tuple { items, .. } => items.iter().any(|item| is_shared(item, own)),
                Target::Attribute { .. } | Target::Index { .. } | Target::Error(_) => true,
            }
        }
        let mut found = false;
        portalis_hir::visit::for_each_stmt(self.module, &self.module[func].body, &mut |stmt| {
            found |= match &self.module[stmt].kind {
                StmtKind::Assign { targets, .. } => targets.iter().any(|target| is_shared(target, own)),
                StmtKind::AugAssign { target, .. } => is_shared(target, own),
                _ => false,
            };
        });
        found
    }
}

impl FnCx<'_, '_> {
    /// Refuses a list of the items of an object whose length shows that it is asked for.
    pub(crate) fn check_length_hint(&mut self, value: ExprId) {
        let ty = self.type_of(value);
        let mut methods: Vec<FuncId> = Vec::new();
        for (_, atom) in self.cx.rep.atoms(ty) {
            let Atom::Obj(class, _) = atom else { continue };
            let inferred = &self.cx.rep.inferred;
            for name in ["__len__", "__length_hint__"] {
                let mut found = inferred.classes[class.index()].mro.iter().map(|base| {
                    let attrs = inferred.classes[base.index()].attrs;
                    inferred.cells[attrs.index()].attribute(name)
                });
                let ty = found.find(|&ty| ty != BOT).unwrap_or(BOT);
                methods.extend(inferred.types.atoms(ty).filter_map(|atom| match atom {
                    Atom::Func(func, _) => Some(*func),
                    _ => None,
                }));
            }
        }
        let shows =
            |func: FuncId| self.cx.says_write(func) || self.cx.says_raise(func) || self.cx.says_change(func);
        if methods.into_iter().any(shows) {
            self.unsupported_operation(
                "a list of what an object gives whose `__len__` prints, raises or changes something",
            );
        }
    }
}
