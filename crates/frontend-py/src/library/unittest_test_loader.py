class TestLoader:
    __module__ = "unittest.loader"
