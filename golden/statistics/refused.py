# Means of other things than numbers of one kind are refused, where Python would convert them.
import statistics

print(statistics.mean([True, 2]))  # error: PT0305
print(statistics.median(["b", "a", "c"]))  # error: PT0305
