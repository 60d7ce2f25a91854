//! Faults of scoping carry CPython's words, and the module stays valid.

use portalis_diag::{Code, Sink};
use portalis_frontend_py::lower;
use portalis_hir::Artifact as _;

/// Lowers `source`; the messages must be those expected, all of them PT0105.
#[track_caller]
fn check(source: &str, expected: &[&str]) {
    let mut sink = Sink::new();
    let module = lower(source, "m", &mut sink);
    if let Err(fault) = module.validate() {
        panic!("invalid: {fault}\n{}", module.pretty());
    }
    let report = sink.into_report();
    let messages: Vec<&str> = report.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(messages, expected);
    assert!(report.iter().all(|diagnostic| diagnostic.code == Code::PT0105));
}

#[test]
fn statements_in_the_wrong_place() {
    check("return 1\n", &["'return' outside function"]);
    check("class C:\n    return (lambda: 1)\n", &["'return' outside function"]);
    check("break\n", &["'break' outside loop"]);
    check("continue\n", &["'continue' not properly in loop"]);
    check("while x:\n    def f():\n        break\n", &["'break' outside loop"]);
    check("while x:\n    class C:\n        continue\n", &["'continue' not properly in loop"]);
    check("while x: pass\nelse: break\n", &["'break' outside loop"]);
    check("def f():\n    from m import *\n", &["import * only allowed at module level"]);
    check("try: pass\nexcept: pass\nexcept A: pass\n", &["default 'except:' must be last"]);
    check(
        "x = 1\nfrom __future__ import annotations\n",
        &["from __future__ imports must occur at the beginning of the file"],
    );
    check("from __future__ import braces\n", &["not a chance"]);
    check("from __future__ import nothing\n", &["future feature nothing is not defined"]);
}

#[test]
fn expressions_in_the_wrong_place() {
    check("yield (lambda: 1)\n", &["'yield' outside function"]);
    check("class C:\n    x = yield\n", &["'yield' outside function"]);
    check("def f(): [(yield x) for x in y]\n", &["'yield' inside list comprehension"]);
    check("def f(): ((yield x) for x in y)\n", &["'yield' inside generator expression"]);
    check("await x\n", &["'await' outside function"]);
    check("def f(): await x\n", &["'await' outside async function"]);
    check("def f():\n    async with x: pass\n", &["'async with' outside async function"]);
    check("def f():\n    async for y in x: pass\n", &["'async for' outside async function"]);
    check(
        "def f(): [y async for y in x]\n",
        &["asynchronous comprehension outside of an asynchronous function"],
    );
    check("async def f(): yield from x\n", &["'yield from' inside async function"]);
    check("async def f():\n    yield 1\n    return 2\n", &["'return' with value in async generator"]);
    check("x = *a\n", &["can't use starred expression here"]);
    check("f(a=1, a=2)\n", &["keyword argument repeated: a"]);
    check("__debug__ = 1\n", &["cannot assign to __debug__"]);
    check(
        "[(i := 0) for i in x]\n",
        &["assignment expression cannot rebind comprehension iteration variable 'i'"],
    );
    check(
        "[x for i in (j := y)]\n",
        &["assignment expression cannot be used in a comprehension iterable expression"],
    );
    check(
        "class C:\n    [(j := i) for i in x]\n",
        &["assignment expression within a comprehension cannot be used in a class body"],
    );
}

#[test]
fn declarations() {
    check("nonlocal x\n", &["nonlocal declaration not allowed at module level"]);
    check("def f():\n    nonlocal x\n    x = 1\n", &["no binding for nonlocal 'x' found"]);
    check("x = 1\ndef f():\n    nonlocal x\n", &["no binding for nonlocal 'x' found"]);
    check("def f(x):\n    global x\n", &["name 'x' is parameter and global"]);
    check("def f(x):\n    nonlocal x\n", &["name 'x' is parameter and nonlocal"]);
    check("def f():\n    x = 1\n    global x\n", &["name 'x' is assigned to before global declaration"]);
    check("def f():\n    print(x)\n    global x\n", &["name 'x' is used prior to global declaration"]);
    check("def f():\n    x: int = 1\n    global x\n", &["annotated name 'x' can't be global"]);
    check("def f():\n    global x\n    x: int = 1\n", &["annotated name 'x' can't be global"]);
    check("def f():\n    global x\n    nonlocal x\n", &["name 'x' is nonlocal and global"]);
    check("def f(a, a): pass\n", &["duplicate argument 'a' in function definition"]);
    check("lambda a, *a: 1\n", &["duplicate argument 'a' in function definition"]);
}

#[test]
fn patterns() {
    check(
        "match x:\n    case y: pass\n    case 1: pass\n",
        &["name capture 'y' makes remaining patterns unreachable"],
    );
    check(
        "match x:\n    case _: pass\n    case 1: pass\n",
        &["wildcard makes remaining patterns unreachable"],
    );
    check("match x:\n    case [a, a]: pass\n", &["multiple assignments to name 'a' in pattern"]);
    check("match x:\n    case [a] | b: pass\n", &["alternative patterns bind different names"]);
    check("match x:\n    case [*a, *b]: pass\n", &["multiple starred expressions in sequence pattern"]);
    check("match x:\n    case {1: a, 1: b}: pass\n", &["mapping pattern checks duplicate key (1)"]);
    check("match x:\n    case C(a=1, a=2): pass\n", &["attribute name repeated in class pattern: a"]);
}
