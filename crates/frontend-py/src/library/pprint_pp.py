from pprint import pprint


def pp(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=False):
    pprint(object, stream, indent, width, depth, compact=compact, sort_dicts=sort_dicts)
