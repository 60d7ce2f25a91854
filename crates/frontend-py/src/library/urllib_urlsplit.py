from typing import NamedTuple as _SplitTuple

from urllib.parse import _join_url, _Netloc, _split_url


class _SplitResult(_SplitTuple):
    scheme: str
    netloc: str
    path: str
    query: str
    fragment: str


class SplitResult(_SplitResult, _Netloc):
    def geturl(self):
        return _join_url(self.scheme, self.netloc, self.path, self.query, self.fragment)


def urlsplit(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = _split_url(url, scheme, allow_fragments)
    return SplitResult(scheme, netloc, path, query, fragment)
