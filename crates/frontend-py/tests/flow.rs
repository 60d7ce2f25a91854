//! Flow graphs and webs of each statement.

use portalis_diag::Sink;
use portalis_frontend_py::lower;
use portalis_hir::dataflow::{Dominators, Liveness};
use portalis_hir::webs::Webs;
use portalis_hir::{Artifact as _, cfg};

/// The flow graph of the last body of `source` (the only function, or the only class, or the module), and its webs.
#[track_caller]
fn check(source: &str, expected: &str) {
    let mut sink = Sink::new();
    let module = lower(source, "m", &mut sink);
    assert!(!sink.has_errors(), "{:?}", sink.diagnostics());
    let graphs = cfg::build(&module);
    if let Err(fault) = graphs.validate() {
        panic!("invalid: {fault}");
    }
    let is_inner = |graph: &&cfg::FlowGraph| graph.scope != portalis_hir::Scope::Func(module.body);
    let inner = graphs.iter().find(is_inner);
    let graph = inner.unwrap_or_else(|| graphs.func(module.body));
    let text = graph.pretty_in(&module) + &Webs::new(&module, graph).pretty(&module);
    assert_eq!(text, expected.trim_start_matches('\n'));
}

#[test]
fn dominators_and_liveness() {
    let source = "def f(a):\n    x = 1\n    if a:\n        y = x\n    else:\n        y = 2\n    return y\n";
    let module = lower(source, "m", &mut Sink::new());
    let graphs = cfg::build(&module);
    let Some(graph) = graphs.iter().nth(1) else { panic!("no function") };
    let dominators = Dominators::new(graph);
    let liveness = Liveness::new(&module, graph);
    let portalis_hir::Scope::Func(func) = graph.scope else { panic!("no function") };
    let named = |name: &str| module[func].locals.iter().copied().find(|local| &*module[*local].name == name);
    let (Some(x), Some(y)) = (named("x"), named("y")) else { panic!("no locals") };
    let successors = graph.successors(graph.entry);
    let [then, otherwise] = successors[..] else { panic!("no branch") };
    let join = graph.successors(then)[0];
    assert_eq!(dominators.immediate(join), Some(graph.entry));
    assert!(dominators.dominates(graph.entry, graph.exit) && !dominators.dominates(then, join));
    assert!(liveness.is_live_out(graph.entry, x) && !liveness.is_live_in(otherwise, x));
    assert!(liveness.is_live_in(join, y) && !liveness.is_live_in(then, y));
}

#[test]
fn loops_with_break_and_else() {
    check(
        r#"while a:
    if b: break
    c
else:
    d
for x in y:
    if x: continue
    x
"#,
        r#"
def <module>: block0 to block1
  block0:
    goto block2
  block1:
    end
  block2 (loop):
    branch $a ? block3 : block4
  block3:
    branch $b ? block6 : block7
  block4:
    $d
    goto block5
  block5:
    eval $y
    goto block10
  block6:
    goto block5
  block7:
    goto block8
  block8:
    $c
    goto block2
  block10 (loop):
    next ? block11 : block12
  block11:
    item of `for x in $y:`
    branch x ? block14 : block15
  block12:
    goto block13
  block13:
    goto block1
  block14:
    goto block10
  block15:
    goto block16
  block16:
    x
    goto block10
web0 x: 1 bindings, 2 reads
"#,
    );
}

#[test]
fn endless_loops_leave_by_break_only() {
    check(
        r#"while True:
    if a: break
b
"#,
        r#"
def <module>: block0 to block1
  block0:
    goto block2
  block1:
    end
  block2 (loop):
    goto block3
  block3:
    branch $a ? block6 : block7
  block5:
    $b
    goto block1
  block6:
    goto block5
  block7:
    goto block8
  block8:
    goto block2
"#,
    );
}

#[test]
fn conditions_and_walrus() {
    check(
        r#"if a and (x := b):
    x
elif c:
    x
"#,
        r#"
def <module>: block0 to block1
  block0:
    branch $a and (x := $b) ? block2 : block3
  block1:
    end
  block2:
    x
    goto block4
  block3:
    branch $c ? block5 : block6
  block4:
    goto block1
  block5:
    x
    goto block7
  block6:
    goto block7
  block7:
    goto block4
web0 x: 1 bindings, 2 reads, may be unbound
"#,
    );
}

#[test]
fn try_has_exception_edges() {
    check(
        r#"x = 1
try:
    x = 2
    f()
except A as e:
    x
except B:
    raise
else:
    g()
h(x)
"#,
        r#"
def <module>: block0 to block1
  block0:
    x = 1
    goto block4
  block1:
    end
  block2:
    $h(x)
    goto block1
  block3:
    eval $A
    eval $B
    dispatch block6, block7 else block8
  block4 !block3:
    x = 2
    $f()
    goto block5
  block5:
    $g()
    goto block2
  block6:
    catch 0
    x
    unbind e
    goto block2
  block7:
    catch 1
    raise
  block8:
    uncaught
web0 x: 2 bindings, 2 reads
web1 e: 1 bindings, 0 reads
"#,
    );
}

#[test]
fn finally_leads_to_every_way_out() {
    check(
        r#"def f(a):
    for x in a:
        try:
            if x: return x
            if a: break
        finally:
            g()
    h()
"#,
        r#"
def f: block0 to block1
  block0:
    eval a
    goto block2
  block1:
    end
  block2 (loop):
    next ? block3 : block4
  block3:
    item of `for x in a:`
    goto block9
  block4:
    goto block5
  block5:
    $h()
    goto block1
  block6:
    goto block2
  block7:
    $g()
    resume block6, block8, block1, block5
  block8:
    uncaught
  block9 !block7:
    branch x ? block10 : block11
  block10 !block7:
    return x -> block7
  block11 !block7:
    goto block12
  block12 !block7:
    branch a ? block14 : block15
  block14 !block7:
    goto block7
  block15 !block7:
    goto block16
  block16 !block7:
    goto block18
  block18 !block7:
    goto block7
web0 a: 1 bindings, 2 reads
web1 x: 1 bindings, 2 reads
"#,
    );
}

#[test]
fn with_may_swallow_exceptions() {
    check(
        r#"with a as b, c:
    d
e(b)
"#,
        r#"
def <module>: block0 to block1
  block0:
    enter 0 of `with $a as b, $c:`
    goto block5
  block1:
    end
  block2:
    $e(b)
    goto block1
  block3:
    uncaught
  block4:
    resume block2, block3
  block5 !block4:
    enter 1 of `with $a as b, $c:`
    goto block7
  block6 !block4:
    resume block2, block4
  block7 !block6:
    $d
    goto block2
web0 b: 1 bindings, 1 reads
"#,
    );
}

#[test]
fn match_tests_cases_in_order() {
    check(
        r#"match a:
    case [x, 1] if x: f(x)
    case {"k": v}: f(v)
    case y: f(y)
g()
"#,
        r#"
def <module>: block0 to block1
  block0:
    eval $a
    case 0 ? block3 : block4
  block1:
    end
  block2:
    $g()
    goto block1
  block3:
    capture 0 of `match $a:`
    branch x ? block5 : block4
  block4:
    case 1 ? block6 : block7
  block5:
    $f(x)
    goto block2
  block6:
    capture 1 of `match $a:`
    $f(v)
    goto block2
  block7:
    goto block8
  block8:
    capture 2 of `match $a:`
    $f(y)
    goto block2
web0 x: 1 bindings, 2 reads
web1 y: 1 bindings, 1 reads
web2 v: 1 bindings, 1 reads
"#,
    );
}

#[test]
fn webs_split_a_variable_by_use() {
    check(
        r#"def f(a):
    x = 1
    print(x)
    x = "a"
    print(x)
    if a:
        y = 1
    else:
        y = 2
    print(y)
    for i in a:
        x += 1
    del y
    y
    return [z for z in a if z]
"#,
        r#"
def f: block0 to block1
  block0:
    x = 1
    $print(x)
    x = "a"
    $print(x)
    branch a ? block2 : block3
  block1:
    end
  block2:
    y = 1
    goto block4
  block3:
    y = 2
    goto block4
  block4:
    $print(y)
    eval a
    goto block5
  block5 (loop):
    next ? block6 : block7
  block6:
    item of `for i in a:`
    x += 1
    goto block5
  block7:
    goto block8
  block8:
    del y
    y
    return [z for z in a if z] -> block1
web0 a: 1 bindings, 3 reads
web1 x: 1 bindings, 1 reads
web2 x: 2 bindings, 2 reads
web3 y: 2 bindings, 2 reads
web4 z: 1 bindings, 2 reads
web5 i: 1 bindings, 0 reads
web6 y: 0 bindings, 1 reads, may be unbound
"#,
    );
}

#[test]
fn captured_locals_are_one_web() {
    check(
        r#"def f():
    x = 1
    g = lambda: x
    x = 2
    return g, x
"#,
        r#"
def f: block0 to block1
  block0:
    x = 1
    g = lambda : ^x
    x = 2
    return (g, x) -> block1
  block1:
    end
web0 x: 2 bindings, 1 reads
web1 g: 1 bindings, 1 reads
"#,
    );
}

#[test]
fn class_bodies_have_their_own_flow() {
    check(
        r#"class C:
    if a:
        x = 1
    y = x
"#,
        r#"
class C: block0 to block1
  block0:
    branch $a ? block2 : block3
  block1:
    end
  block2:
    x = 1
    goto block4
  block3:
    goto block4
  block4:
    y = x
    goto block1
web0 x: 1 bindings, 1 reads, may be unbound
web1 y: 1 bindings, 0 reads
"#,
    );
}
