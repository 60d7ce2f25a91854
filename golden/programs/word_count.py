# Text processing: splitting into words, counting, longest lines.
TEXT = """The quick brown fox jumps over the lazy dog.
The dog barks; the fox runs away!
"Is it over?" asks the dog."""


def words(text):
    cleaned = "".join(c.lower() if c.isalpha() else " " for c in text)
    return cleaned.split()


def count(items):
    counts = {}
    for item in items:
        if item in counts:
            counts[item] += 1
        else:
            counts[item] = 1
    return counts


counts = count(words(TEXT))
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f"{word:<8}{n:>3} {'#' * n}")
print(len(counts), sum(counts.values()), max(len(w) for w in counts))
lines = TEXT.splitlines()
for number, line in enumerate(lines, start=1):
    print(f"{number:02d} {len(line):3d} {line.strip()[:12]!r}")
print(max(lines, key=len).split()[-1], [len(line.split()) for line in lines])
by_length = {}
for w in sorted(counts):
    by_length.setdefault(len(w), []).append(w)
for length in sorted(by_length):
    print(length, ", ".join(by_length[length]))
print({c: words(TEXT).count(c) for c in ("the", "dog", "cat")})
print(" ".join(w.capitalize() for w in words(TEXT)[:4]), TEXT.count("\n"), TEXT.find("fox"))
