//! A variable that only ever holds a value needs no `Option`; one that was asked is opened once.
//!
//! ```text
//! let x = Some(f()); g(x.expect("…"));           let x = f(); g(x);
//! if x.is_some() { g(x.expect("…")); }           if let Some(x) = x { g(x); }
//! ```

use rustc_hash::FxHashMap;

use super::resolve::{captured, variable};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut, walk_stmt, walk_stmt_mut};
use crate::rir::{Block, Expr, Fn, Pat, Path, Stmt};

/// Takes the `Option`s of `func` off.
pub(super) fn run(func: &mut Fn) {
    Asked { count: 0 }.block(&mut func.body);
    let mut uses = Uses::default();
    uses.block(&func.body);
    let held = captured(&func.body);
    uses.made.retain(|name, count| *count == 1 && !uses.other.contains_key(name) && !held.contains(name));
    if !uses.made.is_empty() {
        Unwrap(uses.made).block(&mut func.body);
    }
}

/// Opens what a condition asked about.
struct Asked {
    count: u32,
}

impl VisitMut for Asked {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let taken = std::mem::replace(expr, Expr::unit());
        *expr = match taken {
            Expr::If(test, mut then, otherwise) => match asked(&test) {
                Some((name, true)) if self.opens(&name, &then) => {
                    let inner = self.open(&name, &mut then);
                    Expr::IfLet(some_of(inner), Box::new(Expr::local(name)), then, otherwise)
                }
                Some((name, false)) => match otherwise.map(|otherwise| *otherwise) {
                    Some(otherwise) => {
                        let mut block = match otherwise {
                            Expr::Block(block) => block,
                            other => Block::of(other),
                        };
                        if self.opens(&name, &block) {
                            let inner = self.open(&name, &mut block);
                            let then = Box::new(Expr::Block(then));
                            Expr::IfLet(some_of(inner), Box::new(Expr::local(name)), block, Some(then))
                        } else {
                            Expr::If(test, then, Some(Box::new(block.into_expr())))
                        }
                    }
                    None => Expr::If(test, then, None),
                },
                _ => Expr::If(test, then, otherwise),
            },
            other => other,
        };
    }
}

fn some_of(name: String) -> Pat {
    Pat::Call(Path::local("Some"), vec![Pat::Bind(name, false)])
}

/// The variable that `x.is_some()` asks about, and whether it asks for a value.
fn asked(test: &Expr) -> Option<(String, bool)> {
    match test {
        Expr::Method(value, name, _, _) if name == "is_some" || name == "is_none" => {
            variable(value).map(|variable| (variable.to_owned(), name == "is_some"))
        }
        _ => None,
    }
}

impl Asked {
    /// Whether `block` does nothing with `name` but to open it, at least once, in place.
    fn opens(&self, name: &str, block: &Block) -> bool {
        let mut uses = Uses::default();
        uses.block(block);
        uses.opened.contains_key(name) && !uses.other.contains_key(name) && !uses.cloned.contains_key(name)
    }

    fn open(&mut self, name: &str, block: &mut Block) -> String {
        self.count += 1;
        let inner = format!("{name}.{}", self.count);
        Opened { name, inner: &inner }.block(block);
        inner
    }
}

/// `x.expect(…)` becomes the variable that a pattern bound.
struct Opened<'a> {
    name: &'a str,
    inner: &'a str,
}

impl VisitMut for Opened<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if let Some(value) = expected(expr)
            && variable(value) == Some(self.name)
        {
            *expr = Expr::local(self.inner);
            return;
        }
        walk_expr_mut(self, expr);
    }
}

/// How variables are used.
#[derive(Default)]
struct Uses {
    /// `let x = Some(…)`.
    made: FxHashMap<String, u32>,
    /// Any use but `x.expect(…)`.
    other: FxHashMap<String, u32>,
    /// `x.clone().expect(…)`.
    cloned: FxHashMap<String, u32>,
    /// `x.expect(…)`.
    opened: FxHashMap<String, u32>,
}

/// The variable of `x.expect(…)`, or of `x.clone().expect(…)`.
fn expected(expr: &Expr) -> Option<&Expr> {
    let Expr::Method(value, name, _, _) = expr else { return None };
    let value = match &**value {
        Expr::Method(inner, clone, _, _) if clone == "clone" => inner,
        _ => value,
    };
    (name == "expect" && variable(value).is_some()).then_some(value)
}

impl Visit for Uses {
    fn expr(&mut self, expr: &Expr) {
        if let Some(value) = expected(expr) {
            if let (Some(name), Expr::Method(receiver, ..)) = (variable(value), expr)
                && variable(receiver).is_some()
            {
                *self.opened.entry(name.to_owned()).or_default() += 1;
            } else if let Some(name) = variable(value) {
                *self.cloned.entry(name.to_owned()).or_default() += 1;
            }
            return;
        }
        if let Some(name) = variable(expr) {
            *self.other.entry(name.to_owned()).or_default() += 1;
        }
        walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), .. } = stmt
            && some(init).is_some()
        {
            *self.made.entry(name.clone()).or_default() += 1;
        }
        walk_stmt(self, stmt);
    }
}

/// What `Some(…)` holds.
fn some(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Call(callee, args) if matches!(&**callee, Expr::Path(Path::Local(name)) if name == "Some") => {
            args.first()
        }
        _ => None,
    }
}

struct Unwrap(FxHashMap<String, u32>);

impl VisitMut for Unwrap {
    fn expr(&mut self, expr: &mut Expr) {
        if let Some(value) = expected(expr)
            && variable(value).is_some_and(|name| self.0.contains_key(name))
            && let Expr::Method(value, ..) = expr
        {
            *expr = std::mem::replace(value, Expr::unit());
            return;
        }
        walk_expr_mut(self, expr);
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        walk_stmt_mut(self, stmt);
        if let Stmt::Let { pat: Pat::Bind(name, _), ty, init: Some(init) } = stmt
            && self.0.contains_key(name)
            && let Some(value) = some(init)
        {
            *init = value.clone();
            *ty = None;
        }
    }
}
