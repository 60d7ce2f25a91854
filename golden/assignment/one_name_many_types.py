# A name may hold values of one type after another; bindings that no read sees together are variables of their own.
def total(text):
    text = text.strip()
    text = text.split(",")
    text = [int(part) for part in text]  # revealed: list[int]
    text = sum(text)  # revealed: int
    return text


print(total(" 1,2,3 "))

# A loop brings bindings together again: this one is an int or a float throughout.
x = 7
for _ in range(2):
    x = x / 2 if x % 2 else x // 2
    print(x)

# A branch that leaves its own binding behind keeps its own type.
def describe(value):
    if value:
        result = 1
        print(result + 1)
    else:
        result = "none"
        print(result.upper())
    result = [value]
    return result


print(describe(0), describe(2))


# The same for what a pattern binds.
def rest_of(value):
    match value:
        case [_, *rest]:
            print(rest)
        case {"kind": _, **rest}:
            print(rest)
        case _:
            rest = value
            print(rest)


rest_of([1, 2])
rest_of({"kind": 1, "size": 2})
rest_of(3)

# The name of an `except` is unbound at its end, also for a read that another binding reaches.
error = 5
try:
    [][0]
except IndexError as error:
    print(error)
try:
    print(error)
except NameError as unbound:
    print(unbound)

# An augmented assignment reads and binds one variable.
y = [1]
alias = y
y += ["two"]
print(y, alias is y)
y = 1
y += 0.5
print(y)

# What is unbound cannot be deleted.
z = 1
del z
try:
    del z
except NameError as unbound:
    print(unbound)
