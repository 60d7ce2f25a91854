import shlex as _shlex


def split(s, comments=False, posix=True):
    if not posix:
        _shlex._unsupported("`shlex.split` of other than POSIX shells")
    words = []
    word = ""
    is_word = False
    at = 0
    while at < len(s):
        char = s[at]
        at += 1
        if char in " \t\r\n":
            if is_word:
                words.append(word)
                word = ""
                is_word = False
        elif char == "#" and comments:
            while at < len(s) and s[at] != "\n":
                at += 1
            if is_word:
                words.append(word)
                word = ""
                is_word = False
        elif char == "\\":
            if at >= len(s):
                raise ValueError("No escaped character")
            word += s[at]
            is_word = True
            at += 1
        elif char == "'" or char == '"':
            is_word = True
            while True:
                if at >= len(s):
                    raise ValueError("No closing quotation")
                inner = s[at]
                at += 1
                if inner == char:
                    break
                if inner == "\\" and char == '"':
                    if at >= len(s):
                        raise ValueError("No escaped character")
                    if s[at] != '"' and s[at] != "\\":
                        word += inner
                    inner = s[at]
                    at += 1
                word += inner
        else:
            word += char
            is_word = True
    if is_word:
        words.append(word)
    return words
