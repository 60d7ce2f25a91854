# A lambda that calls itself by the variable that holds it multiplies its own results, as a function does.
fact = lambda n: n and n * fact(n - 1) or 1
print(fact(30))

power = lambda base, n: 1 if n == 0 else base * power(base, n - 1)
print(power(10, 25))

total = lambda n: 0 if n == 0 else n + total(n - 1)
print(total(100))
