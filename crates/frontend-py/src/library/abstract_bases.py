import abc as _abc


class _abc_View:
    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)


class _abc_Keys(_abc_View):
    def __repr__(self):
        return f"KeysView({self._mapping!r})"

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        for key in self._mapping:
            yield key


class _abc_Values(_abc_View):
    def __repr__(self):
        return f"ValuesView({self._mapping!r})"

    def __contains__(self, value):
        return any(self._mapping[key] == value for key in self._mapping)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class _abc_Items(_abc_View):
    def __repr__(self):
        return f"ItemsView({self._mapping!r})"

    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])


class _abc_Mapping(_abc.ABC):
    @_abc.abstractmethod
    def __getitem__(self, key):
        raise KeyError

    @_abc.abstractmethod
    def __iter__(self):
        pass

    @_abc.abstractmethod
    def __len__(self):
        return 0

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return _abc_Keys(self)

    def items(self):
        return _abc_Items(self)

    def values(self):
        return _abc_Values(self)

    def __eq__(self, other):
        if not isinstance(other, (dict, _abc_Mapping)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


class _abc_MutableMapping(_abc_Mapping):
    @_abc.abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @_abc.abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if not default:
                raise
            return default[0]
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        while len(self) > 0:
            self.popitem()

    def update(self, other=(), /, **kwds):
        for key, value in dict(other).items():
            self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class _abc_Sequence(_abc.ABC):
    @_abc.abstractmethod
    def __getitem__(self, index):
        raise IndexError

    @_abc.abstractmethod
    def __len__(self):
        return 0

    def __iter__(self):
        at = 0
        try:
            while True:
                yield self[at]
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(value in (item,) for item in self)

    def index(self, value, start=0, stop=None):
        if start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        at = start
        while stop is None or at < stop:
            try:
                if self[at] == value:
                    return at
            except IndexError:
                break
            at += 1
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item == value)


class _abc_MutableSequence(_abc_Sequence):
    @_abc.abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @_abc.abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @_abc.abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self) > 0:
            self.pop()

    def reverse(self):
        n = len(self)
        for at in range(n // 2):
            self[at], self[n - at - 1] = self[n - at - 1], self[at]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self
