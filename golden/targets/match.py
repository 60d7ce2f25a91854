# match over classes, sequences and literals.
from dataclasses import dataclass


@dataclass
class Move:
    dx: int
    dy: int


@dataclass
class Say:
    text: str


@dataclass
class Quit:
    code: int = 0


Command = Move | Say | Quit


def parse(line: str) -> Command:
    match line.split():
        case ["go", "north", steps]:
            return Move(0, int(steps))
        case ["go", dx, dy]:
            return Move(int(dx), int(dy))
        case ["say", *rest]:
            return Say(" ".join(rest))
        case ["quit"]:
            return Quit()
        case _:
            return Quit(2)


def run(command: Command) -> str:
    match command:
        case Move(0, 0):
            return "stay"
        case Move(dx=0, dy=dy) if dy > 0:
            return f"north {dy}"
        case Move(dx, dy):
            return f"move {dx},{dy}"
        case Say(text=""):
            return "silence"
        case Say(text):
            return f"say {text!r}"
        case Quit(0 | 1 as code):
            return f"quit softly {code}"
        case _:
            return f"stop: {command}"


def size(n: int) -> str:
    match n:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "few"
        case _ if n < 0:
            return "negative"
    return "many"


for line in ["go north 3", "go 0 0", "go -1 2", "say", "say it's me", "quit", "jump"]:
    print(run(parse(line)))
print([size(n) for n in (0, 2, -5, 99)])
