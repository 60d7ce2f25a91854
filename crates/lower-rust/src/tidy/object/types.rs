//! Of which class an expression is.

use rustc_hash::FxHashMap;

use super::program::{Program, key};
use crate::rir::visit::{Visit, walk_expr, walk_stmt};
use crate::rir::{Expr, Fn, Pat, Path, Stmt, Ty};
use crate::tidy::resolve::variable;
use crate::tidy::{is_named, is_or_end};

/// A variable that holds an object, or a reference to one.
#[derive(Clone, Debug)]
pub(super) struct Var {
    pub(super) class: String,
    pub(super) is_ref: bool,
    /// Its place among the parameters.
    pub(super) param: Option<usize>,
}

/// The objects of a function.
#[derive(Debug)]
pub(super) struct Types<'p> {
    pub(super) program: &'p Program,
    /// The class of `self`, where that could be plain.
    pub(super) own: Option<String>,
    /// The class whose `impl` it is.
    pub(super) of_impl: Option<String>,
    pub(super) variables: FxHashMap<String, Var>,
}

/// `self`.
pub(super) fn is_self(expr: &Expr) -> bool {
    is_named(expr, "self")
}

impl<'p> Types<'p> {
    pub(super) fn of(program: &'p Program, func: &Fn, of_impl: Option<&str>) -> Self {
        let own = of_impl.filter(|class| program.classes.contains(*class));
        let mut types = Types {
            program,
            own: own.map(str::to_owned),
            of_impl: of_impl.map(str::to_owned),
            variables: FxHashMap::default(),
        };
        for (at, param) in func.params.iter().enumerate() {
            let (ty, is_ref) = match &param.ty {
                Ty::Ref(ty) | Ty::RefMut(ty) => (&**ty, true),
                ty => (ty, false),
            };
            let class = match ty {
                Ty::SelfTy => own,
                ty => program.class_in(ty),
            };
            if let Some(class) = class {
                let var = Var { class: class.to_owned(), is_ref, param: Some(at) };
                types.variables.insert(param.name.clone(), var);
            }
        }
        types.block(&func.body);
        types
    }

    fn declare(&mut self, name: &str, class: &str, is_ref: bool) {
        self.variables.insert(name.to_owned(), Var { class: class.to_owned(), is_ref, param: None });
    }

    pub(super) fn var(&self, expr: &Expr) -> Option<&Var> {
        self.variables.get(variable(expr)?)
    }

    /// The class of an object that `expr` gives, lends or names.
    pub(super) fn class_of<'s>(&'s self, expr: &Expr) -> Option<&'s str> {
        match expr {
            Expr::Path(_) if is_self(expr) => self.own.as_deref(),
            Expr::Path(_) => self.var(expr).map(|var| var.class.as_str()),
            Expr::Call(callee, args) if is_or_end(callee) => self.class_of(args.first()?),
            Expr::Call(callee, _) => match &**callee {
                Expr::Path(Path::Assoc(of, name)) if name == "alloc" => match &**of {
                    Path::Local(class) if class == "Self" => self.own.as_deref(),
                    Path::Local(class) => self.program.classes.get(class).map(String::as_str),
                    _ => None,
                },
                Expr::Path(path) => self.given(&self.program.called(path, self.of_impl.as_deref())?),
                _ => None,
            },
            Expr::Struct(Path::Local(class), _) if class == "Self" => self.own.as_deref(),
            Expr::Struct(Path::Local(class), _) => self.program.classes.get(class).map(String::as_str),
            Expr::Method(object, name, _, args) if name == "clone" && args.is_empty() => {
                self.class_of(object)
            }
            Expr::Method(object, name, _, _) => self.given(&key(self.class_of(object)?, name)),
            Expr::Try(value)
            | Expr::Attempt(_, value)
            | Expr::Watched(value)
            | Expr::Ref(value)
            | Expr::RefMut(value)
            | Expr::Unary(crate::rir::UnOp::Deref, value) => self.class_of(value),
            Expr::Block(block) | Expr::Labelled(_, block) => self.class_of(block.tail.as_deref()?),
            Expr::If(_, then, otherwise) | Expr::IfLet(_, _, then, otherwise) => then
                .tail
                .as_deref()
                .and_then(|tail| self.class_of(tail))
                .or_else(|| self.class_of(otherwise.as_deref()?)),
            Expr::Match(_, arms) => arms.iter().find_map(|arm| self.class_of(&arm.body)),
            _ => None,
        }
    }

    fn given(&self, key: &str) -> Option<&str> {
        self.program.class_given(self.program.signature(key)?.ret.as_ref()?)
    }
}

impl Visit for Types<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        walk_stmt(self, stmt);
        if let Stmt::Let { pat: Pat::Bind(name, _), ty, init } = stmt {
            let declared = ty.as_ref().and_then(|ty| match ty {
                Ty::SelfTy => self.own.as_deref(),
                ty => self.program.class_in(ty),
            });
            let class = match (declared, init) {
                (Some(class), _) => Some(class.to_owned()),
                (None, Some(init)) => self.class_of(init).map(str::to_owned),
                (None, None) => None,
            };
            if let Some(class) = class {
                self.declare(name, &class, matches!(init, Some(Expr::Ref(_) | Expr::RefMut(_))));
            }
        }
    }

    fn expr(&mut self, expr: &Expr) {
        walk_expr(self, expr);
        // `let x; … x = …;`
        if let Expr::Assign(place, value) = expr
            && let Some(name) = variable(place)
            && !self.variables.contains_key(name)
            && let Some(class) = self.class_of(value).map(str::to_owned)
        {
            self.declare(name, &class, false);
        }
    }
}
