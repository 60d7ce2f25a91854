# Sets order by inclusion; dicts have equality only, whatever the order.
print({1, 2} == {2, 1}, {1} < {1, 2}, {1, 2} <= {1, 2}, {1, 3} < {1, 2})
print({1, 2} > {2}, {1, 2} >= {3}, set() < {1})
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2})
print({1: "x"} == {1.0: "x"}, {} == {})
print(1 in {1: 2}, 2 in {1: 2}, 1.0 in {1, 2})
