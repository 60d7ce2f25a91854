def _url_host(netloc):
    _, _, host = netloc.rpartition("@")
    _, bracket, bracketed = host.partition("[")
    if bracket:
        host, _, port = bracketed.partition("]")
        _, _, port = port.partition(":")
    else:
        host, _, port = host.partition(":")
    return host, port


def _url_hostname(netloc):
    host, _ = _url_host(netloc)
    if not host:
        return None
    name, percent, zone = host.partition("%")
    return name.lower() + percent + zone


def _url_port(netloc):
    _, text = _url_host(netloc)
    if not text:
        return None
    if not (text.isdigit() and text.isascii()):
        raise ValueError(f"Port could not be cast to integer value as {text!r}")
    port = int(text)
    if port > 65535:
        raise ValueError("Port out of range 0-65535")
    return port


def _url_username(netloc):
    user, at, _ = netloc.rpartition("@")
    if not at:
        return None
    return user.partition(":")[0]


def _url_password(netloc):
    user, at, _ = netloc.rpartition("@")
    _, colon, password = user.partition(":")
    return password if at and colon else None


class _Netloc:
    @property
    def hostname(self):
        return _url_hostname(self.netloc)

    @property
    def port(self):
        return _url_port(self.netloc)

    @property
    def username(self):
        return _url_username(self.netloc)

    @property
    def password(self):
        return _url_password(self.netloc)
