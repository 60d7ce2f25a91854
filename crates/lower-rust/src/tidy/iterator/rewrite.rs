//! Writes generators as iterators.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Moved, Plain, call_of, generated, item_of, looped, next_of, result_of, shape, step, values_of};
use crate::rir::visit::{VisitMut, walk_block_mut, walk_closure_mut, walk_expr_mut, walk_stmt_mut};
use crate::rir::{Block, Closure, Expr, Fn, Item, Pat, Path, Stmt, Ty};
use crate::tidy::mentions::Mentions;
use crate::tidy::resolve::variable;
use crate::tidy::{is_named, patterns};

pub(super) fn run(items: &mut [Item], plain: &Plain) {
    let mut at = 0;
    for item in items {
        let funcs = match item {
            Item::Fn(func) => std::slice::from_mut(func),
            Item::Impl(item) => item.fns.as_mut_slice(),
            _ => continue,
        };
        for func in funcs {
            function(func, at, plain);
            at += 1;
        }
    }
}

fn function(func: &mut Fn, at: usize, plain: &Plain) {
    let variables = &plain.variables[at];
    let is_maker = plain.makers.contains(&func.name);
    let aliases = plain.aliases[at].iter().filter(|(alias, _)| variables.contains(*alias));
    OneName { names: aliases.collect() }.block(&mut func.body);
    let moved = Moved::of(func);
    let mut rewrite =
        Rewrite { plain, variables, moved, depth: 0, items: FxHashSet::default(), changed: false };
    rewrite.block(&mut func.body);
    let changed = rewrite.changed;
    for (param, is_one) in func.params.iter_mut().zip(plain.params.get(&func.name).into_iter().flatten()) {
        if let (true, Some(item)) = (*is_one, generated(&param.ty)) {
            param.ty = Ty::Iterator(Box::new(item.clone()));
            param.is_mut = true;
        }
    }
    if changed {
        Named.block(&mut func.body);
        patterns::run(func);
    }
    if is_maker {
        maker(func, plain.asked.contains(&func.name));
    }
}

/// The step gives an `Option`, and the function an iterator.
fn maker(func: &mut Fn, is_asked: bool) {
    let Some(item) = func.ret.as_ref().and_then(generated).cloned() else { return };
    let Some(closure) = func.body.tail.as_deref().and_then(step) else { return };
    let mut body = (*closure.body).clone();
    Values.expr(&mut body);
    value(&mut body);
    let body = match body {
        Expr::Block(block) => block,
        other => Block::of(other),
    };
    let tail = shape::iterator(func, body, &item, is_asked);
    func.body.tail = Some(Box::new(tail));
    func.ret = Some(Ty::Iterator(Box::new(item)));
}

/// One name for an iterator that had several.
struct OneName<'p> {
    names: FxHashMap<&'p String, &'p String>,
}

impl VisitMut for OneName<'_> {
    fn block(&mut self, block: &mut Block) {
        block.stmts.retain(|stmt| match stmt {
            Stmt::Let { pat: Pat::Bind(name, _), init: Some(_), .. } => !self.names.contains_key(name),
            _ => true,
        });
        walk_block_mut(self, block);
    }

    fn expr(&mut self, expr: &mut Expr) {
        if let Some(of) = variable(expr).and_then(|name| self.names.iter().find(|(alias, _)| **alias == name))
        {
            *expr = Expr::local((*of.1).clone());
        }
        walk_expr_mut(self, expr);
    }
}

/// Items in the place of results.
struct Rewrite<'a> {
    plain: &'a Plain,
    variables: &'a FxHashSet<String>,
    moved: FxHashSet<String>,
    depth: usize,
    /// Variables that held results.
    items: FxHashSet<String>,
    changed: bool,
}

impl Rewrite<'_> {
    fn is_plain(&self, name: Option<&str>) -> bool {
        name.is_some_and(|name| self.variables.contains(name))
    }

    /// What a loop goes over, `by_ref` where somebody asks it again.
    fn source(&self, expr: &Expr) -> Option<Expr> {
        if let Some(name) = variable(expr) {
            let is_last = self.depth == 0 && self.moved.contains(name);
            let whole = Expr::local(name);
            return self.is_plain(Some(name)).then(|| match is_last {
                true => whole,
                false => whole.method("by_ref", Vec::new()),
            });
        }
        self.is_made(expr).then(|| expr.clone())
    }

    fn hold(&mut self, pat: &Pat) {
        if let Pat::Bind(name, _) = pat {
            self.items.insert(name.clone());
        }
        self.changed = true;
    }

    /// A call of a maker, of which only the arguments are rewritten.
    fn arguments(&mut self, expr: &mut Expr) {
        let Some((name, args)) = call_of(expr) else { return };
        let plain: Vec<bool> = (0..args.len()).map(|at| self.plain.is_param(name, at)).collect();
        let Expr::Call(_, args) = expr else { return };
        for (arg, is_one) in args.iter_mut().zip(plain) {
            if is_one && variable(arg).is_none() { self.arguments(arg) } else { self.expr(arg) }
        }
    }

    fn is_made(&self, expr: &Expr) -> bool {
        call_of(expr).is_some_and(|(name, _)| self.plain.makers.contains(name))
    }

    fn next(&mut self, pat: &Pat, value: &Expr) {
        if self.is_plain(next_of(value, "next"))
            && let Some(item) = item_of(pat)
        {
            self.hold(item);
        }
    }
}

impl VisitMut for Rewrite<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Method(receiver, name, _, args)
                if matches!(name.as_str(), "values" | "into_values") && args.is_empty() =>
            {
                if let Some(source) = self.source(receiver) {
                    *expr = source;
                    return self.arguments(expr);
                }
            }
            Expr::Method(receiver, name, _, _)
                if matches!(name.as_str(), "to_iter" | "into_handle") && self.is_made(receiver) =>
            {
                self.arguments(receiver);
                let items = std::mem::replace(&mut **receiver, Expr::unit());
                *expr = Expr::call(Path::Rt("Iter").assoc("of"), vec![items]);
                return;
            }
            Expr::Call(..) if call_of(expr).is_some() => {
                self.arguments(expr);
                if self.is_made(expr) {
                    let made = std::mem::replace(expr, Expr::unit());
                    *expr = Expr::call(Path::Rt("Generator").assoc("over"), vec![made]);
                }
                return;
            }
            Expr::Method(receiver, name, _, args)
                if args.is_empty()
                    && let Some(of) = variable(receiver) =>
            {
                let next = match name.as_str() {
                    "next_or_end" => Expr::local(of).method("next", Vec::new()),
                    // It raises at the end.
                    "next_item" | "try_next_item" => {
                        let items = Expr::RefMut(Box::new(Expr::local(of)));
                        Expr::call(Path::RtIn("builtins", name.clone()), vec![items])
                    }
                    _ => return,
                };
                if self.is_plain(Some(of)) {
                    *expr = next;
                }
                return;
            }
            Expr::For(label, pat, iter, body) => {
                let of = looped(iter);
                let values = values_of(iter).map(Expr::local);
                if let Some(name) = variable(values.as_ref().unwrap_or(of))
                    && self.is_plain(Some(name))
                    && Mentions::in_expr(name, &Expr::Block(body.clone()))
                {
                    // The loop itself must not hold it.
                    let next = Box::new(Expr::local(name).method("next", Vec::new()));
                    if values.is_none() {
                        self.hold(pat);
                    }
                    self.block(body);
                    let pat = Pat::Call(Path::local("Some"), vec![pat.clone()]);
                    *expr = Expr::WhileLet(label.take(), pat, next, std::mem::take(body));
                    return;
                }
                if let Some(source) = self.source(of) {
                    **iter = source;
                    self.hold(pat);
                    self.arguments(iter);
                    return self.block(body);
                }
            }
            Expr::WhileLet(_, pat, value, _) | Expr::IfLet(pat, value, ..) => self.next(pat, value),
            _ => {}
        }
        if let Some(result) = result_of(expr) {
            if let Some(of) = next_of(result, "try_next")
                && self.is_plain(Some(of))
            {
                *expr = Expr::local(of).method("next", Vec::new());
            } else if let Some(name) = variable(result)
                && self.items.contains(name)
            {
                *expr = Expr::local(name);
            }
        }
        walk_expr_mut(self, expr);
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Let { pat: Pat::Bind(name, is_mut), ty, init: Some(init) }
                if self.variables.contains(name) =>
            {
                *ty = None;
                // Unless it goes elsewhere as a whole (`mutable.rs`).
                *is_mut = true;
                return self.arguments(init);
            }
            Stmt::LetElse(pat, value, _) => self.next(pat, value),
            _ => {}
        }
        walk_stmt_mut(self, stmt);
    }

    fn closure(&mut self, closure: &mut Closure) {
        self.depth += 1;
        walk_closure_mut(self, closure);
        self.depth -= 1;
    }
}

/// `for x in xs { let y = x; … }` is `for y in xs { … }`.
struct Named;

impl VisitMut for Named {
    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        let mut at = 1;
        while let Some(stmt) = block.stmts.get(at) {
            let renamed = named(stmt).filter(|(from, _)| {
                let is_asked = |stmt: &Stmt| Mentions::in_stmt(from, stmt);
                !block.stmts[at + 1..].iter().any(is_asked)
                    && !block.tail.as_ref().is_some_and(|tail| Mentions::in_expr(from, tail))
            });
            if let Some((from, to)) = renamed
                && let Stmt::LetElse(pat, ..) = &mut block.stmts[at - 1]
                && patterns::replace(pat, &from, &to)
            {
                block.stmts.remove(at);
            } else {
                at += 1;
            }
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let (pat, body) = match expr {
            Expr::For(_, pat, _, body) | Expr::WhileLet(_, pat, _, body) | Expr::IfLet(pat, _, body, _) => {
                (pat, body)
            }
            _ => return,
        };
        if let Some((from, to)) = body.stmts.first().and_then(named)
            && !body.stmts[1..].iter().any(|stmt| Mentions::in_stmt(&from, stmt))
            && !body.tail.as_ref().is_some_and(|tail| Mentions::in_expr(&from, tail))
            && patterns::replace(pat, &from, &to)
        {
            body.stmts.remove(0);
        }
    }
}

/// The variable that a statement binds under another name, or takes apart.
fn named(stmt: &Stmt) -> Option<(String, Pat)> {
    match stmt {
        Stmt::Let { pat, ty: None, init: Some(init) } => Some((variable(init)?.to_owned(), pat.clone())),
        _ => None,
    }
}

/// `return Ok(x)` of a step is `return x`.
struct Values;

impl VisitMut for Values {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        if let Expr::Return(Some(returned)) = expr {
            value(returned);
        }
    }

    fn closure(&mut self, _: &mut Closure) {}
}

/// The value of `Ok(value)`, in each branch.
fn value(expr: &mut Expr) {
    match expr {
        Expr::Call(callee, args) if is_named(callee, "Ok") => {
            if let Some(inner) = args.pop() {
                *expr = inner;
            }
        }
        Expr::Block(block) => tail(block),
        Expr::If(_, then, otherwise) | Expr::IfLet(_, _, then, otherwise) => {
            tail(then);
            otherwise.iter_mut().for_each(|otherwise| value(otherwise));
        }
        Expr::Match(_, arms) => arms.iter_mut().for_each(|arm| value(&mut arm.body)),
        _ => {}
    }
}

fn tail(block: &mut Block) {
    block.tail.iter_mut().for_each(|tail| value(tail));
}
