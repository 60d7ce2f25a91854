# A list of generators that a loop runs over holds them until the loop is over.
def steps(name):
    try:
        for step in range(3):
            yield step
    finally:
        print("closed", name)


for each in [steps("a"), steps("b")]:
    print(next(each))
print("after the loop")
del each
for number, each in enumerate([steps("c"), steps("d")]):
    print(number, next(each))
