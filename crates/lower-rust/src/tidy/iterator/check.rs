//! Which uses an iterator of Rust allows.

use rustc_hash::FxHashSet;

use super::{
    Moved, Plain, Results, functions, item_of, looped, next_of, result_of, step, takes_all, values_of,
};
use crate::rir::visit::{Visit, walk_closure, walk_expr, walk_stmt};
use crate::rir::{Block, Closure, Expr, Fn, Item, Pat, Stmt};
use crate::tidy::borrow::call_of;
use crate::tidy::is_named;
use crate::tidy::resolve::variable;

/// What was found to be used otherwise in a round.
#[derive(Default)]
pub(super) struct Dropped {
    makers: FxHashSet<String>,
    params: FxHashSet<(String, usize)>,
    /// By function.
    variables: FxHashSet<(usize, String)>,
    /// Functions of which some value is no object.
    pub(super) direct: FxHashSet<String>,
    /// What is asked again after its end, as far as one can see.
    pub(super) asked: FxHashSet<String>,
}

impl Dropped {
    /// Takes it out of `plain`; whether anything was still there.
    pub(super) fn apply(&self, plain: &mut Plain, items: &[Item]) -> bool {
        let mut changed = false;
        for maker in &self.makers {
            changed |= plain.makers.remove(maker);
        }
        for (func, at) in &self.params {
            if let Some(is_one) = plain.params.get_mut(func).and_then(|params| params.get_mut(*at)) {
                changed |= std::mem::replace(is_one, false);
            }
        }
        for (at, name) in &self.variables {
            changed |= plain.variables[*at].remove(name);
        }
        // A parameter is the variable of its name, and the names of one iterator go together.
        for (at, func) in functions(items).enumerate() {
            let variables = &mut plain.variables[at];
            if let Some(params) = plain.params.get_mut(&func.name) {
                for (param, is_one) in func.params.iter().zip(params) {
                    let is_left = *is_one && variables.contains(&param.name);
                    changed |= *is_one != is_left;
                    *is_one = is_left;
                    if !is_left {
                        changed |= variables.remove(&param.name);
                    }
                }
            }
            for (alias, of) in &plain.aliases[at] {
                if variables.contains(alias) != variables.contains(of) {
                    variables.remove(alias);
                    variables.remove(of);
                    changed = true;
                }
            }
        }
        changed
    }
}

/// Looks at the uses in a function, the `at`th.
pub(super) fn function(func: &Fn, at: usize, plain: &Plain, dropped: &mut Dropped) {
    let is_maker = plain.makers.contains(&func.name);
    let mut check = Check {
        plain,
        func,
        at,
        is_maker,
        depth: 0,
        items: FxHashSet::default(),
        at_once: FxHashSet::default(),
        results: Results::of(func),
        moved: Moved::of(func),
        dropped,
    };
    match func.body.tail.as_deref() {
        Some(tail) if is_maker && let Some(closure) = step(tail) => {
            func.body.stmts.iter().for_each(|stmt| check.stmt(stmt));
            if !ends(&closure.body) {
                check.dropped.makers.insert(func.name.clone());
            }
            check.closure(closure);
        }
        _ => check.block(&func.body),
    }
}

struct Check<'a> {
    plain: &'a Plain,
    func: &'a Fn,
    at: usize,
    /// Whether the function gives an iterator: its step is the closure at its end.
    is_maker: bool,
    /// How many closures there are around here.
    depth: usize,
    /// Variables that hold results of iterators.
    items: FxHashSet<String>,
    /// Variables of which an expression around here takes all items.
    at_once: FxHashSet<String>,
    results: Results,
    moved: FxHashSet<String>,
    dropped: &'a mut Dropped,
}

/// What gives items.
enum Source<'e> {
    Variable(&'e str),
    Call(&'e str, &'e [Expr]),
}

impl Check<'_> {
    fn is_plain(&self, name: Option<&str>) -> bool {
        // A closure of another kind must not borrow, nor hold what is somebody else's.
        self.depth <= usize::from(self.is_maker)
            && name.is_some_and(|name| self.plain.variables[self.at].contains(name))
    }

    fn source<'e>(&self, expr: &'e Expr) -> Option<Source<'e>> {
        if let Some(name) = variable(expr)
            && self.is_plain(Some(name))
        {
            return Some(Source::Variable(name));
        }
        let (name, args) = call_of(expr)?;
        self.plain.makers.contains(name).then_some(Source::Call(name, args))
    }

    /// All items of a source are taken, or it goes where it may be `asked` again after its end.
    fn take(&mut self, source: Source<'_>, asked: bool) {
        if let Source::Call(name, args) = source {
            self.dropped.direct.insert(name.to_owned());
            if asked || self.depth > 0 {
                self.dropped.asked.insert(name.to_owned());
            }
            self.arguments(name, args);
        }
    }

    fn arguments(&mut self, name: &str, args: &[Expr]) {
        for (at, arg) in args.iter().enumerate() {
            if self.plain.is_param(name, at) {
                match self.source(arg) {
                    // It is moved, under all its names.
                    Some(Source::Variable(name)) if self.plain.has_alias(self.at, name) => {}
                    Some(source) => {
                        self.take(source, true);
                        continue;
                    }
                    None => {}
                }
                self.dropped.params.insert((name.to_owned(), at));
            }
            self.expr(arg);
        }
    }

    /// Whether `pat` takes the next item of `value` apart from its end.
    fn is_next(&mut self, pat: &Pat, value: &Expr) -> bool {
        let is_one = self.is_plain(next_of(value, "next"));
        match item_of(pat) {
            Some(item) if is_one && self.results.are_taken(item) => {
                self.hold(item);
                true
            }
            _ => false,
        }
    }

    fn hold(&mut self, item: &Pat) {
        if let Pat::Bind(name, _) = item {
            self.items.insert(name.clone());
        }
    }

    /// The source that a loop takes all items of.
    fn looped<'e>(&self, pat: &Pat, iter: &'e Expr) -> Option<Source<'e>> {
        self.source(looped(iter)).filter(|_| self.results.are_taken(pat))
    }

    /// Something of the step of an iterator may raise.
    fn raises(&mut self) {
        if self.is_maker && self.depth == 1 {
            self.dropped.makers.insert(self.func.name.clone());
        }
    }
}

impl Visit for Check<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let Some(name) = takes_all(expr).and_then(values_of)
            && self.is_plain(Some(name))
        {
            // The items are asked for while nobody else asks.
            self.at_once.insert(name.to_owned());
        }
        match expr {
            Expr::Method(receiver, name, _, args)
                if matches!(name.as_str(), "values" | "into_values") && args.is_empty() =>
            {
                match self.source(receiver) {
                    Some(Source::Variable(name))
                        if !self.at_once.remove(name) && !self.moved.contains(name) => {}
                    Some(source) => return self.take(source, false),
                    None => {}
                }
            }
            Expr::Method(_, name, _, _)
                if matches!(name.as_str(), "next_or_end" | "next_item" | "try_next_item")
                    && self.is_plain(next_of(expr, name)) =>
            {
                return;
            }
            Expr::For(_, _, iter, body) if self.is_plain(values_of(iter)) => return self.block(body),
            Expr::For(_, pat, iter, body) => {
                if let Some(source) = self.looped(pat, iter) {
                    self.take(source, false);
                    self.hold(pat);
                    return self.block(body);
                }
            }
            Expr::WhileLet(_, pat, value, body) if self.is_next(pat, value) => return self.block(body),
            Expr::IfLet(pat, value, then, otherwise) if self.is_next(pat, value) => {
                self.block(then);
                otherwise.iter().for_each(|otherwise| self.expr(otherwise));
                return;
            }
            Expr::Call(..) => {
                if let Some((name, args)) = call_of(expr) {
                    if name == "Err" {
                        self.raises();
                    }
                    return self.arguments(name, args);
                }
            }
            Expr::Path(_) => {
                if let Some(name) = variable(expr)
                    && self.plain.variables[self.at].contains(name)
                {
                    self.dropped.variables.insert((self.at, name.to_owned()));
                }
            }
            _ => {}
        }
        if let Some(result) = result_of(expr) {
            if self.is_plain(next_of(result, "try_next"))
                || variable(result).is_some_and(|name| self.items.contains(name))
            {
                return;
            }
            if matches!(expr, Expr::Try(_) | Expr::Attempt(..)) {
                self.raises();
            }
        }
        walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), .. } if self.is_plain(Some(name)) => {
                match self.source(init) {
                    Some(source @ Source::Call(..)) => return self.take(source, true),
                    _ if init.clone_of().is_some_and(|of| self.is_plain(variable(of))) => return,
                    _ => drop(self.dropped.variables.insert((self.at, name.clone()))),
                }
            }
            Stmt::LetElse(pat, value, otherwise) if self.is_next(pat, value) => {
                return self.block(otherwise);
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn closure(&mut self, closure: &Closure) {
        self.depth += 1;
        walk_closure(self, closure);
        self.depth -= 1;
    }
}

/// Whether all values of a step are `Ok(…)`.
fn ends(expr: &Expr) -> bool {
    let block = |block: &Block| match &block.tail {
        Some(tail) => ends(tail),
        None => block.diverges(),
    };
    match expr {
        Expr::Call(callee, _) => is_named(callee, "Ok"),
        Expr::Block(of) => block(of),
        Expr::If(_, then, Some(otherwise)) | Expr::IfLet(_, _, then, Some(otherwise)) => {
            block(then) && ends(otherwise)
        }
        Expr::Match(_, arms) => arms.iter().all(|arm| ends(&arm.body)),
        // It is left by `return` alone, as a `break` has become one.
        Expr::Loop(..) => true,
        other => other.diverges(),
    }
}
