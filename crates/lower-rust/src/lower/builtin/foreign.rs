//! `index`, `count` and `remove` of what no item can be equal to: a text among numbers.
//!
//! ```text
//! [1, 2].count("a")      0
//! [1, 2].index("a")      raise ValueError("'a' is not in list")
//! ```

use portalis_hir::{Arg, ExprId, Name};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::super::FnCx;
use super::super::expr::when;
use super::super::raise::exception_path;
use crate::represent::Repr;
use crate::rir::{BinOp, Block, Expr, Pat, Path, Stmt};

impl FnCx<'_, '_> {
    /// Whether a call looks for what cannot be there, or for what may be of a type that is not there.
    pub(super) fn is_foreign(&mut self, id: ExprId, receiver: TypeId, name: &Name, args: &[Arg]) -> bool {
        let [Arg::Pos(item)] = args else { return false };
        if !matches!(&**name, "count" | "index" | "remove") {
            return false;
        }
        let repr = self.cx.rep.repr(receiver);
        let elem = match &repr {
            Repr::List(_) | Repr::Deque(_) | Repr::TupleVar(_) => self.elem_type(receiver),
            Repr::Tuple(items) if items.windows(2).all(|pair| pair[0] == pair[1]) => {
                self.iteration_type(receiver)
            }
            _ => return false,
        };
        let item = self.type_of(*item);
        // Nothing is in a tuple that is always empty.
        if elem == BOT && item != BOT && matches!(repr, Repr::Tuple(_) | Repr::TupleVar(_)) {
            return true;
        }
        if elem != BOT && item != BOT && !self.is_single(elem) {
            return self.is_foreign_to_some(Node::Expr(id), item, elem);
        }
        elem != BOT
            && item != BOT
            && self.underlying_type(item).is_none()
            && self.underlying_type(elem).is_none()
            && self.is_single(elem)
            && !self.natively_equal(item, elem)
            && (!self.can_equal(item, elem)
                || !self.is_single(item)
                || self.asks_objects(Node::Expr(id), item, elem))
            && self.cx.rep.repr(item) != self.cx.rep.repr(elem)
    }

    /// The same among items of several kinds: what is looked for may be of a kind that is not there, and equal to none.
    fn is_foreign_to_some(&mut self, node: Node, item: TypeId, elem: TypeId) -> bool {
        let kinds: Vec<TypeId> = self.cx.rep.atoms(item).iter().map(|(id, _)| self.of_id(*id)).collect();
        let mut is_foreign = false;
        for kind in kinds {
            if self.cx.rep.inferred.types.join(kind, elem) == elem {
                continue;
            }
            if self.may_be_among(kind, elem)
                || self.natively_equal(kind, elem)
                || self.asks_objects(node, kind, elem)
                || self.underlying_type(kind).is_some()
            {
                return false;
            }
            is_foreign = true;
        }
        is_foreign
    }

    /// Whether a value of one kind may be equal to one of several kinds; functions and classes are equal to themselves alone.
    fn may_be_among(&mut self, kind: TypeId, elem: TypeId) -> bool {
        let is_called = |atom: &Atom| {
            matches!(atom, Atom::Func(..) | Atom::Builtin(_) | Atom::Class(_) | Atom::ExcClass(_))
        };
        let atoms = self.cx.rep.atoms(kind);
        let [(_, called)] = atoms.as_slice() else { return true };
        if !is_called(called) {
            return self.can_equal(kind, elem);
        }
        let is_it = self.cx.rep.atoms(elem).iter().any(|(_, other)| match (called, other) {
            (Atom::Func(a, _), Atom::Func(b, _)) => a == b,
            (a, b) => a == b,
        });
        let rest = self.cx.rep.inferred.types.filter(elem, |atom| !is_called(atom));
        is_it || rest != BOT && self.can_equal(kind, rest)
    }

    pub(super) fn foreign_item(
        &mut self,
        id: ExprId,
        (receiver, receiver_ty): (Expr, TypeId),
        name: &Name,
        item: ExprId,
    ) -> (Expr, TypeId) {
        let (nat, none) = (self.of(Atom::Nat), self.none_type());
        let item_ty = self.type_of(item);
        let mut block = Block::default();
        let receiver = self.owned(receiver, receiver_ty);
        let (receiver, elem) = match self.cx.rep.repr(receiver_ty) {
            Repr::Tuple(items) => {
                let (pat, names) = self.tuple_pattern(items.len());
                block.stmts.push(Stmt::Let { pat, ty: None, init: Some(receiver) });
                let items = Expr::Array(names.into_iter().map(Expr::local).collect());
                let tuple = Expr::call(Path::Rt("Tuple").assoc("from"), vec![items]);
                (tuple, self.iteration_type(receiver_ty))
            }
            _ => (self.hold_value("among", receiver, &mut block.stmts), self.elem_type(receiver_ty)),
        };
        let value = self.value(item);
        let mut value = self.owned(value, item_ty);
        crate::lower::expr::anchor(&mut value);
        let value = self.hold_value("item", value, &mut block.stmts);
        let ret = if &**name == "remove" { none } else { nat };
        let found = self.dispatch(value, item_ty, ret, &mut |cx, item, ty, _| {
            if cx.asks_objects(Node::Expr(id), ty, elem) {
                let found = cx.asked_item(Node::Expr(id), (receiver.clone(), receiver_ty), name, (item, ty));
                return (found, ret);
            }
            let is_new = !cx.is_single(elem) && cx.cx.rep.inferred.types.join(ty, elem) != elem;
            if is_new || !cx.can_equal(ty, elem) {
                return cx.absent(receiver_ty, name, &item);
            }
            let item = cx.owned(item, ty);
            let item = cx.coerce(item, ty, elem).by_ref();
            match &**name {
                "count" => (receiver.clone().method("count", vec![item]), nat),
                name => (cx.raising(receiver.clone(), name, vec![item]), ret),
            }
        });
        block.tail = Some(Box::new(found));
        (Expr::Block(block), ret)
    }

    /// The look for what the `__eq__` of the items decides, item by item.
    fn asked_item(
        &mut self,
        node: Node,
        (receiver, receiver_ty): (Expr, TypeId),
        name: &Name,
        (item, ty): (Expr, TypeId),
    ) -> Expr {
        let counts = &**name == "count";
        let (n, found) = (self.temp("n"), self.temp("found"));
        let start = |name: &str, value: Expr| Stmt::Let {
            pat: Pat::Bind(name.to_owned(), true),
            ty: None,
            init: Some(value),
        };
        let mut block = Block { stmts: vec![start(&n, Expr::Int(0, Some("i64")))], tail: None };
        if !counts {
            block.stmts.push(start(&found, Expr::Bool(false)));
        }
        let one_more =
            Expr::AssignOp(BinOp::Add, Box::new(Expr::local(n.clone())), Box::new(Expr::Int(1, None)));
        self.for_each_value(receiver.clone(), receiver_ty, &mut block, &mut |cx, each, each_ty, body| {
            let equal = cx.equality_test(node, (each, each_ty), (item.clone(), ty));
            let stmts = if counts {
                vec![Stmt::Expr(one_more.clone())]
            } else {
                let hit = Expr::Assign(Box::new(Expr::local(found.clone())), Box::new(Expr::Bool(true)));
                vec![Stmt::Expr(hit), Stmt::Expr(Expr::Break(None, None))]
            };
            let never = equal.diverges();
            body.stmts.push(Stmt::Expr(when(equal, Block { stmts, tail: None })));
            if !counts && !never {
                body.stmts.push(Stmt::Expr(one_more.clone()));
            }
        });
        if counts {
            block.tail = Some(Box::new(Expr::local(n)));
            return Expr::Block(block);
        }
        let (raised, _) = self.absent(receiver_ty, name, &item);
        let missing = Block { stmts: vec![Stmt::Expr(raised)], tail: None };
        block.stmts.push(Stmt::Expr(Expr::If(Box::new(Expr::local(found).not()), missing, None)));
        block.tail = Some(Box::new(match &**name {
            "remove" => self.raising(receiver, "delete", vec![Expr::local(n)]),
            _ => Expr::local(n),
        }));
        Expr::Block(block)
    }

    /// What a look for `item` gives where it cannot be.
    fn absent(&mut self, receiver: TypeId, name: &Name, item: &Expr) -> (Expr, TypeId) {
        if &**name == "count" {
            return (Expr::Int(0, Some("i64")), self.of(Atom::Nat));
        }
        let kind = match self.cx.rep.repr(receiver) {
            Repr::Deque(_) => "deque",
            Repr::Tuple(_) | Repr::TupleVar(_) => "tuple",
            _ => "list",
        };
        let message = match (&**name, kind) {
            ("index", "list") | (_, "deque") => Expr::Format {
                name: "format",
                first: None,
                text: format!("{{:?}} is not in {kind}"),
                args: vec![Expr::call(Path::Rt("py"), vec![item.clone().by_ref()])],
            },
            (name, kind) => Expr::Str(format!("{kind}.{name}(x): x not in {kind}")),
        };
        let class = Expr::Path(Path::Exc("ValueError".to_owned()));
        (self.throw(Expr::call(exception_path("new"), vec![class, message])), BOT)
    }
}
