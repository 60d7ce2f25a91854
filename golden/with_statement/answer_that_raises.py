# The truth of what `__exit__` answers may raise: that exception goes on, and can be caught.
class Answer:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return 1 // self.value == 1


class Manager:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return Answer(self.value)


def leave(value):
    with Manager(value):
        raise KeyError("inside")


for value in (1, 2, 0):
    try:
        leave(value)
        print("went on")
    except KeyError as error:
        print("KeyError", error)
    except ZeroDivisionError as error:
        print(error)
