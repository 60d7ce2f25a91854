# else runs when nothing was raised; finally runs in every case.
def run(x):
    log = []
    try:
        log.append("try")
        10 / x
    except ZeroDivisionError:
        log.append("except")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


print(run(1), run(0))


def early():
    try:
        return "returned"
    finally:
        print("finally before return")


print(early())


def override():
    try:
        return 1
    finally:
        return 2


print(override())
for i in range(3):
    try:
        if i == 1:
            continue
        if i == 2:
            break
        print("body", i)
    finally:
        print("finally", i)


def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("cleanup")
    except KeyError as e:
        return e.args[0]


print(nested())
