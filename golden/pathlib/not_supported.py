# What a Path of the compiler's own lacks is refused.
from pathlib import Path

path = Path("a")
print(path.owner())  # error: PT0304
path.symlink_to("b")  # error: PT0304
