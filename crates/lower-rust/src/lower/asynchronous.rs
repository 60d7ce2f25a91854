//! `async` and `await`: a coroutine is a Rust future, so `await` is `.await`.

use portalis_hir::{ExprId, WithItem};
use portalis_typeck::builtins::{ASYNC_GENERATOR, COROUTINE, TASK, Table};
use portalis_typeck::cell::{Field, Node};
use portalis_typeck::ty::{Atom, BOT, InstId, Kind, TypeId};

use super::FnCx;
use crate::represent::{Repr, native_path};
use crate::rir::{Block, Closure, Expr, Pat, Path, Stmt, Ty};

/// What an `async for` walks: the expression that waits for the next item, as an `Option`, and its type.
pub(crate) struct AsyncItems {
    pub(crate) next: Expr,
    pub(crate) elem: TypeId,
}

/// How an `async with` is left.
pub(crate) enum AsyncExit {
    /// `leave()`, which may raise, or `leave(outcome)`, which answers with one.
    Native { raises: bool, takes_outcome: bool },
    /// `__aexit__`.
    Method(InstId),
}

impl FnCx<'_, '_> {
    /// The body of a function that runs later, in what runs it: `Generator::new(|co| async move { … })`,
    /// `asyncio::Coroutine::new(async move { … })`.
    pub(super) fn later_body(&mut self, body: Block) -> Block {
        let func = &self.cx.module[self.func];
        let body = Expr::AsyncMove(body);
        let (path, body) = match (func.is_async, func.is_generator) {
            (true, false) => (native_path(COROUTINE), body),
            (is_async, _) => {
                let of = if is_async { None } else { self.yielder() };
                let closure = Closure {
                    params: vec![(Pat::Bind("co".to_owned(), false), of)],
                    ret: None,
                    body: Box::new(body),
                    is_move: true,
                };
                let path = if is_async { native_path(ASYNC_GENERATOR) } else { Path::Rt("Generator") };
                (path, Expr::Closure(closure))
            }
        };
        Block::of(Expr::call(path.assoc("new"), vec![body]))
    }

    /// The type of a generator's `co`, where something is sent to it: the body says nothing of what that is.
    fn yielder(&mut self) -> Option<Ty> {
        let cell = self.cx.rep.inferred.insts[self.inst.index()].generator?;
        let field = |field| self.cx.rep.inferred.cells[cell.index()].get(&field);
        let (elem, sent) = (field(Field::Elem), field(Field::Sent));
        if sent == BOT {
            return None;
        }
        let parts = [elem, sent].map(|ty| {
            let repr = self.cx.rep.repr(ty);
            self.cx.rep.ty(&repr)
        });
        Some(Ty::Named(Path::Rt("Yielder"), parts.into()))
    }

    /// What a function that runs later returns in the end.
    pub(crate) fn later_return(&self) -> TypeId {
        let Some(cell) = self.cx.rep.inferred.insts[self.inst.index()].generator else { return BOT };
        let func = &self.cx.module[self.func];
        let field = if func.is_async && !func.is_generator { Field::Elem } else { Field::Returned };
        self.cx.rep.inferred.cells[cell.index()].get(&field)
    }

    /// `await value`.
    pub(super) fn await_expr(&mut self, value: ExprId, to: TypeId) -> Expr {
        let ty = self.type_of(value);
        let lowered = self.value(value);
        if ty == BOT {
            return lowered;
        }
        let (value, from) = self.awaited(lowered, ty);
        // Coroutines that meet somewhere hold what any of them gives.
        if from == BOT || to == BOT { value } else { self.coerce(value, from, to) }
    }

    /// What awaiting a value gives, and its type.
    pub(crate) fn awaited(&mut self, value: Expr, ty: TypeId) -> (Expr, TypeId) {
        let value = self.owned(value, ty);
        let result = self.awaited_type(ty);
        let lowered = self.dispatch(value, ty, result, &mut |cx, value, one, (_, atom)| match atom {
            Atom::Cont(Kind::Native(COROUTINE | TASK), _) => {
                let of = cx.awaited_type(one);
                {
                    let value = cx.waited_for(value);
                    (cx.propagate(value), of)
                }
            }
            _ => {
                let name = cx.class_name_of(one);
                let message = format!("object {name} can't be used in 'await' expression");
                (crate::coerce::after(value, cx.throw_message("TypeError", &message)), BOT)
            }
        });
        (lowered, result)
    }

    /// The type of what awaiting gives.
    pub(crate) fn awaited_type(&mut self, ty: TypeId) -> TypeId {
        let mut joined = BOT;
        for (_, atom) in self.cx.rep.atoms(ty) {
            if let Atom::Cont(Kind::Native(COROUTINE | TASK), cell) = atom {
                let one = self.cx.rep.inferred.cells[cell.index()].get(&Field::Elem);
                joined = self.cx.rep.inferred.types.join(joined, one);
            }
        }
        joined
    }

    /// What `async for` walks; what it is held in goes to `block`, or what always raises, where it is nothing of that kind.
    pub(crate) fn async_items(&mut self, iter: ExprId, block: &mut Block) -> Option<AsyncItems> {
        let iterable = self.type_of(iter);
        let value = self.value(iter);
        let value = self.owned(value, iterable);
        let ty = self.async_iterator_type(iterable);
        let held = self.dispatch(value, iterable, ty, &mut |cx, value, one, (id, atom)| match atom {
            Atom::Cont(Kind::Native(ASYNC_GENERATOR), _) => (value, one),
            Atom::Obj(..) if let Some(target) = cx.cx.any_target(id, "__aiter__") => {
                cx.call_method_instance(target, value, Vec::new())
            }
            _ => {
                let name = cx.class_name_of(one);
                let message = format!("'async for' requires an object with __aiter__ method, got {name}");
                (crate::coerce::after(value, cx.throw_message("TypeError", &message)), BOT)
            }
        });
        if ty == BOT {
            block.stmts.push(Stmt::Expr(held));
            return None;
        }
        let held = self.owned(held, ty);
        let held = self.hold_value("items", held, &mut block.stmts);
        Some(match self.cx.rep.atoms(ty).as_slice() {
            [(_, Atom::Cont(Kind::Native(ASYNC_GENERATOR), cell))] => {
                let elem = self.cx.rep.inferred.cells[cell.index()].get(&Field::Elem);
                let next = self.waited_for(held.method("next_item", Vec::new()));
                AsyncItems { next: self.propagate(next), elem }
            }
            [(id, Atom::Obj(..))] if let Some(next) = self.cx.any_target(*id, "__anext__") => {
                let (next, ty) = self.call_method_instance(next, held, Vec::new());
                let elem = self.awaited_type(ty);
                let item = Expr::call(Path::RtIn("asyncio", "item_of".to_owned()), vec![next]);
                let item = self.waited_for(item);
                AsyncItems { next: self.propagate(item), elem }
            }
            _ => {
                self.unsupported_operation("`async for` over values of several types");
                AsyncItems { next: held, elem: BOT }
            }
        })
    }

    /// The type of what `__aiter__` of a value gives; ⊥ where that always raises.
    fn async_iterator_type(&mut self, ty: TypeId) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.cx.rep.atoms(ty) {
            let one = match atom {
                Atom::Cont(Kind::Native(ASYNC_GENERATOR), _) => self.of_id(id),
                Atom::Obj(..) => match self.cx.any_target(id, "__aiter__") {
                    Some(target) => self.return_type(target),
                    None => BOT,
                },
                _ => BOT,
            };
            joined = self.cx.rep.inferred.types.join(joined, one);
        }
        joined
    }

    /// What `async with` enters: the value, its type, and how it is left.
    pub(super) fn async_enter(
        &mut self,
        item: &WithItem,
        held: Expr,
        ty: TypeId,
    ) -> Option<(Expr, TypeId, AsyncExit)> {
        let node = Node::Expr(item.manager);
        match self.cx.rep.repr(ty) {
            Repr::Native(class) => {
                let enter = Table::get().special(class, "__aenter__", &[])?;
                let exit = Table::get().row(&format!("{class}.__aexit__"))?;
                let entered = self.waited_for(held.clone().method(enter.runtime, Vec::new()));
                let entered = self.propagate(entered);
                let is_itself = enter.result == portalis_typeck::builtins::TypeExpr::Receiver;
                let (value, value_ty) = if is_itself && item.target.is_some() {
                    (crate::coerce::after(entered, held.cloned()), ty)
                } else {
                    (entered, self.none_type())
                };
                let (raises, takes_outcome) = (!exit.raises.is_empty(), !exit.params.is_empty());
                Some((value, value_ty, AsyncExit::Native { raises, takes_outcome }))
            }
            Repr::Object(_) => {
                let atom = self.first_atom(ty);
                let enter = self.method_target(node, "__aenter__", atom)?;
                let exit = self.method_target(node, "__aexit__", atom)?;
                let (coroutine, coroutine_ty) = self.call_method_instance(enter, held, Vec::new());
                let (value, value_ty) = self.awaited(coroutine, coroutine_ty);
                Some((value, value_ty, AsyncExit::Method(exit)))
            }
            _ => None,
        }
    }

    /// Leaves what `async with` entered, where that is of the library.
    pub(super) fn async_leave(
        &mut self,
        held: Expr,
        raises: bool,
        takes_outcome: bool,
        outcome: &str,
        block: &mut Block,
    ) {
        let leave = if takes_outcome {
            let left = held.method("leave", vec![Expr::local(outcome)]);
            Stmt::Let { pat: Pat::Bind(outcome.to_owned(), false), ty: None, init: Some(left) }
        } else if raises {
            Stmt::Expr(self.raising(held, "leave", Vec::new()))
        } else {
            Stmt::Expr(held.method("leave", Vec::new()))
        };
        block.stmts.push(leave);
    }
}
