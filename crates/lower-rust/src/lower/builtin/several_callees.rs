//! What a builtin makes in a call of which only the run knows the callee: the container of its own, not the type of the call.
//!
//! ```text
//! for count in (group, Counter): count(words)     match count { Counter => Made::Counter(…), Group => group(&words) }
//! ```

use portalis_hir::ExprId;
use portalis_typeck::builtins::{Row, TypeExpr};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, Kind, TypeId};

use crate::lower::FnCx;

impl FnCx<'_, '_> {
    /// What `name` itself gives in the call `id`, which gives a `ty`.
    pub(super) fn own_result(&mut self, id: ExprId, name: &str, ty: TypeId) -> TypeId {
        if self.cx.rep.atoms(ty).len() < 2 {
            return ty;
        }
        let (part, kind) = match name {
            "list" | "sorted" => (name, Kind::List),
            "set" => ("set", Kind::Set),
            "frozenset" => ("set", Kind::FrozenSet),
            "dict" | "dict.fromkeys" => (if name == "dict" { name } else { "fromkeys" }, Kind::Dict),
            "zip" | "map" | "filter" | "reversed" | "enumerate" => (name, Kind::Iterator),
            "collections.deque" => ("deque", Kind::Deque),
            "collections.Counter" => ("counter", Kind::Counter),
            "collections.OrderedDict" => ("ordered", Kind::OrderedDict),
            "collections.defaultdict" => ("defaultdict", Kind::DefaultDict),
            _ => return ty,
        };
        self.own_part(id, part, kind, ty)
    }

    /// The view of a dict that a row gives in the call `id`, which gives a `ty`.
    pub(super) fn own_view(&mut self, id: ExprId, row: &Row, ty: TypeId) -> TypeId {
        let TypeExpr::New(view, _) = row.result else { return ty };
        let kind = match view {
            "dict_keys" => Kind::DictKeys,
            "dict_values" => Kind::DictValues,
            "dict_items" => Kind::DictItems,
            _ => return ty,
        };
        if self.cx.rep.atoms(ty).len() < 2 { ty } else { self.own_part(id, view, kind, ty) }
    }

    /// What the call `id` itself makes as its `part`.
    pub(super) fn own_part(&mut self, id: ExprId, part: &str, kind: Kind, ty: TypeId) -> TypeId {
        let inferred = &mut *self.cx.rep.inferred;
        let cells = &inferred.cells;
        let own = inferred.types.filter(ty, |atom| match atom {
            Atom::Cont(of, cell) => {
                let site = &cells[cell.index()].site;
                *of == kind && site.node == Node::Expr(id) && site.part == part
            }
            _ => false,
        });
        if own != BOT {
            return own;
        }
        // Containers that meet elsewhere are one, of whichever call made the first.
        let own = inferred.types.filter(ty, |atom| matches!(atom, Atom::Cont(of, _) if *of == kind));
        if own == BOT { ty } else { own }
    }
}
