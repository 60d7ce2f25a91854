# input() raises EOFError when there is nothing to read.
try:
    line = input("prompt> ")
    print("read", line)
except EOFError as e:
    print("EOFError:", e)


def ask(default):
    try:
        return int(input())
    except EOFError:
        return default


print(ask(7), ask("none"))
