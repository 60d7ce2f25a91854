# A loop that goes on until something works.
def first_number(words):
    i = 0
    while True:
        try:
            value = float(words[i])
        except ValueError:
            i += 1
        except IndexError:
            return None
        else:
            return value


print(first_number(["a", "2.5"]), first_number(["x"]), first_number([]))
tries = 0
while tries < 5:
    tries += 1
    try:
        if tries < 3:
            raise ValueError(tries)
    except ValueError as e:
        print("try", e)
        continue
    finally:
        print("done", tries)
    break
print(tries)
