class _DataclassField:
    def __init__(self, name):
        self.name = name

    @property
    def type(self):
        return dir(self)

    @property
    def default(self):
        return dir(self)

    @property
    def default_factory(self):
        return dir(self)

    @property
    def init(self):
        return dir(self)

    @property
    def repr(self):
        return dir(self)

    @property
    def compare(self):
        return dir(self)

    @property
    def hash(self):
        return dir(self)

    @property
    def kw_only(self):
        return dir(self)

    @property
    def metadata(self):
        return dir(self)

    def __repr__(self):
        return dir(self)
