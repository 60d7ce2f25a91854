//! Hostile inputs: no panic, no stack overflow, always a valid module.

use portalis_diag::{Code, Sink};
use portalis_frontend_py::lower;
use portalis_hir::Artifact as _;

/// Lowers `source`; the module must be valid and printable, and the codes those expected.
#[track_caller]
fn check(source: &str, expected: &[Code]) {
    let mut sink = Sink::new();
    let module = lower(source, "m", &mut sink);
    if let Err(fault) = module.validate() {
        panic!("invalid: {fault}");
    }
    assert!(!module.pretty().is_empty());
    let mut codes: Vec<Code> = sink.into_report().into_iter().map(|diagnostic| diagnostic.code).collect();
    codes.dedup();
    assert_eq!(codes, expected);
}

/// Lowers `source`, whatever comes of it.
#[track_caller]
fn check_survives(source: &str) {
    let mut sink = Sink::new();
    let module = lower(source, "m", &mut sink);
    if let Err(fault) = module.validate() {
        panic!("invalid: {fault}");
    }
}

#[test]
fn brackets_beyond_two_hundred_are_refused() {
    check(&format!("x = {}1{}\n", "(".repeat(199), ")".repeat(199)), &[]);
    check(&format!("x = {}1{}\n", "(".repeat(200), ")".repeat(200)), &[Code::PT0103]);
    check(&format!("x = {}1{}\n", "[".repeat(100_000), "]".repeat(100_000)), &[Code::PT0103]);
    check_survives(&"(".repeat(100_000));
    check_survives(&"f(".repeat(100_000));
    check_survives(&"{".repeat(300_000));
    check_survives(&"a[".repeat(300_000));
    check_survives(&"lambda: (".repeat(20_000));
    check_survives(&format!("x = {}1{}", "f'{".repeat(10_000), "}'".repeat(10_000)));
}

#[test]
fn operators_nest_to_a_thousand() {
    check(&format!("x = {}1\n", "-".repeat(900)), &[]);
    check(&format!("x = {}1\n", "-".repeat(5_000)), &[Code::PT0103]);
    check(&format!("x = {}1\n", "not ".repeat(5_000)), &[Code::PT0103]);
    check(&format!("x = {}1\n", "-".repeat(150_000)), &[Code::PT0103]);
    check(&format!("x = {}1\n", "-".repeat(1_000_000)), &[Code::PT0103]);
    check(&format!("x = 1{}\n", " + 1".repeat(50_000)), &[Code::PT0103]);
    check(&format!("x = 1{}\n", " ** 1".repeat(50_000)), &[Code::PT0103]);
    check(&format!("x = a{}\n", ".b".repeat(50_000)), &[Code::PT0103]);
    check(&format!("x = a{}\n", "()".repeat(50_000)), &[Code::PT0103]);
    check(&format!("x = {}1\n", "lambda: ".repeat(50_000)), &[Code::PT0103]);
    check(&format!("x = {}1\n", "lambda a, b: ".repeat(50_000)), &[Code::PT0103]);
    check(&format!("x = {}1\n", "1 if 1 else ".repeat(50_000)), &[Code::PT0103]);
}

#[test]
fn flat_things_may_be_long() {
    check(&format!("x = 1{}\n", " and 1".repeat(50_000)), &[]);
    check(&format!("x = 1{}\n", " < 1".repeat(50_000)), &[]);
    check(&format!("x = [{}]\n", "1, ".repeat(200_000)), &[]);
    check(&format!("x = {{{}}}\n", "'a': -1, ".repeat(100_000)), &[]);
    check(&format!("x = {}\n", "'a' ".repeat(50_000)), &[]);
    check(&"x = 1\n".repeat(100_000), &[]);
    check(&format!("x = f'{}'\n", "{a}".repeat(50_000)), &[]);
    check(&format!("{}1\n", "x = ".repeat(50_000)), &[]);
}

#[test]
fn statements_nest_as_far_as_indentation_goes() {
    let nested = |levels: usize, head: &str| {
        let mut source = String::new();
        for level in 0..levels {
            source += &format!("{}{head}\n", " ".repeat(level));
        }
        source + &format!("{}pass\n", " ".repeat(levels))
    };
    check(&nested(99, "if x:"), &[]);
    check(&nested(99, "def f():"), &[]);
    check(&nested(99, "class f:"), &[]);
    check(&nested(100, "if x:"), &[Code::PT0103]);
    check(&nested(2_000, "while x:"), &[Code::PT0103]);
    check(&format!("if x: pass\n{}", "elif x: pass\n".repeat(900)), &[]);
    check(&format!("if x: pass\n{}", "elif x: pass\n".repeat(10_000)), &[Code::PT0103]);
    check(&format!("match x:\n case {}x: pass\n", "a | ".repeat(300)), &[Code::PT0105]);
    check_survives(&format!("match x:\n case {}x{}: pass\n", "[".repeat(5_000), "]".repeat(5_000)));
}

#[test]
fn bytes_that_are_no_python() {
    check("x = 1\0\n", &[Code::PT0101]);
    check("", &[]);
    check("\u{feff}x = 1\n", &[]);
    check("x = $\n", &[Code::PT0101]);
    check("print 'a'\n", &[Code::PT0101]);
    check("x = '", &[Code::PT0101]);
    check("def f(:\n", &[Code::PT0101]);
    check("x = '\\N{no such thing}'\n", &[Code::PT0101]);
    check_survives("f'{");
    check_survives("f'{x!'");
    check_survives("\\");
    check_survives("\u{0}\u{feff}\r\r\n\x0c");
    for end in 0..SAMPLE.len() {
        if SAMPLE.is_char_boundary(end) {
            check_survives(&SAMPLE[..end]);
            check_survives(&SAMPLE[end..]);
            check_survives(&format!("{}({}", &SAMPLE[..end], &SAMPLE[end..]));
        }
    }
}

#[test]
fn integers_of_absurd_length() {
    check(&format!("x = {}\n", "9".repeat(4_300)), &[]);
    check(&format!("x = {}\n", "9".repeat(4_301)), &[Code::PT0101]);
    check(&format!("x = 0x{}\n", "f".repeat(20_000)), &[]);
    check(&format!("x = 0x{}\n", "f".repeat(1_000_000)), &[Code::PT0104]);
}

#[test]
fn quadratic_traps() {
    check(&"def f(): global x; x = 1\n".repeat(20_000), &[]);
    check(&"f'{a}b' ".repeat(30_000), &[]);
    check(&"x = 1  # c\n".repeat(50_000), &[]);
    check_survives(&format!("def f({}): pass\n", (0..20_000).map(|n| format!("a{n}, ")).collect::<String>()));
    check_survives(&"return\n".repeat(200_000));
}

const SAMPLE: &str = r#"
@d(1, *a, k=2, **kw)
async def f[T: int, *Ts, **P](a, /, b: "é" = 1, *args: *Ts, c, **kw) -> int:
    """Doc."""
    global g; nonlocal n
    async with a as (b, *c), d as e.f: await x
    async for i in y: break
    else: continue
    try: return [*a, *b], {**a, 1: 2}, {1, *a}
    except* (A, B) as e: raise e from None
    finally: del a, b[1:2, ::3], c.d
    match x:
        case [1, -2.5 + 3j, *rest, C(a, b=c)] | {"a": None, **kw} as q if (z := 1) > 2: pass
        case _: pass
    return f"{a!r:>{b}}{a = }{{}}" rb"\xff" if not a < b <= c else lambda x, *y: (yield x)
class C(B, metaclass=M):
    __x: int = 1
    y = [i for i in (j for j in z if j async for k in l)]
type X[T] = list[T]
from .. import *
import a.b.c as d
x += 1_000; x: int; assert x, "m"; x @= ~y ** -z // 0x_ff
"#;
