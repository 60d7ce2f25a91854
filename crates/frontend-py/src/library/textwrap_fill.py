from textwrap import wrap


def fill(text, width=70, **options):
    return "\n".join(wrap(text, width, **options))
