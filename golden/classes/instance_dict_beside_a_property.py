# A property of another class has the name of an attribute that an object may be given by name.
class Event:
    def __init__(self, **data):
        self.__dict__.update(data)


class Thermostat:
    def __init__(self):
        self.log = []

    @property
    def temp(self):
        return self.now

    @temp.setter
    def temp(self, value):
        self.log.append("temp")
        self.now = value


thermostat = Thermostat()
thermostat.temp = 20
thermostat.temp += 1
print(vars(Event(temp=thermostat.temp, by="hand")), vars(thermostat))
