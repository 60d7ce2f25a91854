# A slice copies; indices past the ends are cut to the ends.
a = [0, 1, 2, 3, 4, 5]
print(a[1:3], a[:2], a[4:], a[:], a[-2:], a[:-2], a[-4:-1])
print(a[::2], a[1::2], a[::-1], a[4:1:-1], a[::-2], a[-1:-4:-1])
print(a[3:3], a[5:2], a[10:], a[-100:2], a[:100], a[2:-10])
print(a[100::-1], a[-1:0:-2], a[0:6:10], a[:0:-1])
try:
    a[::0]
except ValueError as e:
    print("ValueError:", e)
lo, hi = 1, 4
mid = (lo + hi) // 2
print(a[lo:mid], a[mid:hi], a[None:2], a[lo:None])
