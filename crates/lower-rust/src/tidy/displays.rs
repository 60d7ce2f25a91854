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
use crate::rir::visit::{VisitMut, walk_expr_mut};
use crate::rir::{Expr, Fn, Path, Stmt, Ty};

/// The most items of an array: it lies on the stack.
const MOST: usize = 64;

/// What can be made of an array.
const MADE_OF_ARRAYS: &[&str] = &["Deque", "FrozenSet", "List", "Set"];

/// Writes the lists of `func` as arrays.
pub(super) fn run(func: &mut Fn) {
    Displays.block(&mut func.body);
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
