class _Names:
    def __init__(self, names, size):
        self._names = [name[:size] for name in names]

    def __getitem__(self, i):
        return self._names[i]

    def __len__(self):
        return len(self._names)
