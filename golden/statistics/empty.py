# Data of which there never are any have no mean, whatever they are held in.
from statistics import mean, median, pstdev, stdev, variance


def average(xs):
    return mean(xs)


for function in (mean, median, pstdev, stdev, variance):
    try:
        print(function([]))
    except ValueError as e:
        print(type(e).__name__, e)
try:
    print(average(()))
except ValueError as e:
    print(type(e).__name__, e)
try:
    print(stdev(x for x in []))
except ValueError as e:
    print(e)
