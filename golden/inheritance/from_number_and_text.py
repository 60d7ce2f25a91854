# Objects of a class derived from float, int or str are numbers or text, with methods of their own.
class Celsius(float):
    def fahrenheit(self):
        return self * 9 / 5 + 32

    def __str__(self):
        return f"{float(self):.1f}C"


t = Celsius(20)
print(t, t.fahrenheit(), t + 1, t > 10, repr(t), f"{t:.2f}", max(t, Celsius(30)))


class Name(str):
    def initials(self):
        return "".join(word[0] for word in self.split())


name = Name("ada lovelace")
print(name, name.initials(), name.title(), name + "!", len(name), name == "ada lovelace", {name: 1})


class Money(int):
    def __add__(self, other):
        return Money(int(self) + int(other))

    def __repr__(self):
        return f"${int(self)}"


print(Money(3) + Money(4), Money(3) * 2, [Money(1)], Money(2) == 2, Money(5) < 6, sum([Money(1), Money(2)], Money(0)))
