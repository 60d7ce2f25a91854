# `List[int]` and `Optional[int]` have a text of their own, too.
from typing import List, Optional

print(Optional[int])  # error: PT0305
print(List[int])  # error: PT0305
