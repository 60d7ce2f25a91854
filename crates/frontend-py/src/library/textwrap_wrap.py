_TEXTWRAP_SPACE = "\t\n\x0b\x0c\r "


def _textwrap_is_word(char):
    return char.isalnum() or char == "_"


def _textwrap_is_letter(char):
    return _textwrap_is_word(char) and not char.isdecimal()


def _textwrap_dashes(text, at):
    end = at
    while end < len(text) and text[end] == "-":
        end += 1
    if end - at < 2 or end >= len(text) or not _textwrap_is_word(text[end]):
        return at
    return end


def _textwrap_ends_part(text, at):
    before = text[at - 2 : at] if at >= 2 else ""
    is_part = len(before) == 2 and _textwrap_is_letter(before[0]) and _textwrap_is_letter(before[1])
    if not is_part and at >= 3:
        is_part = (
            _textwrap_is_letter(text[at - 3]) and text[at - 2] == "-" and _textwrap_is_letter(text[at - 1])
        )
    if not is_part:
        return False
    after = text[at + 1 : at + 4]
    if len(after) >= 2 and _textwrap_is_letter(after[0]) and _textwrap_is_letter(after[1]):
        return True
    return (
        len(after) == 3
        and _textwrap_is_letter(after[0])
        and after[1] == "-"
        and _textwrap_is_letter(after[2])
    )


def _textwrap_is_punctuated(char):
    return _textwrap_is_word(char) or char in "!\"'&.,?"


def _textwrap_chunks(text, break_on_hyphens):
    chunks = []
    at = 0
    while at < len(text):
        end = at
        if text[at] in _TEXTWRAP_SPACE:
            while end < len(text) and text[end] in _TEXTWRAP_SPACE:
                end += 1
        elif not break_on_hyphens:
            while end < len(text) and text[end] not in _TEXTWRAP_SPACE:
                end += 1
        else:
            if at > 0 and text[at] == "-" and _textwrap_is_punctuated(text[at - 1]):
                end = _textwrap_dashes(text, at)
            if end == at:
                end = at + 1
                while end < len(text) and text[end] not in _TEXTWRAP_SPACE:
                    if text[end] == "-":
                        if _textwrap_ends_part(text, end):
                            end += 1
                            break
                        if _textwrap_is_punctuated(text[end - 1]) and _textwrap_dashes(text, end) > end:
                            break
                    end += 1
        chunks.append(text[at:end])
        at = end
    return chunks


def wrap(
    text,
    width=70,
    *,
    initial_indent="",
    subsequent_indent="",
    expand_tabs=True,
    replace_whitespace=True,
    break_long_words=True,
    drop_whitespace=True,
    break_on_hyphens=True,
    tabsize=8,
    max_lines=None,
    placeholder=" [...]",
):
    if expand_tabs:
        text = text.expandtabs(tabsize)
    if replace_whitespace:
        for char in "\t\n\x0b\x0c\r":
            text = text.replace(char, " ")
    chunks = _textwrap_chunks(text, break_on_hyphens)
    if width <= 0:
        raise ValueError(f"invalid width {width!r} (must be > 0)")
    if max_lines is not None:
        first = subsequent_indent if max_lines > 1 else initial_indent
        if len(first) + len(placeholder.lstrip()) > width:
            raise ValueError("placeholder too large for max width")
    lines = []
    chunks.reverse()
    while chunks:
        line = []
        used = 0
        indent = subsequent_indent if lines else initial_indent
        room = width - len(indent)
        if drop_whitespace and chunks[-1].strip() == "" and lines:
            chunks.pop()
        while chunks:
            size = len(chunks[-1])
            if used + size > room:
                break
            line.append(chunks.pop())
            used += size
        if chunks and len(chunks[-1]) > room:
            space = 1 if room < 1 else room - used
            if break_long_words:
                end = space
                chunk = chunks[-1]
                if break_on_hyphens and len(chunk) > space:
                    hyphen = chunk.rfind("-", 0, space)
                    if hyphen > 0 and any(char != "-" for char in chunk[:hyphen]):
                        end = hyphen + 1
                line.append(chunk[:end])
                chunks[-1] = chunk[end:]
            elif not line:
                line.append(chunks.pop())
        if drop_whitespace and line and line[-1].strip() == "":
            line.pop()
        if not line:
            continue
        if max_lines is None:
            lines.append(indent + "".join(line))
            continue
        used = sum([len(part) for part in line])
        is_last = not chunks or drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
        if len(lines) + 1 < max_lines or is_last and used <= room:
            lines.append(indent + "".join(line))
            continue
        is_placed = False
        while line:
            if line[-1].strip() and used + len(placeholder) <= room:
                line.append(placeholder)
                lines.append(indent + "".join(line))
                is_placed = True
                break
            used -= len(line[-1])
            line.pop()
        if not is_placed:
            if lines:
                before = lines[-1].rstrip()
                if len(before) + len(placeholder) <= width:
                    lines[-1] = before + placeholder
                    break
            lines.append(indent + placeholder.lstrip())
        break
    return lines
