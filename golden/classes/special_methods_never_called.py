# Finalisers of what is more than a plain class, and what takes all attribute access to itself, are refused: nothing would call them.
class Loud(list):
    def __del__(self):  # error: PT0204
        print("gone")


print(Loud())


class Watched:
    def __getattribute__(self, name):  # error: PT0204
        return name
