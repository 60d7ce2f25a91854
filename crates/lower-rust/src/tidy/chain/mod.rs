//! Loops that only put a collection together, or look for an item, are chains of iterators.
//!
//! ```text
//! let squares = List::<i64>::new();         let squares = xs.iter().map(|x| x * x).collect::<List<i64>>();
//! for x in xs.iter() {
//!     squares.push(x * x);
//! }
//!
//! let mut found = false;                    xs.iter().any(|x| x > 3)
//! for x in xs.iter() {
//!     if x > 3 { found = true; break; }
//! }
//! found
//! ```
//!
//! A loop stays one where it does something besides, leaves early or awaits. A loop of the program that appends to a
//! list stays as its author wrote it.

mod fuse;
mod variables;

use rustc_hash::{FxHashMap, FxHashSet};

use self::fuse::{direct, inline, is_collected, is_list_of_plain, is_ok, items_of_slices, sorted};
use self::variables::{Borrowed, Rename, Unnamed};

use super::boolean::negated;
use super::mentions::{Counts, Mentions};
use super::resolve::{bound, is_temporary, plain, renamed, variable};
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr, walk_expr_mut};
use crate::rir::{BinOp, Block, Closure, Expr, Fn, Pat, Path, Stmt, Ty};

/// Rewrites the loops of `func`, whose variables are resolved.
pub(super) fn run(func: &mut Fn) {
    let mut counts = Counts::default();
    counts.block(&func.body);
    let names = counts.0.keys().map(|name| plain(name).to_owned()).collect();
    let mut set = Set::default();
    set.block(&func.body);
    Chains { names, set: set.0 }.block(&mut func.body);
}

/// How often each variable is set after it is declared.
#[derive(Default)]
struct Set(FxHashMap<String, u32>);

impl Visit for Set {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Assign(place, _) | Expr::AssignOp(_, place, _) = expr
            && let Some(name) = variable(place)
        {
            *self.0.entry(name.to_owned()).or_default() += 1;
        }
        walk_expr(self, expr);
    }
}

struct Chains {
    /// What variables are called.
    names: FxHashSet<String>,
    set: FxHashMap<String, u32>,
}

impl VisitMut for Chains {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        match expr {
            Expr::Block(Block { stmts, tail: Some(tail) }) if stmts.is_empty() => {
                *expr = std::mem::replace(&mut **tail, Expr::unit());
            }
            // `Ok(items.collect::<Result<…>>()?)`.
            Expr::Call(callee, args) if is_ok(callee) => {
                if let [Expr::Try(value)] = args.as_mut_slice()
                    && is_chain(value)
                {
                    *expr = std::mem::replace(&mut **value, Expr::unit());
                }
            }
            Expr::Method(sum, name, _, args) if name == "sum_of_some" && args.is_empty() => {
                if let Expr::Call(callee, items) = &mut **sum
                    && matches!(&**callee, Expr::Path(Path::RtIn("builtins", name)) if name == "sum_num")
                {
                    let floats = Path::RtIn("builtins", "sum_floats".to_owned());
                    *expr = Expr::call(floats, std::mem::take(items));
                }
            }
            // Nobody sees the list in between.
            Expr::Method(receiver, name, _, args)
                if name == "copy" && args.is_empty() && is_collected(receiver) =>
            {
                *expr = std::mem::replace(&mut **receiver, Expr::unit());
            }
            Expr::Method(items, name, types, args) if name == "collect" && args.is_empty() => {
                let asks_nothing = matches!(types.as_slice(), [Ty::Named(Path::Rt("List" | "Tuple"), _)]);
                direct(items, &|types| asks_nothing || is_list_of_plain(types));
            }
            Expr::Method(_, name, _, args) if name == "join" => {
                args.iter_mut().for_each(|items| direct(items, &is_list_of_plain));
            }
            Expr::Call(callee, args)
                if matches!(&**callee, Expr::Path(Path::RtIn("builtins", name))
                    if matches!(name.as_str(), "max" | "min" | "sum" | "sum_num" | "sum_floats")) =>
            {
                args.iter_mut().for_each(|items| direct(items, &is_list_of_plain));
            }
            _ => {}
        }
    }

    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        let mut at = 0;
        while at + 1 < block.stmts.len() {
            let is_whole = at + 2 == block.stmts.len();
            let tail = block.tail.as_deref().and_then(variable).filter(|_| is_whole);
            let (first, second) = (&block.stmts[at], &block.stmts[at + 1]);
            match self.made(first, second, tail).or_else(|| sorted(first, second)) {
                Some(made) => {
                    block.stmts.splice(at..at + 2, [made]);
                }
                None => at += 1,
            }
        }
        // `let made = …; made.iter()`.
        let mut at = block.stmts.len();
        while at > 0 {
            at -= 1;
            if inline(block, at) {
                block.stmts.remove(at);
                match block.stmts.get_mut(at) {
                    Some(next) => self.stmt(next),
                    None => block.tail.iter_mut().for_each(|tail| self.expr(tail)),
                }
            }
        }
        items_of_slices(block);
    }
}

impl Chains {
    /// What stands for a variable and the loop that gives it its value. `tail` is what the block ends with.
    fn made(&self, first: &Stmt, second: &Stmt, tail: Option<&str>) -> Option<Stmt> {
        let Stmt::Let { pat: Pat::Bind(name, is_mut), ty, init: Some(init) } = first else { return None };
        if let Stmt::Expr(Expr::Method(list, method, _, args)) = second
            && method == "extend"
            && variable(list) == Some(name)
        {
            return extended(name, init, args);
        }
        let Stmt::Expr(Expr::For(None, pat, iter, body)) = second else { return None };
        if Mentions::in_expr(name, iter) || !is_iterator(iter) {
            return None;
        }
        let chain = match init {
            Expr::Call(new, args) if args.is_empty() && !is_mut => {
                let Expr::GenericAssoc(kind @ Path::Rt(of), types, new) = &**new else { return None };
                if new != "new" {
                    return None;
                }
                let end = End::Collection(name, of);
                let mut body = body.clone();
                let raises = raises(&mut body);
                let chain = self.chain(pat, (**iter).clone(), &body, &end)?;
                let ty = Ty::Named(kind.clone(), types.clone());
                let ty = if raises { ty.result() } else { ty };
                let made = Expr::Method(Box::new(chain), "collect".to_owned(), vec![ty], Vec::new());
                if raises { made.tried() } else { made }
            }
            zero if is_zero_of_num(zero) && self.set.get(name) == Some(&1) => {
                let chain = self.chain(pat, (**iter).clone(), body, &End::NumSum(name))?;
                let sum = Expr::call(Path::RtIn("builtins", "sum_num".to_owned()), vec![chain]);
                return Some(Stmt::Let { pat: Pat::Bind(name.clone(), false), ty: None, init: Some(sum) });
            }
            _ if tail != Some(name) || !is_temporary(name) => return None,
            Expr::Bool(start) => {
                let (test, pat) = self.search(name, *start, pat, body)?;
                let (method, test) = match (start, test) {
                    (false, test) => ("any", test),
                    (true, test) => match negated(test.clone()) {
                        // There is no other way to say it.
                        Expr::Unary(_, _) if !matches!(test, Expr::Method(..)) => {
                            let any = (**iter).clone().method("any", vec![closure(pat, test)]);
                            let init = Some(any.not());
                            return Some(Stmt::Let { pat: Pat::Bind(name.clone(), false), ty: None, init });
                        }
                        test => ("all", test),
                    },
                };
                (**iter).clone().method(method, vec![closure(pat, test)])
            }
            Expr::Int(0, _) => {
                let chain = self.chain(pat, (**iter).clone(), body, &End::Sum(name))?;
                Expr::call(Path::RtIn("builtins", "sum".to_owned()), vec![chain])
            }
            _ => return None,
        };
        let ty = ty.clone().filter(|_| !is_chain(&chain));
        Some(Stmt::Let { pat: Pat::Bind(name.clone(), *is_mut && tail.is_none()), ty, init: Some(chain) })
    }

    /// The items that a loop over `iter` gives to `end`.
    fn chain(&self, pat: &Pat, iter: Expr, body: &Block, end: &End<'_>) -> Option<Expr> {
        let Block { stmts, tail: None } = body else { return None };
        let [Stmt::Expr(only)] = stmts.as_slice() else { return None };
        match only {
            Expr::If(test, then, None) if is_quiet(test) && !end.is_in(test) => {
                let (pat, test, then) = self.scoped(pat, test, then);
                let is_copied = matches!(iter, Expr::Range(..) | Expr::RangeInclusive(..));
                let mut borrowed = Borrowed { names: bound(&pat), is_copied, is_possible: true };
                let mut test = test;
                borrowed.expr(&mut test);
                if !borrowed.is_possible {
                    return None;
                }
                let mut seen = pat.clone();
                Unnamed(&Counts::of(&test).0).pat(&mut seen);
                let kept = iter.method("filter", vec![closure(seen, test)]);
                self.chain(&pat, kept, &then, end)
            }
            Expr::For(None, inner, items, body) if is_quiet(items) && is_iterator(items) => {
                let names = bound(pat);
                let mut counts = Counts::default();
                counts.block(body);
                // What is written for each inner item would borrow the outer one.
                if names.iter().any(|name| counts.0.contains_key(name)) || end.is_in(items) {
                    return None;
                }
                let inner = self.chain(inner, (**items).clone(), body, end)?;
                let (pat, inner) = self.named(pat, inner);
                Some(iter.method("flat_map", vec![closure(pat, inner)]))
            }
            added => {
                let value = end.value(added)?;
                if !is_quiet(&value) || value.diverges() || end.is_in(&value) {
                    return None;
                }
                if matches!((pat, variable(&value)), (Pat::Bind(name, _), Some(value)) if name == value)
                    || is_same_tuple(pat, &value)
                {
                    return Some(iter);
                }
                let (pat, value) = self.named(pat, value);
                Some(iter.method("map", vec![closure(pat, value)]))
            }
        }
    }

    /// The test of a loop that ends with the first item that passes it.
    fn search(&self, name: &str, start: bool, pat: &Pat, body: &Block) -> Option<(Expr, Pat)> {
        let Block { stmts, tail: None } = body else { return None };
        let [Stmt::Expr(Expr::If(test, then, None))] = stmts.as_slice() else { return None };
        if !is_quiet(test) || Mentions::in_expr(name, test) {
            return None;
        }
        match then.stmts.as_slice() {
            [Stmt::Expr(Expr::Assign(place, value)), Stmt::Expr(Expr::Break(None, None))]
                if variable(place) == Some(name)
                    && matches!(**value, Expr::Bool(value) if value != start) =>
            {
                let (pat, test) = self.named(pat, (**test).clone());
                Some((test, pat))
            }
            [Stmt::Expr(Expr::If(..))] if then.tail.is_none() => {
                let (inner, _) = self.search(name, start, pat, then)?;
                let (pat, test) = self.named(pat, (**test).clone());
                Some((Expr::binary(BinOp::And, test, inner), pat))
            }
            _ => None,
        }
    }

    /// The pattern of a closure and its body: variables that are not used are not named, and one that has a number for
    /// there are others of its name loses it.
    fn named(&self, pat: &Pat, body: Expr) -> (Pat, Expr) {
        let (pat, body, _) = self.scoped(pat, &body, &Block::default());
        let mut pat = pat;
        Unnamed(&Counts::of(&body).0).pat(&mut pat);
        (pat, body)
    }

    fn scoped(&self, pat: &Pat, test: &Expr, then: &Block) -> (Pat, Expr, Block) {
        let (mut pat, mut test, mut then) = (pat.clone(), test.clone(), then.clone());
        for name in bound(&pat) {
            let shown = plain(&name);
            let Some((base, number)) = shown.rsplit_once('_') else { continue };
            let is_numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            if is_numbered && self.names.contains(base) {
                let mut rename = Rename { to: renamed(base, &name), from: name };
                rename.pat(&mut pat);
                rename.expr(&mut test);
                rename.block(&mut then);
            }
        }
        (pat, test, then)
    }
}

/// Takes the `?` off the item that a loop adds, at its end: the items are `Result`s.
fn raises(body: &mut Block) -> bool {
    let [Stmt::Expr(only)] = body.stmts.as_mut_slice() else { return false };
    match only {
        Expr::If(_, then, None) => raises(then),
        Expr::For(None, _, _, body) => raises(body),
        Expr::Method(_, name, _, args) if name == "push" => match args.as_mut_slice() {
            [item @ Expr::Try(_)] => {
                if let Expr::Try(value) = std::mem::replace(item, Expr::unit()) {
                    *item = *value;
                }
                true
            }
            _ => false,
        },
        _ => false,
    }
}

/// A new list that is extended is what extends it, collected.
fn extended(name: &str, init: &Expr, args: &[Expr]) -> Option<Stmt> {
    let Expr::Call(new, none) = init else { return None };
    let Expr::GenericAssoc(kind @ Path::Rt("List"), types, function) = &**new else { return None };
    let [items] = args else { return None };
    if !none.is_empty() || function != "new" || !is_iterator(items) || Mentions::in_expr(name, items) {
        return None;
    }
    let ty = Ty::Named(kind.clone(), types.clone());
    let init = Expr::Method(Box::new(items.clone()), "collect".to_owned(), vec![ty], Vec::new());
    Some(Stmt::Let { pat: Pat::Bind(name.to_owned(), false), ty: None, init: Some(init) })
}

/// What a loop gives its items to.
enum End<'a> {
    /// A collection of this name and kind.
    Collection(&'a str, &'a str),
    /// A sum of 64-bit ints.
    Sum(&'a str),
    /// A sum of numbers of any kind.
    NumSum(&'a str),
}

impl End<'_> {
    fn is_in(&self, expr: &Expr) -> bool {
        let (End::Collection(name, _) | End::Sum(name) | End::NumSum(name)) = self;
        Mentions::in_expr(name, expr)
    }

    /// What a statement adds.
    fn value(&self, stmt: &Expr) -> Option<Expr> {
        match (self, stmt) {
            (End::Collection(name, kind), Expr::Method(receiver, method, _, args))
                if variable(receiver) == Some(name) =>
            {
                match (*kind, method.as_str(), args.as_slice()) {
                    ("List", "push", [item]) | ("Set", "add", [item]) => Some(item.clone()),
                    ("Dict", "set", [key, value]) => Some(Expr::Tuple(vec![key.clone(), value.clone()])),
                    _ => None,
                }
            }
            (End::NumSum(name), Expr::Assign(place, sum)) if variable(place) == Some(name) => {
                // `total.add_num(&item)`; `Num::from(total.float() + item)`.
                let (total, value) = match &**sum {
                    Expr::Method(total, method, _, args) if method == "add_num" => match args.as_slice() {
                        [Expr::Ref(value)] => {
                            let inner = of_num(value).filter(|inner| !matches!(inner, Expr::Ref(_)));
                            (total, inner.unwrap_or(value))
                        }
                        _ => return None,
                    },
                    sum => match of_num(sum)? {
                        Expr::Binary(BinOp::Add, total, value) => match &**total {
                            Expr::Method(total, method, _, _) if method == "float" => (total, &**value),
                            _ => return None,
                        },
                        _ => return None,
                    },
                };
                (variable(total) == Some(name)).then(|| value.clone())
            }
            (End::Sum(name), Expr::AssignOp(BinOp::Add, place, value)) if variable(place) == Some(name) => {
                Some((**value).clone())
            }
            _ => None,
        }
    }
}

/// `x` of `Num::from(x)`.
fn of_num(value: &Expr) -> Option<&Expr> {
    let Expr::Call(from, args) = value else { return None };
    let is_num =
        matches!(&**from, Expr::Path(Path::Assoc(of, name)) if **of == Path::Rt("Num") && name == "from");
    args.first().filter(|_| is_num)
}

fn is_zero_of_num(value: &Expr) -> bool {
    matches!(of_num(value), Some(Expr::Int(0, _)))
}

fn closure(pat: Pat, body: Expr) -> Expr {
    Expr::Closure(Closure { params: vec![(pat, None)], ret: None, body: Box::new(body), is_move: false })
}

/// Whether a value was made by this pass.
fn is_chain(value: &Expr) -> bool {
    match value {
        Expr::Method(_, name, _, _) => matches!(name.as_str(), "collect" | "any" | "all"),
        Expr::Unary(_, value) | Expr::Try(value) => is_chain(value),
        Expr::Call(callee, _) => matches!(&**callee, Expr::Path(Path::RtIn("builtins", name))
            if matches!(name.as_str(), "sorted" | "sorted_by_key" | "sum" | "sum_num" | "sum_floats")),
        _ => false,
    }
}

/// Whether a value is an iterator of Rust as it stands, and not only what a `for` makes one of.
fn is_iterator(value: &Expr) -> bool {
    match value {
        Expr::Range(Some(_), Some(_)) | Expr::RangeInclusive(..) => true,
        Expr::Method(_, name, _, args) => {
            args.is_empty() && matches!(name.as_str(), "iter" | "into_items" | "reversed" | "rev")
        }
        Expr::Call(callee, _) => matches!(&**callee, Expr::Path(Path::RtIn("builtins", name))
            if matches!(name.as_str(), "enumerate" | "zip")),
        _ => false,
    }
}

/// Whether an expression may stand in a closure: control leaves it at its end alone, and it sets no variable.
fn is_quiet(expr: &Expr) -> bool {
    struct Finder(bool);
    impl Visit for Finder {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= matches!(
                expr,
                Expr::Try(_)
                    | Expr::Attempt(..)
                    | Expr::Watched(_)
                    | Expr::Await(_)
                    | Expr::Break(..)
                    | Expr::Continue(_)
                    | Expr::Return(_)
                    | Expr::Assign(..)
                    | Expr::AssignOp(..)
                    | Expr::RefMut(_)
                    | Expr::Loop(..)
                    | Expr::While(..)
                    | Expr::WhileLet(..)
                    | Expr::For(..)
            );
            walk_expr(self, expr);
        }
    }
    let mut finder = Finder(false);
    finder.expr(expr);
    !finder.0
}

/// Whether `(a, b)` is made of what the pattern `(a, b)` binds.
fn is_same_tuple(pat: &Pat, value: &Expr) -> bool {
    let (Pat::Tuple(pats), Expr::Tuple(values)) = (pat, value) else { return false };
    let mut both = pats.iter().zip(values);
    pats.len() == values.len()
        && both.all(|(pat, value)| matches!(pat, Pat::Bind(name, _) if variable(value) == Some(name)))
}
