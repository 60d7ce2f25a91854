# timeit calls a function so many times; a text that only the run knows is refused.
import timeit

calls = []
print(timeit.timeit(lambda: calls.append(1), number=5) >= 0, len(calls))
print(len(timeit.repeat(lambda: calls.append(1), repeat=3, number=2)), len(calls), timeit.default_timer() >= 0)
try:
    timeit.timeit(lambda: 1 // 0, number=1)
except ZeroDivisionError as error:
    print(error)
text = "1 + " + str(len(calls))
print(timeit.timeit(text, number=1))  # error: PT0305
