# A special method that gets no object, because it is static, is refused.


class Pair:
    @staticmethod  # error: PT0204
    def __add__(other):
        return other

    @classmethod
    def __init_subclass__(cls):
        print("fine")


print(Pair() + 1)
