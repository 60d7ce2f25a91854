//! Items, their docs and their lints.

use std::collections::BTreeSet;

use portalis_lower_rust::rir;
use quote::quote;

use super::stmt::{Returns, emit_block_at};
use super::{Cx, docs, expr, macros, path, ty};
use crate::{names, uses};

/// What every file says last in its documentation.
const CHECKED: &str = "Python's integers are checked: build with overflow-checks = true.";

/// An exported function: its name, its parameters and its result.
type Export = (String, Vec<(String, rir::Ty)>, rir::Ty);

/// The file.
pub(super) fn file(cx: &mut Cx, krate: &rir::Crate) -> syn::File {
    let mut attrs: Vec<syn::Attribute> = Vec::new();
    let mut doc = krate.doc.as_deref().map(docs::lines).unwrap_or_default();
    if !doc.is_empty() {
        doc.push(String::new());
    }
    doc.push(CHECKED.to_owned());
    for line in doc {
        let line = spaced(&line);
        attrs.push(syn::parse_quote!(#![doc = #line]));
    }
    attrs.push(syn::parse_quote!(#![forbid(unsafe_code)]));

    let items = emit_items(cx, &krate.items);
    let uses = cx.uses.items();
    let mut all = Vec::new();
    if !uses.is_empty() {
        all.push(uses::blank());
        all.extend(uses);
    }
    all.extend(items);
    syn::File { shebang: None, frontmatter: None, attrs, items: all }
}

fn emit_items(cx: &mut Cx, items: &[rir::Item]) -> Vec<syn::Item> {
    let mut out = Vec::new();
    let mut rest = items;
    let mut previous: Option<&rir::Item> = None;
    while let [item, after @ ..] = rest {
        if let rir::Item::Use(path) = item {
            cx.uses.import_trait(path);
            rest = after;
            continue;
        }
        // Constants and macro calls stand in groups.
        let is_grouped = matches!(
            (previous, item),
            (Some(rir::Item::Const { .. }), rir::Item::Const { .. })
                | (
                    Some(rir::Item::Macro { .. } | rir::Item::Cyclic { .. }),
                    rir::Item::Macro { .. } | rir::Item::Cyclic { .. }
                )
                | (Some(rir::Item::Variants { .. }), rir::Item::Variants { .. })
        );
        if !is_grouped {
            out.push(uses::blank());
        }
        previous = Some(item);
        rest = after;
        match item {
            rir::Item::Use(_) => {}
            rir::Item::Fn(func) => out.push(syn::Item::Fn(emit_fn(cx, func))),
            rir::Item::Struct(item) => out.push(emit_struct(cx, item)),
            rir::Item::Enum(item) => out.push(emit_enum(cx, item)),
            rir::Item::Impl(item) => out.push(emit_impl(cx, item)),
            rir::Item::Const { name, ty, value } => out.push(emit_const(cx, name, ty, value)),
            rir::Item::ThreadLocal { .. } => {
                let n_more =
                    after.iter().take_while(|item| matches!(item, rir::Item::ThreadLocal { .. })).count();
                let (group, after) = items[items.len() - after.len() - 1..].split_at(n_more + 1);
                out.push(emit_thread_locals(cx, group));
                rest = after;
            }
            rir::Item::Macro { path, args, text } => out.push(emit_macro(cx, path, args, text.as_deref())),
            rir::Item::Variants { path, name, variants } => out.push(emit_variants(path, name, variants)),
            rir::Item::Cyclic { name, fields, attributes } => out.push(emit_cyclic(name, fields, attributes)),
            rir::Item::Export { import, functions } => {
                out.push(emit_export(cx, import.as_deref(), functions))
            }
        }
    }
    out
}

/// `/// doc #[expect(…)] pub fn name(&self, a: A) -> R { … }`.
fn emit_fn(cx: &mut Cx, func: &rir::Fn) -> syn::ItemFn {
    cx.bound.clear();
    let mut params = Vec::new();
    match func.receiver {
        rir::Receiver::None => {}
        rir::Receiver::Ref => params.push(quote!(&self)),
        rir::Receiver::Mut => params.push(quote!(&mut self)),
    }
    for param in &func.params {
        cx.bind(&param.name);
        let mutability = param.is_mut.then(|| quote!(mut));
        let name = names::ident(&param.name);
        let ty = ty::emit_ty(cx, &param.ty);
        // `self: Self` is `self`.
        let ty = (param.name != "self" || param.ty != rir::Ty::SelfTy).then(|| quote!(: #ty));
        params.push(quote!(#mutability #name #ty));
    }
    let ret = func.ret.as_ref().filter(|ret| **ret != rir::Ty::unit()).map(|ret| ty::emit_ty(cx, ret));
    let ret = ret.map(|ret| quote!(-> #ret));
    let block = emit_block_at(cx, &func.body, Returns::Here);

    let mut lints: BTreeSet<&str> = func.expects.iter().copied().collect();
    if names::is_not_snake_case(&func.name) || cx.bound.iter().any(|name| names::is_not_snake_case(name)) {
        lints.insert("non_snake_case");
    }
    let doc = emit_docs(func.doc.as_deref());
    let expects = expects(&lints);
    let vis = func.is_pub.then(|| quote!(pub));
    let name = names::ident(&func.name);
    let mut item: syn::ItemFn = syn::parse_quote!(#(#doc)* #(#expects)* #vis fn #name(#(#params),*) #ret {});
    item.block = Box::new(block);
    item
}

/// `#[derive(…)] pub struct Name { pub a: A }`.
fn emit_struct(cx: &mut Cx, item: &rir::Struct) -> syn::Item {
    let mut lints = BTreeSet::new();
    if names::is_not_camel_case(&item.name) {
        lints.insert("non_camel_case_types");
    }
    if item.fields.iter().any(|(name, _)| names::is_not_snake_case(name)) {
        lints.insert("non_snake_case");
    }
    let (doc, expects, derives) = (emit_docs(item.doc.as_deref()), expects(&lints), derives(&item.derives));
    let name = names::ident(&item.name);
    let fields = item.fields.iter().map(|(name, ty)| {
        let (name, ty) = (names::ident(name), ty::emit_ty(cx, ty));
        quote!(pub #name: #ty)
    });
    syn::parse_quote!(#(#doc)* #derives #(#expects)* pub struct #name { #(#fields),* })
}

/// `#[derive(…)] pub enum Name { A(T), B }`.
fn emit_enum(cx: &mut Cx, item: &rir::Enum) -> syn::Item {
    let mut lints = BTreeSet::new();
    let mut types = std::iter::once(&item.name).chain(item.variants.iter().map(|variant| &variant.name));
    if types.any(|name| names::is_not_camel_case(name)) {
        lints.insert("non_camel_case_types");
    }
    let (doc, expects, derives) = (emit_docs(item.doc.as_deref()), expects(&lints), derives(&item.derives));
    let name = names::ident(&item.name);
    let variants = item.variants.iter().map(|variant| {
        let name = names::ident(&variant.name);
        let ty = variant.ty.as_ref().map(|ty| ty::emit_ty(cx, ty)).into_iter();
        quote!(#name #((#ty))*)
    });
    syn::parse_quote!(#(#doc)* #derives #(#expects)* pub enum #name { #(#variants),* })
}

/// `impl Trait<A> for Ty { … }`.
fn emit_impl(cx: &mut Cx, item: &rir::Impl) -> syn::Item {
    let of = item.of.as_ref().map(|(path, args)| {
        let path = path::emit_generic_path(cx, path, args, false);
        quote!(#path for)
    });
    let ty = ty::emit_ty(cx, &item.ty);
    let mut members: Vec<syn::ImplItem> = Vec::new();
    for (name, ty) in &item.assoc_types {
        let (name, ty) = (names::ident(name), ty::emit_ty(cx, ty));
        members.push(syn::parse_quote!(type #name = #ty;));
    }
    for (name, ty, value) in &item.consts {
        let (name, ty, value) = (names::ident(name), ty::emit_ty(cx, ty), expr::emit_expr(cx, value));
        let vis = item.of.is_none().then(|| quote!(pub));
        members.push(syn::parse_quote!(#vis const #name: #ty = #value;));
    }
    for func in &item.fns {
        if !members.is_empty() {
            members.push(syn::ImplItem::Verbatim(proc_macro2::TokenStream::new()));
        }
        let mut func = emit_fn(cx, func);
        let block = std::mem::replace(&mut func.block, syn::parse_quote!({}));
        let mut member: syn::ImplItemFn = syn::parse_quote!(#func);
        member.block = *block;
        members.push(syn::ImplItem::Fn(member));
    }
    let mut item: syn::ItemImpl = syn::parse_quote!(impl #of #ty {});
    item.items = members;
    syn::Item::Impl(item)
}

/// `pub const NAME: ty = value;`.
fn emit_const(cx: &mut Cx, name: &str, ty: &rir::Ty, value: &rir::Expr) -> syn::Item {
    let mut lints = BTreeSet::new();
    if names::is_not_upper_case(name) {
        lints.insert("non_upper_case_globals");
    }
    let expects = expects(&lints);
    let (name, ty, value) = (names::ident(name), ty::emit_ty(cx, ty), expr::emit_expr(cx, value));
    syn::parse_quote!(#(#expects)* pub const #name: #ty = #value;)
}

/// `thread_local! { /// doc static NAME: ty = const { value }; … }`.
fn emit_thread_locals(cx: &mut Cx, group: &[rir::Item]) -> syn::Item {
    let mut statics = Vec::new();
    for item in group {
        if let rir::Item::ThreadLocal { name, doc, ty, value, is_const } = item {
            let mut lints = BTreeSet::new();
            if names::is_not_upper_case(name) {
                lints.insert("non_upper_case_globals");
            }
            let (doc, expects) = (emit_docs(doc.as_deref()), expects(&lints));
            let (name, ty, value) = (names::ident(name), ty::emit_ty(cx, ty), expr::emit_expr(cx, value));
            let value = if *is_const { quote!(const { #value }) } else { quote!(#value) };
            statics.push(quote!(#(#doc)* #(#expects)* static #name: #ty = #value;));
        }
    }
    syn::parse_quote!(thread_local! { #(#statics)* })
}

/// `portalis_rt::path!(args, "text");`.
fn emit_macro(cx: &mut Cx, path: &str, args: &[rir::Ty], text: Option<&str>) -> syn::Item {
    let made = match args.first() {
        Some(rir::Ty::Named(rir::Path::Local(name), _)) if matches!(path, "handle" | "finalised") => {
            Some(name)
        }
        _ => None,
    };
    let expects = made.map(|name| expects_of_handle(name)).unwrap_or_default();
    let path = names::ident(path);
    let args = args.iter().map(|arg| ty::emit_ty(cx, arg));
    let text = text.into_iter();
    syn::parse_quote!(portalis_rt::#path!(#(#expects)* #(#args),* #(, #text)*);)
}

/// `#[expect(non_camel_case_types)]`, where the name of a class is not in camel case.
fn expects_of_handle(name: &str) -> Vec<syn::Attribute> {
    let lint = names::is_not_camel_case(name).then_some("non_camel_case_types");
    expects(&lint.into_iter().collect())
}

/// `portalis_rt::cyclic!(Name, Fields { a, b });`.
fn emit_cyclic(name: &str, fields: &str, attributes: &[String]) -> syn::Item {
    let expects = expects_of_handle(name);
    let (name, fields) = (names::ident(name), names::ident(fields));
    let attributes = attributes.iter().map(|attribute| names::ident(attribute));
    let tokens = macros::spaced(quote!(#(#expects)* #name, #fields { #(#attributes),* }));
    syn::parse_quote!(portalis_rt::cyclic!(#tokens);)
}

/// `portalis_rt::path!(Name { A, B: unhashable "list" });`.
fn emit_variants(path: &str, name: &str, variants: &[(String, Option<&'static str>)]) -> syn::Item {
    let (path, name) = (names::ident(path), names::ident(name));
    let variants = variants.iter().map(|(variant, unhashable)| {
        let variant = names::ident(variant);
        let unhashable = unhashable.iter();
        quote!(#variant #(: unhashable #unhashable)*)
    });
    let tokens = macros::spaced(quote!(#name { #(#variants),* }));
    syn::parse_quote!(portalis_rt::#path!(#tokens);)
}

/// `portalis_rt::export! { import body; name(a: A) -> R; … }`.
fn emit_export(cx: &mut Cx, import: Option<&str>, fns: &[Export]) -> syn::Item {
    let import = import.map(names::ident).map(|body| quote!(import #body;));
    let fns = fns.iter().map(|(name, params, ret)| {
        let name = names::ident(name);
        let params = params.iter().map(|(name, ty)| {
            let (name, ty) = (names::ident(name), ty::emit_ty(cx, ty));
            quote!(#name: #ty)
        });
        let params: Vec<_> = params.collect();
        let ret = ty::emit_ty(cx, ret);
        quote!(#name(#(#params),*) -> #ret;)
    });
    let fns = macros::spaced(quote!(#import #(#fns)*));
    syn::parse_quote!(portalis_rt::export! { #fns })
}

fn derives(derives: &[&str]) -> Option<syn::Attribute> {
    let paths: Vec<_> = derives.iter().map(|derive| lint_path(derive)).collect();
    (!paths.is_empty()).then(|| syn::parse_quote!(#[derive(#(#paths),*)]))
}

fn expects(lints: &BTreeSet<&str>) -> Vec<syn::Attribute> {
    let expect = |lint: &&str| {
        let lint = lint_path(lint);
        syn::parse_quote!(#[expect(#lint, reason = "as in the Python")])
    };
    lints.iter().map(expect).collect()
}

fn lint_path(path: &str) -> proc_macro2::TokenStream {
    let segments = path.split("::").map(names::ident);
    quote!(#(#segments)::*)
}

fn emit_docs(doc: Option<&str>) -> Vec<syn::Attribute> {
    let lines = doc.map(docs::lines).unwrap_or_default();
    let attr = |line: &String| {
        let line = spaced(line);
        syn::parse_quote!(#[doc = #line])
    };
    lines.iter().map(attr).collect()
}

fn spaced(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}
