//! The special methods that values have by their types alone: `hasattr(x, "__add__")`.
//!
//! Source: `dir()` of each type in CPython 3.11.

/// Those of every object.
const OF_OBJECT: &str = "\
    __class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__ __hash__ \
    __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ \
    __sizeof__ __str__ __subclasshook__";

/// Those that a type has besides.
const OF_TYPE: &[(&str, &str)] = &[
    (
        "int",
        "\
         __abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ __getnewargs__ \
         __index__ __int__ __invert__ __lshift__ __mod__ __mul__ __neg__ __or__ __pos__ __pow__ __radd__ \
         __rand__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ \
         __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ __trunc__ __xor__",
    ),
    (
        "float",
        "\
         __abs__ __add__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ __getformat__ \
         __getnewargs__ __int__ __mod__ __mul__ __neg__ __pos__ __pow__ __radd__ __rdivmod__ __rfloordiv__ \
         __rmod__ __rmul__ __round__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ __trunc__",
    ),
    (
        "str",
        "\
         __add__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ __mul__ __rmod__ __rmul__",
    ),
    (
        "bytes",
        "\
         __add__ __bytes__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ __mul__ __rmod__ \
         __rmul__",
    ),
    (
        "NoneType",
        "\
         __bool__",
    ),
    (
        "list",
        "\
         __add__ __class_getitem__ __contains__ __delitem__ __getitem__ __iadd__ __imul__ __iter__ __len__ \
         __mul__ __reversed__ __rmul__ __setitem__",
    ),
    (
        "dict",
        "\
         __class_getitem__ __contains__ __delitem__ __getitem__ __ior__ __iter__ __len__ __or__ __reversed__ \
         __ror__ __setitem__",
    ),
    (
        "set",
        "\
         __and__ __class_getitem__ __contains__ __iand__ __ior__ __isub__ __iter__ __ixor__ __len__ __or__ \
         __rand__ __ror__ __rsub__ __rxor__ __sub__ __xor__",
    ),
    (
        "frozenset",
        "\
         __and__ __class_getitem__ __contains__ __iter__ __len__ __or__ __rand__ __ror__ __rsub__ __rxor__ \
         __sub__ __xor__",
    ),
    (
        "tuple",
        "\
         __add__ __class_getitem__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mul__ __rmul__",
    ),
    (
        "range",
        "\
         __bool__ __contains__ __getitem__ __iter__ __len__ __reversed__",
    ),
];

/// Whether every object has the method.
#[must_use]
pub fn is_of_object(name: &str) -> bool {
    has(OF_OBJECT, name)
}

/// Whether values of a builtin type have the special method; `None` where that is not known.
#[must_use]
pub fn is_of_type(class: &str, name: &str) -> Option<bool> {
    let class = if class == "bool" { "int" } else { class };
    let (_, names) = OF_TYPE.iter().find(|(known, _)| *known == class)?;
    let is_known = is_of_object(name) || OF_TYPE.iter().any(|(_, names)| has(names, name));
    is_known.then(|| is_of_object(name) || has(names, name))
}

/// Whether it is a method that classes define, and that no object has which does not.
#[must_use]
pub fn is_of_classes(name: &str) -> bool {
    !is_of_object(name) && name != "__class_getitem__" && OF_TYPE.iter().any(|(_, names)| has(names, name))
        || matches!(name, "__call__" | "__enter__" | "__exit__" | "__missing__" | "__next__")
}

fn has(names: &str, name: &str) -> bool {
    names.split(' ').any(|known| known == name)
}
