# A `__bool__` whose answer is no bool: what computes the answer runs before the complaint.
def answering(check):
    class Answer:
        def __bool__(self):
            return check()

    return Answer()


def quotient(n):
    print("dividing by", n)
    return 6 // n


for n in (2, 0):
    try:
        print(bool(answering(lambda: quotient(n))))
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
print(bool(answering(lambda: n == 0)))
