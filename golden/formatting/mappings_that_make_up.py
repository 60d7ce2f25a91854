# Formats of mappings that make up what they do not hold.
from collections import defaultdict


class Template(dict):
    def __missing__(self, key):
        return "<" + key + ">"


class Environment:
    def __init__(self, **values):
        self.values = values

    def __getitem__(self, key):
        return self.values[key]


known = defaultdict(lambda: "?", name="Ada")
print("Dear %(name)s, 100%% of %(sum)5s" % known, len(known))
template = Template(name="Bob")
print("%(name)s owes %(sum)s" % template)
print("{name} owes {sum:>6} {{braces}} {name!r}".format_map(template))
environment = Environment(x=1, y=2.5)
print("%(x)03d %(y).2f" % environment, "{x}-{y}".format_map(environment))
plain = {"x": 1}
try:
    print("%(x)s %(z)s" % plain)
except KeyError as error:
    print("no", error)
