# and/or give one of their operands, and evaluate the second only if needed.
print(1 and 2, 0 and 2, 1 or 2, 0 or 2)
print("" or "default", "given" or "default")
print([] or [1], [] and 5, None or 0 or "" or "last")
print(1 and 2 and 3, 1 and 0 and 3)


def say(name, value):
    print("eval", name)
    return value


print(say("a", True) and say("b", False) and say("c", True))
print(say("d", 0) or say("e", 7) or say("f", 9))
name = ""
print("hello " + (name or "nobody"))
print(not 0, not "x", not [], not None, not not 5)
x = 5
print(x > 3 and x < 10 or x == 100)
