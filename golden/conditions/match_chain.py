# A chain of tests on one variable dispatches like a table.
def calculate(op, a, b):
    if op == "+":
        return a + b
    elif op == "-":
        return a - b
    elif op == "*":
        return a * b
    elif op == "/":
        if b == 0:
            return None
        return a / b
    elif op in ("//", "%"):
        return a // b if op == "//" else a % b
    raise ValueError("unknown operator: " + op)


for op in ["+", "-", "*", "/", "//", "%"]:
    print(op, calculate(op, 7, 2), calculate(op, -7, 2), calculate(op, 7.5, 2))
print(calculate("/", 1, 0))
try:
    calculate("^", 1, 2)
except ValueError as e:
    print(e)
