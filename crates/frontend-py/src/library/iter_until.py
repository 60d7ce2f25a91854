def _iter_until(function, sentinel):
    while True:
        value = function()
        if value == sentinel:
            return
        yield value
