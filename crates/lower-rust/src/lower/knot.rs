//! Functions among whose captured variables they are themselves: a decorator holds the function, which calls itself by the name
//! that the decorator's result has.
//!
//! ```text
//! def solve(a):                  #[derive(Clone, PartialEq)]
//!     @memo                      pub struct WrapperVariables { pub cache: Var<Dict<i64, i64>>, pub f: Var<(Var<WrapperVariables>,)> }
//!     def go(n):
//!         … go(n - 1)
//! ```
//!
//! A tuple of their variables would contain itself, a struct is named.

use portalis_hir::{FuncId, LocalId};
use portalis_typeck::ty::InstId;

use super::class::{fmt_fn, hash_of_fields, trait_impl};
use super::{Cx, FnCx};
use crate::names::ident;
use crate::represent::KnotId;
use crate::rir::{Expr, Impl, Item, Path, Struct, Ty};

impl Cx<'_> {
    /// The structs of such functions.
    pub(super) fn emit_knots(&mut self) {
        let mut items = Vec::new();
        let mut at = 0;
        while at < self.rep.knots.len() {
            let knot = self.rep.knots[at].clone();
            let is_key = self.rep.keys_hold_knot(KnotId(at as u32));
            at += 1;
            let mut fields = Vec::new();
            for (local, repr) in &knot.vars {
                let ty = self.rep.ty(repr);
                fields.push((self.knot_field(*local), Ty::Named(Path::Rt("Var"), vec![ty])));
            }
            let derives = vec!["Clone", "PartialEq"];
            items.push(Item::Struct(Struct { name: knot.name.clone(), doc: None, derives, fields }));
            let ty = Ty::local(knot.name);
            items.push(Item::Macro { path: "item", args: vec![ty.clone()], text: None });
            if is_key {
                let vars = knot.vars.iter().map(|(local, _)| self.knot_field(*local)).collect();
                emit_key(&ty, vars, &mut items);
            }
        }
        items.append(&mut self.items);
        self.items = items;
    }

    fn knot_field(&self, local: LocalId) -> String {
        ident(&self.module[local].name)
    }

    /// References to the variables that a function value holds.
    pub(super) fn closure_parts(&mut self, closure: &Expr, func: FuncId, env: InstId) -> Vec<Expr> {
        let whole = || Box::new(closure.clone());
        let captured = self.rep.captured(func, env);
        if self.rep.knot(func, env).is_some() {
            let field = |local: LocalId| Expr::Field(whole(), self.knot_field(local)).by_ref();
            return captured.into_iter().map(field).collect();
        }
        (0..captured.len()).map(|i| Expr::TupleField(whole(), i as u32).by_ref()).collect()
    }
}

impl FnCx<'_, '_> {
    /// The value of a function made here, of its captured variables.
    pub(super) fn closure_of(&mut self, func: FuncId, vars: Vec<Expr>) -> Expr {
        if vars.is_empty() {
            return Expr::unit();
        }
        let env = self.inst;
        let Some(knot) = self.cx.rep.knot(func, env) else { return Expr::Tuple(vars) };
        let name = knot.name.clone();
        let captured = self.cx.rep.captured(func, env);
        let fields = captured.into_iter().map(|local| self.cx.knot_field(local)).zip(vars).collect();
        Expr::Struct(Path::local(name), fields)
    }
}

/// What keys have: a function hashes as its variables do, which have identity.
fn emit_key(ty: &Ty, vars: Vec<String>, items: &mut Vec<Item>) {
    let fields = |vars: &[String]| -> Vec<Expr> {
        vars.iter().map(|var| Expr::Field(Box::new(Expr::local("self")), var.clone())).collect()
    };
    let held = fields(&vars).into_iter().map(|var| var.method("clone", Vec::new())).collect();
    let hash = hash_of_fields(held);
    items.push(trait_impl(Path::Rt("PyHash"), ty, "py_hash", Vec::new(), Ty::local("i64"), hash));
    let shown = fields(&vars).into_iter().take(1).map(|var| Expr::call(Path::Rt("py"), vec![var.by_ref()]));
    let text = Expr::Format {
        name: "write",
        first: Some(Box::new(Expr::local("f"))),
        text: "<function with {:?}>".to_owned(),
        args: shown.collect(),
    };
    items.push(Item::Impl(Impl {
        of: Some((Path::Rt("Repr"), Vec::new())),
        ty: ty.clone(),
        assoc_types: Vec::new(),
        consts: Vec::new(),
        fns: vec![fmt_fn("repr", text)],
    }));
}
