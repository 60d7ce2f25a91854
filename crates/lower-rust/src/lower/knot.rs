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

use super::{Cx, FnCx};
use crate::names::ident;
use crate::rir::{Expr, Item, Path, Struct, Ty};

impl Cx<'_> {
    /// The structs of such functions.
    pub(super) fn emit_knots(&mut self) {
        let mut items = Vec::new();
        let mut at = 0;
        while at < self.rep.knots.len() {
            let knot = self.rep.knots[at].clone();
            at += 1;
            let mut fields = Vec::new();
            for (local, repr) in &knot.vars {
                let ty = self.rep.ty(repr);
                fields.push((self.knot_field(*local), Ty::Named(Path::Rt("Var"), vec![ty])));
            }
            let derives = vec!["Clone", "PartialEq"];
            items.push(Item::Struct(Struct { name: knot.name.clone(), doc: None, derives, fields }));
            items.push(Item::Macro { path: "item", args: vec![Ty::local(knot.name)], text: None });
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
