from unittest import SkipTest, _AssertRaises, _SubTest
import re as _unittest_case_re


class TestCase:
    __module__ = "unittest.case"
    maxDiff = 640
    longMessage = True

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._failed_parts = []
        self._cleanups = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    def id(self):
        return f"__main__.{type(self).__name__}.{self._testMethodName}"

    def fail(self, msg=None):
        raise AssertionError(msg)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        what = f"[{msg}] " if msg is not None else ""
        what += "(" + ", ".join([f"{name}={value!r}" for name, value in params.items()]) + ")"
        return _SubTest(self, what)

    def assertEqual(self, first, second, msg=None):
        if not first == second:
            raise AssertionError(_unittest_message(msg, f"{first!r} != {second!r}"))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            raise AssertionError(_unittest_message(msg, f"{first!r} == {second!r}"))

    def assertTrue(self, expr, msg=None):
        if not expr:
            raise AssertionError(_unittest_message(msg, f"{expr!r} is not true"))

    def assertFalse(self, expr, msg=None):
        if expr:
            raise AssertionError(_unittest_message(msg, f"{expr!r} is not false"))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            raise AssertionError(_unittest_message(msg, f"{expr1!r} is not {expr2!r}"))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            raise AssertionError(_unittest_message(msg, f"unexpectedly identical: {expr1!r}"))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            raise AssertionError(_unittest_message(msg, f"{obj!r} is not None"))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            raise AssertionError(_unittest_message(msg, "unexpectedly None"))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            raise AssertionError(_unittest_message(msg, f"{member!r} not found in {container!r}"))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            raise AssertionError(_unittest_message(msg, f"{member!r} unexpectedly found in {container!r}"))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            raise AssertionError(_unittest_message(msg, f"{obj!r} is not an instance of {cls!r}"))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            raise AssertionError(_unittest_message(msg, f"{obj!r} is an instance of {cls!r}"))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            raise AssertionError(_unittest_message(msg, f"{a!r} not greater than {b!r}"))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            raise AssertionError(_unittest_message(msg, f"{a!r} not greater than or equal to {b!r}"))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            raise AssertionError(_unittest_message(msg, f"{a!r} not less than {b!r}"))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            raise AssertionError(_unittest_message(msg, f"{a!r} not less than or equal to {b!r}"))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        diff = abs(first - second)
        if delta is not None:
            if diff <= delta:
                return
            told = f"{first!r} != {second!r} within {delta!r} delta ({diff!r} difference)"
        else:
            if places is None:
                places = 7
            if round(diff, places) == 0:
                return
            told = f"{first!r} != {second!r} within {places!r} places ({diff!r} difference)"
        raise AssertionError(_unittest_message(msg, told))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None:
            if not first == second and abs(first - second) > delta:
                return
            told = f"{first!r} == {second!r} within {delta!r} delta"
        else:
            if places is None:
                places = 7
            if not first == second and round(abs(first - second), places) != 0:
                return
            told = f"{first!r} == {second!r} within {places!r} places"
        raise AssertionError(_unittest_message(msg, told))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertEqual(list1, list2, msg)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertEqual(tuple1, tuple2, msg)

    def assertSetEqual(self, set1, set2, msg=None):
        self.assertEqual(set1, set2, msg)

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertEqual(d1, d2, msg)

    def assertSequenceEqual(self, seq1, seq2, msg=None):
        self.assertEqual(list(seq1), list(seq2), msg)

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertEqual(first, second, msg)

    def assertCountEqual(self, first, second, msg=None):
        left, right = list(first), list(second)
        rest = list(right)
        is_same = len(left) == len(right)
        for each in left:
            if each in rest:
                rest.remove(each)
            else:
                is_same = False
        if not is_same:
            told = f"Element counts were not equal:\n{left!r}\n{right!r}"
            raise AssertionError(_unittest_message(msg, told))

    def assertRegex(self, text, expected_regex, msg=None):
        if not _unittest_case_re.search(expected_regex, text):
            told = f"Regex didn't match: {expected_regex!r} not found in {text!r}"
            raise AssertionError(_unittest_message(msg, told))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if _unittest_case_re.search(unexpected_regex, text):
            told = f"Regex matched: {unexpected_regex!r} matches in {text!r}"
            raise AssertionError(_unittest_message(msg, told))

    def assertRaises(self, expected_exception):
        return _AssertRaises(expected_exception, None)

    def assertRaisesRegex(self, expected_exception, expected_regex):
        return _AssertRaises(expected_exception, expected_regex)

    def _assert_call_raises(self, expected, call):
        with _AssertRaises(expected, None):
            call()

    def _assert_call_raises_regex(self, expected, pattern, call):
        with _AssertRaises(expected, pattern):
            call()

    def _add_cleanup(self, call):
        self._cleanups.append(call)


def _unittest_message(msg, told):
    return told if msg is None else f"{told} : {msg}"
