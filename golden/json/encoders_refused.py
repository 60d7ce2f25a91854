# An encoder that writes in its own way.
import json


class Loud(json.JSONEncoder):
    def encode(self, o):
        return super().encode(o).upper()


print(json.dumps({"a": "b"}, cls=Loud))  # error: PT0302
