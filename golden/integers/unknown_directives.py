# A comment for the compiler that it does not know is refused, and so is one where nothing is assigned.
total = 1  # portalis: int=huge  # error: PT0106
total += 1  # portalis: big  # error: PT0106
print(total)  # portalis: int=big  # error: PT0106
total = 2  # portalis: int=big
print(total)
