//! Items put together: a container as another of its kind, a list of what an iterable gives, `extend`.

use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Path, Stmt};

impl FnCx<'_, '_> {
    /// A list that is written out, with items of another type, before it is repeated; any other value as it is.
    pub(crate) fn refit_literal(&mut self, value: Expr, from: TypeId, to: TypeId) -> (Expr, TypeId) {
        let wanted = self.same_kind(from, to);
        if wanted == BOT || !matches!(self.cx.rep.repr(wanted), Repr::List(_)) {
            return (value, from);
        }
        match value {
            Expr::Call(callee, mut args) if matches!(args.as_slice(), [Expr::Array(_)]) => {
                let (item, elem) = (self.elem_type(from), self.elem_type(wanted));
                for arg in &mut args {
                    let Expr::Array(items) = arg else { continue };
                    let coerced =
                        std::mem::take(items).into_iter().map(|value| self.coerce(value, item, elem));
                    *items = coerced.collect();
                }
                (Expr::Call(callee, args), wanted)
            }
            value => (value, from),
        }
    }

    /// A container that nobody else holds yet, as another type of its kind: item by item where they are held
    /// differently.
    pub(crate) fn refit(&mut self, value: Expr, from: TypeId, to: TypeId) -> (Expr, TypeId) {
        let wanted = self.same_kind(from, to);
        if wanted == BOT || self.cx.rep.repr(from) == self.cx.rep.repr(wanted) {
            return (value, if wanted == BOT { from } else { wanted });
        }
        let elem = self.elem_type(wanted);
        let refitted = match self.cx.rep.repr(wanted) {
            Repr::List(_) => self.collect_list(value, from, elem),
            Repr::TupleVar(_) => {
                let list = self.collect_list(value, from, elem);
                Expr::call(Path::Rt("Tuple").assoc("from"), vec![list.method("to_vec", Vec::new())])
            }
            Repr::Dict(..) => {
                let held = self.temp("entries");
                let mut block = Block::default();
                let empty = self.empty_container("Dict", wanted);
                block.stmts.push(Stmt::Let {
                    pat: Pat::Bind(held.clone(), false),
                    ty: None,
                    init: Some(empty),
                });
                let value_ty = self.value_type(wanted);
                self.copy_entries(&held, (value, from), (elem, value_ty), &mut block);
                block.tail = Some(Box::new(Expr::local(held)));
                Expr::Block(block)
            }
            Repr::Set(_) | Repr::Deque(_) => {
                let container =
                    if matches!(self.cx.rep.repr(wanted), Repr::Set(_)) { "Set" } else { "Deque" };
                let held = self.temp("items");
                let mut block = Block::default();
                let empty = self.empty_container(container, wanted);
                block.stmts.push(Stmt::Let {
                    pat: Pat::Bind(held.clone(), false),
                    ty: None,
                    init: Some(empty),
                });
                let method = if container == "Set" { "set_extend" } else { "extend" };
                self.extend_from(Expr::local(held.clone()), method, value, from, elem, &mut block);
                block.tail = Some(Box::new(Expr::local(held)));
                Expr::Block(block)
            }
            _ => value,
        };
        (refitted, wanted)
    }

    /// Sets the entries of a dictionary in the one that is `held`.
    pub(crate) fn copy_entries(
        &mut self,
        held: &str,
        (source, from): (Expr, TypeId),
        (key_ty, value_ty): (TypeId, TypeId),
        block: &mut Block,
    ) {
        let (k, v) = (self.elem_type(from), self.value_type(from));
        // A source that was unified with others may have entries that never come here.
        if k == BOT || key_ty == BOT {
            // Making it may do something.
            if !crate::coerce::is_pure(&source) {
                block.stmts.push(Stmt::Expr(crate::coerce::drop_value(source)));
            }
            return;
        }
        let key = self.coerce(Expr::local("key"), k, key_ty);
        let value = self.coerce(Expr::local("value"), v, value_ty);
        let set = Expr::local(held).method("set", vec![key, value]);
        let bind = |name: &str| Pat::Bind(name.to_owned(), false);
        let pat = Pat::Tuple(vec![bind("key"), bind("value")]);
        let iter = source.method("items", Vec::new()).method("iter", Vec::new());
        let body = Block { stmts: vec![Stmt::Expr(set)], tail: None };
        block.stmts.push(Stmt::Expr(Expr::For(None, pat, Box::new(iter), body)));
    }

    /// Whether the items of two containers mean the same: different functions and classes are all `()` in Rust, and
    /// the methods of an object that object.
    pub(super) fn holds_the_same(&mut self, (l, a): (TypeId, &Repr), (r, b): (TypeId, &Repr)) -> bool {
        let same_items = (self.elem_type(l), self.value_type(l)) == (self.elem_type(r), self.value_type(r));
        a == b && (l == r || same_items || !self.hides(l))
    }

    /// Whether values of this type may differ where they look alike in Rust.
    pub(super) fn hides(&mut self, ty: TypeId) -> bool {
        let repr = self.cx.rep.repr(ty);
        self.cx.rep.hides_values(&repr) || self.cx.rep.holds_bound(ty, &mut Vec::new())
    }

    /// The part of `to` that has the kind of `from`.
    fn same_kind(&mut self, from: TypeId, to: TypeId) -> TypeId {
        let Some((_, kind)) = self.cx.rep.atoms(from).first().cloned() else { return BOT };
        self.cx.rep.inferred.types.filter(to, |atom| match (&kind, atom) {
            (Atom::Cont(a, _), Atom::Cont(b, _)) => a == b,
            (Atom::TupleVar(_) | Atom::Tuple(_), Atom::TupleVar(_)) => true,
            _ => false,
        })
    }

    /// The elements of a value as a `List`.
    pub(crate) fn collect_list(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Expr {
        if let Repr::List(inner) = self.cx.rep.repr(ty)
            && *inner == self.cx.rep.repr(elem)
        {
            return value;
        }
        let mut block = Block::default();
        let name = self.temp("items");
        let repr = self.cx.rep.repr(elem);
        let args = vec![self.cx.rep.ty(&repr)];
        let new = Expr::GenericAssoc(Path::Rt("List"), args, "new".to_owned());
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(name.clone(), false),
            ty: None,
            init: Some(Expr::Call(Box::new(new), Vec::new())),
        });
        self.extend_from(Expr::local(name.clone()), "extend", value, ty, elem, &mut block);
        block.tail = Some(Box::new(Expr::local(name)));
        Expr::Block(block)
    }

    /// `target.extend(value)`, item by item where they must be opened or coerced.
    pub(crate) fn extend_from(
        &mut self,
        target: Expr,
        method: &str,
        value: Expr,
        ty: TypeId,
        elem: TypeId,
        block: &mut Block,
    ) {
        let items = self.items_of_value(value, ty);
        // A source that was unified with others may have items that never come here.
        if items.elem == BOT || elem == BOT {
            let drain = self.drain(items);
            block.stmts.push(Stmt::Expr(drain));
            return;
        }
        let add = match method {
            "extendleft" => "appendleft",
            "set_extend" => "add",
            _ => "append",
        };
        let method = if method == "set_extend" { "extend" } else { method };
        if !items.fallible && self.cx.rep.repr(items.elem) == self.cx.rep.repr(elem) {
            let call = match literal_items(&items.iter) {
                Some(mut literal) if literal.len() == 1 => target.method(add, vec![literal.remove(0)]),
                Some(literal) => target.method(method, vec![Expr::Array(literal)]),
                None => target.method(method, vec![items.iter]),
            };
            block.stmts.push(Stmt::Expr(call));
            return;
        }
        self.loop_over(items, block, &mut |cx, item, item_ty, body| {
            let item = cx.coerce(item, item_ty, elem);
            body.stmts.push(Stmt::Expr(target.clone().method(add, vec![item])));
        });
    }
}

/// The items of a list that is written out where it is walked: `List::from([a, b]).iter()`.
fn literal_items(iter: &Expr) -> Option<Vec<Expr>> {
    let Expr::Method(list, name, _, args) = iter else { return None };
    let Expr::Call(callee, parts) = &**list else { return None };
    let Expr::Path(Path::Assoc(of, from)) = &**callee else { return None };
    let is_walked = name == "iter" && args.is_empty() && from == "from" && matches!(**of, Path::Rt("List"));
    match parts.as_slice() {
        [Expr::Array(items)] if is_walked => Some(items.iter().cloned().map(untyped).collect()),
        _ => None,
    }
}

/// A literal without the type that the list took from it.
fn untyped(item: Expr) -> Expr {
    match item {
        Expr::Int(value, _) => Expr::Int(value, None),
        item => item,
    }
}
