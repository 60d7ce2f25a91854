# Items that are no numbers.
def trim(words):
    for i, word in enumerate(words):
        words[i] = word.strip()
    return [word for word in words if word]


a = [" x ", "", "y"]
print(trim(a), a)
for word in a:
    if word == "x":
        a[2] = word + word
print(a)
