# `import collections.abc as abc`: its classes give the same methods under the module's other name.
import collections.abc as abc


class Parts(abc.Sequence):
    def __init__(self, parts):
        self.parts = parts

    def __getitem__(self, index):
        return self.parts[index]

    def __len__(self):
        return len(self.parts)


parts = Parts(["chain", "tape"])
print("tape" in parts, parts.index("tape"), list(reversed(parts)), parts.count("chain"))
print(isinstance(parts, abc.Sequence), isinstance([], abc.Sequence), isinstance(3, abc.Sequence))
