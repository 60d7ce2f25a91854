//! A variable of the module or a class that is bound once, before any code of the program could read it, is what it
//! holds: a constant, or a static with its value. One that is rebound later is at least known to be bound.
//!
//! ```text
//! static RATE: Global<f64> = Global::unset();         pub const RATE: f64 = 0.5 * 0.25;
//! RATE.with(|it| it.set(0.5 * 0.25));
//! RATE.with(|it| it.get_or_end("RATE"))               RATE
//!
//! static COINS: Global<List<i64>> = Global::unset();  static COINS: List<i64> = List::from([1, 5, 10]);
//! COINS.with(|it| it.get_or_end("COINS")).len()       COINS.with(Clone::clone).len()
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use super::mentions::Mentions;
use super::{constant, makes_a_value};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut, walk_pat};
use crate::rir::{BinOp, Block, Expr, Item, Pat, Path, Stmt, Ty, UnOp};

/// Gives the statics of `items` their values.
pub(super) fn run(items: &mut [Item]) {
    let mut uses = Uses::of(items);
    if uses.0.is_empty() {
        return;
    }
    let bodies = module_bodies(items);
    let mut kinds: FxHashMap<String, Kind> = FxHashMap::default();
    for item in items.iter_mut() {
        let Item::Fn(func) = item else { continue };
        if bodies.contains(&func.name) {
            take_bindings(&mut func.body, &mut uses, &mut kinds);
        }
    }
    if kinds.is_empty() {
        return;
    }
    for item in items.iter_mut() {
        if let Item::ThreadLocal { name, ty: Ty::Named(_, args), value, is_const, .. } = item
            && let Some(ty) = args.first().cloned()
        {
            match kinds.get(name) {
                Some(Kind::Constant(constant)) => {
                    *item = Item::Const { name: name.clone(), ty, value: constant.clone() };
                }
                Some(Kind::Made(made)) => {
                    *value = made.clone();
                    *is_const = !is_called(made);
                    if let Item::ThreadLocal { ty: of, .. } = item {
                        *of = ty;
                    }
                }
                Some(Kind::Bound) | None => {}
            }
        }
    }
    let mut reads = Reads(kinds);
    for item in items.iter_mut() {
        match item {
            Item::Fn(func) => reads.block(&mut func.body),
            Item::Impl(item) => item.fns.iter_mut().for_each(|func| reads.block(&mut func.body)),
            _ => {}
        }
    }
}

/// Drops the statics of `items` that nothing names, as a `thread_local!` is nobody's but the file's.
pub(super) fn drop_unused(items: &mut Vec<Item>) {
    let mut named = Named::default();
    for item in items.iter() {
        match item {
            Item::Fn(func) => named.block(&func.body),
            Item::Impl(item) => item.fns.iter().for_each(|func| named.block(&func.body)),
            Item::Const { value, .. } | Item::ThreadLocal { value, .. } => named.expr(value),
            _ => {}
        }
    }
    items.retain(|item| !matches!(item, Item::ThreadLocal { name, .. } if !named.0.contains(name)));
}

/// The names that expressions and patterns mention.
#[derive(Default)]
struct Named(FxHashSet<String>);

impl Named {
    fn path(&mut self, path: &Path) {
        match path {
            Path::Local(name) => {
                self.0.insert(name.clone());
            }
            Path::Assoc(of, _) => self.path(of),
            _ => {}
        }
    }
}

impl Visit for Named {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Path(path)
        | Expr::Generic(path, _)
        | Expr::GenericAssoc(path, ..)
        | Expr::Struct(path, _) = expr
        {
            self.path(path);
        }
        walk_expr(self, expr);
    }

    fn pat(&mut self, pat: &Pat) {
        if let Pat::Path(path) | Pat::Call(path, _) = pat {
            self.path(path);
        }
        walk_pat(self, pat);
    }
}

/// What a static is.
enum Kind {
    /// A number, a truth value, or a tuple of such.
    Constant(Expr),
    /// A value that is made of nothing else of the program.
    Made(Expr),
    /// Bound before it is read.
    Bound,
}

/// The functions that run the module, once and before any other.
fn module_bodies(items: &[Item]) -> FxHashSet<String> {
    let mut names = FxHashSet::default();
    for item in items {
        match item {
            Item::Export { import, .. } => names.extend(import.clone()),
            Item::Fn(func) if func.name == "program" => {
                names.insert(func.name.clone());
            }
            _ => {}
        }
    }
    names
}

/// The static and the method of `NAME.with(|it| it.method(…))`.
fn with(expr: &Expr) -> Option<(&str, &str, &[Expr])> {
    let Expr::Method(of, with, _, args) = expr else { return None };
    let (Expr::Path(Path::Local(name)), [Expr::Closure(closure)]) = (&**of, args.as_slice()) else {
        return None;
    };
    let [(Pat::Bind(it, _), _)] = closure.params.as_slice() else { return None };
    let Expr::Method(receiver, method, _, args) = &*closure.body else { return None };
    let is_it = matches!(&**receiver, Expr::Path(Path::Local(name)) if name == it);
    (with == "with" && is_it).then_some((name, method, args))
}

#[derive(Default)]
struct Use {
    n_set: u32,
    is_deleted: bool,
    /// Whether a reader asks for more than the value.
    is_asked: bool,
}

/// How the globals of a file are used; those that are named otherwise than to do so are left out.
struct Uses(FxHashMap<String, Use>);

impl Uses {
    fn of(items: &[Item]) -> Self {
        let mut uses = Uses(FxHashMap::default());
        for item in items {
            if let Item::ThreadLocal { name, ty: Ty::Named(Path::Rt("Global"), _), .. } = item {
                uses.0.insert(name.clone(), Use::default());
            }
        }
        for item in items {
            match item {
                Item::Fn(func) => uses.block(&func.body),
                Item::Impl(item) => item.fns.iter().for_each(|func| uses.block(&func.body)),
                Item::Const { value, .. } | Item::ThreadLocal { value, .. } => uses.expr(value),
                _ => {}
            }
        }
        uses
    }
}

impl Visit for Uses {
    fn expr(&mut self, expr: &Expr) {
        if let Some((name, method, args)) = with(expr)
            && let Some(known) = self.0.get_mut(name)
        {
            match method {
                "get" | "get_or_end" => {}
                "set" => known.n_set += 1,
                "peek" | "try_get" => known.is_asked = true,
                _ => known.is_deleted = true,
            }
            args.iter().for_each(|arg| self.expr(arg));
            return;
        }
        if let Expr::Path(Path::Local(name)) = expr {
            self.0.remove(name);
        }
        walk_expr(self, expr);
    }
}

/// Finds what the statements at the start of a module bind before they run anything of the program.
fn take_bindings(body: &mut Block, uses: &mut Uses, kinds: &mut FxHashMap<String, Kind>) {
    let mut at = 0;
    while at < body.stmts.len() {
        let (n_stmts, name, value) = match body.stmts.get(at..) {
            Some([Stmt::Let { pat: Pat::Bind(held, _), init: Some(value), .. }, Stmt::Expr(set), ..])
                if is_set_to(set, held)
                    && body.stmts[at + 2..].iter().all(|it| !Mentions::in_stmt(held, it)) =>
            {
                (2, with(set).map(|(name, ..)| name), value)
            }
            Some([Stmt::Let { init: Some(value), .. }, ..]) => (1, None, value),
            Some([Stmt::Expr(set), ..]) => match with(set) {
                Some((name, "set", [value])) => (1, Some(name), value),
                _ => return,
            },
            _ => return,
        };
        if !is_calm(value) {
            return;
        }
        let Some(name) = name.map(str::to_owned) else {
            at += n_stmts;
            continue;
        };
        let kind = match uses.0.remove(&name) {
            None => None,
            Some(known) if known.is_deleted => None,
            Some(known) if known.n_set > 1 || known.is_asked => Some(Kind::Bound),
            Some(_) if is_number(value) => Some(Kind::Constant(value.clone())),
            Some(_) if is_made(value) => Some(Kind::Made(value.clone())),
            Some(_) => Some(Kind::Bound),
        };
        match kind {
            Some(kind) => {
                let is_gone = !matches!(kind, Kind::Bound);
                kinds.insert(name, kind);
                if is_gone {
                    body.stmts.drain(at..at + n_stmts);
                } else {
                    at += n_stmts;
                }
            }
            None => at += n_stmts,
        }
    }
}

fn is_set_to(set: &Expr, held: &str) -> bool {
    matches!(with(set), Some((_, "set", [Expr::Path(Path::Local(value))])) if value == held)
}

/// Whether evaluating it runs no code of the program.
fn is_calm(value: &Expr) -> bool {
    match with(value) {
        Some((_, method, _)) => matches!(method, "get" | "get_or_end"),
        None => crate::coerce::is_calm(value) || is_made(value),
    }
}

/// Whether it is a constant of Rust that cannot overflow: the operators of floats, and of small literals, and tuples.
fn is_number(value: &Expr) -> bool {
    match value {
        Expr::Tuple(items) => !items.is_empty() && items.iter().all(is_number),
        Expr::Float(_) | Expr::Bool(_) | Expr::Path(Path::RtIn("math", _)) => true,
        Expr::Unary(UnOp::Neg, value) => is_number(value) || constant(value).is_some(),
        Expr::Binary(BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div, left, right)
            if is_float(left) || is_float(right) =>
        {
            is_number(left) && is_number(right)
        }
        value => constant(value).is_some(),
    }
}

fn is_float(value: &Expr) -> bool {
    match value {
        Expr::Float(_) | Expr::Path(_) => true,
        Expr::Unary(_, value) => is_float(value),
        Expr::Binary(_, left, right) => is_float(left) || is_float(right),
        _ => false,
    }
}

/// Whether it is a literal, or a text or container of such.
fn is_made(value: &Expr) -> bool {
    match value {
        Expr::Int(..) | Expr::Float(_) | Expr::Str(_) | Expr::Char(_) | Expr::Bytes(_) | Expr::Bool(_) => {
            true
        }
        Expr::Unary(UnOp::Neg, value) | Expr::Ref(value) => is_made(value),
        // `()` is no text and no container: a constant that nobody reads twice.
        Expr::Tuple(items) => !items.is_empty() && items.iter().all(is_made),
        Expr::Array(items) => items.iter().all(is_made),
        Expr::Path(Path::Local(name)) => name == "None",
        Expr::Call(callee, args) => makes_a_value(callee) && args.iter().all(is_made),
        _ => false,
    }
}

/// Whether making it calls anything.
fn is_called(value: &Expr) -> bool {
    match value {
        Expr::Call(..) => true,
        Expr::Unary(_, value) | Expr::Ref(value) => is_called(value),
        Expr::Tuple(items) | Expr::Array(items) => items.iter().any(is_called),
        _ => false,
    }
}

/// Rewrites the reads.
struct Reads(FxHashMap<String, Kind>);

impl VisitMut for Reads {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let Some((name, "get" | "get_or_end", _)) = with(expr) else { return };
        let name = name.to_owned();
        match self.0.get(&name) {
            Some(Kind::Constant(_)) => *expr = Expr::local(name),
            Some(Kind::Made(_)) => {
                let clone = Expr::Path(Path::local("Clone").assoc("clone"));
                *expr = Expr::local(name).method("with", vec![clone]);
            }
            Some(Kind::Bound) => {
                if let Expr::Method(_, _, _, args) = expr
                    && let [Expr::Closure(closure)] = args.as_mut_slice()
                    && let Expr::Method(_, get, _, args) = &mut *closure.body
                {
                    "get".clone_into(get);
                    args.clear();
                }
            }
            None => {}
        }
    }
}
