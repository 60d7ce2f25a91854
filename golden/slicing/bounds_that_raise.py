# A bound that raises is as far as a slice gets.
def starts(text, words):
    found = []
    for word in words:
        if text[: len(word)] == word:
            found.append(word)
    return found


print(starts("hello", ["he", "lo"]))
try:
    starts("hello", [1])
except TypeError as error:
    print("TypeError:", error)
