//! Classes whose statement may run several times: each run makes another class in Python, and all are one here.
//!
//! ```text
//! def make():
//!     class Point: …
//!     return Point()
//! type(make()) is type(make())        False in Python: refused
//! ```
//!
//! The class itself, and the call of the function that makes it, look at their own: what is compared there is of one run.

use portalis_hir::captures::owner_func;
use portalis_hir::once::Once;
use portalis_hir::visit::for_each_stmt;
use portalis_hir::{ClassId, FuncId, Scope, StmtId, StmtKind};
use portalis_typeck::ty::{Atom, ClassRef};

use super::FnCx;

impl FnCx<'_, '_> {
    /// Refuses to ask whether a class is the same where two of one statement may meet.
    pub(crate) fn check_made_once(&mut self, class: ClassRef) {
        let class = self.cx.rep.inferred.classes[class.index()].class;
        if !self.is_inside(class) && !Once::new(self.cx.module).class(class) {
            self.unsupported_operation("comparing classes that may be made several times");
        }
    }

    /// The same of the classes that an `isinstance` asks for.
    pub(crate) fn check_each_made_once(&mut self, classes: &[Atom]) {
        for class in classes {
            if let Atom::Class(class) = class {
                self.check_made_once(*class);
            }
        }
    }

    /// Whether the function being lowered sees one run of the statement of `class`.
    fn is_inside(&self, class: ClassId) -> bool {
        let module = self.cx.module;
        let maker = owner_func(module, module[class].parent);
        let is_in_loop = is_repeated(self, maker, class);
        let mut scope = Scope::Func(self.func);
        loop {
            if scope == Scope::Class(class) {
                return true;
            }
            if scope == Scope::Func(maker) {
                return !is_in_loop;
            }
            scope = match scope {
                Scope::Class(inner) => module[inner].parent,
                Scope::Func(func) => match module[func].parent {
                    Some(parent) => parent,
                    None => return false,
                },
            };
        }
    }
}

/// Whether the statement of `class` stands in a loop of `maker`.
fn is_repeated(cx: &FnCx<'_, '_>, maker: FuncId, class: ClassId) -> bool {
    let module = cx.cx.module;
    let makes =
        |stmt: StmtId| matches!(module[stmt].kind, StmtKind::ClassDef { class: made, .. } if made == class);
    let mut repeated = false;
    for_each_stmt(module, &module[maker].body, &mut |stmt| {
        if let StmtKind::While { body, .. } | StmtKind::For { body, .. } = &module[stmt].kind {
            for_each_stmt(module, body, &mut |inner| repeated |= makes(inner));
        }
    });
    repeated
}
