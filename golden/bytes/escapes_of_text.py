# What a user wrote as `\n` is read as a literal of Python would be.
for written in [r"a\tb\n", r"\x41\u00e9\U0001f600", r"\101\0\377", "caf\u00e9", r"quote: \"it\'s\" \\"]:
    print(repr(written.encode("latin-1").decode("unicode_escape")))

for broken in [rb"\xzz", b"end\\", rb"\u12", rb"\U00110000"]:
    try:
        broken.decode("unicode_escape")
    except UnicodeDecodeError as error:
        print(error)

print("tab\t, line\n, \x00\x7f\x80\u00e9\u1234\U0001f600 and \\'\"".encode("unicode-escape"))
