//! `yield` and `yield from`.

use portalis_hir::{ExprId, Name};
use portalis_typeck::cell::Field;
use portalis_typeck::ty::{Atom, BOT, CellId, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Stmt};

impl FnCx<'_, '_> {
    pub(super) fn yield_expr(&mut self, value: Option<ExprId>, ty: TypeId) -> Expr {
        let Some(cell) = self.cx.rep.inferred.insts[self.inst.index()].generator else {
            return Expr::Unreachable("`yield` outside a generator");
        };
        let elem_ty = self.cx.rep.inferred.cells[cell.index()].get(&Field::Elem);
        let item = match value {
            Some(value) => self.value_as(value, elem_ty),
            None => {
                let none = self.none_type();
                self.coerce(Expr::unit(), none, elem_ty)
            }
        };
        let sent_ty = self.cx.rep.inferred.cells[cell.index()].get(&Field::Sent);
        let co = Box::new(Expr::local("co"));
        let yielded = if self.cx.module[self.func].is_async && sent_ty != BOT {
            // What is sent to an asynchronous generator is in none of its types.
            let sent = self.cx.rep.repr(sent_ty);
            Expr::Method(co, "exchange".to_owned(), vec![self.cx.rep.ty(&sent)], vec![item])
        } else {
            co.method("yield_", vec![item])
        };
        let sent = self.waited_for(yielded);
        let sent = self.propagate(sent);
        match self.cx.rep.repr(ty) {
            Repr::Unit | Repr::Never => crate::coerce::drop_value(sent),
            Repr::Option(_) if matches!(self.cx.rep.repr(sent_ty), Repr::Option(_)) => {
                sent.method("flatten", Vec::new())
            }
            _ => sent,
        }
    }

    /// `yield from value`; `is_asked` is whether the program looks at its value.
    pub(super) fn yield_from(&mut self, value: ExprId, ty: TypeId, is_asked: bool) -> Expr {
        let Some(cell) = self.cx.rep.inferred.insts[self.inst.index()].generator else {
            return Expr::Unreachable("`yield` outside a generator");
        };
        let elem_ty = self.field(cell, &Field::Elem);
        if let Some((source, source_ty)) = self.delegate(value)
            && let Some(call) = self.delegation(source, source_ty, cell)
        {
            let call = self.waited_for(call);
            return self.propagate(call);
        }
        if !matches!(self.cx.rep.repr(ty), Repr::Unit | Repr::Never | Repr::Static)
            || (is_asked && self.may_stop_with_value(value))
        {
            self.unsupported_operation("the value of `yield from`");
        }
        self.refuse_delegating_objects(value);
        let takes = if self.field(cell, &Field::Sent) == BOT { "yield_" } else { "yield_item" };
        let mut block = Block::default();
        self.for_each(value, &mut block, &mut |cx, item, item_ty, body| {
            let item = cx.coerce(item, item_ty, elem_ty);
            let call = cx.waited_for(Expr::local("co").method(takes, vec![item]));
            let call = cx.propagate(call);
            body.stmts.push(Stmt::Let { pat: Pat::Wild, ty: None, init: Some(call) });
        });
        Expr::Block(block)
    }

    fn field(&self, cell: CellId, field: &Field) -> TypeId {
        self.cx.rep.inferred.cells[cell.index()].get(field)
    }

    /// The generator that `yield from value` delegates to: the value, or what the object's `__iter__` makes.
    fn delegate(&mut self, value: ExprId) -> Option<(Expr, TypeId)> {
        let ty = self.type_of(value);
        let is_generator = |cx: &mut Self, ty| matches!(cx.cx.rep.repr(ty), Repr::Generator(..));
        if is_generator(self, ty) {
            return Some((self.value(value), ty));
        }
        let [(atom, Atom::Obj(..))] = self.cx.rep.atoms(ty)[..] else { return None };
        let target = self.cx.any_target(atom, "__iter__")?;
        let made = self.cx.rep.inferred.insts[target.index()].ret;
        if !is_generator(self, made) {
            return None;
        }
        let object = self.value(value);
        Some(self.call_method_instance(target, object, Vec::new()))
    }

    /// The call that delegates to the generator `source`; `None` where what it yields is of several kinds.
    fn delegation(&mut self, source: Expr, source_ty: TypeId, cell: CellId) -> Option<Expr> {
        if let (Repr::Generator(y, s, _), Repr::Generator(own_y, own_s, _)) =
            (self.cx.rep.repr(source_ty), self.cx.rep.repr(self.ret))
            && y == own_y
            && s == own_s
            // Without passing this function, whose frame is then not there.
            && self.cx.traced.is_none()
        {
            return Some(Expr::local("co").method("yield_from", vec![source.by_ref()]));
        }
        // What it yields and is sent are held in other ways.
        let [(_, Atom::Cont(_, inner))] = self.cx.rep.atoms(source_ty)[..] else { return None };
        let (inner_elem, inner_sent) = (self.field(inner, &Field::Elem), self.field(inner, &Field::Sent));
        if inner_elem == BOT {
            return None;
        }
        let (own_elem, own_sent) = (self.field(cell, &Field::Elem), self.field(cell, &Field::Sent));
        let closures = [(inner_elem, own_elem), (own_sent, inner_sent)].map(|(from, to)| {
            let name = self.temp("item");
            self.converting(from, to, &name)
        });
        let [item, sent] = closures;
        Some(Expr::local("co").method("yield_from_as", vec![source.by_ref(), item, sent]))
    }

    /// Whether the end of `value` may say more than that it is the end: an iterator that calls the program's functions
    /// stops with what they give to `StopIteration`.
    fn may_stop_with_value(&mut self, value: ExprId) -> bool {
        let ty = self.type_of(value);
        let atoms = self.cx.rep.atoms(ty);
        atoms.iter().any(|(_, atom)| match atom {
            Atom::Obj(..) => true,
            Atom::Cont(kind, _) => kind.is_lazy(),
            _ => false,
        })
    }

    /// Objects that are iterators and take part in what a generator is asked for: PEP 380 calls their methods.
    fn refuse_delegating_objects(&mut self, value: ExprId) {
        let ty = self.type_of(value);
        let delegates = self.cx.rep.atoms(ty).into_iter().any(|(atom, of)| {
            let Atom::Obj(class, _) = of else { return false };
            let made = self.cx.any_target(atom, "__iter__");
            let made = made.map(|target| self.cx.rep.inferred.insts[target.index()].ret);
            let classes = made.into_iter().flat_map(|ty| self.cx.rep.atoms(ty));
            let classes =
                classes.filter_map(|(_, of)| if let Atom::Obj(class, _) = of { Some(class) } else { None });
            std::iter::once(class).chain(classes).any(|class| {
                ["send", "throw", "close"].iter().any(|name| self.cx.class_has(class, &Name::from(*name)))
            })
        });
        if delegates {
            self.unsupported_operation("`yield from` an object with its own `send`, `throw` or `close`");
        }
    }
}
