# := assigns inside an expression.
data = [1, 5, 12, 3, 20]
if (n := len(data)) > 3:
    print("long:", n)
it = iter(data)
while (x := next(it, None)) is not None:
    if x > 10:
        break
print(x)
print([y for d in data if (y := d * 2) > 8], y)
total = 0
print([total := total + d for d in data], total)
print(any((bad := d) > 10 for d in data), bad)
