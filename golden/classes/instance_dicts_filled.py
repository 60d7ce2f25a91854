# Attributes that come by their names, through the dict of the object.
class Settings:
    defaults = {"colour": "red", "size": "small"}

    def __init__(self, **given):
        self.__dict__.update(self.defaults)
        vars(self).update(given)


class Record:
    def __init__(self, row):
        for key, value in row.items():
            self.__dict__[key] = value

    def set(self, key, value):
        self.__dict__[key] = value


settings = Settings(size="large")
print(settings.colour, settings.size)
record = Record({"width": 2, "height": 3})
record.set("width", 5)
print(record.width * record.height)
