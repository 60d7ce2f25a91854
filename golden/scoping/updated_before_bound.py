# An operator that updates a variable reads it first: what is not bound raises, as any read of it.
count = 0
total = 10

def inc():
    count += 1
    return count

def add(n):
    total = total + n
    return total

def late(flag):
    x += 1
    x = 3
    return x

def maybe(flag):
    if flag:
        y = 1
    y += 1
    return y

def kept():
    items += [1]
    for i in range(3):
        items.append(i)
    return items

class Counter:
    n = 0
    def up(self):
        n += 1
        return n

for f in (inc, kept, Counter().up):
    try:
        print(f())
    except UnboundLocalError as e:
        print(type(e).__name__, e)
for f in (add, late, maybe):
    for v in (0, 1):
        try:
            print(f(v))
        except UnboundLocalError as e:
            print(type(e).__name__, e)
try:
    nowhere += 1
except NameError as e:
    print(e)
