//! A list that is written out only to be iterated, or put into another container, is an array.
//!
//! ```text
//! for (a, b) in List::from([(1, 2), (3, 4)]).iter() { … }      for (a, b) in [(1, 2), (3, 4)] { … }
//! List::from([a, b]).iter().map(f)                             [a, b].into_iter().map(f)
//! List::from([start]).iter().collect::<Deque<i64>>()           Deque::from([start])
//! ```
//!
//! Nobody else has the list, so that nothing can change it meanwhile. An array lets go of an item as soon as the next one is
//! taken: what a call gives may be a generator, which would be closed, and stays in a list.

use super::flow::Breaks;
use super::inline;
use super::mentions::Mentions;
use super::resolve::variable;
use crate::rir::visit::{VisitMut, walk_block_mut, walk_expr_mut};
use crate::rir::{Block, Expr, Fn, Pat, Path, Stmt, Ty};

/// The most items of an array: it lies on the stack.
const MOST: usize = 64;

/// What can be made of an array.
const MADE_OF_ARRAYS: &[&str] = &["Deque", "FrozenSet", "List", "Set"];

/// Writes the lists of `func` as arrays.
pub(super) fn run(func: &mut Fn) {
    Displays.block(&mut func.body);
}

/// Writes what is pushed to a new vector of `func` at once into its `vec!`.
pub(super) fn fill(func: &mut Fn) {
    Filled.block(&mut func.body);
}

struct Filled;

impl VisitMut for Filled {
    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        filled_at_once(&mut block.stmts);
    }
}

struct Displays;

impl VisitMut for Displays {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        match expr {
            Expr::For(label, pat, iter, body) => match array(iter).filter(holds_values) {
                // One round.
                Some(Expr::Array(mut items)) if items.len() == 1 => {
                    if Breaks::jump(label.as_deref(), body) {
                        return;
                    }
                    let bind = Stmt::Let { pat: pat.clone(), ty: None, init: items.pop() };
                    body.stmts.insert(0, bind);
                    *expr = Expr::Block(std::mem::take(body));
                }
                Some(items) => **iter = items,
                None => {}
            },
            Expr::Call(callee, args) if matches!(&**callee, Expr::Path(Path::RtIn("builtins", name)) if name == "enumerate" || name == "zip") =>
            {
                // They take what can be iterated.
                for arg in args {
                    if let Some(items) = array(arg).filter(holds_values) {
                        *arg = items;
                    }
                }
            }
            Expr::Method(iter, name, types, args) if name == "collect" && args.is_empty() => {
                let made = match types.as_slice() {
                    [Ty::Named(Path::Rt(name), _)] if MADE_OF_ARRAYS.contains(name) => Some(*name),
                    _ => None,
                };
                match made.zip(array(iter)) {
                    Some((name, Expr::Array(items))) if !items.is_empty() => {
                        let from = Path::Assoc(Box::new(Path::Rt(name)), "from".to_owned());
                        *expr = Expr::call(from, vec![Expr::Array(items)]);
                    }
                    _ => into_iter(iter),
                }
            }
            Expr::Method(iter, name, _, _) if is_adapter(name) => into_iter(iter),
            _ => {}
        }
    }
}

/// Adapters and ends of a chain.
fn is_adapter(name: &str) -> bool {
    matches!(
        name,
        "all" | "any" | "enumerate" | "filter" | "filter_map" | "find" | "flat_map" | "map" | "take" | "zip"
    )
}

/// `[a, b].into_iter()` of `List::from([a, b]).iter()`.
fn into_iter(iter: &mut Expr) {
    if let Some(items) = array(iter).filter(holds_values) {
        *iter = items.method("into_iter", Vec::new());
    }
}

/// Whether it is made of literals, variables, new objects and what operators make of such.
fn holds_values(expr: &Expr) -> bool {
    match expr {
        Expr::Array(items) | Expr::Tuple(items) => items.iter().all(holds_values),
        Expr::Binary(_, left, right) => holds_values(left) && holds_values(right),
        Expr::Unary(_, value) | Expr::Cast(value, _) => holds_values(value),
        Expr::Struct(_, fields) => fields.iter().all(|(_, value)| holds_values(value)),
        Expr::Call(callee, args) => {
            let is_new = matches!(&**callee, Expr::Path(Path::Assoc(of, name))
                if matches!(**of, Path::Local(_)) && matches!(name.as_str(), "alloc" | "new"));
            (is_new || super::makes_a_value(callee)) && args.iter().all(holds_values)
        }
        other => inline::is_quiet(other),
    }
}

/// `[a, b]` of `List::from([a, b]).iter()`.
fn array(iter: &Expr) -> Option<Expr> {
    let Expr::Method(list, name, _, args) = iter else { return None };
    let Expr::Call(callee, items) = &**list else { return None };
    let Expr::Path(Path::Assoc(of, from)) = &**callee else { return None };
    let is_list = name == "iter" && args.is_empty() && from == "from" && **of == Path::Rt("List");
    match items.as_slice() {
        [Expr::Array(items)] if is_list && items.len() <= MOST => Some(Expr::Array(items.clone())),
        _ => None,
    }
}

/// `let mut xs = Vec::new(); xs.push(1);` is `let mut xs = vec![1];`.
pub(super) fn filled_at_once(stmts: &mut Vec<Stmt>) {
    let mut at = 0;
    while at < stmts.len() {
        let (before, after) = stmts.split_at_mut(at + 1);
        at += 1;
        let Some(Stmt::Let { pat: Pat::Bind(list, _), init: Some(init), .. }) = before.last_mut() else {
            continue;
        };
        if !is_new_vec(init) {
            continue;
        }
        let pushed = |stmt: &mut Stmt| match stmt {
            Stmt::Expr(Expr::Method(receiver, name, _, args))
                if name == "push" && variable(receiver) == Some(list.as_str()) =>
            {
                let is_free = args.iter().all(|item| !Mentions::in_expr(list, item));
                if is_free { args.pop() } else { None }
            }
            _ => None,
        };
        let items: Vec<Expr> = after.iter_mut().map_while(pushed).collect();
        if !items.is_empty() {
            stmts.drain(at..at + items.len());
            if let Some(Stmt::Let { init, .. }) = stmts.get_mut(at - 1) {
                *init = Some(Expr::Vec(items));
            }
        }
    }
}

fn is_new_vec(init: &Expr) -> bool {
    match init {
        Expr::Call(func, _) => {
            matches!(&**func, Expr::Path(Path::Assoc(of, name)) if **of == Path::local("Vec") && name == "new")
        }
        Expr::Vec(items) => items.is_empty(),
        _ => false,
    }
}
