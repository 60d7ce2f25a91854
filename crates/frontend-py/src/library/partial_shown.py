def partial(func, /, *args, **keywords):
    def call(*more, **named):
        values = args + more
        names = {**keywords, **named}
        return func(*values, **names)

    call.func = func
    call.args = args
    call.keywords = keywords
    return call
