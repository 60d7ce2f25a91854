# A suite holds the tests of classes, or single ones; a runner runs it, reports on standard error and says how it went.
import sys
import unittest
from unittest import TestLoader


class StackTest(unittest.TestCase):
    def setUp(self):
        self.stack = [1]

    def test_pop(self):
        print("pop")
        self.assertEqual(self.stack.pop(), 1)

    def test_wrong(self):
        print("wrong")
        self.assertEqual(self.stack.pop(), 2)

    def test_raises(self):
        print("raises")
        self.stack.remove(7)


class OtherTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("set up")

    def test_one(self):
        print("one")
        self.assertTrue(True)

    @unittest.skip("not yet")
    def test_two(self):
        self.fail()


def run_all():
    loader = unittest.TestLoader()
    suite = unittest.TestSuite()
    for case in (OtherTest, StackTest):
        suite.addTests(loader.loadTestsFromTestCase(case))
    suite.addTest(StackTest("test_pop"))
    print(suite.countTestCases())
    result = unittest.TextTestRunner(stream=sys.stderr, verbosity=2).run(suite)
    print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped))
    for test, _ in result.failures + result.errors:
        print("not well:", test)
    return result.wasSuccessful()


print(run_all())

both = unittest.TestSuite([TestLoader().loadTestsFromTestCase(StackTest), StackTest("test_wrong")])
print(unittest.TextTestRunner(verbosity=0).run(both).testsRun)

# What `main` gives, where the program goes on, has the result.
program = unittest.main(exit=False)
print(program.result.testsRun, program.result.wasSuccessful())
