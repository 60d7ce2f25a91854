# Words of a text, counted and sorted.
TEXT = """The quick brown fox jumps over the lazy dog.
The dog barks; the fox runs away. "Away!" says the dog."""


def words(text: str) -> list[str]:
    found = []
    for raw in text.lower().split():
        word = raw.strip('.,;!"')
        if word:
            found.append(word)
    return found


def count(items: list[str]) -> dict[str, int]:
    counts = {}
    for word in items:
        if word not in counts:
            counts[word] = 0
        counts[word] += 1
    return counts


def main() -> None:
    counts = count(words(TEXT))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for word, n in ranked[:4]:
        print(f"{word:>6} {n} {'*' * n}")
    longest = max(counts, key=len)
    print(ranked[-1], longest, counts["fox"])
    print(", ".join(w.upper() for w in counts if len(w) > 4))


if __name__ == "__main__":
    main()
