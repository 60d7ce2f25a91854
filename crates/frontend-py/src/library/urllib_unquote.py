def _unquote_part(text, encoding, errors):
    data = bytearray()
    at = 0
    while at < len(text):
        pair = text[at + 1 : at + 3]
        if text[at] == "%" and len(pair) == 2 and all(char in "0123456789abcdefABCDEF" for char in pair):
            data.append(int(pair, 16))
            at += 3
        else:
            data.append(ord(text[at]))
            at += 1
    return bytes(data).decode(encoding, errors)


def unquote(string, encoding="utf-8", errors="replace"):
    if "%" not in string:
        return string
    out = []
    start = 0
    for at in range(len(string) + 1):
        # Text that is no ASCII stays, and keeps what stands on its sides apart.
        if at == len(string) or ord(string[at]) > 127:
            if start < at:
                out.append(_unquote_part(string[start:at], encoding, errors))
            if at < len(string):
                out.append(string[at])
            start = at + 1
    return "".join(out)
