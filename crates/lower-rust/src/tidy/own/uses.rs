//! What a function does with its lists: which it changes, lends, moves and shares.

use rustc_hash::FxHashSet;

use super::methods::{Kind, kind, makes_a_list, suits_rows};
use super::places::{Place, Places, is_exact};
use crate::rir::visit::{Visit, walk_expr, walk_stmt};
use crate::rir::{BinOp, Block, Closure, Expr, Fn, Pat, Path, Stmt, Ty, UnOp};
use crate::tidy::resolve::{bound, variable};

/// Methods of iterators that make another, lazily.
const LAZY: &[&str] = &[
    "map",
    "filter",
    "filter_map",
    "enumerate",
    "zip",
    "chain",
    "rev",
    "skip",
    "take",
    "step_by",
    "peekable",
    "copied",
    "cloned",
    "flat_map",
    "take_while",
    "skip_while",
    "inspect",
    "flatten",
];

/// Methods of iterators that ask for all items at once, or for as many as they need.
const EAGER: &[&str] = &[
    "collect",
    "sum",
    "count",
    "any",
    "all",
    "min",
    "max",
    "fold",
    "product",
    "for_each",
    "last",
    "position",
    "find",
    "find_map",
    "max_by_key",
    "min_by_key",
    "try_fold",
];

/// Functions of the runtime that do.
const CONSUMERS: &[&str] = &[
    "sorted",
    "sorted_by_key",
    "sum",
    "sum_big",
    "sum_float",
    "sum_from",
    "sum_num",
    "any",
    "all",
    "min",
    "max",
    "min_or",
    "max_or",
    "try_min",
    "try_max",
    "min_by_key",
    "max_by_key",
    "min_float",
    "max_float",
];

/// Functions of the runtime that make an iterator of others, lazily.
const ADAPTERS: &[&str] = &["zip", "zip3", "enumerate"];

/// The variables of a function.
pub(super) struct Look<'p> {
    places: &'p mut Places,
    func: usize,
    result: Option<Place>,
    /// How many closures are around, that run while the expression around them does.
    closures: u32,
    /// What the iterator that is looked at borrows.
    borrowed: Vec<Place>,
}

/// Declares the variables of `func` that may own a list.
pub(super) fn declare(places: &mut Places, at: usize, func: &Fn, is_known: bool) {
    if is_known {
        for (n, param) in func.params.iter().enumerate() {
            if let Some(place) = places.declare_variable(at, &param.name, &param.ty) {
                places.declare_param(&func.name, n, place);
            }
        }
    }
    struct Lets<'p>(&'p mut Places, usize);
    impl Lets<'_> {
        /// The list of lists that `items` runs over.
        fn rows(&self, items: &Expr) -> Option<Place> {
            match items {
                Expr::Method(list, name, _, args) if name == "iter" && args.is_empty() => {
                    let place = self.0.variable(self.1, variable(list)?)?;
                    self.0.rows(place).map(|_| place)
                }
                _ => None,
            }
        }

        /// The list of lists of which `expr` is one.
        fn row_of(&self, expr: &Expr) -> Option<Place> {
            let place = self.0.variable(self.1, row_of(expr)?.0)?;
            self.0.rows(place).map(|_| place)
        }

        fn pattern(&mut self, pat: &Pat, ty: Option<&Ty>, init: Option<&Expr>) {
            match (pat, ty, init) {
                (Pat::Bind(name, _), _, Some(init)) if self.row_of(init).is_some() => {
                    if let Some(of) = self.row_of(init) {
                        self.0.declare_row(self.1, name, of);
                    }
                }
                (Pat::Bind(name, _), ty, init) => {
                    let evident = init.and_then(|init| evident(init, self.0));
                    if let Some(ty) = ty.or(evident.as_ref()) {
                        self.0.declare_variable(self.1, name, ty);
                    }
                }
                (Pat::Tuple(pats), ty, Some(Expr::Tuple(items))) => {
                    let types = match ty {
                        Some(Ty::Tuple(types)) => types.iter().map(Some).collect(),
                        _ => vec![None; pats.len()],
                    };
                    for ((pat, item), ty) in pats.iter().zip(items).zip(types) {
                        self.pattern(pat, ty, Some(item));
                    }
                }
                _ => {}
            }
        }
    }
    impl Visit for Lets<'_> {
        fn stmt(&mut self, stmt: &Stmt) {
            if let Stmt::Let { pat, ty, init } = stmt {
                self.pattern(pat, ty.as_ref(), init.as_ref());
            }
            walk_stmt(self, stmt);
        }

        fn expr(&mut self, expr: &Expr) {
            match expr {
                Expr::For(_, pat, iter, _) => match (pat, enumerated(iter)) {
                    (Pat::Tuple(pats), Some(items)) => {
                        if let ([_, Pat::Bind(row, _)], Some(of)) = (pats.as_slice(), self.rows(items)) {
                            self.0.declare_row(self.1, row, of);
                        }
                    }
                    (Pat::Bind(row, _), None) => {
                        if let Some(of) = self.rows(iter) {
                            self.0.declare_row(self.1, row, of);
                        }
                    }
                    _ => {}
                },
                Expr::Method(items, name, _, args) if EACH.contains(&name.as_str()) => {
                    if let ([Expr::Closure(closure)], Some(of)) = (args.as_slice(), self.rows(items))
                        && let [(Pat::Bind(row, _), None)] = closure.params.as_slice()
                    {
                        self.0.declare_row(self.1, row, of);
                    }
                }
                _ => {}
            }
            walk_expr(self, expr);
        }
    }
    Lets(places, at).block(&func.body);
}

/// `T` of `Result<T, Exception>`.
pub(super) fn in_result(ty: &Ty) -> &Ty {
    match ty {
        Ty::Named(Path::Local(name), args) if name == "Result" => args.first().unwrap_or(ty),
        ty => ty,
    }
}

/// The type that a value says itself.
fn evident(value: &Expr, places: &Places) -> Option<Ty> {
    if let Some((func, _)) = places.given(value) {
        return places.result_type(func);
    }
    match value {
        Expr::Call(callee, _) => match &**callee {
            Expr::GenericAssoc(path @ Path::Rt("List"), args, name) if name == "new" => {
                Some(Ty::Named(path.clone(), args.clone()))
            }
            _ => None,
        },
        Expr::Method(_, name, types, _) if name == "collect" => match types.as_slice() {
            [ty @ Ty::Named(Path::Rt("List"), _)] => Some(ty.clone()),
            _ => None,
        },
        Expr::Try(value) => match &**value {
            Expr::Method(_, name, types, _) if name == "collect" => {
                types.first().map(|ty| in_result(ty).clone())
            }
            _ => None,
        },
        _ => None,
    }
}

/// The function of the file that is called.
pub(super) fn callee(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Path(Path::Local(name)) if variable(expr).is_none() => Some(name),
        _ => None,
    }
}

/// The variable that an expression is, refers to or dereferences.
pub(super) fn named(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Ref(value) | Expr::Unary(UnOp::Deref, value) => variable(value),
        value => variable(value),
    }
}

/// `List::from([…])`.
pub(super) fn literal(expr: &Expr) -> Option<&[Expr]> {
    match expr {
        Expr::Call(func, args) => match (&**func, args.as_slice()) {
            (Expr::Path(Path::Assoc(of, name)), [Expr::Array(items)])
                if **of == Path::Rt("List") && name == "from" =>
            {
                Some(items)
            }
            _ => None,
        },
        _ => None,
    }
}

/// `List::<T>::new()`.
pub(super) fn is_new(expr: &Expr) -> bool {
    match expr {
        Expr::Call(func, args) => {
            args.is_empty()
                && match &**func {
                    Expr::GenericAssoc(Path::Rt("List"), _, name) => name == "new",
                    Expr::Path(Path::Assoc(of, name)) => **of == Path::Rt("List") && name == "new",
                    _ => false,
                }
        }
        _ => false,
    }
}

/// A function of the runtime that is called, and its arguments.
pub(super) fn builtin(expr: &Expr) -> Option<(&str, &[Expr])> {
    match expr {
        Expr::Call(func, args) => match &**func {
            Expr::Path(Path::RtIn("builtins", name)) => Some((name, args)),
            _ => None,
        },
        _ => None,
    }
}

/// Methods of iterators whose closure is handed each item.
const EACH: &[&str] = &["map", "for_each", "any", "all", "flat_map", "filter_map"];

/// `xs` and `i` of `xs.at(i)`, and of `xs.try_at(i)?`.
pub(super) fn row_of(expr: &Expr) -> Option<(&str, &Expr)> {
    let (call, wanted) = match expr {
        Expr::Try(value) | Expr::Attempt(_, value) => (&**value, "try_at"),
        value => (value, "at"),
    };
    match call {
        Expr::Method(list, name, _, args) if name == wanted => Some((variable(list)?, args.first()?)),
        _ => None,
    }
}

/// The items of `builtins::enumerate(items, 0)`.
pub(super) fn enumerated(expr: &Expr) -> Option<&Expr> {
    match builtin(expr)? {
        ("enumerate", args) => args.first(),
        _ => None,
    }
}

/// `py(&x)` and its like: what shows a value.
fn shown(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Call(func, args) => match (&**func, args.as_slice()) {
            (Expr::Path(Path::Rt("py" | "repr")), [value]) => Some(value),
            _ => None,
        },
        _ => None,
    }
}

fn is_comparison(op: BinOp) -> bool {
    matches!(op, BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge)
}

impl<'p> Look<'p> {
    pub(super) fn at(places: &'p mut Places, at: usize, func: &Fn, is_known: bool) -> Self {
        let result = if is_known { places.result(&func.name) } else { None };
        Look { places, func: at, result, closures: 0, borrowed: Vec::new() }
    }

    pub(super) fn function(&mut self, func: &Fn) {
        self.body(&func.body);
    }

    fn place(&self, expr: &Expr) -> Option<Place> {
        self.places.variable(self.func, variable(expr)?)
    }

    /// As [`Self::place`], through `&` and `*`.
    fn named(&self, expr: &Expr) -> Option<Place> {
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
    fn held(&mut self, of: Place, row: Place, rest: &Block) {
        let mut changes =
            Changes { places: self.places, func: self.func, place: of, found: false, lent: Vec::new() };
        changes.block(rest);
        let Changes { found, lent, .. } = changes;
        if found {
            self.places.share(of);
        }
        lent.into_iter().for_each(|param| self.places.freeze(of, param));
        let mut found = Mentioned(FxHashSet::default());
        found.block(rest);
        if found.0.iter().any(|name| self.places.variable(self.func, name) == Some(of)) {
            self.places.freeze(of, row);
        }
    }

    /// The list of lists of which `expr` is one.
    fn row(&self, expr: &Expr) -> Option<Place> {
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
                self.branches(value, |look, value| look.returned(value));
            }
            value => self.value(value, result),
        }
    }

    /// Does `each` to the values of the branches of `expr`.
    fn branches(&mut self, expr: &Expr, mut each: impl FnMut(&mut Self, &Expr)) {
        self.branches_by(expr, &mut each);
    }

    fn branches_by(&mut self, expr: &Expr, each: &mut dyn FnMut(&mut Self, &Expr)) {
        let mut block = |look: &mut Self, block: &Block| {
            look.stmts(block);
            if let Some(tail) = &block.tail {
                each(look, tail);
            }
        };
        match expr {
            Expr::Block(body) => block(self, body),
            Expr::If(test, then, otherwise) => {
                self.expr(test);
                block(self, then);
                if let Some(otherwise) = otherwise {
                    each(self, otherwise);
                }
            }
            Expr::IfLet(_, value, then, otherwise) => {
                self.expr(value);
                block(self, then);
                if let Some(otherwise) = otherwise {
                    each(self, otherwise);
                }
            }
            Expr::Match(value, arms) => {
                self.expr(value);
                for arm in arms {
                    arm.guard.iter().for_each(|guard| self.expr(guard));
                    each(self, &arm.body);
                }
            }
            other => self.expr(other),
        }
    }

    /// A value that `to` holds from now on.
    fn value(&mut self, value: &Expr, to: Place) {
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
                self.branches(value, |look, value| look.value(value, to));
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
    fn rows_of(&self, items: &Expr) -> Option<Place> {
        match items {
            Expr::Method(list, name, _, args) if name == "iter" && args.is_empty() => {
                self.place(list).filter(|place| self.places.rows(*place).is_some())
            }
            _ => None,
        }
    }

    /// Whether the parameter of a closure is a variable that a list is lent to.
    fn is_row(&self, closure: &Closure) -> bool {
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
            Some(Kind::Reads) => {}
            Some(Kind::Changes | Kind::Grows) => {
                if self.closures > 0 || !args.iter().all(|arg| only_reads(arg, own)) {
                    self.places.share(of);
                }
                if name == "extend" && args.iter().any(|arg| mentions(arg, own)) {
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
        let own = variable(list).unwrap_or_default();
        match what {
            Some(Kind::Reads) => {}
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
            if args.iter().any(|arg| mentions(arg, own)) {
                self.places.share(place);
            }
            return args.iter().for_each(|arg| self.items(arg));
        }
        if name == "concat" {
            return args.iter().for_each(|arg| self.appended(arg, place));
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
                let is_reader = |other: &Expr| named(other) != Some(own) && is_free_of(other, own);
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
                }
            }
        }
    }

    /// An iterator whose items are all asked for before the statement around it ends, or by the loop that runs over it.
    fn items(&mut self, items: &Expr) {
        match items {
            Expr::Method(list, name, _, args)
                if matches!(name.as_str(), "iter" | "reversed") && args.is_empty() =>
            {
                match (self.place(list), self.row(list)) {
                    // Its items are lists, that whoever asks for them would hold.
                    (Some(place), _) if self.places.rows(place).is_some() => self.places.share(place),
                    (Some(place), _) => self.borrowed.push(place),
                    (None, Some(of)) => {
                        self.borrowed.push(of);
                        row_of(list).into_iter().for_each(|(_, index)| self.expr(index));
                    }
                    (None, None) => self.expr(items),
                }
            }
            Expr::Method(list, name, _, args) if name == "into_items" && args.is_empty() => {
                match self.place(list) {
                    Some(place) if self.closures > 0 || self.places.is_ref(place) => self.places.share(place),
                    Some(_) => {}
                    None => self.expr(items),
                }
            }
            Expr::Method(inner, name, _, args) if LAZY.contains(&name.as_str()) => {
                match (self.rows_of(inner), args.as_slice()) {
                    (Some(of), [Expr::Closure(closure)])
                        if self.is_row(closure) && EACH.contains(&name.as_str()) =>
                    {
                        self.borrowed.push(of);
                    }
                    _ => self.items(inner),
                }
                for arg in args {
                    match arg {
                        Expr::Closure(closure) => self.run_at_once(closure, None),
                        arg => self.items(arg),
                    }
                }
            }
            _ => match builtin(items) {
                Some((name, args)) if ADAPTERS.contains(&name) => args.iter().for_each(|arg| self.items(arg)),
                _ => match self.named(items) {
                    Some(place) if items_of_ref(items) => self.borrowed.push(place),
                    _ => self.expr(items),
                },
            },
        }
    }

    /// A closure that runs while the expression around it does, and gives what `to` holds.
    fn run_at_once(&mut self, closure: &Closure, to: Option<Place>) {
        let mut found = Mentioned(FxHashSet::default());
        found.expr(&closure.body);
        for name in found.0 {
            self.borrowed.extend(self.places.variable(self.func, &name));
        }
        let result = self.result.take();
        self.closures += 1;
        match to {
            Some(to) => self.value(&closure.body, to),
            None => self.expr(&closure.body),
        }
        self.closures -= 1;
        self.result = result;
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

    /// A loop whose iterator holds lists while its body runs.
    fn loop_over(&mut self, pat: &Pat, iter: &Expr, body: &Block) {
        let outer = std::mem::take(&mut self.borrowed);
        let row = match pat {
            Pat::Bind(name, _) => Some(name),
            Pat::Tuple(pats) => match (pats.as_slice(), enumerated(iter)) {
                ([_, Pat::Bind(name, _)], Some(_)) => Some(name),
                _ => None,
            },
            _ => None,
        };
        let row = row.and_then(|name| self.places.variable(self.func, name));
        match (self.rows_of(enumerated(iter).unwrap_or(iter)), row) {
            (Some(of), Some(row)) => {
                self.borrowed.push(of);
                self.held(of, row, body);
            }
            (Some(of), None) if matches!(pat, Pat::Wild) => self.borrowed.push(of),
            _ => self.items(iter),
        }
        let borrowed = std::mem::replace(&mut self.borrowed, outer);
        for place in borrowed {
            let mut changes =
                Changes { places: self.places, func: self.func, place, found: false, lent: Vec::new() };
            changes.block(body);
            let Changes { found, lent, .. } = changes;
            if found {
                self.places.share(place);
            }
            lent.into_iter().for_each(|param| self.places.freeze(place, param));
        }
        self.block(body);
    }
}

fn is_list(types: &[Ty]) -> bool {
    matches!(types, [Ty::Named(Path::Rt("List"), _)])
}

/// `….collect::<Result<List<T>, Exception>>()`.
fn collects_list(expr: &Expr) -> bool {
    matches!(expr, Expr::Method(_, name, types, _) if name == "collect"
        && matches!(types.as_slice(), [ty] if matches!(in_result(ty), Ty::Named(Path::Rt("List"), _))))
}

fn items_of_ref(expr: &Expr) -> bool {
    matches!(expr, Expr::Ref(_))
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
                Expr::Ref(list) if self.row(list).is_some() => {
                    return row_of(list).into_iter().for_each(|(_, index)| self.expr(index));
                }
                _ => {}
            }
        }
        if let Some((func, args)) = self.places.given(expr) {
            return self.call(func, args);
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
            Expr::Binary(op, left, right) if is_comparison(*op) => self.compare(*op, left, right),
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
                let mut changes =
                    Changes { places: self.places, func: self.func, place, found: false, lent: Vec::new() };
                changes.expr(arg);
                let Changes { found, lent, .. } = changes;
                if !args.iter().enumerate().any(|(other, arg)| other != n && mentions(arg, &name)) {
                    continue;
                }
                if found {
                    self.places.share(place);
                }
                lent.into_iter().for_each(|param| self.places.freeze(place, param));
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

/// The variables that an expression mentions.
struct Mentioned(FxHashSet<String>);

impl Visit for Mentioned {
    fn expr(&mut self, expr: &Expr) {
        self.0.extend(variable(expr).map(str::to_owned));
        walk_expr(self, expr);
    }
}

fn mentions(expr: &Expr, name: &str) -> bool {
    let mut found = Mentioned(FxHashSet::default());
    found.expr(expr);
    found.0.contains(name)
}

/// Whether an expression does not name a variable.
pub(super) fn is_free_of(expr: &Expr, name: &str) -> bool {
    !mentions(expr, name)
}

/// Whether all that an expression does with a list is to read something that it does not keep.
pub(super) fn only_reads(expr: &Expr, name: &str) -> bool {
    struct Reads<'n> {
        name: &'n str,
        only: bool,
    }
    impl Visit for Reads<'_> {
        fn expr(&mut self, expr: &Expr) {
            match expr {
                Expr::Method(list, method, _, args)
                    if (variable(list) == Some(self.name)
                        || row_of(list).is_some_and(|(name, _)| name == self.name))
                        && kind(method) == Some(Kind::Reads) =>
                {
                    row_of(list).into_iter().for_each(|(_, index)| self.expr(index));
                    args.iter().for_each(|arg| self.expr(arg));
                }
                _ if variable(expr) == Some(self.name) => self.only = false,
                _ => walk_expr(self, expr),
            }
        }
    }
    let mut reads = Reads { name, only: true };
    reads.expr(expr);
    reads.only
}

/// Whether the body of a loop changes a list, or moves it; and to which parameters it lends it.
struct Changes<'p> {
    places: &'p Places,
    func: usize,
    place: Place,
    found: bool,
    lent: Vec<Place>,
}

impl Changes<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        named(expr).and_then(|name| self.places.variable(self.func, name)) == Some(self.place)
    }

    /// Whether it is one of the lists in it.
    fn is_row(&self, expr: &Expr) -> bool {
        row_of(expr).and_then(|(name, _)| self.places.variable(self.func, name)) == Some(self.place)
    }

    /// A variable that one of the lists in it is lent to.
    fn lends(&mut self, pat: &Pat) {
        for name in bound(pat) {
            self.lent.extend(self.places.variable(self.func, &name));
        }
    }

    fn method(&mut self, name: &str, args: &[Expr]) {
        self.found |= kind(name) != Some(Kind::Reads) && !matches!(name, "iter" | "reversed");
        args.iter().for_each(|arg| self.expr(arg));
    }
}

impl Visit for Changes<'_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Method(list, name, _, args) if self.is_it(list) => self.method(name, args),
            Expr::Method(list, name, _, args) if self.is_row(list) => {
                row_of(list).into_iter().for_each(|(_, index)| self.expr(index));
                self.method(name, args);
            }
            Expr::For(_, pat, iter, body) => {
                let items = enumerated(iter).unwrap_or(iter);
                if matches!(items, Expr::Method(list, _, _, _) if self.is_it(list)) {
                    self.lends(pat);
                }
                self.expr(iter);
                self.block(body);
            }
            Expr::Call(func, args) if callee(func).is_some() => {
                for (at, arg) in args.iter().enumerate() {
                    if self.is_it(arg) || matches!(arg, Expr::Ref(row) if self.is_row(row)) {
                        let param = callee(func).and_then(|func| self.places.param(func, at));
                        let lent = param.filter(|param| self.places.is_ref(*param));
                        self.found |= lent.is_none();
                        self.lent.extend(lent);
                    } else {
                        self.expr(arg);
                    }
                }
            }
            Expr::Ref(value) if self.is_it(value) => {}
            Expr::Binary(op, left, right) if is_comparison(*op) => {
                for side in [left, right] {
                    if !self.is_it(side) {
                        self.expr(side);
                    }
                }
            }
            _ if shown(expr).is_some_and(|value| self.is_it(value)) => {}
            _ if variable(expr).is_some() && self.is_it(expr) => self.found = true,
            _ => walk_expr(self, expr),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let Stmt::Let { pat, init: Some(init), .. } = stmt
            && self.is_row(init)
        {
            self.lends(pat);
        }
        walk_stmt(self, stmt);
    }
}
