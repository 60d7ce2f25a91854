# Trees of tuples whose first item says what they are: built and evaluated by functions that call themselves.
class P:
    def __init__(self, s): self.t = s.split(); self.i = 0
    def next(self):
        self.i += 1
        return self.t[self.i - 1]
    def expr(self, level=0):
        if level == 2: return self.atom()
        left = self.expr(level + 1)
        while self.i < len(self.t) and self.t[self.i] in ('+-', '*/')[level]:
            op = self.next()
            left = ('bin', op, left, self.expr(level + 1))
        return left
    def atom(self):
        t = self.next()
        if t == '(':
            e = self.expr(); self.next(); return e
        if t == '-': return ('neg', self.atom())
        if t.isdigit(): return ('num', int(t))
        return ('var', t)
def ev(e, env):
    if e[0] == 'num': return e[1]
    if e[0] == 'var': return env[e[1]]
    if e[0] == 'neg': return -ev(e[1], env)
    _, op, l, r = e
    a, b = ev(l, env), ev(r, env)
    if op == '+': return a + b
    if op == '-': return a - b
    return a * b
print(ev(P('1 + x * ( 3 - - 4 )').expr(), {'x': 5}), P('a + 1').expr())
