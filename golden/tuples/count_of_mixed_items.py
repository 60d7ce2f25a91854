# Counting in a tuple compares each item by itself.
def unknowns(force, mass, distance):
    if (force, mass, distance).count(0) != 1:
        raise ValueError("one and only one argument must be 0")
    return {"force": force, "mass": mass, "distance": distance}


print(unknowns(10, 5, 0), unknowns(0, -1.5, 2), unknowns(-10, 1.0, 0), unknowns(0, 1, -2))
try:
    unknowns(0, 0.0, 2)
except ValueError as error:
    print(error)
print((1, 2.0, "x", None, True).count(1), (0.0, 1).count(0), ("a", "b").count("a"), (1, 2).count(2.0))
