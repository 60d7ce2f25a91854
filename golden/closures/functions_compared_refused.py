# Which of several that a loop made is not known.
made = [lambda: 1 for _ in range(2)]
print(made[0] == made[1])  # error: PT0305
