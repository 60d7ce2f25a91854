//! Expressions.

use portalis_lower_rust::rir;
use proc_macro2::Span;
use quote::quote;
use syn::punctuated::Punctuated;

use super::stmt::{Returns, emit_block, emit_block_at, emit_end, is_unit};
use super::{Cx, macros, path, pattern, ty};
use crate::names;

/// An expression in the middle of a function.
pub(super) fn emit_expr(cx: &mut Cx, expr: &rir::Expr) -> syn::Expr {
    emit_expr_at(cx, expr, Returns::Far)
}

/// An expression whose end may be the function's.
pub(super) fn emit_expr_at(cx: &mut Cx, expr: &rir::Expr, returns: Returns) -> syn::Expr {
    match expr {
        rir::Expr::Int(value, suffix) => int(*value, *suffix),
        rir::Expr::Float(value) => float(*value, if cx.types_floats { "_f64" } else { "" }),
        rir::Expr::Str(text) => lit(syn::Lit::Str(syn::LitStr::new(text, Span::call_site()))),
        rir::Expr::Char(value) => lit(syn::Lit::Char(syn::LitChar::new(*value, Span::call_site()))),
        rir::Expr::Bytes(bytes) => lit(syn::Lit::ByteStr(syn::LitByteStr::new(bytes, Span::call_site()))),
        rir::Expr::Bool(value) => lit(syn::Lit::Bool(syn::LitBool::new(*value, Span::call_site()))),
        rir::Expr::Path(path) => expr_path(path::emit_path(cx, path)),
        rir::Expr::Generic(path, types) => expr_path(path::emit_generic_path(cx, path, types, true)),
        rir::Expr::GenericAssoc(path, types, name) => expr_path(path::emit_assoc_path(cx, path, types, name)),
        rir::Expr::Call(callee, args) => emit_call(cx, callee, args),
        rir::Expr::Method(receiver, name, types, args) => emit_method(cx, receiver, name, types, args),
        rir::Expr::Field(base, name) => emit_field(cx, base, syn::Member::Named(names::ident(name))),
        rir::Expr::TupleField(base, index) => {
            emit_field(cx, base, syn::Member::Unnamed((*index as usize).into()))
        }
        rir::Expr::Index(list, index) => syn::Expr::Index(syn::ExprIndex {
            attrs: Vec::new(),
            expr: boxed(cx, list),
            bracket_token: Default::default(),
            index: boxed(cx, index),
        }),
        rir::Expr::Unary(op, value) => emit_unary(cx, *op, value),
        rir::Expr::Binary(op, left, right) => emit_binary(cx, binary_op(*op), left, right),
        rir::Expr::Assign(place, value) => syn::Expr::Assign(syn::ExprAssign {
            attrs: Vec::new(),
            left: boxed(cx, place),
            eq_token: Default::default(),
            right: boxed(cx, value),
        }),
        rir::Expr::AssignOp(op, place, value) => emit_binary(cx, assign_op(*op), place, value),
        rir::Expr::Ref(value) => emit_ref(cx, value, false),
        rir::Expr::RefMut(value) => emit_ref(cx, value, true),
        rir::Expr::Try(value) => syn::Expr::Try(syn::ExprTry {
            attrs: Vec::new(),
            expr: boxed(cx, value),
            question_token: Default::default(),
        }),
        rir::Expr::Attempt(label, value) => macros::emit_attempt(cx, label, value),
        rir::Expr::Watched(value) => macros::emit_watched(cx, value),
        rir::Expr::Cast(value, ty) => syn::Expr::Cast(syn::ExprCast {
            attrs: Vec::new(),
            expr: boxed(cx, value),
            as_token: Default::default(),
            ty: Box::new(ty::emit_ty(cx, ty)),
        }),
        rir::Expr::Tuple(elems) => emit_tuple(cx, elems),
        rir::Expr::Array(elems) => syn::Expr::Array(syn::ExprArray {
            attrs: Vec::new(),
            bracket_token: Default::default(),
            elems: emit_list(cx, elems),
        }),
        rir::Expr::Vec(elems) => macros::emit_vec(cx, elems),
        rir::Expr::Filled(item, count) => macros::emit_filled(cx, item, count),
        rir::Expr::Struct(path, fields) => emit_struct(cx, path, fields),
        rir::Expr::Range(start, end) => syn::Expr::Range(syn::ExprRange {
            attrs: Vec::new(),
            start: start.as_ref().map(|start| boxed(cx, start)),
            limits: syn::RangeLimits::HalfOpen(Default::default()),
            end: end.as_ref().map(|end| boxed(cx, end)),
        }),
        rir::Expr::RangeInclusive(start, end) => syn::Expr::Range(syn::ExprRange {
            attrs: Vec::new(),
            start: Some(boxed(cx, start)),
            limits: syn::RangeLimits::Closed(Default::default()),
            end: Some(boxed(cx, end)),
        }),
        rir::Expr::Block(block) => block_expr(None, emit_block_at(cx, block, returns)),
        rir::Expr::Labelled(name, block) => block_expr(Some(label(name)), emit_block(cx, block)),
        rir::Expr::If(test, then, otherwise) => {
            let test = boxed(cx, test);
            emit_if(cx, test, then, otherwise.as_deref(), returns)
        }
        rir::Expr::IfLet(pat, value, then, otherwise) => {
            let test = syn::Expr::Let(syn::ExprLet {
                attrs: Vec::new(),
                let_token: Default::default(),
                expr: boxed(cx, value),
                eq_token: Default::default(),
                pat: Box::new(pattern::emit_pat(cx, pat)),
            });
            emit_if(cx, Box::new(test), then, otherwise.as_deref(), returns)
        }
        rir::Expr::Match(value, arms) => emit_match(cx, value, arms, returns),
        rir::Expr::Closure(closure) => emit_closure(cx, closure),
        rir::Expr::AsyncMove(block) => syn::Expr::Async(syn::ExprAsync {
            attrs: Vec::new(),
            async_token: Default::default(),
            capture: Some(Default::default()),
            modifiers: Default::default(),
            block: emit_block_at(cx, block, Returns::Here),
        }),
        rir::Expr::Await(base) => syn::Expr::Await(syn::ExprAwait {
            attrs: Vec::new(),
            base: boxed(cx, base),
            dot_token: Default::default(),
            await_token: Default::default(),
        }),
        rir::Expr::Loop(name, body) => syn::Expr::Loop(syn::ExprLoop {
            attrs: Vec::new(),
            label: name.as_deref().map(label),
            loop_token: Default::default(),
            body: emit_block(cx, body),
        }),
        rir::Expr::While(name, test, body) => syn::Expr::While(syn::ExprWhile {
            attrs: Vec::new(),
            label: name.as_deref().map(label),
            while_token: Default::default(),
            cond: boxed(cx, test),
            body: emit_block(cx, body),
        }),
        rir::Expr::WhileLet(name, pat, value, body) => syn::Expr::While(syn::ExprWhile {
            attrs: Vec::new(),
            label: name.as_deref().map(label),
            while_token: Default::default(),
            cond: Box::new(syn::Expr::Let(syn::ExprLet {
                attrs: Vec::new(),
                let_token: Default::default(),
                pat: Box::new(pattern::emit_pat(cx, pat)),
                eq_token: Default::default(),
                expr: boxed(cx, value),
            })),
            body: emit_block(cx, body),
        }),
        rir::Expr::For(name, pat, iter, body) => syn::Expr::ForLoop(syn::ExprForLoop {
            attrs: Vec::new(),
            label: name.as_deref().map(label),
            for_token: Default::default(),
            pat: Box::new(pattern::emit_pat(cx, pat)),
            in_token: Default::default(),
            expr: boxed(cx, iter),
            body: emit_block(cx, body),
        }),
        rir::Expr::Break(name, value) => syn::Expr::Break(syn::ExprBreak {
            attrs: Vec::new(),
            break_token: Default::default(),
            label: name.as_deref().map(names::lifetime),
            expr: value.as_ref().map(|value| boxed(cx, value)),
        }),
        rir::Expr::Continue(name) => syn::Expr::Continue(syn::ExprContinue {
            attrs: Vec::new(),
            continue_token: Default::default(),
            label: name.as_deref().map(names::lifetime),
        }),
        rir::Expr::Return(value) => syn::Expr::Return(syn::ExprReturn {
            attrs: Vec::new(),
            return_token: Default::default(),
            expr: value.as_ref().filter(|value| !is_unit(value)).map(|value| boxed(cx, value)),
        }),
        rir::Expr::Format { name, first, text, args } => {
            macros::emit_format(cx, name, first.as_deref(), text, args)
        }
        rir::Expr::Matches(value, pat) => macros::emit_matches(cx, value, pat),
        rir::Expr::Unreachable(why) => {
            // The text is a format string.
            let why = why.replace('{', "{{").replace('}', "}}");
            macros::call("unreachable", quote!(#why))
        }
    }
}

fn boxed(cx: &mut Cx, expr: &rir::Expr) -> Box<syn::Expr> {
    Box::new(emit_expr(cx, expr))
}

/// `1`, `1_i64`, `-1`.
fn int(value: i64, suffix: Option<&str>) -> syn::Expr {
    if value == i64::MIN {
        // Its magnitude is no `i64`.
        return expr_path(syn::parse_quote!(i64::MIN));
    }
    let magnitude = value.unsigned_abs();
    let text = match suffix {
        Some(suffix) => format!("{magnitude}_{suffix}"),
        None => magnitude.to_string(),
    };
    signed(value < 0, lit(syn::Lit::Int(syn::LitInt::new(&text, Span::call_site()))))
}

/// `1.0`, `-1.0`, `f64::NAN`.
fn float(value: f64, suffix: &str) -> syn::Expr {
    if value.is_nan() {
        return expr_path(syn::parse_quote!(f64::NAN));
    }
    if value.is_infinite() {
        return signed(value < 0.0, expr_path(syn::parse_quote!(f64::INFINITY)));
    }
    // The shortest text that reads back as the same float.
    let text = format!("{:?}{suffix}", value.abs());
    signed(value.is_sign_negative(), lit(syn::Lit::Float(syn::LitFloat::new(&text, Span::call_site()))))
}

fn signed(is_negative: bool, magnitude: syn::Expr) -> syn::Expr {
    if is_negative { unary(syn::UnOp::Neg(Default::default()), magnitude) } else { magnitude }
}

fn lit(lit: syn::Lit) -> syn::Expr {
    syn::Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit })
}

fn expr_path(path: syn::Path) -> syn::Expr {
    syn::Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path })
}

fn emit_list(cx: &mut Cx, exprs: &[rir::Expr]) -> Punctuated<syn::Expr, syn::Token![,]> {
    exprs.iter().map(|expr| emit_expr(cx, expr)).collect()
}

fn emit_call(cx: &mut Cx, callee: &rir::Expr, args: &[rir::Expr]) -> syn::Expr {
    syn::Expr::Call(syn::ExprCall {
        attrs: Vec::new(),
        func: boxed(cx, callee),
        paren_token: Default::default(),
        args: emit_list(cx, args),
    })
}

fn emit_method(
    cx: &mut Cx,
    receiver: &rir::Expr,
    name: &str,
    types: &[rir::Ty],
    args: &[rir::Expr],
) -> syn::Expr {
    // A method of a literal needs the literal's type.
    let receiver = match receiver {
        rir::Expr::Int(value, None) => int(*value, Some("i64")),
        rir::Expr::Float(value) => float(*value, "_f64"),
        receiver @ (rir::Expr::If(..) | rir::Expr::Match(..) | rir::Expr::Block(_)) => {
            let outer = std::mem::replace(&mut cx.types_floats, ends_in_float(receiver));
            let receiver = emit_expr(cx, receiver);
            cx.types_floats = outer;
            receiver
        }
        receiver => emit_expr(cx, receiver),
    };
    syn::Expr::MethodCall(syn::ExprMethodCall {
        attrs: Vec::new(),
        receiver: Box::new(receiver),
        dot_token: Default::default(),
        method: names::ident(name),
        turbofish: path::emit_turbofish(cx, types),
        paren_token: Default::default(),
        args: emit_list(cx, args),
    })
}

/// Whether all that an expression may give are literals of floats.
fn ends_in_float(expr: &rir::Expr) -> bool {
    let tail = |block: &rir::Block| block.tail.as_deref().is_some_and(ends_in_float);
    match expr {
        rir::Expr::Float(_) => true,
        rir::Expr::Unary(_, value) => ends_in_float(value),
        rir::Expr::Block(block) => tail(block),
        rir::Expr::If(_, then, Some(otherwise)) => tail(then) && ends_in_float(otherwise),
        rir::Expr::Match(_, arms) => arms.iter().all(|arm| ends_in_float(&arm.body)),
        _ => false,
    }
}

fn emit_field(cx: &mut Cx, base: &rir::Expr, member: syn::Member) -> syn::Expr {
    syn::Expr::Field(syn::ExprField {
        attrs: Vec::new(),
        base: boxed(cx, base),
        dot_token: Default::default(),
        member,
    })
}

fn emit_unary(cx: &mut Cx, op: rir::UnOp, value: &rir::Expr) -> syn::Expr {
    let op = match (op, value) {
        (rir::UnOp::Not, rir::Expr::Binary(rir::BinOp::Eq, left, right)) => {
            return emit_binary(cx, binary_op(rir::BinOp::Ne), left, right);
        }
        (rir::UnOp::Not, rir::Expr::Binary(rir::BinOp::Ne, left, right)) => {
            return emit_binary(cx, binary_op(rir::BinOp::Eq), left, right);
        }
        (rir::UnOp::Neg, _) => syn::UnOp::Neg(Default::default()),
        (rir::UnOp::Not, _) => syn::UnOp::Not(Default::default()),
        (rir::UnOp::Deref, _) => syn::UnOp::Deref(Default::default()),
    };
    let is_negative = match value {
        rir::Expr::Int(value, _) => *value < 0,
        rir::Expr::Float(value) => value.is_sign_negative(),
        rir::Expr::Unary(op, _) => *op == rir::UnOp::Neg,
        _ => false,
    };
    let value = emit_expr(cx, value);
    // `--x` looks like a decrement.
    let value = if is_negative && matches!(op, syn::UnOp::Neg(_)) { paren(value) } else { value };
    unary(op, value)
}

fn unary(op: syn::UnOp, value: syn::Expr) -> syn::Expr {
    syn::Expr::Unary(syn::ExprUnary { attrs: Vec::new(), op, expr: Box::new(value) })
}

fn emit_binary(cx: &mut Cx, op: syn::BinOp, left: &rir::Expr, right: &rir::Expr) -> syn::Expr {
    let (left, right) = (emit_operand(cx, &op, left), emit_operand(cx, &op, right));
    syn::Expr::Binary(syn::ExprBinary { attrs: Vec::new(), left: Box::new(left), op, right: Box::new(right) })
}

/// An operand, in parentheses where few readers know which operator binds tighter: `a & (b - 1)`, `(a ^ b) | c`.
fn emit_operand(cx: &mut Cx, op: &syn::BinOp, operand: &rir::Expr) -> syn::Expr {
    let emitted = emit_expr(cx, operand);
    let rir::Expr::Binary(inner, ..) = operand else { return emitted };
    let is_bits = matches!(
        op,
        syn::BinOp::BitAnd(_)
            | syn::BinOp::BitOr(_)
            | syn::BinOp::BitXor(_)
            | syn::BinOp::Shl(_)
            | syn::BinOp::Shr(_)
    );
    if is_bits && binary_op(*inner) != *op { paren(emitted) } else { emitted }
}

fn paren(expr: syn::Expr) -> syn::Expr {
    syn::Expr::Paren(syn::ExprParen {
        attrs: Vec::new(),
        paren_token: Default::default(),
        expr: Box::new(expr),
    })
}

fn binary_op(op: rir::BinOp) -> syn::BinOp {
    match op {
        rir::BinOp::Add => syn::BinOp::Add(Default::default()),
        rir::BinOp::Sub => syn::BinOp::Sub(Default::default()),
        rir::BinOp::Mul => syn::BinOp::Mul(Default::default()),
        rir::BinOp::Div => syn::BinOp::Div(Default::default()),
        rir::BinOp::Rem => syn::BinOp::Rem(Default::default()),
        rir::BinOp::And => syn::BinOp::And(Default::default()),
        rir::BinOp::Or => syn::BinOp::Or(Default::default()),
        rir::BinOp::BitAnd => syn::BinOp::BitAnd(Default::default()),
        rir::BinOp::BitOr => syn::BinOp::BitOr(Default::default()),
        rir::BinOp::BitXor => syn::BinOp::BitXor(Default::default()),
        rir::BinOp::Shl => syn::BinOp::Shl(Default::default()),
        rir::BinOp::Shr => syn::BinOp::Shr(Default::default()),
        rir::BinOp::Eq => syn::BinOp::Eq(Default::default()),
        rir::BinOp::Ne => syn::BinOp::Ne(Default::default()),
        rir::BinOp::Lt => syn::BinOp::Lt(Default::default()),
        rir::BinOp::Le => syn::BinOp::Le(Default::default()),
        rir::BinOp::Gt => syn::BinOp::Gt(Default::default()),
        rir::BinOp::Ge => syn::BinOp::Ge(Default::default()),
    }
}

fn assign_op(op: rir::BinOp) -> syn::BinOp {
    match op {
        rir::BinOp::Add => syn::BinOp::AddAssign(Default::default()),
        rir::BinOp::Sub => syn::BinOp::SubAssign(Default::default()),
        rir::BinOp::Mul => syn::BinOp::MulAssign(Default::default()),
        rir::BinOp::Div => syn::BinOp::DivAssign(Default::default()),
        rir::BinOp::Rem => syn::BinOp::RemAssign(Default::default()),
        rir::BinOp::BitAnd => syn::BinOp::BitAndAssign(Default::default()),
        rir::BinOp::BitOr => syn::BinOp::BitOrAssign(Default::default()),
        rir::BinOp::BitXor => syn::BinOp::BitXorAssign(Default::default()),
        rir::BinOp::Shl => syn::BinOp::ShlAssign(Default::default()),
        rir::BinOp::Shr => syn::BinOp::ShrAssign(Default::default()),
        // Rust has no such assignment; lowering makes none.
        rir::BinOp::And
        | rir::BinOp::Or
        | rir::BinOp::Eq
        | rir::BinOp::Ne
        | rir::BinOp::Lt
        | rir::BinOp::Le
        | rir::BinOp::Gt
        | rir::BinOp::Ge => unreachable!("no assignment with this operator"),
    }
}

fn emit_ref(cx: &mut Cx, value: &rir::Expr, is_mut: bool) -> syn::Expr {
    syn::Expr::Reference(syn::ExprReference {
        attrs: Vec::new(),
        and_token: Default::default(),
        mutability: is_mut.then(Default::default),
        expr: boxed(cx, value),
    })
}

fn emit_tuple(cx: &mut Cx, elems: &[rir::Expr]) -> syn::Expr {
    let mut elems = emit_list(cx, elems);
    if elems.len() == 1 {
        elems.push_punct(Default::default());
    }
    syn::Expr::Tuple(syn::ExprTuple { attrs: Vec::new(), paren_token: Default::default(), elems })
}

fn emit_struct(cx: &mut Cx, path: &rir::Path, fields: &[(String, rir::Expr)]) -> syn::Expr {
    let path = path::emit_path(cx, path);
    let fields = fields.iter().map(|(name, value)| {
        // `Name { a }` for `Name { a: a }`.
        let is_short = matches!(value, rir::Expr::Path(rir::Path::Local(local)) if local == name);
        syn::FieldValue {
            attrs: Vec::new(),
            member: syn::Member::Named(names::ident(name)),
            colon_token: (!is_short).then(Default::default),
            expr: emit_expr(cx, value),
        }
    });
    syn::Expr::Struct(syn::ExprStruct {
        attrs: Vec::new(),
        qself: None,
        path,
        brace_token: Default::default(),
        fields: fields.collect(),
        dot2_token: None,
        rest: None,
    })
}

fn label(name: &str) -> syn::Label {
    syn::Label { name: names::lifetime(name), colon_token: Default::default() }
}

fn block_expr(label: Option<syn::Label>, block: syn::Block) -> syn::Expr {
    syn::Expr::Block(syn::ExprBlock { attrs: Vec::new(), label, block })
}

fn emit_if(
    cx: &mut Cx,
    test: Box<syn::Expr>,
    then: &rir::Block,
    otherwise: Option<&rir::Expr>,
    returns: Returns,
) -> syn::Expr {
    let returns = match (otherwise, returns) {
        (None, Returns::Here) => Returns::UnitHere,
        (_, returns) => returns,
    };
    let then_branch = emit_block_at(cx, then, returns);
    let else_branch = otherwise.and_then(|otherwise| emit_else(cx, otherwise, returns));
    syn::Expr::If(syn::ExprIf {
        attrs: Vec::new(),
        if_token: Default::default(),
        cond: test,
        then_branch,
        else_branch: else_branch.map(|branch| (Default::default(), Box::new(branch))),
    })
}

/// What follows `else`: `if …` or a block; nothing for `()`.
fn emit_else(cx: &mut Cx, otherwise: &rir::Expr, returns: Returns) -> Option<syn::Expr> {
    match otherwise {
        rir::Expr::If(..) | rir::Expr::IfLet(..) => Some(emit_expr_at(cx, otherwise, returns)),
        rir::Expr::Block(block) => match (block.stmts.as_slice(), &block.tail) {
            ([], Some(only)) if is_if(only) => Some(emit_expr_at(cx, only, returns)),
            ([rir::Stmt::Expr(only)], None) if is_if(only) => Some(emit_expr_at(cx, only, returns)),
            _ => Some(emit_block_at(cx, block, returns))
                .filter(|block| !block.stmts.is_empty())
                .map(|block| block_expr(None, block)),
        },
        otherwise if is_unit(otherwise) => None,
        otherwise => {
            let stmts = emit_end(cx, otherwise, returns).map(|end| syn::Stmt::Expr(end, None));
            let block = syn::Block { brace_token: Default::default(), stmts: stmts.into_iter().collect() };
            Some(block_expr(None, block))
        }
    }
}

fn is_if(expr: &rir::Expr) -> bool {
    matches!(expr, rir::Expr::If(..) | rir::Expr::IfLet(..))
}

fn emit_match(cx: &mut Cx, value: &rir::Expr, arms: &[rir::Arm], returns: Returns) -> syn::Expr {
    let value = boxed(cx, value);
    let arms = arms.iter().map(|arm| {
        let mut pat = pattern::emit_pat(cx, &arm.pat);
        if let Some(guard) = &arm.guard {
            pat = syn::Pat::Guard(syn::PatGuard {
                attrs: Vec::new(),
                pat: Box::new(pat),
                if_token: Default::default(),
                guard: boxed(cx, guard),
            });
        }
        let body = emit_end(cx, &arm.body, returns).unwrap_or_else(|| emit_tuple(cx, &[]));
        syn::Arm {
            attrs: Vec::new(),
            pat,
            fat_arrow_token: Default::default(),
            body: Box::new(body),
            comma: Some(Default::default()),
        }
    });
    syn::Expr::Match(syn::ExprMatch {
        attrs: Vec::new(),
        match_token: Default::default(),
        expr: value,
        brace_token: Default::default(),
        arms: arms.collect(),
    })
}

fn emit_closure(cx: &mut Cx, closure: &rir::Closure) -> syn::Expr {
    let inputs = closure.params.iter().map(|(pat, ty)| {
        let pat = pattern::emit_pat_no_alt(cx, pat);
        match ty {
            Some(ty) => syn::Pat::Type(syn::PatType {
                attrs: Vec::new(),
                pat: Box::new(pat),
                colon_token: Default::default(),
                ty: Box::new(ty::emit_ty(cx, ty)),
            }),
            None => pat,
        }
    });
    let inputs = inputs.collect();
    let output = match &closure.ret {
        Some(ret) => syn::ReturnType::Type(Default::default(), Box::new(ty::emit_ty(cx, ret))),
        None => syn::ReturnType::Default,
    };
    let mut body = emit_end(cx, &closure.body, Returns::Here).unwrap_or_else(|| emit_tuple(cx, &[]));
    // A closure that says its type has a block.
    if closure.ret.is_some() && !matches!(body, syn::Expr::Block(_)) {
        let stmts = vec![syn::Stmt::Expr(body, None)];
        body = block_expr(None, syn::Block { brace_token: Default::default(), stmts });
    }
    syn::Expr::Closure(syn::ExprClosure {
        attrs: Vec::new(),
        lifetimes: None,
        modifiers: Default::default(),
        constness: None,
        asyncness: None,
        capture: closure.is_move.then(Default::default),
        inputs_begin: Default::default(),
        inputs,
        inputs_end: Default::default(),
        output,
        body: Box::new(body),
    })
}
