# What a generator returned is the value of its first StopIteration, and of no other.
def count_to(n):
    for i in range(n):
        yield i
    return n * 10


numbers = count_to(1)
for _ in range(3):
    try:
        print(next(numbers))
    except StopIteration as stop:
        print("stopped with", stop.value, stop.args)

numbers = count_to(2)
print(list(numbers))
try:
    next(numbers)
except StopIteration as stop:
    print("stopped with", stop.value)
