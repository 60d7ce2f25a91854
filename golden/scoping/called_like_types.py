# Variables of functions that are called like a class of the program, or like a variant of Rust.
def make(x):
    if x:
        class Test:
            A = 1
    else:
        class Test:
            A = 2
    return Test, Test()

def check():
    Test, test = make(True)
    print(Test().A, test.A)
    Test, test = make(False)
    print(Test().A, test.A)
check()
class Point:
    def __init__(self, x):
        self.x = x
def other():
    Point = 3
    Pair = (1, 2)
    return Point + Pair[0]
print(other(), Point(3).x)
def f(xs):
    List = list(xs)
    Str = "a"
    Dict = {"k": Str}
    Set = {1, 2}
    Some = 5
    Ok = [6]
    Bytes = b"x"
    List.append(Some)
    Exception_ = 3
    for Field in List:
        Dict[str(Field)] = Str
    Generator = (x for x in List)
    Int = 10 ** 30
    return List, Dict, Set, Ok, Bytes, list(Generator), Int
print(f([1]))
