# int and float read numbers from text, with spaces, signs and underscores.
print(int("42"), int("-7"), int("  12\n"), int("+3"), int("1_000"))
print(int("ff", 16), int("0x1F", 16), int("101", 2), int("0b11", 0), int("zz", 36))
print(float("3.14"), float("1e3"), float(" -2 "), float("inf"), float("nan"), float(".5"))
print(str(12) + str(1.0) + str(True) + str(None))
for text in ["abc", "", "1.5", "1 2", "0x1"]:
    try:
        print(int(text))
    except ValueError as e:
        print("ValueError:", e)
try:
    float("one")
except ValueError as e:
    print(e)
