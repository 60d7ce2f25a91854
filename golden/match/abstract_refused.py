# A pattern of mappings that may meet an object whose class derives from `Mapping` is refused.
from collections.abc import Mapping


class Wrapped(Mapping):
    def __init__(self, inner):
        self.inner = inner

    def __getitem__(self, key):
        return self.inner[key]

    def __iter__(self):
        return iter(self.inner)

    def __len__(self):
        return len(self.inner)


def kind(value):
    match value:
        case {"kind": kind}:  # error: PT0205
            return kind
    return None


print(kind({"kind": "plain"}), kind(Wrapped({"kind": "wrapped"})))
