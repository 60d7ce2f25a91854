# What a runner tells has the times and the places of one machine in it, which other streams than sys.stderr do not get.
import io
import unittest


class SumTest(unittest.TestCase):
    def test_sum(self):
        self.assertEqual(1 + 1, 2)


suite = unittest.defaultTestLoader.loadTestsFromTestCase(SumTest)
unittest.TextTestRunner(stream=io.StringIO()).run(suite)  # error: PT0302
