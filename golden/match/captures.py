# Captures are bound where the case starts, its guard included; a guard that fails leaves them.
class Shape:
    def __init__(self, name):
        self.name = name


class Square(Shape):
    __match_args__ = ("side",)

    def __init__(self, side):
        super().__init__("square")
        self.side = side


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    @property
    def diameter(self):
        print("asked")
        return self.r * 2

    def grow(self):
        self.r += 1
        return self.r > 2


def first(shapes, wanted):
    for shape in shapes:
        match shape:
            case Square(side) if side == wanted:
                return side
            case Circle(diameter=across, r=r) if across > 2:
                return across, r
            case Circle(r=r) if shape.grow():
                return "grown", r, shape.r
            case Shape(name="base"):
                break
    else:
        return "none"
    return "broke"


def command(line):
    match line.split():
        case ["add", a, b] if a.isdigit():
            return int(a) + int(b)
        case ["add", *rest]:
            return rest
        case ["quit" | "exit" as word]:
            return word
        case [("up" | "down") as direction, n]:
            return direction * int(n)
        case []:
            return "empty"
        case [one]:
            return f"one {one}"
        case _:
            return "many"


def after(pair):
    match pair:
        case (0, y):
            pass
        case (x, 0):
            y = x * 10
        case (x, y) if x > y:
            x, y = y, x
        case _:
            y = -1
    return y


print(first([Square(1)], 2), first([Square(5)], 5), first([Circle(4)], 1), first([Circle(1), Shape("base")], 1))
for line in ["add 1 2", "add x", "quit", "exit", "up 3", "", "zz", "a b c"]:
    print(command(line))
print(after((0, 5)), after((3, 0)), after((4, 2)), after((1, 2)))


def changed_by_guard(x):
    match x:
        case 1 if (x := 5) > 9:
            return "never"
        case 5:
            return "five"
        case 1:
            return "one", x
    return "none"


print(changed_by_guard(1), changed_by_guard(5), changed_by_guard(2))
