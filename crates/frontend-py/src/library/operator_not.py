def not_(a):
    return not a
