//! A variable that a statement changes in place is changed itself: nobody takes hold of it and puts it back.
//!
//! ```text
//! let held_ = seen;                                seen.update(&more);
//! held_.update(&more);
//! seen = held_;
//! ```
//!
//! The statement between may not mention the variable: then nothing of it can tell the two apart.

use rustc_hash::{FxHashMap, FxHashSet};

use super::mentions::{Counts, Mentions};
use super::resolve::{is_temporary, variable};
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr, walk_expr_mut, walk_pat_mut};
use crate::rir::{Block, Expr, Fn, Pat, Path, Stmt};

/// Changes the variables of `func` in place.
pub(super) fn run(func: &mut Fn) {
    let mut counts = Counts::default();
    counts.block(&func.body);
    let mut changed = InPlace { counts: counts.0, places: FxHashSet::default() };
    changed.block(&mut func.body);
    if changed.places.is_empty() {
        return;
    }
    let mut assigned = Assigned::default();
    assigned.block(&func.body);
    // What nothing else is assigned to stays the same container.
    let mut fixed = Fixed(changed.places.difference(&assigned.0).cloned().collect());
    fixed.block(&mut func.body);
    for param in &mut func.params {
        param.is_mut &= !fixed.0.contains(&param.name);
    }
}

struct InPlace {
    /// How often each variable is named.
    counts: FxHashMap<String, u32>,
    /// The variables that are changed in place.
    places: FxHashSet<String>,
}

impl VisitMut for InPlace {
    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        let mut at = 0;
        while at < block.stmts.len() {
            if let Some(place) = self.held_for_nothing(&block.stmts[at..]) {
                block.stmts.drain(at..at + 2);
                self.places.insert(place);
                continue;
            }
            if let Some((held, place)) = self.held(&block.stmts[at..]) {
                block.stmts.remove(at);
                Named { from: &held, to: &place }.stmt(&mut block.stmts[at]);
                block.stmts.remove(at + 1);
                self.places.insert(place);
            }
            at += 1;
        }
    }
}

impl InPlace {
    /// The variable that `stmts` begin with putting back as it is.
    fn held_for_nothing(&self, stmts: &[Stmt]) -> Option<String> {
        let [take, put_back, ..] = stmts else { return None };
        let (held, place) = self.taken(take, 1)?;
        is_put_back(put_back, held, place).then(|| place.to_owned())
    }

    /// The name of lowering and the variable that it stands for, where `stmts` begin with the three statements.
    fn held(&self, stmts: &[Stmt]) -> Option<(String, String)> {
        let [take, change @ Stmt::Expr(_), put_back, ..] = stmts else { return None };
        let (held, place) = self.taken(take, 2)?;
        (is_put_back(put_back, held, place)
            && Mentions::in_stmt(held, change)
            && !Mentions::in_stmt(place, change))
        .then(|| (held.to_owned(), place.to_owned()))
    }

    /// `let held = place;`, where the name is of lowering and named so often.
    fn taken<'s>(&self, stmt: &'s Stmt, count: u32) -> Option<(&'s str, &'s str)> {
        let Stmt::Let { pat: Pat::Bind(held, _), init: Some(init), .. } = stmt else { return None };
        let is_it = is_temporary(held) && self.counts.get(held) == Some(&count);
        variable(init).filter(|_| is_it).map(|place| (held.as_str(), place))
    }
}

/// `place = held;`
fn is_put_back(stmt: &Stmt, held: &str, place: &str) -> bool {
    matches!(stmt, Stmt::Expr(Expr::Assign(target, value))
        if variable(target) == Some(place) && variable(value) == Some(held))
}

/// Gives a variable another name.
struct Named<'a> {
    from: &'a str,
    to: &'a str,
}

impl VisitMut for Named<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if variable(expr) == Some(self.from) {
            *expr = Expr::Path(Path::Local(self.to.to_owned()));
        }
        walk_expr_mut(self, expr);
    }
}

/// The variables that are assigned after they are declared, or lent to be changed.
#[derive(Default)]
struct Assigned(FxHashSet<String>);

impl Visit for Assigned {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Assign(target, _) | Expr::AssignOp(_, target, _) | Expr::RefMut(target) = expr {
            self.0.extend(variable(target).map(str::to_owned));
        }
        walk_expr(self, expr);
    }
}

/// Variables that need no `mut`.
struct Fixed(FxHashSet<String>);

impl VisitMut for Fixed {
    fn pat(&mut self, pat: &mut Pat) {
        if let Pat::Bind(name, is_mut) = pat {
            *is_mut &= !self.0.contains(name);
        }
        walk_pat_mut(self, pat);
    }
}
