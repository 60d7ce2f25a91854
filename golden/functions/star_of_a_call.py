# A tuple that a call gives fills parameters, each with its own type.
def encode(text: str) -> tuple[str, dict[str, int]]:
    table = {c: i for i, c in enumerate(sorted(set(text)))}
    return "".join(str(table[c]) for c in text), table


def decode(digits: str, table: dict[str, int], sep: str = "") -> str:
    names = {str(i): c for c, i in table.items()}
    return sep.join(names[d] for d in digits)


def shown(x):
    print("x")
    return x


print(decode(*encode("mississippi")))
print(decode(*encode("abc"), "-"))
print(decode(*encode("abc"), sep="+"))
print(divmod(*divmod(17, 5)))


def three(a, b, c):
    return a, b, c


print(three(shown(1), *encode("ba")))
