# sys.exit of an object shows its text on standard error and ends with status 1.
import sys


class Reason:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return f"because of {self.text}"


print("before")
sys.exit(Reason("nothing"))
