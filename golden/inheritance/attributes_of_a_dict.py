# A class derived from dict whose items are attributes, too: __getattr__ is asked for what a dict does not have.
class Record(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"no {name}") from None

    def __setattr__(self, name, value):
        self[name] = value


point = Record(x=1, y=2)
print(point.x, point["y"], len(point), sorted(point.items()), point.get("q", 7))
point.z = 5
print(point.z, "z" in point, list(point.keys()))
try:
    print(point.w)
except AttributeError as error:
    print(error)
