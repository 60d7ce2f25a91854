# `getopt.error` is what `GetoptError` was called before.
import getopt


def parse(argv):
    try:
        return getopt.getopt(argv, "vf:", ["file="])
    except getopt.error as e:
        return str(e)


print(parse(["-v", "--file=x", "rest"]), parse(["-q"]), getopt.error is getopt.GetoptError)
