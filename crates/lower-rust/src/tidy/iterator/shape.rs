//! How an iterator is written, once its step is an `Option`.
//!
//! ```text
//! let x = xs.next()?; Some(f(x))                                  xs.map(move |x| f(x))
//! let x = xs.next()?; note(x); Some(x)                            xs.inspect(|&x| note(x))
//! for x in xs.by_ref() { if f(x) { return Some(x); } } None       xs.filter(move |&x| f(x))
//! step                                                            iter::from_fn(move || step)
//! ```

use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr};
use crate::rir::{BinOp, Block, Closure, Expr, Fn, Pat, Path, Stmt, Ty, UnOp};
use crate::tidy::mentions::Counts;
use crate::tidy::own::is_copied;
use crate::tidy::resolve::{captured, variable};
use crate::tidy::{is_named, is_pure};

/// The iterator of `step`, whose items are of a type; `is_asked` again after its end. What it goes over may leave the
/// statements of `func`.
pub(super) fn iterator(func: &mut Fn, mut step: Block, item: &Ty, is_asked: bool) -> Expr {
    if let Some(mapped) = mapped(func, &step, item) {
        return mapped;
    }
    if let Some(filtered) = filtered(func, &step, item) {
        return filtered;
    }
    if finds(&step) {
        func.expects.push("clippy::manual_find");
    }
    let stays_ended = stays_ended(&step);
    Questions.block(&mut step);
    let closure = Closure { params: Vec::new(), ret: None, body: Box::new(step.into_expr()), is_move: true };
    let from_fn = Expr::call(Path::Std("std::iter::from_fn"), vec![Expr::Closure(closure)]);
    if is_asked && !stays_ended { from_fn.method("fuse", Vec::new()) } else { from_fn }
}

/// What a step asks first for an item, which it names nowhere else: its name, and the pattern of the item.
fn asked(stmt: &Stmt) -> Option<(&str, &Pat)> {
    let Stmt::LetElse(Pat::Call(Path::Local(some), parts), value, otherwise) = stmt else { return None };
    let Expr::Method(source, next, _, args) = &**value else { return None };
    let is_next = some == "Some" && next == "next" && args.is_empty() && is_end(otherwise);
    match parts.as_slice() {
        [pat] if is_next => Some((variable(source)?, pat)),
        _ => None,
    }
}

/// `{ return None; }`.
fn is_end(block: &Block) -> bool {
    let returned = match (block.stmts.as_slice(), &block.tail) {
        ([Stmt::Expr(Expr::Return(Some(value)))], None) => value,
        ([], Some(tail)) => match &**tail {
            Expr::Return(Some(value)) => value,
            _ => return false,
        },
        _ => return false,
    };
    is_named(returned, "None")
}

fn mapped(func: &mut Fn, step: &Block, item: &Ty) -> Option<Expr> {
    let (first, rest) = step.stmts.split_first()?;
    let (source, pat) = asked(first)?;
    let value = some(step.tail.as_deref()?)?;
    let rest = Block { stmts: rest.to_vec(), tail: Some(Box::new(value.clone())) };
    let whole = Expr::Block(rest.clone());
    if Counts::of(&whole).0.contains_key(source) || returns(&whole) {
        return None;
    }
    if let Pat::Bind(name, is_mut) = pat
        && variable(value) == Some(name)
    {
        if rest.stmts.is_empty() {
            return whole_source(func, source);
        }
        // Others would be borrowed while something is done beside them.
        if *is_mut || !is_copied(item) {
            return None;
        }
        let body = Block { stmts: rest.stmts, tail: None };
        let look = closure(Pat::Ref(Box::new(pat.clone())), body);
        return Some(whole_source(func, source)?.method("inspect", vec![look]));
    }
    let source = whole_source(func, source)?;
    Some(source.method("map", vec![closure(pat.clone(), rest)]))
}

/// Of items that are copied: others would be borrowed while they are looked at.
fn filtered(func: &mut Fn, step: &Block, item: &Ty) -> Option<Expr> {
    let [Stmt::Expr(Expr::For(None, Pat::Bind(name, _), iter, body))] = step.stmts.as_slice() else {
        return None;
    };
    if !step.tail.as_deref().is_some_and(|tail| is_named(tail, "None")) || !is_copied(item) {
        return None;
    }
    let Expr::Method(source, by_ref, _, _) = &**iter else { return None };
    let source = variable(source).filter(|_| by_ref == "by_ref")?;
    let test = found(body, name)?;
    if Counts::of(test).0.contains_key(source) || returns(test) || crate::rir::visit::assigns(test) {
        return None;
    }
    let pat = Pat::Ref(Box::new(Pat::Bind(name.clone(), false)));
    let test = closure(pat, Block::of(test.clone()));
    Some(whole_source(func, source)?.method("filter", vec![test]))
}

/// The test of `if test { return Some(name); }`, a body of a loop.
fn found<'b>(body: &'b Block, name: &str) -> Option<&'b Expr> {
    let only = match (body.stmts.as_slice(), body.tail.as_deref()) {
        ([Stmt::Expr(only)], None) | ([], Some(only)) => only,
        _ => return None,
    };
    let Expr::If(test, then, None) = only else { return None };
    let returned = match (then.stmts.as_slice(), then.tail.as_deref()) {
        ([Stmt::Expr(Expr::Return(Some(value)))], None) => value,
        ([], Some(Expr::Return(Some(value)))) => value,
        _ => return None,
    };
    (variable(some(returned)?) == Some(name)).then_some(test)
}

/// Whether Clippy would have the step be a `find`.
fn finds(step: &Block) -> bool {
    match (step.stmts.as_slice(), step.tail.as_deref()) {
        ([Stmt::Expr(Expr::For(None, Pat::Bind(name, _), _, body))], Some(tail)) => {
            is_named(tail, "None") && found(body, name).is_some()
        }
        _ => false,
    }
}

/// What a variable goes over: a parameter, or what the function sets it to before the step.
fn whole_source(func: &mut Fn, name: &str) -> Option<Expr> {
    if let Some(param) = func.params.iter_mut().find(|param| param.name == name) {
        param.is_mut = false;
        return Some(Expr::local(name));
    }
    let is_it = |stmt: &Stmt| matches!(stmt, Stmt::Let { pat: Pat::Bind(bound, _), .. } if bound == name);
    let at = func.body.stmts.iter().position(is_it)?;
    match func.body.stmts.remove(at) {
        Stmt::Let { init: Some(init), .. } => Some(init),
        _ => None,
    }
}

fn closure(pat: Pat, body: Block) -> Expr {
    let mut closure =
        Closure { params: vec![(pat, None)], ret: None, body: Box::new(body.into_expr()), is_move: true };
    closure.is_move = !captured(&Block::of(Expr::Closure(closure.clone()))).is_empty();
    Expr::Closure(closure)
}

/// The `value` of `Some(value)`.
fn some(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Call(callee, args) if is_named(callee, "Some") => args.first(),
        _ => None,
    }
}

fn returns(expr: &Expr) -> bool {
    struct Returns(bool);
    impl Visit for Returns {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= matches!(expr, Expr::Return(_) | Expr::Try(_));
            walk_expr(self, expr);
        }

        fn closure(&mut self, _: &Closure) {}
    }
    let mut found = Returns(false);
    found.expr(expr);
    found.0
}

/// Whether a step that ended ends again: it ends only where what it goes over has, and does nothing before.
fn stays_ended(step: &Block) -> bool {
    struct Ends(usize);
    impl Visit for Ends {
        fn expr(&mut self, expr: &Expr) {
            self.0 += usize::from(is_named(expr, "None"));
            walk_expr(self, expr);
        }

        fn closure(&mut self, _: &Closure) {}
    }
    let mut ends = Ends(0);
    ends.block(step);
    let is_last = |stmts: &[Stmt]| match stmts {
        [] => step.tail.as_deref().is_some_and(|tail| match tail {
            Expr::If(test, _, Some(otherwise)) => {
                is_compared(test)
                    && match &**otherwise {
                        Expr::Block(block) => block.stmts.is_empty(),
                        other => is_named(other, "None"),
                    }
            }
            _ => false,
        }),
        [Stmt::Expr(Expr::For(..))] => true,
        [first, ..] => asked(first).is_some(),
    };
    ends.0 == 0 || ends.0 == 1 && is_last(&step.stmts)
}

/// Whether a test compares what stands there and changes nothing.
fn is_compared(test: &Expr) -> bool {
    match test {
        Expr::Binary(op, left, right) => {
            (op.is_comparison() || matches!(op, BinOp::And | BinOp::Or))
                && is_compared(left)
                && is_compared(right)
        }
        Expr::Unary(UnOp::Deref | UnOp::Not | UnOp::Neg, value) => is_compared(value),
        other => is_pure(other),
    }
}

/// `let Some(x) = xs.next() else { return None };` is `let x = xs.next()?;`.
struct Questions;

impl VisitMut for Questions {
    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        for stmt in &mut block.stmts {
            if asked(stmt).is_none() {
                continue;
            }
            if let Stmt::LetElse(Pat::Call(_, parts), value, _) = stmt
                && let Some(pat) = parts.pop()
            {
                let next = value.clone().tried();
                *stmt = match pat {
                    Pat::Wild => Stmt::Expr(next),
                    pat => Stmt::Let { pat, ty: None, init: Some(next) },
                };
            }
        }
    }

    fn closure(&mut self, _: &mut Closure) {}
}
