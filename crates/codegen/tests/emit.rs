//! What each construct of RIR looks like as Rust.

use portalis_codegen::emit;
use portalis_lower_rust::rir::{
    Arm, BinOp, Block, Closure, Crate, Enum, Expr, Fn, Impl, Item, Param, Pat, Path, Receiver, Stmt, Struct,
    Ty, UnOp, Variant,
};

/// The text after the file's head is `expected`, and `syn` reads it back.
#[track_caller]
fn check_items(items: Vec<Item>, expected: &str) {
    let text = emit(&Crate { doc: None, items, is_program: false, origins: Vec::new() });
    assert!(syn::parse_file(&text).is_ok(), "syn cannot read:\n{text}");
    let head =
        "//! Python's integers are checked: build with overflow-checks = true.\n#![forbid(unsafe_code)]\n";
    let body = text.strip_prefix(head).unwrap_or_else(|| panic!("no head:\n{text}"));
    assert_eq!(body.trim(), expected.trim(), "\n{body}");
}

/// The statements of a function, printed with its indentation.
#[track_caller]
fn check_block(block: Block, expected: &str) {
    let expected: String = expected
        .trim()
        .lines()
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") })
        .collect();
    let uses_end = |text: &str| text.find("fn f").unwrap_or(0);
    let text =
        emit(&Crate { doc: None, items: vec![function("f", block)], is_program: false, origins: Vec::new() });
    assert!(syn::parse_file(&text).is_ok(), "syn cannot read:\n{text}");
    let text = &text[uses_end(&text)..];
    assert_eq!(text, format!("fn f() {{\n{expected}}}\n"), "\n{text}");
}

/// One value, as a statement `let _ = value;` and, where it parses, the same value read back by `syn`.
#[track_caller]
fn check(value: Expr, expected: &str) {
    check_block(
        stmts(vec![Stmt::Let { pat: Pat::Wild, ty: None, init: Some(value) }]),
        &format!("let _ = {expected};"),
    );
}

/// One statement.
#[track_caller]
fn check_stmt(expr: Expr, expected: &str) {
    check_block(stmts(vec![Stmt::Expr(expr), Stmt::Expr(x("end"))]), &format!("{expected}\nend;"));
}

fn stmts(stmts: Vec<Stmt>) -> Block {
    Block { stmts, tail: None }
}

fn function(name: &str, body: Block) -> Item {
    Item::Fn(func(name, body))
}

fn func(name: &str, body: Block) -> Fn {
    Fn {
        name: name.to_owned(),
        doc: None,
        is_pub: false,
        receiver: Receiver::None,
        params: Vec::new(),
        ret: None,
        body,
        expects: Vec::new(),
    }
}

fn x(name: &str) -> Expr {
    Expr::local(name)
}

fn b(expr: Expr) -> Box<Expr> {
    Box::new(expr)
}

fn bin(op: BinOp, left: Expr, right: Expr) -> Expr {
    Expr::binary(op, left, right)
}

fn int(value: i64) -> Expr {
    Expr::Int(value, None)
}

fn neg(value: Expr) -> Expr {
    Expr::Unary(UnOp::Neg, b(value))
}

fn if_else(then: Expr, otherwise: Expr) -> Expr {
    Expr::If(b(x("a")), Block::of(then), Some(b(Expr::Block(Block::of(otherwise)))))
}

fn call(name: &str) -> Expr {
    Expr::call(Path::local(name), Vec::new())
}

fn ret(value: Expr) -> Stmt {
    Stmt::Expr(Expr::Return(Some(b(value))))
}

fn arm(pat: Pat, body: Expr) -> Arm {
    Arm { pat, guard: None, body }
}

fn i64_ty() -> Ty {
    Ty::local("i64")
}

fn format(name: &'static str, text: &str, args: Vec<Expr>) -> Expr {
    Expr::Format { name, first: None, text: text.to_owned(), args }
}

#[test]
fn literals() {
    check(int(7), "7");
    check(Expr::Int(7, Some("i64")), "7_i64");
    check(Expr::Int(-7, Some("i64")), "-7_i64");
    check(int(i64::MIN), "i64::MIN");
    check(int(i64::MAX), "9223372036854775807");
    check(Expr::Float(1.0), "1.0");
    check(Expr::Float(-0.0), "-0.0");
    check(Expr::Float(1e300), "1e300");
    check(Expr::Float(f64::NEG_INFINITY), "-f64::INFINITY");
    check(Expr::Float(f64::NAN), "f64::NAN");
    check(Expr::Str("a\n\"b\" é {".to_owned()), r#""a\n\"b\" é {""#);
    check(Expr::Char('\''), r"'\''");
    check(Expr::Bytes(vec![0, b'a', 255]), r#"b"\0a\xFF""#);
    check(Expr::Bool(true), "true");
    check(Expr::unit(), "()");
    check(Expr::Tuple(vec![int(1)]), "(1,)");
    check(Expr::Array(vec![int(1), int(2)]), "[1, 2]");
    check(Expr::Vec(vec![int(1), neg(x("a"))]), "vec![1, -a]");
}

#[test]
fn operators_keep_their_tree() {
    let sum = || bin(BinOp::Add, x("a"), x("b"));
    check(bin(BinOp::Mul, sum(), x("c")), "(a + b) * c");
    check(bin(BinOp::Sub, x("c"), sum()), "c - (a + b)");
    check(bin(BinOp::Sub, sum(), x("c")), "a + b - c");
    check(neg(sum()), "-(a + b)");
    check(neg(neg(x("a"))), "-(-a)");
    check(bin(BinOp::And, bin(BinOp::Or, x("a"), x("b")), x("c")), "(a || b) && c");
    check(bin(BinOp::Eq, bin(BinOp::Lt, x("a"), x("b")), x("c")), "(a < b) == c");
    check(bin(BinOp::Lt, x("a"), bin(BinOp::Eq, x("b"), x("c"))), "a < (b == c)");
    check(bin(BinOp::BitAnd, bin(BinOp::Shl, x("a"), x("b")), x("c")), "(a << b) & c");
    check(Expr::Unary(UnOp::Deref, b(Expr::Field(b(x("a")), "b".to_owned()))), "*a.b");
    check(Expr::Field(b(Expr::Unary(UnOp::Deref, b(x("a")))), "b".to_owned()), "(*a).b");
    check(Expr::Ref(b(sum())), "&(a + b)");
    check(Expr::RefMut(b(x("a"))), "&mut a");
    check(Expr::Try(b(Expr::Ref(b(x("a"))))), "(&a)?");
    check(Expr::TupleField(b(Expr::TupleField(b(x("a")), 0)), 1), "a.0.1");
}

#[test]
fn a_negated_equality_is_an_inequality() {
    check(bin(BinOp::Eq, x("a"), x("b")).not(), "a != b");
    check(bin(BinOp::Ne, x("a"), x("b")).not(), "a == b");
    check(bin(BinOp::Lt, x("a"), x("b")).not(), "!(a < b)");
    check(bin(BinOp::Mul, x("c"), bin(BinOp::Eq, x("a"), x("b")).not()), "c * (a != b)");
}

#[test]
fn casts_keep_their_tree() {
    let cast = |value| Expr::Cast(b(value), Ty::local("f64"));
    check(cast(bin(BinOp::Add, x("a"), x("b"))), "(a + b) as f64");
    check(cast(neg(x("a"))), "-a as f64");
    check(neg(cast(x("a"))), "-(a as f64)");
    check(bin(BinOp::Lt, cast(x("a")), x("b")), "(a as f64) < b");
    check(bin(BinOp::Lt, bin(BinOp::Add, x("c"), cast(x("a"))), x("b")), "c + (a as f64) < b");
    check(bin(BinOp::Shl, cast(x("a")), x("b")), "(a as f64) << b");
    check(cast(x("a")).method("sqrt", vec![]), "(a as f64).sqrt()");
}

#[test]
fn receivers() {
    check(Expr::Int(-7, Some("i64")).method("pow", vec![int(2)]), "(-7_i64).pow(2)");
    check(int(7).method("pow", vec![int(2)]), "7_i64.pow(2)");
    check(Expr::Float(2.0).method("sqrt", vec![]), "2.0_f64.sqrt()");
    check(neg(x("a")).method("abs", vec![]), "(-a).abs()");
    check(Expr::Ref(b(x("a"))).method("len", vec![]), "(&a).len()");
    let range = || Expr::Range(Some(b(int(0))), Some(b(x("n"))));
    check(range().method("rev", vec![]), "(0..n).rev()");
    check(Expr::Range(Some(b(bin(BinOp::Add, x("a"), int(1)))), None), "a + 1..");
    check(Expr::Range(None, Some(b(range()))), "..(0..n)");
    check(Expr::Ref(b(range())), "&(0..n)");
    check(if_else(int(1), int(2)).method("pow", vec![int(2)]), "if a { 1 } else { 2 }.pow(2)");
    check(Expr::Await(b(x("a"))).tried(), "a.await?");
    check(Expr::Method(b(x("a")), "sum".to_owned(), vec![i64_ty()], vec![]), "a.sum::<i64>()");
    check(Expr::Call(b(Expr::Field(b(x("a")), "f".to_owned())), vec![int(1)]), "(a.f)(1)");
}

#[test]
fn block_like_statements_used_as_operands() {
    check_stmt(if_else(x("b"), x("c")).method("foo", vec![]), "if a { b } else { c }.foo();");
    let matched = || Expr::Match(b(x("x")), vec![arm(Pat::Wild, int(1))]);
    check_stmt(matched().method("foo", vec![]), "match x {\n    _ => 1,\n}\n    .foo();");
    check_stmt(bin(BinOp::Add, if_else(int(1), int(2)), int(3)), "(if a { 1 } else { 2 }) + 3;");
    check_stmt(Expr::Call(b(Expr::Block(Block::of(x("f")))), vec![]), "({ f })();");
    check_block(
        Block { stmts: vec![], tail: Some(b(bin(BinOp::Sub, matched(), int(3)))) },
        "(match x {\n    _ => 1,\n}) - 3",
    );
}

#[test]
fn conditions_with_struct_literals_and_blocks() {
    let literal = || Expr::Struct(Path::local("P"), vec![("x".to_owned(), int(1)), ("y".to_owned(), x("y"))]);
    check(literal(), "P { x: 1, y }");
    let test = bin(BinOp::Eq, x("p"), literal());
    check_stmt(
        Expr::If(b(test), stmts(vec![Stmt::Expr(call("g"))]), None),
        "if p == (P { x: 1, y }) {\n    g();\n}",
    );
    check_stmt(
        Expr::Match(b(literal()), vec![arm(Pat::Wild, Expr::unit())]),
        "match (P { x: 1, y }) {\n    _ => {}\n}",
    );
    check_stmt(Expr::For(None, Pat::Wild, b(literal()), stmts(vec![])), "for _ in (P { x: 1, y }) {}");
    check_stmt(
        Expr::IfLet(
            Pat::Call(Path::local("Some"), vec![Pat::Bind("v".to_owned(), true)]),
            b(bin(BinOp::And, x("a"), x("c"))),
            stmts(vec![]),
            None,
        ),
        "if let Some(mut v) = (a && c) {}",
    );
}

#[test]
fn closures() {
    let closure = |body, ret, is_move| {
        Expr::Closure(Closure {
            params: vec![(Pat::Bind("a".to_owned(), false), Some(i64_ty())), (Pat::Wild, None)],
            ret,
            body: b(body),
            is_move,
        })
    };
    check(closure(x("a"), None, true), "move |a: i64, _| a");
    check(closure(x("a"), Some(i64_ty()), false), "|a: i64, _| -> i64 { a }");
    check(Expr::Call(b(closure(x("a"), None, false)), vec![int(1), int(2)]), "(|a: i64, _| a)(1, 2)");
    check(
        closure(Expr::Block(stmts(vec![Stmt::Expr(call("g")), ret(x("a"))])), None, false),
        "|a: i64, _| {\n    g();\n    a\n}",
    );
    check(bin(BinOp::Add, closure(x("a"), None, false), int(1)), "(|a: i64, _| a) + 1");
}

#[test]
fn control_flow() {
    let one = || stmts(vec![Stmt::Expr(call("g"))]);
    check_stmt(
        Expr::If(b(x("a")), one(), Some(b(Expr::Block(Block::of(Expr::If(b(x("c")), one(), None)))))),
        "if a {\n    g();\n} else if c {\n    g();\n}",
    );
    check_stmt(Expr::If(b(x("a")), one(), Some(b(Expr::unit()))), "if a {\n    g();\n}");
    check_stmt(
        Expr::Loop(
            Some("outer".to_owned()),
            stmts(vec![Stmt::Expr(Expr::Break(Some("outer".to_owned()), None))]),
        ),
        "'outer: loop {\n    break 'outer;\n}",
    );
    check_stmt(
        Expr::While(None, b(x("a")), stmts(vec![Stmt::Expr(Expr::Continue(None))])),
        "while a {\n    continue;\n}",
    );
    check(
        Expr::Labelled(
            "done".to_owned(),
            stmts(vec![Stmt::Expr(Expr::Break(Some("done".to_owned()), Some(b(int(1)))))]),
        ),
        "'done: {\n    break 'done 1;\n}",
    );
    check(Expr::AsyncMove(stmts(vec![Stmt::Expr(Expr::Await(b(x("a"))))])), "async move {\n    a.await;\n}");
    check_stmt(Expr::Assign(b(Expr::Unary(UnOp::Deref, b(x("a")))), b(int(1))), "*a = 1;");
    check_stmt(Expr::AssignOp(BinOp::Add, b(x("a")), b(int(1))), "a += 1;");
}

#[test]
fn patterns() {
    let arms = vec![
        arm(Pat::Lit(b(int(-1))), int(0)),
        arm(Pat::Lit(b(int(i64::MIN))), int(0)),
        arm(Pat::Lit(b(Expr::Float(-1.5))), int(0)),
        arm(Pat::Or(vec![Pat::Lit(b(int(1))), Pat::Path(Path::local("A").assoc("B"))]), int(1)),
        Arm {
            pat: Pat::Tuple(vec![Pat::Bind("r#type".to_owned(), false)]),
            guard: Some(bin(BinOp::Lt, x("r#type"), int(3))),
            body: Expr::Block(stmts(vec![Stmt::Expr(call("g"))])),
        },
        arm(Pat::Wild, Expr::Unreachable("no {other}")),
    ];
    check_stmt(
        Expr::Match(b(x("v")), arms),
        "match v {\n    -1 => 0,\n    i64::MIN => 0,\n    -1.5 => 0,\n    1 | A::B => 1,\n    (r#type,) if r#type < 3 => {\n        g();\n    }\n    _ => unreachable!(\"no {{other}}\"),\n}",
    );
    let or = Pat::Or(vec![Pat::Lit(b(int(1))), Pat::Wild]);
    check_block(
        stmts(vec![Stmt::Let { pat: or.clone(), ty: Some(i64_ty()), init: None }]),
        "let (1 | _): i64;",
    );
    check(Expr::Matches(b(x("v")), or), "matches!(v, 1 | _)");
}

#[test]
fn format_strings_name_variables() {
    check(
        format("format", "{} {:>5} {}", vec![x("a"), x("c"), call("g")]),
        r#"format!("{a} {c:>5} {}", g())"#,
    );
    check(format("format", "{{}} {}", vec![x("r#type")]), r#"format!("{{}} {}", r#type)"#);
    check(format("format", "{:1$}", vec![x("a"), x("w")]), r#"format!("{:1$}", a, w)"#);
    check(format("format", "{0}", vec![x("a")]), r#"format!("{0}", a)"#);
    check_stmt(format("println", "", vec![]), "println!();");
    check_stmt(
        Expr::Format { name: "write", first: Some(b(x("out"))), text: "{}".to_owned(), args: vec![x("a")] },
        r#"write!(out, "{a}");"#,
    );
}

#[test]
fn generic_paths() {
    check(Expr::GenericAssoc(Path::local("L"), vec![Ty::Infer], "new".to_owned()), "L::<_>::new");
    check(Expr::GenericAssoc(Path::local("L"), vec![], "new".to_owned()), "L::new");
    check(Expr::Generic(Path::local("f").assoc("g"), vec![i64_ty()]), "f::g::<i64>");
}

#[test]
fn attempts() {
    check(Expr::Attempt("try_".to_owned(), b(call("g"))), "attempt!('try_: g())");
    check(
        bin(BinOp::Add, Expr::Attempt("t".to_owned(), b(x("a").method("m", vec![neg(int(1))]))), int(1)),
        "attempt!('t: a.m(-1)) + 1",
    );
}

#[test]
fn attempts_of_longer_expressions_have_usual_spaces() {
    let value = Expr::call(
        Path::local("m").assoc("f"),
        vec![
            x("a").by_ref(),
            Expr::RefMut(b(x("a"))),
            bin(BinOp::Sub, neg(x("a")), int(1)),
            bin(BinOp::Eq, x("a").not(), Expr::Float(1.0)),
            Expr::Range(Some(b(int(0))), Some(b(x("n")))).method("rev", vec![]),
            Expr::GenericAssoc(Path::local("L"), vec![i64_ty()], "new".to_owned()),
            format("format", "{}", vec![x("a")]),
            Expr::Cast(b(x("a")), i64_ty()),
        ],
    );
    // Only the space in `i64 >` cannot be had.
    check(
        Expr::Attempt("t".to_owned(), b(value)),
        "attempt!(\n    't: m::f(&a, &mut a, -a - 1, !a == 1.0, (0..n).rev(), L::<i64 >::new,\n    format!(\"{a}\"), a as i64)\n)",
    );
}

#[test]
fn docstrings_hold_no_rust() {
    let doc = "\n    Title.\n\n    Args:\n        a: one\n\n            code\n        more\n    ```\n    raw\n    ```\n    Ex:\n\n        >>> f()\n        1\n    ";
    let item = Fn { doc: Some(doc.to_owned()), ..func("f", Block::default()) };
    check_items(
        vec![Item::Fn(item)],
        r#"
/// Title.
///
/// Args:
///     a: one
///
/// ```text
///         code
///     more
/// ```
/// ```text
/// raw
/// ```
/// Ex:
///
/// ```python
///     >>> f()
///     1
/// ```
fn f() {}
"#,
    );
}

#[test]
fn let_else() {
    let value = bin(BinOp::Or, x("a"), if_else(x("b"), x("c")));
    let pat = Pat::Call(Path::local("Some"), vec![Pat::Bind("v".to_owned(), false)]);
    check_block(
        stmts(vec![
            Stmt::LetElse(pat.clone(), b(x("a")), stmts(vec![Stmt::Expr(Expr::Return(None))])),
            Stmt::LetElse(pat, b(value), stmts(vec![ret(int(1))])),
            Stmt::Expr(call("g")),
        ]),
        "let Some(v) = a else {\n    return;\n};\nlet Some(v) = (a || if a { b } else { c }) else {\n    return 1;\n};\ng();",
    );
}

#[test]
fn a_return_at_the_end_is_a_value() {
    check_block(stmts(vec![Stmt::Expr(call("g")), ret(int(1))]), "g();\n1");
    check_block(stmts(vec![Stmt::Expr(call("g")), Stmt::Expr(Expr::Return(None))]), "g();");
    check_block(
        stmts(vec![Stmt::Expr(Expr::If(
            b(x("a")),
            stmts(vec![ret(int(1))]),
            Some(b(Expr::Block(stmts(vec![ret(int(2))])))),
        ))]),
        "if a { 1 } else { 2 }",
    );
    check_block(
        stmts(vec![Stmt::Expr(Expr::Match(
            b(x("v")),
            vec![
                arm(Pat::Lit(b(int(1))), Expr::Return(Some(b(int(1))))),
                arm(Pat::Wild, Expr::Block(stmts(vec![Stmt::Expr(call("g")), ret(int(2))]))),
            ],
        ))]),
        "match v {\n    1 => 1,\n    _ => {\n        g();\n        2\n    }\n}",
    );
    check_block(
        stmts(vec![Stmt::Expr(Expr::If(
            b(x("a")),
            stmts(vec![Stmt::Expr(call("g")), Stmt::Expr(Expr::Return(None))]),
            None,
        ))]),
        "if a {\n    g();\n}",
    );
    check_block(
        stmts(vec![Stmt::Expr(Expr::Loop(None, stmts(vec![ret(int(1))])))]),
        "loop {\n    return 1;\n}",
    );
    check_block(Block { stmts: vec![Stmt::Expr(call("g"))], tail: Some(b(Expr::unit())) }, "g();");
}

#[test]
fn uses_are_exactly_those_needed() {
    let body = stmts(vec![
        Stmt::Expr(Expr::call(Path::RtIn("int", "floor_div".to_owned()), vec![int(1)])),
        Stmt::Expr(Expr::call(Path::RtIn("", "run".to_owned()), vec![])),
        Stmt::Expr(Expr::call(Path::Rt("py"), vec![Expr::Path(Path::Exc("ValueError".to_owned()))])),
        Stmt::Expr(Expr::Path(Path::Exc("Exception".to_owned()))),
        Stmt::Expr(format("println", "{}", vec![int(1)])),
        Stmt::Let { pat: Pat::Wild, ty: Some(Ty::path(Path::Std("std::process::ExitCode"))), init: None },
        Stmt::Let { pat: Pat::Wild, ty: Some(Ty::path(Path::Std("std::fmt::Result"))), init: None },
        Stmt::Expr(Expr::call(Path::Std("std::mem::take"), vec![])),
        Stmt::Let { pat: Pat::Wild, ty: Some(Ty::Named(Path::Rt("List"), vec![i64_ty()])), init: None },
    ]);
    check_items(
        vec![function("f", body)],
        r#"
use std::process::ExitCode;
use std::{fmt, mem};

use portalis_rt::exc::{PyException, ValueError};
use portalis_rt::{List, int, println, py};

fn f() {
    int::floor_div(1);
    portalis_rt::run();
    py(ValueError);
    PyException;
    println!("{}", 1);
    let _: ExitCode;
    let _: fmt::Result;
    mem::take();
    let _: List<i64>;
}
"#,
    );
}

#[test]
fn a_name_of_the_program_is_not_imported() {
    let class = Item::Struct(Struct {
        name: "List".to_owned(),
        doc: None,
        derives: vec!["Clone", "PartialEq"],
        fields: vec![
            ("x".to_owned(), i64_ty()),
            ("fooBar".to_owned(), Ty::Named(Path::Rt("List"), vec![i64_ty()])),
        ],
    });
    let body = stmts(vec![
        Stmt::Let { pat: Pat::Bind("py".to_owned(), false), ty: None, init: Some(int(1)) },
        Stmt::Expr(Expr::call(Path::Rt("py"), vec![x("py")])),
        Stmt::Expr(Expr::call(Path::Rt("List").assoc("new"), vec![])),
    ]);
    check_items(
        vec![class, function("f", body)],
        r#"
#[derive(Clone, PartialEq)]
#[expect(non_snake_case, reason = "as in the Python")]
pub struct List {
    pub x: i64,
    pub fooBar: portalis_rt::List<i64>,
}

fn f() {
    let py = 1;
    portalis_rt::py(py);
    portalis_rt::List::new();
}
"#,
    );
}

#[test]
fn functions() {
    let item = Fn {
        doc: Some("Adds.\n\n>>> addTwo(1)\n3\n\nDone.".to_owned()),
        is_pub: true,
        params: vec![
            Param { name: "a".to_owned(), is_mut: true, ty: i64_ty() },
            Param { name: "type".to_owned(), is_mut: false, ty: Ty::Ref(b_ty(Ty::local("str"))) },
        ],
        ret: Some(Ty::Tuple(vec![i64_ty(), Ty::RefStatic(b_ty(Ty::local("str")))])),
        expects: vec!["clippy::too_many_arguments"],
        ..func("addTwo", Block::of(x("a")))
    };
    let taking = Fn {
        params: vec![Param { name: "self".to_owned(), is_mut: false, ty: Ty::SelfTy }],
        ..func("take", Block::default())
    };
    check_items(
        vec![Item::Fn(item), function("_g", Block::default()), Item::Fn(taking)],
        r#"
/// Adds.
///
/// ```python
/// >>> addTwo(1)
/// 3
/// ```
///
/// Done.
#[expect(clippy::too_many_arguments, reason = "as in the Python")]
#[expect(non_snake_case, reason = "as in the Python")]
pub fn addTwo(mut a: i64, r#type: &str) -> (i64, &'static str) {
    a
}

fn _g() {}

fn take(self) {}
"#,
    );
}

fn b_ty(ty: Ty) -> Box<Ty> {
    Box::new(ty)
}

#[test]
fn items() {
    let local = |name: &str| Item::ThreadLocal {
        name: name.to_owned(),
        doc: Some("A variable.".to_owned()),
        ty: Ty::Named(Path::Rt("Global"), vec![i64_ty()]),
        value: Expr::call(Path::Rt("Global").assoc("new"), vec![]),
        is_const: true,
    };
    let method = Fn {
        receiver: Receiver::Ref,
        ret: Some(i64_ty()),
        ..func("get", Block::of(Expr::Field(b(x("self")), "x".to_owned())))
    };
    check_items(
        vec![
            Item::Const { name: "LIMIT".to_owned(), ty: i64_ty(), value: int(-1) },
            Item::Const { name: "limit".to_owned(), ty: i64_ty(), value: int(2) },
            local("A"),
            local("B"),
            Item::Enum(Enum {
                name: "Shape_Kind".to_owned(),
                doc: Some("Shapes.".to_owned()),
                derives: vec!["Clone"],
                variants: vec![
                    Variant { name: "Int".to_owned(), ty: Some(i64_ty()) },
                    Variant { name: "None".to_owned(), ty: None },
                ],
            }),
            Item::Macro {
                path: "handle",
                args: vec![Ty::local("Node"), Ty::local("NodeFields")],
                text: None,
            },
            Item::Macro { path: "identity", args: vec![Ty::local("Node")], text: None },
            Item::Impl(Impl {
                of: Some((Path::Std("std::ops::Add"), vec![Ty::Ref(b_ty(Ty::SelfTy))])),
                ty: Ty::local("Node"),
                assoc_types: vec![("Output", i64_ty())],
                consts: vec![("N".to_owned(), i64_ty(), int(1))],
                fns: vec![method.clone(), method],
            }),
            Item::Export {
                import: Some("program".to_owned()),
                functions: vec![
                    ("f".to_owned(), vec![("a".to_owned(), i64_ty()), ("c".to_owned(), i64_ty())], i64_ty()),
                    ("g".to_owned(), vec![], Ty::unit()),
                ],
            },
        ],
        r#"
use std::ops::Add;

use portalis_rt::Global;

pub const LIMIT: i64 = -1;
#[expect(non_upper_case_globals, reason = "as in the Python")]
pub const limit: i64 = 2;

thread_local! {
    /// A variable.
    static A: Global<i64> = const { Global::new() };
    /// A variable.
    static B: Global<i64> = const { Global::new() };
}

/// Shapes.
#[derive(Clone)]
#[expect(non_camel_case_types, reason = "as in the Python")]
pub enum Shape_Kind {
    Int(i64),
    None,
}

portalis_rt::handle!(Node, NodeFields);
portalis_rt::identity!(Node);

impl Add<&Self> for Node {
    type Output = i64;
    const N: i64 = 1;

    fn get(&self) -> i64 {
        self.x
    }

    fn get(&self) -> i64 {
        self.x
    }
}

portalis_rt::export! {
    import program;
    f(a: i64, c: i64) -> i64;
    g() -> ();
}
"#,
    );
}

#[test]
fn the_module_docstring_comes_first() {
    let text = emit(&Crate {
        doc: Some("Title.\n\nMore.".to_owned()),
        items: vec![],
        is_program: true,
        origins: Vec::new(),
    });
    assert_eq!(
        text,
        "//! Title.\n//!\n//! More.\n//!\n//! Python's integers are checked: build with overflow-checks = true.\n#![forbid(unsafe_code)]\n"
    );
}

#[test]
fn names_that_are_no_identifiers_do_not_panic() {
    check(x("a-b"), "a_b");
    check(x("1a"), "_1a");
    check(x(""), "__");
    check(x("r#self"), "self_");
    check(x("match"), "r#match");
    check_stmt(Expr::Loop(Some("loop".to_owned()), stmts(vec![])), "'loop_: loop {}");
}

#[test]
fn deep_trees_do_not_overflow_the_stack() {
    const DEPTH: usize = 3000;
    let deep = |step: fn(Expr) -> Expr| (0..DEPTH).fold(x("a"), |inner, _| step(inner));
    let trees = [
        deep(|inner| bin(BinOp::Sub, x("a"), inner)),
        deep(|inner| inner.method("m", vec![])),
        deep(neg),
        deep(|inner| if_else(x("a"), inner)),
        deep(|inner| Expr::Block(Block { stmts: vec![Stmt::Expr(call("g"))], tail: Some(b(inner)) })),
    ];
    for tree in trees {
        let krate = Crate {
            doc: None,
            items: vec![function("f", Block::of(tree))],
            is_program: false,
            origins: Vec::new(),
        };
        assert!(emit(&krate).ends_with("}\n"));
        // Dropping it recurses too, and is not what is tested.
        std::mem::forget(krate);
    }
}
