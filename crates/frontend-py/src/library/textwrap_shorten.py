from textwrap import wrap


def shorten(text, width, **options):
    return "\n".join(wrap(" ".join(text.strip().split()), width, max_lines=1, **options))
