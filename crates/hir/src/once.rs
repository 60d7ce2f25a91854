//! What runs at most once: a function that one place calls and nothing else names, a class body there.
//!
//! In: a module. Out: [`Once`]. The module body runs once. A function does that its `def` alone binds, without
//! decorators, and that is named once, as what a call outside of loops calls, in something that runs once.
//! Cost: O(size of the module).
//!
//! ```text
//! def main(): …          once
//! def step(): …          step() in a loop, or twice: any number of times
//! main()
//! ```
//!
//! A method of unit tests does that the runner alone names, which the frontend writes.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::visit::{
    for_each_body_expr, walk_expr_children, walk_stmt_blocks, walk_stmt_exprs, walk_stmt_locals,
};
use crate::{ClassId, ExprId, ExprKind, FuncId, LocalId, Module, Name, Scope, StmtId, StmtKind};

/// The function of the frontend's that runs each test it names.
const TEST_RUNNER: &str = "_unittest_main_";

/// Functions and class bodies that run at most once.
#[derive(Debug, Default)]
pub struct Once {
    funcs: FxHashSet<FuncId>,
    classes: FxHashSet<ClassId>,
}

impl Once {
    /// Finds them.
    #[must_use]
    pub fn new(module: &Module) -> Self {
        let mut finder =
            Finder { module, named: named_once(module), once: Once::default(), todo: Vec::new() };
        finder.todo.push(module.body);
        while let Some(func) = finder.todo.pop() {
            if finder.once.funcs.insert(func) {
                finder.body(&module[func].body);
                if &*module[func].name == TEST_RUNNER {
                    finder.tests(func);
                }
            }
        }
        finder.once
    }

    /// Whether the body of `func` runs at most once.
    #[must_use]
    pub fn func(&self, func: FuncId) -> bool {
        self.funcs.contains(&func)
    }

    /// Whether the body of `class` runs at most once.
    #[must_use]
    pub fn class(&self, class: ClassId) -> bool {
        self.classes.contains(&class)
    }
}

/// The functions that a plain `def` and nothing else binds, by their variables, of those that are named once.
fn named_once(module: &Module) -> FxHashMap<LocalId, FuncId> {
    let mut bindings: FxHashMap<LocalId, u32> = FxHashMap::default();
    let mut named: FxHashMap<LocalId, FuncId> = FxHashMap::default();
    for (id, stmt) in module.stmts.iter() {
        walk_stmt_locals(module, id, &mut |local| *bindings.entry(local).or_default() += 1);
        if let StmtKind::FuncDef { func, local, decorators } = &stmt.kind
            && decorators.is_empty()
        {
            named.insert(*local, *func);
        }
    }
    let mut uses: FxHashMap<LocalId, u32> = FxHashMap::default();
    for (_, expr) in module.exprs.iter() {
        match expr.kind {
            ExprKind::Local(local) => *uses.entry(local).or_default() += 1,
            ExprKind::Walrus { local, .. } => *bindings.entry(local).or_default() += 1,
            _ => {}
        }
    }
    named.retain(|local, _| bindings.get(local) == Some(&1) && uses.get(local) == Some(&1));
    named
}

struct Finder<'m> {
    module: &'m Module,
    named: FxHashMap<LocalId, FuncId>,
    once: Once,
    todo: Vec<FuncId>,
}

impl Finder<'_> {
    /// The methods that `runner` names, each once, and nothing else does.
    fn tests(&mut self, runner: FuncId) {
        let module = self.module;
        let mut n_named: FxHashMap<&Name, u32> = FxHashMap::default();
        for (_, expr) in module.exprs.iter() {
            if let ExprKind::Attribute { name, .. } = &expr.kind {
                *n_named.entry(name).or_default() += 1;
            }
        }
        let mut tests = Vec::new();
        for_each_body_expr(module, &module[runner].body, &mut |expr| {
            if let ExprKind::Attribute { name, .. } = &module[expr].kind
                && name.starts_with("test")
                && n_named.get(name) == Some(&1)
            {
                tests.push(name.clone());
            }
        });
        let mut decorated: FxHashSet<FuncId> = FxHashSet::default();
        for (_, stmt) in module.stmts.iter() {
            if let StmtKind::FuncDef { func, decorators, .. } = &stmt.kind
                && !decorators.is_empty()
            {
                decorated.insert(*func);
            }
        }
        for name in tests {
            let methods = module.funcs.iter().filter(|(_, func)| func.name == name);
            let methods: Vec<_> = methods.map(|(id, func)| (id, func.parent)).collect();
            if let [(method, Some(Scope::Class(class)))] = methods.as_slice()
                && self.once.classes.contains(class)
                && !decorated.contains(method)
            {
                self.todo.push(*method);
            }
        }
    }

    /// Statements that run at most once.
    fn body(&mut self, body: &[StmtId]) {
        let module = self.module;
        let mut stack: Vec<StmtId> = body.iter().rev().copied().collect();
        while let Some(stmt) = stack.pop() {
            match &module[stmt].kind {
                StmtKind::While { otherwise, .. } => {
                    stack.extend(otherwise.iter().rev());
                    continue;
                }
                StmtKind::For { iter, otherwise, .. } => {
                    self.expr(*iter);
                    stack.extend(otherwise.iter().rev());
                    continue;
                }
                StmtKind::ClassDef { class, .. } => {
                    self.once.classes.insert(*class);
                    self.body(&module[*class].body);
                }
                _ => {}
            }
            walk_stmt_exprs(module, stmt, &mut |expr| self.expr(expr));
            walk_stmt_blocks(module, stmt, &mut |block| stack.extend(block.iter().rev()));
        }
    }

    /// An expression that is evaluated at most once; what a comprehension repeats is left out.
    fn expr(&mut self, root: ExprId) {
        let module = self.module;
        let mut stack = vec![root];
        while let Some(expr) = stack.pop() {
            match &module[expr].kind {
                ExprKind::Comprehension(comprehension) => {
                    stack.extend(comprehension.clauses.first().map(|clause| clause.iter));
                    continue;
                }
                ExprKind::Call { callee, .. } => {
                    if let ExprKind::Local(local) = module[*callee].kind
                        && let Some(&func) = self.named.get(&local)
                    {
                        self.todo.push(func);
                    }
                }
                _ => {}
            }
            walk_expr_children(module, expr, &mut |child| stack.push(child));
        }
    }
}
