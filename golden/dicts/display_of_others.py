# `**` in a display puts the entries of other dicts there; later ones win, and empty ones add nothing.
first = {"a": 1, "b": 2}
print({**first, "b": 3}, {"b": 3, **first}, {**{}, **first})
print({**{}}, {**first, **{}, "c": 4})
