# How many objects a collection found is unknown.
import gc

print(gc.collect())  # error: PT0302
n = gc.collect()  # error: PT0302
print("collected", n)
