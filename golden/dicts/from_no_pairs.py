# A dict made of items that are no pairs says which item is none.
for bad in (lambda: dict([1]), lambda: dict([None, None]), lambda: dict([]), lambda: dict([(1, 2), (3, 4)]), lambda: dict(["ab"]), lambda: dict(["abc"]), lambda: dict([(1, 2, 3)])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
