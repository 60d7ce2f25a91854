class _abc_Iterable(_abc.ABC):
    @_abc.abstractmethod
    def __iter__(self):
        pass


class _abc_Iterator(_abc_Iterable):
    @_abc.abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class _abc_Reversible(_abc_Iterable):
    @_abc.abstractmethod
    def __reversed__(self):
        pass


class _abc_Sized(_abc.ABC):
    @_abc.abstractmethod
    def __len__(self):
        return 0


class _abc_Container(_abc.ABC):
    @_abc.abstractmethod
    def __contains__(self, value):
        return False


class _abc_Collection(_abc_Sized, _abc_Iterable, _abc_Container):
    pass


class _abc_Hashable(_abc.ABC):
    @_abc.abstractmethod
    def __hash__(self):
        return 0


class _abc_Callable(_abc.ABC):
    @_abc.abstractmethod
    def __call__(self, *args, **kwds):
        return False
