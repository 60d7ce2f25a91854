class Error(Exception):
    __module__ = "_csv"
