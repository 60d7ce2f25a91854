# while also has an else.
n = 3
while n > 0:
    n -= 1
else:
    print("finished", n)
n = 10
while n:
    if n == 7:
        print("break at", n)
        break
    n -= 1
else:
    print("not printed")


def find(items, wanted):
    i = 0
    while i < len(items):
        if items[i] == wanted:
            result = i
            break
        i += 1
    else:
        result = -1
    return result


print(find([4, 5, 6], 5), find([], 1), find("abc", "c"))
while False:
    pass
else:
    print("at once")
