# Dividing by zero raises ZeroDivisionError, each operator with its own text.
def attempt(label, f):
    try:
        print(label, f())
    except ZeroDivisionError as e:
        print(label, "->", e)


zero = 0
fzero = 0.0
attempt("1/0", lambda: 1 / zero)
attempt("1//0", lambda: 1 // zero)
attempt("1%0", lambda: 1 % zero)
attempt("1.0/0", lambda: 1.0 / zero)
attempt("1.0//0", lambda: 1.0 // fzero)
attempt("1.0%0", lambda: 1.0 % fzero)
attempt("divmod", lambda: divmod(1, zero))
attempt("0**-1", lambda: zero ** -1)
attempt("0/1", lambda: zero / 1)
