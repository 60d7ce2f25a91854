# Attributes that come from keywords, beside a class that answers for the attributes that its objects lack.
class Config:
    def __init__(self, **kw):
        self.__dict__.update(kw)
    def show(self):
        return self.host, self.port

class Proxy:
    def __init__(self, target):
        self._target = target
        self.calls = 0
    def __getattr__(self, name):
        self.calls += 1
        return getattr(self._target, name)

class Record:
    def __init__(self, **fields):
        for key, value in fields.items():
            setattr(self, key, value)
    def __repr__(self):
        inner = ", ".join(f"{k}={v!r}" for k, v in vars(self).items())
        return f"Record({inner})"

c = Config(host="h", port=80)
print(c.show(), vars(c))
p = Proxy(c)
print(p.host, p.show(), p.calls)
print(Record(name="n", size=3))
try:
    print(c.missing)
except AttributeError as e:
    print(e)
try:
    print(p.missing)
except AttributeError as e:
    print(e)
