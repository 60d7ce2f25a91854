//! Named tuples: `_replace`, `_asdict`, `_make`, `_fields`. The rest is that of a frozen dataclass and of a tuple.

use portalis_diag::Span;
use portalis_hir::Name;

use super::Walk;
use super::bind::Args;
use crate::cell::{CellKind, Field, Node};
use crate::diagnostics;
use crate::ty::{Atom, AtomId, BOT, ClassRef, Kind, TypeId};

impl Walk<'_, '_> {
    /// An attribute that every named tuple has, of an object or of its class.
    pub(super) fn named_tuple_attribute(
        &mut self,
        class: ClassRef,
        id: AtomId,
        name: &Name,
        span: Span,
    ) -> Option<TypeId> {
        let fields = crate::underlying::named_tuple(&self.s.classes, class)?.fields.clone();
        let is_class = matches!(self.s.types.get(id), Atom::Class(_));
        match &**name {
            "_fields" => {
                let text = self.of(Atom::Str);
                Some(self.of(Atom::Tuple(vec![text; fields.len()].into())))
            }
            "_replace" | "_asdict" if !is_class => Some(self.of(Atom::BoundBuiltin(id, name.clone()))),
            "_make" if is_class => Some(self.of(Atom::BoundBuiltin(id, name.clone()))),
            "_field_defaults" | "_replace" | "_asdict" | "_make" => {
                self.s.report(diagnostics::unsupported_attribute(span, "namedtuple", name));
                Some(self.of(Atom::Unknown))
            }
            // The class has a descriptor there.
            name if is_class && fields.iter().any(|(field, _)| **field == *name) => {
                self.s.report(diagnostics::unsupported_attribute(span, "namedtuple", name));
                Some(self.of(Atom::Unknown))
            }
            _ => None,
        }
    }

    /// A call of one of these methods.
    pub(super) fn call_named_tuple(
        &mut self,
        node: Node,
        receiver: AtomId,
        name: &str,
        args: &Args,
        span: Span,
    ) -> Option<TypeId> {
        let (Atom::Obj(class, _) | Atom::Class(class)) = *self.s.types.get(receiver) else { return None };
        let fields = crate::underlying::named_tuple(&self.s.classes, class)?.fields.clone();
        let Atom::Obj(_, cell) = *self.s.types.get(receiver) else {
            let [source] = args.positional.as_slice() else { return Some(BOT) };
            let items = match self.atoms(*source).as_slice() {
                [(_, Atom::Tuple(items))] => items.to_vec(),
                _ => vec![self.items_of(*source, node, span); fields.len()],
            };
            return Some(self.instantiate_args(node, "call", class, &Args::of(items), span));
        };
        match name {
            "_replace" => {
                let is_field = |name: &Name| fields.iter().any(|(field, _)| field == name);
                if !args.positional.is_empty() || !args.keywords.iter().all(|(name, _)| is_field(name)) {
                    return Some(BOT);
                }
                let def = self.s.classes[class.index()].class;
                let made = self.s.cell(node, "replace", CellKind::Object(def), span);
                for (field, _) in &fields {
                    let attribute = Field::Attr(field.clone());
                    let ty = match args.keyword(field) {
                        Some(ty) => ty,
                        None => self.s.read(cell, &attribute),
                    };
                    self.s.write(made, attribute, ty);
                }
                Some(self.of(Atom::Obj(class, made)))
            }
            "_asdict" => {
                let types: Vec<TypeId> =
                    fields.iter().map(|(field, _)| self.s.read(cell, &Field::Attr(field.clone()))).collect();
                let values = self.s.types.join_all(types);
                let key = self.of(Atom::Str);
                Some(self.new_dict(node, "asdict", Kind::Dict, key, values, span))
            }
            _ => None,
        }
    }
}
