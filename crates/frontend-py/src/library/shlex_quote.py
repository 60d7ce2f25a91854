def quote(s):
    if not s:
        return "''"
    for char in s:
        if not (char.isascii() and (char.isalnum() or char in "_@%+=:,./-")):
            return "'" + s.replace("'", "'\"'\"'") + "'"
    return s
