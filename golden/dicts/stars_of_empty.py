# A dict made of the entries of one that is empty is empty, and takes any entry later.
entries = dict([])
entries = {**{**entries}}
entries[1] = 0
print(entries)

words = {}
words = {**words, **{**words}}
words["a"] = [1]
print(words, {**words, "b": []})
