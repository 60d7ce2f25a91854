//! Special methods that are refused: those that a class sets to `None`, which keeps Python from looking further, but for the
//! hash of a class that has none anyway; and those that get no object, since what calls them gives it.
//!
//! Reports PT0204. Source: Language Reference, 3.3.1 and 3.3.8.

use portalis_hir::{ClassId, ExprKind, StmtKind, Target};

use super::Walk;
use crate::builtins::is_foreign_name;
use crate::diagnostics;

/// Special names of a class body that are no methods.
const DATA: &str = "__annotations__ __author__ __doc__ __file__ __match_args__ __module__ __name__ __qualname__ \
                    __slots__ __version__ __wrapped__ __weakref__ __dict__ __path__ __all__";

/// Special methods that Python calls on the class.
const OF_THE_CLASS: [&str; 5] =
    ["__new__", "__init_subclass__", "__class_getitem__", "__prepare__", "__subclasshook__"];

fn is_special(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__") && !is_foreign_name(name)
}

impl Walk<'_, '_> {
    /// Reports such assignments in the body of a class.
    pub(super) fn check_blocked(&mut self, class: ClassId) {
        let module = self.module();
        let has_eq = module[class].locals.iter().any(|&local| &*module[local].name == "__eq__");
        for &stmt in &module[class].body {
            if let StmtKind::FuncDef { func, decorators, .. } = &module[stmt].kind {
                let name = &*module[*func].name;
                let takes_none = decorators.iter().any(|&decorator| {
                    matches!(&module[decorator].kind, ExprKind::Builtin(of) if matches!(&**of, "staticmethod" | "classmethod"))
                });
                if takes_none && is_special(name) && !OF_THE_CLASS.contains(&name) {
                    let what = format!("`{name}` that is given no object");
                    self.s.report(diagnostics::unsupported_class(module[stmt].span, &what));
                }
                continue;
            }
            let StmtKind::Assign { targets, value } = &module[stmt].kind else { continue };
            if !matches!(module[*value].kind, ExprKind::None) {
                continue;
            }
            for target in targets {
                let Target::Local(local, span) = target else { continue };
                let name = &*module[*local].name;
                let is_data = DATA.split(' ').any(|it| it == name);
                if is_special(name) && !is_data && !(name == "__hash__" && has_eq) {
                    self.s.report(diagnostics::unsupported_class(*span, &format!("`{name} = None`")));
                }
            }
        }
    }
}
