# Slices work alike on strings, tuples and ranges, and keep the type.
s, t = "python", (1, 2, 3, 4)
print(s[1:4], s[::-1], s[-3:], s[:0] == "", s[::3])
print(t[1:], t[::-1], t[:1], t[5:], t[-2:-1])


def is_palindrome(x):
    return x == x[::-1]


print(is_palindrome("level"), is_palindrome([1, 2, 1]), is_palindrome((1, 2)))


def rotate(seq, n):
    n %= len(seq)
    return seq[n:] + seq[:n]


print(rotate("abcd", 1), rotate([1, 2, 3], -1), rotate((1, 2, 3), 5))
print([s[i:i + 2] for i in range(0, len(s), 2)], [s[i:] for i in range(3)])
