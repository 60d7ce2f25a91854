# Two kinds of values that no call brings together need no common type: the arm of the operation on both stops the program.
class Employee:
    rate = 1.04
    everyone = []

    def __init__(self, first, last, pay):
        self.first, self.last, self.pay = first, last, pay
        Employee.everyone.append(self)

    def promote(self):
        self.pay = int(self.pay * self.rate)

    @classmethod
    def set_rate(cls, rate):
        cls.rate = rate

    @classmethod
    def from_string(cls, text):
        return cls(*[int(part) if part.isdigit() else part for part in text.split("-")])


class Developer(Employee):
    rate = 1.10


ann = Developer("Ann", "Lee", 50000)
bob = Developer.from_string("Bob-Ray-60000")
eve = Employee.from_string("Eve-Fox-70000")
for employee in Employee.everyone:
    employee.promote()
print([employee.pay for employee in Employee.everyone])
Employee.set_rate(1.05)
eve.promote()
ann.rate = 2
ann.promote()
print(ann.pay, bob.pay, eve.pay, Developer.rate)
