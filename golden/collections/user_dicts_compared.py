# A `UserDict` equals a dict, and another of its kind, with the same items.
from collections import UserDict


class Settings(UserDict):
    def __getitem__(self, key):
        return self.data[key] * 2


plain = UserDict({"a": 1})
print(plain == {"a": 1}, {"a": 1} == plain, plain != {"a": 1}, plain == UserDict(a=1), plain == UserDict())
print(Settings(a=1) == {"a": 2}, plain == [("a", 1)])
