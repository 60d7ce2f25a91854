def _set_intersection(*operands):
    if not operands:
        raise TypeError("unbound method set.intersection() needs an argument")
    first = operands[0]
    if not isinstance(first, set):
        kind = type(first).__name__
        raise TypeError(f"descriptor 'intersection' for 'set' objects doesn't apply to a '{kind}' object")
    return first.intersection(*operands[1:])
