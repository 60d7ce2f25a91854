# Objects hold objects, also of their own class.
class Engine:
    def __init__(self, power):
        self.power = power
        self.running = False

    def start(self):
        self.running = True
        return self.power


class Car:
    def __init__(self, name, power):
        self.name = name
        self.engine = Engine(power)
        self.log = []

    def drive(self, km):
        if not self.engine.running:
            self.log.append(("start", self.engine.start()))
        self.log.append(("drive", km))
        return sum(k for what, k in self.log if what == "drive")


car = Car("x", 90)
car.drive(5)
print(car.drive(10), car.log, car.engine.running)


class Person:
    def __init__(self, name):
        self.name = name
        self.friends = []
        self.best = None

    def befriend(self, other):
        self.friends.append(other)
        other.friends.append(self)
        if self.best is None:
            self.best = other


ann, bob, cid = Person("ann"), Person("bob"), Person("cid")
ann.befriend(bob)
cid.befriend(ann)
print([f.name for f in ann.friends], bob.best, ann.best.name, cid.best.friends[0].name)
bob.name = "BOB"
print(ann.best.name)
