# `unittest.main` calls the tests in the order of their names and reports on standard error.
import unittest


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        if not self.items:
            raise IndexError("pop from empty stack")
        return self.items.pop()


class StackTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("once")

    def setUp(self):
        self.stack = Stack()
        self.addCleanup(print, "cleaned up")

    def tearDown(self):
        print("left:", self.stack.items)

    def test_order(self):
        for n in (1, 2, 3):
            self.stack.push(n)
        self.assertEqual(self.stack.pop(), 3)
        self.assertEqual(self.stack.items, [1, 2], "the last one is gone")
        self.assertIn(1, self.stack.items)
        self.assertIsInstance(self.stack, Stack)

    def test_empty(self):
        self.assertRaises(IndexError, self.stack.pop)
        with self.assertRaises(IndexError) as caught:
            self.stack.pop()
        self.assertEqual(str(caught.exception), "pop from empty stack")
        with self.assertRaisesRegex(IndexError, "empty"):
            self.stack.pop()

    @unittest.skip("not yet")
    def test_peek(self):
        self.fail("never called")


class RoundingTest(unittest.TestCase):
    def test_close(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertNotAlmostEqual(0.1, 0.2, places=2)
        self.assertAlmostEqual(10.0, 10.4, delta=0.5)

    def test_parts(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertLess(n, 3)


if __name__ == "__main__":
    unittest.main()
