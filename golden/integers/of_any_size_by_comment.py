# Python's integers have no width. A comment on a line asks for it where the compiler does not see that it is needed.
def parse(text):
    number = int(text)  # portalis: int=big
    return number


class Counter:
    def __init__(self):
        self.n = 0  # portalis: int=big

    def add(self, x):
        self.n += x


total = 0  # portalis: int=big
for x in [2**62, 1, 2**62]:
    total += x
print(total)  # 64 bits would not hold it

print(parse("123456789012345678901234567890"), parse(" -7 ") * 2)

counter = Counter()
for _ in range(3):
    counter.add(2**62)
print(counter.n)

# The operations of the line, its literals and those of its containers.
a, b = 9223372036854775806, 1  # portalis: int=big
a += b
a += b
print(a, b)
table = [1] * 3  # portalis: int=big
for i in range(len(table)):
    table[i] += 9223372036854775807
print(table, sum(table))
squares = {n: n * n for n in range(4)}  # portalis: int=big
squares[4] = 2**64
print(squares)
whole = round(1e25)  # portalis: int=big
print(whole, whole % 7)

# The other way round: this grows in a loop, but never far.
small = 1
for _ in range(10):
    small *= 3  # portalis: int=i64
print(small)  # `# portalis: int=big` in prose does nothing
long = (
    1
    + int("9223372036854775807")  # portalis: int=big
)
print(long)
