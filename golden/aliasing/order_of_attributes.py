# The order in which attributes are read and written.
class S:
    def __init__(self):
        self.n = 1
        self.name = "a"
        self.log = []

    def bump(self):
        self.n += 10
        self.name += "!"
        return self.n

    def show(self, a, b):
        return f"{a} {b} {self.n} {self.name}"


s = S()
print(s.n + s.bump() + s.n)
s.n += s.bump()
print(s.n)
print(s.show(s.n, s.bump()), s.name)
print(s.show(s.name, s.bump()), s.name)
print(s.name == s.name + "x", s.name, s.bump(), s.name)
print(f"{s.name} {s.bump()} {s.name}")
x, s.n = s.n, 5
print(x, s.n)
s.n, s.name = len(s.name), s.name[:2]
print(s.n, s.name)
s.log.append(s.bump())
s.log.append(len(s.log))
print(s.log, s.n)
s.log[s.n % 2] = s.bump()
print(s.log)
