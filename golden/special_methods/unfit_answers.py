# A special method that answers with another class than Python asks for raises `TypeError` where it is called; it is refused.
class Lamp:
    def __init__(self, watts):
        self.watts = watts

    def __bool__(self):  # error: PT0305
        return self.watts


class Sign:
    def __init__(self, text):  # error: PT0305
        self.text = text
        return text

    def __str__(self):  # error: PT0305
        return len(self.text)

    def __hash__(self):  # error: PT0305
        return self.text


print(bool(Lamp(4)), Sign("stop"), hash(Sign("go")))
