# Predicates ask whether every character is of a kind; the empty string is none.
for s in ["abc", "ABC", "abc1", "123", "12.5", " ", "", "a b", "é", "²", "½", "_x"]:
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isnumeric(), s.isdecimal())
print("hello".isidentifier(), "1a".isidentifier(), "abc".isascii(), "é".isascii(), "a\n".isprintable())
