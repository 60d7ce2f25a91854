//! The looks of places, of calls and of methods that this pass knows.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::rir::visit::{Visit, walk_expr, walk_stmt};
use crate::rir::{Expr, Fn, Pat, Path, Stmt, Ty, UnOp};
use crate::tidy::is_named;
use crate::tidy::resolve::variable;

/// What is known of a function from its types alone.
pub(super) struct Known<'a> {
    /// Of the variables that are declared with one.
    pub(super) types: FxHashMap<String, Ty>,
    /// Of attributes, where all classes that have one of the name agree.
    pub(super) fields: &'a FxHashMap<String, Ty>,
    /// Of the functions of the file: which parameters are slices that are lent to be changed.
    pub(super) slices: &'a FxHashMap<String, Vec<bool>>,
    /// The places of attributes in the function.
    pub(super) asked: BTreeSet<String>,
}

impl<'a> Known<'a> {
    pub(super) fn new(
        func: &Fn,
        fields: &'a FxHashMap<String, Ty>,
        slices: &'a FxHashMap<String, Vec<bool>>,
    ) -> Self {
        let mut known = Known { types: FxHashMap::default(), fields, slices, asked: BTreeSet::new() };
        for param in &func.params {
            known.types.insert(param.name.clone(), param.ty.clone());
        }
        known.block(&func.body);
        known
    }

    fn declare(&mut self, pat: &Pat, ty: &Ty) {
        match (pat, ty) {
            (Pat::Bind(name, _), ty) => drop(self.types.insert(name.clone(), ty.clone())),
            (Pat::Tuple(pats), Ty::Tuple(types)) => {
                pats.iter().zip(types).for_each(|(pat, ty)| self.declare(pat, ty));
            }
            _ => {}
        }
    }

    /// The type of a place, or of an item of one.
    pub(super) fn ty_of(&self, expr: &Expr) -> Option<&Ty> {
        match expr {
            Expr::Path(_) => self.types.get(variable(expr)?),
            Expr::Field(object, name) => (is_named(object, "self") || variable(object).is_some())
                .then(|| self.fields.get(name))
                .flatten(),
            Expr::Ref(of) | Expr::RefMut(of) | Expr::Unary(UnOp::Deref, of) | Expr::Try(of) => self.ty_of(of),
            Expr::Index(list, _) => item_of(self.ty_of(list)?),
            Expr::Method(list, name, _, _) => match name.as_str() {
                "row" | "row_mut" | "try_row" | "try_row_mut" | "at" | "try_at" => item_of(self.ty_of(list)?),
                "cell" | "try_cell" => item_of(item_of(self.ty_of(list)?)?),
                _ => None,
            },
            _ => None,
        }
    }
}

impl Visit for Known<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Let { pat, ty: Some(ty), .. } => self.declare(pat, ty),
            // A list in a list, which is held to be changed.
            Stmt::Let { pat, init: Some(init @ (Expr::Method(..) | Expr::Try(_))), .. }
                if is_row_mut(init) =>
            {
                if let Some(row) = self.ty_of(init).cloned() {
                    self.declare(pat, &Ty::RefMut(Box::new(row)));
                }
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn expr(&mut self, expr: &Expr) {
        if let Expr::Field(..) = expr {
            self.asked.extend(place(expr));
        }
        walk_expr(self, expr);
    }
}

/// The name of the place that an expression is, refers to or dereferences: a variable, or an attribute of one or of `self`.
pub(super) fn place(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Ref(value) | Expr::RefMut(value) | Expr::Unary(UnOp::Deref, value) => place(value),
        Expr::Field(object, name) if is_named(object, "self") => Some(format!("self.{name}")),
        Expr::Field(object, name) => Some(format!("{}.{name}", variable(object)?)),
        expr => variable(expr).map(str::to_owned),
    }
}

/// The name of a list of lists of which `expr` is one.
pub(super) fn row_list(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Method(list, name, _, _) if matches!(name.as_str(), "row" | "row_mut") => place(list),
        Expr::Try(inner) => match &**inner {
            Expr::Method(list, name, _, _) if matches!(name.as_str(), "try_row" | "try_row_mut") => {
                place(list)
            }
            _ => None,
        },
        Expr::Index(list, _) => place(list),
        Expr::Ref(inner) | Expr::RefMut(inner) => row_list(inner),
        _ => None,
    }
}

/// `xs.row_mut(i)`, `xs.try_row_mut(i)?`.
pub(super) fn is_row_mut(expr: &Expr) -> bool {
    let call = if let Expr::Try(inner) = expr { inner } else { expr };
    matches!(call, Expr::Method(_, name, _, _) if name.ends_with("row_mut"))
}

/// A list in a list, which is held to be changed, or looked at.
pub(super) fn is_row(expr: &Expr) -> bool {
    let call = if let Expr::Try(inner) = expr { inner } else { expr };
    is_row_mut(expr) || matches!(call, Expr::Method(_, name, _, _) if name.ends_with("row"))
}

/// The list that an expression is an item of, or of an item, and so on.
pub(super) fn root(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Index(list, _) | Expr::Try(list) => root(list),
        Expr::Method(list, name, _, _) if name.ends_with("row") || name.ends_with("row_mut") => root(list),
        Expr::Ref(value) | Expr::RefMut(value) => root(value),
        expr => place(expr),
    }
}

/// `module::name` of a call.
pub(super) fn is_call(expr: &Expr) -> Option<(&str, &str)> {
    let Expr::Call(callee, _) = expr else { return None };
    match &**callee {
        Expr::Path(Path::RtIn(module, name)) => Some((module, name)),
        Expr::Path(Path::Assoc(of, name)) => match &**of {
            Path::Local(of) => Some((of, name)),
            _ => None,
        },
        Expr::GenericAssoc(Path::Local(of), _, name) => Some((of, name)),
        _ => None,
    }
}

/// Whether values of a type have a length that only their own uses change.
pub(super) fn len_of(ty: &Ty) -> bool {
    match ty {
        Ty::Ref(ty) | Ty::RefMut(ty) => len_of(ty),
        Ty::Slice(_) => true,
        Ty::Named(Path::Local(name), _) => name == "Vec",
        Ty::Named(Path::Rt(name), _) => *name == "Str",
        _ => false,
    }
}

/// What a list of a type holds, if it is one that owns or lends its items.
pub(super) fn item_of(ty: &Ty) -> Option<&Ty> {
    match ty {
        Ty::Ref(ty) | Ty::RefMut(ty) => item_of(ty),
        Ty::Slice(item) => Some(item),
        Ty::Named(Path::Local(name), args) if name == "Vec" => args.first(),
        _ => None,
    }
}

pub(super) fn is_text(ty: &Ty) -> bool {
    match ty {
        Ty::Ref(ty) => is_text(ty),
        ty => *ty == Ty::rt("Str"),
    }
}

/// What a method does to the length of the list that it is called on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lengths {
    /// It stays, and so do those of its lists.
    Stay,
    /// It stays; one of its items is another one.
    Replaced,
    /// It is one more.
    OneMore,
    /// It is one less, or the program ends.
    OneLess,
    /// It is another one.
    Change,
}

pub(super) fn lengths(method: &str) -> Lengths {
    match method {
        "at" | "try_at" | "cell" | "try_cell" | "row" | "try_row" | "len" | "is_empty" | "iter" | "slice"
        | "slice_by" | "slice_items" | "slice_items_by" | "part" | "plus" | "times" | "count" | "index"
        | "try_index" | "index_in" | "try_index_in" | "contains" | "clone" | "to_vec" | "copied"
        | "cloned" | "first" | "last" | "get" | "join" | "concat" | "char_at" | "try_char_at" | "letter"
        | "set_cell" | "try_set_cell" | "swap_at" | "try_swap_at" | "swap" | "reverse" | "reverse_part"
        | "sort" | "sort_in_order" | "sort_by_keys" | "iter_mut" | "fill" | "starts_with" | "ends_with"
        | "find" | "upper" | "lower" | "strip" | "split" | "replace" | "chars" | "windows"
        | "binary_search" | "is_some" | "is_none" => Lengths::Stay,
        "set" | "try_set" => Lengths::Replaced,
        "push" | "insert_at" => Lengths::OneMore,
        "pop_last" | "try_pop_last" | "pop_at" | "try_pop_at" => Lengths::OneLess,
        _ => Lengths::Change,
    }
}
