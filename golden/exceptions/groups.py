# An ExceptionGroup holds exceptions, and groups of them; split takes it apart in its own shape.
class Late(Exception):
    pass


inner = ExceptionGroup("inner", [ValueError(2), KeyError("k")])
group = ExceptionGroup("outer", [ValueError(1), TypeError("t"), Late("late"), inner])
print(repr(group), "|", group, "|", group.message, len(group.exceptions), isinstance(group, Exception))
for error in group.exceptions:
    print(type(error).__name__, error)
for condition in (ValueError, KeyError, OSError):
    matched, rest = group.split(condition)
    print(repr(matched), repr(rest))
print(group.split((TypeError, Late)))
print(group.split(lambda error: isinstance(error, KeyError))[0], group.subgroup(ExceptionGroup) is group)
print(type(group), group.args[0], inner.subgroup(ValueError), group.subgroup(OSError))
try:
    raise group
except ValueError as e:
    print("no", e)
except ExceptionGroup as e:
    e.add_note("a note")
    print("yes", e, e.__notes__)
for wrong in (
    lambda: ExceptionGroup("empty", []),
    lambda: ExceptionGroup("base", [KeyboardInterrupt()]),
):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
