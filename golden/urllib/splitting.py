# urllib.parse takes addresses apart, and puts them together again.
import urllib.parse
from urllib.parse import urldefrag, urljoin, urlsplit, urlunparse

for address in [
    "http://www.example.com/a/b;p?q=1#f",
    "HTTP://User:Pw@HOST:81/",
    "mailto:x@y.z",
    "//host/path",
    "a/b?c",
    "http://[::1]:80/x",
]:
    parsed = urllib.parse.urlparse(address)
    print(parsed, parsed.geturl())
    print(parsed.hostname, parsed.port, parsed.username, parsed.password)
    split = urlsplit(address)
    print(split, split.geturl() == address)

parsed = urllib.parse.urlparse("https://host/path?x=1")
scheme, netloc, *_ = parsed
print(scheme, netloc, parsed[2], parsed._replace(query="z=1").geturl())
print(urlunparse(("http", "host", "p", "", "q=1", "")), urldefrag("http://a/b#c"))

for reference in ["g", "./g", "/g", "//g", "?y", "#s", "", ".", "../", "../../../g", "mailto:a"]:
    print(urljoin("http://a/b/c/d;p?q", reference))

for wrong in ["http://a:x/", "http://a:99999/", "http://[::1/"]:
    try:
        print(urlsplit(wrong).port)
    except ValueError as error:
        print(error)
