# Format specs for integers: fill, align, sign, #, width, grouping, type.
n = 1234567
print(f"{n:d}|{n:10}|{n:<10}|{n:^11}|{n:010}|{n:,}|{n:_}")
print(f"{n:+}|{-n:+}|{n: }|{n:x}|{n:X}|{n:#x}|{n:b}|{n:o}|{n:#b}")
print(f"{42:05d}|{-42:05d}|{-42:06}|{42:*>8}|{42:=+8}|{42:<5}|")
print(f"{65:c}|{3:.2f}|{3:e}|{50:%}|{2 ** 70:,}|{255:#06x}|{255:08b}")
print(f"{True}|{True:d}|{True:5}|{False:<6}|")
print("{:>6}|{:<6}|{:^6}|{:06.2f}".format(1, 2, 3, 4.5))
print(format(255, "x"), format(1234.5, ",.2f"), format(7, "03"), format("s", "3"))
