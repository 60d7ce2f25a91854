# A counter that a lazy step keeps inside of a generator moves on with each item.


def numbers(lines):
    for lineno, line in enumerate(lines, start=2):
        try:
            yield int(line)
        except ValueError as e:
            print(f"line {lineno}: {e}")


def marked(lines):
    for i, line in enumerate(lines, 1):
        yield f"{i}: {line}"
        if line == "stop":
            print("stopped at", i)


print(list(numbers(["1", "x", "3", "y"])))
print(list(marked(["a", "stop", "b"])))
