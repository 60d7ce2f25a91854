//! Generators that are one loop whose rounds end with what they yield: a closure that takes the next step, without a
//! coroutine.
//!
//! ```text
//! Generator::new(move |co| async move {             Generator::stepping(move || {
//!     for x in source.clone() {                         for x in source.by_ref() {
//!         if x? > 0 { co.yield_(x?).await?; }               if x? > 0 { return Ok(Some(x?)); }
//!     }                                                 }
//!     Ok(())                                            Ok(None)
//! })                                                })
//! ```
//!
//! What a round does after its `yield` is done at the start of the next step, or at once where nobody notices:
//!
//! ```text
//! loop { co.yield_(n).await?; note(n); }            if is_resumed { note(n); }
//!                                                   is_resumed = true;
//!                                                   Ok(Some(n))
//! loop { co.yield_(n).await?; n += 1; }             let item_ = n;
//!                                                   n += 1;
//!                                                   Ok(Some(item_))
//! ```

use super::mentions::Mentions;
use super::resolve::{bound, variable};
use super::{is_named, is_pure};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut};
use crate::rir::{BinOp, Block, Closure, Expr, Fn, Pat, Path, Stmt, Ty};

/// Rewrites the generator that `func` makes, where it is one of those.
pub(super) fn run(func: &mut Fn) {
    let sources = Sources::of(func);
    let Some(tail) = func.body.tail.as_deref_mut() else { return };
    let Some((co, block)) = coroutine(tail) else { return };
    let Some(stepped) = stepped(&co, block, &sources) else { return };
    let Stepped { before, takes, step } = stepped;
    if let Some(source) = takes {
        for param in &mut func.params {
            param.is_mut |= param.name == source;
        }
    }
    func.body.stmts.extend(before);
    let closure = Closure { params: Vec::new(), ret: None, body: Box::new(Expr::Block(step)), is_move: true };
    *tail = Expr::call(Path::Rt("Generator").assoc("stepping"), vec![Expr::Closure(closure)]);
}

/// The handle and the body of `Generator::new(move |co| async move { … })`.
fn coroutine(expr: &Expr) -> Option<(String, &Block)> {
    let Expr::Call(callee, args) = expr else { return None };
    let is_new = matches!(&**callee, Expr::Path(Path::Assoc(of, name))
        if **of == Path::Rt("Generator") && name == "new");
    match args.as_slice() {
        [Expr::Closure(Closure { params, body, .. })] if is_new => match (params.as_slice(), &**body) {
            ([(Pat::Bind(co, _), _)], Expr::AsyncMove(block)) => Some((co.clone(), block)),
            _ => None,
        },
        _ => None,
    }
}

struct Stepped {
    /// What the closure captures.
    before: Vec<Stmt>,
    /// A parameter that the closure takes items from.
    takes: Option<String>,
    step: Block,
}

fn stepped(co: &str, block: &Block, sources: &Sources) -> Option<Stepped> {
    let is_end = matches!(block.tail.as_deref(), Some(Expr::Call(callee, args))
        if is_named(callee, "Ok") && matches!(args.as_slice(), [Expr::Tuple(parts)] if parts.is_empty()));
    let (round, lets, last) = match (block.tail.as_deref(), block.stmts.split_last()) {
        (Some(round @ Expr::Loop(..)), _) => (round, block.stmts.as_slice(), &[][..]),
        (None, Some((Stmt::Expr(round @ Expr::Loop(..)), lets))) => (round, lets, &[][..]),
        _ if is_end => {
            let at = block.stmts.iter().rposition(|stmt| Mentions::in_stmt(co, stmt))?;
            let Stmt::Expr(round) = &block.stmts[at] else { return None };
            (round, &block.stmts[..at], &block.stmts[at + 1..])
        }
        _ => return None,
    };
    let is_simple = |stmt: &Stmt| matches!(stmt, Stmt::Let { init: Some(init), .. } if is_pure(init));
    if !lets.iter().all(is_simple) {
        return None;
    }
    let mut before = lets.to_vec();
    let mut takes = None;
    let (test, mut body, source) = match round {
        Expr::For(None, pat, iter, body) => {
            let source = match &**iter {
                Expr::Range(Some(start), Some(end)) if is_pure(start) && is_pure(end) => {
                    before.push(source(iter, "range_@step"));
                    "range_@step".to_owned()
                }
                // It looks at the list each time, and text stays as it is.
                Expr::Method(items, name, _, args)
                    if name == "iter" && args.is_empty() && sources.is_iterable(items) =>
                {
                    before.push(source(iter, "items_@step"));
                    "items_@step".to_owned()
                }
                // Clones of a generator take from one source.
                iter => {
                    let name = variable(iter.clone_of()?)?.to_owned();
                    if !sources.iterators.contains(&name) {
                        return None;
                    }
                    let is_asked = |stmt: &Stmt| Mentions::in_stmt(&name, stmt);
                    if lets.iter().chain(&body.stmts).any(is_asked) || body.tail.is_some() {
                        before.push(source(iter, "items_@step"));
                        "items_@step".to_owned()
                    } else {
                        takes = Some(name.clone());
                        name
                    }
                }
            };
            (None, body.clone(), Some((pat.clone(), source)))
        }
        Expr::While(None, test, body) => (Some((**test).clone()), body.clone(), None),
        Expr::Loop(None, body) => (None, body.clone(), None),
        _ => return None,
    };
    let head = |body: Block, test: Option<Expr>| match (&source, test) {
        (Some((pat, source)), _) => {
            let items = Expr::local(source.clone()).method("by_ref", Vec::new());
            Expr::For(None, pat.clone(), Box::new(items), body)
        }
        (None, Some(test)) => Expr::While(None, Box::new(test), body),
        (None, None) => Expr::Loop(None, body),
    };
    let ends = source.is_some() || test.is_some();
    // What comes after the loop, and the end.
    let mut end = Block { stmts: last.to_vec(), tail: None };
    returned(&mut end);
    if !last.is_empty() && (!ends || breaks(&body)) {
        return None;
    }
    ended(&mut body);
    let yields = Yields::of(co, &body);
    if yields.mentions != yields.found
        || yields.found == 0
        || test.as_ref().is_some_and(|test| Mentions::in_expr(co, test))
    {
        return None;
    }
    // A round that always yields is no loop.
    let is_straight = body.tail.is_none()
        && body.stmts.last().is_some_and(|stmt| yielded(co, stmt).is_some())
        && yields.found == 1
        && !leaves_round(&body);
    if !is_straight && ends_rounds(co, &mut body) {
        returned(&mut body);
        let round = head(body, test);
        let step = if ends {
            let stmts = std::iter::once(Stmt::Expr(round)).chain(end.stmts).collect();
            Block { stmts, tail: Some(Box::new(none())) }
        } else {
            Block::of(round)
        };
        return Some(Stepped { before, takes, step });
    }
    // One `yield`, with more after it.
    let at = body.stmts.iter().position(|stmt| yielded(co, stmt).is_some())?;
    if yields.found != 1 || body.tail.is_some() {
        return None;
    }
    let mut after: Vec<Stmt> = body.stmts.drain(at..).collect();
    let value = yielded(co, &after.remove(0))?.clone();
    let own: Vec<String> =
        body.stmts.iter().flat_map(bound_by).chain(source.iter().flat_map(|(pat, _)| bound(pat))).collect();
    let names_own = |stmt: &Stmt| own.iter().any(|name| Mentions::in_stmt(name, stmt));
    let mut after = Block { stmts: after, tail: None };
    if leaves_round(&after) || leaves_round(&body) {
        return None;
    }
    let mut value = value;
    let mut stmts = Vec::new();
    returned(&mut body);
    if after.stmts.iter().all(is_quiet) {
        if !after.stmts.is_empty() {
            let item = "item_@step".to_owned();
            body.stmts.push(Stmt::Let { pat: Pat::Bind(item.clone(), false), ty: None, init: Some(value) });
            body.stmts.append(&mut after.stmts);
            value = Expr::local(item);
        }
    } else {
        if after.stmts.iter().any(names_own) {
            return None;
        }
        returned(&mut after);
        let resumed = "is_resumed@step".to_owned();
        let init = Some(Expr::Bool(false));
        before.push(Stmt::Let { pat: Pat::Bind(resumed.clone(), true), ty: None, init });
        stmts.push(Stmt::Expr(Expr::If(Box::new(Expr::local(resumed.clone())), after, None)));
        stmts.push(Stmt::Expr(Expr::Assign(Box::new(Expr::local(resumed)), Box::new(Expr::Bool(true)))));
    }
    match (&source, test) {
        (Some((pat, source)), _) => {
            let next = Expr::local(source.clone()).method("next", Vec::new());
            end.stmts.push(Stmt::Expr(Expr::Return(Some(Box::new(none())))));
            stmts.push(Stmt::LetElse(Pat::Call(Path::local("Some"), vec![pat.clone()]), Box::new(next), end));
        }
        (None, Some(test)) => {
            let round = Block { stmts: body.stmts, tail: Some(Box::new(some(value))) };
            end.tail = Some(Box::new(none()));
            let tail = Expr::If(Box::new(test), round, Some(Box::new(Expr::Block(end))));
            return Some(Stepped { before, takes, step: Block { stmts, tail: Some(Box::new(tail)) } });
        }
        (None, None) => {}
    }
    stmts.extend(body.stmts);
    Some(Stepped { before, takes, step: Block { stmts, tail: Some(Box::new(some(value))) } })
}

/// Whether nobody notices that a statement is done already before the next step: it only computes what a variable of the
/// generator will be, and cannot trap but where a count does not end.
fn is_quiet(stmt: &Stmt) -> bool {
    fn is_place(expr: &Expr) -> bool {
        match expr {
            Expr::Tuple(parts) => parts.iter().all(is_place),
            place => variable(place).is_some(),
        }
    }
    fn is_shared(expr: &Expr) -> bool {
        matches!(expr, Expr::Ref(value) if variable(value).is_some())
    }
    fn is_computed(expr: &Expr) -> bool {
        match expr {
            Expr::Tuple(parts) => parts.iter().all(is_computed),
            // Of integers of any size, and of what else is lent.
            Expr::Binary(BinOp::Add | BinOp::Sub | BinOp::Mul, left, right) if is_shared(left) => {
                is_shared(right) || right.is_literal()
            }
            Expr::Binary(BinOp::Add | BinOp::Sub, left, right) => {
                is_small(right) && variable(left).is_some() || is_small(left) && variable(right).is_some()
            }
            other => {
                is_small(other) || matches!(other, Expr::Bool(_)) || {
                    variable(other.clone_of().unwrap_or(other)).is_some()
                }
            }
        }
    }
    fn is_small(expr: &Expr) -> bool {
        matches!(expr, Expr::Int(-65536..=65536, _) | Expr::Float(_))
    }
    match stmt {
        Stmt::Expr(Expr::Assign(place, value)) => is_place(place) && is_computed(value),
        Stmt::Expr(Expr::AssignOp(op, place, value)) => {
            let is_done = match op {
                BinOp::Add | BinOp::Sub => is_shared(value) || is_small(value),
                BinOp::Mul => is_shared(value),
                _ => false,
            };
            is_done && variable(place).is_some()
        }
        _ => false,
    }
}

/// What a function may take items from.
struct Sources {
    /// Parameters that are iterators.
    iterators: Vec<String>,
    /// Parameters whose iterator may be made before the first step.
    iterables: Vec<String>,
}

impl Sources {
    fn of(func: &Fn) -> Self {
        let of = |is_one: fn(&str) -> bool| {
            let params = func.params.iter().filter(|param| match &param.ty {
                Ty::Named(Path::Rt(name), _) => is_one(name),
                _ => false,
            });
            params.map(|param| param.name.clone()).collect()
        };
        Sources {
            iterators: of(|name| matches!(name, "Generator" | "Iter")),
            iterables: of(|name| matches!(name, "List" | "Str" | "Tuple")),
        }
    }

    fn is_iterable(&self, items: &Expr) -> bool {
        variable(items).is_some_and(|name| self.iterables.iter().any(|param| param == name))
    }
}

/// `let mut name = iter;`.
fn source(iter: &Expr, name: &str) -> Stmt {
    Stmt::Let { pat: Pat::Bind(name.to_owned(), true), ty: None, init: Some(iter.clone()) }
}

/// `Ok(None)`.
fn none() -> Expr {
    crate::lower::raise::ok(Expr::local("None"))
}

/// `Ok(Some(value))`.
fn some(value: Expr) -> Expr {
    crate::lower::raise::ok(Expr::call(Path::local("Some"), vec![value]))
}

/// The value of `co.yield_(value).await?;`.
fn yielded<'s>(co: &str, stmt: &'s Stmt) -> Option<&'s Expr> {
    let value = match stmt {
        Stmt::Expr(Expr::Try(value)) => value,
        // What it is sent goes nowhere.
        Stmt::Let { pat: Pat::Wild, init: Some(Expr::Method(sent, name, _, _)), .. } if name == "flatten" => {
            match &**sent {
                Expr::Try(value) => value,
                _ => return None,
            }
        }
        _ => return None,
    };
    let Expr::Await(call) = &**value else { return None };
    match &**call {
        Expr::Method(receiver, name, _, args) if name == "yield_" && variable(receiver) == Some(co) => {
            args.first()
        }
        _ => None,
    }
}

fn bound_by(stmt: &Stmt) -> Vec<String> {
    match stmt {
        Stmt::Let { pat, .. } | Stmt::LetElse(pat, ..) => bound(pat),
        Stmt::Expr(_) => Vec::new(),
    }
}

/// How often the handle is named, and how often in a statement that yields.
struct Yields<'n> {
    co: &'n str,
    mentions: usize,
    found: usize,
}

impl<'n> Yields<'n> {
    fn of(co: &'n str, body: &Block) -> Self {
        let mut yields = Yields { co, mentions: 0, found: 0 };
        yields.block(body);
        yields
    }
}

impl Visit for Yields<'_> {
    fn expr(&mut self, expr: &Expr) {
        self.mentions += usize::from(variable(expr) == Some(self.co));
        walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.found += usize::from(yielded(self.co, stmt).is_some());
        crate::rir::visit::walk_stmt(self, stmt);
    }
}

/// Makes the yields at the ends of a round returns; `false`, and the body as it was, where others are left.
fn ends_rounds(co: &str, body: &mut Block) -> bool {
    let mut changed = body.clone();
    end(co, &mut changed);
    let is_done = Yields::of(co, &changed).mentions == 0;
    if is_done {
        *body = changed;
    }
    is_done
}

fn end(co: &str, block: &mut Block) {
    if let Some(tail) = &mut block.tail {
        return branches(co, tail);
    }
    let Some(last) = block.stmts.last_mut() else { return };
    if let Some(value) = yielded(co, last) {
        *last = Stmt::Expr(Expr::Return(Some(Box::new(some(value.clone())))));
    } else if let Stmt::Expr(expr) = last {
        branches(co, expr);
    }
}

fn branches(co: &str, expr: &mut Expr) {
    match expr {
        Expr::Block(block) => end(co, block),
        Expr::If(_, then, otherwise) | Expr::IfLet(_, _, then, otherwise) => {
            end(co, then);
            otherwise.iter_mut().for_each(|otherwise| branches(co, otherwise));
        }
        Expr::Match(_, arms) => arms.iter_mut().for_each(|arm| branches(co, &mut arm.body)),
        _ => {}
    }
}

/// What left the generator leaves the step: `return Ok(())` is `return Ok(None)`.
fn returned(block: &mut Block) {
    struct Returned;
    impl VisitMut for Returned {
        fn expr(&mut self, expr: &mut Expr) {
            walk_expr_mut(self, expr);
            if let Expr::Return(Some(value)) = expr
                && let Expr::Call(callee, args) = &**value
                && is_named(callee, "Ok")
                && matches!(args.as_slice(), [Expr::Tuple(parts)] if parts.is_empty())
            {
                **value = none();
            }
        }

        fn closure(&mut self, _: &mut Closure) {}
    }
    Returned.block(block);
}

/// Whether a round may end the loop.
fn breaks(body: &Block) -> bool {
    let mut changed = body.clone();
    ended(&mut changed)
}

/// The end of the loop is that of the generator.
fn ended(body: &mut Block) -> bool {
    struct Ended(bool);
    impl VisitMut for Ended {
        fn expr(&mut self, expr: &mut Expr) {
            if matches!(expr, Expr::Break(None, None)) {
                *expr = Expr::Return(Some(Box::new(none())));
                self.0 = true;
            } else if !is_loop(expr) {
                walk_expr_mut(self, expr);
            }
        }

        fn closure(&mut self, _: &mut Closure) {}
    }
    let mut ended = Ended(false);
    ended.block(body);
    ended.0
}

/// Those of another loop are its own.
fn is_loop(expr: &Expr) -> bool {
    matches!(expr, Expr::For(..) | Expr::While(..) | Expr::WhileLet(..) | Expr::Loop(..))
}

/// Whether a part of a round ends it.
fn leaves_round(block: &Block) -> bool {
    struct Leaves(bool);
    impl Visit for Leaves {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= matches!(expr, Expr::Continue(None));
            if !is_loop(expr) {
                walk_expr(self, expr);
            }
        }

        fn closure(&mut self, _: &Closure) {}
    }
    let mut leaves = Leaves(false);
    leaves.block(block);
    leaves.0
}
