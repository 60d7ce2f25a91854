# Whether a property whose attribute may be missing is there, only its getter knows.
class Sensor:
    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    @property
    def unit(self):
        return self.missing


sensor = Sensor()
print(hasattr(sensor, "value"))  # error: PT0305
print(getattr(sensor, "unit", "m"))  # error: PT0305
