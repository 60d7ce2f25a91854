class _Program:
    def __init__(self, result):
        self.result = result
