class _abc_Set(_abc.ABC):
    @_abc.abstractmethod
    def __contains__(self, value):
        return False

    @_abc.abstractmethod
    def __iter__(self):
        pass

    @_abc.abstractmethod
    def __len__(self):
        return 0

    @classmethod
    def _from_iterable(cls, items):
        return cls(items)

    def __le__(self, other):
        if not isinstance(other, (set, frozenset, _abc_Set)):
            return NotImplemented
        return len(self) <= len(other) and all(item in other for item in self)

    def __lt__(self, other):
        if not isinstance(other, (set, frozenset, _abc_Set)):
            return NotImplemented
        return len(self) < len(other) and all(item in other for item in self)

    def __ge__(self, other):
        if not isinstance(other, (set, frozenset, _abc_Set)):
            return NotImplemented
        return len(self) >= len(other) and all(item in self for item in other)

    def __gt__(self, other):
        if not isinstance(other, (set, frozenset, _abc_Set)):
            return NotImplemented
        return len(self) > len(other) and all(item in self for item in other)

    def __eq__(self, other):
        if not isinstance(other, (set, frozenset, _abc_Set)):
            return NotImplemented
        return len(self) == len(other) and all(item in other for item in self)

    def _hash(self):
        return hash(frozenset(self))

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def __and__(self, other):
        return self._from_iterable(item for item in other if item in self)

    def __rand__(self, other):
        return self._from_iterable(item for item in other if item in self)

    def __or__(self, other):
        return self._from_iterable(item for items in (self, other) for item in items)

    def __ror__(self, other):
        return self._from_iterable(item for items in (self, other) for item in items)

    def __sub__(self, other):
        return self._from_iterable(item for item in self if item not in other)

    def __rsub__(self, other):
        return self._from_iterable(item for item in other if item not in self)

    def __xor__(self, other):
        alone = [item for item in self if item not in other]
        return self._from_iterable(alone + [item for item in other if item not in self])

    def __rxor__(self, other):
        return self ^ other


class _abc_MutableSet(_abc_Set):
    @_abc.abstractmethod
    def add(self, value):
        raise NotImplementedError

    @_abc.abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        while len(self) > 0:
            self.pop()

    def __ior__(self, other):
        for value in other:
            self.add(value)
        return self

    def __iand__(self, other):
        for value in [item for item in self if item not in other]:
            self.discard(value)
        return self

    def __isub__(self, other):
        if other is self:
            self.clear()
        else:
            for value in other:
                self.discard(value)
        return self

    def __ixor__(self, other):
        if other is self:
            self.clear()
        else:
            for value in self._from_iterable(other):
                if value in self:
                    self.discard(value)
                else:
                    self.add(value)
        return self
