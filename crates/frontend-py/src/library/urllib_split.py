def _split_url(url, scheme, allow_fragments):
    url = url.lstrip("".join(chr(code) for code in range(33)))
    for char in "\t\r\n":
        url = url.replace(char, "")
    netloc = query = fragment = ""
    at = url.find(":")
    if at > 0 and url[0].isascii() and url[0].isalpha():
        if all(char.isascii() and (char.isalnum() or char in "+-.") for char in url[:at]):
            scheme, url = url[:at].lower(), url[at + 1 :]
    if url[:2] == "//":
        ends = [end for end in (url.find(char, 2) for char in "/?#") if end >= 0]
        end = min(ends) if ends else len(url)
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    return scheme, netloc, url, query, fragment
