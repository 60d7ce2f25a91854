from datetime import datetime


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    return datetime.strptime(string, format).timetuple()
