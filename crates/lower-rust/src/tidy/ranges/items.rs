//! Loops over the indices of one list that are loops over its items.
//!
//! ```text
//! for i in 0..xs.len() { total += xs[i]; }           for &x in &xs { total += x; }
//! for i in 1..xs.len() { f(i, xs[i]); }              for (i, &x) in xs.iter().enumerate().skip(1) { f(i, x); }
//! for i in 0..xs.len() { xs[i] *= 2; }               for x in &mut xs { *x *= 2; }
//! ```
//!
//! Only where the list is asked for nothing but the item at the index: a loop that looks at neighbours, or at two
//! lists, stays as it is, as Clippy would have it (`needless_range_loop`).

use super::places::{Lengths, lengths};
use super::sizes::take;
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut, walk_pat};
use crate::rir::{Block, Expr, Pat, Ty, UnOp};
use crate::tidy::mentions::Mentions;
use crate::tidy::own::is_copied;
use crate::tidy::resolve::{plain, variable};

/// How a loop uses the list whose indices it runs over.
#[derive(Default)]
struct Uses<'a> {
    index: &'a str,
    /// Lists of which it asks for the item at the index.
    direct: Vec<String>,
    /// Whether one of them is the item of a row.
    is_inner: bool,
    /// Whether it asks for another one, computed from the index.
    is_computed: bool,
    /// Variables that are used in another way.
    other: Vec<String>,
    /// Whether the index is used for something else.
    is_index_used: bool,
    /// Whether such an item is assigned, or lent to be changed.
    is_changed: bool,
    /// Variables that the loop binds.
    bound: Vec<String>,
}

impl Uses<'_> {
    /// `xs[i]`.
    fn is_item(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Index(list, index)
            if variable(list).is_some() && variable(index) == Some(self.index))
    }

    fn changes(&mut self, place: &Expr) {
        match place {
            place if self.is_item(place) => self.is_changed = true,
            Expr::Index(list, _) | Expr::Field(list, _) | Expr::TupleField(list, _) => self.changes(list),
            _ => {}
        }
    }
}

impl Visit for Uses<'_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Assign(place, _) | Expr::AssignOp(_, place, _) | Expr::RefMut(place) => self.changes(place),
            Expr::Method(receiver, name, ..) if lengths(name) != Lengths::Stay || changes(name) => {
                self.changes(receiver);
            }
            _ => {}
        }
        match expr {
            Expr::Index(list, index) => {
                let uses_index = Mentions::in_expr(self.index, index);
                match root(list) {
                    // `xs[i]`, `grid[k][i]`, whatever `k` is.
                    Some(root) if uses_index => {
                        self.is_inner |= variable(list).is_none();
                        match variable(index) == Some(self.index) {
                            true => self.direct.push(root.to_owned()),
                            false => self.is_computed = true,
                        }
                    }
                    _ => {
                        self.expr(list);
                        self.expr(index);
                    }
                }
            }
            Expr::Path(_) => match variable(expr) {
                Some(name) if name == self.index => self.is_index_used = true,
                Some(name) => self.other.push(name.to_owned()),
                None => {}
            },
            expr => walk_expr(self, expr),
        }
    }

    fn pat(&mut self, pat: &Pat) {
        if let Pat::Bind(name, _) = pat {
            self.bound.push(name.clone());
        }
        walk_pat(self, pat);
    }
}

/// The variable whose item, or item of an item, is asked for.
fn root(list: &Expr) -> Option<&str> {
    match list {
        Expr::Index(list, _) => root(list),
        list => variable(list),
    }
}

/// Methods that change an item without changing its length.
fn changes(method: &str) -> bool {
    matches!(
        method,
        "set"
            | "try_set"
            | "set_cell"
            | "swap"
            | "swap_at"
            | "reverse"
            | "sort"
            | "sort_in_order"
            | "sort_by_keys"
            | "fill"
            | "iter_mut"
            | "row_mut"
    )
}

/// A list whose items a loop over its indices asks for, and for nothing else of it.
pub(super) struct Found {
    pub(super) list: String,
    /// Whether it is a row of the list that is asked, which the loop cannot be over.
    pub(super) is_inner: bool,
    is_index_used: bool,
    is_changed: bool,
}

/// The one list that a loop over `index` asks for its items.
pub(super) fn only_list(index: &str, body: &Block) -> Option<Found> {
    let mut uses = Uses { index, ..Uses::default() };
    uses.block(body);
    let list = uses.direct.first()?.clone();
    let is_only = !uses.is_computed
        && uses.direct.iter().all(|other| *other == list)
        && !uses.other.contains(&list)
        && !uses.bound.contains(&list);
    is_only.then_some(Found {
        list,
        is_inner: uses.is_inner,
        is_index_used: uses.is_index_used,
        is_changed: uses.is_changed,
    })
}

/// Makes of the loop over `pat` in `items` one over the items of the list; `item` is their type, `name` the variable.
pub(super) fn rewrite(
    found: &Found,
    (pat, items, body): (&mut Pat, &mut Expr, &mut Block),
    (ty, item): (&Ty, &Ty),
    name: String,
) {
    let Pat::Bind(index, _) = &*pat else { return };
    let index = index.clone();
    let Expr::Range(Some(start), _) = &mut *items else { return };
    let start = take(start);
    let is_copy = is_copied(item) && !found.is_changed;
    let is_mut = found.is_changed;
    let mut replace = Replace { list: &found.list, index: &index, name: &name, is_copy, is_mut };
    replace.block(body);
    let bound = Pat::Bind(name.clone(), false);
    let bound = if is_copy { Pat::Ref(Box::new(bound)) } else { bound };
    let list = Expr::local(found.list.clone());
    let is_from_start = matches!(start, Expr::Int(0, _));
    if found.is_index_used {
        let iter = list.method(if found.is_changed { "iter_mut" } else { "iter" }, Vec::new());
        let pairs = iter.method("enumerate", Vec::new());
        *items = if is_from_start { pairs } else { pairs.method("skip", vec![start]) };
        *pat = Pat::Tuple(vec![Pat::Bind(index, false), bound]);
        return;
    }
    let is_lent = matches!(ty, Ty::Ref(_) | Ty::RefMut(_));
    let part = Expr::Index(Box::new(list.clone()), Box::new(Expr::Range(Some(Box::new(start)), None)));
    *items = match (is_from_start, found.is_changed) {
        (true, false) if is_lent && !matches!(ty, Ty::RefMut(_)) => list,
        (true, false) if is_lent => list.method("iter", Vec::new()),
        (true, true) if is_lent => list.method("iter_mut", Vec::new()),
        (true, false) => Expr::Ref(Box::new(list)),
        (true, true) => Expr::RefMut(Box::new(list)),
        (false, false) => Expr::Ref(Box::new(part)),
        (false, true) => Expr::RefMut(Box::new(part)),
    };
    *pat = bound;
}

/// What the items of a list are called: `x` of `xs`, `word` of `words`.
pub(super) fn item_name(list: &str) -> &str {
    let name = plain(list);
    let one = name.strip_suffix('s').filter(|one| !one.is_empty() && !one.ends_with('s'));
    match one {
        Some("i" | "a" | "thi" | "clas" | "la" | "r#a" | "r#i") | None => "item",
        Some(one) if one.ends_with("ie") || one.ends_with("xe") || one.ends_with("che") => "item",
        Some(one) => one,
    }
}

/// Writes the item for `xs[i]`.
struct Replace<'a> {
    list: &'a str,
    index: &'a str,
    name: &'a str,
    is_copy: bool,
    /// Whether the item is lent to be changed.
    is_mut: bool,
}

impl Replace<'_> {
    fn is_item(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Index(list, index)
            if variable(list) == Some(self.list) && variable(index) == Some(self.index))
    }

    fn item(&self) -> Expr {
        Expr::local(self.name.to_owned())
    }

    /// An operand: operators know `&T`, and no `&mut T`.
    fn operand(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Ref(inner) if self.is_mut && self.is_item(inner) => {
                *expr = self.item().deref().by_ref();
            }
            expr => self.expr(expr),
        }
    }

    /// What is looked at where it is: a reference does as well.
    fn place(&mut self, expr: &mut Expr) {
        if self.is_item(expr) {
            *expr = self.item();
        } else {
            self.expr(expr);
        }
    }
}

impl VisitMut for Replace<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            expr if self.is_item(expr) => {
                *expr = if self.is_copy { self.item() } else { self.item().deref() };
            }
            Expr::Ref(inner) | Expr::RefMut(inner) if self.is_item(inner) && !self.is_copy => {
                *expr = self.item()
            }
            Expr::Binary(_, left, right) => {
                self.operand(left);
                self.operand(right);
            }
            Expr::Method(receiver, _, _, args) => {
                self.place(receiver);
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            Expr::Field(value, _) | Expr::TupleField(value, _) => self.place(value),
            Expr::Index(list, index) => {
                self.place(list);
                self.expr(index);
            }
            Expr::Unary(UnOp::Deref, value) => self.place(value),
            expr => walk_expr_mut(self, expr),
        }
    }
}
