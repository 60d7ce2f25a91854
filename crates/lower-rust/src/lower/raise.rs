//! Raising: the plain or the `try_` form of an operation, and where its exception goes.

use portalis_typeck::ty::{BOT, InstId, TypeId};

use super::{Catch, FnCx, Frame};
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Path, Stmt};
use portalis_hir::visit::for_each_stmt;
use portalis_hir::{Module, StmtId, StmtKind};

impl FnCx<'_, '_> {
    /// A call of `module::name` that may raise.
    pub(crate) fn raising_call(&mut self, module: &'static str, name: &str, args: Vec<Expr>) -> Expr {
        if self.catch == Catch::Uncaught {
            return Expr::call(Path::RtIn(module, name.to_owned()), args);
        }
        let call = Expr::call(Path::RtIn(module, format!("try_{name}")), args);
        self.propagate(call)
    }

    /// A method that may raise, by its two names.
    pub(crate) fn raising_method(
        &mut self,
        receiver: Expr,
        plain: &str,
        tried: &str,
        args: Vec<Expr>,
    ) -> Expr {
        if self.catch == Catch::Uncaught {
            return receiver.method(plain, args);
        }
        let call = receiver.method(tried, args);
        self.propagate(call)
    }

    /// A method `name`/`try_name`.
    pub(crate) fn raising(&mut self, receiver: Expr, name: &str, args: Vec<Expr>) -> Expr {
        self.raising_method(receiver, name, &format!("try_{name}"), args)
    }

    /// The value of a `Result`, its error sent where exceptions go from here.
    pub(crate) fn propagate(&mut self, result: Expr) -> Expr {
        if self.catch == Catch::Return {
            self.cx.raising.raises(self.inst);
        }
        self.sent(result)
    }

    /// The value of a call of `target`, which returns `Result`.
    pub(crate) fn propagate_call(&mut self, target: InstId, call: Expr) -> Expr {
        if self.catch == Catch::Return {
            self.cx.raising.lets_through(self.inst, target);
        }
        self.sent(call)
    }

    fn sent(&self, result: Expr) -> Expr {
        match &self.catch {
            Catch::Uncaught => Expr::call(Path::RtIn("exc", "or_end".to_owned()), vec![result]),
            Catch::Return => result.tried(),
            Catch::Label(label) => Expr::Attempt(label.clone(), Box::new(result)),
        }
    }

    /// The same for what is a `Result` only where somebody observes it.
    pub(crate) fn propagate_if(&mut self, result: Expr) -> Expr {
        if self.catch == Catch::Uncaught { result } else { self.propagate(result) }
    }

    /// Throws `exception`; never comes back.
    pub(crate) fn throw(&mut self, exception: Expr) -> Expr {
        if self.catch == Catch::Return {
            self.cx.raising.raises(self.inst);
        }
        match &self.catch {
            Catch::Uncaught => exception.method("uncaught", Vec::new()),
            Catch::Return => Expr::Return(Some(Box::new(err(exception)))),
            Catch::Label(label) => Expr::Break(Some(label.clone()), Some(Box::new(err(exception)))),
        }
    }

    /// Throws a builtin exception with a constant message.
    pub(crate) fn throw_message(&mut self, class: &str, message: &str) -> Expr {
        if message.contains(&format!("'{}'", portalis_typeck::iterator_class::SOME_ITERATOR)) {
            self.unsupported_operation("a message that names the class of this iterator");
        }
        let exception = if message.is_empty() {
            Expr::call(exception_path("empty"), vec![Expr::Path(Path::Exc(class.to_owned()))])
        } else {
            new_exception(class, message)
        };
        self.throw(exception)
    }

    /// Raises an exception of a class of Python's with a text.
    pub(crate) fn throw_text(&mut self, class: &str, text: Expr) -> Expr {
        let exception =
            Expr::call(exception_path("new"), vec![Expr::Path(Path::Exc(class.to_owned())), text]);
        self.throw(exception)
    }

    /// Throws a `TypeError` after all that its operands do.
    pub(crate) fn throw_after<const N: usize>(
        &mut self,
        operands: [(Expr, TypeId); N],
        message: &str,
    ) -> Expr {
        self.throw_after_all(operands.into(), message)
    }

    /// The same after any number of them.
    pub(crate) fn throw_after_all(&mut self, operands: Vec<(Expr, TypeId)>, message: &str) -> Expr {
        let raised = self.throw_message("TypeError", message);
        operands.into_iter().rev().fold(raised, |rest, operand| self.evaluated(operand, rest))
    }

    /// `value` after all that an operand does.
    pub(crate) fn evaluated(&mut self, (mut operand, ty): (Expr, TypeId), value: Expr) -> Expr {
        if is_idle(&operand) {
            return value;
        }
        super::anchor(&mut operand);
        let is_unit = ty == BOT || operand.diverges() || self.cx.rep.repr(ty) == Repr::Unit;
        let stmt = match is_unit {
            true => Stmt::Expr(operand),
            false => Stmt::Let { pat: Pat::Wild, ty: None, init: Some(operand) },
        };
        Expr::Block(Block { stmts: vec![stmt], tail: Some(Box::new(value)) })
    }

    /// Leaves the function with `value` (already of the return type), through every `finally` on the way.
    pub(crate) fn leave(&mut self, value: Option<Expr>) -> Expr {
        for frame in self.frames.iter().rev() {
            if let Frame::Finally { label } = frame {
                let value = value.unwrap_or_else(Expr::unit);
                let flow = Expr::call(Path::Rt("Flow").assoc("Return"), vec![value]);
                return Expr::Break(Some(label.clone()), Some(Box::new(ok(flow))));
            }
        }
        match (&self.outer_catch(), value) {
            (Catch::Uncaught, None) => Expr::Return(None),
            (Catch::Uncaught, Some(value)) => Expr::Return(Some(Box::new(value))),
            (_, value) => Expr::Return(Some(Box::new(ok(value.unwrap_or_else(Expr::unit))))),
        }
    }

    /// Where exceptions go that no `try` of this function sees.
    pub(crate) fn outer_catch(&self) -> Catch {
        if self.runs_later || self.cx.is_fallible(self.inst) { Catch::Return } else { Catch::Uncaught }
    }

    /// `break` or `continue` of the innermost loop, through every `finally` on the way.
    pub(crate) fn jump(&mut self, is_break: bool) -> Expr {
        let at = self.frames.iter().rposition(|frame| matches!(frame, Frame::Loop { .. }));
        let Some(at) = at else { return Expr::Unreachable("outside a loop") };
        for frame in self.frames[at + 1..].iter().rev() {
            if let Frame::Finally { label } = frame {
                let name = if is_break { "Break" } else { "Continue" };
                let flow = Expr::Path(Path::Rt("Flow").assoc(name));
                return Expr::Break(Some(label.clone()), Some(Box::new(ok(flow))));
            }
        }
        // Inside a labelled block, of a `try` or around an `else`, a jump names its loop.
        let in_label = matches!(self.catch, Catch::Label(_))
            || self.frames[at + 1..].iter().any(|frame| matches!(frame, Frame::Else));
        let Frame::Loop { label, used, has_else, .. } = &mut self.frames[at] else {
            return Expr::Unreachable("outside a loop");
        };
        if is_break && *has_else {
            return Expr::Break(Some(format!("{label}_else")), None);
        }
        let target = in_label.then(|| {
            *used = true;
            label.clone()
        });
        if is_break { Expr::Break(target, None) } else { Expr::Continue(target) }
    }
}

/// `Ok(value)`.
pub(crate) fn ok(value: Expr) -> Expr {
    Expr::call(Path::local("Ok"), vec![value])
}

/// `Err(value)`.
pub(crate) fn err(value: Expr) -> Expr {
    Expr::call(Path::local("Err"), vec![value])
}

/// `Exception::new(class, message)`.
pub(super) fn new_exception(class: &str, message: &str) -> Expr {
    let args = vec![Expr::Path(Path::Exc(class.to_owned())), Expr::Str(message.to_owned())];
    Expr::call(exception_path("new"), args)
}

/// `Exception::name`.
pub(crate) fn exception_path(name: &str) -> Path {
    Path::Rt("Exception").assoc(name)
}

/// Whether an operand does nothing: a number that is known to be of a class is taken as one of that class.
fn is_idle(operand: &Expr) -> bool {
    match operand {
        Expr::Try(inner) | Expr::Attempt(_, inner) => matches!(&**inner, Expr::Method(of, name, _, _)
            if matches!(**of, Expr::Path(_)) && matches!(name.as_str(), "try_int" | "try_float")),
        operand => crate::coerce::is_pure(operand),
    }
}

/// Whether a bare `raise` stands in no handler, or in a `finally` inside it.
pub(super) fn raises_unseen(module: &Module) -> bool {
    let is_bare = |stmt: &StmtKind| matches!(stmt, StmtKind::Raise { exc: None, .. });
    let bare = module.stmts.iter().filter(|(_, stmt)| is_bare(&stmt.kind));
    let bare: Vec<StmtId> = bare.map(|(id, _)| id).collect();
    if bare.is_empty() {
        return false;
    }
    let mut regions: Vec<(bool, Vec<StmtId>)> = Vec::new();
    let mut add = |is_handler: bool, block: &[StmtId]| {
        let mut inside = Vec::new();
        for_each_stmt(module, block, &mut |stmt| inside.push(stmt));
        regions.push((is_handler, inside));
    };
    for (_, stmt) in module.stmts.iter() {
        if let StmtKind::Try { handlers, finally, .. } = &stmt.kind {
            handlers.iter().for_each(|handler| add(true, &handler.body));
            add(false, finally);
        }
    }
    let is_in_handler = |stmt: StmtId| {
        let around = regions.iter().filter(|(_, inside)| inside.contains(&stmt));
        around.min_by_key(|(_, inside)| inside.len()).is_some_and(|(is_handler, _)| *is_handler)
    };
    bare.into_iter().any(|stmt| !is_in_handler(stmt))
}
