# A mean is that of numbers: None among them has no numerator.
from statistics import mean, pstdev


class Customer:
    def __init__(self, arrival, start):
        self.arrival = arrival
        self.start = start

    @property
    def wait(self):
        return None if self.start is None else self.start - self.arrival


waits = [customer.wait for customer in [Customer(1, 4), Customer(2, 4)]]
print(mean(waits), pstdev(waits))
try:
    print(mean([customer.wait for customer in [Customer(1, 4), Customer(2, None)]]))
except TypeError as error:
    print(error)
