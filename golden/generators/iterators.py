# Generators that only their consumer asks are iterators; others are objects.


def evens(numbers):
    for number in numbers:
        if number % 2 == 0:
            yield number


def up_to(n):
    i = 0
    while i < n:
        yield i
        i += 1


def countdown(n):
    while n > 0:
        yield n
        n -= 1
    print("liftoff")


def until_two(n):
    for i in range(n):
        if i == 2:
            return
        yield i


def numbered(lines):
    n = 1
    for line in lines:
        yield n, line
        n += 1


def quotients(numbers, divisor):
    for number in numbers:
        yield number // divisor


def squared(numbers):
    return [number * number for number in numbers]


def total(numbers):
    result = 0
    for number in numbers:
        result += number
    return result


def after_the_end():
    numbers = countdown(1)
    print(next(numbers, 0), next(numbers, 0), next(numbers, 0))
    few = until_two(5)
    print(next(few, -1), next(few, -1), next(few, -1), next(few, -1))
    one = up_to(1)
    print(next(one))
    try:
        print(next(one))
    except StopIteration:
        print("no more")


def several_names():
    numbers = countdown(6)
    same = numbers
    for number in numbers:
        print(number, next(same, None))
    pair = up_to(4)
    print(list(zip(pair, pair)))
    twice = up_to(2)
    for _ in range(2):
        print(list(twice))


def parts():
    numbers = up_to(9)
    for number in numbers:
        if number == 3:
            break
    print(next(numbers), sum(numbers), sum(numbers))


def objects():
    kept = [up_to(2), up_to(3)]
    for numbers in kept:
        print(list(numbers))
    numbers = up_to(3) if kept else countdown(3)
    print(list(numbers))
    try:
        print(list(quotients(up_to(3), 0)))
    except ZeroDivisionError as error:
        print(error)


print(total(evens(up_to(10))), squared(evens(countdown(5))))
for n, line in numbered(["first", "second"]):
    print(n, line)
print(sorted(up_to(4), reverse=True), max(up_to(4)), any(n > 2 for n in up_to(4)))
after_the_end()
several_names()
parts()
objects()
