# `keyword` knows the words that cannot be names.
import keyword

print(keyword.iskeyword("for"), keyword.iskeyword("four"), len(keyword.kwlist))
print([word for word in "if it is as we were not told".split() if keyword.iskeyword(word)])
