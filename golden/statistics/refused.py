# Data of several types have no one mean.
import statistics

print(statistics.mean([1, 2.5]))  # error: PT0305
print(statistics.median(["b", "a", "c"]))  # error: PT0305
