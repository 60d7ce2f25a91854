class AsyncExitStack:
    __module__ = "contextlib"

    def __init__(self):
        self._exits = []

    async def enter_async_context(self, cm):
        result = await cm.__aenter__()

        async def leave(kind, value, traceback):
            return bool(await cm.__aexit__(kind, value, traceback))

        self._exits.append(leave)
        return result

    def enter_context(self, cm):
        result = cm.__enter__()

        async def leave(kind, value, traceback):
            return bool(cm.__exit__(kind, value, traceback))

        self._exits.append(leave)
        return result

    def callback(self, callback, /, *args, **kwds):
        async def leave(kind, value, traceback):
            callback(*args, **kwds)
            return False

        self._exits.append(leave)
        return callback

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(kind, value, traceback):
            await callback(*args, **kwds)
            return False

        self._exits.append(leave)
        return callback

    def pop_all(self):
        other = AsyncExitStack()
        other._exits = self._exits
        self._exits = []
        return other

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        pending = value
        trace = traceback
        is_new = False
        while self._exits:
            leave = self._exits.pop()
            try:
                if pending is None:
                    await leave(None, None, None)
                elif await leave(type(pending), pending, trace):
                    pending = None
                    is_new = False
            except BaseException as error:
                pending = error
                trace = object()
                is_new = True
        if pending is not None and is_new:
            raise pending
        return value is not None and pending is None
