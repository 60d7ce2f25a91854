//! Names of what nothing reads: `_name`, or `_` in a pattern for what the Python has no name for.
//!
//! ```text
//! for i in 0..3 { f(); }               for _i in 0..3 { f(); }
//! let (a, item_2) = pair; use(a);      let (a, _) = pair; use(a);
//! let left_ = x.clone();
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use super::dead::Reads;
use super::inline;
use super::resolve::{is_temporary, plain, variable};
use crate::rir::visit::{
    Visit, VisitMut, walk_block_mut, walk_expr, walk_expr_mut, walk_pat_mut, walk_stmt_mut,
};
use crate::rir::{Block, Expr, Fn, Pat, Path, Stmt};

/// Marks the unread variables of `func`; `has_ends` where it is seen when one lets go of what it holds.
pub(super) fn run(func: &mut Fn, has_ends: bool) {
    let mut reads = Reads::default();
    reads.block(&func.body);
    let mut written = Written::default();
    written.block(&func.body);
    let mut unused =
        Unused { has_ends, read: reads.found, written: written.0, renamed: FxHashMap::default() };
    for param in &mut func.params {
        if !unused.read.contains(&param.name) {
            unused.rename(&mut param.name);
        }
    }
    unused.block(&mut func.body);
    Rename(unused.renamed).block(&mut func.body);
}

/// Variables that are assigned after their declaration.
#[derive(Default)]
struct Written(FxHashSet<String>);

impl Visit for Written {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Assign(place, _) = expr {
            self.0.extend(variable(place).map(str::to_owned));
        }
        walk_expr(self, expr);
    }
}

/// `_`, `__`, `_2`: what people call a variable that is none.
fn is_no_name(name: &str) -> bool {
    plain(name).chars().all(|c| c == '_' || c.is_ascii_digit())
}

struct Unused {
    /// Whether it is seen when a variable lets go of what it holds.
    has_ends: bool,
    read: FxHashSet<String>,
    written: FxHashSet<String>,
    renamed: FxHashMap<String, String>,
}

impl Unused {
    fn rename(&mut self, name: &mut String) {
        let is_marked = name.starts_with('_') && !is_no_name(name);
        if is_marked {
            return;
        }
        let new = format!("_{}", name.trim_start_matches("r#").trim_start_matches('_'));
        let new = if is_no_name(&new) { new.replacen('_', "_unused", 1) } else { new };
        self.renamed.insert(name.clone(), new.clone());
        *name = new;
    }
}

impl VisitMut for Unused {
    fn block(&mut self, block: &mut Block) {
        // What lowering looked at and then had no use for.
        block.stmts.retain(|stmt| match stmt {
            Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), .. } => {
                self.has_ends
                    || !is_temporary(name)
                    || self.read.contains(name)
                    || self.written.contains(name)
                    || !inline::is_quiet(init)
            }
            _ => true,
        });
        walk_block_mut(self, block);
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        // A variable of its own stays until the block ends, as in the Python.
        if let Stmt::Let { pat: Pat::Bind(name, _), init, .. } = stmt
            && !self.read.contains(name)
        {
            if is_no_name(name) && !self.written.contains(name) && init.is_some() {
                walk_stmt_mut(self, stmt);
                return;
            }
            self.rename(name);
            init.iter_mut().for_each(|init| self.expr(init));
            return;
        }
        walk_stmt_mut(self, stmt);
    }

    fn pat(&mut self, pat: &mut Pat) {
        if let Pat::Bind(name, _) = pat
            && !self.read.contains(name)
        {
            let is_nameless = is_temporary(name) || is_no_name(name);
            if is_nameless && !self.written.contains(name) {
                *pat = Pat::Wild;
            } else {
                self.rename(name);
            }
            return;
        }
        walk_pat_mut(self, pat);
    }
}

struct Rename(FxHashMap<String, String>);

impl VisitMut for Rename {
    fn expr(&mut self, expr: &mut Expr) {
        if let Expr::Path(Path::Local(name)) = expr
            && let Some(new) = self.0.get(name)
        {
            *name = new.clone();
        }
        walk_expr_mut(self, expr);
    }
}
