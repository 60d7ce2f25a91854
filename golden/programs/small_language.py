# A comparison of values of which some kinds have no comparison here goes on for the others: a small language and its interpreter.
import re
from collections import namedtuple

Token = namedtuple("Token", ["kind", "value", "pos"])
SPEC = [("NUM", r"\d+(\.\d+)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"==|!=|<=|>=|[-+*/%<>=(){},;]"), ("STR", r'"[^"]*"'), ("SKIP", r"\s+")]
REGEX = re.compile("|".join("(?P<%s>%s)" % p for p in SPEC))

class LangError(Exception): pass
class Return(Exception):
    def __init__(self, value): self.value = value

def lex(src):
    pos = 0
    while pos < len(src):
        m = REGEX.match(src, pos)
        if not m: raise LangError("bad char %r at %d" % (src[pos], pos))
        pos = m.end()
        if m.lastgroup != "SKIP":
            yield Token(m.lastgroup, m.group(), m.start())
    yield Token("EOF", "", pos)

class Parser:
    PREC = [("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%")]
    def __init__(self, src):
        self.toks = list(lex(src)); self.i = 0
    @property
    def cur(self): return self.toks[self.i]
    def eat(self, value=None, kind=None):
        t = self.cur
        if (value and t.value != value) or (kind and t.kind != kind):
            raise LangError(f"expected {value or kind}, got {t.value!r} at {t.pos}")
        self.i += 1
        return t
    def accept(self, value):
        if self.cur.value == value:
            self.i += 1
            return True
        return False
    def program(self):
        out = []
        while self.cur.kind != "EOF": out.append(self.stmt())
        return ("block", out)
    def block(self):
        self.eat("{")
        out = []
        while not self.accept("}"): out.append(self.stmt())
        return ("block", out)
    def stmt(self):
        v = self.cur.value
        if v == "let":
            self.eat(); name = self.eat(kind="ID").value; self.eat("="); e = self.expr(); self.eat(";")
            return ("let", name, e)
        if v == "while":
            self.eat(); c = self.expr(); return ("while", c, self.block())
        if v == "if":
            self.eat(); c = self.expr(); a = self.block()
            b = self.block() if self.accept("else") else None
            return ("if", c, a, b)
        if v == "fn":
            self.eat(); name = self.eat(kind="ID").value; self.eat("(")
            params = []
            while not self.accept(")"):
                params.append(self.eat(kind="ID").value); self.accept(",")
            return ("fn", name, params, self.block())
        if v == "return":
            self.eat(); e = self.expr(); self.eat(";"); return ("return", e)
        e = self.expr()
        if self.accept("="):
            if e[0] != "var": raise LangError("bad target")
            r = self.expr(); self.eat(";")
            return ("set", e[1], r)
        self.eat(";")
        return ("expr", e)
    def expr(self, level=0):
        if level == len(self.PREC): return self.unary()
        left = self.expr(level + 1)
        while self.cur.value in self.PREC[level]:
            op = self.eat().value
            left = ("bin", op, left, self.expr(level + 1))
        return left
    def unary(self):
        if self.accept("-"): return ("neg", self.unary())
        return self.call()
    def call(self):
        e = self.atom()
        while self.accept("("):
            args = []
            while not self.accept(")"):
                args.append(self.expr()); self.accept(",")
            e = ("call", e, args)
        return e
    def atom(self):
        t = self.eat()
        if t.kind == "NUM": return ("num", float(t.value) if "." in t.value else int(t.value))
        if t.kind == "STR": return ("str", t.value[1:-1])
        if t.kind == "ID": return ("var", t.value)
        if t.value == "(":
            e = self.expr(); self.eat(")"); return e
        raise LangError("unexpected %r" % (t.value,))

class Env:
    def __init__(self, parent=None): self.vars, self.parent = {}, parent
    def find(self, name):
        env = self
        while env is not None:
            if name in env.vars: return env
            env = env.parent
        raise LangError("undefined " + name)

class Function:
    def __init__(self, name, params, body, env):
        self.name, self.params, self.body, self.env = name, params, body, env
    def __call__(self, interp, args):
        if len(args) != len(self.params): raise LangError(f"{self.name} takes {len(self.params)}")
        env = Env(self.env)
        env.vars.update(zip(self.params, args))
        try: interp.exec(self.body, env)
        except Return as r: return r.value
        return 0

class Interp:
    def __init__(self): self.out = []; self.globals = Env(); self.steps = 0
    def run(self, src):
        self.exec(Parser(src).program(), self.globals)
        return self.out
    def exec(self, node, env):
        self.steps += 1
        getattr(self, "x_" + node[0])(node, env)
    def x_block(self, node, env):
        for s in node[1]: self.exec(s, env)
    def x_let(self, node, env): env.vars[node[1]] = self.eval(node[2], env)
    def x_set(self, node, env): env.find(node[1]).vars[node[1]] = self.eval(node[2], env)
    def x_while(self, node, env):
        while self.eval(node[1], env): self.exec(node[2], env)
    def x_if(self, node, env):
        if self.eval(node[1], env): self.exec(node[2], env)
        elif node[3]: self.exec(node[3], env)
    def x_fn(self, node, env): env.vars[node[1]] = Function(node[1], node[2], node[3], env)
    def x_return(self, node, env): raise Return(self.eval(node[1], env))
    def x_expr(self, node, env): self.eval(node[1], env)
    def eval(self, node, env):
        kind = node[0]
        if kind in ("num", "str"): return node[1]
        if kind == "var": return env.find(node[1]).vars[node[1]]
        if kind == "neg": return -self.eval(node[1], env)
        if kind == "bin":
            a, b = self.eval(node[2], env), self.eval(node[3], env)
            op = node[1]
            if op == "+": return a + b
            if op == "-": return a - b
            if op == "*": return a * b
            if op == "/": return a / b
            if op == "%": return a % b
            return {"==": a == b, "!=": a != b, "<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b}[op]
        if kind == "call":
            if node[1] == ("var", "print"):
                self.out.append(" ".join(str(self.eval(a, env)) for a in node[2]))
                return 0
            f = self.eval(node[1], env)
            return f(self, [self.eval(a, env) for a in node[2]])
        raise LangError(kind)

src = '''
fn fact(n) { if n < 2 { return 1; } return n * fact(n - 1); }
fn adder(k) { fn add(x) { return x + k; } return add; }
let i = 0; let total = 0;
while i < 5 { total = total + fact(i); i = i + 1; }
print(total, fact(10), adder(3)(4), 7 / 2, -3 % 5, "a" + "b");
if total == 34 { print("ok"); } else { print("no"); }
'''
it = Interp()
for line in it.run(src): print(line)
print(it.steps)
for bad in ["let x = ;", "y = 3;", "print(1", "fact(1, 2", "@"]:
    try: Interp().run(bad)
    except LangError as e: print("error:", e)
