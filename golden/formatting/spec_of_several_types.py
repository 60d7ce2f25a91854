# A format spec meets whichever kind of value is there.
def show(value, spec_width):
    return f"[{value:>{spec_width}}]"


for value in (1, "a", 2.5, True):
    print(show(value, 6), f"{value:>4}")
total = sum([1j, 2 + 1j])
print(f"{total:.2f}", total)


def rounded(value):
    try:
        return f"{value:.1f}"
    except (ValueError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


print([rounded(value) for value in [1, "x", 2.25, None]])
