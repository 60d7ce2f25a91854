//! Statements and blocks.

use portalis_lower_rust::rir;

use super::{Cx, expr, pattern, ty};

/// What a `return` at the end of a block says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Returns {
    /// Something else than the block's end: it stays.
    Far,
    /// The same as the value alone.
    Here,
    /// The same as nothing, if it has no value: the end of an `if` without `else`.
    UnitHere,
}

/// A block in the middle of a function.
pub(super) fn emit_block(cx: &mut Cx, block: &rir::Block) -> syn::Block {
    emit_block_at(cx, block, Returns::Far)
}

/// A block whose end may be the function's.
pub(super) fn emit_block_at(cx: &mut Cx, block: &rir::Block, returns: Returns) -> syn::Block {
    let (stmts, end) = match (&block.tail, block.stmts.as_slice()) {
        (Some(tail), stmts) if !is_unit(tail) => (stmts, Some(&**tail)),
        (_, [stmts @ .., rir::Stmt::Expr(last)]) if is_end(last, returns) => (stmts, Some(last)),
        (_, stmts) => (stmts, None),
    };
    let mut out: Vec<syn::Stmt> = stmts.iter().filter_map(|stmt| emit_stmt(cx, stmt)).collect();
    if let Some(end) = end {
        out.extend(emit_end(cx, end, returns).map(|end| syn::Stmt::Expr(end, None)));
    }
    syn::Block { brace_token: Default::default(), stmts: out }
}

/// An expression whose value is the function's.
pub(super) fn emit_end(cx: &mut Cx, end: &rir::Expr, returns: Returns) -> Option<syn::Expr> {
    match end {
        rir::Expr::Return(None) if returns != Returns::Far => None,
        rir::Expr::Return(Some(value)) if returns != Returns::Far && is_unit(value) => None,
        rir::Expr::Return(Some(value)) if returns == Returns::Here => emit_end(cx, value, returns),
        end => Some(expr::emit_expr_at(cx, end, returns)),
    }
}

/// Whether a last statement says what the block is worth.
fn is_end(last: &rir::Expr, returns: Returns) -> bool {
    match last {
        rir::Expr::Return(Some(value)) => match returns {
            Returns::Far => false,
            Returns::Here => true,
            Returns::UnitHere => is_unit(value),
        },
        rir::Expr::Return(None) => returns != Returns::Far,
        last => is_block_like(last),
    }
}

fn emit_stmt(cx: &mut Cx, stmt: &rir::Stmt) -> Option<syn::Stmt> {
    match stmt {
        rir::Stmt::Let { pat, ty, init } => Some(emit_let(cx, pat, ty.as_ref(), init.as_ref())),
        rir::Stmt::LetElse(pat, value, otherwise) => Some(emit_let_else(cx, pat, value, otherwise)),
        rir::Stmt::Expr(expr) if is_unit(expr) => None,
        rir::Stmt::Expr(expr) => {
            let semi = (!is_block_like(expr)).then(Default::default);
            Some(syn::Stmt::Expr(expr::emit_expr(cx, expr), semi))
        }
    }
}

fn emit_let(cx: &mut Cx, pat: &rir::Pat, ty: Option<&rir::Ty>, init: Option<&rir::Expr>) -> syn::Stmt {
    let init = init.map(|init| Box::new(expr::emit_expr(cx, init)));
    let init = init.map(|expr| syn::LocalInit { eq_token: Default::default(), expr, diverge: None });
    let mut pat = pattern::emit_pat_no_alt(cx, pat);
    if let Some(ty) = ty {
        pat = syn::Pat::Type(syn::PatType {
            attrs: Vec::new(),
            pat: Box::new(pat),
            colon_token: Default::default(),
            ty: Box::new(ty::emit_ty(cx, ty)),
        });
    }
    local(pat, init)
}

/// `let pat = value else { … };`.
pub(super) fn emit_let_else(
    cx: &mut Cx,
    pat: &rir::Pat,
    value: &rir::Expr,
    otherwise: &rir::Block,
) -> syn::Stmt {
    let expr = Box::new(expr::emit_expr(cx, value));
    let otherwise =
        syn::Expr::Block(syn::ExprBlock { attrs: Vec::new(), label: None, block: emit_block(cx, otherwise) });
    let diverge = Some((Default::default(), Box::new(otherwise)));
    let pat = pattern::emit_pat_no_alt(cx, pat);
    local(pat, Some(syn::LocalInit { eq_token: Default::default(), expr, diverge }))
}

fn local(pat: syn::Pat, init: Option<syn::LocalInit>) -> syn::Stmt {
    syn::Stmt::Local(syn::Local {
        attrs: Vec::new(),
        let_token: Default::default(),
        modifiers: Default::default(),
        pat,
        init,
        semi_token: Default::default(),
    })
}

/// Whether it is a statement without `;`.
fn is_block_like(expr: &rir::Expr) -> bool {
    matches!(
        expr,
        rir::Expr::If(..)
            | rir::Expr::IfLet(..)
            | rir::Expr::Match(..)
            | rir::Expr::Loop(..)
            | rir::Expr::While(..)
            | rir::Expr::WhileLet(..)
            | rir::Expr::For(..)
            | rir::Expr::Block(_)
            | rir::Expr::Labelled(..)
    )
}

/// Whether it is `()`.
pub(super) fn is_unit(expr: &rir::Expr) -> bool {
    matches!(expr, rir::Expr::Tuple(elems) if elems.is_empty())
}
