//! A chain that compares one value with literals is a `match`.
//!
//! ```text
//! if op == "+" { a } else if op == "-" || op == "*" { b } else if is_end { c } else { d }
//! match op.as_str() { "+" => a, "-" | "*" => b, _ if is_end => c, _ => d }
//! ```
//!
//! From three literals on, none of which comes twice. Of integers, where the type of the variable is written down: one of any
//! size has no literal patterns.

use rustc_hash::FxHashSet;

use super::resolve::{declared, variable};
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr, walk_expr_mut};
use crate::rir::{Arm, BinOp, Block, Expr, Fn, Pat, Path, Stmt, UnOp};

/// How many literals make a `match`.
const MIN_LITERALS: usize = 3;

/// Rewrites the chains of `func`.
pub(super) fn run(func: &mut Fn) {
    let ints = declared(func, &["i64"]);
    Chosen { ints }.block(&mut func.body);
}

struct Chosen {
    /// Variables of 64 bits.
    ints: FxHashSet<String>,
}

impl VisitMut for Chosen {
    fn block(&mut self, block: &mut Block) {
        self.ways_out(block);
        walk_block_mut(self, block);
    }

    fn expr(&mut self, expr: &mut Expr) {
        if let Expr::If(..) = expr
            && let Some(chosen) = self.chosen(expr)
        {
            *expr = chosen;
        }
        walk_expr_mut(self, expr);
    }
}

impl Chosen {
    /// Several `if op == "+" { return … }` in a row are one `match`.
    fn ways_out(&self, block: &mut Block) {
        let mut at = 0;
        while at < block.stmts.len() {
            if let Some((n, chosen)) = self.row(block, at) {
                let takes_rest = at + n == block.stmts.len();
                block.stmts.splice(at..at + n, [Stmt::Expr(chosen)]);
                if takes_rest {
                    block.tail = match block.stmts.pop() {
                        Some(Stmt::Expr(chosen)) => Some(Box::new(chosen)),
                        _ => None,
                    };
                }
            }
            at += 1;
        }
    }

    /// The `match` of the statements from `at` on, each of which leaves where it holds, and how many they are; with the value
    /// of the block, where it comes right behind them.
    fn row(&self, block: &Block, at: usize) -> Option<(usize, Expr)> {
        let mut links = Vec::new();
        let mut n = 0;
        for stmt in &block.stmts[at..] {
            let Stmt::Expr(stmt @ Expr::If(..)) = stmt else { break };
            let Some(found) = ways_out(stmt) else { break };
            let place = compared(links.first().map_or(found.first()?.0, |(test, _): &(&Expr, &Block)| test))?;
            if n > 0 && !found.iter().all(|(test, _)| self.literals(test, place, &mut Vec::new())) {
                break;
            }
            links.extend(found);
            n += 1;
        }
        let rest = Block { stmts: block.stmts[at + n..].to_vec(), tail: block.tail.clone() };
        let is_short = match (rest.stmts.as_slice(), &rest.tail) {
            ([], Some(_)) => true,
            ([Stmt::Expr(last)], None) => last.diverges(),
            _ => false,
        };
        if is_short {
            n += rest.stmts.len();
        }
        let last = is_short.then(|| Box::new(Expr::Block(rest)));
        let chain = links.iter().rev().fold(last, |next, (test, out)| {
            Some(Box::new(Expr::If(Box::new((*test).clone()), (*out).clone(), next)))
        });
        Some((n, self.chosen(&*chain?)?))
    }

    fn chosen(&self, expr: &Expr) -> Option<Expr> {
        let Expr::If(test, ..) = expr else { return None };
        let place = compared(test)?;
        let mut arms = Vec::new();
        let mut literals = FxHashSet::default();
        let mut n_others = 0;
        let mut next = Some(expr);
        while let Some(one) = next {
            let Expr::If(test, then, otherwise) = one else {
                let body = match one {
                    Expr::Block(block) => super::body_of_arm(block.clone()),
                    other => other.clone(),
                };
                arms.push(Arm { pat: Pat::Wild, guard: None, body });
                break;
            };
            let mut found = Vec::new();
            let body = super::body_of_arm(then.clone());
            if self.literals(test, place, &mut found) {
                if !found.iter().all(|literal| literals.insert(format!("{literal:?}"))) {
                    return None;
                }
                let pat = pattern(found);
                arms.push(Arm { pat, guard: None, body });
            } else if self.is_quiet(test, place) {
                n_others += 1;
                arms.push(Arm { pat: Pat::Wild, guard: Some((**test).clone()), body });
            } else {
                return None;
            }
            next = otherwise.as_deref().map(super::link);
            if next.is_none() {
                arms.push(Arm { pat: Pat::Wild, guard: None, body: Expr::Block(Block::default()) });
            }
        }
        if literals.len() < MIN_LITERALS || n_others > 1 || arms.len() < MIN_LITERALS {
            return None;
        }
        let is_text = literals.iter().any(|literal| literal.starts_with("Str"));
        let value =
            if is_text { without_deref(place).clone().method("as_str", Vec::new()) } else { place.clone() };
        Some(Expr::Match(Box::new(value), arms))
    }

    /// Whether a test leaves what is compared as it is: a variable that it does not assign, or an attribute where it calls
    /// nothing but methods of the attribute.
    fn is_quiet(&self, test: &Expr, place: &Expr) -> bool {
        let is_variable = variable(without_deref(place)).is_some();
        let mut quiet = Quiet { place, is_variable, is_it: true };
        quiet.expr(test);
        quiet.is_it
    }

    /// Whether a test compares `place` with literals, one of which it equals; they are added to `found`.
    fn literals(&self, test: &Expr, place: &Expr, found: &mut Vec<Expr>) -> bool {
        match test {
            Expr::Binary(BinOp::Or, left, right) => {
                self.literals(left, place, found) && self.literals(right, place, found)
            }
            Expr::Binary(BinOp::Eq, left, literal) if super::same(left, place) => {
                let literal = match literal.literal_text() {
                    Some(text) => Expr::Str(text.to_owned()),
                    None => (**literal).clone(),
                };
                let fits = match &literal {
                    Expr::Str(_) | Expr::Char(_) => true,
                    Expr::Int(..) => variable(place).is_some_and(|name| self.ints.contains(name)),
                    Expr::Unary(UnOp::Neg, value) => {
                        matches!(**value, Expr::Int(..))
                            && variable(place).is_some_and(|name| self.ints.contains(name))
                    }
                    _ => false,
                };
                found.push(literal);
                fits
            }
            _ => false,
        }
    }
}

struct Quiet<'a> {
    place: &'a Expr,
    is_variable: bool,
    is_it: bool,
}

impl Visit for Quiet<'_> {
    fn expr(&mut self, expr: &Expr) {
        self.is_it &= match expr {
            Expr::Assign(..) | Expr::AssignOp(..) | Expr::RefMut(_) => false,
            Expr::Method(of, ..) => self.is_variable || super::same(of, self.place),
            Expr::Call(callee, _) => self.is_variable || matches!(**callee, Expr::Path(Path::Assoc(..))),
            _ => true,
        };
        walk_expr(self, expr);
    }
}

/// The tests of a chain without an `else`, and what each leaves by.
fn ways_out(chain: &Expr) -> Option<Vec<(&Expr, &Block)>> {
    let mut found = Vec::new();
    let mut next = Some(chain);
    while let Some(one) = next {
        let Expr::If(test, out, otherwise) = one else { return None };
        if !out.diverges() {
            return None;
        }
        found.push((&**test, out));
        next = otherwise.as_deref().map(super::link);
    }
    Some(found)
}

/// `1 | 5`, `1..=3`.
fn pattern(mut literals: Vec<Expr>) -> Pat {
    let mut places: Vec<i64> = literals.iter().filter_map(place_of).collect();
    places.sort_unstable();
    let is_range = literals.len() > 2
        && places.len() == literals.len()
        && places.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]));
    if is_range {
        literals.sort_by_key(place_of);
        if let (Some(last), first) = (literals.pop(), literals.swap_remove(0)) {
            return Pat::Range(Box::new(first), Box::new(last));
        }
    }
    let mut options: Vec<Pat> = literals.into_iter().map(|literal| Pat::Lit(Box::new(literal))).collect();
    if options.len() == 1 { options.remove(0) } else { Pat::Or(options) }
}

/// Where a literal lies in a range.
fn place_of(literal: &Expr) -> Option<i64> {
    match literal {
        Expr::Char(letter) => Some(i64::from(u32::from(*letter))),
        literal => super::constant(literal),
    }
}

/// What the first comparison of a test compares: a variable or an attribute.
fn compared(test: &Expr) -> Option<&Expr> {
    match test {
        Expr::Binary(BinOp::Or, left, _) => compared(left),
        Expr::Binary(BinOp::Eq, place, _) => match without_deref(place) {
            Expr::Field(of, _) => (variable(of).is_some() || super::is_named(of, "self")).then_some(place),
            bare => variable(bare).is_some().then_some(place),
        },
        _ => None,
    }
}

fn without_deref(expr: &Expr) -> &Expr {
    match expr {
        Expr::Unary(UnOp::Deref, value) => without_deref(value),
        other => other,
    }
}
