# Number bases, temperatures, coordinates: typical converter functions.
def to_base(number: int, base: int) -> str:
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    if not 2 <= base <= 36:
        raise ValueError("base must be between 2 and 36")
    if number == 0:
        return "0"
    negative = number < 0
    number = abs(number)
    out = ""
    while number:
        number, r = divmod(number, base)
        out = digits[r] + out
    return "-" + out if negative else out


def binary_to_decimal(text: str) -> int:
    text = str(text).strip()
    if not text:
        raise ValueError("Empty string was passed to the function")
    is_negative = text[0] == "-"
    if is_negative:
        text = text[1:]
    if not all(char in "01" for char in text):
        raise ValueError("Non-binary value was passed to the function")
    value = 0
    for char in text:
        value = 2 * value + int(char)
    return -value if is_negative else value


UNITS = {"m": 1, "km": 1000, "cm": 0.01, "mi": 1609.344}


def convert(value: float, source: str, target: str) -> float:
    if source not in UNITS or target not in UNITS:
        raise ValueError(f"unknown unit, use one of {', '.join(UNITS)}")
    return value * UNITS[source] / UNITS[target]


def fahrenheit(celsius: float, ndigits: int = 2) -> float:
    """Convert Celsius to Fahrenheit.

    >>> fahrenheit(-40.0)
    -40.0
    """
    return round((float(celsius) * 9 / 5) + 32, ndigits)


print([to_base(n, b) for n, b in [(255, 16), (5, 2), (-35, 36), (0, 7), (2 ** 70, 32)]])
print([binary_to_decimal(t) for t in ("101", " -1100 ", "0")])
for bad in ("", "39", "1a"):
    try:
        binary_to_decimal(bad)
    except ValueError as e:
        print("ValueError:", e)
print(convert(1, "km", "m"), convert(5, "cm", "m"), convert(3.0, "mi", "km"), convert(2, "m", "m"))
try:
    convert(1, "ft", "m")
except ValueError as e:
    print(e)
print(fahrenheit(-40.0), fahrenheit(273.354, 3), fahrenheit(0), fahrenheit(36.6, ndigits=0))
assert to_base(10, 2) == bin(10)[2:]
assert fahrenheit(100) == 212.0
