# A small Lisp: numbers, symbols and lists in one variable, functions of `operator` and closures in one environment.
import math
import operator


def parse(text):
    return read(text.replace("(", " ( ").replace(")", " ) ").split())


def read(tokens):
    if not tokens:
        raise SyntaxError("unexpected EOF while reading")
    token = tokens.pop(0)
    if token == "(":
        items = []
        while tokens[0] != ")":
            items.append(read(tokens))
        tokens.pop(0)
        return items
    if token == ")":
        raise SyntaxError("unexpected )")
    return atom(token)


def atom(token):
    try:
        return int(token)
    except ValueError:
        try:
            return float(token)
        except ValueError:
            return str(token)


class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        self.update(zip(params, args))
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise LookupError("undefined: " + name)
        return self.outer.find(name)


class Procedure(object):
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        return evaluate(self.body, Env(self.params, args, self.env))


def standard_env():
    env = Env()
    env.update({
        "+": operator.add,
        "-": operator.sub,
        "*": operator.mul,
        "/": operator.truediv,
        "<": operator.lt,
        "<=": operator.le,
        "=": operator.eq,
        "abs": abs,
        "car": lambda x: x[0],
        "cdr": lambda x: x[1:],
        "cons": lambda x, y: [x] + y,
        "length": len,
        "list": lambda *x: list(x),
        "null?": lambda x: x == [],
        "pi": math.pi,
    })
    return env


GLOBAL = standard_env()


def evaluate(x, env=GLOBAL):
    if isinstance(x, str):
        return env.find(x)[x]
    elif not isinstance(x, list):
        return x
    elif x[0] == "quote":
        return x[1]
    elif x[0] == "if":
        (_, test, then, otherwise) = x
        return evaluate(then if evaluate(test, env) else otherwise, env)
    elif x[0] == "define":
        (_, name, value) = x
        env[name] = evaluate(value, env)
    elif x[0] == "lambda":
        (_, params, body) = x
        return Procedure(params, body, env)
    else:
        function = evaluate(x[0], env)
        return function(*[evaluate(arg, env) for arg in x[1:]])


def shown(value):
    if isinstance(value, list):
        return "(" + " ".join(map(shown, value)) + ")"
    return str(value)


PROGRAM = [
    "(define r 10)",
    "(* pi (* r r))",
    "(define fact (lambda (n) (if (<= n 1) 1 (* n (fact (- n 1))))))",
    "(fact 10)",
    "(quote (1 2 three 4.0))",
    "(cons 0 (cdr (list 1 2 3)))",
    "(< (list 1 2) (list 1 3))",
    "(length (quote (a b c)))",
    "(missing 1)",
]

for line in PROGRAM:
    try:
        result = evaluate(parse(line))
        if result is not None:
            print(shown(result))
    except LookupError as error:
        print("error:", error)
