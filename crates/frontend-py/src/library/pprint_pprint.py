from pprint import pformat


def pprint(object, *, indent=1, width=80, compact=False, sort_dicts=True):
    print(pformat(object, indent, width, compact=compact, sort_dicts=sort_dicts))
