//! Captures: which variables of enclosing functions a function needs, directly or through the functions it names.
//!
//! Module-level names are statics and not captured. A nested function that nothing but its `def` binds is not captured
//! itself: what it needs is. So is a `lambda` under a name of its own that needs itself.
//! In: a module. Out: [`Captures`], an ordered list per function. Cost: O(functions × captured variables × depth).

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::visit::{for_each_body_expr, for_each_expr, for_each_stmt, walk_stmt_exprs, walk_stmt_locals};
use crate::{ExprId, ExprKind, FuncId, FuncKind, LocalId, Module, Scope, StmtId, StmtKind, Target};

/// The captured variables of each function.
#[derive(Debug, Default)]
pub struct Captures {
    of: FxHashMap<FuncId, Vec<LocalId>>,
    defined: FxHashMap<LocalId, FuncId>,
}

impl Captures {
    /// Finds them; `is_plain` says which functions their decorators leave to be what they are.
    #[must_use]
    pub fn new(module: &Module, is_plain: &dyn Fn(FuncId) -> bool) -> Self {
        let bindings = bindings(module);
        let defined = defined_functions(module, &bindings, is_plain);
        let lambdas = named_lambdas(module, &bindings);
        let captures = Captures::of_defined(module, defined.clone());
        let recursive = recursive(&lambdas, &captures);
        if recursive.is_empty() {
            return captures;
        }
        Captures::of_defined(module, defined.into_iter().chain(recursive).collect())
    }

    fn of_defined(module: &Module, defined: FxHashMap<LocalId, FuncId>) -> Self {
        let mut captures = Captures { defined, ..Captures::default() };
        let uses: FxHashMap<FuncId, Vec<LocalId>> =
            module.funcs.iter().map(|(func, _)| (func, mentions(module, func))).collect();
        let mut inner: FxHashMap<FuncId, Vec<FuncId>> = FxHashMap::default();
        for (func, data) in module.funcs.iter() {
            if let Some(scope) = data.parent {
                inner.entry(owner_func(module, scope)).or_default().push(func);
            }
        }
        loop {
            let mut changed = false;
            for (func, _) in module.funcs.iter() {
                let mut needed: Vec<LocalId> = Vec::new();
                for &local in &uses[&func] {
                    match captures.defined.get(&local) {
                        Some(target) => needed.extend(captures.of(*target)),
                        None => needed.push(local),
                    }
                }
                // What functions written inside need passes through this one.
                for &nested in inner.get(&func).map_or(&[][..], Vec::as_slice) {
                    needed.extend(captures.of(nested));
                }
                let mut list: Vec<LocalId> =
                    needed.into_iter().filter(|&local| is_outer(module, local, func)).collect();
                list.sort_by_key(|local| local.into_raw().into_u32());
                list.dedup();
                if captures.of(func) != list {
                    captures.of.insert(func, list);
                    changed = true;
                }
            }
            if !changed {
                return captures;
            }
        }
    }

    /// The captured variables of `func`, in order of definition.
    #[must_use]
    pub fn of(&self, func: FuncId) -> &[LocalId] {
        self.of.get(&func).map_or(&[], Vec::as_slice)
    }

    /// Whether its `def` or `lambda` runs once in the whole program.
    #[must_use]
    pub fn is_made_once(&self, module: &Module, func: FuncId) -> bool {
        let Some(parent) = module[func].parent.map(|scope| owner_func(module, scope)) else { return true };
        module[parent].kind == FuncKind::Module && !is_repeated(module, &module[parent].body, func)
    }

    /// Whether two functions made by one `def` or `lambda` have different variables: it runs once in a call of the function
    /// around it, and names a variable of that.
    #[must_use]
    pub fn is_told(&self, module: &Module, func: FuncId) -> bool {
        let Some(parent) = module[func].parent.map(|scope| owner_func(module, scope)) else { return false };
        let own = |local: &LocalId| module[*local].owner == Scope::Func(parent);
        self.of(func).iter().any(own) && !is_repeated(module, &module[parent].body, func)
    }

    /// The function that `local` names for good.
    #[must_use]
    pub fn defined(&self, local: LocalId) -> Option<FuncId> {
        self.defined.get(&local).copied()
    }
}

/// The function whose variables a scope's are.
#[must_use]
pub fn owner_func(module: &Module, scope: Scope) -> FuncId {
    match scope {
        Scope::Func(func) => func,
        Scope::Class(class) => owner_func(module, module[class].parent),
    }
}

/// Whether `func` is made in a loop or comprehension of `body`.
fn is_repeated(module: &Module, body: &[StmtId], func: FuncId) -> bool {
    let makes = |root: ExprId| {
        let mut found = false;
        for_each_expr(module, root, &mut |expr| {
            found |= matches!(module[expr].kind, ExprKind::Function { func: made, .. } if made == func);
        });
        found
    };
    let mut repeated = false;
    for_each_stmt(module, body, &mut |stmt| match &module[stmt].kind {
        StmtKind::While { body, .. } | StmtKind::For { body, .. } => {
            for_each_stmt(module, body, &mut |inner| {
                repeated |=
                    matches!(module[inner].kind, StmtKind::FuncDef { func: made, .. } if made == func);
                walk_stmt_exprs(module, inner, &mut |root| repeated |= makes(root));
            });
        }
        _ => {}
    });
    for_each_body_expr(module, body, &mut |expr| {
        if let ExprKind::Comprehension(_) = module[expr].kind {
            repeated |= makes(expr);
        }
    });
    repeated
}

/// Whether `local` belongs to a function around `func`, other than the module.
fn is_outer(module: &Module, local: LocalId, func: FuncId) -> bool {
    match module[local].owner {
        Scope::Func(owner) => owner != func && module[owner].kind != FuncKind::Module,
        Scope::Class(_) => false,
    }
}

/// The variables that the body of `func` names, and those of its attributes: the function carries them.
fn mentions(module: &Module, func: FuncId) -> Vec<LocalId> {
    let mut found: Vec<LocalId> = module[func].attributes.iter().map(|(_, local)| *local).collect();
    let body = &module[func].body;
    for_each_body_expr(module, body, &mut |expr| {
        if let ExprKind::Local(local) | ExprKind::Walrus { local, .. } = module[expr].kind {
            found.push(local);
        }
    });
    for_each_stmt(module, body, &mut |stmt| walk_stmt_locals(module, stmt, &mut |local| found.push(local)));
    found
}

/// How often each local is bound.
fn bindings(module: &Module) -> FxHashMap<LocalId, u32> {
    let mut bindings: FxHashMap<LocalId, u32> = FxHashMap::default();
    for (id, _) in module.stmts.iter() {
        walk_stmt_locals(module, id, &mut |local| *bindings.entry(local).or_default() += 1);
    }
    for (_, expr) in module.exprs.iter() {
        if let ExprKind::Walrus { local, .. } = expr.kind {
            *bindings.entry(local).or_default() += 1;
        }
    }
    for (_, func) in module.funcs.iter() {
        for param in &func.params {
            *bindings.entry(param.local).or_default() += 1;
        }
    }
    bindings
}

/// Locals that exactly one plain `def` binds, and nothing else.
fn defined_functions(
    module: &Module,
    bindings: &FxHashMap<LocalId, u32>,
    is_plain: &dyn Fn(FuncId) -> bool,
) -> FxHashMap<LocalId, FuncId> {
    let mut defined = FxHashMap::default();
    for (_, stmt) in module.stmts.iter() {
        if let StmtKind::FuncDef { func, local, decorators } = &stmt.kind
            && (decorators.is_empty() || is_plain(*func))
        {
            defined.insert(*local, *func);
        }
    }
    defined.retain(|local, _| bindings.get(local) == Some(&1) && !module[*local].written_elsewhere);
    defined
}

/// Locals of functions that exactly one `name = lambda: …` binds, and nothing else.
fn named_lambdas(module: &Module, bindings: &FxHashMap<LocalId, u32>) -> BTreeMap<LocalId, FuncId> {
    let named = module.stmts.iter().filter_map(|(_, stmt)| {
        let (target, value) = match &stmt.kind {
            StmtKind::Assign { targets, value } => match targets.as_slice() {
                [target] => (target, *value),
                _ => return None,
            },
            StmtKind::AnnAssign { target, value: Some(value), .. } => (target, *value),
            _ => return None,
        };
        match (target, &module[value].kind) {
            (Target::Local(local, _), ExprKind::Function { func, .. })
                if module[*func].kind == FuncKind::Lambda =>
            {
                Some((*local, *func))
            }
            _ => None,
        }
    });
    named
        .filter(|(local, _)| {
            let is_nested =
                matches!(module[*local].owner, Scope::Func(func) if module[func].kind != FuncKind::Module);
            is_nested && bindings.get(local) == Some(&1) && !module[*local].written_elsewhere
        })
        .collect()
}

/// Those that need themselves, by way of others or not: the closure of one would hold itself.
fn recursive(lambdas: &BTreeMap<LocalId, FuncId>, captures: &Captures) -> Vec<(LocalId, FuncId)> {
    let needs =
        |func: FuncId| captures.of(func).iter().filter_map(|local| Some((*local, *lambdas.get(local)?)));
    let is_recursive = |local: LocalId, func: FuncId| {
        let mut seen: Vec<LocalId> = Vec::new();
        let mut open: Vec<(LocalId, FuncId)> = needs(func).collect();
        while let Some((next, func)) = open.pop() {
            if next == local {
                return true;
            }
            if !seen.contains(&next) {
                seen.push(next);
                open.extend(needs(func));
            }
        }
        false
    };
    lambdas
        .iter()
        .map(|(&local, &func)| (local, func))
        .filter(|&(local, func)| is_recursive(local, func))
        .collect()
}
