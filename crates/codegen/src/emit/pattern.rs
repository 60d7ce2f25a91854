//! Patterns.

use portalis_lower_rust::rir;

use super::{Cx, expr, path};
use crate::names;

/// A pattern where `a | b` may stand: an arm, `if let`, `matches!`, inside others.
pub(super) fn emit_pat(cx: &mut Cx, pat: &rir::Pat) -> syn::Pat {
    match pat {
        rir::Pat::Wild => wild(),
        rir::Pat::Bind(name, is_mut) => {
            cx.bind(name);
            syn::Pat::Ident(syn::PatIdent {
                attrs: Vec::new(),
                by_ref: None,
                mutability: is_mut.then(Default::default),
                ident: names::ident(name),
                subpat: None,
            })
        }
        rir::Pat::Ref(pat) => syn::Pat::Reference(syn::PatReference {
            attrs: Vec::new(),
            and_token: Default::default(),
            mutability: None,
            pat: Box::new(emit_pat(cx, pat)),
        }),
        rir::Pat::Tuple(elems) => {
            let mut elems: syn::punctuated::Punctuated<_, _> =
                elems.iter().map(|elem| emit_pat(cx, elem)).collect();
            if elems.len() == 1 {
                elems.push_punct(Default::default());
            }
            syn::Pat::Tuple(syn::PatTuple { attrs: Vec::new(), paren_token: Default::default(), elems })
        }
        rir::Pat::Call(path, elems) => syn::Pat::TupleStruct(syn::PatTupleStruct {
            attrs: Vec::new(),
            qself: None,
            path: path::emit_path(cx, path),
            paren_token: Default::default(),
            elems: elems.iter().map(|elem| emit_pat(cx, elem)).collect(),
        }),
        rir::Pat::Path(path) => pat_path(path::emit_path(cx, path)),
        rir::Pat::Lit(value) => literal(cx, value),
        rir::Pat::Range(first, last) => syn::Pat::Range(syn::PatRange {
            attrs: Vec::new(),
            start: Some(Box::new(expr::emit_expr(cx, first))),
            limits: syn::RangeLimits::Closed(Default::default()),
            end: Some(Box::new(expr::emit_expr(cx, last))),
        }),
        rir::Pat::Or(cases) => syn::Pat::Or(syn::PatOr {
            attrs: Vec::new(),
            leading_vert: None,
            cases: cases.iter().map(|case| emit_pat(cx, case)).collect(),
        }),
    }
}

/// A pattern where `a | b` needs parentheses: `let`, a closure's parameter.
pub(super) fn emit_pat_no_alt(cx: &mut Cx, pat: &rir::Pat) -> syn::Pat {
    match emit_pat(cx, pat) {
        pat @ syn::Pat::Or(_) => syn::Pat::Paren(syn::PatParen {
            attrs: Vec::new(),
            paren_token: Default::default(),
            pat: Box::new(pat),
        }),
        pat => pat,
    }
}

/// A literal; its sign is part of the token, since patterns have no operators.
fn literal(cx: &mut Cx, value: &rir::Expr) -> syn::Pat {
    match expr::emit_expr(cx, value) {
        syn::Expr::Lit(lit) => syn::Pat::Lit(lit),
        syn::Expr::Path(path) => pat_path(path.path),
        syn::Expr::Unary(unary) => match *unary.expr {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(lit), .. }) => {
                pat_lit(syn::Lit::Int(syn::LitInt::new(&format!("-{lit}"), lit.span())))
            }
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Float(lit), .. }) => {
                pat_lit(syn::Lit::Float(syn::LitFloat::new(&format!("-{lit}"), lit.span())))
            }
            _ => wild(),
        },
        // Nothing else is a literal.
        _ => wild(),
    }
}

fn pat_lit(lit: syn::Lit) -> syn::Pat {
    syn::Pat::Lit(syn::ExprLit { attrs: Vec::new(), lit })
}

fn pat_path(path: syn::Path) -> syn::Pat {
    syn::Pat::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path })
}

fn wild() -> syn::Pat {
    syn::Pat::Wild(syn::PatWild { attrs: Vec::new(), underscore_token: Default::default() })
}
