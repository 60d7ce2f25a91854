def truth(a):
    return True if a else False
