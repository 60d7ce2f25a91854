//! Arguments of a wrong type: what CPython's `TypeError` says.
//!
//! Of functions written in C alone, where the way an argument is read decides; other functions fail somewhere inside.
//!
//! Source: each function of CPython 3.11 called with values of each builtin type.

use super::row::{Row, TypeExpr};
use crate::ty::{Atom, Kind};

/// The owners of rows whose messages are known.
const KNOWN: &[&str] = &[
    "bisect",
    "functools",
    "heapq",
    "itertools",
    "random",
    "statistics",
    "str",
    "bytes",
    "bytearray",
    "list",
    "tuple",
    "dict",
    "set",
    "frozenset",
    "deque",
    "int",
    "float",
    "math",
    "cmath",
    "re",
    "Pattern",
    "GroupsPattern",
];

/// Functions without an owner.
const FUNCTIONS: &[&str] = &["ord", "chr", "bin", "oct", "hex", "memoryview"];

/// Classes of the library that make a number of a value.
const CONVERSIONS: &[&str] = &["decimal.Decimal", "fractions.Fraction"];

/// The message for a value of kind `atom` and class `class` as argument number `at` of `row`; `None` where it is accepted, or
/// where nothing is known.
#[must_use]
pub fn wrong_argument(row: &Row, at: usize, atom: &Atom, class: &str) -> Option<String> {
    let param = row.params.get(at)?;
    let is_known = match row.name.split_once('.') {
        Some(_) if CONVERSIONS.contains(&row.name) => true,
        Some((owner, _)) => KNOWN.contains(&owner),
        None => FUNCTIONS.contains(&row.name),
    };
    // Of text an object is asked for nothing.
    let is_text = main_word(&param.accept) == Some("str") || matches!(param.name, "string");
    let is_told = is_plain(atom) || is_text && matches!(atom, Atom::Obj(..));
    if !is_known || !is_told || accepts(&param.accept, atom) {
        return None;
    }
    // An enumeration is an iterable of its members.
    if class == "EnumType" && matches!(main_word(&param.accept), Some("iter" | "lazy")) {
        return None;
    }
    let method = row.name.rsplit('.').next().unwrap_or(row.name);
    // Messages of the argument clinic call `None` by its name.
    let value = if *atom == Atom::None { "None" } else { class };
    match (row.name, param.name) {
        ("decimal.Decimal", _) => {
            let is_sequence = matches!(atom, Atom::Cont(Kind::List, _) | Atom::Tuple(_) | Atom::TupleVar(_));
            return (!is_sequence).then(|| format!("conversion from {class} to Decimal is not supported"));
        }
        ("fractions.Fraction", _) => {
            let message = match row.params.len() {
                1 => "argument should be a string or a Rational instance",
                _ => "both arguments should be Rational instances",
            };
            return Some(message.to_owned());
        }
        ("ord", _) if matches!(atom, Atom::Bytes | Atom::Native(_)) => return None,
        ("ord", _) => return Some(format!("ord() expected string of length 1, but {class} found")),
        ("functools.reduce", "items") => return Some("reduce() arg 2 must support iteration".to_owned()),
        (name, _) if name.starts_with("functools.") => return None,
        ("heapq.heapify" | "heapq.heappop", _) => {
            return Some(format!("{method}() argument must be list, not {value}"));
        }
        ("heapq.heappush" | "heapq.heappushpop" | "heapq.heapreplace", _) if at == 0 => {
            return Some(format!("{method}() argument 1 must be list, not {value}"));
        }
        (name, _) if name.starts_with("heapq.n") => return not_iterable(&param.accept, class),
        (name, _) if name.starts_with("heapq.") => return None,
        // It asks its arguments one by one, when it comes to them.
        ("itertools.chain", _) => return None,
        ("itertools.permutations", "r") => return Some("Expected int as r".to_owned()),
        ("itertools.islice", _) => return not_iterable(&param.accept, class),
        (name, _) if name.starts_with("statistics.") => return not_iterable(&param.accept, class),
        (name, _) if name.starts_with("bisect.") || name.starts_with("random.") => {
            let is_sized = !(is_number(atom) || *atom == Atom::None);
            let wants_size = matches!(main_word(&param.accept), Some("seq"))
                || at == 0 && name.starts_with("bisect.insort");
            return (wants_size && !is_sized).then(|| format!("object of type '{class}' has no len()"));
        }
        (name, _) if name.starts_with("re.") || name.contains("Pattern.") => {
            let is_text = param.name == "string" && name != "re.escape";
            if is_text && *atom == Atom::Bytes {
                return Some("cannot use a string pattern on a bytes-like object".to_owned());
            }
            return is_text.then(|| format!("expected string or bytes-like object, got '{class}'"));
        }
        ("math.ldexp", "i") => return Some("Expected an int as second argument to ldexp.".to_owned()),
        ("int.to_bytes" | "int.from_bytes", "signed") => return None,
        ("int.from_bytes", "bytes") => {
            let is_iterable = matches!(
                atom,
                Atom::Cont(..) | Atom::Tuple(_) | Atom::TupleVar(_) | Atom::Range | Atom::NatRange
            );
            return (!is_iterable).then(|| format!("cannot convert '{class}' object to bytes"));
        }
        ("float.fromhex", _) => return Some("bad argument type for built-in operation".to_owned()),
        (_, "start" | "stop") if *atom == Atom::None && !row.name.starts_with("list.") => return None,
        (_, "start" | "stop") if row.name.starts_with("str.") || row.name.starts_with("bytes") => {
            return Some("slice indices must be integers or None or have an __index__ method".to_owned());
        }
        (_, "start" | "stop") if method == "index" => {
            return Some("slice indices must be integers or have an __index__ method".to_owned());
        }
        _ => {}
    }
    match main_word(&param.accept)? {
        "int" | "whole" => Some(format!("'{class}' object cannot be interpreted as an integer")),
        "float" | "complex" => Some(format!("must be real number, not {class}")),
        "iter" | "lazy" => Some(format!("'{class}' object is not iterable")),
        "str" if row.name.starts_with("str.") => text_argument(row.name, at, class, value),
        "str" if method == "fromhex" => Some(format!("fromhex() argument must be str, not {value}")),
        "str" if matches!(param.name, "encoding" | "errors" | "byteorder") => {
            Some(format!("{method}() argument '{}' must be str, not {value}", param.name))
        }
        "bytes"
            if matches!(method, "startswith" | "endswith")
                && !matches!(atom, Atom::Tuple(_) | Atom::TupleVar(_)) =>
        {
            Some(format!("{method} first arg must be bytes or a tuple of bytes, not {class}"))
        }
        "bytes" if matches!(method, "find" | "rfind" | "index" | "rindex" | "count") => {
            Some(format!("argument should be integer or bytes-like object, not '{class}'"))
        }
        "bytes"
            if matches!(
                method,
                "ljust" | "rjust" | "center" | "translate" | "extend" | "startswith" | "endswith"
            ) =>
        {
            None
        }
        "bytes"
            if matches!(method, "split" | "rsplit" | "strip" | "lstrip" | "rstrip")
                && *atom == Atom::None =>
        {
            None
        }
        "bytes" if method == "memoryview" => {
            Some(format!("memoryview: a bytes-like object is required, not '{class}'"))
        }
        "bytes" => Some(format!("a bytes-like object is required, not '{class}'")),
        _ => None,
    }
}

/// The messages of the methods of `str` that take text.
fn text_argument(row: &str, at: usize, class: &str, value: &str) -> Option<String> {
    let method = row.trim_start_matches("str.");
    Some(match method {
        "split" | "rsplit" => format!("must be str or None, not {class}"),
        "strip" | "lstrip" | "rstrip" => format!("{method} arg must be None or str"),
        "replace" => format!("replace() argument {} must be str, not {value}", at + 1),
        "startswith" | "endswith" => format!("{method} first arg must be str or a tuple of str, not {class}"),
        "ljust" | "rjust" | "center" => {
            format!("The fill character must be a unicode character, not {class}")
        }
        "removeprefix" | "removesuffix" => format!("{method}() argument must be str, not {value}"),
        "encode" if at == 0 => format!("encode() argument 'encoding' must be str, not {value}"),
        "encode" => format!("encode() argument 'errors' must be str, not {value}"),
        "maketrans" if at == 0 => {
            "first maketrans argument must be a string if there is a second argument".to_owned()
        }
        "maketrans" => format!("maketrans() argument {} must be str, not {value}", at + 1),
        "count" | "find" | "rfind" | "index" | "rindex" | "partition" | "rpartition" => {
            format!("must be str, not {class}")
        }
        _ => return None,
    })
}

/// Values of builtin types, which have no special methods that the function could ask.
fn is_plain(atom: &Atom) -> bool {
    match atom {
        Atom::Cont(kind, _) => {
            matches!(kind, Kind::List | Kind::Dict | Kind::Set | Kind::FrozenSet | Kind::Deque)
        }
        atom => {
            atom.is_scalar()
                || matches!(
                    atom,
                    Atom::Tuple(_)
                        | Atom::TupleVar(_)
                        | Atom::Range
                        | Atom::NatRange
                        | Atom::Native("bytearray")
                        | Atom::Func(..)
                        | Atom::Class(_)
                        | Atom::Builtin(_)
                )
        }
    }
}

/// The message for an object that cannot be iterated as argument number `at` of `row`.
#[must_use]
pub fn not_iterable_argument(row: &Row, at: usize, class: &str) -> Option<String> {
    let owner = row.name.split_once('.')?.0;
    let takes_items = matches!(owner, "list" | "deque" | "set" | "frozenset");
    takes_items.then(|| not_iterable(&row.params.get(at)?.accept, class)).flatten()
}

/// The message for an object that is no number as argument number `at` of `row`.
#[must_use]
pub fn no_number_argument(row: &Row, at: usize, class: &str) -> Option<String> {
    match main_word(&row.params.get(at)?.accept)? {
        "int" | "whole" if row.name.starts_with("math.") || FUNCTIONS.contains(&row.name) => {
            Some(format!("'{class}' object cannot be interpreted as an integer"))
        }
        "float" if row.name.starts_with("math.") => Some(format!("must be real number, not {class}")),
        _ => None,
    }
}

/// Whether a value of kind `atom` as argument number `at` of `row` is not supported, or wrong in a way that is not known:
/// beside others that are right, it stops the program.
#[must_use]
pub fn untold_argument(row: &Row, at: usize, atom: &Atom) -> bool {
    is_unsupported(row, at, atom) || is_unfit(row, at, atom)
}

/// Whether it is right in Python, and not supported.
#[must_use]
pub fn is_unsupported(row: &Row, at: usize, atom: &Atom) -> bool {
    let is_sequence = matches!(atom, Atom::Cont(Kind::List, _) | Atom::Tuple(_) | Atom::TupleVar(_));
    row.name == "decimal.Decimal" && at == 0 && is_sequence
}

/// Whether it is none of what the parameter takes, and what CPython says of that is not known: [`wrong_argument`] goes before.
fn is_unfit(row: &Row, at: usize, atom: &Atom) -> bool {
    atom.is_scalar() && row.params.get(at).is_some_and(|param| !accepts(&param.accept, atom))
}

/// The special methods by which an object is a number.
pub const NUMBER_METHODS: [&str; 2] = ["__float__", "__index__"];

/// The word that decides how the argument is read.
fn main_word(accept: &TypeExpr) -> Option<&'static str> {
    match accept {
        TypeExpr::Word(word) => Some(word),
        TypeExpr::Union(options) => options.iter().find_map(main_word),
        TypeExpr::New("opt", parts) => parts.first().and_then(main_word),
        TypeExpr::New("iter" | "rows", _) => Some("iter"),
        TypeExpr::New("seq", _) => Some("seq"),
        _ => None,
    }
}

/// The message for what is to be iterated.
fn not_iterable(accept: &TypeExpr, class: &str) -> Option<String> {
    matches!(main_word(accept), Some("iter" | "lazy")).then(|| format!("'{class}' object is not iterable"))
}

/// Whether a parameter takes a plain value.
fn accepts(accept: &TypeExpr, atom: &Atom) -> bool {
    let is_sequence = matches!(
        atom,
        Atom::Cont(..)
            | Atom::Tuple(_)
            | Atom::TupleVar(_)
            | Atom::Str
            | Atom::Bytes
            | Atom::Range
            | Atom::NatRange
            | Atom::Native("bytearray")
    );
    match accept {
        TypeExpr::Union(options) => options.iter().any(|option| accepts(option, atom)),
        TypeExpr::Word(word) => match *word {
            "int" | "bigint" | "whole" | "bool" => atom.is_int() || *atom == Atom::Bool,
            "float" | "num" => atom.is_int() || matches!(atom, Atom::Bool | Atom::Float),
            "complex" => atom.is_int() || matches!(atom, Atom::Bool | Atom::Float | Atom::Complex),
            "str" => *atom == Atom::Str,
            "bytes" => *atom == Atom::Bytes,
            "none" => *atom == Atom::None,
            "tuple" => matches!(atom, Atom::Tuple(_) | Atom::TupleVar(_)),
            "iter" | "lazy" | "seq" => is_sequence,
            "list" => matches!(atom, Atom::Cont(Kind::List, _)),
            "any" => true,
            word => matches!(atom, Atom::Native(name) if *name == word),
        },
        TypeExpr::New("opt", parts) => *atom == Atom::None || parts.iter().any(|part| accepts(part, atom)),
        TypeExpr::New("iter" | "rows" | "seq", _) => is_sequence,
        _ => true,
    }
}

/// An argument of a builtin that no row describes.
#[derive(Debug)]
pub struct Operand<'a> {
    /// Its kind.
    pub atom: &'a Atom,
    /// The name of its class.
    pub class: String,
    /// Those of [`OPERAND_METHODS`] that its class defines, where it is of a class of the program.
    pub methods: Vec<&'static str>,
    /// Whether it is a builtin value besides.
    pub is_derived: bool,
}

/// The special methods that a builtin looks for in an argument.
pub const OPERAND_METHODS: [&str; 6] =
    ["__iter__", "__getitem__", "__reversed__", "__bytes__", "__index__", "keys"];

impl Operand<'_> {
    /// Whether no value of its kind is text.
    fn is_no_text(&self) -> bool {
        *self.atom != Atom::Str && (is_plain(self.atom) || self.is_bare(&[]))
    }

    /// Whether no value of its kind has items.
    fn has_no_items(&self) -> bool {
        self.is_bare(&["__iter__", "__getitem__"])
    }

    /// Whether it is of a kind that has none of these methods, nor what builtin values have of their own.
    fn is_bare(&self, methods: &[&str]) -> bool {
        match self.atom {
            Atom::None
            | Atom::Func(..)
            | Atom::Bound(..)
            | Atom::BoundBuiltin(..)
            | Atom::Exc(_)
            | Atom::ExcClass(_)
            | Atom::Ellipsis => true,
            Atom::Obj(..) => !self.is_derived && !methods.iter().any(|method| self.methods.contains(method)),
            atom => is_number(atom),
        }
    }
}

/// What CPython's `TypeError` says of a call of a builtin that no row describes, with these positional arguments (`None` for
/// one of several kinds); `None` where they fit, or where nothing is known.
#[must_use]
pub fn wrong_operand(name: &str, args: &[Option<Operand<'_>>]) -> Option<String> {
    let arg = |at: usize| args.get(at).and_then(Option::as_ref);
    let not_iterable = |at: usize| {
        let operand = arg(at).filter(|operand| operand.has_no_items())?;
        Some(format!("'{}' object is not iterable", operand.class))
    };
    match name {
        "str" if args.len() == 2 => match (arg(0)?, arg(1)?) {
            (_, encoding) if *encoding.atom != Atom::Str => {
                Some(format!("str() argument 'encoding' must be str, not {}", encoding.class))
            }
            (Operand { atom: Atom::Str, .. }, _) => Some("decoding str is not supported".to_owned()),
            (Operand { atom: Atom::Bytes | Atom::Native(_), .. }, _) => None,
            (text, _) => Some(format!("decoding to str: need a bytes-like object, {} found", text.class)),
        },
        "format" => {
            let spec = arg(1).filter(|spec| spec.is_no_text())?;
            let class = if *spec.atom == Atom::None { "None" } else { &spec.class };
            Some(format!("format() argument 2 must be str, not {class}"))
        }
        "struct.pack" => {
            let format = arg(0).filter(|format| format.is_no_text() && *format.atom != Atom::Bytes)?;
            Some(format!("Struct() argument 1 must be a str or bytes object, not {}", format.class))
        }
        "bytes" | "bytearray" if args.len() == 1 => {
            let source = arg(0)?;
            let is_count = is_whole(source.atom);
            let is_wrong = source.is_bare(&["__iter__", "__getitem__", "__bytes__", "__index__"]);
            (is_wrong && !is_count).then(|| format!("cannot convert '{}' object to {name}", source.class))
        }
        "dict" | "collections.OrderedDict" | "collections.Counter" => {
            let is_mapping = arg(0)?.methods.contains(&"keys");
            let is_nothing = name == "collections.Counter" && *arg(0)?.atom == Atom::None;
            not_iterable(0).filter(|_| !is_mapping && !is_nothing)
        }
        "enumerate" | "sorted" | "sum" | "any" | "all" | "list" | "tuple" | "set" | "frozenset" | "iter"
        | "collections.deque" => not_iterable(0),
        "min" | "max" if args.is_empty() => Some(format!("{name} expected at least 1 argument, got 0")),
        "min" | "max" if args.len() == 1 => not_iterable(0),
        "min" | "max" if args.len() == 2 => {
            let (a, b) = (arg(0)?, arg(1)?);
            let sign = if name == "max" { ">" } else { "<" };
            let differ = is_plain(a.atom) && is_plain(b.atom) && order_family(a.atom) != order_family(b.atom);
            differ.then(|| {
                format!("'{sign}' not supported between instances of '{}' and '{}'", b.class, a.class)
            })
        }
        "zip" => (0..args.len()).find_map(not_iterable),
        "map" => (1..args.len()).find_map(not_iterable),
        "filter" => not_iterable(1),
        "reversed" => {
            let is_reversed = arg(0)?.methods.contains(&"__reversed__");
            not_iterable(0)
                .filter(|_| !is_reversed)
                .map(|text| text.replace("object is not iterable", "object is not reversible"))
        }
        "round" | "int" => {
            let digits = arg(1)?;
            let fits = match name {
                "round" => is_number(arg(0)?.atom) && *arg(0)?.atom != Atom::Complex,
                _ => matches!(arg(0)?.atom, Atom::Str | Atom::Bytes),
            };
            let is_wrong = is_plain(digits.atom)
                && !is_whole(digits.atom)
                && !(name == "round" && *digits.atom == Atom::None);
            (fits && is_wrong)
                .then(|| format!("'{}' object cannot be interpreted as an integer", digits.class))
        }
        "divmod" => {
            let (a, b) = (arg(0)?, arg(1)?);
            let real = |atom: &Atom| is_number(atom) && *atom != Atom::Complex;
            let is_wrong = is_plain(a.atom) && is_plain(b.atom) && !(real(a.atom) && real(b.atom));
            is_wrong
                .then(|| format!("unsupported operand type(s) for divmod(): '{}' and '{}'", a.class, b.class))
        }
        "next" => {
            let iterator = arg(0)?;
            is_plain(iterator.atom).then(|| format!("'{}' object is not an iterator", iterator.class))
        }
        "math.trunc" => {
            let value = arg(0)?;
            let is_wrong = is_plain(value.atom) && (!is_number(value.atom) || *value.atom == Atom::Complex);
            is_wrong.then(|| format!("type {} doesn't define __trunc__ method", value.class))
        }
        _ => None,
    }
}

fn is_whole(atom: &Atom) -> bool {
    atom.is_int() || *atom == Atom::Bool
}

fn is_number(atom: &Atom) -> bool {
    is_whole(atom) || matches!(atom, Atom::Float | Atom::Complex)
}

/// Kinds that have an order among themselves; others have none at all.
fn order_family(atom: &Atom) -> u32 {
    match atom {
        Atom::Complex => 0,
        atom if is_number(atom) => 1,
        Atom::Str => 2,
        Atom::Bytes | Atom::Native("bytearray") => 3,
        Atom::Tuple(_) | Atom::TupleVar(_) => 4,
        Atom::Cont(kind, _) => 5 + kind.code(),
        _ => u32::MAX,
    }
}
