from pprint import pformat


class PrettyPrinter:
    __module__ = "pprint"

    def __init__(self, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._is_compact = compact
        self._sorts = sort_dicts

    def pformat(self, object):
        return pformat(object, self._indent, self._width, self._depth, compact=self._is_compact, sort_dicts=self._sorts)

    def pprint(self, object):
        print(self.pformat(object))
