class ContextDecorator:
    def __call__(self, func):
        def inner(*args, **kwds):
            with self:
                return func(*args, **kwds)

        inner.__name__ = func.__name__
        inner.__doc__ = func.__doc__
        return inner
