//! Public attributes of the builtin types in Python: one that has no row is refused, any other name raises.
//!
//! Source: `dir()` of each type in CPython 3.11, without special methods.

use crate::solve::ClassInfo;

/// Whether values of type `owner` have an attribute `name` in Python.
#[must_use]
pub(crate) fn python_has_attribute(owner: &str, name: &str) -> bool {
    (name.starts_with("__") && name.ends_with("__") && !is_foreign_name(name))
        || ATTRIBUTES.iter().any(|(known, names)| *known == owner && names.split(' ').any(|it| it == name))
}

/// The public attributes of the builtin type `owner`.
pub fn attributes_of(owner: &str) -> impl Iterator<Item = &'static str> {
    let known = ATTRIBUTES.iter().find(|(known, _)| *known == owner);
    known.into_iter().flat_map(|(_, names)| names.split(' '))
}

/// Whether exceptions have attribute `name` in CPython: those of the classes that `is_one_of` says they may belong to.
#[must_use]
pub fn exception_has_attribute(name: &str, is_one_of: impl Fn(&str) -> bool) -> bool {
    matches!(name, "__traceback__" | "__dict__" | "__doc__" | "__module__")
        || EXCEPTION_ATTRIBUTES
            .iter()
            .any(|(owner, names)| names.split(' ').any(|it| it == name) && is_one_of(owner))
}

/// Exception classes and the names of the attributes that they add.
const EXCEPTION_ATTRIBUTES: &[(&str, &str)] = &[
    ("NameError", "name"),
    ("AttributeError", "name obj"),
    ("ImportError", "name path msg"),
    ("SyntaxError", "msg filename lineno offset text end_lineno end_offset print_file_and_line"),
    ("re.error", "msg lineno colno pos pattern"),
    ("OSError", "errno strerror filename filename2 characters_written"),
    ("StopIteration", "value"),
    ("SystemExit", "code"),
    ("UnicodeError", "encoding object start end reason"),
];

/// Whether a class has attribute `name` from what makes classes: `type`, `abc.ABCMeta` or `enum.EnumType`.
#[must_use]
pub(crate) fn class_has_attribute(class: &ClassInfo, name: &str) -> bool {
    name == "mro"
        || class.is_abc && name == "register"
        || class.enumeration.is_some() && enum_has_attribute(name)
}

/// Whether enumerations have attribute `name`, which enum.py makes for itself.
#[must_use]
pub(crate) fn enum_has_attribute(name: &str) -> bool {
    ENUM.split(' ').any(|it| it == name)
}

const ENUM: &str = "\
    _all_bits_ _boundary_ _flag_mask_ _generate_next_value_ _inverted_ _member_map_ _member_names_ _member_type_ \
    _missing_ _new_member_ _singles_mask_ _sort_order_ _unhashable_values_ _use_args_ _value2member_map_ _value_repr_";

/// Types and the names of their attributes.
const ATTRIBUTES: &[(&str, &str)] = &[
    (
        "str",
        "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum \
         isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper \
         join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust \
         rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill",
    ),
    (
        "bytes",
        "capitalize center count decode endswith expandtabs find fromhex hex index isalnum isalpha isascii \
         isdigit islower isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix \
         removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip \
         swapcase title translate upper zfill",
    ),
    (
        "int",
        "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes",
    ),
    (
        "bool",
        "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes",
    ),
    ("float", "as_integer_ratio conjugate fromhex hex imag is_integer real"),
    ("complex", "conjugate imag real"),
    ("list", "append clear copy count extend index insert pop remove reverse sort"),
    ("tuple", "count index"),
    ("dict", "clear copy fromkeys get items keys pop popitem setdefault update values"),
    (
        "defaultdict",
        "clear copy default_factory fromkeys get items keys pop popitem setdefault update values",
    ),
    (
        "Counter",
        "clear copy elements fromkeys get items keys most_common pop popitem setdefault subtract total update \
         values",
    ),
    ("OrderedDict", "clear copy fromkeys get items keys move_to_end pop popitem setdefault update values"),
    (
        "deque",
        "append appendleft clear copy count extend extendleft index insert maxlen pop popleft remove reverse \
         rotate",
    ),
    (
        "set",
        "add clear copy difference difference_update discard intersection intersection_update isdisjoint \
         issubset issuperset pop remove symmetric_difference symmetric_difference_update union update",
    ),
    ("frozenset", "copy difference intersection isdisjoint issubset issuperset symmetric_difference union"),
    ("range", "count index start step stop"),
    ("slice", "indices start step stop"),
    ("dict_keys", "isdisjoint mapping"),
    ("dict_values", "mapping"),
    ("dict_items", "isdisjoint mapping"),
    ("generator", "close gi_code gi_frame gi_running gi_suspended gi_yieldfrom send throw"),
    (
        "file",
        "buffer close closed detach encoding errors fileno flush getvalue isatty line_buffering mode name \
         newlines read readable readline readlines reconfigure seek seekable tell truncate writable write \
         write_through writelines",
    ),
];

/// The special names that some builtin type, function or object has in CPython 3.11.
const SPECIAL: &str = "\
    __abs__ __abstractmethods__ __add__ __aenter__ __aexit__ __aiter__ __all__ __alloc__ __and__ \
    __anext__ __annotations__ __author__ __await__ __base__ __bases__ __basicsize__ __bool__ \
    __builtins__ __bytes__ __call__ __cause__ __ceil__ __class__ __class_getitem__ __closure__ __code__ \
    __complex__ __contains__ __context__ __copy__ __dataclass_fields__ __dataclass_params__ __deepcopy__ \
    __defaults__ __del__ __delattr__ __delete__ __delitem__ __dict__ __dir__ __divmod__ __doc__ \
    __enter__ __eq__ __exit__ __file__ __float__ __floor__ __floordiv__ __format__ __fspath__ __func__ \
    __ge__ __get__ __getattribute__ __getformat__ __getitem__ __getnewargs__ __getstate__ __globals__ \
    __gt__ __hash__ __iadd__ __iand__ __imul__ __index__ __init__ __init_subclass__ __instancecheck__ \
    __int__ __invert__ __ior__ __isub__ __iter__ __ixor__ __kwdefaults__ __le__ __len__ __length_hint__ \
    __loader__ __lshift__ __lt__ __main__ __match_args__ __missing__ __mod__ __module__ __mro__ __mul__ \
    __name__ __ne__ __neg__ __new__ __next__ __notes__ __objclass__ __or__ __orig_bases__ __package__ \
    __parameters__ __path__ __pos__ __pow__ __prepare__ __qualname__ __radd__ __rand__ __rdivmod__ \
    __reduce__ __reduce_ex__ __repr__ __reversed__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ \
    __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __self__ __set__ \
    __set_name__ __setattr__ __setitem__ __setstate__ __sizeof__ __slots__ __spec__ __str__ __sub__ \
    __subclasscheck__ __subclasses__ __subclasshook__ __suppress_context__ __text_signature__ \
    __traceback__ __truediv__ __trunc__ __version__ __weakref__ __wrapped__ __xor__";

/// Whether an attribute is a special one that only a class of the program, or of another library, may have: `__array__`.
#[must_use]
pub fn is_foreign_name(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__") && SPECIAL.split(' ').all(|known| known != name)
}
