//! `yield` and `yield from`.

use portalis_hir::ExprId;
use portalis_typeck::cell::Field;
use portalis_typeck::ty::{Atom, BOT, CellId, TypeId};

use super::{Catch, FnCx};
use crate::represent::Repr;
use crate::rir::{Block, Closure, Expr, Pat, Stmt};

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
        let sent = self.propagate(Expr::Await(Box::new(yielded)));
        match self.cx.rep.repr(ty) {
            Repr::Unit | Repr::Never => crate::coerce::drop_value(sent),
            Repr::Option(_) if matches!(self.cx.rep.repr(sent_ty), Repr::Option(_)) => {
                sent.method("flatten", Vec::new())
            }
            _ => sent,
        }
    }

    pub(super) fn yield_from(&mut self, value: ExprId, ty: TypeId) -> Expr {
        let Some(cell) = self.cx.rep.inferred.insts[self.inst.index()].generator else {
            return Expr::Unreachable("`yield` outside a generator");
        };
        let elem_ty = self.cx.rep.inferred.cells[cell.index()].get(&Field::Elem);
        let source_ty = self.type_of(value);
        let own = self.cx.rep.repr(self.ret);
        if let (Repr::Generator(y, s, _), Repr::Generator(own_y, own_s, _)) =
            (self.cx.rep.repr(source_ty), own)
            && y == own_y
            && s == own_s
        {
            let source = self.value(value);
            let call = Expr::local("co").method("yield_from", vec![source.by_ref()]);
            return self.propagate(Expr::Await(Box::new(call)));
        }
        if let Repr::Generator(..) = self.cx.rep.repr(source_ty)
            && let [(_, Atom::Cont(_, inner))] = self.cx.rep.atoms(source_ty).as_slice()
        {
            // What it yields and is sent are held in other ways.
            let field = |cell: CellId, field: Field| self.cx.rep.inferred.cells[cell.index()].get(&field);
            let (inner_elem, inner_sent) = (field(*inner, Field::Elem), field(*inner, Field::Sent));
            let own_sent = field(cell, Field::Sent);
            if inner_elem != BOT {
                let source = self.value(value);
                let outer = std::mem::replace(&mut self.catch, Catch::Uncaught);
                let closures = [(inner_elem, elem_ty), (own_sent, inner_sent)].map(|(from, to)| {
                    let name = self.temp("item");
                    let body = if from == BOT || to == BOT {
                        Expr::Unreachable("nothing is sent")
                    } else {
                        self.coerce(Expr::local(name.clone()), from, to)
                    };
                    let pat = if body.diverges() { Pat::Wild } else { Pat::Bind(name, false) };
                    let repr = self.cx.rep.repr(from);
                    let ty = self.cx.rep.ty(&repr);
                    Expr::Closure(Closure {
                        params: vec![(pat, Some(ty))],
                        ret: None,
                        body: Box::new(body),
                        is_move: false,
                    })
                });
                self.catch = outer;
                let [item, sent] = closures;
                let call = Expr::local("co").method("yield_from_as", vec![source.by_ref(), item, sent]);
                return self.propagate(Expr::Await(Box::new(call)));
            }
        }
        if !matches!(self.cx.rep.repr(ty), Repr::Unit | Repr::Never | Repr::Static) {
            self.unsupported_operation("the value of `yield from`");
        }
        let mut block = Block::default();
        self.for_each(value, &mut block, &mut |cx, item, item_ty, body| {
            let item = cx.coerce(item, item_ty, elem_ty);
            let call = Expr::Await(Box::new(Expr::local("co").method("yield_", vec![item])));
            let call = cx.propagate(call);
            body.stmts.push(Stmt::Let { pat: Pat::Wild, ty: None, init: Some(call) });
        });
        Expr::Block(block)
    }
}
