# Whether there is an attribute, only the getter knows that raises; such questions are refused.
class Sensor:
    def __init__(self, value):
        self.value = value

    @property
    def reading(self):
        if self.value is None:
            raise AttributeError("no reading")
        return self.value

    @property
    def unit(self):
        return "K"


sensor = Sensor(3)
print(hasattr(sensor, "unit"), getattr(sensor, "unit", "none"))
print(hasattr(sensor, "reading"))  # error: PT0305
print(getattr(sensor, "reading", 0))  # error: PT0305
