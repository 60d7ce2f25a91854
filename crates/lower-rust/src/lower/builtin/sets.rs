//! Methods of sets that take other sets, or any iterables: each builds its result in the order in which CPython does, which
//! depends on what kind of operand it is given.
//!
//! ```text
//! a.union(b)              a.union(&b)                                     // a set
//! a.union(xs)             a.union_of(xs.iter())                           // another iterable
//! a.union(b, xs)          { let held = a.union(&b); held.extend(xs.iter()); held }
//! a.update(*rows)         for row in rows.iter() { a.extend(row.iter()); }
//! ```
//!
//! Source: `setobject.c` of CPython 3.11.

use portalis_hir::{Arg, ExprId};
use portalis_typeck::ty::{Atom, BOT, Kind, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Path, Stmt};

use super::let_;

/// What is done with each operand, and to which set.
struct SetCall<'a> {
    /// The method that the program names.
    name: &'a str,
    /// The elements of the set that it is called on, and of its result.
    elem: TypeId,
}

impl FnCx<'_, '_> {
    pub(super) fn set_method(
        &mut self,
        receiver: Expr,
        receiver_ty: TypeId,
        name: &str,
        args: &[Arg],
        id: ExprId,
    ) -> (Expr, TypeId) {
        let elem = self.elem_type(receiver_ty);
        let (none, bool_ty) = (self.none_type(), self.bool_ty());
        let result = match name {
            "issubset" | "issuperset" | "isdisjoint" => bool_ty,
            name if in_place(name) => none,
            _ => match self.type_of(id) {
                BOT => receiver_ty,
                to => to,
            },
        };
        if result == none {
            return (self.set_update(receiver, name, args, elem), none);
        }
        if result == bool_ty {
            let call = SetCall { name, elem };
            let value = match args {
                [arg] => {
                    let (operand, method) = self.set_operand(arg.value(), &call);
                    receiver.method(&method, vec![operand])
                }
                _ => {
                    self.unsupported_operation(name);
                    Expr::Bool(false)
                }
            };
            return (value, bool_ty);
        }
        let result_elem = self.elem_type(result);
        let differs = self.cx.rep.repr(result_elem) != self.cx.rep.repr(elem);
        if differs && elem != BOT {
            self.unsupported_operation(name);
        }
        // What never holds anything is held as the result is.
        let receiver = if differs {
            let kind =
                if matches!(self.cx.rep.repr(result), Repr::FrozenSet(_)) { "FrozenSet" } else { "Set" };
            crate::coerce::after(receiver, self.empty_container(kind, result))
        } else {
            receiver
        };
        let call = SetCall { name, elem: result_elem };
        match args {
            [] => (receiver.method("copy", Vec::new()), result),
            [arg] if !matches!(arg, Arg::Star(_)) => {
                let (operand, method) = self.set_operand(arg.value(), &call);
                (receiver.method(&method, vec![operand]), result)
            }
            _ => (self.set_chain(receiver, result, args, &call), result),
        }
    }

    /// A method of one operand, handed in as a function: `reduce(set.union, sets)`.
    pub(super) fn apply_set_method(
        &mut self,
        receiver: Expr,
        receiver_ty: TypeId,
        name: &str,
        args: &[(Expr, TypeId)],
    ) -> Option<(Expr, TypeId)> {
        let result = match name {
            "issubset" | "issuperset" | "isdisjoint" => self.bool_ty(),
            "union" | "intersection" | "difference" | "symmetric_difference" => receiver_ty,
            name if in_place(name) => self.none_type(),
            _ => return None,
        };
        let [(operand, ty)] = args else { return None };
        let call = SetCall { name, elem: self.elem_type(receiver_ty) };
        let (operand, method) = self.set_operand_value(operand.clone(), *ty, &call);
        Some((receiver.method(&method, vec![operand]), result))
    }

    /// `a.update(b, *rows)`: one after another.
    fn set_update(&mut self, receiver: Expr, name: &str, args: &[Arg], elem: TypeId) -> Expr {
        let call = SetCall { name, elem };
        match args {
            [] => crate::coerce::drop_value(receiver),
            [arg] if !matches!(arg, Arg::Star(_)) => {
                let (operand, method) = self.set_operand(arg.value(), &call);
                receiver.method(&method, vec![operand])
            }
            _ => {
                let mut block = Block::default();
                let target = self.named(receiver, &mut block.stmts);
                self.each_operand(args, &call, &mut block, &mut |_, operand, method| {
                    vec![Stmt::Expr(target.clone().method(method, vec![operand]))]
                });
                Expr::Block(block)
            }
        }
    }

    /// A method with several operands that gives a new set.
    fn set_chain(&mut self, receiver: Expr, result: TypeId, args: &[Arg], call: &SetCall<'_>) -> Expr {
        let is_frozen = matches!(self.cx.rep.repr(result), Repr::FrozenSet(_));
        if is_frozen && !matches!(call.name, "union" | "intersection") {
            self.unsupported_operation(&format!("`{}` of several operands of a frozenset", call.name));
        }
        let mut block = Block::default();
        let held = self.temp("held");
        if call.name == "union" {
            // A frozen set is frozen once everything is in it.
            let copy = if is_frozen { "to_set" } else { "copy" };
            block.stmts.push(let_(&held, receiver.method(copy, Vec::new())));
            let update = SetCall { name: "update", elem: call.elem };
            let target = held.clone();
            self.each_operand(args, &update, &mut block, &mut |_, operand, method| {
                vec![Stmt::Expr(Expr::local(target.clone()).method(method, vec![operand]))]
            });
            let united = Expr::local(held);
            let united = if is_frozen {
                Expr::call(Path::Rt("FrozenSet").assoc("freeze"), vec![united])
            } else {
                united
            };
            block.tail = Some(Box::new(united));
            return Expr::Block(block);
        }
        let source = self.named(receiver, &mut block.stmts);
        let init = Some(source.clone().cloned());
        block.stmts.push(Stmt::Let { pat: Pat::Bind(held.clone(), true), ty: None, init });
        let is_untouched = |held: &str| Expr::local(held).method("is", vec![source.clone().by_ref()]);
        let target = held.clone();
        let name = call.name;
        self.each_operand(args, call, &mut block, &mut |_, operand, method| {
            let place = || Box::new(Expr::local(target.clone()));
            let next = Expr::Assign(
                place(),
                Box::new(Expr::local(target.clone()).method(method, vec![operand.clone()])),
            );
            if name == "intersection" {
                return vec![Stmt::Expr(next)];
            }
            // The second operand and those after it are taken from what is there.
            let method = method.replacen(name, "difference_update", 1);
            let again = Expr::local(target.clone()).method(&method, vec![operand]);
            let block = |expr| Block { stmts: vec![Stmt::Expr(expr)], tail: None };
            let choice = Expr::If(
                Box::new(is_untouched(&target)),
                block(next),
                Some(Box::new(Expr::Block(block(again)))),
            );
            vec![Stmt::Expr(choice)]
        });
        if args.iter().all(|arg| matches!(arg, Arg::Star(_))) {
            let copy = Expr::local(held.clone()).method("copy", Vec::new());
            let copy = Expr::Assign(Box::new(Expr::local(held.clone())), Box::new(copy));
            let body = Block { stmts: vec![Stmt::Expr(copy)], tail: None };
            block.stmts.push(Stmt::Expr(Expr::If(Box::new(is_untouched(&held)), body, None)));
        }
        block.tail = Some(Box::new(Expr::local(held)));
        Expr::Block(block)
    }

    /// `body` for each operand, those behind a star one by one.
    fn each_operand(
        &mut self,
        args: &[Arg],
        call: &SetCall<'_>,
        block: &mut Block,
        body: &mut dyn FnMut(&mut Self, Expr, &str) -> Vec<Stmt>,
    ) {
        for arg in args {
            if let Arg::Star(rows) = arg {
                self.for_each(*rows, block, &mut |cx, row, row_ty, inner| {
                    let (operand, method) = cx.set_operand_value(row, row_ty, call);
                    let stmts = body(cx, operand, &method);
                    inner.stmts.extend(stmts);
                });
                continue;
            }
            let (operand, method) = self.set_operand(arg.value(), call);
            let stmts = body(self, operand, &method);
            block.stmts.extend(stmts);
        }
    }

    fn set_operand(&mut self, operand: ExprId, call: &SetCall<'_>) -> (Expr, String) {
        let ty = self.type_of(operand);
        let value = if self.is_set_of(ty, call.elem) { self.place(operand) } else { self.value(operand) };
        self.set_operand_value(value, ty, call)
    }

    /// An operand as the runtime takes it, and the method that does.
    fn set_operand_value(&mut self, value: Expr, ty: TypeId, call: &SetCall<'_>) -> (Expr, String) {
        if self.is_set_of(ty, call.elem) {
            return (value.by_ref(), call.name.to_owned());
        }
        let is_set =
            |(_, atom): &(_, Atom)| matches!(atom, Atom::Cont(Kind::Set | Kind::FrozenSet | Kind::Dict, _));
        if !self.is_single(ty) && self.cx.rep.atoms(ty).iter().any(is_set) {
            self.unsupported_operation(&format!("`{}` of operands of several types", call.name));
        }
        let item_ty = self.iteration_type(ty);
        let (repr, elem) = (self.cx.rep.repr(item_ty), self.cx.rep.repr(call.elem));
        let takes_elements =
            matches!(call.name, "union" | "update" | "symmetric_difference" | "symmetric_difference_update");
        if item_ty != BOT && repr != elem && !takes_elements {
            self.unsupported_operation(call.name);
        }
        let is_dict = matches!(self.cx.rep.repr(ty), Repr::Dict(..));
        if is_dict && repr == elem && matches!(call.name, "union" | "update") {
            return (value.by_ref(), format!("{}_keys", call.name));
        }
        if is_dict && call.name.starts_with("symmetric") {
            self.unsupported_operation(&format!("`{}` of a set and a dict", call.name));
        }
        let method = match call.name {
            "update" => "extend",
            "symmetric_difference" => "symmetric_difference_of",
            "union" => "union_of",
            "intersection" => "intersection_of",
            "intersection_update" => "intersection_update_of",
            "difference" if !is_dict => "difference_of",
            "difference_update" => "difference_update_of",
            _ => {
                let list = self.collect_list(value, ty, call.elem);
                let set = Repr::Set(Box::new(elem));
                let iter = Box::new(list.method("iter", Vec::new()));
                let set = Expr::Method(iter, "collect".to_owned(), vec![self.cx.rep.ty(&set)], Vec::new());
                return (set.by_ref(), call.name.to_owned());
            }
        };
        let list = self.collect_list(value, ty, call.elem);
        (list.method("iter", Vec::new()), method.to_owned())
    }

    /// Whether a set of `elem` that is made from such a value takes it over as a whole, rather than item by item.
    pub(super) fn is_set_source(&mut self, ty: TypeId, elem: TypeId) -> bool {
        let is_dict = matches!(self.cx.rep.repr(ty), Repr::Dict(key, _) if *key == self.cx.rep.repr(elem));
        elem != BOT && (is_dict || self.is_set_of(ty, elem))
    }

    /// `set(value)`, `frozenset(value)` of another set or a dict.
    pub(super) fn set_from(&mut self, container: &'static str, value: Expr, ty: TypeId) -> Expr {
        let from =
            |method: &str, value: Expr| Expr::call(Path::Rt(container).assoc(method), vec![value.by_ref()]);
        match (container, self.cx.rep.repr(ty)) {
            (_, Repr::Dict(..)) => from("from_keys", value),
            ("FrozenSet", Repr::Set(_)) => from("from_set", value),
            ("Set", Repr::FrozenSet(_)) => value.method("to_set", Vec::new()),
            _ => value.method("copy", Vec::new()),
        }
    }

    fn is_set_of(&mut self, ty: TypeId, elem: TypeId) -> bool {
        matches!(self.cx.rep.repr(ty), Repr::Set(inner) | Repr::FrozenSet(inner) if *inner == self.cx.rep.repr(elem))
    }
}

/// Whether a method changes the set that it is called on.
fn in_place(name: &str) -> bool {
    name == "update" || name.ends_with("_update")
}
