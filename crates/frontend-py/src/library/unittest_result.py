from unittest import SkipTest, _SubTest
import sys as _unittest_sys
from time import perf_counter as _unittest_clock


class _Result:
    def __init__(self):
        self.testsRun = 0
        self.failures = []
        self.errors = []
        self.skipped = []
        self.begin = _unittest_clock()
        self.entered = ""

    def enter(self, case, is_prepared):
        if is_prepared and case == self.entered:
            raise NotImplementedError(f"{case} twice in a row: its tests would share what is set up for the class")
        self.entered = case

    def note(self, error, name):
        if isinstance(error, SkipTest):
            self.skip(name, str(error))
        elif isinstance(error, AssertionError):
            self.fail(name, _unittest_told(error))
        else:
            self.errors.append((name, _unittest_told(error)))
            _unittest_sys.stderr.write("E")

    def fail(self, name, text):
        self.failures.append((name, text))
        _unittest_sys.stderr.write("F")

    def skip(self, name, reason):
        self.skipped.append((name, reason))
        _unittest_sys.stderr.write("s")

    def step(self, name, function):
        try:
            function()
        except Exception as e:
            self.note(e, name)
            return False
        return True

    def run(self, case, test, name):
        self.testsRun += 1
        if not self.step(name, case.setUp):
            return
        is_fine = self.step(name, test)
        for what, is_failure, text in case._failed_parts:
            is_fine = False
            if is_failure:
                self.fail(f"{name} {what}", text)
            else:
                self.errors.append((f"{name} {what}", text))
                _unittest_sys.stderr.write("E")
        if not self.step(name, case.tearDown):
            is_fine = False
        for cleanup in reversed(case._cleanups):
            if not self.step(name, cleanup):
                is_fine = False
        if is_fine:
            _unittest_sys.stderr.write(".")

    def wasSuccessful(self):
        return not self.failures and not self.errors

    def report(self):
        err = _unittest_sys.stderr
        err.write("\n")
        for word, all in (("ERROR", self.errors), ("FAIL", self.failures)):
            for name, text in all:
                err.write("=" * 70 + f"\n{word}: {name}\n" + "-" * 70 + "\n")
                err.write(f"Traceback (most recent call last):\n{text}\n\n")
        err.write("-" * 70 + "\n")
        word = "test" if self.testsRun == 1 else "tests"
        err.write(f"Ran {self.testsRun} {word} in {_unittest_clock() - self.begin:.3f}s\n\n")
        told = []
        if self.failures:
            told.append(f"failures={len(self.failures)}")
        if self.errors:
            told.append(f"errors={len(self.errors)}")
        is_fine = not told
        if self.skipped:
            told.append(f"skipped={len(self.skipped)}")
        line = "OK" if is_fine else "FAILED"
        if told:
            line += f" ({', '.join(told)})"
        err.write(line + "\n")
        return is_fine
