from pprint import pformat


def pp(object, *, indent=1, width=80, compact=False, sort_dicts=False):
    print(pformat(object, indent, width, compact=compact, sort_dicts=sort_dicts))
