# String exercises: palindromes, anagrams, run lengths, search.
def is_palindrome(text: str) -> bool:
    cleaned = [c.lower() for c in text if c.isalnum()]
    return cleaned == cleaned[::-1]


def anagrams(words):
    groups = {}
    for w in words:
        key = "".join(sorted(w))
        groups.setdefault(key, []).append(w)
    return [g for g in groups.values() if len(g) > 1]


def encode(text):
    if not text:
        return ""
    out = []
    previous, n = text[0], 0
    for c in text:
        if c == previous:
            n += 1
        else:
            out.append(f"{previous}{n}")
            previous, n = c, 1
    out.append(f"{previous}{n}")
    return "".join(out)


def decode(text):
    out, digits, char = "", "", ""
    for c in text:
        if c.isdigit():
            digits += c
        else:
            out += char * int(digits or "0")
            char, digits = c, ""
    return out + char * int(digits or "0")


def kmp(text: str, pattern: str) -> list[int]:
    failure = [0]
    i, j = 0, 1
    while j < len(pattern):
        if pattern[i] == pattern[j]:
            i += 1
        elif i > 0:
            i = failure[i - 1]
            continue
        j += 1
        failure.append(i)
    found = []
    j = 0
    for i, c in enumerate(text):
        while j and c != pattern[j]:
            j = failure[j - 1]
        if c == pattern[j]:
            j += 1
        if j == len(pattern):
            found.append(i - j + 1)
            j = failure[j - 1]
    return found


def roman(n):
    table = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    result = ""
    for value, letters in table:
        count, n = divmod(n, value)
        result += letters * count
    return result


def balanced(text):
    pairs = {")": "(", "]": "[", "}": "{"}
    stack = []
    for c in text:
        if c in pairs.values():
            stack.append(c)
        elif c in pairs:
            if not stack or stack.pop() != pairs[c]:
                return False
    return not stack


def common_prefix(words):
    if not words:
        return ""
    prefix = words[0]
    for w in words[1:]:
        while not w.startswith(prefix):
            prefix = prefix[:-1]
    return prefix


print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("abc"), is_palindrome(""))
print(anagrams(["listen", "silent", "cat", "act", "dog", "tac"]))
print(encode("aaabbc"), decode(encode("wwwwaaadexxxxxx")), encode(""), kmp("ababcababab", "abab"))
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)])
print([balanced(t) for t in ("()[]{}", "([)]", "((", "", "a(b)c]")])
print(common_prefix(["flower", "flow", "flight"]), common_prefix(["dog", "car"]) == "")
