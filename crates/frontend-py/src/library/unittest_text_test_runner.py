from unittest import _Result


class TextTestRunner:
    __module__ = "unittest.runner"

    def __init__(self, descriptions=True, verbosity=1):
        self.descriptions = descriptions
        self.verbosity = verbosity

    def run(self, test):
        result = _Result()
        for case in test._cases:
            case(result)
        result.report()
        return result
