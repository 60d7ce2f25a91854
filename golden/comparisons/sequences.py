# Sequences compare item by item; the first difference decides, then length.
print([1, 2] == [1, 2], [1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0])
print((1, "b") < (1, "c"), (2,) > (1, 9, 9))
print("apple" < "banana", "Zebra" < "apple", "a" < "aa", "" < "a")
print([1, 2] != [2, 1], (1, 2) == (1.0, 2.0))
print([[1], [2]] < [[1], [3]], max([[1, 5], [2, 0]]))
print([1] == (1,), "1" == 1, None == 0)
print(sorted([(2, "b"), (1, "z"), (2, "a")]))
print("é" > "z", "10" < "9", "abc" >= "abc")
