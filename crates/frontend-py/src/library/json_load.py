from json import loads


def load(fp, **options):
    return loads(fp.read(), **options)
