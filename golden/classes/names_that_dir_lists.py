# Names that `dir` lists, where only those that begin in one way are looked at: commands and tests by their names.
class Shell(object):
    prompt = "> "

    def do_add(self, *args):
        "add numbers"
        print(sum(map(int, args)))

    def do_echo(self, *args):
        """repeat the words"""
        print(" ".join(args))

    def do_help(self, *args):
        for name in sorted(dir(self)):
            if name.startswith("do_"):
                print("%-5s %s" % (name[3:], getattr(self, name).__doc__))

    def commands(self):
        names = [n[3:] for n in dir(self) if n[:3] == "do_"]
        return names

    def run(self, line):
        words = line.split()
        table = dict((n[3:], getattr(self, n)) for n in dir(self) if n.startswith("do_"))
        if words[0] in table:
            table[words[0]](*words[1:])
        else:
            print("no", words[0])


class More(Shell):
    def do_more(self, *args):
        print("more")


s = More()
print(s.commands(), Shell().commands())
for line in ["add 1 2 3", "echo a b", "foo", "help"]:
    s.run(line)


class Base(object):
    def setUp(self):
        self.n = 0

    def test_one(self):
        self.n += 1
        return self.n

    def test_two(self):
        raise ValueError("two")


class Other(Base):
    def test_three(self):
        return "three"


def run(cls):
    names = [name for name in dir(cls) if name.startswith("test_")]
    print("%s: %d tests" % (cls.__name__, len(names)))
    for name in names:
        case = cls()
        case.setUp()
        try:
            print("  ", name, getattr(case, name)())
        except ValueError as e:
            print("  ", name, "failed:", e)


for cls in (Base, Other):
    run(cls)

o = Other()
tests = filter(lambda n: n.startswith("test_"), dir(o))
for t in tests:
    print(t)
for name in dir(o):
    if not name.startswith("test_"):
        continue
    method = getattr(o, name)
    if callable(method):
        print(name, method.__name__)
