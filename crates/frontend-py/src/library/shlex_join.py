from shlex import quote


def join(split_command):
    return " ".join([quote(word) for word in split_command])
