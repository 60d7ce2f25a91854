//! Names: every variable of a function gets one of its own while it is tidied, so that a pass may forget about scopes.
//!
//! ```text
//! let x = 1;                     let x@1 = 1;
//! for x in xs { use(x); }        for x@2 in xs { use(x@2); }
//! use(x);                        use(x@1);
//! ```
//!
//! [`resolve`] numbers them, [`restore`] takes the numbers off again.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::rir::visit::{
    Visit, VisitMut, walk_arm, walk_arm_mut, walk_block, walk_block_mut, walk_closure, walk_closure_mut,
    walk_expr, walk_expr_mut, walk_pat, walk_pat_mut, walk_stmt, walk_stmt_mut,
};
use crate::rir::{Arm, Block, Closure, Expr, Fn, Pat, Path, Stmt, Ty};

/// Between a name and its number; no identifier of Python or Rust has it.
const MARK: char = '@';

/// Numbers the variables of `func`.
pub(super) fn resolve(func: &mut Fn) {
    let mut names = Resolver::default();
    names.scopes.push(FxHashMap::default());
    for param in &mut func.params {
        param.name = names.bind(&param.name);
    }
    names.block(&mut func.body);
}

/// Takes the numbers off. Where a pass moved a variable before another one of its name, it gets a name of its own.
pub(super) fn restore(func: &mut Fn) {
    let mut shadows = Shadows::default();
    shadows.scopes.push(Vec::new());
    for param in &func.params {
        shadows.bind(&param.name);
    }
    shadows.block(&func.body);
    let mut taken: FxHashSet<String> = shadows.seen.iter().map(|name| plain(name).to_owned()).collect();
    let mut renamed: Vec<&String> = shadows.hiding.iter().collect();
    renamed.sort();
    let mut fresh = FxHashMap::default();
    for name in renamed {
        let free = (2..).map(|n| format!("{}_{n}", plain(name))).find(|name| !taken.contains(name));
        let free = free.unwrap_or_default();
        taken.insert(free.clone());
        fresh.insert(name.clone(), free);
    }
    for param in &mut func.params {
        param.name = plain(&param.name).to_owned();
    }
    Restorer { fresh }.block(&mut func.body);
}

/// The name that a reader sees.
pub(super) fn plain(name: &str) -> &str {
    name.split(MARK).next().unwrap_or(name)
}

/// Another name for the variable `of`, which is not used any more.
pub(super) fn renamed(name: &str, of: &str) -> String {
    match of.split_once(MARK) {
        Some((_, number)) => format!("{name}{MARK}{number}"),
        None => name.to_owned(),
    }
}

/// The variable that an expression is, if it is one.
pub(super) fn variable(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Path(Path::Local(name)) if name.contains(MARK) => Some(name),
        _ => None,
    }
}

/// Whether a name was made by lowering: `item_`, `item_2`.
pub(super) fn is_temporary(name: &str) -> bool {
    let name = plain(name);
    name.trim_end_matches(|c: char| c.is_ascii_digit()).len() > 1
        && name.trim_end_matches(|c: char| c.is_ascii_digit()).ends_with('_')
}

/// The variables that a pattern binds, in order.
pub(super) fn bound(pat: &Pat) -> Vec<String> {
    struct Bound(Vec<String>);
    impl Visit for Bound {
        fn pat(&mut self, pat: &Pat) {
            if let Pat::Bind(name, _) = pat {
                self.0.push(name.clone());
            }
            walk_pat(self, pat);
        }
    }
    let mut out = Bound(Vec::new());
    out.pat(pat);
    out.0
}

/// The variables of `func` that are declared with one of `types`.
pub(super) fn declared(func: &Fn, types: &[&str]) -> FxHashSet<String> {
    struct Declared<'a> {
        types: &'a [&'a str],
        found: FxHashSet<String>,
    }
    impl Declared<'_> {
        fn add(&mut self, name: &str, ty: &Ty) {
            if self.types.iter().any(|wanted| *ty == Ty::local(*wanted)) {
                self.found.insert(name.to_owned());
            }
        }
    }
    impl Visit for Declared<'_> {
        fn stmt(&mut self, stmt: &Stmt) {
            if let Stmt::Let { pat: Pat::Bind(name, _), ty: Some(ty), .. } = stmt {
                self.add(name, ty);
            }
            walk_stmt(self, stmt);
        }
    }
    let mut out = Declared { types, found: FxHashSet::default() };
    func.params.iter().for_each(|param| out.add(&param.name, &param.ty));
    out.block(&func.body);
    out.found
}

/// The variables that closures and generators of a block use and do not bind.
pub(super) fn captured(block: &Block) -> FxHashSet<String> {
    /// How many closures are around each use and each binding.
    #[derive(Default)]
    struct Inside {
        depth: u32,
        used: FxHashMap<String, u32>,
        bound: FxHashMap<String, u32>,
    }
    impl Visit for Inside {
        fn expr(&mut self, expr: &Expr) {
            if let Some(name) = variable(expr) {
                let deepest = self.used.entry(name.to_owned()).or_default();
                *deepest = self.depth.max(*deepest);
            }
            // What is given to `with` runs at once, and assigns nothing.
            if let Expr::Method(value, name, _, args) = expr
                && name == "with"
                && let [Expr::Closure(closure)] = args.as_slice()
            {
                self.expr(value);
                return self.expr(&closure.body);
            }
            let is_closure = matches!(expr, Expr::Closure(_) | Expr::AsyncMove(_));
            self.depth += u32::from(is_closure);
            walk_expr(self, expr);
            self.depth -= u32::from(is_closure);
        }
        fn pat(&mut self, pat: &Pat) {
            if let Pat::Bind(name, _) = pat {
                self.bound.insert(name.clone(), self.depth);
            }
            walk_pat(self, pat);
        }
    }
    let mut inside = Inside::default();
    inside.block(block);
    // A generator is a closure itself: what a closure inside of it uses may be bound by the generator.
    let outside = |name: &str| inside.bound.get(name).copied().unwrap_or(0);
    inside.used.iter().filter(|(name, depth)| **depth > outside(name)).map(|(name, _)| name.clone()).collect()
}

#[derive(Default)]
struct Resolver {
    scopes: Vec<FxHashMap<String, String>>,
    count: u32,
    /// Bound by the pattern being visited: the sides of `a | b` bind the same variables.
    in_pattern: FxHashMap<String, String>,
}

impl Resolver {
    fn bind(&mut self, name: &str) -> String {
        self.count += 1;
        let unique = format!("{name}{MARK}{}", self.count);
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.to_owned(), unique.clone());
        }
        unique
    }

    fn scoped(&mut self, inside: impl FnOnce(&mut Self)) {
        self.scopes.push(FxHashMap::default());
        inside(self);
        self.scopes.pop();
    }
}

impl VisitMut for Resolver {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Path(Path::Local(name)) => {
                let found = self.scopes.iter().rev().find_map(|scope| scope.get(name.as_str()));
                if let Some(unique) = found {
                    *name = unique.clone();
                }
            }
            Expr::IfLet(pat, value, then, otherwise) => {
                self.expr(value);
                self.scoped(|names| {
                    names.pat(pat);
                    names.block(then);
                });
                otherwise.iter_mut().for_each(|otherwise| self.expr(otherwise));
            }
            Expr::For(_, pat, iter, body) | Expr::WhileLet(_, pat, iter, body) => {
                self.expr(iter);
                self.scoped(|names| {
                    names.pat(pat);
                    names.block(body);
                });
            }
            Expr::Matches(value, pat) => {
                self.expr(value);
                self.scoped(|names| names.pat(pat));
            }
            expr => walk_expr_mut(self, expr),
        }
    }

    fn block(&mut self, block: &mut Block) {
        self.scoped(|names| walk_block_mut(names, block));
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        walk_stmt_mut(self, stmt);
        self.in_pattern.clear();
    }

    fn pat(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Bind(name, _) => {
                let unique = match self.in_pattern.get(name.as_str()) {
                    Some(unique) => unique.clone(),
                    None => self.bind(name),
                };
                *name = unique;
            }
            Pat::Or(sides) => {
                for side in sides {
                    let before: Vec<String> = bound(side);
                    self.pat(side);
                    for (name, unique) in before.into_iter().zip(bound(side)) {
                        self.in_pattern.insert(name, unique);
                    }
                }
                self.in_pattern.clear();
            }
            pat => walk_pat_mut(self, pat),
        }
    }

    fn closure(&mut self, closure: &mut Closure) {
        self.scoped(|names| walk_closure_mut(names, closure));
    }

    fn arm(&mut self, arm: &mut Arm) {
        self.scoped(|names| walk_arm_mut(names, arm));
    }
}

/// Finds variables that hide another one of their name which is still used.
#[derive(Default)]
struct Shadows {
    /// The variables that each scope has bound so far, in order.
    scopes: Vec<Vec<String>>,
    seen: FxHashSet<String>,
    hiding: FxHashSet<String>,
}

impl Shadows {
    fn bind(&mut self, name: &str) {
        self.seen.insert(name.to_owned());
        if let Some(scope) = self.scopes.last_mut() {
            scope.push(name.to_owned());
        }
    }

    /// All of its name that were bound after `used` hide it.
    fn uses(&mut self, used: &str) {
        let bound = self.scopes.iter().flatten().rev();
        let later = bound.take_while(|name| *name != used).filter(|name| plain(name) == plain(used));
        self.hiding.extend(later.cloned());
    }

    fn scoped(&mut self, inside: impl FnOnce(&mut Self)) {
        self.scopes.push(Vec::new());
        inside(self);
        self.scopes.pop();
    }
}

impl Visit for Shadows {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(Path::Local(name)) if name.contains(MARK) => self.uses(name),
            Expr::IfLet(pat, value, then, otherwise) => {
                self.expr(value);
                self.scoped(|names| {
                    names.pat(pat);
                    names.block(then);
                });
                otherwise.iter().for_each(|otherwise| self.expr(otherwise));
            }
            Expr::For(_, pat, iter, body) | Expr::WhileLet(_, pat, iter, body) => {
                self.expr(iter);
                self.scoped(|names| {
                    names.pat(pat);
                    names.block(body);
                });
            }
            Expr::Matches(value, pat) => {
                self.expr(value);
                self.scoped(|names| names.pat(pat));
            }
            expr => walk_expr(self, expr),
        }
    }

    fn block(&mut self, block: &Block) {
        self.scoped(|names| walk_block(names, block));
    }

    fn pat(&mut self, pat: &Pat) {
        if let Pat::Bind(name, _) = pat {
            self.bind(name);
        }
        walk_pat(self, pat);
    }

    fn closure(&mut self, closure: &Closure) {
        self.scoped(|names| walk_closure(names, closure));
    }

    fn arm(&mut self, arm: &Arm) {
        self.scoped(|names| walk_arm(names, arm));
    }
}

struct Restorer {
    /// New names of variables that would hide another.
    fresh: FxHashMap<String, String>,
}

impl Restorer {
    fn restore(&self, name: &mut String) {
        *name = match self.fresh.get(name) {
            Some(fresh) => fresh.clone(),
            None => plain(name).to_owned(),
        };
    }
}

impl VisitMut for Restorer {
    fn expr(&mut self, expr: &mut Expr) {
        if let Expr::Path(Path::Local(name)) = expr {
            self.restore(name);
        }
        walk_expr_mut(self, expr);
    }

    fn pat(&mut self, pat: &mut Pat) {
        if let Pat::Bind(name, _) = pat {
            self.restore(name);
        }
        walk_pat_mut(self, pat);
    }
}
