//! Paths, with and without generic arguments.

use portalis_lower_rust::rir;
use syn::punctuated::Punctuated;

use super::{Cx, ty};
use crate::names;

/// A path without arguments.
pub(super) fn emit_path(cx: &mut Cx, path: &rir::Path) -> syn::Path {
    let segments = cx.uses.segments(path);
    syn::Path { leading_colon: None, segments: segments.iter().map(|name| segment(name)).collect() }
}

/// `path::<types>` in expressions, `path<types>` in types.
pub(super) fn emit_generic_path(
    cx: &mut Cx,
    path: &rir::Path,
    types: &[rir::Ty],
    is_expr: bool,
) -> syn::Path {
    let mut path = emit_path(cx, path);
    if let (false, Some(last)) = (types.is_empty(), path.segments.last_mut()) {
        let mut arguments = arguments(cx, types);
        arguments.colon2_token = is_expr.then(Default::default);
        last.arguments = syn::PathArguments::AngleBracketed(arguments);
    }
    path
}

/// `path::<types>::name`.
pub(super) fn emit_assoc_path(cx: &mut Cx, path: &rir::Path, types: &[rir::Ty], name: &str) -> syn::Path {
    let mut path = emit_generic_path(cx, path, types, true);
    path.segments.push(segment(name));
    path
}

/// `::<types>` after a method's name.
pub(super) fn emit_turbofish(cx: &mut Cx, types: &[rir::Ty]) -> Option<syn::AngleBracketedGenericArguments> {
    let arguments = (!types.is_empty()).then(|| arguments(cx, types))?;
    Some(syn::AngleBracketedGenericArguments { colon2_token: Some(Default::default()), ..arguments })
}

fn arguments(cx: &mut Cx, types: &[rir::Ty]) -> syn::AngleBracketedGenericArguments {
    let args: Punctuated<_, _> =
        types.iter().map(|arg| syn::GenericArgument::Type(ty::emit_ty(cx, arg))).collect();
    syn::AngleBracketedGenericArguments {
        colon2_token: None,
        lt_token: Default::default(),
        args,
        gt_token: Default::default(),
    }
}

fn segment(name: &str) -> syn::PathSegment {
    syn::PathSegment { ident: names::ident(name), arguments: syn::PathArguments::None }
}
