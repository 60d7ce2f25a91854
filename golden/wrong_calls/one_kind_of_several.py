# An argument that may be of a wrong kind to inference is looked at when the call gets there: the right kinds go on.

import os.path
import sys


class Document:
    def __init__(self) -> None:
        self.title = None
        self.width = None

    def load(self) -> None:
        self.title = "report"
        self.width = 12


document = Document()
document.load()
sys.stdout.write(document.title)
print(os.path.join("drafts", document.title), "x".center(document.width), "a,b".split(document.title))
print("abc".replace("a", document.title), "report.txt".startswith(document.title), list(range(document.width))[-1])
