"""Writes cpython_table.txt: operation, arguments and CPython 3.11's answer, one case a line, tab-separated.

Arguments: `i123` an int, `f3ff0000000000000` the bits of a float, `stext` a str, `n` None, `I1,2` ints, `F…,…` floats.
The answer is repr(result), or `!Class: message`; text is escaped to ASCII.
"""

import math
import pathlib
import random
import struct
import sys

random.seed(20240611)
rows = []


def esc(text):
    return text.encode("unicode_escape").decode("ascii")


def bits(x):
    return struct.pack(">d", x).hex()


def enc(a):
    if a is None:
        return "n"
    if isinstance(a, bool):
        return f"i{int(a)}"
    if isinstance(a, int):
        return f"i{a}"
    if isinstance(a, float):
        return "f" + bits(a)
    if isinstance(a, str):
        return "s" + esc(a)
    if isinstance(a, (list, tuple)):
        if a and all(isinstance(x, float) for x in a):
            return "F" + ",".join(bits(x) for x in a)
        return "I" + ",".join(map(str, a))
    raise TypeError(a)


def case(op, f, *args):
    try:
        answer = repr(f(*args))
    except RecursionError:
        raise
    except Exception as e:  # noqa: BLE001
        answer = f"!{type(e).__name__}: {e}"
    if "j)" in answer or "\\ud" in esc(answer):
        return
    rows.append("\t".join([op, *map(enc, args), esc(answer)]))


INTS = [0, 1, -1, 2, -2, 3, -3, 5, 7, -7, 10, 63, 64, 255, 256, -256, 1000, 2**31, -2**31, 2**32 - 1, 2**53, 2**53 + 1,
        -2**53 - 1, 2**61 - 1, 2**61, 2**62 - 1, 2**62, -2**62, -2**62 - 1, 2**63 - 1, -2**63, 2**63, 2**64, 10**20, -10**20,
        3**100, -3**100, 10**30 + 7, 2**200, -2**200 + 1]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.5, 0.1, 0.2, 0.3, 1 / 3, 2.675, 1.005, 1e16, 1e15, 123456789012345680.0,
          9999999999999998.0, 1e-4, 1e-5, 0.00012345, 1e22, 1e23, 1e100, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308,
          math.inf, -math.inf, math.nan, math.pi, math.e, 2**53 + 2.0, 4503599627370497.5, 1e300, -1e300, 7.0, -7.0, 3.0, 100.0,
          12345.6789, 0.045, 1234567.891, 2**63 * 1.0, -2**63 * 1.0, 2**64 * 1.0, 99.995, 0.5000000000000001, 1e21, 6.02e23]
FLOATS += [random.uniform(-1000, 1000) for _ in range(20)]
FLOATS += [struct.unpack(">d", random.randbytes(8))[0] for _ in range(40)]

BIN = {"floordiv": lambda a, b: a // b, "mod": lambda a, b: a % b, "truediv": lambda a, b: a / b, "divmod": divmod,
       "and": lambda a, b: a & b, "or": lambda a, b: a | b, "xor": lambda a, b: a ^ b, "add": lambda a, b: a + b,
       "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "gcd": math.gcd, "lt": lambda a, b: a < b, "lcm": math.lcm}
for name, f in BIN.items():
    for a in INTS:
        for b in INTS:
            case("int." + name, f, a, b)
    for _ in range(60):
        case("int." + name, f, random.randint(-2**random.randint(1, 140), 2**random.randint(1, 140)),
             random.randint(-2**random.randint(1, 140), 2**random.randint(1, 140)))
for a in INTS:
    for b in [0, 1, 2, 3, 5, 17, 64]:
        case("int.pow", pow, a, b)
        case("int.shl", lambda a, b: a << b, a, b)
        case("int.shr", lambda a, b: a >> b, a, b)
    for b in [-1, -2]:
        case("int.powf", pow, a, b)
        case("int.shl", lambda a, b: a << b, a, b)
        case("int.shr", lambda a, b: a >> b, a, b)
    for name, f in {"bin": bin, "oct": oct, "hex": hex, "hash": hash, "float": float, "isqrt": math.isqrt, "log": math.log,
                    "log2": math.log2, "log10": math.log10, "bit_length": int.bit_length, "bit_count": int.bit_count,
                    "neg": lambda a: -a, "inv": lambda a: ~a, "abs": abs, "str": str}.items():
        case("int." + name, f, a)
    for n in [0, 1, -1, -2, -5, -19, -40]:
        case("int.round", round, a, n)
    for b in FLOATS:
        case("cmp", lambda a, b: (a == b, a < b, a > b, a <= b, a >= b), a, b)
        case("cmp", lambda a, b: (a == b, a < b, a > b, a <= b, a >= b), b, a)
    for e, m in [(5, 7), (3, -7), (0, 1), (-1, 7), (-3, 10), (10, 0), (65537, 10**18 + 9), (2, 2**70)]:
        case("int.pow3", pow, a, e, m)
for n in range(0, 40):
    case("math.factorial", math.factorial, n)
    for k in range(0, n + 3, 3):
        case("math.comb", math.comb, n, k)
        case("math.perm", math.perm, n, k)
for n, k in [(-1, 2), (2, -1), (100, 50), (-1, -1)]:
    case("math.comb", math.comb, n, k)
    case("math.perm", math.perm, n, k)
case("math.factorial", math.factorial, -1)
TEXTS = ["", "0", "1", "-1", "+1", " 12 ", "1_000", "1__0", "_1", "1_", "0x1f", "0X1F", "0b101", "0o17", "ff", "z", "12a", "１２", "٣",
         "\u3000 7\n", "1 2", "- 1", "--1", "010", "0_0", "0x", "0x_f", "99999999999999999999", "-9223372036854775808", "1e5", "1.0",
         "00", "0b", "'", 'a"b', "1\x00", "\x1c5\x1f", "1,000", "−1", "0x-1"]
for t in TEXTS:
    for base in [10, 0, 2, 8, 16, 36]:
        case("int.parse", lambda t, b: int(t, b), t, base)
for t in TEXTS + ["nan", "NaN", "-nan", "inf", "-Infinity", "+inf", "infinit", "1e400", "1e-400", ".5", "5.", ".", "e5", "1e", "1e+5",
                  "1_0.0_1", "1_.0", "1._0", "1e1_0", "  3.5  ", "0x1p3", "1d5", "1.5f", "4.9e-324", "2.4703282292062328e-324",
                  "1.7976931348623159e308", "179769313486231580793728971405301e276", "0.1e1", "-0", "-0.0", "1e0005"]:
    case("float.parse", float, t)
for a in FLOATS:
    for name, f in {"repr": lambda a: a, "hash": hash, "int": int, "round0": round, "ratio": float.as_integer_ratio, "hex": float.hex,
                    "is_integer": float.is_integer, "floor": math.floor, "ceil": math.ceil, "trunc": math.trunc}.items():
        if name == "hash" and a != a:
            continue
        case("float." + name, f, a)
    for n in [0, 1, 2, 3, 5, 10, 15, 17, 20, 300, 323, 324, -1, -2, -5, -15, -16, -300, -308, -309]:
        case("float.round", round, a, n)
    for name in ["sqrt", "exp", "log", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh",
                 "acosh", "atanh", "expm1", "log1p", "erf", "erfc", "gamma", "lgamma", "exp2", "degrees", "radians", "frexp",
                 "modf", "ulp", "fabs"]:
        case("math." + name, getattr(math, name), a)
    for b in random.sample(FLOATS, 14) + [0.0, 2.0, -0.5, 3.0]:
        for name, f in {"floordiv": lambda a, b: a // b, "mod": lambda a, b: a % b, "divmod": divmod, "truediv": lambda a, b: a / b}.items():
            case("float." + name, f, a, b)
        if not (a < 0 and b != math.floor(b) if math.isfinite(b) else False):
            case("float.pow", pow, a, b)
        for name in ["pow", "fmod", "remainder", "atan2", "copysign", "nextafter", "hypot"]:
            case("math." + name, getattr(math, name), a, b)
for _ in range(60):
    xs = [random.uniform(-1, 1) * 10 ** random.randint(-20, 20) for _ in range(random.randint(1, 9))]
    case("math.fsum", math.fsum, xs)
    case("math.hypotn", lambda xs: math.hypot(*xs), xs)
    case("sum", sum, xs)

ISPECS = ["", "d", "5", "<5", ">5", "^5", "=5", "05", "+", " ", "+5d", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010x", ",", "_", "_x",
          "_b", "#_b", "015,", "010_x", "*^9", "é>6", "c", "5c", "n", "e", ".2f", "10.3e", "g", "%", ".1%", "s", ".2d", "+c", "#c", "z", ",x",
          ",_", "_,", "q", "5,d", "20,", "+,", "<+10", "0<5", "0=8", "08,.2f", "-5", "  5", "{", "5.f", ",n", "_n", "é", "dd", "00000", "0>+7"]
for spec in ISPECS:
    for a in [0, 1, -1, 7, 42, -42, 65, 255, 1234567, -1234567, 2**70, -2**70, 8364, 10**6]:
        case("format.int", lambda a, s: format(a, s), a, spec)
    case("format.bool", lambda a, s: format(bool(a), s), 1, spec)
FSPECS = ["", "f", ".0f", ".1f", ".2f", ".3f", ".10f", "e", ".0e", ".3e", "E", "g", ".0g", ".1g", ".3g", ".17g", "G", "n", "%", ".0%", ".1%", "F",
          "10", "<10", "^12.2f", "=+12.2f", "010.2f", "+", " .3f", ",", ",.2f", "_.2f", "015,.2f", "#.0f", "#.0e", "#g", "#", ".3", ".5", ".17", ".1",
          ".0", "#.3", "z.1f", "z", "-", "+.1e", "*>15.4f", "d", "x", "s", "ff", "10.", "020,", "020,.1f", "012", "z.0f", ",e", "_g", ",%", "é^11", "0=10.1f"]
for spec in FSPECS:
    for a in FLOATS[:62]:
        case("format.float", lambda a, s: format(a, s), a, spec)
for spec in ["", "s", "5", "<5", ">5", "^6", ".2", "5.1", "*^7", "=5", "+5", " 5", "#5", "z5", "d", ",5", ",", "_", "0", "05", "<05", "é^9", ".0", "5s", "x>5s", "ss", ".", "5.s"]:
    for a in ["", "a", "abc", "héé", "日本語"]:
        case("format.str", lambda a, s: format(a, s), a, spec)
for t in ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%#o", "%i", "%u", "%.3d", "%s", "%r", "%a", "%10s", "%-10s|", "%.1s", "%c",
          "%f", "%.2f", "%e", "%g", "%G", "%010.3f", "%+.1f", "%%", "%d%%", "%y", "%", "%5", "%d %d", "a", "%ld", "%#.3g", "% 5d", "%+5.2e", "%(a)d", "%-05d|"]:
    for a in [0, 5, -5, 255, 2**70, 1.5, -2.75, 1e20, "abc", "é", ""]:
        case("percent", lambda t, a: t % (a,), t, a)
for t in ["{}", "{0}", "{!r}", "{!s:>5}", "{:5}", "{:>{}}", "{} {}", "{0} {0}", "{{}}", "{{{}}}", "{", "}", "{0} {}", "{} {0}", "{1}", "{a}", "{!x}", "{!", "{:",
          "x{}y{}z", "{!a}", "{0:{1}}", "{:.{}f}"]:
    for a, b in [(1.5, 3), ("é", 7), (12, 4)]:
        case("braces", lambda t, a, b: t.format(a, b), t, a, b)

STRS = ["", "a", "abc", "Hello World", "  padded  ", "a,b,,c", "one two  three\tfour\n", "ABC", "hello world", "ÄÖÜ straße", "ǆ ǅ Ǆ", "ﬁne", "İstanbul",
        "ΑΣ ΟΔΥΣΣΕΥΣ", "123", "١٢٣", "½", "²", "x\ny\r\nz\x0bw\x1cv\u2028u", "tab\tx\ty", "日本語テキスト", "a\u0301", "😀 smile", "'", '"', "'\"", "\x00\x7f\xa0\xad", "\u200b\ue000",
        "don't stop", "they're BILL's", "-42", "+7", "aXbXc", "mississippi", "_id1", "1id", "été", "ß", "ŉ", "\\n", "\u1e9e", "ⅷ", "ʰ", "ª", "𝒜", "\U000e0001"]
for s in STRS:
    for name in ["lower", "upper", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "isalpha", "isdigit",
                 "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isprintable", "isidentifier", "isascii", "expandtabs"]:
        case("str." + name, getattr(str, name), s)
    case("str.repr", lambda s: s, s)
    case("str.ascii", ascii, s)
    case("str.len", len, s)
    case("str.splitlines_keep", lambda s: s.splitlines(True), s)
    for t in ["", "a", "b", "s", "ss", ",", " ", "lo", "X", "é", "Σ", "\n", "abc", "issi"]:
        for name in ["find", "rfind", "index", "rindex", "count", "startswith", "endswith", "split", "rsplit", "partition", "rpartition", "strip", "lstrip", "rstrip",
                     "removeprefix", "removesuffix", "join"]:
            op = "str." + name + ("_chars" if name.endswith("strip") else "_sep" if name in ("split", "rsplit") else "")
            case(op, getattr(str, name), s, t)
        case("str.contains", lambda s, t: t in s, s, t)
        case("str.lt", lambda s, t: s < t, s, t)
        case("str.replace", lambda s, t: s.replace(t, "<>"), s, t)
        for n in [0, 1, 2]:
            case("str.replace_n", lambda s, t, n: s.replace(t, "<>", n), s, t, n)
            case("str.split_n", lambda s, t, n: s.split(t, n), s, t, n)
            case("str.rsplit_n", lambda s, t, n: s.rsplit(t, n), s, t, n)
        for i, j in [(0, 2), (1, None), (-3, -1), (2, 100), (5, 2), (100, None), (None, 3), (-100, 1)]:
            for name in ["find", "rfind", "count", "startswith", "endswith"]:
                case(f"str.{name}_in", getattr(str, name), s, t, i, j)
    for n in [0, 1, 2]:
        case("str.split_ws_n", lambda s, n: s.split(None, n), s, n)
        case("str.rsplit_ws_n", lambda s, n: s.rsplit(None, n), s, n)
    for n in [0, 1, 4, 5, 12, 13]:
        for name in ["zfill", "ljust", "rjust", "center"]:
            case("str." + name, getattr(str, name), s, n)
        case("str.center_with", lambda s, n: s.center(n, "*"), s, n)
        case("str.expandtabs_n", str.expandtabs, s, n)
    for i in [0, 1, -1, 2, -2, 5, -5, 50, -50]:
        case("str.at", lambda s, i: s[i], s, i)
        case("str.repeat", lambda s, i: s * min(i, 3), s, i)
BOUNDS = [None, 0, 1, 2, 3, 5, 7, 100, -1, -2, -4, -7, -100]
for i in BOUNDS:
    for j in BOUNDS:
        for k in [None, 1, 2, 3, -1, -2, -5, 0]:
            case("list.slice", lambda n, i, j, k: list(range(n))[i:j:k], 7, i, j, k)
            case("str.slice", lambda s, i, j, k: s[i:j:k], random.choice(["abcdefg", "aécdéfg"]), i, j, k)
            case("range.slice", lambda n, i, j, k: range(3, n, 4)[i:j:k], 30, i, j, k)

            def del_slice(n, i, j, k):
                xs = list(range(n))
                del xs[i:j:k]
                return xs

            def set_slice(n, i, j, k):
                xs = list(range(n))
                xs[i:j:k] = [-1, -2, -3]
                return xs

            case("list.del_slice", del_slice, 7, i, j, k)
            case("list.set_slice", set_slice, 7, i, j, k)
for _ in range(200):
    big = random.choice([10, 50, 1000, 2**40, 2**70])
    xs = [random.randint(-big, big) for _ in range(random.randint(0, 60))]
    ys = [random.choice(xs + [random.randint(-big, big)]) for _ in range(random.randint(0, 40))]
    case("set.order", lambda xs: list(set(xs)), xs)
    for name in ["union", "intersection", "difference", "symmetric_difference"]:
        case("set." + name, lambda xs, ys: list(getattr(set(xs), name)(set(ys))), xs, ys)

    def churn(xs, ys):
        s = set(xs)
        for y in ys:
            s.discard(y)
        s |= set(ys[::2])
        out = [s.pop() for _ in range(len(s) // 3)]
        s -= set(out[1::2])
        s ^= set(xs[:5])
        return (out, list(s), list(s.copy()), hash(frozenset(s)))

    case("set.churn", churn, xs, ys)
    case("tuple.hash", lambda xs: hash(tuple(xs)), xs)
    fs = [random.choice([random.uniform(-9, 9), float(random.randint(-9, 9)), math.nan, math.inf]) for _ in range(random.randint(2, 150))]
    case("sorted.floats", sorted, fs)
    case("sorted.reverse", lambda fs: sorted(fs, reverse=True), fs)
    case("set.floats", lambda fs: list(set(f for f in fs if f == f)), fs)
for n in [300, 1000, 3000]:
    for shape in range(4):
        xs = [random.randint(0, n // 3) for _ in range(n)]
        if shape == 1:
            xs = sorted(xs[: n // 2]) + sorted(xs[n // 2:], reverse=True)
        if shape == 2:
            xs = [x * 1000 + i % 7 for i, x in enumerate(sorted(xs))][::3] + xs
        if shape == 3:
            xs = sum((sorted(xs[i:i + 97]) for i in range(0, n, 97)), [])
        calls = 0

        class K:
            def __init__(self, v):
                self.v = v

            def __lt__(self, other):
                global calls
                calls += 1
                return self.v % 100 < other.v % 100 if calls % 11 else self.v < other.v

        def inconsistent(xs):
            global calls
            calls = 0
            out = [k.v for k in sorted(map(K, xs))]
            return (calls, hash(tuple(out)))

        case("sorted.inconsistent", inconsistent, xs)


def sampled(limit):
    """At most `limit` lines of each operation, evenly spread; long ones count for more."""
    by_op = {}
    for row in rows:
        by_op.setdefault(row.split("\t", 1)[0], []).append(row)
    for op, own in by_op.items():
        most = min(limit, 40_000 // (sum(map(len, own)) // len(own)))
        yield from own if len(own) <= most else random.sample(own, most)


# `gen_cpython_table.py all PATH` writes every case, to be replayed with CPYTHON_TABLE=PATH.
if sys.argv[1:2] == ["all"]:
    path = pathlib.Path(sys.argv[2])
else:
    path = pathlib.Path(__file__).with_name("cpython_table.txt")
    rows = list(sampled(200))
path.write_text("\n".join(rows) + "\n")
print(len(rows), path.stat().st_size)
