//! Public attributes of the builtin types in Python: one that has no row is refused, any other name raises.
//!
//! Source: `dir()` of each type in CPython 3.11, without special methods.

/// Whether values of type `owner` have an attribute `name` in Python.
#[must_use]
pub(crate) fn python_has_attribute(owner: &str, name: &str) -> bool {
    (name.starts_with("__") && name.ends_with("__"))
        || ATTRIBUTES.iter().any(|(known, names)| *known == owner && names.split(' ').any(|it| it == name))
}

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
