//! Whatever tree is printed, `syn` reads the same tree back.
//!
//! The reference is the same tree with parentheses around every part, compared without any.

use std::fmt::Write;

use portalis_codegen::emit;
use portalis_lower_rust::rir::{
    Arm, BinOp, Block, Closure, Crate, Expr, Fn, Item, Pat, Path, Receiver, Stmt, Ty, UnOp,
};
use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit_mut::{VisitMut, visit_expr_mut};

/// How many trees.
const N_TREES: u64 = 1000;

#[test]
fn printed_trees_are_read_back() {
    for seed in 0..N_TREES {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let tree = expr(&mut random, 5);
        let mut reference = String::new();
        parenthesised(&tree, &mut reference);
        for (stmt, expected) in positions(&tree, &reference) {
            let text = printed(stmt);
            assert_eq!(
                bare(&text),
                bare(&format!("fn f() {{ {expected} }}")),
                "\nprinted: {text}\nmeant: {expected}"
            );
        }
    }
}

/// The tree where the statement's start, a condition or an operand would read it differently.
fn positions(tree: &Expr, reference: &str) -> Vec<(Stmt, String)> {
    let empty = Block::default;
    let boxed = || Box::new(tree.clone());
    let let_ = Stmt::Let { pat: Pat::Wild, ty: None, init: Some(tree.clone()) };
    let mut out = vec![
        (let_, format!("let _ = {reference};")),
        (Stmt::Expr(Expr::While(None, boxed(), empty())), format!("while {reference} {{}}")),
        (Stmt::Expr(Expr::For(None, Pat::Wild, boxed(), empty())), format!("for _ in {reference} {{}}")),
        (
            Stmt::Expr(Expr::IfLet(Pat::Wild, boxed(), Block::of(Expr::local("a")), None)),
            format!("if let _ = {reference} {{ a }}"),
        ),
    ];
    let attempt = Expr::Attempt("t".to_owned(), boxed());
    out.push((Stmt::Expr(attempt), format!("attempt!('t: {reference});")));
    let format =
        Expr::Format { name: "print", first: None, text: "{:?}".to_owned(), args: vec![Expr::Ref(boxed())] };
    out.push((Stmt::Expr(format), format!("print!(\"{{:?}}\", &{reference});")));
    if !matches!(tree, Expr::If(..) | Expr::Match(..) | Expr::Tuple(_)) {
        out.push((Stmt::Expr(tree.clone()), format!("{reference};")));
    }
    out
}

fn printed(stmt: Stmt) -> String {
    let end = Stmt::Expr(Expr::While(None, Box::new(Expr::Bool(false)), Block::default()));
    // What follows keeps the statement from being the function's value.
    let body = Block { stmts: vec![stmt, end], tail: None };
    let func = Fn {
        name: "f".to_owned(),
        doc: None,
        is_pub: false,
        receiver: Receiver::None,
        params: Vec::new(),
        ret: None,
        body,
        expects: Vec::new(),
    };
    let text =
        emit(&Crate { doc: None, items: vec![Item::Fn(func)], is_program: false, origins: Vec::new() });
    let at = text.find("fn f").unwrap_or(0);
    text[at..].replacen("    while false {}\n", "", 1)
}

/// The function without parentheses.
fn bare(text: &str) -> syn::ItemFn {
    let mut func: syn::ItemFn = match syn::parse_str(text) {
        Ok(func) => func,
        Err(error) => panic!("{error}:\n{text}"),
    };
    Bare.visit_item_fn_mut(&mut func);
    func
}

struct Bare;

impl VisitMut for Bare {
    fn visit_expr_mut(&mut self, expr: &mut syn::Expr) {
        while let syn::Expr::Paren(paren) = expr {
            *expr = (*paren.expr).clone();
        }
        match expr {
            syn::Expr::Closure(closure) => without_braces(&mut closure.body),
            syn::Expr::Call(call) => drop(call.args.pop_punct()),
            syn::Expr::MethodCall(call) => drop(call.args.pop_punct()),
            syn::Expr::Struct(item) => drop(item.fields.pop_punct()),
            _ => {}
        }
        visit_expr_mut(self, expr);
    }

    /// What follows `'label:` or `"text",` is an expression.
    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let is_separator = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), ':' | ','));
        let value = mac.tokens.clone().into_iter().skip_while(|token| !is_separator(token)).skip(1);
        let values = Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        let mut value = match values.parse2(value.collect()) {
            Ok(values) => values[0].clone(),
            Err(error) => panic!("{error}: {}", mac.tokens),
        };
        self.visit_expr_mut(&mut value);
        mac.tokens = value.into_token_stream();
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        arm.comma = None;
        without_braces(&mut arm.body);
        syn::visit_mut::visit_arm_mut(self, arm);
    }
}

/// Broken over lines, an arm's or a closure's value gets braces.
fn without_braces(expr: &mut syn::Expr) {
    while let syn::Expr::Block(syn::ExprBlock { block, .. }) = expr
        && let [syn::Stmt::Expr(value, semi)] = block.stmts.as_slice()
        && (semi.is_none() || matches!(value, syn::Expr::Assign(_)))
    {
        *expr = value.clone();
    }
}

/// Xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % n
    }
}

const BIN_OPS: [(BinOp, &str); 18] = [
    (BinOp::Add, "+"),
    (BinOp::Sub, "-"),
    (BinOp::Mul, "*"),
    (BinOp::Div, "/"),
    (BinOp::Rem, "%"),
    (BinOp::And, "&&"),
    (BinOp::Or, "||"),
    (BinOp::BitAnd, "&"),
    (BinOp::BitOr, "|"),
    (BinOp::BitXor, "^"),
    (BinOp::Shl, "<<"),
    (BinOp::Shr, ">>"),
    (BinOp::Eq, "=="),
    (BinOp::Ne, "!="),
    (BinOp::Lt, "<"),
    (BinOp::Le, "<="),
    (BinOp::Gt, ">"),
    (BinOp::Ge, ">="),
];

fn expr(random: &mut Random, depth: u32) -> Expr {
    if depth == 0 {
        return match random.below(4) {
            0 => Expr::Int(7, Some("i64")),
            1 => Expr::Float(1.0),
            2 => Expr::Struct(Path::local("P"), vec![("x".to_owned(), Expr::local("a"))]),
            _ => Expr::local("a"),
        };
    }
    let sub = |random: &mut Random| {
        let less = 1 + u32::try_from(random.below(2)).unwrap_or(0);
        Box::new(expr(random, depth.saturating_sub(less)))
    };
    match random.below(20) {
        0 => Expr::Unary(UnOp::Neg, sub(random)),
        1 => match sub(random) {
            // Printed as the other comparison.
            equal if matches!(*equal, Expr::Binary(BinOp::Eq | BinOp::Ne, ..)) => *equal,
            other => Expr::Unary(UnOp::Not, other),
        },
        2 => Expr::Unary(UnOp::Deref, sub(random)),
        3 => Expr::Ref(sub(random)),
        4 => Expr::RefMut(sub(random)),
        5 => Expr::Try(sub(random)),
        6 => Expr::Cast(sub(random), Ty::local("i64")),
        7 => Expr::Method(sub(random), "m".to_owned(), Vec::new(), vec![*sub(random)]),
        8 => Expr::Field(sub(random), "f".to_owned()),
        9 => Expr::TupleField(sub(random), 0),
        10 => Expr::Call(sub(random), vec![*sub(random)]),
        11 => {
            let end = |random: &mut Random| (random.below(3) > 0).then(|| sub(random));
            Expr::Range(end(random), end(random))
        }
        12 => {
            Expr::If(sub(random), Block::of(*sub(random)), Some(Box::new(Expr::Block(of_call(*sub(random))))))
        }
        13 => {
            let arm = Arm { pat: Pat::Wild, guard: Some(*sub(random)), body: *call(*sub(random)) };
            Expr::Match(sub(random), vec![arm])
        }
        14 => Expr::Closure(Closure { params: Vec::new(), ret: None, body: sub(random), is_move: true }),
        15 => Expr::Assign(Box::new(Expr::local("a")), sub(random)),
        16 => Expr::Await(sub(random)),
        _ => {
            let (op, _) = BIN_OPS[usize::try_from(random.below(18)).unwrap_or(0)];
            Expr::Binary(op, sub(random), sub(random))
        }
    }
}

/// `g(value)`, whose braces nobody drops.
fn call(value: Expr) -> Box<Expr> {
    Box::new(Expr::call(Path::local("g"), vec![value]))
}

fn of_call(value: Expr) -> Block {
    Block::of(*call(value))
}

/// The tree with parentheses around every part.
fn parenthesised(expr: &Expr, out: &mut String) {
    let text = |expr: &Expr| {
        let mut out = String::new();
        parenthesised(expr, &mut out);
        out
    };
    let block = |block: &Block| block.tail.as_ref().map(|tail| text(tail)).unwrap_or_default();
    let inner = match expr {
        Expr::Int(value, _) => format!("{value}_i64"),
        Expr::Float(_) => "1.0".to_owned(),
        Expr::Path(_) => "a".to_owned(),
        Expr::Struct(..) => "P { x: a }".to_owned(),
        Expr::Unary(UnOp::Neg, value) => format!("-{}", text(value)),
        Expr::Unary(UnOp::Not, value) => format!("!{}", text(value)),
        Expr::Unary(UnOp::Deref, value) => format!("*{}", text(value)),
        Expr::Ref(value) => format!("&{}", text(value)),
        Expr::RefMut(value) => format!("&mut {}", text(value)),
        Expr::Try(value) => format!("{}?", text(value)),
        Expr::Cast(value, _) => format!("{} as i64", text(value)),
        // Methods of literals give them a type.
        Expr::Method(receiver, _, _, args) => {
            let receiver = match &**receiver {
                Expr::Float(_) => "1.0_f64".to_owned(),
                receiver => text(receiver),
            };
            format!("{receiver}.m({})", text(&args[0]))
        }
        Expr::Field(base, _) => format!("{}.f", text(base)),
        Expr::TupleField(base, _) => format!("{}.0", text(base)),
        Expr::Call(callee, args) if matches!(&**callee, Expr::Path(Path::Local(name)) if name == "g") => {
            format!("g({})", text(&args[0]))
        }
        Expr::Call(callee, args) => format!("{}({})", text(callee), text(&args[0])),
        Expr::Range(start, end) => {
            let end_text = |end: &Option<Box<Expr>>| end.as_ref().map(|end| text(end)).unwrap_or_default();
            format!("{}..{}", end_text(start), end_text(end))
        }
        Expr::If(test, then, Some(otherwise)) => match &**otherwise {
            Expr::Block(otherwise) => {
                format!("if {} {{ {} }} else {{ {} }}", text(test), block(then), block(otherwise))
            }
            _ => unreachable!("not generated"),
        },
        Expr::Match(value, arms) => {
            let guard = arms[0].guard.as_ref().map(text).unwrap_or_default();
            format!("match {} {{ _ if {guard} => {} }}", text(value), text(&arms[0].body))
        }
        Expr::Closure(closure) => format!("move || {}", text(&closure.body)),
        Expr::Assign(place, value) => format!("{} = {}", text(place), text(value)),
        Expr::Await(value) => format!("{}.await", text(value)),
        Expr::Binary(op, left, right) => {
            let name = BIN_OPS.iter().find(|(other, _)| other == op).map_or("", |(_, name)| name);
            format!("{} {name} {}", text(left), text(right))
        }
        _ => unreachable!("not generated"),
    };
    let _ = write!(out, "({inner})");
}
