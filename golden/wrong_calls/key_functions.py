# A key function that takes other arguments than one item raises TypeError for the first item; without items nothing calls it.
words = ["pear", "fig"]
for order in (
    lambda: words.sort(key=lambda word, other: 0),
    lambda: sorted(words, key=lambda: 0),
    lambda: max(words, key=lambda word, other, *, last: 1),
    lambda: [*map(lambda word, other: word, words)],
):
    try:
        print(order())
    except TypeError as error:
        print(error)
print(words, sorted(words[:0], key=lambda word, other: 0))
