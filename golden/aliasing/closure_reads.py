# A closure sees what happens to the list later.
def make():
    xs = [1]

    def total():
        return sum(xs)

    xs.append(2)
    return total, xs


total, xs = make()
print(total())
xs.append(3)
print(total())
