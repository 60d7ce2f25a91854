//! What a builtin makes in a call of which only the run knows the callee: the container of its own, not the type of the call.
//!
//! ```text
//! for count in (group, Counter): count(words)     match count { Counter => Made::Counter(…), Group => group(&words) }
//! ```

use portalis_hir::ExprId;
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use crate::lower::FnCx;

impl FnCx<'_, '_> {
    /// What `name` itself gives in the call `id`, which gives a `ty`.
    pub(super) fn own_result(&mut self, id: ExprId, name: &str, ty: TypeId) -> TypeId {
        if self.cx.rep.atoms(ty).len() < 2 {
            return ty;
        }
        let parts: &[&str] = match name {
            "frozenset" => &["set"],
            "dict" | "list" | "set" | "sorted" | "tuple" | "zip" | "map" | "filter" | "reversed"
            | "enumerate" => &[name],
            "collections.deque" => &["deque"],
            "collections.Counter" => &["counter"],
            "collections.OrderedDict" => &["ordered"],
            "collections.defaultdict" => &["defaultdict"],
            "dict.fromkeys" | "collections.OrderedDict.fromkeys" => &["fromkeys"],
            _ => return ty,
        };
        let cells = &self.cx.rep.inferred.cells;
        let own = self.cx.rep.inferred.types.filter(ty, |atom| match atom {
            Atom::Cont(_, cell) | Atom::TupleVar(cell) => {
                let site = &cells[cell.index()].site;
                site.node == Node::Expr(id) && parts.contains(&site.part)
            }
            _ => false,
        });
        if own == BOT { ty } else { own }
    }
}
