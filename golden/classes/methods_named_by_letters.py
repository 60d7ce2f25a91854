# Commands of one letter in a text, each the name of a method.
class Robot(object):
    def __init__(self):
        self.at = 0
        self.facing = 1

    def L(self):
        self.facing = -1

    def R(self):
        self.facing = 1

    def F(self, steps=1):
        self.at += self.facing * steps

    def run(self, program):
        count = ""
        for letter in program:
            if letter.isdigit():
                count += letter
                continue
            args = [int(count)] if count else []
            count = ""
            getattr(self, letter)(*args)
        return self.at


print(Robot().run("3FL2FRF"))
try:
    Robot().run("X")
except AttributeError as error:
    print(error)
