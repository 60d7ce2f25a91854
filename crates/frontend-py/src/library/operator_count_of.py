def countOf(a, b):
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count
