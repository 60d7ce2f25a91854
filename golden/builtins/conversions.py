# int, float, str, bool, list, tuple, set and dict convert.
print(int("12"), int(12.7), int("-0b101", 2), float("1.5"), float(2), str(1.0), str([1, "a"]), bool("x"))
print(list("ab"), list((1, 2)), list({"k": 1}), tuple([1]), tuple("xy"), set([1, 1]), dict([("a", 1)]), list(range(3)))
print(int(), float(), repr(str()), bool(), list(), tuple(), set(), dict())
print(bin(10), oct(8), hex(255), bin(-5), hex(-255), bin(0), hex(2 ** 70), chr(97), ord("a"))
print(list(map(float, [1, "2"])), [str(x) for x in (1, None, 2.5)], divmod(-7, 2), divmod(7.5, 2), divmod(10 ** 20, 7))
print(int(str(5) * 3), float(str(0.1)), "".join(sorted(str(3120))), sum(int(d) for d in str(98765)))
print(hash(1) == hash(1.0), hash("a") == hash("a"), int("١٢"), int("0_1"))
try:
    chr(-1)
except ValueError as e:
    print("ValueError:", e)
try:
    ord("ab")
except TypeError as e:
    print("TypeError:", e)
