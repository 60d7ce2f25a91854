def _star_split(error, types):
    if isinstance(error, BaseExceptionGroup):
        return error.split(types)
    if isinstance(error, types):
        return _exception_group("", (error,)), None
    return None, error


def _star_group(error, types):
    raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")


def _star_kept(kept, group):
    kept.append(group)
    return group


def _star_leaves(error, found):
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            _star_leaves(inner, found)
    else:
        found.append(error)


def _star_part(group, leaves):
    # The part of a group that has these leaves, in its own shape.
    inside = []
    is_whole = True
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            part = _star_part(error, leaves)
            if part is None:
                is_whole = False
            else:
                is_whole = is_whole and part is error
                inside.append(part)
        elif any([error is leaf for leaf in leaves]):
            inside.append(error)
        else:
            is_whole = False
    if is_whole:
        return group
    return group.derive(inside) if inside else None


def _star_end(error, kept, raised, rest):
    if isinstance(error, BaseExceptionGroup):
        leaves = []
        for part in kept:
            _star_leaves(part, leaves)
        if rest is not None:
            _star_leaves(rest, leaves)
        left = _star_part(error, leaves)
        if raised:
            if left is not None:
                raised.append(left)
            raise _exception_group("", raised)
        if left is not None:
            raise left
    elif raised:
        raise raised[0]
    elif kept:
        raise kept[0]
    elif rest is not None:
        raise rest
