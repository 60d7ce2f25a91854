# `zip(*rows)` of no rows gives nothing; other arguments are rows too.


def columns(rows):
    return [list(column) for column in zip(*rows)]


def prefix(words):
    out = []
    for chars in zip(*words):
        if len(set(chars)) > 1:
            break
        out.append(chars[0])
    return "".join(out)


print(columns([[1, 2], [3, 4]]), columns([]), columns([[], []]))
print(prefix(["flower", "flow"]), repr(prefix([])))
for bad in ("rows", "row"):
    try:
        print(columns(5) if bad == "rows" else columns([1, 2]))
    except TypeError as e:
        print(e)
print(list(zip([0, 1], *[[2, 3], [4, 5]])))
print(list(zip("ab", *["cd", "ef"], "gh")))
