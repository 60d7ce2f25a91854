"""Writes `re_table.txt`: what CPython's `re` answers, a line per pattern and text, fields divided by tabs.

Run with CPython 3.11: `python3.11 gen_re_table.py > re_table.txt`. The patterns are every combination of some parts, drawn by a
seed, and a list of corners.
"""
import random
import re

CORNERS = [
    r"", r"a|ab", r"(a|ab)(c|bcd)(d*)", r"(a+|b+)*c", r"(?:a*)*b", r"(a*)+", r"(a*)*", r"(a?)*?b", r"(?:a|b)*?b$",
    r"^(\w+)\s(\1)$", r"(?P<x>a)(?P=x)", r"(?<=a)b", r"(?<!a)b", r"a(?=b)", r"a(?!b)", r"(a)?(?(1)b|c)", r"(?i:A)b",
    r"(?s:.)", r".", r"\d{2,3}?", r"a{2}", r"a{,2}", r"a{1,}", r"a{x}", r"[^\W\d]+", r"[]a]+", r"[a\-b]+", r"[\d-]+",
    r"\bfoo\b", r"\Bo", r"\Aa", r"b\Z", r"$", r"^", r"(?m)^.", r"(?m).$", r"(?x) a  b # c", r"(?>a+)b", r"a++b", r"(?:ab)++a",
    r"\x61\u0062", r"(|a)+", r"(a|b|)*c", r"((a)|b)*", r"(?:(a)|b)*", r"(a)|b", r"[A-C]", r"(?i)[A-C]", r"(?i)straße",
    r"(", r")", r"[", r"*", r"a**", r"(?P<1>a)", r"\2", r"(?P<n>a)(?P<n>b)", r"(?z)", r"[b-a]", r"\q", r"(?<=a+)b", r"a{3,1}",
    r"(?P=x)", r"(?", r"(?#x", "\\", r"(a)(?(2)b)", r"x(?i)",
]
TEXTS = ["", "a", "ab", "aab abb", "abcd", "aaab", "foo bar foo", "a\nb\n", "12 345", "ABC abc", "b-a]", "aa bb", "Straße STRASSE", "ac bc c"]
PARTS = ["a", "b", ".", "\\w", "\\d", "[ab]", "[^a]", "(a)", "(b|a)", "(?:ab)", "\\b", "^", "$", "(a*)", "(?=b)", "\\s", "\\1"]
REPEATS = ["", "", "", "*", "+", "?", "*?", "+?", "{2}", "{1,2}", "{0,1}?"]


def field(value: object) -> str:
    return repr(value).replace("\t", "\\t")


def row(pattern: str, text: str) -> str:
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError) as error:
        return f"{field(pattern)}\t{field(text)}\terror: {error}"
    found = compiled.search(text)
    full = compiled.fullmatch(text)
    answers = [
        found and (found.span(), found.groups("-"), found.lastindex),
        full and full.groups("-"),
        [m.span() for m in compiled.finditer(text)],
        compiled.sub("<\\g<0>>", text),
    ]
    return "\t".join([field(pattern), field(text), *map(field, answers)])


def main() -> None:
    rng = random.Random(2)
    patterns = list(CORNERS)
    for _ in range(700):
        count = rng.randint(1, 5)
        patterns.append("".join(rng.choice(PARTS) + rng.choice(REPEATS) for _ in range(count)))
    for pattern in dict.fromkeys(patterns):
        for text in TEXTS if pattern in CORNERS else rng.sample(TEXTS, 3):
            print(row(pattern, text))


main()
