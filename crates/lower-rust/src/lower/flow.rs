//! Control flow: `if`, loops, `try`, `with`, `raise`, `assert`.

use portalis_hir::{ExprId, ExprKind, Handler, ParamKind, StmtId, Target, WithItem};
use portalis_typeck::builtins::raised::EXCEPTION_CLASS;
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::asynchronous::AsyncExit;
use super::raise::{err, exception_path, ok};
use super::{Catch, FnCx, Frame, Storage};
use crate::represent::Repr;
use crate::rir::{Arm, Block, Expr, Pat, Path, Stmt, Ty};

impl FnCx<'_, '_> {
    pub(crate) fn if_stmt(&mut self, test: ExprId, then: &[StmtId], otherwise: &[StmtId], block: &mut Block) {
        let condition = self.condition(test);
        if self.type_of(test) == BOT || condition.diverges() {
            block.stmts.push(Stmt::Expr(condition));
            self.dead_end(block);
            return;
        }
        match self.known_truth(&condition) {
            Some(true) => return self.block_into(then, block),
            Some(false) => return self.block_into(otherwise, block),
            None => {}
        }
        let then = self.block(then);
        let otherwise = self.block(otherwise);
        let otherwise =
            if otherwise.stmts.is_empty() { None } else { Some(Box::new(Expr::Block(otherwise))) };
        block.stmts.push(Stmt::Expr(Expr::If(Box::new(condition), then, otherwise)));
    }

    // ---- loops

    /// Opens a loop; its label is printed only where something names it.
    pub(crate) fn open_loop(&mut self, otherwise: &[StmtId]) -> String {
        self.temps += 1;
        let label = format!("'loop_{}", self.temps);
        let has_else = !otherwise.is_empty();
        self.frames.push(Frame::Loop { label: label.clone(), used: false, has_else, span: self.span });
        label
    }

    /// Closes it: whether its label is used, and whether there is an `else`.
    pub(crate) fn close_loop(&mut self, label: &str) -> (bool, bool) {
        match self.frames.pop() {
            Some(Frame::Loop { used, has_else, .. }) => (used, has_else),
            other => {
                debug_assert!(other.is_none(), "loops nest: {label}");
                (false, false)
            }
        }
    }

    /// The loop, and its `else` in a block that `break` leaves.
    pub(crate) fn finish_loop(
        &mut self,
        looped: Expr,
        has_else: bool,
        label: &str,
        otherwise: &[StmtId],
        block: &mut Block,
    ) {
        if !has_else {
            block.stmts.push(Stmt::Expr(looped));
            return;
        }
        let mut outer = Block { stmts: vec![Stmt::Expr(looped)], tail: None };
        self.frames.push(Frame::Else);
        self.block_into(otherwise, &mut outer);
        self.frames.pop();
        block.stmts.push(Stmt::Expr(Expr::Labelled(format!("{label}_else"), outer)));
    }

    pub(crate) fn while_stmt(
        &mut self,
        test: ExprId,
        body: &[StmtId],
        otherwise: &[StmtId],
        block: &mut Block,
    ) {
        let condition = self.condition(test);
        if self.type_of(test) == BOT || condition.diverges() {
            block.stmts.push(Stmt::Expr(condition));
            self.dead_end(block);
            return;
        }
        let known = match (&self.cx.module[test].kind, self.known_truth(&condition)) {
            (ExprKind::Int(n), _) => Some(*n != 0),
            (_, known) => known,
        };
        if known == Some(false) {
            return self.block_into(otherwise, block);
        }
        let label = self.open_loop(otherwise);
        let head = self.span;
        let mut inner = self.block(body);
        self.trace_line(head, &mut inner);
        let (used, has_else) = self.close_loop(&label);
        let name = used.then(|| label.clone());
        let looped = match known {
            Some(true) => Expr::Loop(name, inner),
            _ => Expr::While(name, Box::new(condition), inner),
        };
        let endless = matches!(looped, Expr::Loop(..)) && !breaks(self.cx.module, body);
        self.finish_loop(looped, has_else, &label, otherwise, block);
        if endless {
            block.stmts.push(Stmt::Expr(Expr::Unreachable("an endless loop")));
        }
    }

    // ---- raise and assert

    pub(crate) fn raise_stmt(&mut self, exc: Option<ExprId>, cause: Option<ExprId>, block: &mut Block) {
        block.stmts.extend(self.trace_raise());
        let Some(exc) = exc else {
            let throw = match self.handling.last().cloned() {
                Some(name) => {
                    let raised = self.traced_exception(Expr::local(name).cloned(), true);
                    self.throw(raised)
                }
                // That of a handler which called this function.
                None => {
                    let raised = Expr::call(Path::RtIn("exc", "reraised".to_owned()), Vec::new());
                    let raised = self.traced_exception(raised, true);
                    self.throw(raised)
                }
            };
            block.stmts.push(Stmt::Expr(throw));
            return;
        };
        let ty = self.type_of(exc);
        if ty == BOT {
            self.effect(exc, block);
            return;
        }
        let value = self.value(exc);
        let mut exception = self.exception_value(exc, value, ty);
        if let Some(cause) = cause {
            let cause_ty = self.type_of(cause);
            exception = match self.cx.rep.repr(cause_ty) {
                Repr::Unit => exception.method("without_cause", Vec::new()),
                Repr::Never => exception,
                _ => {
                    let value = self.value(cause);
                    let what = "exception causes must derive from BaseException";
                    let cause = self.exception_value_or(cause, value, cause_ty, &|_| what.to_owned());
                    exception.method("caused_by", vec![cause])
                }
            };
        }
        if let Some(context) = self.handling.last()
            && (cause.is_none() || self.cx.reads_links)
        {
            exception = exception.method("during", vec![Expr::local(context.clone()).by_ref()]);
        }
        let exception = self.traced_exception(exception, false);
        let throw = self.throw(exception);
        block.stmts.push(Stmt::Expr(throw));
    }

    /// The exception that `raise value` throws at `at`: an instance, or a new one of a class.
    pub(crate) fn exception_value(&mut self, at: ExprId, value: Expr, ty: TypeId) -> Expr {
        self.exception_value_or(at, value, ty, &|_| "exceptions must derive from BaseException".to_owned())
    }

    /// The same, for what is thrown into a generator or a coroutine.
    pub(crate) fn thrown_value(&mut self, at: ExprId, value: Expr, ty: TypeId) -> Expr {
        self.exception_value_or(at, value, ty, &|found| {
            format!("exceptions must be classes or instances deriving from BaseException, not {found}")
        })
    }

    /// The same; `message` is that of the `TypeError` for a value of another class.
    fn exception_value_or(
        &mut self,
        at: ExprId,
        value: Expr,
        ty: TypeId,
        message: &dyn Fn(&str) -> String,
    ) -> Expr {
        let base = self.of(Atom::Exc("BaseException".into()));
        if self.cx.rep.repr(ty) == Repr::Exception {
            return value;
        }
        self.dispatch(value, ty, base, &mut |cx, value, one, (_, atom)| match atom {
            Atom::ExcClass(name) => {
                let exception =
                    Expr::call(exception_path("empty"), vec![Expr::Path(Path::Exc(name.to_string()))]);
                let base = cx.of(Atom::Exc("BaseException".into()));
                (crate::coerce::after(value, exception), base)
            }
            Atom::Class(class) if cx.cx.rep.is_exception_class(*class) => {
                let (exception, ty) = cx.construct(Node::Expr(at), "raise", *class, &[]);
                (crate::coerce::after(value, exception), ty)
            }
            atom if cx.cx.rep.is_exception(atom) => (value, one),
            _ => {
                let found = cx.class_name_of(one);
                (cx.throw_after([(value, one)], &message(&found)), BOT)
            }
        })
    }

    pub(crate) fn assert_stmt(&mut self, test: ExprId, message: Option<ExprId>, block: &mut Block) {
        let condition = self.condition(test);
        if self.type_of(test) == BOT {
            block.stmts.push(Stmt::Expr(condition));
            self.dead_end(block);
            return;
        }
        let exception = match message {
            Some(message) if self.type_of(message) != BOT => {
                let mut value = self.place(message);
                super::expr::anchor(&mut value);
                Expr::call(
                    exception_path("with_arg"),
                    vec![Expr::Path(Path::Exc("AssertionError".to_owned())), value.by_ref()],
                )
            }
            _ => {
                Expr::call(exception_path("empty"), vec![Expr::Path(Path::Exc("AssertionError".to_owned()))])
            }
        };
        let throw = match message {
            // The message raises.
            Some(message) if self.type_of(message) == BOT => self.dead_operands([message]),
            _ => self.throw(exception),
        };
        match self.known_truth(&condition) {
            Some(true) => {}
            Some(false) => block.stmts.push(Stmt::Expr(throw)),
            None => {
                let fail = Block { stmts: vec![Stmt::Expr(throw)], tail: None };
                block.stmts.push(Stmt::Expr(Expr::If(Box::new(condition.not()), fail, None)));
            }
        }
    }

    // ---- try

    pub(crate) fn try_stmt(
        &mut self,
        body: &[StmtId],
        handlers: &[Handler],
        otherwise: &[StmtId],
        finally: &[StmtId],
        block: &mut Block,
    ) {
        if finally.is_empty() {
            return self.try_except(body, handlers, otherwise, block);
        }
        self.temps += 1;
        let label = format!("'finally_{}", self.temps);
        let outer_catch = std::mem::replace(&mut self.catch, Catch::Label(label.clone()));
        self.frames.push(Frame::Finally { label: label.clone() });
        let mut inner = Block::default();
        if handlers.is_empty() {
            self.block_into(body, &mut inner);
            self.block_into(otherwise, &mut inner);
        } else {
            self.try_except(body, handlers, otherwise, &mut inner);
        }
        self.frames.pop();
        self.catch = outer_catch;
        let falls_through = !inner.diverges();
        if falls_through {
            inner.tail = Some(Box::new(ok(Expr::Path(Path::Rt("Flow").assoc("Next")))));
        }
        let outcome = self.temp("outcome");
        let ret = if self.runs_later { self.later_return() } else { self.ret };
        let ret_repr = self.cx.rep.repr(ret);
        let flow = Ty::Named(Path::Rt("Flow"), vec![self.cx.rep.ty(&ret_repr)]);
        let result = flow.result();
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(outcome.clone(), false),
            ty: Some(result),
            init: Some(Expr::Labelled(label, inner)),
        });
        // A bare `raise` there raises what is on its way, which only the run knows.
        let outer = self.handling.clone();
        if self.cx.keeps_handled {
            self.handling.clear();
        }
        let mut cleanup = self.block(finally);
        self.handling = outer;
        let diverges = cleanup.diverges();
        if diverges {
            // `finally` left by itself: what the body did is forgotten.
            let drop = Stmt::Let { pat: Pat::Wild, ty: None, init: Some(Expr::local(outcome.clone())) };
            let at = cleanup.stmts.len() - 1;
            cleanup.stmts.insert(at, drop);
        }
        if self.cx.keeps_handled {
            // What is raised meanwhile has the exception on its way as its context.
            let pending = Expr::call(
                Path::RtIn("exc", "handle_pending".to_owned()),
                vec![Expr::local(outcome.clone()).by_ref()],
            );
            let pat = Pat::Bind("_handled_".to_owned(), false);
            cleanup.stmts.insert(0, Stmt::Let { pat, ty: None, init: Some(pending) });
            block.stmts.push(Stmt::Expr(Expr::Block(cleanup)));
        } else {
            block.stmts.extend(cleanup.stmts);
        }
        if diverges {
            return;
        }
        self.resume(&outcome, block);
    }

    /// Goes on as the guarded block left: next, return, break, continue or the exception.
    fn resume(&mut self, outcome: &str, block: &mut Block) {
        let flow = |name: &str| Path::Rt("Flow").assoc(name);
        let is_loop = self.frames.iter().any(|frame| matches!(frame, Frame::Loop { .. }));
        let error = self.throw(Expr::local("error"));
        let returned = self.leave(Some(Expr::local("value")));
        let mut arms = vec![
            Arm {
                pat: Pat::Call(Path::local("Ok"), vec![Pat::Path(flow("Next"))]),
                guard: None,
                body: Expr::unit(),
            },
            Arm {
                pat: Pat::Call(
                    Path::local("Ok"),
                    vec![Pat::Call(flow("Return"), vec![Pat::Bind("value".to_owned(), false)])],
                ),
                guard: None,
                body: returned,
            },
        ];
        for (name, is_break) in [("Break", true), ("Continue", false)] {
            let body = if is_loop { self.jump(is_break) } else { Expr::Unreachable("no loop around `try`") };
            arms.push(Arm {
                pat: Pat::Call(Path::local("Ok"), vec![Pat::Path(flow(name))]),
                guard: None,
                body,
            });
        }
        arms.push(Arm {
            pat: Pat::Call(Path::local("Err"), vec![Pat::Bind("error".to_owned(), false)]),
            guard: None,
            body: error,
        });
        block.stmts.push(Stmt::Expr(Expr::Match(Box::new(Expr::local(outcome)), arms)));
    }

    fn try_except(&mut self, body: &[StmtId], handlers: &[Handler], otherwise: &[StmtId], block: &mut Block) {
        if handlers.is_empty() {
            let inner = self.block(body);
            block.stmts.extend(inner.stmts);
            self.block_into(otherwise, block);
            return;
        }
        self.temps += 1;
        let label = format!("'try_{}", self.temps);
        let outer = std::mem::replace(&mut self.catch, Catch::Label(label.clone()));
        let mut inner = self.block(body);
        self.catch = outer;
        let falls_through = !inner.diverges();
        if falls_through {
            inner.tail = Some(Box::new(ok(Expr::unit())));
        }
        let guarded = Expr::Labelled(label, inner);
        let outcome = self.temp("outcome");
        let result = Ty::unit().result();
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(outcome.clone(), false),
            ty: Some(result),
            init: Some(guarded),
        });
        let error = self.temp("error");
        let mut chain: Option<Expr> = None;
        let mut lowered = Vec::new();
        for handler in handlers {
            let Some(test) = self.handler_test(handler, &error) else { continue };
            self.handling.push(error.clone());
            let mut arm = Block::default();
            arm.stmts.extend(self.trace_caught(&error));
            arm.stmts.extend(self.keep_handled(&error));
            self.declare_block(&handler.body, &mut arm);
            if let Some(local) = handler.local {
                self.bind_caught(local, handler, &error, &mut arm);
            }
            self.stmts_into(&handler.body, &mut arm);
            if let (Some(local), false) = (handler.local, arm.diverges()) {
                arm.stmts.extend(self.unset_local(local).map(Stmt::Expr));
            }
            self.handling.pop();
            lowered.push((test, arm));
        }
        let rethrow = self.throw(Expr::local(error.clone()));
        let catches_all = lowered.iter().any(|(test, _)| matches!(test, Expr::Bool(true)));
        for (test, arm) in lowered.into_iter().rev() {
            if matches!(test, Expr::Bool(true)) {
                chain = Some(Expr::Block(arm));
                continue;
            }
            let otherwise = chain.take().unwrap_or_else(|| {
                Expr::Block(Block { stmts: vec![Stmt::Expr(rethrow.clone())], tail: None })
            });
            chain = Some(Expr::If(Box::new(test), arm, Some(Box::new(otherwise))));
        }
        let _ = catches_all;
        let handle = match chain {
            Some(Expr::Block(block)) => block,
            Some(chain) => Block { stmts: vec![Stmt::Expr(chain)], tail: None },
            None => Block { stmts: vec![Stmt::Expr(rethrow)], tail: None },
        };
        let mut after = Block::default();
        if falls_through {
            self.block_into(otherwise, &mut after);
        }
        let err_pat = Pat::Call(Path::local("Err"), vec![Pat::Bind(error, false)]);
        if after.stmts.is_empty() {
            block.stmts.push(Stmt::Expr(Expr::IfLet(err_pat, Box::new(Expr::local(outcome)), handle, None)));
            if !falls_through {
                // The body only gets out by an exception or a jump.
                if let Some(Stmt::Expr(Expr::IfLet(_, _, handle, otherwise))) = block.stmts.last_mut()
                    && handle.diverges()
                {
                    let _ = otherwise;
                    block.stmts.push(Stmt::Expr(Expr::Unreachable("every way out was taken")));
                }
            }
            return;
        }
        let arms = vec![
            Arm {
                pat: Pat::Call(Path::local("Ok"), vec![Pat::Tuple(Vec::new())]),
                guard: None,
                body: Expr::Block(after),
            },
            Arm { pat: err_pat, guard: None, body: Expr::Block(handle) },
        ];
        block.stmts.push(Stmt::Expr(Expr::Match(Box::new(Expr::local(outcome)), arms)));
    }

    /// `let _handled_ = exc::handle(&error);` where the program asks what is being handled.
    fn keep_handled(&self, error: &str) -> Option<Stmt> {
        let handle = Path::RtIn("exc", "handle".to_owned());
        self.cx.keeps_handled.then(|| Stmt::Let {
            pat: Pat::Bind("_handled_".to_owned(), false),
            ty: None,
            init: Some(Expr::call(handle, vec![Expr::local(error).by_ref()])),
        })
    }

    /// Whether a handler takes `error`; `None` where inference says that it never does.
    fn handler_test(&mut self, handler: &Handler, error: &str) -> Option<Expr> {
        let Some(types) = handler.types else { return Some(Expr::Bool(true)) };
        let ty = self.type_of(types);
        if !self.is_single(ty) {
            // A variable that holds one of several classes.
            let bool_ty = self.of(Atom::Bool);
            let value = self.value(types);
            let error = error.to_owned();
            return Some(self.dispatch(value, ty, bool_ty, &mut |cx, _, one, _| {
                (cx.class_test(one, &error).unwrap_or(Expr::Bool(false)), bool_ty)
            }));
        }
        let before = self.what_it_does(types);
        let test = self.class_test(ty, error)?;
        Some(super::known_callee::first(before, test))
    }

    /// Whether `error` is of one of the classes in a type.
    fn class_test(&mut self, ty: TypeId, error: &str) -> Option<Expr> {
        let classes = self.flat_classes(ty);
        if self.cx.rep.atoms(ty).iter().any(|(_, atom)| match atom {
            Atom::Tuple(items) => items.iter().any(|&item| !self.is_one_class(item)),
            Atom::TupleVar(_) => true,
            _ => false,
        }) {
            self.unsupported_operation("`except` with a tuple of classes that only the run knows");
        }
        let mut test: Option<Expr> = None;
        for class in classes {
            let one = match class {
                Atom::ExcClass(name) if &*name == "BaseException" => Expr::Bool(true),
                Atom::ExcClass(name) => self.is_class(error, Ty::path(Path::Exc(name.to_string()))),
                Atom::Class(class) => {
                    let marker = self.cx.exception_marker(class);
                    self.is_class(error, Ty::local(marker))
                }
                _ => continue,
            };
            test = Some(match test {
                Some(test) => Expr::binary(crate::rir::BinOp::Or, test, one),
                None => one,
            });
        }
        test.or(Some(Expr::Bool(false)))
    }

    /// Whether a type is one class, or a tuple of such.
    pub(crate) fn is_one_class(&self, ty: TypeId) -> bool {
        match self.cx.rep.atoms(ty).as_slice() {
            [(_, Atom::Tuple(items))] => items.iter().all(|&item| self.is_one_class(item)),
            [(_, Atom::Class(_) | Atom::ExcClass(_) | Atom::Builtin(_))] => true,
            _ => false,
        }
    }

    /// `error.is::<C>()`.
    pub(crate) fn is_class(&self, error: &str, class: Ty) -> Expr {
        Expr::Method(Box::new(Expr::local(error)), "is".to_owned(), vec![class], Vec::new())
    }

    /// The classes in a class or tuple of classes.
    pub(crate) fn flat_classes(&mut self, ty: TypeId) -> Vec<Atom> {
        let mut out = Vec::new();
        for (_, atom) in self.cx.rep.atoms(ty) {
            match atom {
                // Nobody knows its classes any more.
                Atom::Builtin(name) if &*name == "typing.Any" => {
                    self.unsupported_operation("a union of classes that only the run knows");
                }
                Atom::Tuple(items) => {
                    for &item in items.iter() {
                        out.extend(self.flat_classes(item));
                    }
                }
                other => out.push(other),
            }
        }
        out
    }

    fn bind_caught(&mut self, local: portalis_hir::LocalId, handler: &Handler, error: &str, arm: &mut Block) {
        if self.decl.unread.contains(&local) && self.storage.get(&local) == Some(&Storage::Plain) {
            return;
        }
        let _ = handler;
        let base = self.of(Atom::Exc("BaseException".into()));
        let declared = self.local_type(local);
        let value = Expr::local(error).cloned();
        let value = match self.cx.rep.repr(declared) {
            Repr::Exception => value,
            _ => self.coerce(value, base, declared),
        };
        let write = self.write_local(local, value);
        arm.stmts.push(Stmt::Expr(write));
    }

    // ---- with

    pub(crate) fn with_stmt(
        &mut self,
        items: &[WithItem],
        body: &[StmtId],
        is_async: bool,
        block: &mut Block,
    ) {
        let Some((item, rest)) = items.split_first() else {
            let inner = self.block(body);
            block.stmts.extend(inner.stmts);
            return;
        };
        let ty = self.type_of(item.manager);
        if ty == BOT {
            self.effect(item.manager, block);
            return;
        }
        let manager = self.temp("manager");
        let value = self.value(item.manager);
        block.stmts.push(Stmt::Let { pat: Pat::Bind(manager.clone(), false), ty: None, init: Some(value) });
        let held = Expr::local(manager);
        let repr = self.cx.rep.repr(ty);
        let node = Node::Expr(item.manager);
        let atom = self.first_atom(ty);
        let (entered, entered_ty, exit) = match &repr {
            _ if is_async => match self.async_enter(item, held.clone(), ty) {
                Some((entered, ty, exit)) => (entered, ty, Exit::Async(exit)),
                None => {
                    self.unsupported_operation("`async with`");
                    return;
                }
            },
            Repr::File => {
                let file = self.of(Atom::File);
                (self.raising(held.clone(), "enter", Vec::new()), file, Exit::Close)
            }
            Repr::Native(_)
                if let Some((entered, _)) = self.native_method(held.clone(), ty, "__enter__", Vec::new()) =>
            {
                (entered, ty, Exit::Close)
            }
            Repr::Object(_) => {
                let (Some(enter), Some(exit)) =
                    (self.method_target(node, "__enter__", atom), self.method_target(node, "__exit__", atom))
                else {
                    self.unsupported_operation("`with`");
                    return;
                };
                let (value, ty) = self.call_method_instance(enter, held.clone(), Vec::new());
                (value, ty, Exit::Method(exit))
            }
            _ => {
                self.unsupported_operation("`with`");
                return;
            }
        };
        self.temps += 1;
        let label = format!("'with_{}", self.temps);
        let mut head = Block::default();
        // What is more than a name may fail, and then the manager is left again.
        let mut bound_inside = None;
        match &item.target {
            Some(target) if exit.is_method() && !matches!(target, Target::Local(..)) => {
                let entered = self.owned(entered, entered_ty);
                bound_inside = Some((target, self.hold_value("entered", entered, &mut head.stmts)));
            }
            Some(target) => self.bind(None, target, entered, entered_ty, &mut head),
            None => {
                let effect = crate::coerce::drop_value(entered);
                if !matches!(effect, Expr::Tuple(_)) {
                    head.stmts.push(Stmt::Expr(effect));
                }
            }
        }
        block.stmts.append(&mut head.stmts);
        let outer = std::mem::replace(&mut self.catch, Catch::Label(label.clone()));
        self.frames.push(Frame::Finally { label: label.clone() });
        let mut inner = Block::default();
        if let Some((target, entered)) = bound_inside {
            self.bind(None, target, entered, entered_ty, &mut inner);
        }
        self.with_stmt(rest, body, is_async, &mut inner);
        self.frames.pop();
        self.catch = outer;
        if !inner.diverges() {
            inner.tail = Some(Box::new(ok(Expr::Path(Path::Rt("Flow").assoc("Next")))));
        }
        let outcome = self.temp("outcome");
        let ret = if self.runs_later { self.later_return() } else { self.ret };
        let ret_repr = self.cx.rep.repr(ret);
        let flow = Ty::Named(Path::Rt("Flow"), vec![self.cx.rep.ty(&ret_repr)]);
        let result = flow.result();
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(outcome.clone(), false),
            ty: Some(result.clone()),
            init: Some(Expr::Labelled(label, inner)),
        });
        match exit {
            Exit::Close => {
                let close = self.raising(held, "close", Vec::new());
                block.stmts.push(Stmt::Expr(close));
            }
            Exit::Async(AsyncExit::Native { raises, takes_outcome }) => {
                self.async_leave(held, raises, takes_outcome, &outcome, block);
            }
            Exit::Method(exit) | Exit::Async(AsyncExit::Method(exit)) => {
                let call = self.exit_call(exit, held, is_async, &outcome);
                block.stmts.push(Stmt::Let {
                    pat: Pat::Bind(outcome.clone(), false),
                    ty: Some(result),
                    init: Some(call),
                });
            }
        }
        self.resume(&outcome, block);
    }

    /// Calls `__exit__`: with the exception, which a true answer swallows, or with three `None`s.
    fn exit_call(
        &mut self,
        exit: portalis_typeck::ty::InstId,
        manager: Expr,
        is_async: bool,
        outcome: &str,
    ) -> Expr {
        let params = self.cx.rep.inferred.insts[exit.index()].params.clone();
        let none = self.none_type();
        let base = self.of(Atom::Exc("BaseException".into()));
        let func = self.cx.rep.inferred.insts[exit.index()].func;
        let kinds: Vec<ParamKind> = self.cx.module[func].params.iter().map(|param| param.kind).collect();
        let args = |cx: &mut Self, error: Option<Expr>| {
            let told = |cx: &mut Self, i: usize, to: TypeId| match (&error, i) {
                (Some(error), 0) => {
                    let class = cx.of(Atom::Native(EXCEPTION_CLASS));
                    // The exception without the `clone` that hands it over.
                    let error = match error {
                        Expr::Method(error, ..) => error,
                        error => error,
                    };
                    cx.coerce(error.clone().method("class", Vec::new()), class, to)
                }
                // A traceback has no value: whether there is one is all that it tells.
                (Some(_), 2) => match cx.cx.rep.repr(to) {
                    Repr::Option(_) => Expr::call(Path::local("Some"), vec![Expr::unit()]),
                    _ => Expr::unit(),
                },
                (Some(error), 1) => cx.coerce(error.clone(), base, to),
                _ => cx.coerce(Expr::unit(), none, to),
            };
            let mut values = Vec::new();
            for (at, (&to, kind)) in params.iter().zip(&kinds).enumerate() {
                // What it is told comes after the receiver.
                let i = at.saturating_sub(1);
                match kind {
                    ParamKind::VarArgs => {
                        let items = cx.tuple_items(to);
                        let items = items.get(usize::from(at == 0)..).unwrap_or_default();
                        if items.len() + i != 3 {
                            cx.unsupported_operation("an `__exit__` of these arguments");
                        }
                        values.extend(items.iter().enumerate().map(|(n, &to)| (told(cx, i + n, to), to)));
                    }
                    ParamKind::KwArgs => {}
                    _ if at == 0 => {}
                    _ => values.push((told(cx, i, to), to)),
                }
            }
            values
        };
        let error_args = args(self, Some(Expr::local("error").cloned()));
        let (mut raised, mut ty) = self.call_method_instance(exit, manager.clone(), error_args);
        if is_async {
            (raised, ty) = self.awaited(raised, ty);
        }
        let swallowed = if ty == BOT { super::expr::dead_value(raised) } else { self.truth(raised, ty) };
        let plain_args = args(self, None);
        let (mut plain, mut plain_ty) = self.call_method_instance(exit, manager, plain_args);
        if is_async {
            (plain, plain_ty) = self.awaited(plain, plain_ty);
        }
        let leave = match self.cx.rep.repr(plain_ty) {
            Repr::Unit | Repr::Static | Repr::Never => Stmt::Expr(plain),
            _ => Stmt::Let { pat: Pat::Wild, ty: None, init: Some(plain) },
        };
        let next = ok(Expr::Path(Path::Rt("Flow").assoc("Next")));
        let keep = err(Expr::local("error"));
        let on_error = match self.known_truth(&swallowed) {
            Some(false) => Expr::Block(Block::of(keep)),
            _ => Expr::If(Box::new(swallowed), Block::of(next), Some(Box::new(Expr::Block(Block::of(keep))))),
        };
        let on_error = match self.keep_handled("error") {
            Some(keep) => Expr::Block(Block { stmts: vec![keep], tail: Some(Box::new(on_error)) }),
            None => on_error,
        };
        let arms = vec![
            Arm {
                pat: Pat::Call(Path::local("Err"), vec![Pat::Bind("error".to_owned(), false)]),
                guard: None,
                body: on_error,
            },
            Arm {
                pat: Pat::Bind("done".to_owned(), false),
                guard: None,
                body: Expr::Block(Block { stmts: vec![leave], tail: Some(Box::new(Expr::local("done"))) }),
            },
        ];
        Expr::Match(Box::new(Expr::local(outcome)), arms)
    }
}

/// How a `with` is left.
enum Exit {
    /// `close()` of a file or what is like one.
    Close,
    /// `__exit__`.
    Method(portalis_typeck::ty::InstId),
    Async(AsyncExit),
}

impl Exit {
    /// Whether the program's own code leaves.
    fn is_method(&self) -> bool {
        matches!(self, Exit::Method(_) | Exit::Async(AsyncExit::Method(_)))
    }
}

/// Whether a loop body has a `break` of its own.
pub(super) fn breaks(module: &portalis_hir::Module, body: &[StmtId]) -> bool {
    use portalis_hir::StmtKind;
    body.iter().any(|&stmt| match &module[stmt].kind {
        StmtKind::Break => true,
        // Their `break`s are their own; an `else` is not theirs.
        StmtKind::While { otherwise, .. } | StmtKind::For { otherwise, .. } => breaks(module, otherwise),
        _ => {
            let mut found = false;
            portalis_hir::visit::walk_stmt_blocks(module, stmt, &mut |block| found |= breaks(module, block));
            found
        }
    })
}
