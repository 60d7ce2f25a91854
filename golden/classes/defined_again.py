# A class that is defined again: functions see the one that the name means when they run.


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


def linked(values):
    head = None
    for value in reversed(values):
        node = Node(value)
        node.next = head
        head = node
    return head


print(linked([1, 2]).next.value)


class Greeter:
    greeting = "hello"

    def greet(self):
        return self.greeting


def greeted():
    return Greeter().greet(), Greeter.greeting


print(greeted())


class Greeter:
    greeting = "good day"

    def greet(self):
        return self.greeting + "!"


print(greeted())


class Failure(Exception):
    pass


class Failure(Exception):
    def __str__(self):
        return "the second one"


def fail():
    raise Failure("once")


try:
    fail()
except Failure as error:
    print("caught", error)


def chosen(is_loud):
    if is_loud:

        class Voice:
            def say(self):
                return "HEY"

    else:

        class Voice:
            def say(self):
                return "hey"

    return Voice().say()


print(chosen(True), chosen(False))
