# A dict from classes to methods: a class that is no key raises KeyError before the method is called.
class Encoder:
    def __init__(self):
        self.encoders = {int: self.encode_int, str: self.encode_str, list: self.encode_list}

    def encode(self, value):
        out = []
        self.encoders[type(value)](value, out)
        return "".join(out)

    def encode_int(self, value, out):
        out.append("i%de" % value)

    def encode_str(self, value, out):
        out.append("%d:%s" % (len(value), value))

    def encode_list(self, value, out):
        out.append("l")
        for item in value:
            self.encoders[type(item)](item, out)
        out.append("e")


encoder = Encoder()
print(encoder.encode(42), encoder.encode("spam"), encoder.encode([1, "a", [2]]))
try:
    encoder.encode(1.5)
except KeyError as error:
    print("KeyError", error)
