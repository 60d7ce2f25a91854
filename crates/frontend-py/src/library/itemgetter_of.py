def _itemgetter_of(*names):
    if not names:
        raise TypeError("itemgetter expected 1 argument, got 0")

    def get(row):
        if len(names) == 1:
            return row[names[0]]
        return tuple([row[name] for name in names])

    return get
