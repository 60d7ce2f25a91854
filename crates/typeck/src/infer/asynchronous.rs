//! `async` and `await`: coroutines and asynchronous generators are containers of what comes out of them.

use portalis_diag::Span;
use portalis_hir::ExprId;

use super::{Env, Walk};
use crate::builtins::{ASYNC_GENERATOR, COROUTINE, TASK};
use crate::cell::{CellKind, Field, Node};
use crate::diagnostics;
use crate::ty::{Atom, BOT, CellId, Kind, TypeId};

impl Walk<'_, '_> {
    /// A function whose body runs later returns what runs it.
    pub(super) fn returns_later(&mut self) {
        let func = &self.module()[self.func];
        let (kind, part) = match (func.is_async, func.is_generator) {
            (false, false) => return,
            (false, true) => (Kind::Generator, "generator"),
            (true, false) => (Kind::Native(COROUTINE), "coroutine"),
            (true, true) => (Kind::Native(ASYNC_GENERATOR), "generator"),
        };
        let cell = self.s.cell(Node::Func(self.func), part, CellKind::Cont(kind), func.name_span);
        self.s.write(cell, Field::Elem, BOT);
        self.s.insts[self.inst.index()].generator = Some(cell);
        let ty = self.s.types.of(Atom::Cont(kind, cell));
        self.s.grow_return(self.inst, ty);
    }

    /// `return` of a value of type `ty` in such a function.
    pub(super) fn returned_later(&mut self, cell: CellId, ty: TypeId) {
        let func = &self.module()[self.func];
        match (func.is_async, func.is_generator) {
            (true, false) => self.s.write(cell, Field::Elem, ty),
            (true, true) => self.s.write(cell, Field::Returned, ty),
            (false, _) => {
                // `next` raises it where there is nothing more.
                let value = self.s.types.filter(ty, |atom| *atom != Atom::None);
                self.note_argument_types("StopIteration", &[value]);
                self.s.write(cell, Field::Returned, ty);
            }
        }
    }

    /// `await value`.
    pub(super) fn await_expr(&mut self, value: ExprId, env: &mut Env) -> TypeId {
        let ty = self.eval(value, env);
        if ty == BOT {
            return BOT;
        }
        // Others run meanwhile.
        self.forget_paths(env);
        self.awaited(ty, self.span(value))
    }

    /// What awaiting a value of type `ty` gives; ⊥ where that always raises or nothing comes.
    pub(crate) fn awaited(&mut self, ty: TypeId, span: Span) -> TypeId {
        let mut joined = BOT;
        for (_, atom) in self.atoms(ty) {
            let one = match atom {
                Atom::Cont(Kind::Native(COROUTINE | TASK), cell) => self.s.read(cell, &Field::Elem),
                Atom::Unknown => self.of(Atom::Unknown),
                Atom::Obj(class, _) if self.class_has(class, "__await__") => {
                    self.s
                        .report(diagnostics::unsupported_expr(span, "`await` of an object with `__await__`"));
                    self.of(Atom::Unknown)
                }
                // CPython raises `TypeError`.
                _ => BOT,
            };
            joined = self.join(joined, one);
        }
        joined
    }

    /// What `async for` over a value of type `ty` gives.
    pub(super) fn async_items_of(&mut self, ty: TypeId, node: Node, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match &atom {
                Atom::Cont(Kind::Native(ASYNC_GENERATOR), cell) => self.s.read(*cell, &Field::Elem),
                Atom::Unknown => self.of(Atom::Unknown),
                Atom::Obj(class, _) if self.class_has(*class, "__aiter__") => {
                    let iterator = self.call_method(node, "__aiter__", id, Vec::new());
                    self.async_next_of(iterator, node, span)
                }
                // CPython raises `TypeError`.
                _ => BOT,
            };
            joined = self.join(joined, one);
        }
        joined
    }

    fn async_next_of(&mut self, ty: TypeId, node: Node, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match &atom {
                Atom::Obj(class, _) if self.class_has(*class, "__anext__") => {
                    let next = self.call_method(node, "__anext__", id, Vec::new());
                    self.awaited(next, span)
                }
                Atom::Cont(Kind::Native(ASYNC_GENERATOR), cell) => self.s.read(*cell, &Field::Elem),
                Atom::Unknown => self.of(Atom::Unknown),
                _ => {
                    let name = self.type_name(id);
                    self.s.report(diagnostics::not_async(span, "async for", &name));
                    BOT
                }
            };
            joined = self.join(joined, one);
        }
        joined
    }
}
