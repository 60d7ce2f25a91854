//! Writes plain structs: `Self { … }` for what allocated, references for second handles, and no trait that nothing asks
//! for.

use rustc_hash::FxHashSet;

use super::program::{Key, MACROS, Program, class_of_impl, key, trait_of_impl};
use super::types::{Types, is_self};
use super::uses::{Asked, Facts, Param, shown, shown_object};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut};
use crate::rir::{Expr, Fn, Impl, Item, Path, Ty, UnOp};
use crate::tidy::resolve::variable;
use crate::tidy::traits::{called, drop_uncalled};

/// Whether `class` keeps its implementation of a trait.
pub(super) fn is_kept(facts: &Facts, class: &str, name: &str) -> bool {
    let asked = |what| facts.asked.contains(&(class.to_owned(), what));
    match name {
        "Repr" => asked(Asked::Repr) || asked(Asked::Str),
        "PartialEq" => asked(Asked::Equality),
        "Truth" => asked(Asked::Truth),
        "Default" => true,
        _ => false,
    }
}

/// Whether a method of a kept trait stays: what shows an object as nobody asks goes.
pub(super) fn is_kept_fn(facts: &Facts, class: &str, of: &str, func: &str, has_str: bool) -> bool {
    let asked = |what| facts.asked.contains(&(class.to_owned(), what));
    match (of, func) {
        ("Repr", "repr") => asked(Asked::Repr) || !has_str,
        ("Repr", "str") => asked(Asked::Str),
        _ => true,
    }
}

/// The structs, their traits and macros; `owned` are the classes.
pub(super) fn items(items: &mut Vec<Item>, owned: &FxHashSet<String>, facts: &Facts) {
    let before = called(items);
    items.retain_mut(|item| match item {
        Item::Macro { path, args, .. } if MACROS.contains(path) => {
            !matches!(args.first(), Some(Ty::Named(Path::Local(class), _)) if owned.contains(class))
        }
        Item::Struct(item) => {
            if let Some(class) = item.name.strip_suffix("Fields")
                && owned.contains(class)
            {
                item.name = class.to_owned();
            }
            true
        }
        Item::Impl(item) => {
            let (Some(class), Some(name)) = (class_of_impl(item).map(str::to_owned), trait_of_impl(item))
            else {
                return true;
            };
            if !owned.contains(&class) {
                return true;
            }
            let name = name.to_owned();
            let has_str = item.fns.iter().any(|func| func.name == "str");
            item.fns.retain(|func| is_kept_fn(facts, &class, &name, &func.name, has_str));
            if name == "Repr" && item.fns.iter().all(|func| func.name == "str") {
                item.of = Some((Path::Std("std::fmt::Display"), Vec::new()));
                item.fns.iter_mut().for_each(|func| "fmt".clone_into(&mut func.name));
            }
            is_kept(facts, &class, &name)
        }
        _ => true,
    });
    drop_uncalled(items, &before, owned);
}

/// The parameters that were handed objects, and are lent them: those that keep none.
pub(super) fn lent(keys: &[Option<Key>], types: &[Types<'_>], facts: &Facts) -> FxHashSet<Param> {
    let mut out = FxHashSet::default();
    for (key, types) in keys.iter().zip(types) {
        let Some(key) = key else { continue };
        for var in types.variables.values().filter(|var| !var.is_ref) {
            let param = var.param.map(|at| (key.clone(), at));
            out.extend(param.filter(|param| !facts.is_kept(param)));
        }
    }
    out
}

/// The classes that are only shown as text: they have a `Display` of their own.
pub(super) fn displayed(all: &[(&Fn, Option<&Impl>)], program: &Program, facts: &Facts) -> FxHashSet<String> {
    let asked = |class: &str, what| facts.asked.contains(&(class.to_owned(), what));
    all.iter()
        .filter(|(func, item)| func.name == "str" && item.and_then(trait_of_impl) == Some("Repr"))
        .filter_map(|(_, item)| item.and_then(class_of_impl))
        .filter(|class| program.classes.contains(*class))
        .filter(|class| asked(class, Asked::Str) && !asked(class, Asked::Repr))
        .map(str::to_owned)
        .collect()
}

/// Rewrites one function; `types` are those of its objects, of plain classes alone.
pub(super) struct Rewrite<'p> {
    types: &'p Types<'p>,
    /// Parameters that were handed objects, and are lent them.
    lent: &'p FxHashSet<Param>,
    /// Classes that have a `Display`.
    displayed: &'p FxHashSet<String>,
    /// Variables that are references.
    refs: FxHashSet<String>,
}

impl<'p> Rewrite<'p> {
    pub(super) fn new(
        types: &'p Types<'p>,
        lent: &'p FxHashSet<Param>,
        displayed: &'p FxHashSet<String>,
    ) -> Self {
        let refs =
            types.variables.iter().filter(|(_, var)| var.is_ref).map(|(name, _)| name.clone()).collect();
        Rewrite { types, lent, displayed, refs }
    }

    pub(super) fn function(&mut self, func: &mut Fn, key: Option<&Key>) {
        for (at, param) in func.params.iter_mut().enumerate() {
            if key.is_some_and(|key| self.lent.contains(&(key.clone(), at))) {
                let ty = std::mem::replace(&mut param.ty, Ty::Infer);
                param.ty = Ty::Ref(Box::new(ty));
                self.refs.insert(param.name.clone());
            }
        }
        self.block(&mut func.body);
    }

    fn is_ref(&self, expr: &Expr) -> bool {
        is_self(expr) || variable(expr).is_some_and(|name| self.refs.contains(name))
    }

    /// `x` of `x.clone()`, of an object that is only looked at.
    fn look(&self, expr: &mut Expr) {
        if self.types.class_of(expr).is_some()
            && let Some(object) = expr.clone_of().cloned()
        {
            *expr = object;
        }
    }

    fn args(&mut self, to: &Key, args: &mut [Expr]) {
        for (at, arg) in args.iter_mut().enumerate() {
            let is_lent = self.lent.contains(&(to.clone(), at));
            if is_lent {
                self.look(arg);
            }
            self.expr(arg);
            if is_lent && !self.is_ref(arg) {
                let value = std::mem::replace(arg, Expr::unit());
                *arg = Expr::Ref(Box::new(value));
            }
        }
    }

    fn compared(&mut self, side: &mut Expr) {
        self.look(side);
        if self.types.class_of(side).is_some() && self.is_ref(side) {
            let value = std::mem::replace(side, Expr::unit());
            *side = Expr::Unary(UnOp::Deref, Box::new(value));
        } else {
            self.expr(side);
        }
    }
}

impl VisitMut for Rewrite<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        let types = self.types;
        if in_place(expr, |class| {
            types.own.is_some() && class == "Self" || types.program.classes.contains(class)
        }) {
            return walk_expr_mut(self, expr);
        }
        match expr {
            Expr::Call(callee, args) => {
                let Expr::Path(path) = &**callee else { return walk_expr_mut(self, expr) };
                if variable(callee).is_none()
                    && let Some(to) = self.types.program.called(path, self.types.of_impl.as_deref())
                {
                    return self.args(&to, args);
                }
                walk_expr_mut(self, expr);
            }
            Expr::Method(object, name, _, args) if name != "clone" => {
                let to = self.types.class_of(object).map(|class| key(class, name));
                self.look(object);
                self.expr(object);
                match to {
                    Some(to) => self.args(&to, args),
                    None => args.iter_mut().for_each(|arg| self.expr(arg)),
                }
            }
            Expr::Field(object, _) => {
                self.look(object);
                self.expr(object);
            }
            Expr::Ref(value) if self.types.class_of(value).is_some() => {
                self.look(value);
                self.expr(value);
                if self.is_ref(value) {
                    *expr = std::mem::replace(&mut **value, Expr::unit());
                }
            }
            Expr::Binary(_, left, right) => {
                self.compared(left);
                self.compared(right);
            }
            Expr::Format { first, text, args, .. } => {
                first.iter_mut().for_each(|first| self.expr(first));
                let n = args.len();
                for (arg, how) in args.iter_mut().zip(shown(text, n)) {
                    self.expr(arg);
                    let class = shown_object(arg).and_then(|object| self.types.class_of(object));
                    if how == [Asked::Str]
                        && class.is_some_and(|class| self.displayed.contains(class))
                        && let Expr::Call(_, shown) = arg
                        && let Some(value) = shown.pop()
                    {
                        *arg = match value {
                            Expr::Ref(value) => *value,
                            value => value,
                        };
                    }
                }
            }
            _ => walk_expr_mut(self, expr),
        }
    }
}

/// Makes `C { … }` of `C::alloc(CFields { … })` where `C` is plain; `false` for all else.
pub(super) fn in_place(expr: &mut Expr, is_plain: impl FnOnce(&str) -> bool) -> bool {
    let Expr::Call(callee, args) = expr else { return false };
    let Expr::Path(Path::Assoc(of, name)) = &**callee else { return false };
    let Path::Local(class) = &**of else { return false };
    if name != "alloc" || !is_plain(class) || !matches!(args.as_slice(), [Expr::Struct(..)]) {
        return false;
    }
    let (plain, object) = ((**of).clone(), args.pop());
    if let Some(Expr::Struct(_, fields)) = object {
        *expr = Expr::Struct(plain, fields);
    }
    true
}

/// Whether a body asks for identity.
pub(super) fn asks_identity(func: &Fn) -> bool {
    struct Asks(bool);
    impl Visit for Asks {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= matches!(expr, Expr::Method(object, name, _, _)
                if matches!(name.as_str(), "is" | "id") && is_self(object));
            walk_expr(self, expr);
        }
    }
    let mut asks = Asks(false);
    asks.block(&func.body);
    asks.0
}
