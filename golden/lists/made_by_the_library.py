# A list that a function of the library made may get items of other types; so may a dict.
import re


def numbered(line):
    parts = line.split()
    for i, part in enumerate(parts):
        if part.isdigit():
            parts[i] = int(part)
    return parts


print(numbered("add 1 x 20"))

head, *rest = "set:a:1".split(":")
print(head, rest)

row = "ann,30".split(",")
row[1] = int(row[1])
row.append(None)
print(row)

digits = re.findall(r"\d", "1 2 3")
for i in range(len(digits)):
    digits[i] = int(digits[i])
print(sum(digits), digits)

fields = re.match(r"(?P<key>\w+)=(?P<value>\d+)", "size=12").groupdict()
fields["value"] = int(fields["value"])
fields["unit"] = 2.5
print(fields)

lines = "a\nb".splitlines()
lines.extend([1, 2])
print(lines, "a b".split())
