# Of several prefixes or suffixes, one stands within the bounds.
print("hello".startswith(("ab", "ll"), 2), "hello".startswith(("he", "lo"), 2), "hello".startswith(("he", "x"), 0, 1))
print("hello".endswith(("ell", "x"), 0, 4), "hello".endswith(("lo",), 0, 4), "hello".endswith(("", "x"), 6))

prefixes = tuple("ab")
print("xab".startswith(prefixes, 1), "xab".startswith(prefixes), "xab".startswith((), 1))
