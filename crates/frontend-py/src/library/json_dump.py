from json import dumps


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))
