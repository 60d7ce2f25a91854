//! Objects as mappings: `{**m}`, `f(**m)`, `dict(m)` and `d.update(m)` ask one with `keys` for them, and for the value of each.

use portalis_diag::Span;

use super::Walk;
use crate::cell::Node;
use crate::ty::{Atom, BOT, Kind, TypeId};

impl Walk<'_, '_> {
    /// A type where a mapping is due: objects that are dicts besides as those, and those with `keys` as the dicts of their
    /// entries.
    pub(super) fn as_mapping(&mut self, node: Node, ty: TypeId, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match atom {
                atom if self.underlying(&atom).is_some() => self.underlying(&atom).unwrap_or(BOT),
                Atom::Obj(class, _) if self.class_has(class, "keys") => {
                    let keys = self.call_method(node, "keys", id, Vec::new());
                    let key = self.items_of(keys, node, span);
                    let value = match key {
                        BOT => BOT,
                        key => self.call_method(node, "__getitem__", id, vec![key]),
                    };
                    self.hash_and_eq(node, key);
                    self.new_dict(node, "mapping", Kind::Dict, key, value, span)
                }
                _ => self.s.types.of_id(id),
            };
            joined = self.join(joined, one);
        }
        joined
    }
}
