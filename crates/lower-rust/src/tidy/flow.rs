//! Control flow: what is never reached, loops that never loop, labels that nobody names, blocks around nothing.
//!
//! ```text
//! return x; y();                     return x;
//! 'a: { … } (no break 'a)            { … }
//! while c { …; return x; }           if c { …; return x; }
//! loop { …; return x; }              …; return x;
//! Ok(f()?)  as a result              f()
//! let x = return y;                  return y;
//! if a { if b { … } }                if a && b { … }
//! for x in [1] { … }                 let x = 1; …
//! 'a: { …; break 'a x; }             { …; x }
//! f(a(), raise(), b())               { let _ = a(); raise() }
//! ```

use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr, walk_expr_mut};
use crate::rir::{BinOp, Block, Closure, Expr, Fn, Pat, Path, Stmt, Ty};

/// Simplifies the control flow of `func`.
pub(super) fn run(func: &mut Fn) {
    Flow.block(&mut func.body);
    if func.ret.as_ref().is_some_and(is_exception_result) {
        end_of_block(&mut func.body);
    }
}

fn is_exception_result(ty: &Ty) -> bool {
    matches!(ty, Ty::Named(Path::Local(name), args)
        if name == "Result" && matches!(args.as_slice(), [_, Ty::Named(Path::Rt("Exception"), _)]))
}

/// Whether control never comes out of `expr`, its loops understood.
pub(super) fn never_ends(expr: &Expr) -> bool {
    match expr {
        Expr::Loop(label, body) => !Breaks::leave(label.as_deref(), body),
        Expr::Block(block) => block_never_ends(block),
        Expr::Labelled(label, block) => block_never_ends(block) && !Breaks::named(label, block),
        Expr::If(test, then, otherwise) => {
            never_ends(test)
                || otherwise
                    .as_deref()
                    .is_some_and(|otherwise| never_ends(otherwise) && block_never_ends(then))
        }
        Expr::IfLet(_, value, then, otherwise) => {
            never_ends(value)
                || otherwise
                    .as_deref()
                    .is_some_and(|otherwise| never_ends(otherwise) && block_never_ends(then))
        }
        Expr::Match(value, arms) => {
            never_ends(value) || (!arms.is_empty() && arms.iter().all(|arm| never_ends(&arm.body)))
        }
        Expr::For(_, _, iter, _) | Expr::WhileLet(_, _, iter, _) => never_ends(iter),
        other => other.diverges(),
    }
}

fn block_never_ends(block: &Block) -> bool {
    block.tail.as_deref().is_some_and(never_ends)
        || block.stmts.iter().any(|stmt| match stmt {
            Stmt::Expr(expr) => never_ends(expr),
            Stmt::Let { init, .. } => init.as_ref().is_some_and(never_ends),
            Stmt::LetElse(_, value, _) => never_ends(value),
        })
}

/// Looks for jumps.
pub(super) struct Breaks<'a> {
    /// The label looked for.
    label: Option<&'a str>,
    /// Whether a `break` without a label counts: outside of inner loops.
    bare: bool,
    /// Whether `continue` counts too.
    continues: bool,
    found: bool,
}

impl<'a> Breaks<'a> {
    /// Whether a `break` leaves the loop of this body.
    fn leave(label: Option<&'a str>, body: &Block) -> bool {
        let mut breaks = Breaks { label, bare: true, continues: false, found: false };
        breaks.block(body);
        breaks.found
    }

    /// Whether anything goes on with the loop of this body, or breaks out of it.
    pub(super) fn jump(label: Option<&'a str>, body: &Block) -> bool {
        let mut breaks = Breaks { label, bare: true, continues: true, found: false };
        breaks.block(body);
        breaks.found
    }

    /// Whether something names `label`.
    fn named(label: &'a str, body: &Block) -> bool {
        let mut breaks = Breaks { label: Some(label), bare: false, continues: true, found: false };
        breaks.block(body);
        breaks.found
    }
}

impl Visit for Breaks<'_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Break(None, _) => self.found |= self.bare,
            Expr::Continue(None) => self.found |= self.bare && self.continues,
            Expr::Break(Some(label), _) | Expr::Attempt(label, _) => self.found |= self.label == Some(label),
            Expr::Continue(Some(label)) => self.found |= self.label == Some(label) && self.continues,
            _ => {}
        }
        let is_loop = matches!(expr, Expr::Loop(..) | Expr::While(..) | Expr::WhileLet(..) | Expr::For(..));
        let bare = self.bare;
        self.bare &= !is_loop;
        walk_expr(self, expr);
        self.bare = bare;
    }

    fn closure(&mut self, _: &Closure) {
        // Nothing inside jumps to the outside.
    }
}

struct Flow;

impl VisitMut for Flow {
    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        cut(block);
        flatten_end(block);
    }

    fn closure(&mut self, closure: &mut Closure) {
        crate::rir::visit::walk_closure_mut(self, closure);
        if closure.ret.as_ref().is_some_and(is_exception_result) {
            end(&mut closure.body);
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let taken = std::mem::replace(expr, Expr::unit());
        *expr = match taken {
            Expr::Labelled(label, mut block) => {
                end_with_value(&label, &mut block);
                if Breaks::named(&label, &block) { Expr::Labelled(label, block) } else { block.into_expr() }
            }
            Expr::Loop(label, body) if block_never_ends(&body) && !Breaks::jump(label.as_deref(), &body) => {
                body.into_expr()
            }
            Expr::Loop(Some(label), body) if !Breaks::named(&label, &body) => Expr::Loop(None, body),
            Expr::While(Some(label), test, body) if !Breaks::named(&label, &body) => {
                straight_while(*test, None, body)
            }
            Expr::While(label, test, body) => straight_while(*test, label, body),
            Expr::For(_, _, iter, _) | Expr::WhileLet(_, _, iter, _) if never_ends(&iter) => *iter,
            Expr::WhileLet(label, pat, value, body)
                if block_never_ends(&body) && !Breaks::jump(label.as_deref(), &body) =>
            {
                Expr::IfLet(pat, value, body, None)
            }
            Expr::WhileLet(Some(label), pat, value, body) if !Breaks::named(&label, &body) => {
                Expr::WhileLet(None, pat, value, body)
            }
            Expr::For(label, pat, iter, body)
                if block_never_ends(&body) && !Breaks::jump(label.as_deref(), &body) =>
            {
                let next = match *iter {
                    Expr::Array(_) | Expr::Vec(_) | Expr::Path(_) => iter.method("into_iter", Vec::new()),
                    iter => iter,
                };
                let next = match next {
                    Expr::Method(items, name, _, _) if name == "rev" => items.method("next_back", Vec::new()),
                    items => items.method("next", Vec::new()),
                };
                Expr::IfLet(Pat::Call(Path::local("Some"), vec![pat]), Box::new(next), body, None)
            }
            Expr::For(Some(label), pat, iter, body) if !Breaks::named(&label, &body) => {
                Expr::For(None, pat, iter, body)
            }
            Expr::Return(Some(value)) => match *value {
                value if never_ends(&value) => value,
                // Clippy takes a way out inside of a `return` for a mistake.
                value if Attempts::inside(&value) => {
                    let bind = Pat::Bind(VALUE.to_owned(), false);
                    let bind = Stmt::Let { pat: bind, ty: None, init: Some(value) };
                    let leave = Expr::Return(Some(Box::new(Expr::local(VALUE))));
                    Expr::Block(Block { stmts: vec![bind, Stmt::Expr(leave)], tail: None })
                }
                value => Expr::Return(Some(Box::new(value))),
            },
            // One round.
            Expr::For(None, pat, iter, body) => match *iter {
                Expr::Array(mut items) if items.len() == 1 && !Breaks::jump(None, &body) => {
                    let bind = Stmt::Let { pat, ty: None, init: items.pop() };
                    let stmts = std::iter::once(bind).chain(body.stmts).collect();
                    Expr::Block(Block { stmts, tail: body.tail })
                }
                iter => Expr::For(None, pat, Box::new(iter), body),
            },
            Expr::If(test, then, None) => nested_if(*test, then),
            // The body of a generator or coroutine, which gives a `Result`.
            Expr::AsyncMove(mut body) => {
                end_of_block(&mut body);
                Expr::AsyncMove(body)
            }
            Expr::Block(block) => block.into_expr(),
            other => cut_parts(other),
        };
    }
}

/// The name of a value that is about to be returned.
const VALUE: &str = "value@0";

/// Looks for `attempt!`.
pub(super) struct Attempts(bool);

impl Attempts {
    pub(super) fn inside(expr: &Expr) -> bool {
        let mut attempts = Attempts(false);
        attempts.expr(expr);
        attempts.0
    }
}

impl Visit for Attempts {
    fn expr(&mut self, expr: &Expr) {
        self.0 |= matches!(expr, Expr::Attempt(..));
        walk_expr(self, expr);
    }
}

/// `break 'label value` at the end of the block `'label` is the value.
fn end_with_value(label: &str, block: &mut Block) {
    if block.tail.is_none()
        && let Some(Stmt::Expr(last)) = block.stmts.last_mut()
        && ends_with_break(label, last)
    {
        let last = block.stmts.pop();
        if let Some(Stmt::Expr(mut last)) = last {
            value_of_break(label, &mut last);
            block.tail = Some(Box::new(last));
        }
    } else if let Some(tail) = &mut block.tail {
        value_of_break(label, tail);
    }
    flatten_end(block);
}

/// Whether every way through ends in `break 'label value`, or does not end.
fn ends_with_break(label: &str, expr: &Expr) -> bool {
    let block = |block: &Block| match (&block.tail, block.stmts.last()) {
        (Some(tail), _) => ends_with_break(label, tail),
        (None, Some(Stmt::Expr(last))) => ends_with_break(label, last),
        _ => false,
    };
    match expr {
        Expr::Break(Some(name), Some(_)) => name == label,
        Expr::If(_, then, Some(otherwise)) | Expr::IfLet(_, _, then, Some(otherwise)) => {
            block(then) && ends_with_break(label, otherwise)
        }
        Expr::Block(inner) => block(inner),
        Expr::Match(_, arms) => !arms.is_empty() && arms.iter().all(|arm| ends_with_break(label, &arm.body)),
        _ => false,
    }
}

fn value_of_break(label: &str, expr: &mut Expr) {
    match expr {
        Expr::Break(Some(name), Some(value)) if name == label => {
            *expr = std::mem::replace(value, Expr::unit());
        }
        Expr::If(_, then, Some(otherwise)) | Expr::IfLet(_, _, then, Some(otherwise)) => {
            end_with_value(label, then);
            value_of_break(label, otherwise);
        }
        Expr::Block(block) => end_with_value(label, block),
        Expr::Match(_, arms) => {
            arms.iter_mut().for_each(|arm| value_of_break(label, &mut arm.body));
        }
        _ => {}
    }
}

/// `if a { if b { … } }` is `if a && b { … }`.
fn nested_if(test: Expr, mut then: Block) -> Expr {
    let only = match (then.stmts.as_mut_slice(), &mut then.tail) {
        ([], Some(only)) => Some(&mut **only),
        ([Stmt::Expr(only)], None) => Some(only),
        _ => None,
    };
    if let Some(Expr::If(inner, body, None)) = only {
        let inner = std::mem::replace(&mut **inner, Expr::unit());
        let body = std::mem::take(body);
        return Expr::If(Box::new(Expr::binary(BinOp::And, test, inner)), body, None);
    }
    Expr::If(Box::new(test), then, None)
}

/// A `while` whose body never comes to its end and never goes on is an `if`.
fn straight_while(test: Expr, label: Option<String>, body: Block) -> Expr {
    if block_never_ends(&body) && !Breaks::jump(label.as_deref(), &body) {
        return Expr::If(Box::new(test), body, None);
    }
    Expr::While(label, Box::new(test), body)
}

/// `f(a(), raise(), b())` is `{ a(); raise() }`.
fn cut_parts(mut expr: Expr) -> Expr {
    if matches!(expr, Expr::Binary(BinOp::And | BinOp::Or, ..)) {
        return expr;
    }
    let mut parts = super::parts(&mut expr);
    let Some(last) = parts.iter().position(|part| never_ends(part)) else { return expr };
    let mut taken: Vec<Expr> =
        parts.iter_mut().take(last + 1).map(|part| std::mem::replace(*part, Expr::unit())).collect();
    let tail = taken.pop().map(Box::new);
    let effects = taken.into_iter().filter(|part| !super::is_pure(part));
    let stmts =
        effects.map(|part| Stmt::Let { pat: Pat::Wild, ty: None, init: Some(part) }).collect::<Vec<_>>();
    Block { stmts, tail }.into_expr()
}

/// Drops what follows a statement that control does not come out of.
fn cut(block: &mut Block) {
    let ends = |stmt: &Stmt| match stmt {
        Stmt::Expr(expr) => never_ends(expr),
        Stmt::Let { init, .. } => init.as_ref().is_some_and(Expr::diverges),
        Stmt::LetElse(..) => false,
    };
    let Some(last) = block.stmts.iter().position(ends) else { return };
    block.stmts.truncate(last + 1);
    block.tail = None;
    if let Some(Stmt::Let { init, .. }) = block.stmts.last_mut()
        && let Some(init) = init.take()
    {
        block.stmts.pop();
        block.stmts.push(Stmt::Expr(init));
    }
    // The value of a block that has none: the way out itself.
    if let Some(Stmt::Expr(expr)) = block.stmts.pop() {
        match expr {
            Expr::Block(inner) => {
                block.stmts.extend(inner.stmts);
                block.tail = inner.tail;
            }
            expr => block.stmts.push(Stmt::Expr(expr)),
        }
    }
}

/// `{ a; { b; c } }` is `{ a; b; c }`.
fn flatten_end(block: &mut Block) {
    match block.tail.take().map(|tail| *tail) {
        Some(Expr::Block(inner)) => {
            block.stmts.extend(inner.stmts);
            block.tail = inner.tail;
        }
        tail => block.tail = tail.map(Box::new),
    }
}

/// The value of a function that returns `Result`: `Ok(f()?)` is `f()`.
fn end(expr: &mut Expr) {
    match expr {
        Expr::Return(Some(value)) => end(value),
        Expr::Block(block) => end_of_block(block),
        Expr::If(_, then, otherwise) | Expr::IfLet(_, _, then, otherwise) => {
            end_of_block(then);
            otherwise.iter_mut().for_each(|otherwise| end(otherwise));
        }
        Expr::Match(_, arms) => arms.iter_mut().for_each(|arm| end(&mut arm.body)),
        Expr::Call(callee, args) => {
            let is_ok = matches!(&**callee, Expr::Path(Path::Local(name)) if name == "Ok");
            if let ([Expr::Try(inner)], true) = (args.as_mut_slice(), is_ok) {
                *expr = std::mem::replace(inner, Expr::unit());
            }
        }
        _ => {}
    }
}

fn end_of_block(block: &mut Block) {
    /// The `return`s in the middle.
    struct Returns;
    impl VisitMut for Returns {
        fn expr(&mut self, expr: &mut Expr) {
            if let Expr::Return(Some(value)) = expr {
                end(value);
            }
            walk_expr_mut(self, expr);
        }
        fn closure(&mut self, _: &mut Closure) {
            // Its returns are its own.
        }
    }
    if let Some(tail) = &mut block.tail {
        end(tail);
    }
    Returns.block(block);
}
