# What may be None, handed to `Counter`, `divmod`, `timedelta`, `fromisoformat` and `dedent`.
from collections import Counter
from datetime import date, timedelta
from textwrap import dedent

words = {"a": "aab", "d": "2024-02-03"}
sizes = {"a": 7}


def counted(key):
    return Counter(words.get(key)).most_common()


def parts(key):
    return divmod(sizes.get(key), 2), divmod(20, sizes.get(key))


def span(key):
    return timedelta(days=sizes.get(key))


def day(key):
    return date.fromisoformat(words.get(key))


def plain(key):
    return dedent(words.get(key))


for function, given in ((counted, "a"), (parts, "a"), (span, "a"), (day, "d"), (plain, "a")):
    for key in (given, "none"):
        try:
            print(function(key))
        except TypeError as error:
            print("TypeError:", error)
