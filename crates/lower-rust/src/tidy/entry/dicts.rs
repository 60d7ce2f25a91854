//! What is known to be a dict, by its declared type.

use rustc_hash::FxHashMap;

use crate::rir::visit::{Visit, walk_stmt};
use crate::rir::{Expr, Fn, Pat, Path, Stmt, Ty};
use crate::tidy::fields::held;
use crate::tidy::is_named;
use crate::tidy::resolve::variable;

fn is_dict(ty: &Ty) -> bool {
    matches!(ty, Ty::Named(Path::Rt("Dict"), _))
}

/// Whether keys are compared without code of the program, so that nobody can tell how often.
pub(super) fn has_plain_keys(ty: &Ty) -> bool {
    match ty {
        Ty::Named(_, args) => args.first().is_some_and(is_plain_key),
        _ => false,
    }
}

fn is_plain_key(ty: &Ty) -> bool {
    match ty {
        Ty::Named(Path::Local(name), args) => match name.as_str() {
            "i64" | "f64" | "bool" | "u8" => true,
            "Option" => args.iter().all(is_plain_key),
            _ => false,
        },
        Ty::Named(Path::Rt(name), _) => matches!(*name, "Str" | "Int" | "Bytes"),
        Ty::Tuple(items) => items.iter().all(is_plain_key),
        _ => false,
    }
}

/// The types of what is known to be a dict.
pub(super) struct Dicts<'a> {
    fields: &'a FxHashMap<String, Ty>,
    variables: FxHashMap<String, Ty>,
}

impl<'a> Dicts<'a> {
    /// What is known of `func`; `fields` are the types of attributes.
    pub(super) fn of(func: &Fn, fields: &'a FxHashMap<String, Ty>) -> Self {
        let mut dicts = Dicts { fields, variables: FxHashMap::default() };
        for param in &func.params {
            dicts.declare(&param.name, &param.ty);
        }
        dicts.block(&func.body);
        dicts
    }

    fn declare(&mut self, name: &str, ty: &Ty) {
        let ty = if let Ty::Ref(ty) = ty { ty } else { ty };
        if is_dict(ty) {
            self.variables.insert(name.to_owned(), ty.clone());
        }
    }

    /// The type of a dict that an expression names, the same one each time.
    pub(super) fn named(&self, expr: &Expr) -> Option<&Ty> {
        match expr {
            Expr::Field(object, name) if is_named(object, "self") || variable(object).is_some() => {
                self.fields.get(name).map(|ty| held(ty).unwrap_or(ty)).filter(|ty| is_dict(ty))
            }
            // What a cell of an attribute holds.
            Expr::Method(cell, get, _, args) if get == "get" && args.is_empty() => match &**cell {
                field @ Expr::Field(..) => self.named(field),
                _ => None,
            },
            expr => self.variables.get(variable(expr)?),
        }
    }

    pub(super) fn has(&self, expr: &Expr) -> bool {
        self.named(expr).is_some()
    }

    /// The type of a dict that an expression makes, names or finds in one.
    fn given(&self, expr: &Expr) -> Option<Ty> {
        if let Some(ty) = self.named(expr) {
            return Some(ty.clone());
        }
        let ty = match expr {
            Expr::Call(made, _) => match &**made {
                Expr::GenericAssoc(Path::Rt("Dict"), types, _) => Ty::Named(Path::Rt("Dict"), types.clone()),
                _ => return None,
            },
            Expr::Method(dict, name, _, _) => match name.as_str() {
                "clone" | "into_default" | "into_counter" | "into_ordered" => self.given(dict)?,
                "at" | "set_default" | "set_default_with" => match self.given(dict)? {
                    Ty::Named(_, mut args) => args.pop()?,
                    _ => return None,
                },
                _ => return None,
            },
            _ => return None,
        };
        is_dict(&ty).then_some(ty)
    }
}

impl Visit for Dicts<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        if let Stmt::Let { pat: Pat::Bind(name, _), ty, init } = stmt {
            match (ty, init.as_ref().and_then(|init| self.given(init))) {
                (Some(ty), _) => self.declare(name, ty),
                (None, Some(given)) => self.declare(name, &given),
                _ => {}
            }
        }
        walk_stmt(self, stmt);
    }
}
