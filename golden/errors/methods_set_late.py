# A method that somebody may have missed, or seen otherwise, is not set later.
class Account:
    def __init__(self, owner):
        self.owner = owner

    def show(self):
        return self.owner


account = Account("Ada")
print(account.show(), bool(account))
Account.show = lambda self: self.owner.upper()  # error: PT0305
Account.__len__ = lambda self: 0  # error: PT0305


def install():
    Account.close = lambda self: "closed"  # error: PT0305


print(hasattr(account, "close"))
install()
print(account.show(), bool(account), account.close())
