# A float prints as the shortest text that reads back to the same number.
print(1.0, 0.5, 3.14, 10.0)
print(.5, 5., 1e3, 1E-3)
print(0.1 + 0.2)
print(1e15, 1e16, 1e17, 123456789012345680.0)
print(0.0001, 0.00001, 1.5e-7)
print(1e100, 1.7976931348623157e308, 5e-324)
print(1_000.5, 1e400, -1e400)
print(-0.0, 0.0)
