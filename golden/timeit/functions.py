# timeit calls a function so many times.
import timeit

calls = []
print(timeit.timeit(lambda: calls.append(1), number=5) >= 0, len(calls))
print(len(timeit.repeat(lambda: calls.append(1), repeat=3, number=2)), len(calls), timeit.default_timer() >= 0)
try:
    timeit.timeit(lambda: 1 // 0, number=1)
except ZeroDivisionError as error:
    print(error)


# A text that only the run knows is not run: a program traps that gets there.
def measured(text):
    return timeit.timeit(text, globals=globals(), number=1)


if not calls:
    print(measured("1 + " + str(len(calls))))
