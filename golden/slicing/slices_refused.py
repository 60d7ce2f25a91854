# A slice as a value holds whole numbers and None: other bounds are refused.
class Words:
    def __getitem__(self, key):
        return key


words = Words()
print(words["a":"b"])  # error: PT0305
print(words[1:True])  # error: PT0305
