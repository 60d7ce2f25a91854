# Functions that are taken of globals() by names of which the program says how they begin.
def snapshot(function):
    def wrapper(*args):
        calls.append(function.__name__)
        return function(*args)

    return wrapper


calls = []


@snapshot
def cmd_add(a, b):
    return int(a) + int(b)


@snapshot
def cmd_join(*words):
    return "-".join(words)


def test_add():
    assert cmd_add(1, 2) == 3


def test_join():
    assert cmd_join("a", "b") == "a b", "not joined by a space"


commands = {name[4:]: function for name, function in globals().items() if name.startswith("cmd_")}


def run(line):
    word, *args = line.split()
    if "cmd_" + word not in globals():
        return f"no command {word}"
    return globals()[f"cmd_{word}"](*args)


print(sorted(commands))
print(run("add 1 2"), run("join x y z"), run("jump"))
for name, test in list(globals().items()):
    if name.startswith("test_") and callable(test):
        try:
            test()
            print(name, "passed")
        except AssertionError as e:
            print(name, "failed:", e)
try:
    globals()["cmd_" + "zip"]()
except KeyError as e:
    print("KeyError", e)
print(globals().get("cmd_" + "zip"), [name for name in sorted(globals()) if name.startswith("test_")], calls)
