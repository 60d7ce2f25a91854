# strip removes whitespace, or any of the given characters, from both ends.
s = "  \t padded \n"
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
print("xxhixx".strip("x"), "xyhiyx".strip("xy"), "abc".strip("z"), repr("aaa".strip("a")))
print("www.example.com".lstrip("w."), "file.txt".rstrip("txt."))
print("prefix_name".removeprefix("prefix_"), "name.py".removesuffix(".py"), "x".removeprefix("y"))
line = "key = value  # comment"
key, _, rest = line.partition("=")
print(key.strip(), "/", rest.split("#")[0].strip())
