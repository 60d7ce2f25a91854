from urllib.parse import _join_url


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    return _join_url(scheme, netloc, url, query, fragment)
