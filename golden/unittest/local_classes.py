# A test runs once, so that the classes in it may have attributes of their own and share its variables.
import unittest


class TestObservers(unittest.TestCase):
    def test_shared_variables(self):
        seen = []

        class Observer:
            names = ["first"]

            def update(self, value):
                seen.append((self.names[0], value))

        observer = Observer()
        observer.update(1)
        observer.update(2)
        self.assertEqual(seen, [("first", 1), ("first", 2)])
        self.assertIsInstance(observer, Observer)
        self.assertIs(type(observer), Observer)

    def test_counts(self):
        class Counted:
            made = 0

            def __init__(self):
                Counted.made += 1

        for _ in range(3):
            Counted()
        self.assertEqual(Counted.made, 3)


if __name__ == "__main__":
    unittest.main()
