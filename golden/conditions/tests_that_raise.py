# A test that is known to raise ends the function, whatever compares its value.
def never(text):
    if 0 if "pad" == "a" else unknown:  # warning: PT0307
        print("never taken")
    return 0


def sometimes(text):
    if 0 if text == "a" else unknown:  # warning: PT0307
        print("never taken")
    return 0


print(sometimes("a"))
for function in (never, sometimes):
    try:
        function("b")
    except NameError as error:
        print(error)
