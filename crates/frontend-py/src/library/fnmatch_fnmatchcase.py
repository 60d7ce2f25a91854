def _fnmatch_set(pattern, at):
    # Where the set ends that begins behind `at`; `at` if it never does.
    end = at
    if end < len(pattern) and pattern[end] == "!":
        end += 1
    if end < len(pattern) and pattern[end] == "]":
        end += 1
    while end < len(pattern) and pattern[end] != "]":
        end += 1
    return end if end < len(pattern) else at - 1


def _fnmatch_in(chars, char):
    is_negated = chars.startswith("!")
    if is_negated:
        chars = chars[1:]
    at = 0
    found = False
    while at < len(chars):
        if at + 2 < len(chars) and chars[at + 1] == "-":
            if chars[at] <= char <= chars[at + 2]:
                found = True
            at += 3
        else:
            if chars[at] == char:
                found = True
            at += 1
    return found != is_negated


def _fnmatch_text(name, pat):
    places = {0}
    at = 0
    while at < len(pat):
        char = pat[at]
        after = set()
        if char == "*":
            after = set(range(min(places), len(name) + 1)) if places else set()
        elif char == "[" and _fnmatch_set(pat, at + 1) > at:
            end = _fnmatch_set(pat, at + 1)
            chars = pat[at + 1 : end]
            for place in places:
                if place < len(name) and _fnmatch_in(chars, name[place]):
                    after.add(place + 1)
            at = end
        else:
            for place in places:
                if place < len(name) and (char == "?" or char == name[place]):
                    after.add(place + 1)
        places = after
        at += 1
    return len(name) in places


def fnmatchcase(name, pat):
    if isinstance(pat, bytes):
        if isinstance(name, str):
            raise TypeError("cannot use a bytes pattern on a string-like object")
        return _fnmatch_text(name.decode("latin-1"), pat.decode("latin-1"))
    if isinstance(name, bytes):
        raise TypeError("cannot use a string pattern on a bytes-like object")
    return _fnmatch_text(name, pat)
