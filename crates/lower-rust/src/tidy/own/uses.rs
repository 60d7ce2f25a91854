//! What a function does with its lists: which it changes, lends, moves and shares.

use rustc_hash::FxHashSet;

use super::changes::{Changes, Mentioned, only_reads};
use super::iterators::{CONSUMERS, EACH, EAGER};
use super::methods::{Kind, kind, makes_a_list, suits_rows};
use super::places::{Place, Places, is_exact};
use super::shapes::{builtin, callee, collects_list, holder, is_list, is_new, literal, named, row_of, shown};
use crate::rir::visit::{Visit, walk_branches, walk_expr, walk_stmt};
use crate::rir::{BinOp, Block, Closure, Expr, Fn, Pat, Stmt};
use crate::tidy::entry::CHANGES;
use crate::tidy::resolve::variable;

/// The variables of a function.
pub(super) struct Look<'p> {
    pub(super) places: &'p mut Places,
    pub(super) func: usize,
    pub(super) result: Option<Place>,
    /// How many closures are around, that run while the expression around them does.
    pub(super) closures: u32,
    /// What the iterator that is looked at borrows.
    pub(super) borrowed: Vec<Place>,
}

impl<'p> Look<'p> {
    pub(super) fn at(places: &'p mut Places, at: usize, func: &Fn, is_known: bool) -> Self {
        let result = if is_known { places.result(&func.name) } else { None };
        Look { places, func: at, result, closures: 0, borrowed: Vec::new() }
    }

    pub(super) fn function(&mut self, func: &Fn) {
        self.body(&func.body);
    }

    pub(super) fn place(&self, expr: &Expr) -> Option<Place> {
        self.places.variable(self.func, holder(expr)?)
    }

    /// As [`Self::place`], through `&` and `*`.
    pub(super) fn named(&self, expr: &Expr) -> Option<Place> {
        self.places.variable(self.func, named(expr)?)
    }

    /// The statements of a block: a list of a list of lists is held by a variable until the block ends.
    fn stmts(&mut self, block: &Block) {
        for (at, stmt) in block.stmts.iter().enumerate() {
            self.stmt(stmt);
            let Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), .. } = stmt else { continue };
            let (Some(of), Some(row)) = (self.row(init), self.places.variable(self.func, name)) else {
                continue;
            };
            let rest = Block { stmts: block.stmts[at + 1..].to_vec(), tail: block.tail.clone() };
            self.held(of, row, &rest);
        }
    }

    /// `row` is one of the lists of `of` while `rest` runs.
    pub(super) fn held(&mut self, of: Place, row: Place, rest: &Block) {
        self.unchanged(of, |changes| changes.block(rest));
        let mut found = Mentioned(FxHashSet::default());
        found.block(rest);
        if found.0.iter().any(|name| self.places.variable(self.func, name) == Some(of)) {
            self.places.freeze(of, row);
        }
    }

    /// What `walk` looks at runs while something holds the items of `place`: where it changes them, the list is shared.
    pub(super) fn unchanged(&mut self, place: Place, walk: impl FnOnce(&mut Changes<'_>)) {
        let mut changes =
            Changes { places: self.places, func: self.func, place, found: false, lent: Vec::new() };
        walk(&mut changes);
        let Changes { found, lent, .. } = changes;
        if found {
            self.places.share(place);
        }
        lent.into_iter().for_each(|param| self.places.freeze(place, param));
    }

    /// The list of lists of which `expr` is one.
    pub(super) fn row(&self, expr: &Expr) -> Option<Place> {
        let place = self.places.variable(self.func, row_of(expr)?.0)?;
        self.places.rows(place).map(|_| place)
    }

    fn body(&mut self, body: &Block) {
        self.stmts(body);
        if let Some(tail) = &body.tail {
            self.returned(tail);
        }
    }

    /// What a function gives back.
    fn returned(&mut self, value: &Expr) {
        let Some(result) = self.result else { return self.expr(value) };
        // The `Result` of one is that of the other.
        if let Expr::Call(func, args) = value
            && let Some(func) = callee(func)
            && self.places.given(value).is_none()
            && let Some(inner) = self.places.result(func)
        {
            self.places.join(inner, result);
            return self.call(func, args);
        }
        match value {
            Expr::Call(func, args) if callee(func) == Some("Ok") => {
                args.iter().for_each(|value| self.value(value, result));
            }
            Expr::Call(func, args) if callee(func) == Some("Err") => {
                args.iter().for_each(|arg| self.expr(arg))
            }
            // `collect::<Result<List<T>, Exception>>()`.
            Expr::Method(items, name, types, _) if name == "collect" && !types.is_empty() => {
                self.collected(items, result);
            }
            Expr::Block(_) | Expr::If(..) | Expr::IfLet(..) | Expr::Match(..) => {
                walk_branches(self, value, Self::stmts, &mut Self::returned);
            }
            value => self.value(value, result),
        }
    }

    /// A value that `to` holds from now on.
    pub(super) fn value(&mut self, value: &Expr, to: Place) {
        if let Some(place) = self.named(value) {
            let is_moved = variable(value).is_some() && self.closures == 0;
            if !is_moved || self.places.is_ref(place) != self.places.is_ref(to) {
                self.places.share(place);
            }
            return self.places.join(place, to);
        }
        if let Some(items) = literal(value) {
            return items.iter().for_each(|item| self.item(item, to));
        }
        if is_new(value) {
            return;
        }
        if let Some((func, args)) = self.places.given(value) {
            match self.places.result(func) {
                Some(result) => self.places.join(result, to),
                None => self.places.share(to),
            }
            return self.call(func, args);
        }
        match value {
            Expr::Method(items, name, types, _) if name == "collect" && is_list(types) => {
                self.collected(items, to)
            }
            Expr::Try(inner) if collects_list(inner) && self.places.rows(to).is_none() => self.expr(inner),
            Expr::Method(list, name, _, args) if makes_a_list(name) && self.row(list).is_some() => {
                if let (Some(of), Some((_, index))) = (self.row(list), row_of(list)) {
                    self.places.follow(of, to);
                    self.row_method(of, list, name, args);
                    self.expr(index);
                }
            }
            // It is moved out.
            Expr::Method(list, name, _, args)
                if matches!(name.as_str(), "pop" | "pop_at")
                    && self.closures == 0
                    && self.place(list).is_some_and(|place| self.places.rows(place).is_some()) =>
            {
                if let Some(place) = self.place(list) {
                    self.places.join(place, to);
                    self.places.change(place, true);
                    args.iter().for_each(|arg| self.expr(arg));
                }
            }
            Expr::Method(list, name, _, args) if name == "concat" && self.place(list).is_none() => {
                self.value(list, to);
                args.iter().for_each(|arg| self.appended(arg, to));
            }
            Expr::Method(list, name, _, args) if makes_a_list(name) => match self.place(list) {
                Some(place) => {
                    self.places.follow(place, to);
                    self.method(place, list, name, args);
                }
                // `&vec![x; 3]` wants to be an array, which needs a copy and a constant.
                None if literal(list).is_some_and(|items| items.len() == 1)
                    && name == "repeat"
                    && self.places.rows(to).is_none()
                    && !(self.places.is_ref(to) && matches!(args.as_slice(), [Expr::Int(..)])) =>
                {
                    literal(list).into_iter().flatten().for_each(|item| self.expr(item));
                    args.iter().for_each(|arg| self.expr(arg));
                }
                None => {
                    self.places.share(to);
                    self.expr(value);
                }
            },
            Expr::Block(_) | Expr::If(..) | Expr::IfLet(..) | Expr::Match(..) => {
                walk_branches(self, value, Self::stmts, &mut |look, value| look.value(value, to));
            }
            value if value.diverges() => self.expr(value),
            value => {
                self.places.share(to);
                self.expr(value);
            }
        }
    }

    /// An item of a list that `to` holds.
    fn item(&mut self, item: &Expr, to: Place) {
        match self.places.rows(to) {
            Some(rows) => self.value(item, rows),
            None => self.expr(item),
        }
    }

    /// What an iterator gives is collected into `to`.
    fn collected(&mut self, items: &Expr, to: Place) {
        let Some(rows) = self.places.rows(to) else { return self.items(items) };
        if let Expr::Method(inner, name, _, args) = items
            && name == "map"
            && let [Expr::Closure(closure)] = args.as_slice()
        {
            match self.rows_of(inner) {
                Some(of) if self.is_row(closure) => self.borrowed.push(of),
                _ => self.items(inner),
            }
            self.run_at_once(closure, Some(rows));
            return;
        }
        self.places.share(to);
        self.items(items);
    }

    /// The list of lists over which `items` runs.
    pub(super) fn rows_of(&self, items: &Expr) -> Option<Place> {
        match items {
            Expr::Method(list, name, _, args) if name == "iter" && args.is_empty() => {
                self.place(list).filter(|place| self.places.rows(*place).is_some())
            }
            _ => None,
        }
    }

    /// Whether the parameter of a closure is a variable that a list is lent to.
    pub(super) fn is_row(&self, closure: &Closure) -> bool {
        match closure.params.as_slice() {
            [(Pat::Bind(name, _), None)] => self.places.variable(self.func, name).is_some(),
            _ => false,
        }
    }

    /// A method of a list of a list of lists.
    fn row_method(&mut self, of: Place, list: &Expr, name: &str, args: &[Expr]) {
        let own = row_of(list).map_or("", |(name, _)| name);
        let compares = matches!(name, "contains" | "count" | "index" | "remove");
        let what = kind(name).filter(|_| {
            self.places.rows(of).is_some_and(|rows| {
                self.places.rows(rows).is_none() && (!compares || is_exact(self.places.item(rows)))
            })
        });
        match what {
            Some(Kind::Reads) => args.iter().for_each(|arg| self.unchanged(of, |changes| changes.expr(arg))),
            Some(Kind::Changes | Kind::Grows) => {
                if self.closures > 0 || !args.iter().all(|arg| only_reads(arg, own)) {
                    self.places.share(of);
                }
                if name == "extend" && args.iter().any(|arg| !self.places.is_free_of(arg, own)) {
                    self.places.share(of);
                }
                self.places.change(of, false);
            }
            None => self.places.share(of),
        }
        match name {
            "extend" => args.iter().for_each(|arg| self.items(arg)),
            "concat" => args.iter().for_each(|arg| self.appended(arg, of)),
            _ => args.iter().for_each(|arg| match arg {
                Expr::Closure(closure) => self.run_at_once(closure, None),
                arg => self.expr(arg),
            }),
        }
    }

    /// A method of a list.
    fn method(&mut self, place: Place, list: &Expr, name: &str, args: &[Expr]) {
        let has_rows = self.places.rows(place).is_some();
        let what = kind(name).filter(|_| !has_rows || suits_rows(name));
        let compares = matches!(
            name,
            "contains"
                | "count"
                | "index"
                | "try_index"
                | "index_in"
                | "try_index_in"
                | "remove"
                | "try_remove"
        );
        if compares && !is_exact(self.places.item(place)) {
            self.places.share(place);
        }
        let own = holder(list).unwrap_or_default();
        match what {
            // It is held while the arguments are evaluated.
            Some(Kind::Reads) => {
                args.iter().for_each(|arg| self.unchanged(place, |changes| changes.expr(arg)))
            }
            Some(Kind::Changes | Kind::Grows) => {
                if self.closures > 0 || !args.iter().all(|arg| only_reads(arg, own)) {
                    self.places.share(place);
                }
                self.places.change(place, what == Some(Kind::Grows));
            }
            None => self.places.share(place),
        }
        if matches!(name, "extend") {
            // Rust's takes the items one by one, while it holds the list.
            if args.iter().any(|arg| !self.places.is_free_of(arg, own)) {
                self.places.share(place);
            }
            return args.iter().for_each(|arg| self.items(arg));
        }
        if name == "concat" {
            return args.iter().for_each(|arg| self.appended(arg, place));
        }
        if matches!(name, "set_slice" | "try_set_slice") {
            return args.iter().for_each(|arg| self.items(arg));
        }
        if has_rows && matches!(name, "append" | "push" | "insert" | "set" | "try_set") {
            if let [before @ .., item] = args {
                before.iter().for_each(|arg| self.expr(arg));
                self.item(item, place);
            }
            return;
        }
        args.iter().for_each(|arg| match arg {
            Expr::Closure(closure) => self.run_at_once(closure, None),
            arg => self.expr(arg),
        });
    }

    /// What a list is concatenated with, by reference.
    fn appended(&mut self, other: &Expr, to: Place) {
        match (self.named(other), other) {
            (Some(other), _) => self.places.join(other, to),
            (None, Expr::Ref(value)) => self.value(value, to),
            (None, other) => {
                self.places.share(to);
                self.expr(other);
            }
        }
    }

    /// The arguments of a function of the file.
    fn call(&mut self, func: &str, args: &[Expr]) {
        for (at, arg) in args.iter().enumerate() {
            let Some(param) = self.places.param(func, at) else {
                self.expr(arg);
                continue;
            };
            let is_ref = self.places.is_ref(param);
            let value = match arg {
                Expr::Ref(value) if is_ref => value,
                arg => arg,
            };
            if let (true, Some(of), Some((own, index))) = (is_ref, self.row(value), row_of(value)) {
                self.places.join(of, param);
                self.places.lend_row(of, param);
                self.expr(index);
                let is_reader =
                    |other: &Expr| named(other) != Some(own) && self.places.is_free_of(other, own);
                if self.closures > 0 || args.iter().enumerate().any(|(n, other)| n != at && !is_reader(other))
                {
                    self.places.freeze(of, param);
                }
                continue;
            }
            let Some(place) = self.named(value) else {
                self.value(value, param);
                continue;
            };
            if !is_ref {
                self.value(value, param);
                continue;
            }
            self.places.join(place, param);
            self.places.lend(place, param);
            if self.closures > 0 {
                self.places.freeze(place, param);
            }
            let own = named(value).unwrap_or_default();
            for (_, other) in args.iter().enumerate().filter(|(n, _)| *n != at) {
                // What only reads is evaluated before.
                if named(other) == Some(own) || !only_reads(other, own) {
                    self.places.freeze(place, param);
                    // It is lent while the others are evaluated.
                    if named(other).is_none() {
                        self.unchanged(place, |changes| changes.expr(other));
                    }
                }
            }
        }
    }

    fn compare(&mut self, op: BinOp, left: &Expr, right: &Expr) {
        let sides = [(left, right), (right, left)];
        for (one, other) in sides {
            let Some(place) = self.named(one) else { continue };
            let is_equality = matches!(op, BinOp::Eq | BinOp::Ne);
            let is_known = match self.named(other) {
                Some(second) => {
                    self.places.join(place, second);
                    true
                }
                None => {
                    is_equality && !self.places.is_ref(place) && (literal(other).is_some() || is_new(other))
                }
            };
            if !is_known || !is_exact(self.places.item(place)) {
                self.places.share(place);
            }
        }
        for side in [left, right] {
            match (self.named(side), literal(side)) {
                (Some(_), _) => {}
                (None, Some(items)) => items.iter().for_each(|item| self.expr(item)),
                (None, None) => self.expr(side),
            }
        }
    }
}

impl Visit for Look<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let Some(place) = self.place(expr) {
            return self.places.share(place);
        }
        if let Some((name, args)) = builtin(expr)
            && CONSUMERS.contains(&name)
        {
            return args.iter().for_each(|arg| match arg {
                Expr::Closure(closure) => self.run_at_once(closure, None),
                arg => self.items(arg),
            });
        }
        if let Some(value) = shown(expr) {
            match value {
                _ if self.named(value).is_some() => return,
                Expr::Ref(call) if self.places.given(call).is_some() => {
                    return self
                        .places
                        .given(call)
                        .into_iter()
                        .for_each(|(func, args)| self.call(func, args));
                }
                Expr::Ref(list) if self.row(list).is_some() => {
                    return row_of(list).into_iter().for_each(|(_, index)| self.expr(index));
                }
                _ => {}
            }
        }
        if let Some((func, args)) = self.places.given(expr) {
            // What becomes of the lists in it is not known.
            if let Some(result) = self.places.result(func)
                && self.places.rows(result).is_some()
            {
                self.places.share(result);
            }
            return self.call(func, args);
        }
        // The lists of a list that a function gives are handed on one by one.
        if let Expr::Method(list, name, _, _) = expr
            && !matches!(name.as_str(), "len" | "is_empty")
            && let Some((func, _)) = self.places.given(list)
            && let Some(result) = self.places.result(func)
            && self.places.rows(result).is_some()
        {
            self.places.share(result);
        }
        match expr {
            Expr::Method(list, name, _, args) if self.place(list).is_some() => {
                if let Some(place) = self.place(list) {
                    self.method(place, list, name, args);
                }
            }
            Expr::Method(list, name, _, args) if self.row(list).is_some() => {
                if let (Some(of), Some((_, index))) = (self.row(list), row_of(list)) {
                    self.row_method(of, list, name, args);
                    self.expr(index);
                }
            }
            Expr::Method(items, name, _, args) if EAGER.contains(&name.as_str()) => {
                match (self.rows_of(items), args.as_slice()) {
                    (Some(of), [Expr::Closure(closure)])
                        if self.is_row(closure) && EACH.contains(&name.as_str()) =>
                    {
                        self.borrowed.push(of);
                    }
                    _ => self.items(items),
                }
                args.iter().for_each(|arg| match arg {
                    Expr::Closure(closure) => self.run_at_once(closure, None),
                    arg => self.expr(arg),
                });
            }
            Expr::Method(dict, name, _, args) if CHANGES.contains(&name.as_str()) => {
                self.expr(dict);
                args.iter().for_each(|arg| match arg {
                    Expr::Closure(closure) => self.run_at_once(closure, None),
                    arg => self.expr(arg),
                });
            }
            Expr::Method(text, name, _, args) if matches!(name.as_str(), "join" | "extend") => {
                self.expr(text);
                args.iter().for_each(|arg| self.items(arg));
            }
            Expr::Call(func, args) => match callee(func) {
                // A `Result` that is looked at.
                Some(func) => {
                    if let Some(result) = self.places.result(func) {
                        self.places.share(result);
                    }
                    self.call(func, args);
                }
                None => walk_expr(self, expr),
            },
            Expr::Binary(op, left, right) if op.is_comparison() => self.compare(*op, left, right),
            Expr::Assign(target, value) => match self.place(target) {
                Some(place) if !self.places.is_ref(place) && self.closures == 0 => self.value(value, place),
                Some(place) => {
                    self.places.share(place);
                    self.expr(value);
                }
                None => {
                    self.expr(value);
                    self.expr(target);
                }
            },
            Expr::Struct(_, fields) => {
                for (name, value) in fields {
                    match self.places.field(name) {
                        Some(place) => self.value(value, place),
                        None => self.expr(value),
                    }
                }
            }
            Expr::Return(Some(value)) if self.closures == 0 => self.returned(value),
            Expr::For(_, pat, iter, body) => self.loop_over(pat, iter, body),
            Expr::Format { first, args, .. } => {
                self.shown_together(args);
                first.iter().for_each(|first| self.expr(first));
                args.iter().for_each(|arg| self.expr(arg));
            }
            // When it runs is not known.
            Expr::Closure(closure) => {
                let mut found = Mentioned(FxHashSet::default());
                found.expr(&closure.body);
                self.escape(&found.0);
                let result = self.result.take();
                self.closures += 1;
                self.expr(&closure.body);
                self.closures -= 1;
                self.result = result;
            }
            Expr::AsyncMove(body) => {
                let mut found = Mentioned(FxHashSet::default());
                found.block(body);
                self.escape(&found.0);
                let result = self.result.take();
                self.closures += 1;
                self.block(body);
                self.closures -= 1;
                self.result = result;
            }
            _ => walk_expr(self, expr),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Let { pat, init: Some(init), .. } => self.bind(pat, init),
            _ => walk_stmt(self, stmt),
        }
    }

    fn block(&mut self, block: &Block) {
        self.stmts(block);
        block.tail.iter().for_each(|tail| self.expr(tail));
    }
}

impl Look<'_> {
    fn bind(&mut self, pat: &Pat, init: &Expr) {
        match (pat, init) {
            (Pat::Bind(name, _), init) => match self.places.variable(self.func, name) {
                Some(_) if self.row(init).is_some() && self.closures == 0 => {
                    row_of(init).into_iter().for_each(|(_, index)| self.expr(index));
                }
                Some(place) if self.closures == 0 => self.value(init, place),
                Some(place) => {
                    self.places.share(place);
                    self.expr(init);
                }
                None => self.expr(init),
            },
            (Pat::Tuple(pats), Expr::Tuple(items)) if pats.len() == items.len() => {
                pats.iter().zip(items).for_each(|(pat, item)| self.bind(pat, item));
            }
            (_, init) => self.expr(init),
        }
    }

    /// What is shown is looked at after all of it has been evaluated.
    fn shown_together(&mut self, args: &[Expr]) {
        let mut found = Mentioned(FxHashSet::default());
        args.iter().for_each(|arg| found.expr(arg));
        for name in found.0 {
            let Some(place) = self.places.variable(self.func, &name) else { continue };
            for (n, arg) in args.iter().enumerate() {
                if args
                    .iter()
                    .enumerate()
                    .any(|(other, arg)| other != n && !self.places.is_free_of(arg, &name))
                {
                    self.unchanged(place, |changes| changes.expr(arg));
                }
            }
        }
    }

    fn escape(&mut self, names: &FxHashSet<String>) {
        for name in names {
            if let Some(place) = self.places.variable(self.func, name) {
                self.places.share(place);
            }
        }
    }
}
