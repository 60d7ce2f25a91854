# An object with a write method is a file: print writes its parts to it, and sys.stdout may be one.
import sys


class Tee:
    def __init__(self, *streams):
        self.streams = streams

    def write(self, text):
        for stream in self.streams:
            stream.write(text)

    def flush(self):
        for stream in self.streams:
            stream.flush()


class Log:
    def __init__(self):
        self.terminal = sys.stdout
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        self.terminal.write(text.upper())

    def flush(self):
        self.terminal.flush()


def report(name, out=None):
    print("report of", name, file=out)


log = Log()
print("to the log", 1, None, sep=", ", file=log)
print(*["a", "b"], end="!\n", file=Tee(log, sys.stdout), flush=True)
print(log.parts)
report("nobody")
report("log", log)

terminal = sys.stdout
sys.stdout = log
print("shouted", 2.5)
report("all")
sys.stdout.write("written\n")
sys.stdout = terminal
print(len(log.parts), log.parts[-1:])
