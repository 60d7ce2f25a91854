//! A value of several kinds that was asked for its kind is opened once, where it was asked.
//!
//! ```text
//! if matches!(s, Shape::Circle(_)) {                      match &s {
//!     3.14 * match s.clone() {                                Shape::Circle(s) => 3.14 * s.r,
//!         Shape::Circle(value) => value,                      Shape::Rect(s) if s.w == s.h => 0.0,
//!         _ => unreachable!(…),                               _ => 1.0,
//!     }.r                                                 }
//! } else if matches!(s, Shape::Rect(_)) && … { 0.0 } else { 1.0 }
//!
//! if !matches!(s, Shape::Circle(_)) { return; }           let Shape::Circle(s) = &s else { return };
//! matches!(s, Shape::Circle(_)) && f(match …)             if let Shape::Circle(s) = &s { f(s) } else { false }
//! ```
//!
//! The variable stays as it is where something assigns it meanwhile, or where a closure holds it.

mod chain;
mod enums;
mod lent;
mod uses;

use rustc_hash::FxHashSet;

use self::chain::{Case, Chain, asks, chain, conjuncts, joined, row};
pub(super) use self::enums::Enums;
use self::enums::{only, variants};
use self::lent::Lent;
use self::uses::{Open, Uses};
use super::own::is_copy;
use super::resolve::{bound, captured};
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr, walk_expr_mut, walk_stmt};
use crate::rir::{Arm, BinOp, Block, Expr, Fn, Pat, Path, Stmt, Ty, UnOp};

/// Opens the variables of `func`.
pub(super) fn run(func: &mut Fn, enums: &Enums) {
    if enums.is_empty() {
        return;
    }
    let references = func.params.iter().filter(|param| matches!(param.ty, Ty::Ref(_)));
    let mut variants = Variants {
        enums,
        count: 0,
        held: captured(&func.body),
        references: references.map(|param| param.name.clone()).collect(),
        owned: owned(func),
    };
    variants.block(&mut func.body);
    if variants.count > 0 {
        Lent.block(&mut func.body);
    }
}

/// The variables of `func` that are declared with a type that is no reference.
fn owned(func: &Fn) -> FxHashSet<String> {
    #[derive(Default)]
    struct Owned(FxHashSet<String>);
    impl Owned {
        fn add(&mut self, name: &str, ty: &Ty) {
            if !matches!(ty, Ty::Ref(_) | Ty::RefMut(_)) {
                self.0.insert(name.to_owned());
            }
        }
    }
    impl Visit for Owned {
        fn stmt(&mut self, stmt: &Stmt) {
            if let Stmt::Let { pat: Pat::Bind(name, _), ty: Some(ty), .. } = stmt {
                self.add(name, ty);
            }
            walk_stmt(self, stmt);
        }
        fn expr(&mut self, expr: &Expr) {
            if let Expr::For(_, pat, items, _) = expr
                && gives_values(items)
            {
                self.0.extend(bound(pat));
            }
            walk_expr(self, expr);
        }
    }
    let mut found = Owned::default();
    func.params.iter().for_each(|param| found.add(&param.name, &param.ty));
    found.block(&func.body);
    found.0
}

/// Whether what is iterated gives values, not references to them: clones, or what an iterator of the runtime makes.
fn gives_values(items: &Expr) -> bool {
    match items {
        Expr::Method(of, name, _, _) => {
            matches!(name.as_str(), "cloned" | "items" | "keys" | "values" | "words") || gives_values(of)
        }
        _ => false,
    }
}

struct Variants<'e> {
    enums: &'e Enums,
    count: u32,
    /// Variables of closures.
    held: FxHashSet<String>,
    /// Parameters that are references.
    references: FxHashSet<String>,
    /// Variables that are declared as values.
    owned: FxHashSet<String>,
}

impl VisitMut for Variants<'_> {
    fn block(&mut self, block: &mut Block) {
        self.refusals(block);
        self.ways_out(block);
        walk_block_mut(self, block);
    }

    fn expr(&mut self, expr: &mut Expr) {
        if let Some(opened) = chain(expr).and_then(|chain| self.open_chain(chain)) {
            *expr = opened;
        } else if let Expr::If(test, then, otherwise) = expr {
            // An `if let` is no test of an `if`.
            self.test(test);
            self.block(then);
            return otherwise.iter_mut().for_each(|otherwise| self.expr(otherwise));
        }
        let opened = match expr {
            Expr::Binary(BinOp::And, ..) => self.open_both(expr),
            _ => None,
        };
        if let Some(opened) = opened {
            *expr = opened;
        }
        walk_expr_mut(self, expr);
    }
}

impl Variants<'_> {
    fn test(&mut self, test: &mut Expr) {
        match test {
            Expr::Binary(BinOp::And, left, right) => {
                self.test(left);
                self.test(right);
            }
            other => self.expr(other),
        }
    }

    /// `if !matches!(x, A(_)) { out }` in a block opens `x` for what follows.
    fn refusals(&mut self, block: &mut Block) {
        for at in 0..block.stmts.len() {
            let Stmt::Expr(Expr::If(test, out, None)) = &block.stmts[at] else { continue };
            let Expr::Unary(UnOp::Not, asked) = &**test else { continue };
            let Some((name, pat)) = asks(asked) else { continue };
            if !out.diverges() {
                continue;
            }
            let rest = Block { stmts: block.stmts[at + 1..].to_vec(), tail: block.tail.clone() };
            let mut chain = Chain { name, cases: vec![Case { pat, guard: None, body: rest }], rest: None };
            let (Some(value), Some(case)) = (self.open(&mut chain), chain.cases.pop()) else { continue };
            let out = out.clone();
            block.stmts.truncate(at);
            block.stmts.push(Stmt::LetElse(case.pat, Box::new(value), out));
            block.stmts.extend(case.body.stmts);
            block.tail = case.body.tail;
        }
    }

    /// Several `if matches!(x, …) { return … }` in a row are one `match`; so is what follows where it is for one kind alone.
    fn ways_out(&mut self, block: &mut Block) {
        let mut at = 0;
        while at < block.stmts.len() {
            let Some((mut found, n)) = row(&block.stmts[at..]) else {
                at += 1;
                continue;
            };
            let rest = Block { stmts: block.stmts[at + n..].to_vec(), tail: block.tail.clone() };
            let is_short = rest.stmts.len() + usize::from(rest.tail.is_some()) == 1
                && (rest.tail.is_some() || rest.diverges());
            let takes_rest = self.opens_what_is_left(&found, &rest) || (is_short && found.cases.len() > 1);
            if takes_rest {
                found.rest = Some(rest);
            } else if found.cases.len() == 1 {
                at += 1;
                continue;
            }
            let Some(opened) = self.open_chain(found) else {
                at += 1;
                continue;
            };
            if takes_rest {
                block.stmts.truncate(at);
                block.tail = Some(Box::new(opened));
            } else {
                block.stmts.splice(at..at + n, [Stmt::Expr(opened)]);
            }
            at += 1;
        }
    }

    /// `matches!(x, A(_)) && …`.
    fn open_both(&mut self, expr: &Expr) -> Option<Expr> {
        let mut links = Vec::new();
        conjuncts(expr, &mut links);
        let at = links.iter().position(|link| asks(link).is_some())?;
        let (name, pat) = asks(links[at])?;
        let last = joined(&links[at + 1..])?;
        let case = Case { pat, guard: None, body: Block::of(last) };
        let rest = Some(Block::of(Expr::Bool(false)));
        let opened = self.open_chain(Chain { name, cases: vec![case], rest })?;
        let before = joined(&links[..at]);
        Some(match before {
            Some(before) => Expr::binary(BinOp::And, before, opened),
            None => opened,
        })
    }

    /// The `match` or `if let` of a chain, where something opens its variable.
    fn open_chain(&mut self, mut chain: Chain) -> Option<Expr> {
        let value = Box::new(self.open(&mut chain)?);
        let is_all = self.left(&chain).is_some_and(|left| left.is_empty());
        let rest = chain.rest.filter(|_| !is_all);
        if let [Case { guard: None, .. }] = chain.cases.as_slice()
            && !is_all
        {
            let case = chain.cases.remove(0);
            let rest = rest.map(|rest| Box::new(Expr::Block(rest)));
            return Some(Expr::IfLet(case.pat, value, case.body, rest));
        }
        let arm = |case: Case| Arm { pat: case.pat, guard: case.guard, body: super::body_of_arm(case.body) };
        let mut arms: Vec<Arm> = chain.cases.into_iter().map(arm).collect();
        if !is_all {
            let body = rest.map_or_else(|| Expr::Block(Block::default()), super::body_of_arm);
            arms.push(Arm { pat: Pat::Wild, guard: None, body });
        }
        Some(Expr::Match(value, arms))
    }

    /// The kinds that no branch of a chain is for.
    fn left(&self, chain: &Chain) -> Option<Vec<Path>> {
        let certain = chain.cases.iter().filter(|case| case.guard.is_none());
        let covered: Vec<Path> = certain.flat_map(|case| variants(&case.pat)).cloned().collect();
        self.enums.left(&covered)
    }

    /// The one kind that what follows a chain is for, where it is opened there.
    fn opens_what_is_left(&self, chain: &Chain, rest: &Block) -> bool {
        let left = self.left(chain).unwrap_or_default();
        let [variant] = left.as_slice() else { return false };
        let mut uses = Uses::of(&chain.name, Some(variant));
        uses.block(rest);
        uses.n_opened > 0 && !uses.is_changed
    }

    /// Opens the variable of a chain in its branches; what is to be matched, where something opens it.
    fn open(&mut self, chain: &mut Chain) -> Option<Expr> {
        let name = chain.name.clone();
        if self.held.contains(&name) {
            return None;
        }
        if let Some(rest) = chain.rest.take_if(|rest| !rest.stmts.is_empty() || rest.tail.is_some()) {
            let left = self.left(chain).unwrap_or_default();
            if let [variant] = left.as_slice()
                && self.opens_what_is_left(chain, &rest)
            {
                let pat = Pat::Call(variant.clone(), vec![Pat::Wild]);
                chain.cases.push(Case { pat, guard: None, body: rest });
            } else {
                chain.rest = Some(rest);
            }
        }
        let (mut n_opened, mut n_bare, mut n_whole) = (0, 0, 0);
        for case in &chain.cases {
            let mut uses = Uses::of(&name, only(&case.pat));
            case.guard.iter().for_each(|guard| uses.expr(guard));
            if uses.is_changed {
                return None;
            }
            uses.block(&case.body);
            if uses.is_changed && uses.n_opened > 0 {
                return None;
            }
            n_opened += uses.n_opened;
            n_bare += uses.n_bare;
            if uses.n_opened > 0 {
                n_whole += uses.n_whole;
            }
        }
        // What takes the value out of the variable takes it out of the pattern.
        let is_moved = n_bare == n_opened && n_whole == 0;
        if n_opened == 0 || (!is_moved && n_bare > 0 && !self.owned.contains(&name)) {
            return None;
        }
        for case in &mut chain.cases {
            let Some(variant) = only(&case.pat).cloned() else { continue };
            self.count += 1;
            let inner = format!("{name}.v{}", self.count);
            let is_copied = self.enums.held(&variant).is_some_and(is_copy);
            let mut open =
                Open { name: &name, variant: &variant, inner: &inner, is_moved, is_copied, n_opened: 0 };
            case.guard.iter_mut().for_each(|guard| open.expr(guard));
            open.block(&mut case.body);
            if open.n_opened > 0 {
                case.pat = Pat::Call(variant, vec![Pat::Bind(inner, false)]);
            }
        }
        let is_lent = !is_moved && !self.references.contains(&name);
        Some(if is_lent { Expr::local(name).by_ref() } else { Expr::local(name) })
    }
}
