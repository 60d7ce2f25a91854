# Whether a caught exception is an object of a class that is mixed into exceptions is not told yet.
class Mixin:
    def tag(self):
        return "mixin"
class Err(Mixin, ValueError):
    pass
for n in range(2):
    try:
        if n:
            raise Err("own")
        raise ValueError("plain")
    except ValueError as e:
        print(isinstance(e, Err), e)
        print(isinstance(e, Mixin))  # error: PT0305
