def _join_url(scheme, netloc, url, query, fragment):
    known = (
        " ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn"
        " svn+ssh sftp nfs git git+ssh ws wss"
    ).split(" ")
    if netloc or (scheme and scheme in known and url[:2] != "//"):
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + netloc + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return url
