from urllib.parse import quote_plus


def urlencode(query, doseq=False, safe="", *, quote_via=quote_plus):
    pairs = query.items() if isinstance(query, dict) else query
    out = []
    for key, value in pairs:
        key = quote_via(str(key), safe)
        if doseq and isinstance(value, (list, tuple)):
            for one in value:
                out.append(key + "=" + quote_via(str(one), safe))
        else:
            out.append(key + "=" + quote_via(str(value), safe))
    return "&".join(out)
