# Text that is no JSON raises JSONDecodeError, a ValueError that says where.
import json

TEXTS = ["", "{", "[1,", "[1,]", "[1 2]", '{"a"', '{"a":', '{"a":1,}', '{"a":1 "b":2}', "{bad", '"abc', '"a\\x"', '"a\\u12"']
TEXTS += ["01", "1.", "-", "1e", "nul", "1 2", '"tab\there"', "\n\n  x", "[NaN, -Infinity, -0.0, 1E+2]", " { } "]
for text in TEXTS:
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error.msg, error.pos, error.lineno, error.colno)
try:
    json.loads('{"a": tru}')
except ValueError as error:
    print(type(error).__name__, error)
json.loads("[1, 2")
