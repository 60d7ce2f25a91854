# Strings index by character, also past ASCII; negative indices count from the end.
s = "héllo wörld"
print(s[0], s[1], s[-1], s[-10], len(s))
print(s[1:4], s[:5], s[6:], s[-5:], s[::2], s[::-1])
print(s[100:], s[2:2] == "", s[-100:3])
for i in range(3):
    print(i, s[i])
try:
    print(s[11])
except IndexError as e:
    print("IndexError:", e)
print("😀a"[1], len("😀"), "日本語"[-1])
