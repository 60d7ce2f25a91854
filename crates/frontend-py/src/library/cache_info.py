from typing import NamedTuple


class CacheInfo(NamedTuple):
    hits: int
    misses: int
    maxsize: int
    currsize: int


def _cache_info(counts, maxsize):
    return CacheInfo(counts[0], counts[1], maxsize, counts[2])
