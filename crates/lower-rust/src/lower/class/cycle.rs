//! Dataclasses whose objects may hold themselves: their comparison takes an object for equal to itself, and their
//! representation shows an object inside of itself as `...`.
//!
//! ```text
//! a.next = b; b.previous = a
//! a == a         // the tuples of their fields are compared, which ask for identity first
//! repr(a)        // Node(next=Node(next=None, previous=...), previous=None)
//! ```

use std::collections::BTreeSet;

use portalis_hir::visit::walk_stmt_targets;
use portalis_hir::{Name, Target};

use super::super::Cx;
use crate::represent::{ObjectId, Repr, UnionId};
use crate::rir::{Closure, Expr, Pat, Path};

/// What an object leads to, and whether it may have come after what holds it was made.
#[derive(Default)]
struct Held {
    objects: BTreeSet<(ObjectId, bool)>,
    unions: BTreeSet<(UnionId, bool)>,
    /// Those of `objects` whose fields nobody has looked at.
    found: Vec<(ObjectId, bool)>,
}

impl Cx<'_> {
    /// Whether objects of a class may come to hold themselves: its fields lead back to it, and one on the way is
    /// assigned after its object was made, or is a container that may be filled then.
    pub(super) fn may_hold_itself(&mut self, object: ObjectId) -> bool {
        let stored = self.stored_attributes();
        let mut held = Held::default();
        let mut open = vec![(object, false)];
        while let Some((holder, is_late)) = open.pop() {
            for (name, repr) in self.fields_of(holder) {
                self.add_held(&repr, is_late || stored.contains(&name), &mut held);
            }
            if held.objects.contains(&(object, true)) {
                return true;
            }
            open.append(&mut held.found);
        }
        false
    }

    /// Adds the objects that a value of this kind holds, and whether they may have come after it was made.
    fn add_held(&mut self, repr: &Repr, is_late: bool, held: &mut Held) {
        match repr {
            Repr::Object(object) => {
                if held.objects.insert((*object, is_late)) {
                    held.found.push((*object, is_late));
                }
            }
            Repr::Union(union) => {
                if held.unions.insert((*union, is_late)) {
                    let variants = self.rep.unions[union.0 as usize].variants.clone();
                    variants.iter().for_each(|variant| self.add_held(&variant.repr, is_late, held));
                }
            }
            _ => {
                let may_be_filled = matches!(
                    repr,
                    Repr::List(_)
                        | Repr::Set(_)
                        | Repr::Deque(_)
                        | Repr::Dict(..)
                        | Repr::Keys(..)
                        | Repr::Values(..)
                        | Repr::Items(..)
                );
                repr.parts().into_iter().for_each(|part| self.add_held(part, is_late || may_be_filled, held));
            }
        }
    }

    /// The attributes that statements of the program assign.
    fn stored_attributes(&self) -> BTreeSet<Name> {
        let mut stored = BTreeSet::new();
        for (stmt, _) in self.module.stmts.iter() {
            walk_stmt_targets(self.module, stmt, &mut |target| attributes(target, &mut stored));
        }
        stored
    }

    /// `self` shown by `shown`, or as `...` inside of itself.
    pub(super) fn shown_once(shown: Expr) -> Expr {
        let closure = Closure {
            params: vec![(Pat::Bind("f".to_owned(), false), None)],
            ret: None,
            body: Box::new(shown),
            is_move: false,
        };
        let args = vec![
            Expr::local("f"),
            Expr::local("self").method("id", Vec::new()),
            Expr::Str("...".to_owned()),
            Expr::Closure(closure),
        ];
        Expr::call(Path::RtIn("show", "guarded".to_owned()), args)
    }
}

fn attributes(target: &Target, stored: &mut BTreeSet<Name>) {
    match target {
        Target::Attribute { name, .. } => {
            stored.insert(name.clone());
        }
        Target::Tuple { items, .. } => items.iter().for_each(|item| attributes(item, stored)),
        Target::Local(..) | Target::Index { .. } | Target::Error(_) => {}
    }
}

/// Whether a field holds an object, which has identity.
pub(super) fn holds_objects(repr: &Repr) -> bool {
    match repr {
        Repr::Option(inner) => holds_objects(inner),
        repr => matches!(repr, Repr::Object(_)),
    }
}
