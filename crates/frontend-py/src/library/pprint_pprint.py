from pprint import pformat


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True):
    text = pformat(object, indent, width, depth, compact=compact, sort_dicts=sort_dicts)
    if stream is None:
        print(text)
    else:
        stream.write(text + "\n")
