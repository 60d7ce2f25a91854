# `__new__` of a class derived from a number or text: the value is checked or changed before the object holds it.
class Celsius(float):
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError("below absolute zero")
        return super().__new__(cls, degrees)

    @property
    def fahrenheit(self):
        return self * 9 / 5 + 32


class Even(int):
    def __new__(cls, n):
        return int.__new__(cls, n - n % 2)

    def __add__(self, other):
        return Even(int(self) + other)

    def __repr__(self):
        return f"Even({int(self)})"


class Slug(str):
    def __new__(cls, text, sep="-"):
        made = super().__new__(cls, sep.join(text.lower().split()))
        made.source = text
        return made


warm = Celsius(25)
print(warm, warm.fahrenheit, warm + 1, isinstance(warm, float), type(warm).__name__)
try:
    Celsius(-300)
except ValueError as error:
    print(error)
even = Even(7)
print(even, even + 5, even * 2, [even, Even(3)], even == 6)
slug = Slug("Hello Big World")
print(slug, slug.source, slug.upper(), len(slug), slug.split("-"), Slug("a b", sep="_"))
