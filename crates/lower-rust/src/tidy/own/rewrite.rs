//! Writes what is owned as Rust has it: `Vec<T>`, `&[T]`, `&mut Vec<T>`.

use super::Traits;
use super::iterate::{close, holds_lists, infer_collected, takes_iterables};
use super::methods::{Kind, kind, makes_a_list};
use super::places::{Place, Places, is_copy, is_exact};
use super::shapes::{callee, holder, in_result, is_list, is_new, literal, named, row_of};
use crate::rir::visit::{VisitMut, walk_branches_mut, walk_closure_mut, walk_expr_mut, walk_stmt_mut};
use crate::rir::{BinOp, Block, Closure, Expr, Fn, Pat, Path, Stmt, Ty};
use crate::tidy::displays::filled_at_once;
use crate::tidy::resolve::plain;

/// Rewrites one function.
pub(super) struct Rewrite<'p> {
    pub(super) places: &'p Places,
    pub(super) func: usize,
    result: Option<Place>,
    pub(super) closures: u32,
    /// The methods of the runtime's traits that are called.
    pub(super) traits: &'p mut Traits,
    /// Names of parameters of the functions of the file.
    params: &'p dyn std::ops::Fn(&str, usize) -> Option<String>,
    /// How many variables are new.
    n_new: usize,
}

fn vec_of(item: Ty) -> Ty {
    Ty::Named(Path::local("Vec"), vec![item])
}

/// `List<T>` as `Vec<T>`, also in `Result<List<T>, Exception>`.
fn as_vec(ty: &mut Ty) {
    match ty {
        Ty::Named(path @ Path::Rt("List"), items) => {
            *path = Path::local("Vec");
            items.iter_mut().for_each(as_vec);
        }
        Ty::Named(Path::Local(name), args) if name == "Result" => args.iter_mut().take(1).for_each(as_vec),
        _ => {}
    }
}

pub(super) fn take(expr: &mut Expr) -> Expr {
    std::mem::replace(expr, Expr::unit())
}

impl<'p> Rewrite<'p> {
    pub(super) fn new(
        places: &'p Places,
        func: usize,
        traits: &'p mut Traits,
        params: &'p dyn std::ops::Fn(&str, usize) -> Option<String>,
    ) -> Self {
        Rewrite { places, func, result: None, closures: 0, traits, params, n_new: 0 }
    }

    /// Rewrites `func`; `is_known` says whether its parameters and its result are places.
    pub(super) fn function(&mut self, func: &mut Fn, is_known: bool) {
        for param in &mut func.params {
            if let Some(place) = self.owned_variable(&param.name) {
                param.ty = self.places.ty(place);
                param.is_mut |= self.places.is_changed(place) && !self.places.is_ref(place);
            }
        }
        if is_known
            && let Some(place) = self.places.result(&func.name).filter(|place| self.places.is_owned(*place))
        {
            self.result = Some(place);
            func.ret.iter_mut().for_each(as_vec);
        }
        self.stmts(&mut func.body.stmts);
        if let Some(tail) = &mut func.body.tail {
            self.returned(tail);
        }
    }

    /// The statements of a block; what is read before a call stands before it.
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        for mut stmt in std::mem::take(stmts) {
            let was_call = matches!(&stmt, Stmt::Expr(Expr::Call(..)));
            self.stmt(&mut stmt);
            match stmt {
                Stmt::Expr(Expr::Block(Block { stmts: before, tail: Some(call) })) if was_call => {
                    stmts.extend(before);
                    stmts.push(Stmt::Expr(*call));
                }
                stmt => stmts.push(stmt),
            }
        }
        filled_at_once(stmts);
    }

    fn block_stmts(&mut self, block: &mut Block) {
        self.stmts(&mut block.stmts);
    }

    pub(super) fn owned_variable(&self, name: &str) -> Option<Place> {
        self.places.variable(self.func, name).filter(|place| self.places.is_owned(*place))
    }

    /// The owned list that an expression names.
    pub(super) fn owned_place(&self, expr: &Expr) -> Option<Place> {
        self.owned_variable(holder(expr)?)
    }

    /// Whether an expression that goes into an owned place makes a list: text is concatenated, too.
    fn is_list(&self, expr: &Expr) -> bool {
        let is_its = |block: &Block| block.tail.as_deref().is_some_and(|tail| self.is_list(tail));
        match expr {
            Expr::Block(block) => return is_its(block),
            Expr::If(_, then, Some(otherwise)) | Expr::IfLet(_, _, then, Some(otherwise)) => {
                return is_its(then) && self.is_list(otherwise);
            }
            _ => {}
        }
        if literal(expr).is_some() || is_new(expr) || self.owned_result(expr).is_some() {
            return true;
        }
        match expr {
            Expr::Method(_, name, types, _) if name == "collect" => {
                types.iter().any(|ty| matches!(in_result(ty), Ty::Named(Path::Rt("List"), _)))
            }
            Expr::Method(list, name, _, _) => {
                makes_a_list(name)
                    && (self.owned_place(list).is_some()
                        || self.owned_row(list).is_some()
                        || self.is_list(list))
            }
            _ => false,
        }
    }

    fn returned(&mut self, value: &mut Expr) {
        if self.result.is_none() {
            return self.expr(value);
        }
        match value {
            Expr::Call(func, args) if matches!(callee(func), Some("Ok")) => {
                args.iter_mut().for_each(|value| self.owned(value));
            }
            Expr::Call(func, _) if matches!(callee(func), Some("Err")) => self.expr(value),
            Expr::Block(_) | Expr::If(..) | Expr::IfLet(..) | Expr::Match(..) => {
                walk_branches_mut(self, value, Self::block_stmts, &mut Self::returned);
            }
            value => {
                self.owned(value);
                infer_collected(value);
            }
        }
    }

    /// A value that goes into an owned place.
    pub(super) fn owned(&mut self, value: &mut Expr) {
        if literal(value).is_some() {
            let Expr::Call(_, args) = value else { return };
            let Some(Expr::Array(items)) = args.first_mut() else { return };
            for item in items.iter_mut() {
                match item {
                    // The place says the type.
                    Expr::Int(_, suffix) => *suffix = None,
                    Expr::Tuple(parts) => parts.iter_mut().for_each(|part| match part {
                        Expr::Int(_, suffix) => *suffix = None,
                        part => self.expr(part),
                    }),
                    item => self.owned(item),
                }
            }
            *value = Expr::Vec(std::mem::take(items));
            return;
        }
        if is_new(value) {
            *value = Expr::call(Path::local("Vec").assoc("new"), Vec::new());
            return;
        }
        match value {
            Expr::Method(items, name, types, _) if name == "collect" && types.iter().any(holds_lists) => {
                types.iter_mut().for_each(as_vec);
                self.mapped(items);
            }
            Expr::Method(items, name, types, _)
                if name == "collect"
                    && types.iter().any(|ty| is_list(std::slice::from_ref(in_result(ty)))) =>
            {
                types.iter_mut().for_each(as_vec);
                self.expr(items);
                // `xs.iter().copied().collect()`.
                if let Expr::Method(inner, each, _, _) = &mut **items
                    && matches!(each.as_str(), "copied" | "cloned")
                    && let Expr::Method(list, iter, _, _) = &mut **inner
                    && iter == "iter"
                    && let Some(place) = self.owned_place(list)
                {
                    let copy = if self.places.is_ref(place) { "to_vec" } else { "clone" };
                    *value = take(list).method(copy, Vec::new());
                }
            }
            Expr::Try(inner) if matches!(&**inner, Expr::Method(_, name, ..) if name == "collect") => {
                self.owned(inner);
            }
            Expr::Method(list, name, _, args)
                if name == "concat" && self.owned_place(list).is_none() && self.is_list(list) =>
            {
                self.owned(list);
                args.iter_mut().for_each(|arg| self.appended(arg));
                "plus".clone_into(name);
                self.traits.called(name);
            }
            Expr::Method(list, name, _, _) if makes_a_list(name) && self.owned_row(list).is_some() => {
                let rows = self.owned_row(list).and_then(|of| self.places.rows(of));
                self.row(list, false);
                if let Some(rows) = rows {
                    self.method(value, rows);
                }
            }
            Expr::Method(list, name, _, args) if makes_a_list(name) => {
                if let Some([item]) = literal(list) {
                    let mut item = item.clone();
                    match &mut item {
                        Expr::Int(_, suffix) => *suffix = None,
                        item => self.owned(item),
                    }
                    let mut count = args.pop().unwrap_or_else(Expr::unit);
                    self.expr(&mut count);
                    *value = Expr::Filled(Box::new(item), Box::new(size(count)));
                } else if let Some(place) = self.owned_place(list) {
                    self.method(value, place);
                } else {
                    self.expr(value);
                }
            }
            Expr::Block(_) | Expr::If(..) | Expr::IfLet(..) | Expr::Match(..) => {
                walk_branches_mut(self, value, Self::block_stmts, &mut Self::owned);
            }
            Expr::Call(..) | Expr::Try(_) | Expr::Attempt(..) if self.places.given(value).is_some() => {
                self.plain_call(value);
            }
            value => self.expr(value),
        }
    }

    /// The owned list of lists of which `expr` is one.
    pub(super) fn owned_row(&self, expr: &Expr) -> Option<Place> {
        self.owned_variable(row_of(expr)?.0).filter(|place| self.places.rows(*place).is_some())
    }

    /// `xs.at(i)` as a reference: `xs.row(i)`, `xs.row_mut(i)`.
    pub(super) fn row(&mut self, expr: &mut Expr, is_changed: bool) {
        let call = match expr {
            Expr::Try(value) | Expr::Attempt(_, value) => &mut **value,
            value => value,
        };
        let Expr::Method(_, name, _, args) = call else { return };
        args.iter_mut().for_each(|arg| self.expr(arg));
        let row = match (name.as_str(), is_changed) {
            ("try_at", false) => "try_row",
            ("try_at", true) => "try_row_mut",
            (_, false) => "row",
            (_, true) => "row_mut",
        };
        row.clone_into(name);
        self.traits.called(row);
    }

    /// A method of one of the lists of an owned list of lists. Where its items are references, their type.
    pub(super) fn row_method(&mut self, expr: &mut Expr, rows: Place) -> Option<Ty> {
        let Expr::Method(list, name, _, _) = &mut *expr else { return None };
        let is_changed = matches!(kind(name), Some(Kind::Changes | Kind::Grows));
        self.row(list, is_changed);
        self.list_method(expr, rows)
    }

    /// A method of an owned list, whose value somebody else may hold. Where its items are references, their type.
    pub(super) fn list_method(&mut self, expr: &mut Expr, place: Place) -> Option<Ty> {
        let Expr::Method(list, name, _, _) = &mut *expr else { return None };
        let item = self.places.item(place).clone();
        match name.as_str() {
            "iter" => {}
            "reversed" => *expr = take(list).method("iter", Vec::new()).method("rev", Vec::new()),
            name => {
                let is_list = makes_a_list(name);
                self.method(expr, place);
                if is_list {
                    let vec = take(expr);
                    *expr = Expr::call(Path::Rt("List").assoc("from"), vec![vec]);
                }
                return None;
            }
        }
        if is_copy(&item) {
            close(expr, &item);
            return None;
        }
        Some(item)
    }

    /// A method of an owned list.
    pub(super) fn method(&mut self, expr: &mut Expr, place: Place) {
        let Expr::Method(list, name, _, args) = expr else { return };
        match name.as_str() {
            "concat" => args.iter_mut().for_each(|arg| self.appended(arg)),
            "extend" => args.iter_mut().for_each(|arg| self.iterable(arg)),
            "append" | "push" | "insert" | "set" | "try_set" if self.places.rows(place).is_some() => {
                args.iter_mut().for_each(|arg| self.owned(arg));
            }
            _ => args.iter_mut().for_each(|arg| self.expr(arg)),
        }
        let item = self.places.item(place);
        let renamed = match name.as_str() {
            "append" => "push",
            "insert" => "insert_at",
            "pop" => "pop_last",
            "try_pop" => "try_pop_last",
            "remove" => "remove_item",
            "try_remove" => "try_remove_item",
            "concat" => "plus",
            "repeat" => "times",
            "sort_by_key" => "sort_by_keys",
            "into_items" => "into_iter",
            "copy" | "copied" if self.places.is_ref(place) => "to_vec",
            "copy" | "copied" => "clone",
            "sort" if is_exact(item) && matches!(args.as_slice(), [Expr::Bool(false)]) => {
                args.clear();
                "sort"
            }
            "sort" => "sort_in_order",
            "len" => {
                let len = take(list).method("len", Vec::new());
                *expr = Expr::Cast(Box::new(len), Ty::local("i64"));
                return;
            }
            _ => {
                self.traits.called(name);
                return;
            }
        };
        renamed.clone_into(name);
        self.traits.called(name);
    }

    /// What an owned list is concatenated with.
    fn appended(&mut self, other: &mut Expr) {
        if let Expr::Ref(value) = other
            && holder(value).is_none()
        {
            self.owned(value);
            if let Expr::Vec(items) = &mut **value {
                **value = Expr::Array(std::mem::take(items));
            }
        }
    }

    /// A call of a function of the file.
    fn call(&mut self, expr: &mut Expr) {
        let Expr::Call(func, args) = expr else { return };
        let Some(func) = callee(func).map(str::to_owned) else { return };
        let mut lent = Vec::new();
        for (at, arg) in args.iter_mut().enumerate() {
            let place = self.places.param(&func, at).filter(|place| self.places.is_owned(*place));
            let Some(param) = place else {
                self.expr(arg);
                continue;
            };
            if !self.places.is_ref(param) {
                self.owned(arg);
                continue;
            }
            let is_changed = self.places.is_changed(param);
            let mut value = match take(arg) {
                Expr::Ref(value) => *value,
                value => value,
            };
            if self.owned_row(&value).is_some() {
                self.row(&mut value, is_changed);
                *arg = value;
                continue;
            }
            if let Some(place) = self.owned_place(&value) {
                if is_changed {
                    lent.extend(holder(&value).map(|name| (at, name.to_owned())));
                }
                *arg = match (self.places.is_ref(place), is_changed) {
                    (true, _) => value,
                    (false, true) => Expr::RefMut(Box::new(value)),
                    (false, false) => Expr::Ref(Box::new(value)),
                };
                continue;
            }
            self.owned(&mut value);
            *arg = match value {
                Expr::Vec(items) if !is_changed => Expr::Ref(Box::new(Expr::Array(items))),
                Expr::Vec(items) if is_slice(&self.places.ty(param)) => {
                    Expr::RefMut(Box::new(Expr::Array(items)))
                }
                value if is_changed => Expr::RefMut(Box::new(value)),
                value => Expr::Ref(Box::new(value)),
            };
        }
        let is_read = |(at, name): &(usize, String)| {
            args.iter().enumerate().any(|(n, other)| n != *at && !self.places.is_free_of(other, name))
        };
        if lent.iter().any(is_read) {
            self.read_before(expr, &func);
        }
    }

    /// What is read of a list that is lent to be changed is read before.
    ///
    /// ```text
    /// sort(&mut items, 0, items.len() as i64 - 1)      { let high = items.len() as i64 - 1; sort(&mut items, 0, high) }
    /// ```
    fn read_before(&mut self, expr: &mut Expr, func: &str) {
        let Expr::Call(_, args) = &mut *expr else { return };
        let mut stmts = Vec::new();
        for (at, arg) in args.iter_mut().enumerate() {
            let is_place = matches!(arg, Expr::Ref(value) | Expr::RefMut(value) if holder(value).is_some());
            if is_place || super::super::is_pure(arg) {
                continue;
            }
            self.n_new += 1;
            let name = (self.params)(func, at).unwrap_or_else(|| "value_".to_owned());
            let name = format!("{}@own{}", plain(&name), self.n_new);
            let value = std::mem::replace(arg, Expr::local(name.clone()));
            stmts.push(Stmt::Let { pat: Pat::Bind(name, false), ty: None, init: Some(value) });
        }
        let call = take(expr);
        *expr = Expr::Block(Block { stmts, tail: Some(Box::new(call)) });
    }
}

/// `&mut [T]`.
fn is_slice(ty: &Ty) -> bool {
    matches!(ty, Ty::RefMut(of) if matches!(**of, Ty::Slice(_)))
}

/// `n` of items: `int::size(n)`, plainly where it is a length or written out.
fn size(n: Expr) -> Expr {
    match n {
        Expr::Cast(len, _) if matches!(&*len, Expr::Method(_, name, ..) if name == "len") => *len,
        Expr::Int(n, None) if n >= 0 => Expr::Int(n, None),
        n => Expr::call(Path::RtIn("int", "size".to_owned()), vec![n]),
    }
}

impl VisitMut for Rewrite<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Method(..) => {
                if let Some(item) = self.items(expr) {
                    close(expr, &item);
                }
            }
            Expr::Call(func, args) if is_py(func) => match args.as_mut_slice() {
                // What shows a list shows a `Vec` as well.
                [Expr::Ref(value)] if self.owned_result(value).is_some() => self.plain_call(value),
                [Expr::Ref(value)] if self.owned_row(value).is_some() => {
                    self.row(value, false);
                    let row = take(value);
                    args.clear();
                    args.push(row);
                }
                _ => walk_expr_mut(self, expr),
            },
            Expr::Call(..) | Expr::Try(_) | Expr::Attempt(..) if self.places.given(expr).is_some() => {
                let is_owned = self.owned_result(expr).is_some();
                self.plain_call(expr);
                if is_owned {
                    let vec = take(expr);
                    *expr = Expr::call(Path::Rt("List").assoc("from"), vec![vec]);
                }
            }
            Expr::Call(func, _) if callee(func).is_some() => self.call(expr),
            Expr::Call(func, args) if takes_iterables(func) => {
                args.iter_mut().for_each(|arg| self.iterable(arg));
            }
            Expr::Assign(target, value) if self.owned_place(target).is_some() => self.owned(value),
            Expr::Struct(_, fields) => {
                for (name, value) in fields {
                    match self.places.field(name).filter(|place| self.places.is_owned(*place)) {
                        Some(_) => {
                            self.owned(value);
                            infer_collected(value);
                        }
                        None => self.expr(value),
                    }
                }
            }
            Expr::Return(Some(value)) if self.closures == 0 => self.returned(value),
            Expr::While(..) => {
                self.drained(expr);
                match expr {
                    // What it asks is Rust's own `pop`.
                    Expr::WhileLet(_, _, _, body) => self.block(body),
                    expr => walk_expr_mut(self, expr),
                }
            }
            Expr::For(_, pat, iter, body) => {
                self.loop_over(pat, iter, body);
                self.block(body);
            }
            Expr::Binary(BinOp::Eq | BinOp::Ne, left, right) => {
                let is_owned = |expr: &Expr| named(expr).and_then(|name| self.owned_variable(name)).is_some();
                let (is_left, is_right) = (is_owned(left), is_owned(right));
                for (side, is_compared) in [(left, is_right), (right, is_left)] {
                    if !is_compared || (literal(side).is_none() && !is_new(side)) {
                        self.expr(side);
                        continue;
                    }
                    self.owned(side);
                    // An array compares with a `Vec`, and allocates nothing.
                    **side = match take(side) {
                        Expr::Vec(items) => Expr::Array(items),
                        _ => Expr::Array(Vec::new()),
                    };
                }
            }
            _ => walk_expr_mut(self, expr),
        }
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Let { pat, ty, init } => self.bind(pat, ty, init.as_mut()),
            Stmt::Expr(call) if self.owned_result(call).is_some() => self.plain_call(call),
            _ => walk_stmt_mut(self, stmt),
        }
    }

    fn block(&mut self, block: &mut Block) {
        self.stmts(&mut block.stmts);
        if let Some(tail) = &mut block.tail {
            self.expr(tail);
        }
    }

    fn closure(&mut self, closure: &mut Closure) {
        self.closures += 1;
        walk_closure_mut(self, closure);
        self.closures -= 1;
    }
}

impl Rewrite<'_> {
    fn bind(&mut self, pat: &mut Pat, ty: &mut Option<Ty>, init: Option<&mut Expr>) {
        if let Pat::Bind(name, is_mut) = &mut *pat {
            let Some(place) = self.owned_variable(name) else {
                return init.into_iter().for_each(|init| self.expr(init));
            };
            // It is one of the lists of another.
            if self.places.is_ref(place) {
                let is_changed = self.places.is_changed(place);
                *ty = None;
                return init.into_iter().for_each(|init| self.row(init, is_changed));
            }
            *is_mut |= self.places.is_changed(place);
            if let Some(init) = init {
                self.owned(init);
                infer_collected(init);
            }
            *ty = Some(vec_of(self.places.owned_item(place)));
            return;
        }
        match (pat, init) {
            (Pat::Tuple(pats), Some(Expr::Tuple(items))) if pats.len() == items.len() => {
                let mut types: Vec<Option<Ty>> = match ty.take() {
                    Some(Ty::Tuple(types)) => types.into_iter().map(Some).collect(),
                    _ => vec![None; pats.len()],
                };
                for ((pat, item), ty) in pats.iter_mut().zip(items).zip(&mut types) {
                    self.bind(pat, ty, Some(item));
                }
                *ty = types
                    .iter()
                    .any(Option::is_some)
                    .then(|| Ty::Tuple(types.into_iter().map(|ty| ty.unwrap_or(Ty::Infer)).collect()));
            }
            (_, init) => init.into_iter().for_each(|init| self.expr(init)),
        }
    }

    /// The result of a function that gives an owned list, where `expr` calls it.
    pub(super) fn owned_result(&self, expr: &Expr) -> Option<Place> {
        let (func, _) = self.places.given(expr)?;
        self.places.result(func).filter(|place| self.places.is_owned(*place))
    }

    /// A call, or what `?` makes of one, as it is.
    pub(super) fn plain_call(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Try(value) | Expr::Attempt(_, value) => self.plain_call(value),
            Expr::Call(func, args) if callee(func).is_none() => {
                args.iter_mut().for_each(|call| self.plain_call(call));
            }
            expr => self.call(expr),
        }
    }
}

fn is_py(func: &Expr) -> bool {
    matches!(func, Expr::Path(Path::Rt("py")))
}
