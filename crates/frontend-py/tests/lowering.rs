//! What each construct becomes.

use portalis_diag::Sink;
use portalis_frontend_py::lower;
use portalis_hir::Artifact as _;

/// Lowers `source`, which has no fault, and compares the module's text without its first line.
#[track_caller]
fn check(source: &str, expected: &str) {
    let mut sink = Sink::new();
    let module = lower(source, "m", &mut sink);
    assert!(!sink.has_errors(), "{:?}", sink.diagnostics());
    if let Err(fault) = module.validate() {
        panic!("invalid: {fault}");
    }
    let text = module.pretty();
    let body = text.strip_prefix("module m\n").unwrap_or(&text);
    assert_eq!(body.trim_end(), expected.trim_matches('\n').trim_end());
}

#[test]
fn literals() {
    check(
        r##"x = None, True, 1, -1, 1_000, 1.5, 2j, 'a' "b", b'\x00' b'c', ...
"##,
        r##"
  locals: x
  x = (None, True, 1, -1, 1000, 1.5, 2.0j, "ab", b"\x00c", ...)
"##,
    );
}

#[test]
fn big_integers_become_decimal() {
    check(
        r##"x = 9223372036854775807, 9223372036854775808, -9223372036854775808, 0xffff_ffff_ffff_ffff, 0o7777777777777777777777, 0b1 , 00
"##,
        r##"
  locals: x
  x = (9223372036854775807, 9223372036854775808, -9223372036854775808, 18446744073709551615, 73786976294838206463, 1, 0)
"##,
    );
}

#[test]
fn surrogates_are_kept() {
    check(
        r##"x = "\ud800", "a" "\udfff\U0001F600", "\N{BULLET}\ufffd", r"\ud800"
"##,
        r##"
  locals: x
  x = ("\u{d800}", "a\u{dfff}😀", "•�", "\\ud800")
"##,
    );
}

#[test]
fn line_ends_are_translated_in_strings() {
    check(
        "x = '''a\r\nb\\r\\\r\nc''', b'''\r'''\r\n",
        r##"
  locals: x
  x = ("a\nb\rc", b"\n")
"##,
    );
}

#[test]
fn fstrings() {
    check(
        r##"x = f"{a!r:>{b}} {c = } {d = :x}{{}}" "e" f"{f'{g}'}" rf"\n{h!s}"
y = f"plain", f"", f"{a:{b}.{c}}"
"##,
        r##"
  locals: x, y
  x = f"{$a!r:>{$b}} c = {$c!r} d = {$d:x}{{}}e{f"{$g}"}\\n{$h!s}"
  y = ("plain", "", f"{$a:{$b}.{$c}}")
"##,
    );
}

#[test]
fn displays_and_calls() {
    check(
        r##"x = [1, *a], (1,), (), {1, *a}, {1: 2, **b}
f(1, k=2, *a, **b)
"##,
        r##"
  locals: x
  x = ([1, *$a], (1,), (), {1, *$a}, {1: 2, **$b})
  $f(1, *$a, k=2, **$b)
"##,
    );
}

#[test]
fn operators() {
    check(
        r##"x = (a + b) * c ** -d // e @ f << g
y = not a and b or c
z = a < b <= c != d is not e not in f
w = a if b else c
"##,
        r##"
  locals: x, y, z, w
  x = (((($a + $b) * ($c ** (-$d))) // $e) @ $f) << $g
  y = ((not $a) and $b) or $c
  z = $a < $b <= $c != $d is not $e not in $f
  w = $a if $b else $c
"##,
    );
}

#[test]
fn indices() {
    check(
        r##"x = a[1], a[1:2], a[::3], a[:, 1], a[b, *c], a[1:2, ::3]
a[1:2, ::3] = 1
del a[:], b.c, d
"##,
        r##"
  locals: x, d
  x = ($a[1], $a[1:2], $a[::3], $a[(:, 1)], $a[($b, *$c)], $a[(1:2, ::3)])
  $a[(1:2, ::3)] = 1
  del $a[:], $b.c, d
"##,
    );
}

#[test]
fn assignments() {
    check(
        r##"a = b, *c = [d, e] = f
(g), h.i, j[k] = l
m: int = 1
n: int
o.p: str = ''
q += 1
r.s @= t
"##,
        r##"
  locals: a, b, c, d, e, g, m, n, q
  a = (b, *c) = (d, e) = $f
  (g, $h.i, $j[$k]) = $l
  m: $int = 1
  n: $int
  $o.p: $str = ""
  q += 1
  $r.s @= $t
"##,
    );
}

#[test]
fn comprehension_targets_are_fresh() {
    check(
        r##"x = 1
y = [x for x in x if x]
z = {k: v for k, v in y for x in k}
w = {x for x in y}
"##,
        r##"
  locals: x, x#2, y, k, v, x#3, z, x#4, w
  x = 1
  y = [x#2 for x#2 in x if x#2]
  z = {k: v for (k, v) in y for x#3 in k}
  w = {x#4 for x#4 in y}
"##,
    );
}

#[test]
fn generator_expressions_are_functions() {
    check(
        r##"def f(a, b):
    return g(x * b for x in a if x if b for y in x)
"##,
        r##"
  locals: f
  def f(a, b):
    locals: a, b [captured]
    return $g(genexpr(a) { for x in .0: { if x: { if ^b: { for y in x: { yield x * ^b } } } } })
"##,
    );
}

#[test]
fn walrus_binds_outside_of_comprehensions() {
    check(
        r##"def f(a):
    return [y := x for x in a], (z := x for x in a)
"##,
        r##"
  locals: f
  def f(a):
    locals: a, x, y, z [captured, written]
    return ([y := x for x in a], genexpr(a) { for x in .0: { yield ^z := x } })
"##,
    );
}

#[test]
fn closures() {
    check(
        r##"def f():
    x = y = z = 1
    def g():
        nonlocal x
        x = y
        global w
        w = z
    return lambda: z
"##,
        r##"
  locals: f, w [captured, written]
  def f():
    locals: x [captured, written], y [captured], z [captured], g
    x = y = z = 1
    def g():
      ^x = ^y
      ^w = ^z
    return lambda : ^z
"##,
    );
}

#[test]
fn class_scopes_are_invisible_to_methods() {
    check(
        r##"x = 1
class C:
    x = x
    list = list
    def f(self):
        return x, list
    y = [x for _ in range(3)]
    z = x
"##,
        r##"
  locals: x [captured], C
  x = 1
  class C:
    locals: x, list, f, _, y, z
    x = ^x
    list = $list
    def f(self):
      locals: self
      return (^x, $list)
    y = [^x for _ in $range(3)]
    z = x
"##,
    );
}

#[test]
fn private_names() {
    check(
        r##"class _C:
    __a = 1
    def __f(self, __p):
        import __m
        return self.__a.__b__, __p, f(__k=__p)
class __:
    __a = 1
"##,
        r##"
  locals: _C, __
  class _C:
    locals: _C__a, _C__f
    _C__a = 1
    def _C__f(self, _C__p):
      locals: self, _C__p, _C__m
      import __m binds _C__m
      return (self._C__a.__b__, _C__p, $f(__k=_C__p))
  class __:
    locals: __a
    __a = 1
"##,
    );
}

#[test]
fn functions() {
    check(
        r##"@a
@b.c(1)
def f(p, q: int = 1, /, r=2, *args: str, s, t=3, **kw) -> None:
    """Doc.

        Indented.
    """
    pass
def g(*, k): return
async def h():
    async with a as b, c: await d
    async for e in f: yield e
"##,
        r##"
  locals: f [captured], g, h
  @$a
  @$b.c(1)
  def f(p, q: $int=1, /, r=2, *args: $str, s, t=3, **kw) -> None:
    doc: "Doc.\n\n        Indented.\n    "
    locals: p, q, r, args, s, t, kw
    pass
  def g(*, k):
    locals: k
    return
  async def h() [generator]:
    locals: b, e
    async with $a as b, $c:
      await $d
    async for e in ^f:
      yield e
"##,
    );
}

#[test]
fn lambdas() {
    check(
        r##"x = lambda a, b=1, *c, d, **e: a + b
y = lambda: (yield)
"##,
        r##"
  locals: x, y
  x = lambda a, b=1, *c, d, **e: a + b
  y = lambda[generator] : yield
"##,
    );
}

#[test]
fn classes() {
    check(
        r##"class C(A, B, metaclass=M, **kw):
    "Doc."
    x: int
    y: int = 1
    class D: pass
    def f(self): return self
"##,
        r##"
  locals: C
  class C($A, $B, metaclass=$M, **$kw):
    doc: "Doc."
    locals: x, y, D, f
    x: $int
    y: $int = 1
    class D:
      pass
    def f(self):
      locals: self
      return self
"##,
    );
}

#[test]
fn loops() {
    check(
        r##"for i, *j in x:
    if i: break
    elif j: continue
    else: pass
else:
    a
while b:
    c
else:
    d
"##,
        r##"
  locals: i, j
  for (i, *j) in $x:
    if i:
      break
    else:
      if j:
        continue
  else:
    $a
  while $b:
    $c
  else:
    $d
"##,
    );
}

#[test]
fn exceptions() {
    check(
        r##"try:
    a
except (B, C) as e:
    raise
except:
    raise D from e
else:
    f
finally:
    g
# A program with a name of its own for groups has a `try` of its own, too.
ExceptionGroup = h
try: pass
except* E: pass
assert a, b
"##,
        r##"
  locals: e, ExceptionGroup
  try:
    $a
  except ($B, $C) as e:
    raise
  except:
    raise $D from e
  else:
    $f
  finally:
    $g
  ExceptionGroup = $h
  try:
    pass
  except* $E:
    pass
  assert $a, $b
"##,
    );
}

#[test]
fn with_items() {
    check(
        r##"with a as b, c, d as (e, f.g):
    pass
"##,
        r##"
  locals: b, e
  with $a as b, $c, $d as (e, $f.g):
    pass
"##,
    );
}

#[test]
fn patterns() {
    check(
        r##"match x:
    case 1 | -2.5 | "a" | None: pass
    case [a, *_, b] if a > b: pass
    case {"k": v, **rest}: pass
    case C(1, k=d) as e: pass
    case m.n: pass
    case _: pass
"##,
        r##"
  locals: a, b, v, rest, d, e
  match $x:
    case (== 1 | == -2.5 | == "a" | is None):
      pass
    case [a, *_, b] if a > b:
      pass
    case {"k": v, **rest}:
      pass
    case ($C(== 1, k=d) as e):
      pass
    case == $m.n:
      pass
    case _:
      pass
"##,
    );
}

#[test]
fn imports() {
    check(
        r##"import a.b, c.d as e
from f import g, h as i
from .. import j
from .k import *
"##,
        r##"
  locals: a, e, g, i, j
  import a.b binds a, c.d as e
  from f import g as g, h as i
  from .. import j as j
  from .k import *
"##,
    );
}

#[test]
fn type_parameters() {
    check(
        r##"type X[T] = list[T]
def f[T: int, *Ts, **P](x: T) -> T: return x
class C[T](B[T]):
    def m(self) -> T: ...
"##,
        r##"
  locals: X, .T, f, .T#2, .Ts, .P, C, .T#3 [captured], .TypeVar, .TypeVar#2, .TypeVarTuple, .ParamSpec, .TypeVar#3
  from typing import TypeVar as .TypeVar
  .T = .TypeVar("T")
  type X = $list[.T]
  from typing import TypeVar as .TypeVar#2
  .T#2 = .TypeVar#2("T")
  from typing import TypeVarTuple as .TypeVarTuple
  .Ts = .TypeVarTuple("Ts")
  from typing import ParamSpec as .ParamSpec
  .P = .ParamSpec("P")
  def f(x: .T#2) -> .T#2:
    locals: x
    return x
  from typing import TypeVar as .TypeVar#3
  .T#3 = .TypeVar#3("T")
  class C($B[.T#3]):
    locals: m
    def m(self) -> ^.T#3:
      locals: self
      ...
"##,
    );
}

#[test]
fn builtins_shadowed_later() {
    check(
        r##"len = len
x = [sum(y) for y in z]
sum = 1
def f(): return max
max = 1
for _ in x:
    min = min
"##,
        r##"
  locals: len, y, x, sum, f, max [captured], _, min
  len = $len
  x = [$sum(y) for y in $z]
  sum = 1
  def f():
    return ^max
  max = 1
  for _ in x:
    min = min
"##,
    );
}

#[test]
fn globals_from_functions() {
    check(
        r##"def f():
    global a, b
    a = 1
    return b, a
print(a)
"##,
        r##"
  locals: f, a [captured, written]
  def f():
    ^a = 1
    return ($b, ^a)
  $print(a)
"##,
    );
}

#[test]
fn comments_are_kept_in_order() {
    let mut sink = Sink::new();
    let module = lower("# a\nx = 1  # b\n  #c\ny = '# d'\n", "m", &mut sink);
    let comments: Vec<_> =
        module.comments.iter().map(|comment| (comment.text.as_str(), comment.is_trailing)).collect();
    assert_eq!(comments, [(" a", false), (" b", true), ("c", false)]);
}

#[test]
fn docstrings_stay_as_written() {
    let mut sink = Sink::new();
    let module = lower("\"\"\"  First.\n\n      Indented\n    \"\"\"\n", "m", &mut sink);
    assert_eq!(module.doc.as_deref(), Some("  First.\n\n      Indented\n    "));
}

#[test]
fn template_strings_are_refused() {
    let mut sink = Sink::new();
    let module = lower("x = t'{a}'\n", "m", &mut sink);
    assert!(module.validate().is_ok());
    let codes: Vec<_> = sink.diagnostics().iter().map(|diagnostic| diagnostic.code.name()).collect();
    assert_eq!(codes, ["PT0202"]);
}

#[test]
fn comments_say_how_wide_integers_are() {
    check(
        r##"x = 1  # portalis: int=big
y = (  # said of all of it
    x +
    1)  # a note  # portalis: int=i64
x += 1; y += 1  # portalis: int=auto
z = "# portalis: int=big"  # as in `# portalis: int=big`
"##,
        r##"
  locals: x, y, z
  x = 1  [int=big]
  y = x + 1  [int=i64]
  x += 1  [int=auto]
  y += 1  [int=auto]
  z = "# portalis: int=big"
"##,
    );
}
