# replace changes all matches or the first few; translate maps characters.
s = "one fish two fish"
print(s.replace("fish", "cat"), s.replace("fish", "cat", 1), s.replace("x", "y"))
print("aaa".replace("aa", "b"), "abc".replace("", "-"), "abc".replace("b", ""))
table = str.maketrans("abc", "xyz")
print("aabbcc cab".translate(table))
vowels = str.maketrans("", "", "aeiou")
print("remove the vowels".translate(vowels))
print("tabs\there\tok".expandtabs(4), "a\tb".expandtabs())
