# except* takes the part of a group that matches; what is left, or raised meanwhile, is raised after all clauses.
class Late(Exception):
    pass


def fail(kind):
    if kind == "group":
        raise ExceptionGroup("g", [ValueError(1), TypeError("t"), ExceptionGroup("in", [ValueError(2), OSError("o")])])
    if kind == "naked":
        raise ValueError("alone")
    if kind == "other":
        raise KeyError("k")
    if kind == "late":
        raise Late("l")
    return kind


def values(kind):
    try:
        print("got", fail(kind))
    except* ValueError as e:
        print("values", repr(e), len(e.exceptions))
    except* (TypeError, Late) as e:
        print("types", repr(e))
    else:
        print("nothing")
    finally:
        print("finally")


def again(kind):
    try:
        fail(kind)
    except* ValueError:
        raise
    except* TypeError:
        raise Late("new")


def handed_on(kind):
    try:
        fail(kind)
    except* ValueError as e:
        raise e


def nested(kind):
    try:
        try:
            fail(kind)
        except* ValueError:
            print("inner")
    except* OSError as e:
        print("outer", e.exceptions)


for action in (values, again, handed_on, nested):
    for kind in ("group", "naked", "other", "late", "none"):
        try:
            action(kind)
        except Exception as e:
            print(action.__name__, kind, repr(e))


def gone_after():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as group:
        print("inside", repr(group))
    try:
        print(group)
    except UnboundLocalError:
        print("the name is gone")


gone_after()
