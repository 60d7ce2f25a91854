# A test that fails, or raises something else, lets the others run; the program ends with status 1.
from unittest import TestCase, main


def double(x):
    return x + x


class DoubleTest(TestCase):
    def test_number(self):
        self.assertEqual(double(2), 5)

    def test_text(self):
        self.assertEqual(double("ab"), "abab")
        print("text is fine")

    def test_nothing(self):
        double(None)

    def test_parts(self):
        for n in (0, 1, 2):
            with self.subTest(n=n):
                self.assertEqual(double(n), n)
                print("fine for", n)


main()
