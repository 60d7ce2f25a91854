# A function that a decorator holds and that calls itself by its name, as a key of a dict.
class Calls:
    arguments: dict = {}

    @classmethod
    def counted(cls):
        def decorate(func):
            def wrapper(*args):
                if func not in cls.arguments:
                    cls.arguments[func] = []
                cls.arguments[func].append(args[0])
                return func(*args)

            return wrapper

        return decorate


def main():
    @Calls.counted()
    def fibonacci(n):
        return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

    print(fibonacci(4))
    print(list(Calls.arguments.values()), len(Calls.arguments))


main()
