# Built with `--traceback`, an uncaught error tells its frames, and those of what caused it.
def parse(text):
    return int(text)


def read(values):
    out = []
    for value in values:
        try:
            out.append(parse(value))
        except ValueError as error:
            raise RuntimeError(f"bad value {value!r}") from error
    return out


print(read(["1", "2"]))
print(read(["1", "x"]))
