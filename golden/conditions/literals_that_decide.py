# A literal before `or` and `and` decides which value comes out.
print(0 or '', 0 or 'x', '' or 0, 1 or 'x', 0 and 'x', None or 0, [] or 'x', 1 and 'y')
x = 0 or ''
print(repr(x))
def f(n): return n or 'none'
print(f(0), f(3), f(''))
