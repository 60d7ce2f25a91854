"""Splitting text and counting in a dict: the most frequent words."""
import sys


def sample(n: int) -> str:
    parts = []
    state = 7
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        parts.append("w" + str(state // 65536 % 5000))
    return " ".join(parts)


def count(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in text.split():
        word = word.lower().strip(".,")
        counts[word] = counts.get(word, 0) + 1
    return counts


def main(n: int) -> None:
    counts = count(sample(n))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for word, times in ranked[:5]:
        print(word, times)


main(int(sys.argv[1]))
