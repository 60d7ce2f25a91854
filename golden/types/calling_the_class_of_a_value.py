# `type(old)(text)` makes a value of the class that another one has; that of None takes no arguments.
settings = {"port": 80, "ratio": 0.5, "name": "web", "owner": None, "debug": False}


def change(key, text):
    kind = type(settings[key])
    settings[key] = text in ("1", "yes") if kind is bool else kind(text)


change("port", "8080")
change("ratio", "0.75")
change("name", "app")
change("debug", "yes")
try:
    change("owner", "ann")
except TypeError as e:
    print(e)
print(settings)
print([type(value)() for value in (3, 2.5, "x", [1], None, True)])
