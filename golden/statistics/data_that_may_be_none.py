# A mean is that of numbers: None among them has no numerator.
from statistics import mean, pstdev


class Customer:
    def __init__(self, arrival):
        self.arrival = arrival
        self.start = None

    @property
    def wait(self):
        return None if self.start is None else self.start - self.arrival


customers = [Customer(1), Customer(2)]
try:
    print(mean([customer.wait for customer in customers]))
except TypeError as error:
    print(error)
for customer in customers:
    customer.start = 4
waits = [customer.wait for customer in customers]
print(mean(waits), pstdev(waits))
