# A special method that answers with another class than Python asks for raises `TypeError` where it is called; where a program
# may go on from there, it is refused.
class Sign:
    def __init__(self, text):  # error: PT0305
        self.text = text
        return text

    def __hash__(self):  # error: PT0305
        return self.text

    def __int__(self):  # error: PT0305
        return self.text


print(hash(Sign("go")), int(Sign("go")))
