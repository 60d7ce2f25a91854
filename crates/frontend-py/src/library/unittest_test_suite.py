class TestSuite:
    __module__ = "unittest.suite"

    def __init__(self, tests=()):
        self._cases = []
        self._n_tests = 0
        self.addTests(tests)

    def _with(self, case, n_tests):
        self._cases.append(case)
        self._n_tests += n_tests
        return self

    def addTest(self, test):
        self._cases.extend(test._cases)
        self._n_tests += test._n_tests

    def addTests(self, tests):
        if isinstance(tests, TestSuite):
            self.addTest(tests)
        else:
            for test in tests:
                self.addTest(test)

    def countTestCases(self):
        return self._n_tests
