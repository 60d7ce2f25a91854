# A table for translate maps code points to code points, texts or None; maketrans makes one.
print(str.maketrans("ab", "xy"), str.maketrans("ab", "xy", "c"), str.maketrans({"a": "1", "b": "22"}))
print("abcab".translate(str.maketrans("ab", "xy", "c")), "aé".translate(str.maketrans("é", "e")))
print("tic tac".translate({116: "T", 97: "_"}), "tic".translate({105: None}), "abc".translate({97: 122}))
swapped = str.maketrans({"0": "zero ", "1": "one "})
for bits in ("01", "2", ""):
    print(repr(bits.translate(swapped)))
# Keys that are texts are never found.
print("abc".translate({"a": "b"}))


def letters(old, new):
    try:
        return "banana".translate(str.maketrans(old, new))
    except ValueError as error:
        return f"ValueError: {error}"


print(letters("an", "om"), letters("an", "o"))
try:
    str.maketrans({"ab": "c"})
except ValueError as error:
    print(error)
