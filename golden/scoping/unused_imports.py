# What the library has and nothing uses is imported without a word; using it is refused.
import doctest
import socket
import xml.etree.ElementTree as ET
from collections import UserString, deque
from datetime import date


def never_called():
    return socket.gethostname(), UserString()


def same(day: "date | None") -> "date | None":
    return day


print(deque([1]), same(None))
