# Exceptions between the changes.
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.moves = []

    def withdraw(self, amount):
        self.moves.append(-amount)
        if amount > self.balance:
            raise ValueError(f"{self.owner} has only {self.balance}")
        self.balance -= amount
        return self.balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("not positive")
        self.moves.append(amount)
        self.balance += amount


def main():
    a = Account("ann", 10)
    try:
        a.withdraw(3)
        a.withdraw(100)
        a.deposit(1)
    except ValueError as e:
        print("error:", e)
    finally:
        print(a.balance, a.moves)
    try:
        a.deposit(-1)
    except ValueError as e:
        print(e)
    else:
        print("no error")
    print(a.balance, a.moves)
    for amount in [1, 50, 2]:
        try:
            print(a.withdraw(amount))
        except ValueError as e:
            print(e)
            continue
    return a


r = main()
print(r.owner, r.balance, r.moves)
