# urllib.parse quotes text for addresses and takes queries apart.
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlencode

print(quote("/a b+ü~é&"), quote("a/b", safe=""), quote_plus("a b&c=/"))
print(unquote("%C3%BC%zz%4"), unquote("é%20%41"), unquote_plus("a+b%26"))
print(urlencode({"name": "x y", "n": 3}), urlencode([("a", 1), ("b", "é &")]))
print(urlencode({"a": [1, 2], "b": ["z"]}, doseq=True))
print(parse_qsl("a=1&b=&c&a=x+y%21"), parse_qsl("a=1&b=", keep_blank_values=True))
print(parse_qs("a=1&a=2&b=3"))
try:
    parse_qsl("a&b", strict_parsing=True)
except ValueError as error:
    print(error)
