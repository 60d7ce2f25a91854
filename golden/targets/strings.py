# Text that is indexed, sliced, walked, built and formatted.
def is_palindrome(text: str) -> bool:
    left, right = 0, len(text) - 1
    while left < right:
        if text[left] != text[right]:
            return False
        left += 1
        right -= 1
    return True


def caesar(text: str, shift: int) -> str:
    result = ""
    for char in text:
        if "a" <= char <= "z":
            result += chr((ord(char) - ord("a") + shift) % 26 + ord("a"))
        else:
            result += char
    return result


def runs(text: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for char in text:
        if found and found[-1][0] == char:
            found[-1] = (char, found[-1][1] + 1)
        else:
            found.append((char, 1))
    return found


word = "naïve café"
print(is_palindrome("rotator"), is_palindrome(word), is_palindrome("été"))
print(caesar("hello, world", 3), caesar(caesar("abc", -1), 1))
print(runs("aaabccé"))
print(len(word), word[2], word[-4:], word[:5].upper(), word[::-1], repr(word[5:]))
print(word.title(), word.find("c"), word.replace("é", "e").isascii(), repr("it's\n"))
print(f"[{word:^14}] [{word[:2]:>4}] [{'日本':*<5}]")
