from textwrap import wrap


def shorten(
    text,
    width,
    *,
    initial_indent="",
    subsequent_indent="",
    expand_tabs=True,
    replace_whitespace=True,
    break_long_words=True,
    drop_whitespace=True,
    break_on_hyphens=True,
    tabsize=8,
    placeholder=" [...]",
):
    lines = wrap(
        " ".join(text.strip().split()),
        width,
        max_lines=1,
        initial_indent=initial_indent,
        subsequent_indent=subsequent_indent,
        expand_tabs=expand_tabs,
        replace_whitespace=replace_whitespace,
        break_long_words=break_long_words,
        drop_whitespace=drop_whitespace,
        break_on_hyphens=break_on_hyphens,
        tabsize=tabsize,
        placeholder=placeholder,
    )
    return "\n".join(lines)
