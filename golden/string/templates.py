# A Template is a text with $names, which substitute fills in; safe_substitute leaves those that it is not given.
import string
from string import Template

letter = Template("Dear $name,\nyou owe ${amount}USD, $$$amount in all")
print(letter.substitute(name="Ann", amount=10))
print(letter.substitute({"name": "Bob", "amount": 2.5}))
print(letter.substitute({"name": "Bob", "amount": 1}, name="Eve"))
print(letter.safe_substitute(name="Cleo"))
print(letter.template == string.Template(letter.template).template, letter.get_identifiers())

try:
    letter.substitute(name="x")
except KeyError as error:
    print("missing", error)

for text in ["bad $ 5", "one\ntwo ${x", "$1", "fine $_a1 $$", "end $", "é $é"]:
    template = string.Template(text)
    print(template.is_valid(), repr(template.safe_substitute(_a1="", x=1)))
    try:
        print(template.substitute({"_a1": None}))
    except ValueError as error:
        print(error)


class Percent(Template):
    delimiter = "%"


print(Percent("%name has 100%% of $x").substitute(name="Ann"))
print([row.substitute(d) for row in [Template("$a+$b"), Template("${b}-$a")] for d in [dict(a=1, b=2), dict(a=3, b=4)]])
