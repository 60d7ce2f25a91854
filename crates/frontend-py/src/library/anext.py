async def _anext(iterator, *default):
    try:
        return await iterator.__anext__()
    except StopAsyncIteration:
        if not default:
            raise
        return default[0]
