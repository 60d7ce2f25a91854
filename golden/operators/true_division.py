# / always gives a float, also for two integers that divide evenly.
print(6 / 3, 7 / 2, -7 / 2, 1 / 3)
print(0 / 5, -0 / 5, 0 / -5)
print(10 / 4.0, 1e308 / 0.1)
print(True / 2)
print(2 ** 53 / 1, (2 ** 53 + 1) / 1)
print(10 ** 30 / 10 ** 28, 10 ** 400 / 10 ** 399)


def mean(values):
    return sum(values) / len(values)


print(mean([1, 2, 3, 4]), mean([2.5]), mean((True, False)))
