# Some letters have two small ones, or two capitals: without case they are all one.
import re

for letter, other in ["K\u212a", "\u0412\u1c80", "\ufb05\ufb06", "\u0130i", "S\u017f", "\u03a3\u03c2", "\u00df\u1e9e"]:
    one = re.match(letter, other, re.IGNORECASE)
    of_set = re.match(f"[19{letter}]", other, re.IGNORECASE)
    of_none = re.match(f"[^{letter}]", other, re.IGNORECASE)
    print(ascii(letter), ascii(other), bool(one), bool(of_set), bool(of_none))

print(bool(re.match("[\u2129-\u212b]", "k", re.IGNORECASE)), bool(re.match("[R-T]", "\u00df", re.IGNORECASE)))
print(re.findall("(?i)straße", "STRASSE straße STRAẞE"), re.sub("(?i)[а-я]+", "_", "ПРИВЕТ мир"))
