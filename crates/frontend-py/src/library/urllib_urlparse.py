from typing import NamedTuple as _ParseTuple

from urllib.parse import _Netloc, _split_url, urlunparse


class _ParseResult(_ParseTuple):
    scheme: str
    netloc: str
    path: str
    params: str
    query: str
    fragment: str


class ParseResult(_ParseResult, _Netloc):
    def geturl(self):
        return urlunparse((self.scheme, self.netloc, self.path, self.params, self.query, self.fragment))


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = _split_url(url, scheme, allow_fragments)
    params = ""
    known = " ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel".split(" ")
    if scheme in known and ";" in path:
        at = path.find(";", path.rfind("/") + 1)
        if at >= 0:
            path, params = path[:at], path[at + 1 :]
    return ParseResult(scheme, netloc, path, params, query, fragment)
