# The else of a loop runs when no break ended it.
def first_divisor(n):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        return None
    return d


print([first_divisor(n) for n in (2, 7, 9, 15)])
for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
for x in []:
    print("never")
else:
    print("else after nothing")
for x in [1, 2]:
    continue
else:
    print("continue does not skip it")
