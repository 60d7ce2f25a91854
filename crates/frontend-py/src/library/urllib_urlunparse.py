from urllib.parse import _join_url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = url + ";" + params
    return _join_url(scheme, netloc, url, query, fragment)
