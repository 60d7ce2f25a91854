# Actions that are kept with their arguments: each of several functions takes another number of them.
class Robot:
    def __init__(self):
        self.log = []

    def stop(self):
        self.log.append("stop")

    def turn(self, angle):
        self.log.append(f"turn {angle}")

    def move(self, x, y=0):
        self.log.append(f"move {x} {y}")


class Command:
    def __init__(self, action, *args):
        self.action = action
        self.args = args

    def run(self):
        return self.action(*self.args)


robot = Robot()
commands = [Command(robot.turn, 90), Command(robot.move, 3), Command(robot.move, 1, 2), Command(robot.stop)]
for command in commands:
    command.run()
print(robot.log)


def zero():
    return 0


def double(x):
    return 2 * x


def add(x, y):
    return x + y


functions = [zero, double, add]
for i, args in [(0, ()), (1, (4,)), (2, (1, 2)), (1, ())]:
    try:
        print(functions[i](*args))
    except TypeError as error:
        print(error)
