//! Targets that take a value apart: those of comprehensions, and `a, *b = value`.

use portalis_hir::{StmtId, Target};
use portalis_typeck::ty::{Atom, AtomId, BOT, TypeId};

use super::{FnCx, Storage, Walking};
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Path, Stmt};

/// What a target belongs to.
#[derive(Clone, Copy)]
pub(crate) enum Binds {
    /// A statement, which may be the `let` of its variables.
    Stmt(Option<StmtId>),
    /// A comprehension, whose variables are its own.
    Comprehension,
}

impl FnCx<'_, '_> {
    fn bind_part(&mut self, by: Binds, target: &Target, value: Expr, ty: TypeId, block: &mut Block) {
        match by {
            Binds::Stmt(stmt) => self.bind(stmt, target, value, ty, block),
            Binds::Comprehension => self.bind_comprehension_target(target, value, ty, block),
        }
    }

    pub(crate) fn bind_comprehension_target(
        &mut self,
        target: &Target,
        item: Expr,
        ty: TypeId,
        body: &mut Block,
    ) {
        match target {
            Target::Local(local, _) => {
                let declared = self.local_type(*local);
                match self.storage(*local) {
                    Storage::None => {}
                    Storage::Plain => {
                        let value = self.coerce(item, ty, declared);
                        let name = self.cx.rust_name(*local);
                        body.stmts.push(Stmt::Let {
                            pat: Pat::Bind(name, false),
                            ty: None,
                            init: Some(value),
                        });
                    }
                    Storage::Shared | Storage::Late | Storage::Global(_) | Storage::Const(_) => {
                        let value = self.coerce(item, ty, declared);
                        let write = self.write_local(*local, value);
                        body.stmts.push(Stmt::Expr(write));
                    }
                }
            }
            Target::Tuple { items, star: None, .. }
                if matches!(self.cx.rep.repr(ty), Repr::Tuple(_))
                    && self.tuple_items(ty).len() == items.len() =>
            {
                let types = self.tuple_items(ty);
                let (pat, names) = self.tuple_pattern(items.len());
                body.stmts.push(Stmt::Let { pat, ty: None, init: Some(item) });
                for ((item, name), ty) in items.iter().zip(names).zip(types) {
                    self.bind_comprehension_target(item, Expr::local(name), ty, body);
                }
            }
            Target::Tuple { items, star: None, .. } => {
                let elem = self.iteration_type(ty);
                if elem == BOT {
                    return self.unpack_sequence(Binds::Comprehension, items, None, item, ty, body);
                }
                let outer = std::mem::replace(&mut self.walk, Walking::Unpacking);
                let list = self.collect_list(item, ty, elem);
                self.walk = outer;
                let (pat, names) = self.tuple_pattern(items.len());
                let call = self.raising_call("builtins", &format!("unpack{}", items.len()), vec![list]);
                body.stmts.push(Stmt::Let { pat, ty: None, init: Some(call) });
                for (item, name) in items.iter().zip(names) {
                    self.bind_comprehension_target(item, Expr::local(name), elem, body);
                }
            }
            Target::Tuple { items, star: Some(star), .. } => {
                let known = self.tuple_items(ty);
                if matches!(self.cx.rep.repr(ty), Repr::Tuple(_))
                    && known.len() + 1 >= items.len()
                    && matches!(items[*star], Target::Local(..))
                {
                    self.unpack_known(Binds::Comprehension, (items, *star), (item, &known), body);
                } else {
                    self.unpack_sequence(Binds::Comprehension, items, Some(*star), item, ty, body);
                }
            }
            other @ (Target::Attribute { .. } | Target::Index { .. } | Target::Error(_)) => {
                let span = other.span();
                self.cx.sink.push(crate::diagnostics::operation(span, "this target of a comprehension"));
            }
        }
    }

    /// `a, *b = value` of a tuple whose items are known one by one.
    pub(crate) fn unpack_known(
        &mut self,
        by: Binds,
        (items, star): (&[Target], usize),
        (value, known): (Expr, &[TypeId]),
        block: &mut Block,
    ) {
        let (pat, names) = self.tuple_pattern(known.len());
        block.stmts.push(Stmt::Let { pat, ty: None, init: Some(value) });
        let extra = known.len() + 1 - items.len();
        let mut parts = names.into_iter().map(Expr::local).zip(known.iter().copied());
        for (i, item) in items.iter().enumerate() {
            if i != star {
                if let Some((part, ty)) = parts.next() {
                    self.bind_part(by, item, part, ty, block);
                }
                continue;
            }
            let list_ty = self.star_type(item);
            let rest: Vec<(Expr, TypeId)> = parts.by_ref().take(extra).collect();
            if list_ty == BOT {
                continue;
            }
            let elem = self.elem_type(list_ty);
            let list = if elem == BOT || rest.is_empty() {
                self.empty_container("List", list_ty)
            } else {
                let rest = rest.into_iter().map(|(part, ty)| self.coerce(part, ty, elem)).collect();
                Expr::call(Path::Rt("List").assoc("from"), vec![Expr::Array(rest)])
            };
            self.bind_part(by, item, list, list_ty, block);
        }
    }

    /// `a, *b = value` of a value whose length only the run knows.
    pub(crate) fn unpack_sequence(
        &mut self,
        by: Binds,
        items: &[Target],
        star: Option<usize>,
        value: Expr,
        ty: TypeId,
        block: &mut Block,
    ) {
        let elem = self.iteration_type(ty);
        let name = self.temp("items");
        let value = self.owned(value, ty);
        let is_iterable =
            |(_, atom): &(AtomId, Atom)| matches!(atom, Atom::Cont(..) | Atom::Tuple(_) | Atom::TupleVar(_));
        if elem == BOT && ty != BOT && self.cx.rep.atoms(ty).iter().all(is_iterable) {
            self.unpack_nothing(by, (items, star), (value, ty), block);
            return;
        }
        if elem == BOT {
            block.stmts.push(Stmt::Expr(value));
            let found = self.class_name_of(ty);
            let message = format!("cannot unpack non-iterable {found} object");
            let throw = self.throw_message("TypeError", &message);
            block.stmts.push(Stmt::Expr(throw));
            return;
        }
        let outer = std::mem::replace(&mut self.walk, Walking::Unpacking);
        let list = self.collect_list(value, ty, elem);
        self.walk = outer;
        block.stmts.push(Stmt::Let { pat: Pat::Bind(name.clone(), false), ty: None, init: Some(list) });
        let held = Expr::local(name);
        let (before, tail) = match star {
            Some(at) => (at, items.len() - at - 1),
            None => (items.len(), 0),
        };
        let check = match star {
            None => {
                ("check_unpack", vec![held.clone().method("len", Vec::new()), Expr::Int(before as i64, None)])
            }
            Some(_) => (
                "check_unpack_star",
                vec![held.clone().method("len", Vec::new()), Expr::Int((before + tail) as i64, None)],
            ),
        };
        let check = self.raising_call("builtins", check.0, check.1);
        block.stmts.push(Stmt::Expr(check));
        for (i, item) in items.iter().enumerate() {
            let from_end = star.is_some_and(|at| i > at);
            if Some(i) == star {
                let stop = if tail == 0 {
                    Expr::local("None")
                } else {
                    Expr::call(Path::local("Some"), vec![Expr::Int(-(tail as i64), None)])
                };
                let start = Expr::call(Path::local("Some"), vec![Expr::Int(before as i64, None)]);
                let slice = super::index::slice(held.clone(), vec![start, stop, Expr::local("None")]);
                let list_ty = self.star_type(item);
                // What is left is always empty: its type is its own.
                let is_empty = list_ty != BOT && self.elem_type(list_ty) == BOT;
                let rest = if is_empty {
                    self.empty_container("List", list_ty)
                } else {
                    self.as_rest(slice, elem, list_ty)
                };
                self.bind_part(by, item, rest, list_ty, block);
                continue;
            }
            let index = if from_end { i as i64 - items.len() as i64 } else { i as i64 };
            let part = held.clone().method("at", vec![Expr::Int(index, None)]);
            self.bind_part(by, item, part, elem, block);
        }
    }

    /// `a, *b = value` of what never has an item.
    fn unpack_nothing(
        &mut self,
        by: Binds,
        (items, star): (&[Target], Option<usize>),
        (value, ty): (Expr, TypeId),
        block: &mut Block,
    ) {
        let nothing = self.items_of_value(value, ty);
        let drain = self.drain(nothing);
        block.stmts.push(Stmt::Expr(crate::coerce::drop_value(drain)));
        if items.is_empty() {
            return;
        }
        if let (Some(_), [only]) = (star, items) {
            let list_ty = self.star_type(only);
            let empty = self.empty_container("List", list_ty);
            self.bind_part(by, only, empty, list_ty, block);
            return;
        }
        let (least, wanted) = if star.is_some() { ("at least ", items.len() - 1) } else { ("", items.len()) };
        let message = format!("not enough values to unpack (expected {least}{wanted}, got 0)");
        let throw = self.throw_message("ValueError", &message);
        block.stmts.push(Stmt::Expr(throw));
    }

    /// A slice of `elem`s as the list that a starred target is.
    fn as_rest(&mut self, slice: Expr, elem: TypeId, list_ty: TypeId) -> Expr {
        if list_ty == BOT {
            return slice;
        }
        let wide = self.elem_type(list_ty);
        let repr = self.cx.rep.repr(wide);
        if !matches!(self.cx.rep.repr(list_ty), Repr::List(_)) || repr == self.cx.rep.repr(elem) {
            return slice;
        }
        let (name, item) = (self.temp("items"), self.temp("item"));
        let new = Expr::GenericAssoc(Path::Rt("List"), vec![self.cx.rep.ty(&repr)], "new".to_owned());
        let widened = self.coerce(Expr::local(item.clone()), elem, wide);
        let push = Expr::local(name.clone()).method("append", vec![widened]);
        let stmts = vec![
            super::builtin::let_(&name, Expr::Call(Box::new(new), Vec::new())),
            Stmt::Expr(Expr::For(
                None,
                Pat::Bind(item, false),
                Box::new(slice.method("iter", Vec::new())),
                Block { stmts: vec![Stmt::Expr(push)], tail: None },
            )),
        ];
        Expr::Block(Block { stmts, tail: Some(Box::new(Expr::local(name))) })
    }

    /// The type of a starred target.
    fn star_type(&self, target: &Target) -> TypeId {
        match target {
            Target::Local(local, _) => self.local_type(*local),
            _ => BOT,
        }
    }
}
