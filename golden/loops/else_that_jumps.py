# The else of an inner loop may go on with the outer loop, with and without a finally on the way.
def find(rows, wanted):
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            if value == wanted:
                break
        else:
            continue
        break
    else:
        return None
    return i, j


print(find([[1, 2], [3, 4]], 3), find([[1], [2]], 9))


def find_loudly(rows, wanted):
    for i, row in enumerate(rows):
        try:
            for j, value in enumerate(row):
                if value == wanted:
                    break
            else:
                continue
            break
        finally:
            print("looked at", i)
    else:
        return None
    return i, j


print(find_loudly([[1, 2], [3, 4]], 4), find_loudly([[1]], 9))


def primes(limit):
    found = []
    for n in range(2, limit):
        for p in found:
            if n % p == 0:
                break
        else:
            if n > 20:
                break
            found.append(n)
    return found


print(primes(50))
