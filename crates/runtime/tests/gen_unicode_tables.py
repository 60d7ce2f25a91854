"""Writes src/str/tables.rs: what CPython 3.11's str knows about characters and Rust's char does not say the same way."""

import pathlib
import sys

SKIP = range(0xD800, 0xE000)


def ranges(test):
    out, start = [], None
    for code in range(0x110000):
        hit = test(chr(code)) if code not in SKIP else None
        if code in SKIP:
            hit = start is not None  # surrogates never occur: let ranges run over them
        if hit and start is None:
            start = code
        if not hit and start is not None:
            out.append((start, code - 1))
            start = None
    if start is not None:
        out.append((start, 0x10FFFF))
    return out


def table(name, doc, rows):
    body = ", ".join(f"({a:#x}, {b:#x})" for a, b in rows)
    return f"/// {doc}\npub static {name}: &[(u32, u32)] = &[{body}];\n"


def mapping(name, doc, fold, plain):
    rows = []
    for code in range(0x110000):
        if code in SKIP:
            continue
        c = chr(code)
        if fold(c) != plain(c):
            text = "".join(f"\\u{{{ord(x):x}}}" for x in fold(c))
            rows.append(f"('\\u{{{code:x}}}', \"{text}\")")
    return f"/// {doc}\npub static {name}: &[(char, &str)] = &[{', '.join(rows)}];\n"


def zeros():
    out = []
    for code in range(0x110000):
        if code not in SKIP and chr(code).isdecimal() and int(chr(code)) == 0:
            out.append(code)
    return out


parts = [
    "//! Tables of CPython 3.11's `str` (Unicode 14), written by `tests/gen_unicode_tables.py`.\n",
    table("NOT_PRINTABLE", "`not c.isprintable()`.", ranges(lambda c: not c.isprintable())),
    table("ALPHA", "`c.isalpha()`.", ranges(str.isalpha)),
    table("DIGIT_ONLY", "`c.isdigit() and not c.isdecimal()`.", ranges(lambda c: c.isdigit() and not c.isdecimal())),
    table("NUMERIC_ONLY", "`c.isnumeric() and not c.isdigit()`.", ranges(lambda c: c.isnumeric() and not c.isdigit())),
    table("LOWER", "`c.islower()`.", ranges(str.islower)),
    table("UPPER", "`c.isupper()`.", ranges(str.isupper)),
    table("TITLE", "Title case letters, neither upper nor lower.",
          ranges(lambda c: c.istitle() and not c.isupper())),
    table("CASE_IGNORABLE_OR_CASED", "Cased characters, for `title`.",
          ranges(lambda c: c.islower() or c.isupper() or c.istitle())),
    table("IDENTIFIER_START", "`c.isidentifier()`.", ranges(str.isidentifier)),
    table("IDENTIFIER", "`('a' + c).isidentifier()`.", ranges(lambda c: ("a" + c).isidentifier())),
    mapping("FOLDED", "`c.casefold()` where it is not `c.lower()`.", str.casefold, str.lower),
    mapping("TITLED", "`c.title()` where it is not `c.upper()`.", str.title, str.upper),
    "/// The zeros of all scripts' decimal digits; nine more follow each.\npub static ZEROS: &[u32] = &["
    + ", ".join(f"{z:#x}" for z in zeros()) + "];\n",
]
path = pathlib.Path(__file__).parent.parent / "src" / "str" / "tables.rs"
path.write_text("\n".join(parts))
print(sys.version, path.stat().st_size)
