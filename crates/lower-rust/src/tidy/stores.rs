//! Stores into containers: what was evaluated before goes where it is put, and two items that change places are swapped.
//!
//! ```text
//! let value_1 = m.cell(i, j);                      out.set_cell(j, i, m.cell(i, j));
//! out.set_cell(j, i, value_1);
//!
//! let (value_1, value_2) = (xs.at(j), xs.at(i));   xs.swap_at(i, j);
//! xs.set(i, value_1);
//! xs.set(j, value_2);
//! ```
//!
//! The value may come after the other arguments only where those are variables and arithmetic on them, which it does not
//! assign, and where it does to the container nothing but read it.

use super::flow::Attempts;
use super::mentions::Mentions;
use super::own::only_reads;
use super::resolve::{is_temporary, variable};
use super::same;
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr};
use crate::rir::{Block, Expr, Fn, Pat, Path, Stmt};

/// Joins the stores of `func`, whose variables are resolved.
pub(super) fn run(func: &mut Fn) {
    Stores.block(&mut func.body);
}

struct Stores;

impl VisitMut for Stores {
    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        let mut at = 0;
        while at + 1 < block.stmts.len() {
            if let Some(swap) = block.stmts.get(at..at + 3).and_then(swapped) {
                block.stmts.splice(at..at + 3, [swap]);
            } else if let Some(store) = joined(&block.stmts[at..]) {
                block.stmts.splice(at..at + 2, [store]);
            }
            at += 1;
        }
    }
}

/// The store that the first two statements are.
fn joined(stmts: &[Stmt]) -> Option<Stmt> {
    let [Stmt::Let { pat: Pat::Bind(name, false), init: Some(init), .. }, Stmt::Expr(store), rest @ ..] =
        stmts
    else {
        return None;
    };
    let (Expr::Method(receiver, method, types, args), is_tried) = tried(store) else { return None };
    let (value, others) = args.split_last()?;
    let is_it = is_temporary(name) && variable(value) == Some(name) && !others.is_empty();
    let is_free = !rest.iter().any(|stmt| Mentions::in_stmt(name, stmt));
    let container = variable(receiver)?;
    let is_moved = others.iter().filter_map(variable).any(|other| is_lent(other, init));
    if !is_it
        || is_moved
        || !is_free
        || !others.iter().all(is_steady)
        || !is_calm(init)
        || !only_reads(init, container)
    {
        return None;
    }
    let args = others.iter().chain([init]).cloned().collect();
    let store = Expr::Method(receiver.clone(), method.clone(), types.clone(), args);
    Some(Stmt::Expr(if is_tried { store.tried() } else { store }))
}

/// Whether `expr` looks at a variable that is no number: it would be moved before.
fn is_lent(name: &str, expr: &Expr) -> bool {
    struct Lent<'n>(&'n str, bool);
    impl Visit for Lent<'_> {
        fn expr(&mut self, expr: &Expr) {
            if let Expr::Ref(value) | Expr::Method(value, ..) | Expr::Field(value, _) = expr {
                self.1 |= variable(value) == Some(self.0);
            }
            walk_expr(self, expr);
        }
    }
    let mut lent = Lent(name, false);
    lent.expr(expr);
    lent.1
}

/// The swap that three statements are.
fn swapped(stmts: &[Stmt]) -> Option<Stmt> {
    let [Stmt::Let { pat: Pat::Tuple(pats), init: Some(Expr::Tuple(values)), .. }, first, second] = stmts
    else {
        return None;
    };
    let ([Pat::Bind(a, false), Pat::Bind(b, false)], [left, right]) = (pats.as_slice(), values.as_slice())
    else {
        return None;
    };
    let (of, j, is_tried) = read(left)?;
    let (of_right, i, is_right_tried) = read(right)?;
    let (of_first, first_at, first_value) = stored(first)?;
    let (of_second, second_at, second_value) = stored(second)?;
    let is_one_list = [of_right, of_first, of_second].iter().all(|other| *other == of);
    let fits = is_temporary(a)
        && is_temporary(b)
        && first_value == a
        && second_value == b
        && is_one_list
        && is_tried == is_right_tried
        && is_steady(i)
        && is_steady(j)
        && same(first_at, i)
        && same(second_at, j);
    if !fits {
        return None;
    }
    let name = if is_tried { "try_swap_at" } else { "swap_at" };
    let swap = Expr::local(of).method(name, vec![i.clone(), j.clone()]);
    Some(Stmt::Expr(if is_tried { swap.tried() } else { swap }))
}

/// The expression in `expr?`.
fn tried(expr: &Expr) -> (&Expr, bool) {
    match expr {
        Expr::Try(value) => (value, true),
        value => (value, false),
    }
}

/// The variable and the index of `xs.at(i)`, and of `xs.try_at(i)?`.
fn read(expr: &Expr) -> Option<(&str, &Expr, bool)> {
    let (Expr::Method(list, name, _, args), is_tried) = tried(expr) else { return None };
    let is_read = name == if is_tried { "try_at" } else { "at" };
    Some((variable(list).filter(|_| is_read)?, args.first()?, is_tried))
}

/// The variable, the index and the value of `xs.set(i, value)`, and of `xs.try_set(i, value)?`.
fn stored(stmt: &Stmt) -> Option<(&str, &Expr, &str)> {
    let Stmt::Expr(expr) = stmt else { return None };
    let (Expr::Method(list, name, _, args), is_tried) = tried(expr) else { return None };
    let is_store = name == if is_tried { "try_set" } else { "set" };
    match args.as_slice() {
        [at, value] => Some((variable(list).filter(|_| is_store)?, at, variable(value)?)),
        _ => None,
    }
}

/// Whether an expression gives the same, whatever runs before it that assigns no variable.
fn is_steady(expr: &Expr) -> bool {
    match expr {
        Expr::Int(..) | Expr::Float(_) | Expr::Bool(_) => true,
        Expr::Unary(_, value) | Expr::Cast(value, _) => is_steady(value),
        Expr::Path(Path::Local(name)) if name == "None" => true,
        Expr::Call(some, args) => {
            matches!(&**some, Expr::Path(Path::Local(name)) if name == "Some") && args.iter().all(is_steady)
        }
        Expr::Binary(_, left, right) => is_steady(left) && is_steady(right),
        value => variable(value).is_some(),
    }
}

/// Whether an expression assigns nothing, and can stand in an argument.
fn is_calm(expr: &Expr) -> bool {
    struct Calm(bool);
    impl Visit for Calm {
        fn expr(&mut self, expr: &Expr) {
            self.0 &= !matches!(
                expr,
                Expr::Assign(..)
                    | Expr::AssignOp(..)
                    | Expr::Block(_)
                    | Expr::Labelled(..)
                    | Expr::If(..)
                    | Expr::IfLet(..)
                    | Expr::Match(..)
                    | Expr::Loop(..)
                    | Expr::Await(_)
                    | Expr::RefMut(_)
            );
            walk_expr(self, expr);
        }
    }
    let mut calm = Calm(!Attempts::inside(expr));
    calm.expr(expr);
    calm.0
}
