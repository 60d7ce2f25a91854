# replace changes all matches or the first few; translate maps characters.
s = "one fish two fish"
print(s.replace("fish", "cat"), s.replace("fish", "cat", 1), s.replace("x", "y"))
print("aaa".replace("aa", "b"), "abc".replace("", "-"), "abc".replace("b", ""))
table = str.maketrans("abc", "xyz")  # error: PT0304
print("aabbcc cab".translate(table))  # error: PT0304
vowels = str.maketrans("", "", "aeiou")  # error: PT0304
print("remove the vowels".translate(vowels))  # error: PT0304
print("tabs\there\tok".expandtabs(4), "a\tb".expandtabs())
