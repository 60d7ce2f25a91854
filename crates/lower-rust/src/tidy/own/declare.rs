//! The places of a function: which of its variables may own a list.

use super::iterators::EACH;
use super::places::{Place, Places};
use super::shapes::{enumerated, holder, in_result, row_of};
use crate::rir::visit::{Visit, walk_expr, walk_stmt};
use crate::rir::{Expr, Fn, Pat, Path, Stmt, Ty};

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
                    let place = self.0.variable(self.1, holder(list)?)?;
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
