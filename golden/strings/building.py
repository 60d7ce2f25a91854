# Strings do not change; += makes a new one and leaves the old alone.
s = "start"
t = s
s += "!"
print(s, t)
out = ""
for i in range(5):
    out += str(i) + ","
print(out.rstrip(","))
parts = []
for w in ("a", "b"):
    parts.append(w * 2)
print("".join(parts))
try:
    "abc"[0] = "x"
except TypeError as e:
    print("TypeError:", e)


def caesar(text, shift):
    result = ""
    for ch in text:
        if ch.isalpha():
            base = ord("A") if ch.isupper() else ord("a")
            result += chr((ord(ch) - base + shift) % 26 + base)
        else:
            result += ch
    return result


print(caesar("Hello, World!", 3), caesar(caesar("abc xyz", 5), -5))
