//! `case Shape(name=n)`: an instance of a class, and patterns of its attributes (PEP 634).
//!
//! ```text
//! case Circle(r=x)                       one kind: its field
//! case Shape(name=n)                     subclasses, too: a `match` with an arm per kind
//! case AppError(code=c)                  exceptions: what was raised, by its class
//! ```
//!
//! A kind without the attribute is not matched.

use portalis_hir::{ExprId, Name, Pattern};
use portalis_typeck::builtins::is_exception_subclass;
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, TypeId};

use super::FnCx;
use super::captures::{Captures, held};
use super::pattern::and;
use crate::represent::Repr;
use crate::rir::Expr;

/// The patterns of a class pattern by position and by name, and what stands for reading each attribute.
type Parts<'p> = (&'p [Pattern], &'p [(Name, Pattern)], &'p [ExprId]);

/// A pattern of one attribute.
struct Part<'p> {
    name: Name,
    read: ExprId,
    item: &'p Pattern,
}

impl FnCx<'_, '_> {
    pub(super) fn class_pattern(
        &mut self,
        class: ExprId,
        (positional, keyword, reads): Parts<'_>,
        (subject, ty): (Expr, TypeId),
        captures: &mut Captures,
    ) -> Option<Expr> {
        let classes = self.flat_classes(self.type_of(class));
        let matched = self.instances_of(ty, &classes);
        if matched == BOT {
            return None;
        }
        let test = self.instance_test(subject.clone(), ty, &classes);
        if positional.is_empty() && keyword.is_empty() {
            return Some(test);
        }
        if classes.iter().any(|class| matches!(class, Atom::Builtin(_))) {
            let [only] = positional else {
                self.unsupported_operation("this class pattern");
                return None;
            };
            let owned = self.owned(subject, ty);
            let narrowed = self.coerce(owned, ty, matched);
            let one = self.part("part", only, (narrowed, matched), captures)?;
            return Some(and(test, one));
        }
        let atoms = self.cx.rep.atoms(matched);
        // The class of the pattern says which attributes are looked at by position.
        let of = match (classes.as_slice(), atoms.as_slice()) {
            ([Atom::Class(of)], _) | (_, [(_, Atom::Obj(of, _))]) => Some(*of),
            _ => None,
        };
        let fields = of
            .and_then(|of| {
                portalis_typeck::match_args::match_args(self.cx.module, &self.cx.rep.inferred.classes, of)
            })
            .unwrap_or_default();
        if fields.len() < positional.len() {
            self.unsupported_operation("this class pattern");
            return None;
        }
        let named = keyword.iter().map(|(name, item)| (name, item));
        let parts: Vec<Part> = fields
            .iter()
            .zip(positional)
            .chain(named)
            .zip(reads)
            .map(|((name, item), &read)| Part { name: name.clone(), read, item })
            .collect();
        if let [(id, atom @ Atom::Obj(..))] = atoms.as_slice() {
            let owned = self.owned(subject.clone(), ty);
            let narrowed = if ty == matched && crate::coerce::is_pure(&subject) {
                subject
            } else {
                self.coerce(owned, ty, matched)
            };
            if !captures.is_at_once() && crate::coerce::is_pure(&narrowed) {
                let inner = self.parts_test(&narrowed, matched, (*id, atom), &parts, captures)?;
                return Some(and(test, inner));
            }
            let name = self.temp("matched");
            let whole = Expr::local(name.clone());
            let inner = captures
                .inside(|captures| self.parts_test(&whole, matched, (*id, atom), &parts, captures))?;
            return Some(and(test, held(&name, narrowed, inner)));
        }
        let bool_ty = self.of(Atom::Bool);
        let owned = self.owned(subject, ty);
        let mut any = false;
        let tested = self.dispatch(owned, ty, bool_ty, &mut |cx, value, one, (id, atom)| {
            let matched = cx.instances_of(one, &classes);
            if matched == BOT {
                return (crate::coerce::after(value, Expr::Bool(false)), bool_ty);
            }
            let name = cx.temp("matched");
            let is_one = cx.instance_test(Expr::local(name.clone()), one, &classes);
            let whole = Expr::local(name.clone());
            let inner = captures.inside(|captures| match cx.cx.rep.repr(one) {
                Repr::Exception => cx.raised_parts_test(&whole, one, &classes, &parts, captures),
                _ => cx.parts_test(&whole, one, (id, atom), &parts, captures),
            });
            any |= inner.is_some();
            let inner = inner.unwrap_or(Expr::Bool(false));
            (held(&name, value, and(is_one, inner)), bool_ty)
        });
        any.then_some(tested)
    }

    /// The tests of the attributes of an object; `None` where they never hold.
    fn parts_test(
        &mut self,
        whole: &Expr,
        ty: TypeId,
        (id, atom): (AtomId, &Atom),
        parts: &[Part<'_>],
        captures: &mut Captures,
    ) -> Option<Expr> {
        let Atom::Obj(class, cell) = *atom else { return None };
        let has = |cx: &Self, part: &Part<'_>| {
            cx.object_field(cell, &part.name) != BOT
                || cx.stored_class_attribute(class, &part.name).is_some()
                || cx.cx.rep.is_exception_class(class) && &*part.name == "args"
        };
        if !parts.iter().all(|part| has(self, part)) {
            return None;
        }
        self.all_parts(parts, captures, |cx, part| {
            cx.attribute_single(Node::Expr(part.read), whole.clone(), ty, id, &part.name)
        })
    }

    /// The same of what was raised, whose class was found to be one of `classes`.
    fn raised_parts_test(
        &mut self,
        whole: &Expr,
        ty: TypeId,
        classes: &[Atom],
        parts: &[Part<'_>],
        captures: &mut Captures,
    ) -> Option<Expr> {
        let mut found = Vec::new();
        let mut have = Vec::new();
        for (id, atom) in self.cx.rep.atoms(ty) {
            let before = have.len();
            match &atom {
                Atom::Obj(class, cell) if self.is_instance(&atom, classes) == Some(true) => {
                    have.extend(parts.iter().map(|part| {
                        self.object_field(*cell, &part.name) != BOT
                            || self.stored_class_attribute(*class, &part.name).is_some()
                            || &*part.name == "args"
                    }));
                }
                Atom::Exc(of) => {
                    for class in classes.iter().filter_map(|class| caught_class(of, class)) {
                        have.extend(parts.iter().map(|part| has_builtin(class, &part.name)));
                    }
                }
                _ => {}
            }
            if have.len() > before {
                found.push(id);
            }
        }
        if !have.contains(&true) {
            return None;
        }
        if have.contains(&false) {
            self.unsupported_operation("a pattern of an attribute that only some of these exceptions have");
            return None;
        }
        let found = self.cx.rep.inferred.types.from_ids(found);
        self.all_parts(parts, captures, |cx, part| {
            cx.exception_attribute(Node::Expr(part.read), whole.clone(), found, &part.name)
        })
    }

    /// The tests of attributes that are there.
    fn all_parts(
        &mut self,
        parts: &[Part<'_>],
        captures: &mut Captures,
        read: impl Fn(&mut Self, &Part<'_>) -> (Expr, TypeId),
    ) -> Option<Expr> {
        let mut tests = Expr::Bool(true);
        for part in parts {
            let (value, read_ty) = read(self, part);
            if read_ty == BOT {
                return None;
            }
            let one = self.part("part", part.item, (value, read_ty), captures)?;
            tests = and(tests, one);
        }
        Some(tests)
    }
}

/// The builtin class that an `of` is known to be of once it is an instance of `class`.
fn caught_class<'c>(of: &'c str, class: &'c Atom) -> Option<&'c str> {
    let Atom::ExcClass(class) = class else { return None };
    if is_exception_subclass(of, class) {
        Some(of)
    } else if is_exception_subclass(class, of) {
        Some(class)
    } else {
        None
    }
}

/// Whether exceptions of a builtin class have an attribute.
fn has_builtin(class: &str, name: &str) -> bool {
    match name {
        "args" => true,
        "errno" | "strerror" | "filename" => is_exception_subclass(class, "OSError"),
        "value" => is_exception_subclass(class, "StopIteration"),
        "code" => is_exception_subclass(class, "SystemExit"),
        _ => false,
    }
}
