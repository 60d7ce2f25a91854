# Objects are copied attribute by attribute; cycles and shared objects stay what they are.
from __future__ import annotations

import copy


class Node:
    def __init__(self, value: int) -> None:
        self.value = value
        self.next: Node | None = None
        self.tags: list[str] = []


first = Node(1)
second = Node(2)
first.next = second
second.next = first
first.tags.append("head")

twin = copy.deepcopy(first)
shallow = copy.copy(first)
twin.value = 10
twin.tags.append("copy")
shallow.tags.append("shared")
print(first.value, first.tags, twin.value, twin.tags, shallow.tags is first.tags)
if twin.next is not None and first.next is not None:
    twin.next.value = 20
    print(first.next.value, twin.next.value, twin.next.next is twin, shallow.next is second)


class Account:
    def __init__(self, owner: str, history: list[tuple[str, int]]) -> None:
        self.owner = owner
        self.history = history

    def snapshot(self) -> Account:
        return copy.deepcopy(self)


account = Account("ann", [("open", 0)])
before = account.snapshot()
account.history.append(("deposit", 5))
print(before.history, account.history, before.owner)
