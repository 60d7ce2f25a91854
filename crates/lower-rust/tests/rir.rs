//! Crates as text, and what the validator says of broken ones.

use portalis_diag::Sink;
use portalis_frontend_py as frontend_py;
use portalis_hir::Artifact as _;
use portalis_lower_rust::rir::{
    Arm, BinOp, Block, Closure, Crate, Expr, Fn, Item, Origin, Param, Pat, Path, Receiver, Stmt, Struct, Ty,
    UnOp,
};
use portalis_lower_rust::{Options, lower};
use portalis_typeck as typeck;

/// The text of `source`, lowered; `main` stands in every program and is left out.
#[track_caller]
fn check(source: &str, expected: &str) {
    let mut sink = Sink::new();
    let module = frontend_py::lower(source, "__main__", &mut sink);
    let (module, inferred) = typeck::infer(module, typeck::Options::default());
    let krate = lower(&module, inferred, &Options::default(), &mut sink);
    assert!(!sink.has_errors(), "{:?}", sink.diagnostics());
    assert_eq!(krate.validate(), Ok(()));
    let text = krate.pretty();
    let main = "\n\nfn main() -> std:process::ExitCode {\n  rt/:run(program)\n}\n";
    let text = text.strip_suffix(main).unwrap_or_else(|| panic!("no main:\n{text}"));
    assert_eq!(text, expected.trim_matches('\n'), "\n{text}");
}

#[test]
fn paths_say_where_they_lead_and_functions_where_they_come_from() {
    check(
        r#""""Halves."""
def half(n: int, by: int) -> int:
    """Of n."""
    return n // by
try:
    print(half(7, 0), [1.5, -2.0])
except ZeroDivisionError:
    raise SystemExit(3)
"#,
        r#"
program
doc: "Halves."

fn program() from the module {
  let outcome_2: Result<(), rt:Exception> = 'try_1: {
    println!("{} {}", half(7, 0)?'try_1, rt:py(&rt:List::from([1.5, -2.0])));
    Ok(())
  };
  if let Err(error_3) = outcome_2 {
    if error_3.is::<exc:ZeroDivisionError>() {
      rt:Exception::with_arg(exc:SystemExit, &3_i64).during(&error_3).uncaught();
    } else {
      error_3.uncaught();
    };
  };
}

doc: "Of n."
pub fn half(n: i64, by: i64) -> Result<i64, rt:Exception> from 14..82 {
  return rt/int:try_floor_div(n, by);
}
"#,
    );
}

#[test]
fn statements_end_and_values_do_not() {
    check(
        r#"def evens(n: int):
    for i in range(n):
        yield i * 2
total = 0
for n in evens(3):
    while total < 9:
        if n == total:
            break
        total += n + 1
    else:
        continue
    total = -total if n else 1
print(total)
"#,
        r#"
program

fn program() from the module {
  let mut total: i64 = 0;
  'loop_1: for n in evens(3) {
    'loop_2_else: {
      while total < 9 {
        if n == total {
          break 'loop_2_else;
        };
        total += n + 1;
      };
      continue 'loop_1;
    };
    total = if n != 0 { -total } else 1;
  };
  println!("{}", total);
}

pub fn evens(n: i64) -> impl Iterator<Item = i64> from 0..61 {
  (0..n).map(|i| i * 2)
}
"#,
    );
}

/// A program of one function `f(a: i64)`, with a struct `S { x: i64 }`.
fn program(body: Vec<Stmt>) -> Crate {
    let func = |name: &str, params: Vec<Param>, body: Block| Fn {
        name: name.to_owned(),
        doc: None,
        is_pub: false,
        receiver: Receiver::None,
        params,
        ret: None,
        body,
        expects: Vec::new(),
    };
    let a = Param { name: "a".to_owned(), is_mut: true, ty: Ty::local("i64") };
    let items = vec![
        Item::Struct(Struct {
            name: "S".to_owned(),
            doc: None,
            derives: Vec::new(),
            fields: vec![("x".to_owned(), Ty::local("i64"))],
        }),
        Item::Fn(func("f", vec![a], Block { stmts: body, tail: None })),
        Item::Fn(func("main", Vec::new(), Block::default())),
    ];
    Crate { doc: None, items, is_program: true, origins: Vec::new() }
}

/// The fault of `f` with this body.
#[track_caller]
fn check_fault(body: Expr, fault: &str) {
    let krate = program(vec![Stmt::Expr(body)]);
    let found = krate.validate();
    let expected = if fault.is_empty() { Ok(()) } else { Err(format!("fn f: {fault}")) };
    assert_eq!(found, expected, "\n{}", krate.pretty());
}

fn b(expr: Expr) -> Box<Expr> {
    Box::new(expr)
}

fn x(name: &str) -> Expr {
    Expr::local(name)
}

fn does(expr: Expr) -> Block {
    Block { stmts: vec![Stmt::Expr(expr)], tail: None }
}

fn bind(name: &str) -> Pat {
    Pat::Bind(name.to_owned(), false)
}

#[test]
fn variables_are_in_scope() {
    check_fault(x("a"), "");
    check_fault(x("f"), "");
    check_fault(x("y"), "y is not in scope");
    let closure = |name: &str| {
        Expr::Closure(Closure {
            params: vec![(bind("y"), None)],
            ret: None,
            body: b(x(name)),
            is_move: false,
        })
    };
    check_fault(closure("y"), "");
    check_fault(Expr::Tuple(vec![closure("y"), x("y")]), "y is not in scope");
    check_fault(Expr::If(b(x("a")), does(x("y")), None), "y is not in scope");
    let arm = |pat: Pat, name: &str| Arm { pat, guard: None, body: x(name) };
    check_fault(Expr::Match(b(x("a")), vec![arm(bind("y"), "y")]), "");
    check_fault(Expr::Match(b(x("a")), vec![arm(bind("y"), "y"), arm(Pat::Wild, "y")]), "y is not in scope");
    check_fault(Expr::Match(b(x("a")), Vec::new()), "a `match` without arms");
}

#[test]
fn patterns_bind_alike() {
    let matches = |pat: Pat| Expr::Matches(b(x("a")), pat);
    check_fault(matches(Pat::Tuple(vec![bind("y"), bind("y")])), "two bindings of one pattern of y");
    check_fault(matches(Pat::Or(vec![bind("y"), bind("z")])), "the sides of a pattern bind other names");
    check_fault(matches(Pat::Lit(b(Expr::Unary(UnOp::Neg, b(Expr::Int(1, None)))))), "");
    check_fault(matches(Pat::Lit(b(x("a")))), "a pattern compares with what is no literal");
    let int = |n: i64| b(Expr::Int(n, None));
    check_fault(matches(Pat::Range(int(1), int(3))), "");
    check_fault(matches(Pat::Range(int(1), b(x("a")))), "a pattern compares with what is no literal");
    check_fault(matches(bind("y@1")), "`y@1` is no identifier");
}

#[test]
fn jumps_lead_somewhere() {
    let label = || Some("out".to_owned());
    let leave = |value: Option<Expr>| Expr::Break(label(), value.map(b));
    let block = |inside: Expr| Expr::Labelled("out".to_owned(), does(inside));
    check_fault(block(leave(Some(x("a")))), "");
    check_fault(leave(None), "`break` leads to out, which cannot be");
    check_fault(block(Expr::Continue(label())), "`continue` leads to out, which cannot be");
    check_fault(block(Expr::Attempt("out".to_owned(), b(x("a")))), "");
    check_fault(block(Expr::AsyncMove(does(leave(None)))), "`break` leads to out, which cannot be");
    check_fault(Expr::Loop(label(), does(leave(Some(x("a"))))), "");
    check_fault(Expr::While(label(), b(x("a")), does(leave(None))), "");
    check_fault(
        Expr::While(label(), b(x("a")), does(leave(Some(x("a"))))),
        "`break` leads to out, which cannot be",
    );
    check_fault(block(Expr::Break(None, None)), "`break` without a loop that it fits");
    check_fault(Expr::AsyncMove(does(Expr::Await(b(x("a"))))), "");
    check_fault(Expr::Await(b(x("a"))), "`.await` outside of an `async` block");
}

#[test]
fn places_structs_and_formats() {
    let one = || Expr::Int(1, None);
    check_fault(Expr::Assign(b(Expr::Tuple(vec![x("a"), x("a").deref()])), b(one())), "");
    check_fault(
        Expr::AssignOp(BinOp::Add, b(x("a").method("get", Vec::new())), b(one())),
        "a.get() is assigned",
    );
    let made = |fields: &[&str]| {
        Expr::Struct(Path::local("S"), fields.iter().map(|name| ((*name).to_owned(), one())).collect())
    };
    check_fault(made(&["x"]), "");
    check_fault(made(&[]), "S is made with other fields than it has");
    check_fault(made(&["x", "x"]), "two values of field x");
    let format =
        |text: &str| Expr::Format { name: "println", first: None, text: text.to_owned(), args: vec![one()] };
    check_fault(format("{{}} {:>5}"), "");
    check_fault(format("{} {}"), "\"{} {}\" with 1 arguments");
}

#[test]
fn names_of_items() {
    let mut krate = program(Vec::new());
    krate.items.extend(krate.items.clone());
    assert_eq!(krate.validate(), Err("two items have one name: struct S".to_owned()));
    let mut krate = program(Vec::new());
    krate.is_program = false;
    assert_eq!(krate.validate(), Err("a program has a `main`, a library has none".to_owned()));
    let mut krate = program(Vec::new());
    krate.origins.push(Origin { object: None, name: "g".to_owned(), span: Default::default() });
    assert_eq!(krate.validate(), Err("an origin names g, which is not there".to_owned()));
    krate.origins[0] =
        Origin { object: Some("S".to_owned()), name: "f".to_owned(), span: Default::default() };
    assert_eq!(krate.validate(), Err("an origin names S::f, which is not there".to_owned()));
}
