# A closure changes the list of the function around it.
def counter():
    seen = []

    def add(x):
        seen.append(x)
        return len(seen)

    add("a")
    print(seen)
    seen.append("b")
    return add


add = counter()
print(add("c"), add("d"))
