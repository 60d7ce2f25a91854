# __import__ of a literal name is an import in an expression.
print(__import__("math").sqrt(16))


def digits():
    return __import__("string").digits


print(digits())
