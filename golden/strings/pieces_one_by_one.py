# A loop takes the words or lines of a text one by one; what it does to the variable changes none of them.


def longest(text: str) -> str:
    best = ""
    for word in text.split():
        if len(word) > len(best):
            best = word
    return best


def unwrapped(text: str) -> str:
    # The variable that is split gets another text meanwhile.
    for line in text.splitlines():
        text = text.replace(line, line.strip())
    return text


def numbered(text: str) -> list[str]:
    return [f"{number}: {line}" for number, line in enumerate(text.splitlines(), 1)]


def drained(text: str) -> list[str]:
    words = text.split()
    taken = []
    for word in words:
        taken.append(word)
        if len(words) > 2:
            words.pop()
    return taken


print(longest("a  bbb\tcc \n dddd\x1fe"), longest(" \u2003"), longest("ä öö\u00a0üüü"))
print(repr(unwrapped("  one \r\n two\x0b\n\n three")))
print(numbered("a\n\nb\rc\r\nd\x85e\n"), numbered(""), numbered("\n"))
print(drained("a b c d e"), [len(w) for w in "x yy  zzz".split()], sum(int(n) for n in "1 2 3".split()))
first = iter("p q".split())
print(next(first), list(first), any(w == "b" for w in "a b c".split()))
