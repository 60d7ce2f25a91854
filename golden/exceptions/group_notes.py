# The parts of a group have its notes.
group = ExceptionGroup("several", [ValueError(1), TypeError(2)])
group.add_note("seen twice")
values, others = group.split(ValueError)
if values is not None and others is not None:
    print(values.__notes__, others.__notes__)

try:
    raise group
except* ValueError as part:
    print(repr(part), part.__notes__)
except* TypeError as part:
    print(repr(part), part.__notes__)
