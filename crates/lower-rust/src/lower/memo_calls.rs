//! The calls of a cached function: Python keeps `f(1)` and `f(x=1)` apart, our cache does not.
//!
//! That shows where the function prints or changes something, since Python runs it for both.

use std::collections::BTreeMap;

use portalis_hir::visit::for_each_stmt;
use portalis_hir::{Arg, ExprId, ExprKind, Module, Name, StmtKind};

use super::FnCx;

/// How a call gives its arguments.
struct Given {
    /// The names of those given by name, in order, and how many stand before them.
    way: (usize, Vec<Name>),
    /// By parameter.
    values: BTreeMap<usize, ExprId>,
}

impl FnCx<'_, '_> {
    /// Whether two calls may give the same arguments in different ways, to a function that shows that it runs.
    pub(super) fn shows_ways_of_giving(&self) -> bool {
        let module = self.cx.module;
        let mut shows = self.cx.says_write(self.func) || self.cx.says_change(self.func);
        for_each_stmt(module, &module[self.func].body, &mut |stmt| {
            let StmtKind::Expr(value) = &module[stmt].kind else { return };
            shows |= matches!(module[*value].kind, ExprKind::Call { .. });
        });
        if !shows {
            return false;
        }
        let calls = self.given();
        let pairs =
            calls.iter().enumerate().flat_map(|(i, call)| calls[..i].iter().map(move |other| (call, other)));
        pairs.into_iter().any(|(call, other)| call.way != other.way && self.may_be_same(call, other))
    }

    /// The calls of the function by its name, or as a method of its name.
    fn given(&self) -> Vec<Given> {
        let module = self.cx.module;
        let func = &module[self.func];
        let variable = module.stmts.iter().find_map(|(_, stmt)| match &stmt.kind {
            StmtKind::FuncDef { func, local, .. } if *func == self.func => Some(*local),
            _ => None,
        });
        let mut found = Vec::new();
        for (_, expr) in module.exprs.iter() {
            let ExprKind::Call { callee, args } = &expr.kind else { continue };
            let first = match &module[*callee].kind {
                ExprKind::Local(local) if Some(*local) == variable => 0,
                ExprKind::Attribute { name, .. } if *name == func.name => 1,
                _ => continue,
            };
            let (mut names, mut values, mut n_positional) = (Vec::new(), BTreeMap::new(), 0);
            for arg in args {
                match arg {
                    Arg::Pos(value) => {
                        values.insert(first + n_positional, *value);
                        n_positional += 1;
                    }
                    Arg::Keyword(name, value) => {
                        let place = func.params.iter().position(|param| module[param.local].name == *name);
                        names.push(name.clone());
                        values.extend(place.map(|place| (place, *value)));
                    }
                    Arg::Star(_) | Arg::DoubleStar(_) => {}
                }
            }
            found.push(Given { way: (n_positional, names), values });
        }
        found
    }

    fn may_be_same(&self, call: &Given, other: &Given) -> bool {
        let module = self.cx.module;
        module[self.func].params.iter().enumerate().all(|(i, param)| {
            let value = |given: &Given| given.values.get(&i).copied().or(param.default);
            match (value(call), value(other)) {
                (Some(a), Some(b)) => !are_different(module, a, b),
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            }
        })
    }
}

/// Whether two literals are not equal; of other values only the run knows.
fn are_different(module: &Module, a: ExprId, b: ExprId) -> bool {
    match (&module[a].kind, &module[b].kind) {
        (ExprKind::Int(a), ExprKind::Int(b)) => a != b,
        (ExprKind::Str(a), ExprKind::Str(b)) => a != b,
        (ExprKind::Bool(a), ExprKind::Bool(b)) => a != b,
        _ => false,
    }
}
