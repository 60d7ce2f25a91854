//! Types.

use portalis_lower_rust::rir;

use super::{Cx, path};

/// A type.
pub(super) fn emit_ty(cx: &mut Cx, ty: &rir::Ty) -> syn::Type {
    match ty {
        rir::Ty::Named(path, args) => syn::Type::Path(syn::TypePath {
            attrs: Vec::new(),
            qself: None,
            path: path::emit_generic_path(cx, path, args, false),
        }),
        rir::Ty::Tuple(elems) => {
            let mut elems: syn::punctuated::Punctuated<_, _> =
                elems.iter().map(|elem| emit_ty(cx, elem)).collect();
            if elems.len() == 1 {
                elems.push_punct(Default::default());
            }
            syn::Type::Tuple(syn::TypeTuple { attrs: Vec::new(), paren_token: Default::default(), elems })
        }
        rir::Ty::Ref(elem) => reference(cx, elem, false, None),
        rir::Ty::RefMut(elem) => reference(cx, elem, true, None),
        rir::Ty::RefStatic(elem) => reference(cx, elem, false, Some(crate::names::lifetime("static"))),
        rir::Ty::Slice(elem) => syn::Type::Slice(syn::TypeSlice {
            attrs: Vec::new(),
            bracket_token: Default::default(),
            elem: Box::new(emit_ty(cx, elem)),
        }),
        rir::Ty::Iterator(item) => {
            let item = emit_ty(cx, item);
            syn::parse_quote!(impl Iterator<Item = #item>)
        }
        rir::Ty::Infer => {
            syn::Type::Infer(syn::TypeInfer { attrs: Vec::new(), underscore_token: Default::default() })
        }
        rir::Ty::Never => {
            syn::Type::Never(syn::TypeNever { attrs: Vec::new(), bang_token: Default::default() })
        }
        rir::Ty::SelfTy => emit_ty(cx, &rir::Ty::local("Self")),
    }
}

fn reference(cx: &mut Cx, elem: &rir::Ty, is_mut: bool, lifetime: Option<syn::Lifetime>) -> syn::Type {
    syn::Type::Reference(syn::TypeReference {
        attrs: Vec::new(),
        and_token: Default::default(),
        lifetime,
        mutability: is_mut.then(Default::default),
        elem: Box::new(emit_ty(cx, elem)),
    })
}
