# What `sub` puts in the place of a match is a text or what a function answers; only the run may know which.
import re

RULES = [
    (r"\d+", "#"),
    (r"\b[a-z]", lambda found: found.group().upper()),
    (r"(\w+)-(\w+)", r"\2-\1"),
]


def apply(text):
    for pattern, new in RULES:
        text = re.sub(pattern, new, text)
    return text


class Cleaner:
    def __init__(self):
        self.rules = []

    def add(self, pattern, new="", flags=0):
        self.rules.append((re.compile(pattern, flags), new))
        return self

    def clean(self, text, times=0):
        for pattern, new in self.rules:
            text = pattern.sub(new, text, times)
        return text


print(apply("one 22 left-right"))
cleaner = Cleaner().add("[aeiou]", lambda found: found.group() * 2, re.I).add(r"\s+", "_").add("!")
print(cleaner.clean("An  Apple a day!"), cleaner.clean("An  Apple a day!", 1))
