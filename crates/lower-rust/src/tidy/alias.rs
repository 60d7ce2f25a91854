//! A variable of lowering that is only handed on to one of the program is that one from the start.
//!
//! ```text
//! let items_ = List::new();               let squares: List<i64> = List::new();
//! for x in xs { items_.push(x); }         for x in xs { squares.push(x); }
//! let squares: List<i64> = items_;
//!
//! for (item_1, item_2) in pairs { let a = item_1; let b = item_2; … }        for (a, b) in pairs { … }
//!
//! if let Err(error_1) = f() { if c { let e = error_1; g(e); } else { h(error_1); } }
//! if let Err(e) = f() { if c { g(e); } else { h(e); } }
//! ```

use rustc_hash::FxHashMap;

use super::mentions::Counts;
use super::resolve::{bound, is_temporary, variable};
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr_mut, walk_pat_mut};
use crate::rir::{Block, Expr, Fn, Pat, Path, Stmt};

/// Gives the variables of `func` their names.
pub(super) fn run(func: &mut Fn) {
    let mut counts = Counts::default();
    counts.block(&func.body);
    let mut join = Join { counts: counts.0, renamed: FxHashMap::default() };
    join.block(&mut func.body);
    if join.renamed.is_empty() {
        return;
    }
    // Chains end at the last name.
    let names: FxHashMap<String, String> = join
        .renamed
        .keys()
        .map(|from| {
            let mut to = &join.renamed[from];
            while let Some(next) = join.renamed.get(to) {
                to = next;
            }
            (from.clone(), to.clone())
        })
        .collect();
    Rename(names).block(&mut func.body);
}

struct Join {
    /// How often each variable is named.
    counts: FxHashMap<String, u32>,
    renamed: FxHashMap<String, String>,
}

impl VisitMut for Join {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        match expr {
            Expr::For(_, pat, _, body) | Expr::WhileLet(_, pat, _, body) | Expr::IfLet(pat, _, body, _) => {
                self.bind(pat, body);
                bind_inside(pat, body);
            }
            Expr::Match(_, arms) => {
                for arm in arms.iter_mut().filter(|arm| arm.guard.is_none()) {
                    if let Expr::Block(body) = &mut arm.body {
                        self.bind(&mut arm.pat, body);
                        bind_inside(&mut arm.pat, body);
                    }
                }
            }
            _ => {}
        }
    }

    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        let mut at = 0;
        while at < block.stmts.len() {
            if !self.join(block, at) {
                at += 1;
            }
        }
    }
}

impl Join {
    /// Drops the statements at the start of `body` that only give what `pat` binds its names.
    fn bind(&mut self, pat: &mut Pat, body: &mut Block) {
        while let Some(Stmt::Let { pat: Pat::Bind(to, to_mut), init: Some(value), .. }) = body.stmts.first() {
            let once = |from: &&str| is_temporary(from) && self.counts.get(*from) == Some(&1);
            let Some(from) = variable(value).filter(once).map(str::to_owned) else { return };
            let mut names = Names { from: &from, to, to_mut: *to_mut, is_found: false };
            names.pat(pat);
            if !names.is_found {
                return;
            }
            body.stmts.remove(0);
        }
    }

    /// Drops the statement at `at` where it only gives a variable of lowering its name.
    fn join(&mut self, block: &mut Block, at: usize) -> bool {
        let Stmt::Let { pat: Pat::Bind(to, to_mut), ty: to_ty, init: Some(value) } = &block.stmts[at] else {
            return false;
        };
        let Some(from) = variable(value).filter(|from| is_temporary(from)) else { return false };
        let (before, rest) = block.stmts.split_at(at);
        let declared = before.iter().position(
            |stmt| matches!(stmt, Stmt::Let { pat: Pat::Bind(name, _), init: Some(_), .. } if name == from),
        );
        let Some(declared) = declared else { return false };
        let mut inside = Counts::default();
        before[declared + 1..].iter().for_each(|stmt| inside.stmt(stmt));
        let n_before = inside.0.get(from).copied().unwrap_or_default();
        // The statement itself names it once more; nothing after it may.
        if self.counts.get(from).copied().unwrap_or_default() != n_before + 1 || rest.is_empty() {
            return false;
        }
        let (from, to, to_mut, to_ty) = (from.to_owned(), to.clone(), *to_mut, to_ty.clone());
        if let Stmt::Let { pat: Pat::Bind(name, is_mut), ty, init } = &mut block.stmts[declared] {
            name.clone_from(&to);
            *is_mut |= to_mut;
            let says_its_type = matches!(init, Some(Expr::GenericAssoc(..)))
                || matches!(init, Some(Expr::Call(callee, _)) if matches!(**callee, Expr::GenericAssoc(..)));
            if ty.is_none() && !says_its_type {
                *ty = to_ty;
            }
        }
        block.stmts.remove(at);
        self.renamed.insert(from, to);
        true
    }
}

/// Gives what `pat` binds under a name of lowering the one that all blocks inside of `body` give it that do so.
///
/// Not where nothing but another condition would be left: Rust would have one `if` for both.
fn bind_inside(pat: &mut Pat, body: &mut Block) {
    let is_condition =
        |stmt: &Stmt| matches!(stmt, Stmt::Expr(Expr::If(_, _, None) | Expr::IfLet(_, _, _, None)));
    if matches!((body.stmts.as_slice(), &body.tail), ([Stmt::Let { .. }, second], None) if is_condition(second))
        || matches!(
            (body.stmts.as_slice(), body.tail.as_deref()),
            ([Stmt::Let { .. }], Some(Expr::If(_, _, None) | Expr::IfLet(_, _, _, None)))
        )
    {
        return;
    }
    for from in bound(pat).into_iter().filter(|name| is_temporary(name)) {
        let mut given = Given { from: &from, to: None, is_one: true, is_taken: false };
        given.block(body);
        let Some(to) = given.to.clone().filter(|_| given.is_one) else { continue };
        given.is_taken = true;
        given.block(body);
        Names { from: &from, to: &to, to_mut: false, is_found: false }.pat(pat);
        Rename(FxHashMap::from_iter([(from.clone(), to)])).block(body);
    }
}

/// The name that blocks begin with giving to `from`.
struct Given<'a> {
    from: &'a str,
    to: Option<String>,
    /// Whether all give it the same.
    is_one: bool,
    /// Whether the statements that do so go.
    is_taken: bool,
}

impl VisitMut for Given<'_> {
    fn block(&mut self, block: &mut Block) {
        if let Some(Stmt::Let { pat: Pat::Bind(to, is_mut), init: Some(value), .. }) = block.stmts.first()
            && variable(value.clone_of().unwrap_or(value)) == Some(self.from)
        {
            self.is_one &= !is_mut && self.to.as_ref().is_none_or(|other| other == to);
            self.to = Some(to.clone());
            if self.is_taken {
                block.stmts.remove(0);
            }
        }
        walk_block_mut(self, block);
    }
}

/// Gives what a pattern binds another name.
struct Names<'a> {
    from: &'a str,
    to: &'a str,
    to_mut: bool,
    is_found: bool,
}

impl VisitMut for Names<'_> {
    fn pat(&mut self, pat: &mut Pat) {
        if let Pat::Bind(name, is_mut) = pat
            && name == self.from
        {
            self.to.clone_into(name);
            *is_mut |= self.to_mut;
            self.is_found = true;
        }
        walk_pat_mut(self, pat);
    }
}

struct Rename(FxHashMap<String, String>);

impl VisitMut for Rename {
    fn expr(&mut self, expr: &mut Expr) {
        if let Expr::Path(Path::Local(name)) = expr
            && let Some(to) = self.0.get(name)
        {
            name.clone_from(to);
        }
        walk_expr_mut(self, expr);
    }

    fn pat(&mut self, pat: &mut Pat) {
        if let Pat::Bind(name, _) = pat
            && let Some(to) = self.0.get(name)
        {
            name.clone_from(to);
        }
        walk_pat_mut(self, pat);
    }
}
