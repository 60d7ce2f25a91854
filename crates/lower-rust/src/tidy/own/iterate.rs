//! Iterators over owned lists, as Rust writes them.
//!
//! ```text
//! for x in xs.iter() { … }                       for &x in &xs { … }
//! words.iter().map(|w| w.upper())                words.iter().map(|w| w.upper())     of references
//! rows.iter().map(|row| row.len())               rows.iter().map(|row| row.len() as i64)
//! f(x).iter()                                    f(x).into_iter()
//! ```

use super::changes::Changes;
use super::lent::{lend_again, lend_block, lend_closure};
use super::methods::{Kind, kind, makes_a_list};
use super::places::{Place, is_copy};
use super::rewrite::{Rewrite, take};
use super::shapes::{enumerated, holder, in_result};
use crate::rir::visit::{Visit, VisitMut};
use crate::rir::{Block, Expr, Pat, Path, Stmt, Ty, UnOp};
use crate::tidy::resolve::bound;

impl Rewrite<'_> {
    /// An iterator whose items are owned lists.
    pub(super) fn mapped(&mut self, items: &mut Expr) {
        let Expr::Method(inner, name, _, args) = &mut *items else { return self.expr(items) };
        let [Expr::Closure(closure)] = args.as_mut_slice() else { return self.expr(items) };
        if name != "map" {
            return self.expr(items);
        }
        if self.owned_rows(inner).is_some() {
            self.run_over(inner, &closure.params[0].0);
        } else if let Some(item) = self.items(inner)
            && !lend_closure(self.places, closure, &item)
        {
            close(inner, &item);
        }
        self.closures += 1;
        self.owned(&mut closure.body);
        self.closures -= 1;
    }

    /// The owned list of lists that `items` runs over.
    pub(super) fn owned_rows(&self, items: &Expr) -> Option<Place> {
        match items {
            Expr::Method(list, name, _, args) if name == "iter" && args.is_empty() => {
                self.owned_place(list).filter(|place| self.places.rows(*place).is_some())
            }
            _ => None,
        }
    }

    /// `xs.iter()` over lists that are lent to what `pat` binds; whether that changes them.
    pub(super) fn run_over(&self, items: &mut Expr, pat: &Pat) -> bool {
        let row = bound(pat).iter().find_map(|name| self.owned_variable(name));
        let is_changed = row.is_some_and(|row| self.places.is_changed(row));
        if let (Expr::Method(_, name, _, _), true) = (items, is_changed) {
            "iter_mut".clone_into(name);
        }
        is_changed
    }

    /// A loop that takes the last item until there is none.
    ///
    /// ```text
    /// while !xs.is_empty() { let x = xs.pop(); … }        while let Some(x) = xs.pop() { … }
    /// ```
    pub(super) fn drained(&self, expr: &mut Expr) {
        let Expr::While(label, test, body) = &mut *expr else { return };
        let Expr::Unary(UnOp::Not, asked) = &**test else { return };
        let Expr::Method(list, is_empty, ..) = &**asked else { return };
        let (Some(name), Some(_)) = (holder(list), self.owned_place(list)) else { return };
        let Some(Stmt::Let { pat, init: Some(Expr::Method(popped, pop, _, args)), .. }) = body.stmts.first()
        else {
            return;
        };
        let is_pop = pop == "pop" && args.is_empty() && holder(popped) == Some(name);
        if is_empty != "is_empty" || !is_pop {
            return;
        }
        let some = Pat::Call(Path::local("Some"), vec![pat.clone()]);
        let next = popped.clone().method("pop", Vec::new());
        body.stmts.remove(0);
        *expr = Expr::WhileLet(label.take(), some, Box::new(next), std::mem::take(body));
    }

    /// `for x in xs.iter()` is `for &x in &xs` where items are copied, `for x in &xs` where references to them will do.
    pub(super) fn loop_over(&mut self, pat: &mut Pat, iter: &mut Expr, body: &mut Block) {
        if let Some(of) = self.owned_rows(iter) {
            let is_changed = self.run_over(iter, pat);
            let Expr::Method(list, ..) = &mut *iter else { return };
            let list = take(list);
            *iter = match (self.places.is_ref(of), self.places.is_changed(of), is_changed) {
                (false, _, false) => Expr::Ref(Box::new(list)),
                (false, _, true) => Expr::RefMut(Box::new(list)),
                (true, false, _) => list,
                (true, true, false) => list.method("iter", Vec::new()),
                (true, true, true) => list.method("iter_mut", Vec::new()),
            };
            return;
        }
        if let Some(items) = enumerated(iter)
            && self.owned_rows(items).is_some()
            && let Expr::Call(_, args) = iter
            && let [items, ..] = args.as_mut_slice()
        {
            self.run_over(items, pat);
            return;
        }
        let is_enumerated = enumerated(iter).is_some();
        let is_lent = match (&mut *iter, &mut *pat) {
            (Expr::Call(_, args), Pat::Tuple(pats)) if is_enumerated => {
                match (args.as_mut_slice(), pats.as_mut_slice()) {
                    ([items, rest @ ..], [_, pat]) => {
                        let is_lent = self.lent_items(items, pat, body);
                        if is_lent {
                            rest.iter_mut().for_each(|arg| self.expr(arg));
                        }
                        is_lent
                    }
                    _ => false,
                }
            }
            (items, pat) => self.lent_items(items, pat, body),
        };
        if !is_lent {
            self.iterable(iter);
        }
    }

    /// The items of an owned list, lent to what `pat` binds in `body`; `false` where that has to have them itself.
    fn lent_items(&mut self, items: &mut Expr, pat: &mut Pat, body: &mut Block) -> bool {
        let Expr::Method(list, name, _, args) = &mut *items else { return false };
        let Some(place) = self.owned_place(list) else { return false };
        let is_part = name == "slice_items" && self.keeps(place, body);
        if !is_part && (name != "iter" || !args.is_empty()) {
            return false;
        }
        let item = self.places.item(place).clone();
        if is_copy(&item) && !matches!(pat, Pat::Wild) {
            let inner = std::mem::replace(pat, Pat::Wild);
            *pat = Pat::Ref(Box::new(inner));
        } else if !lend_block(self.places, pat, &item, body) {
            return false;
        }
        if is_part {
            "part".clone_into(name);
            self.traits.called(name);
            args.iter_mut().for_each(|arg| self.expr(arg));
            return true;
        }
        let list = take(list);
        *items = match (self.places.is_ref(place), self.places.is_changed(place)) {
            (false, _) => Expr::Ref(Box::new(list)),
            (true, false) => list,
            (true, true) => list.method("iter", Vec::new()),
        };
        true
    }

    /// Whether the body of a loop leaves a list as it is.
    fn keeps(&self, place: Place, body: &Block) -> bool {
        let mut changes =
            Changes { places: self.places, func: self.func, place, found: false, lent: Vec::new() };
        changes.block(body);
        !changes.found && !changes.lent.iter().any(|param| self.places.is_changed(*param))
    }

    /// A method call. Where its items are references to those of an owned list, their type: the caller closes it.
    pub(super) fn items(&mut self, expr: &mut Expr) -> Option<Ty> {
        let Expr::Method(list, name, _, args) = &mut *expr else {
            self.expr(expr);
            return None;
        };
        if self.owned_rows(list).is_some()
            && let [Expr::Closure(closure)] = args.as_mut_slice()
        {
            self.run_over(list, &closure.params[0].0);
            self.closure(closure);
            return None;
        }
        if let Some(rows) = self.owned_row(list).and_then(|of| self.places.rows(of)) {
            return self.row_method(expr, rows);
        }
        if let Some(place) = self.owned_place(list) {
            return self.list_method(expr, place);
        }
        if let Some(result) = self.owned_result(list) {
            if matches!(name.as_str(), "iter" | "into_items") {
                self.plain_call(list);
                "into_iter".clone_into(name);
            } else if kind(name) == Some(Kind::Reads) && !makes_a_list(name) {
                self.plain_call(list);
                self.method(expr, result);
            } else {
                self.expr(list);
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            return None;
        }
        let takes_any = matches!(name.as_str(), "join" | "extend" | "zip" | "chain");
        let Some(item) = self.items(list) else {
            args.iter_mut().for_each(|arg| if takes_any { self.iterable(arg) } else { self.expr(arg) });
            return None;
        };
        match name.as_str() {
            "filter" | "skip_while" | "take_while" => {
                if let [Expr::Closure(closure)] = args.as_mut_slice()
                    && lend_again(closure)
                {
                    self.closure(closure);
                    return Some(item);
                }
            }
            "skip" | "take" | "step_by" | "rev" => {
                args.iter_mut().for_each(|arg| self.expr(arg));
                return Some(item);
            }
            "map" | "for_each" | "any" | "all" | "filter_map" | "flat_map" | "find_map" | "position" => {
                if let [Expr::Closure(closure)] = args.as_mut_slice()
                    && lend_closure(self.places, closure, &item)
                {
                    self.closure(closure);
                    return None;
                }
            }
            _ => {}
        }
        close(list, &item);
        args.iter_mut().for_each(|arg| if takes_any { self.iterable(arg) } else { self.expr(arg) });
        None
    }

    /// What may be anything that can be iterated over: an owned list is, as it is.
    pub(super) fn iterable(&mut self, expr: &mut Expr) {
        self.expr(expr);
        if let Expr::Method(items, name, _, args) = expr
            && name == "into_iter"
            && args.is_empty()
        {
            *expr = take(items);
        }
    }
}

/// Ends the references to items: `.copied()`, `.cloned()`.
pub(super) fn close(items: &mut Expr, item: &Ty) {
    let inner = take(items);
    *items = inner.method(if is_copy(item) { "copied" } else { "cloned" }, Vec::new());
}

/// Whether it is a function of the runtime whose parameters are `impl IntoIterator`.
pub(super) fn takes_iterables(func: &Expr) -> bool {
    match func {
        Expr::Path(Path::RtIn("builtins", _)) => true,
        Expr::Path(Path::Assoc(of, name)) => **of == Path::Rt("Iter") && name == "of",
        _ => false,
    }
}

/// `collect()` where what holds the items says its type.
pub(super) fn infer_collected(value: &mut Expr) {
    if let Expr::Method(_, name, types, _) = value
        && name == "collect"
    {
        types.clear();
    }
}

/// Whether a type is a list of lists, or a `Result` of one.
pub(super) fn holds_lists(ty: &Ty) -> bool {
    matches!(in_result(ty), Ty::Named(Path::Rt("List"), items)
        if matches!(items.as_slice(), [Ty::Named(Path::Rt("List"), _)]))
}
