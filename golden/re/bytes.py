# A pattern of bytes looks into bytes: what matched, the groups and what takes their place are bytes, letters those of ASCII.
import re

DATA = b"GET /index.html HTTP/1.1\r\nHost: example.com\r\nX-Count: 42\r\n\r\n"
LINE = re.compile(rb"(?P<method>[A-Z]+) (?P<path>\S+) HTTP/(\d)\.(\d)")
HEADER = re.compile(rb"^([\w-]+): *(.*?)\r$", re.M)

m = LINE.match(DATA)
print(m, m.group(), m.group("method"), m.groups(), m.span(2), m["path"])
print(m.groupdict(), m.start(), m.end(3), m.lastindex)
print(HEADER.findall(DATA))
for h in HEADER.finditer(DATA):
    name, value = h.groups()
    print(name.decode(), value)
print(re.sub(rb"\d", b"#", DATA), re.subn(b"e", b"E", b"here"))
print(re.split(rb"[,;]\s*", b"a, b;c"), re.findall(b"a(b)?", b"ab a"))
print(re.search(b"\xff+", b"ab\xff\xff\x00"), re.search(b"x", b"y"))
print(re.sub(b"(a)(b)", rb"\2\1\\", b"abab"), re.sub(b"[aeiou]", lambda m: m.group().upper(), b"education"))
print(re.escape(b"a.b*c\xff"), LINE, re.compile(b"x", re.I | re.S), re.compile(b"q").flags, re.compile(b"q", re.A).flags)
print(re.search(b"\xe9", b"\xc9", re.I), re.search("é", "É", re.I), re.search("é", "É", re.I | re.A), re.search(b"k", b"K", re.I))
print(re.fullmatch(rb"\w+", b"caf\xe9"), re.fullmatch(rb"\w+", b"cafe"))
print(re.search(LINE, DATA).group(2), len(re.findall(LINE, DATA)))
try:
    re.compile(b"(")
except re.error as e:
    print(e)
print(LINE == re.compile(rb"(?P<method>[A-Z]+) (?P<path>\S+) HTTP/(\d)\.(\d)"), LINE.groups, LINE.pattern)
