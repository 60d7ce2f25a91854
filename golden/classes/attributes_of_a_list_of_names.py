# Attributes whose names stand in a list that the program writes out, beside texts that are names of builtin methods.
FIELDS = ("name", "phone", "email")


class Contact(object):
    def __init__(self, *args, **more):
        for field, value in zip(FIELDS, args):
            setattr(self, field, value)
        for field in FIELDS[len(args):]:
            setattr(self, field, more.pop(field, None))
        if more:
            raise TypeError("unexpected: " + ", ".join(sorted(more)))

    def matches(self, text):
        return any(text in str(getattr(self, field)).lower() for field in FIELDS)

    def dump(self):
        return "|".join("" if getattr(self, f) is None else getattr(self, f) for f in FIELDS)


contacts = [Contact("Ann", "555"), Contact("Bob", email="bob@y.org")]
COMMANDS = {
    "find": lambda text: [c.name for c in contacts if c.matches(text)],
    "count": lambda text: len(contacts),
}
for command, text in [("find", "ann"), ("find", "y.org"), ("count", "")]:
    print(command, COMMANDS[command](text))
print([c.dump() for c in contacts])
try:
    Contact("Eve", fax="1")
except TypeError as error:
    print(error)
