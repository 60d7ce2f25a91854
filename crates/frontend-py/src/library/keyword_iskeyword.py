from keyword import kwlist


def iskeyword(s):
    return s in kwlist
