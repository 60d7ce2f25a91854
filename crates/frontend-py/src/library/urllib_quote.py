def quote(string, safe="/", encoding="utf-8", errors="strict"):
    out = []
    for byte in string.encode(encoding, errors):
        char = chr(byte)
        if byte < 128 and (char.isalnum() or char in "_.-~" or char in safe):
            out.append(char)
        else:
            out.append(f"%{byte:02X}")
    return "".join(out)
