# A variable that a class body deletes again leaves no attribute.
import re


class Words:
    mark = r"[!?]"
    letter = "[a-z]"
    pattern = re.compile("(?:%s)+%s*" % (letter, mark))
    del mark, letter

    def find(self, text):
        return self.pattern.findall(text)


print(Words().find("well! what now?"))
