# Lists of different items are concatenated where the same operator adds numbers, too.
class Sum:
    def __init__(self, *parts):
        self.parts = list(parts)
        for part in parts:
            if type(part) is list:
                self.parts = part

    def total(self, factor):
        result = self.parts[-1]
        for part in self.parts[:-1]:
            result = result * factor + part
        return result

    def times(self, other):
        products = [0] * len(self.parts)
        for i in range(len(self.parts)):
            products[i] += self.parts[i] * other.parts[i]
        return Sum(products)


print(Sum(1, 2, 3).total(2), Sum([1, 2]).times(Sum(3, 4)).total(1))
