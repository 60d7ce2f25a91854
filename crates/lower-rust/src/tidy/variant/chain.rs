//! Chains of `if`s that ask one variable for its kind.

use super::super::link;
use super::super::resolve::variable;
use super::enums::is_variant;
use crate::rir::{BinOp, Block, Expr, Pat, Path, Stmt};

/// A branch of a chain that asks a variable for its kind.
#[derive(Clone)]
pub(super) struct Case {
    pub(super) pat: Pat,
    pub(super) guard: Option<Expr>,
    pub(super) body: Block,
}

/// A chain: the variable, the branches, and what follows where none is taken.
pub(super) struct Chain {
    pub(super) name: String,
    pub(super) cases: Vec<Case>,
    pub(super) rest: Option<Block>,
}

/// The chain of an `if`.
pub(super) fn chain(expr: &Expr) -> Option<Chain> {
    let Expr::If(test, then, otherwise) = expr else { return None };
    let (name, case) = branch(test, then)?;
    let mut found = Chain { name, cases: vec![case], rest: None };
    let mut next = otherwise.as_deref().map(link);
    while let Some(one) = next {
        match one {
            Expr::If(test, then, otherwise)
                if let Some((_, case)) = branch(test, then).filter(|(name, _)| *name == found.name) =>
            {
                found.cases.push(case);
                next = otherwise.as_deref().map(link);
            }
            Expr::Block(block) => {
                found.rest = Some(block.clone());
                break;
            }
            other => {
                found.rest = Some(Block::of(other.clone()));
                break;
            }
        }
    }
    Some(found)
}

/// The chains that `stmts` start with, each of which leaves, as one, and how many they are.
pub(super) fn row(stmts: &[Stmt]) -> Option<(Chain, usize)> {
    let mut whole: Option<Chain> = None;
    let mut n = 0;
    for stmt in stmts {
        let Stmt::Expr(expr @ Expr::If(..)) = stmt else { break };
        let Some(next) = chain(expr) else { break };
        if next.rest.is_some() || !next.cases.iter().all(|case| case.body.diverges()) {
            break;
        }
        match &mut whole {
            None => whole = Some(next),
            Some(whole) if whole.name == next.name => whole.cases.extend(next.cases),
            Some(_) => break,
        }
        n += 1;
    }
    whole.map(|whole| (whole, n))
}

/// The branch of `if matches!(x, …) && …`, and its variable.
fn branch(test: &Expr, then: &Block) -> Option<(String, Case)> {
    let mut links = Vec::new();
    conjuncts(test, &mut links);
    let (name, pat) = asks(links.first()?)?;
    let guard = joined(&links[1..]);
    Some((name, Case { pat, guard, body: then.clone() }))
}

/// The links of a chain of `&&`, in order.
pub(super) fn conjuncts<'e>(expr: &'e Expr, links: &mut Vec<&'e Expr>) {
    match expr {
        Expr::Binary(BinOp::And, left, right) => {
            conjuncts(left, links);
            conjuncts(right, links);
        }
        other => links.push(other),
    }
}

/// The chain of these links.
pub(super) fn joined(links: &[&Expr]) -> Option<Expr> {
    links.iter().map(|&link| link.clone()).reduce(|left, right| Expr::binary(BinOp::And, left, right))
}

/// The variable and the kinds of `matches!(x, …)`.
pub(super) fn asks(test: &Expr) -> Option<(String, Pat)> {
    let Expr::Matches(value, pat) = test else { return None };
    let is_kind = |pat: &Pat| match pat {
        Pat::Call(path, parts) => is_variant(path) && parts.iter().all(|part| matches!(part, Pat::Wild)),
        Pat::Path(path) => is_variant(path),
        _ => false,
    };
    let are_kinds = match pat {
        Pat::Or(options) => options.iter().all(is_kind),
        pat => is_kind(pat),
    };
    if !are_kinds {
        return None;
    }
    if let Some(name) = variable(value) {
        return Some((name.to_owned(), pat.clone()));
    }
    // Of what was made with fewer kinds.
    let Expr::Match(whole, arms) = &**value else { return None };
    let name = variable(whole.clone_of().unwrap_or(whole))?;
    let widened = |path: &Path| {
        arms.iter().find_map(|arm| match (&arm.pat, &arm.body) {
            (Pat::Call(from, _), Expr::Call(to, _)) if matches!(&**to, Expr::Path(to) if to == path) => {
                Some(from.clone())
            }
            _ => None,
        })
    };
    let of = |pat: &Pat| match pat {
        Pat::Call(path, parts) => Some(Pat::Call(widened(path)?, parts.clone())),
        _ => None,
    };
    let pat = match pat {
        Pat::Or(options) => Pat::Or(options.iter().map(of).collect::<Option<Vec<Pat>>>()?),
        pat => of(pat)?,
    };
    Some((name.to_owned(), pat))
}
