# Ciphers: Caesar, Vigenere, Atbash, rail fence.
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def caesar(message: str, key: int) -> str:
    out = ""
    for symbol in message.upper():
        index = ALPHABET.find(symbol)
        out += symbol if index == -1 else ALPHABET[(index + key) % 26]
    return out


def vigenere(message, key, mode="encrypt"):
    translated = []
    key_index = 0
    key = key.upper()
    for symbol in message:
        num = ALPHABET.find(symbol.upper())
        if num != -1:
            shift = ALPHABET.find(key[key_index])
            num = (num + shift) % 26 if mode == "encrypt" else (num - shift) % 26
            translated.append(ALPHABET[num] if symbol.isupper() else ALPHABET[num].lower())
            key_index = (key_index + 1) % len(key)
        else:
            translated.append(symbol)
    return "".join(translated)


def atbash(text):
    table = str.maketrans(ALPHABET + ALPHABET.lower(), ALPHABET[::-1] + ALPHABET[::-1].lower())
    return text.translate(table)


def rail_fence(text: str, rails: int) -> str:
    if rails <= 0:
        raise ValueError("height of grid can't be 0 or negative")
    if rails == 1 or len(text) <= rails:
        return text
    grid: list[list[str]] = [[] for _ in range(rails)]
    lowest = rails - 1
    for position, character in enumerate(text):
        num = position % (lowest * 2)
        num = min(num, lowest * 2 - num)
        grid[num].append(character)
    return "".join("".join(row) for row in grid)


def xor(data: bytes, key: int) -> list:
    return [b ^ key for b in data]


print(caesar("Hello, World", 3), caesar(caesar("xyz", 5), -5), [caesar("KHOOR", -k) for k in range(2, 4)])
secret = vigenere("Attack at Dawn!", "Lemon")
print(secret, vigenere(secret, "lemon", mode="decrypt"))
print(atbash("Abc xyZ"), atbash(atbash("Round trip")), rail_fence("Hello World", 4), rail_fence("ab", 3))
try:
    rail_fence("x", 0)
except ValueError as e:
    print("ValueError:", e)
print(xor(b"Az", 32), "".join(chr(c) for c in xor(b"Az", 32)))
