# A function assigns to a module variable only with global.
count = 0
name = "module"


def increment():
    global count
    count += 1
    return count


def shadow():
    name = "local"
    return name


def read():
    return name


increment()
increment()
print(count, shadow(), read(), name)


def define():
    global created
    created = [1]


define()
created.append(2)
print(created)


def unbound():
    print(value)
    value = 1


value = 0
try:
    unbound()
except UnboundLocalError as e:
    print("UnboundLocalError:", e)
try:
    print(missing)  # warning: PT0307
except NameError as e:
    print("NameError:", e)
