//! Macro calls: format macros, `vec!`, `matches!`, `attempt!`.

use portalis_lower_rust::rir;
use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use quote::quote;

use super::{Cx, expr, pattern};
use crate::names;

/// `name!(tokens)`.
pub(super) fn call(name: &str, tokens: TokenStream) -> syn::Expr {
    let delimiter = syn::MacroDelimiter::Paren(Default::default());
    mac(name, delimiter, tokens)
}

/// `vec![…]`.
pub(super) fn emit_vec(cx: &mut Cx, elems: &[rir::Expr]) -> syn::Expr {
    let elems = elems.iter().map(|elem| expr::emit_expr(cx, elem));
    mac("vec", syn::MacroDelimiter::Bracket(Default::default()), quote!(#(#elems),*))
}

/// `vec![item; count]`.
pub(super) fn emit_filled(cx: &mut Cx, item: &rir::Expr, count: &rir::Expr) -> syn::Expr {
    let item = expr::emit_expr(cx, item);
    let count = expr::emit_expr(cx, count);
    mac("vec", syn::MacroDelimiter::Bracket(Default::default()), quote!(#item; #count))
}

/// `matches!(value, pat)`.
pub(super) fn emit_matches(cx: &mut Cx, value: &rir::Expr, pat: &rir::Pat) -> syn::Expr {
    let value = expr::emit_expr(cx, value);
    let pat = pattern::emit_pat(cx, pat);
    call("matches", quote!(#value, #pat))
}

/// `attempt!('label: value)`.
pub(super) fn emit_attempt(cx: &mut Cx, label: &str, value: &rir::Expr) -> syn::Expr {
    cx.uses.import_macro("attempt");
    let label = names::lifetime(label);
    let value = expr::emit_expr(cx, value);
    call("attempt", spaced(quote!(#label: #value)))
}

/// `watched!(value)`.
pub(super) fn emit_watched(cx: &mut Cx, value: &rir::Expr) -> syn::Expr {
    cx.uses.import_macro("watched");
    let value = expr::emit_expr(cx, value);
    call("watched", spaced(quote!(#value)))
}

/// `name!(first, "text", args)`.
pub(super) fn emit_format(
    cx: &mut Cx,
    name: &str,
    first: Option<&rir::Expr>,
    text: &str,
    args: &[rir::FormatArg],
) -> syn::Expr {
    // `format` and `write` are the prelude's.
    if matches!(name, "println" | "print" | "eprintln") {
        cx.uses.import_macro(name);
    }
    let (text, args) = inlined(text, args);
    let first = first.map(|first| expr::emit_expr(cx, first)).into_iter();
    if text.is_empty() && name.ends_with("ln") {
        return call(name, quote!(#(#first),*));
    }
    let args = args.into_iter().map(|arg| expr::emit_expr(cx, arg));
    call(name, quote!(#(#first,)* #text #(, #args)*))
}

fn mac(name: &str, delimiter: syn::MacroDelimiter, tokens: TokenStream) -> syn::Expr {
    let path = names::ident(name).into();
    let mac = syn::Macro { path, bang_token: Default::default(), delimiter, tokens };
    syn::Expr::Macro(syn::ExprMacro { attrs: Vec::new(), mac })
}

/// Tokens that `prettyplease` prints with usual spaces inside a macro it does not know: it puts one around every
/// punctuation mark that is not joint. Only for printing: spacing is otherwise part of what tokens mean.
pub(super) fn spaced(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    // Whether an operator here is a prefix; whether a path's `::` was just read.
    let (mut is_start, mut after_colons) = (true, false);
    let mut n_turbofish = 0;
    while let Some(token) = tokens.next() {
        let next_is_colon = matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == ':');
        let (was_start, was_after_colons) = (is_start, after_colons);
        (is_start, after_colons) = (false, false);
        match token {
            TokenTree::Group(group) => {
                out.push(Group::new(group.delimiter(), spaced(group.stream())).into());
            }
            TokenTree::Punct(punct) => {
                let is_second_colon = matches!(
                    out.last(),
                    Some(TokenTree::Punct(last)) if last.as_char() == ':' && last.spacing() == Spacing::Joint
                );
                is_start = punct.as_char() != '?' && punct.as_char() != '\'';
                match punct.as_char() {
                    ':' if is_second_colon => {
                        after_colons = true;
                        out.push(Punct::new(':', Spacing::Joint).into());
                    }
                    ':' if !next_is_colon => {
                        // No space before it; an empty group, so that there is one after it.
                        out.push(Punct::new(':', Spacing::Joint).into());
                        out.push(Group::new(Delimiter::None, TokenStream::new()).into());
                    }
                    c @ ('-' | '!' | '&' | '*' | '|') if was_start => {
                        out.push(Punct::new(c, Spacing::Joint).into());
                    }
                    '<' if was_after_colons => {
                        n_turbofish += 1;
                        out.push(Punct::new('<', Spacing::Joint).into());
                    }
                    '>' if n_turbofish > 0 => {
                        n_turbofish -= 1;
                        out.push(Punct::new('>', Spacing::Joint).into());
                    }
                    _ => out.push(punct.into()),
                }
            }
            token @ (TokenTree::Ident(_) | TokenTree::Literal(_)) => out.push(token),
        }
    }
    out.into_iter().collect()
}

/// The text with `{}` of a variable replaced by `{variable}`, and the arguments that are left.
fn inlined<'a>(text: &str, args: &'a [rir::FormatArg]) -> (String, Vec<&'a rir::Expr>) {
    let all = || (text.to_owned(), args.iter().collect());
    let mut out = String::new();
    let mut left = Vec::new();
    let mut next_args = args.iter();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(doubled) = ["{{", "}}"].into_iter().find(|doubled| rest.starts_with(doubled)) {
            out.push_str(doubled);
            rest = &rest[2..];
            continue;
        }
        let Some(end) = rest.find('}') else { return all() };
        let spec = &rest[1..end.max(1)];
        // `{name}`, and specs that take arguments of their own, count in ways of their own.
        let is_positional =
            spec.is_empty() || (spec.starts_with(':') && !spec.contains(['$']) && !spec.contains(".*"));
        let Some(arg) = next_args.next().filter(|_| is_positional) else { return all() };
        out.push('{');
        match arg {
            rir::Expr::Path(rir::Path::Local(name)) if names::is_plain(name) => out.push_str(name),
            arg => left.push(arg),
        }
        out.push_str(spec);
        out.push('}');
        rest = &rest[end + 1..];
    }
    if next_args.next().is_some() {
        return all();
    }
    out.push_str(rest);
    (out, left)
}
