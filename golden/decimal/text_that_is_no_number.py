# Text that is no number raises InvalidOperation, whatever its letters.
from decimal import Decimal, InvalidOperation
for text in ("12€", "1.5", "abc", "", "1,5", " 7 ", "1_000", "--1", "é"):
    try:
        print(repr(text), Decimal(text))
    except InvalidOperation as e:
        print(repr(text), type(e).__name__, e)
