//! Operations that call special methods inside: what those raise is seen where somebody observes it.
//!
//! ```text
//! point in seen       watched!(seen.contains(&point))?      // `__eq__` or `__hash__` may raise
//! ```
//!
//! Only values whose special methods may raise take part, so that code about numbers and texts stays as it is.

use std::collections::BTreeSet;

use portalis_hir::{ComprehensionKind, ExprId};
use portalis_typeck::cell::Field;
use portalis_typeck::ty::{Atom, BOT, CellId, TypeId};

use super::{Catch, FnCx};
use crate::represent::{ObjectId, Repr};
use crate::rir::Expr;
use crate::special::{Operations, Use};

impl FnCx<'_, '_> {
    /// The value of `id`, which hidden calls on the way to it may keep from coming.
    pub(super) fn watched(&mut self, id: ExprId, value: Expr) -> Expr {
        if self.catch == Catch::Uncaught || self.type_of(id) == BOT || is_print_in_pieces(&value) {
            return value;
        }
        let operations = Operations {
            module: self.cx.module,
            inferred: self.cx.rep.inferred,
            inst: &self.cx.rep.inferred.insts[self.inst.index()],
        };
        let operands = operations.of_expr(id);
        let raises = operands
            .into_iter()
            .any(|operand| self.raises_in(operand.ty, operand.used, operand.itself, &mut BTreeSet::new()));
        if raises { self.settled(value) } else { value }
    }

    /// `watched!(value)?`.
    pub(super) fn settled(&mut self, value: Expr) -> Expr {
        self.propagate(Expr::Watched(Box::new(value)))
    }

    /// An operation that uses a key of type `key`.
    pub(super) fn keyed(&mut self, key: TypeId, operation: Expr) -> Expr {
        if self.key_raises(key) { self.settled(operation) } else { operation }
    }

    /// Whether somebody observes what using a key of type `key` may raise.
    pub(super) fn key_raises(&mut self, key: TypeId) -> bool {
        self.catch != Catch::Uncaught && self.raises_in(key, Use::Key, true, &mut BTreeSet::new())
    }

    /// A display whose keys, of these types each, are held as `key`: a kind among them may have no hash.
    pub(super) fn keyed_together(&mut self, each: &[TypeId], key: TypeId, display: Expr) -> Expr {
        // Where one of them may raise by itself, the display is watched as it is.
        let is_watched = each.iter().any(|&ty| self.raises_in(ty, Use::Key, true, &mut BTreeSet::new()));
        if is_watched { display } else { self.keyed(key, display) }
    }

    /// An operation that compares keys of type `key` for their order, whatever its operands are.
    pub(super) fn ordered(&mut self, key: TypeId, operation: Expr) -> Expr {
        if self.catch == Catch::Uncaught || !self.raises_in(key, Use::Order, true, &mut BTreeSet::new()) {
            return operation;
        }
        self.settled(operation)
    }

    /// An entry of a comprehension; its element is the key.
    pub(super) fn comprehension_entry(
        &mut self,
        kind: ComprehensionKind,
        element: ExprId,
        operation: Expr,
    ) -> Expr {
        match kind {
            ComprehensionKind::List | ComprehensionKind::Items => operation,
            ComprehensionKind::Set | ComprehensionKind::Dict => self.keyed(self.type_of(element), operation),
        }
    }

    /// Whether showing a value of type `ty` may raise, and somebody observes it.
    pub(super) fn show_raises(&mut self, ty: TypeId) -> bool {
        self.catch != Catch::Uncaught && self.raises_in(ty, Use::Show, true, &mut BTreeSet::new())
    }

    /// Whether the truth of a value of type `ty` is a special method that may raise.
    pub(super) fn truth_raises(&mut self, ty: TypeId) -> bool {
        self.catch != Catch::Uncaught
            && self.cx.rep.atoms(ty).iter().any(|(id, _)| {
                let one = self.of_id(*id);
                let Repr::Object(object) = self.cx.rep.repr(one) else { return false };
                self.method_raises(object, Use::Truth.methods())
            })
    }

    /// Whether special methods of a value of type `ty` may raise where it is `used`; of what is in it alone unless
    /// `itself`, since a lone object is asked by a call that is seen.
    fn raises_in(&mut self, ty: TypeId, used: Use, itself: bool, seen: &mut BTreeSet<CellId>) -> bool {
        if used.hashes() && itself && self.has_no_hash(ty) {
            return true;
        }
        if matches!(used, Use::Order | Use::Any) {
            let repr = self.cx.rep.repr(ty);
            let asks_none = used == Use::Order && self.is_ranked(&repr);
            if asks_none || matches!(repr, Repr::Union(_)) && !self.is_ordered(&repr) {
                return true;
            }
        }
        self.cx.rep.atoms(ty).into_iter().any(|(id, atom)| match atom {
            Atom::Obj(_, cell) => {
                if !seen.insert(cell) {
                    return false;
                }
                let one = self.of_id(id);
                let Repr::Object(object) = self.cx.rep.repr(one) else { return false };
                if itself && self.method_raises(object, used.methods()) {
                    return true;
                }
                if used == Use::Order && itself && self.has_no_order(object) {
                    return true;
                }
                if itself && used.hashes() && self.cx.is_unhashable(object) {
                    return true;
                }
                let fields = self.cx.dataclass(object).map(|dataclass| dataclass.fields).unwrap_or_default();
                fields.iter().any(|(name, _)| {
                    let field = self.cx.rep.inferred.cells[cell.index()].attribute(name);
                    self.raises_in(field, used, true, seen)
                })
            }
            Atom::Cont(kind, _) if used == Use::Order && itself && kind.is_dict() => true,
            Atom::Cont(_, cell) | Atom::TupleVar(cell) if seen.insert(cell) => {
                let cell = &self.cx.rep.inferred.cells[cell.index()];
                let (elem, value) = (cell.get(&Field::Elem), cell.get(&Field::Value));
                self.raises_in(elem, used, true, seen) || self.raises_in(value, used, true, seen)
            }
            Atom::Tuple(items) => items.iter().any(|&item| self.raises_in(item, used, true, seen)),
            Atom::Exc(_) if used == Use::Show => self.arguments_raise(seen),
            _ => false,
        })
    }

    /// Whether showing what some builtin exception was made with may raise.
    fn arguments_raise(&mut self, seen: &mut BTreeSet<CellId>) -> bool {
        self.cx.rep.inferred.exception_arguments().into_iter().any(|args| {
            self.cx.rep.atoms(args).into_iter().any(|(_, atom)| match atom {
                Atom::Tuple(items) => items.iter().any(|&item| {
                    // Exceptions in exceptions are looked at once.
                    let nests = self.cx.rep.atoms(item).iter().any(|(_, atom)| matches!(atom, Atom::Exc(_)));
                    !nests && self.raises_in(item, Use::Show, true, seen)
                }),
                _ => false,
            })
        })
    }

    /// Whether a key of type `ty` may be of a kind without a hash, among others.
    pub(super) fn has_no_hash(&mut self, ty: TypeId) -> bool {
        let repr = self.cx.rep.repr(ty);
        matches!(repr, Repr::Union(_) | Repr::Option(_))
            && self.cx.rep.atoms(ty).iter().any(|(id, _)| {
                let one = self.of_id(*id);
                self.unhashable(one).is_some()
            })
    }

    fn method_raises(&self, object: ObjectId, methods: &[&str]) -> bool {
        methods.iter().any(|method| {
            self.cx.trait_target(object, method).is_some_and(|target| {
                let answer = self.cx.rep.inferred.insts[target.index()].ret;
                self.cx.is_fallible(target) || *method == "__len__" && self.cx.may_be_negative(answer)
            })
        })
    }
}

/// Whether a value is a `print` in pieces, each of which is watched by itself.
fn is_print_in_pieces(value: &Expr) -> bool {
    let Expr::Block(block) = value else { return false };
    let watched = match block.tail.as_deref() {
        Some(Expr::Try(watched) | Expr::Attempt(_, watched)) => watched,
        _ => return false,
    };
    matches!(&**watched, Expr::Watched(print) if matches!(**print, Expr::Format { name: "print" | "println", .. }))
}
