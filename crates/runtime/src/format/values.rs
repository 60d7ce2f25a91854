//! [`PyFormat`] of the runtime's types.

use super::number::format_int;
use super::real::format_float;
use super::spec::FormatSpec;
use super::{PyFormat, try_format_object};
use crate::dict::Key;
use crate::exc::{Exception, value_error};
use crate::int::Int;
use crate::item::Item;
use crate::num::Num;
use crate::show::Repr;
use crate::str::Str;

fn format_text(text: &str, spec: &str) -> Result<String, Exception> {
    if spec.is_empty() {
        return Ok(text.to_owned());
    }
    let spec = FormatSpec::parse(spec, "str", false)?;
    if spec.kind.is_some_and(|kind| kind != 's') {
        return Err(spec.unknown("str"));
    }
    match spec.sign {
        Some(' ') => return Err(value_error("Space not allowed in string format specifier")),
        Some(_) => return Err(value_error("Sign not allowed in string format specifier")),
        None => {}
    }
    if spec.no_negative_zero {
        return Err(value_error("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if spec.alternate {
        return Err(value_error("Alternate form (#) not allowed in string format specifier"));
    }
    if spec.align == '=' {
        return Err(value_error("'=' alignment not allowed in string format specifier"));
    }
    if let Some(grouping) = spec.grouping {
        return Err(super::spec::cannot_group(grouping, 's'));
    }
    let text: String = match spec.precision {
        Some(precision) => text.chars().take(precision).collect(),
        None => text.to_owned(),
    };
    let len = text.chars().count();
    Ok(spec.pad(text, len))
}

macro_rules! texts {
    ($($ty:ty),*) => { $(
        impl PyFormat for $ty {
            fn try_format(&self, spec: &str) -> Result<String, Exception> {
                format_text(self, spec)
            }

            fn class_name(&self) -> &'static str {
                "str"
            }

            fn as_text(&self) -> Option<&str> {
                Some(self)
            }
        }
    )* };
}

texts!(str, String, Str);

impl<T: PyFormat + ?Sized> PyFormat for &T {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        (**self).try_format(spec)
    }

    fn class_name(&self) -> &'static str {
        (**self).class_name()
    }

    fn as_num(&self) -> Option<Num> {
        (**self).as_num()
    }

    fn as_whole(&self) -> Option<Num> {
        (**self).as_whole()
    }

    fn as_text(&self) -> Option<&str> {
        (**self).as_text()
    }

    fn as_bytes(&self) -> Option<Vec<u8>> {
        (**self).as_bytes()
    }
}

impl PyFormat for char {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        format_text(self.encode_utf8(&mut [0; 4]), spec)
    }

    fn class_name(&self) -> &'static str {
        "str"
    }
}

macro_rules! ints {
    ($($ty:ty: $class:literal |$x:ident| $int:expr;)*) => { $(
        impl PyFormat for $ty {
            fn try_format(&self, spec: &str) -> Result<String, Exception> {
                if spec.is_empty() {
                    return Ok(crate::py(self).to_string());
                }
                let $x = self;
                format_int(&$int, spec, $class)
            }

            fn class_name(&self) -> &'static str {
                $class
            }

            fn as_num(&self) -> Option<Num> {
                let $x = self;
                Some(Num::Int($int))
            }
        }
    )* };
}

ints! {
    bool: "bool" |x| Int::from(*x);
    i64: "int" |x| Int::from(*x);
    usize: "int" |x| Int::from(*x);
    Int: "int" |x| x.clone();
}

impl PyFormat for f64 {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        format_float(*self, spec)
    }

    fn class_name(&self) -> &'static str {
        "float"
    }

    fn as_num(&self) -> Option<Num> {
        Some(Num::Float(*self))
    }
}

impl PyFormat for Num {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        match self {
            Num::Int(int) => int.try_format(spec),
            Num::Float(float) => float.try_format(spec),
        }
    }

    fn class_name(&self) -> &'static str {
        Num::class_name(self)
    }

    fn as_num(&self) -> Option<Num> {
        Some(self.clone())
    }
}

impl PyFormat for () {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        try_format_object(self, "NoneType", spec)
    }

    fn class_name(&self) -> &'static str {
        "NoneType"
    }
}

impl<T: PyFormat> PyFormat for Option<T> {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        match self {
            Some(value) => value.try_format(spec),
            None => ().try_format(spec),
        }
    }

    fn class_name(&self) -> &'static str {
        self.as_ref().map_or("NoneType", PyFormat::class_name)
    }

    fn as_num(&self) -> Option<Num> {
        self.as_ref().and_then(PyFormat::as_num)
    }

    fn as_whole(&self) -> Option<Num> {
        self.as_ref().and_then(PyFormat::as_whole)
    }

    fn as_text(&self) -> Option<&str> {
        self.as_ref().and_then(PyFormat::as_text)
    }

    fn as_bytes(&self) -> Option<Vec<u8>> {
        self.as_ref().and_then(PyFormat::as_bytes)
    }
}

macro_rules! byte_strings {
    ($($ty:ty: $class:literal;)*) => { $(
        impl PyFormat for $ty {
            fn try_format(&self, spec: &str) -> Result<String, Exception> {
                try_format_object(self, $class, spec)
            }

            fn class_name(&self) -> &'static str {
                $class
            }

            fn as_bytes(&self) -> Option<Vec<u8>> {
                Some(self.to_vec())
            }
        }
    )* };
}

byte_strings! {
    crate::Bytes: "bytes";
    crate::ByteArray: "bytearray";
}

macro_rules! objects {
    ($([$($g:tt)*] $ty:ty: $class:expr;)*) => { $(
        impl<$($g)*> PyFormat for $ty {
            fn try_format(&self, spec: &str) -> Result<String, Exception> {
                try_format_object(self, PyFormat::class_name(self), spec)
            }

            fn class_name(&self) -> &'static str {
                let class: fn(&Self) -> &'static str = $class;
                class(self)
            }
        }
    )* };
}

objects! {
    [T: Item + Repr] crate::List<T>: |_| "list";
    [T: Item + Repr] crate::Tuple<T>: |_| "tuple";
    [T: Repr] Vec<T>: |_| "list";
    [K: Key, V: Item + Repr] crate::Dict<K, V>: |_| "dict";
    [K: Key, V: Item + Repr] crate::dict::KeysView<K, V>: |_| "dict_keys";
    [K: Key, V: Item + Repr] crate::dict::ValuesView<K, V>: |_| "dict_values";
    [K: Key, V: Item + Repr] crate::dict::ItemsView<K, V>: |_| "dict_items";
    [T: Item + Repr] crate::Deque<T>: |_| "collections.deque";
    [T: Key] crate::Set<T>: |_| "set";
    [T: Key] crate::FrozenSet<T>: |_| "frozenset";
    [] crate::array::IntArray: |_| "array.array";
    [] crate::array::FloatArray: |_| "array.array";
    [] crate::file::BinaryFile: |_| "_io.BufferedReader";
    [] crate::Range: |_| "range";
    [] Exception: |error| error.class_name();
    [] crate::file::File: |_| "_io.TextIOWrapper";
    [] crate::re::Match: |_| "re.Match";
    [] crate::re::Pattern: |_| "re.Pattern";
    [] crate::show::Shown: |shown| shown.class();
    [] crate::slice::Slice: |_| "slice";
    [] crate::time::StructTime: |_| "time.struct_time";
    [] crate::exc::ClassObject: |_| "type";
    [T: 'static] crate::Iter<T>: |_| "iterator";
    [Y: 'static, S: 'static, R: 'static] crate::Generator<Y, S, R>: |_| "generator";
    [A: Repr] (A,): |_| "tuple";
    [A: Repr, B: Repr] (A, B): |_| "tuple";
    [A: Repr, B: Repr, C: Repr] (A, B, C): |_| "tuple";
    [A: Repr, B: Repr, C: Repr, D: Repr] (A, B, C, D): |_| "tuple";
    [A: Repr, B: Repr, C: Repr, D: Repr, E: Repr] (A, B, C, D, E): |_| "tuple";
    [A: Repr, B: Repr, C: Repr, D: Repr, E: Repr, F: Repr] (A, B, C, D, E, F): |_| "tuple";
    [A: Repr, B: Repr, C: Repr, D: Repr, E: Repr, F: Repr, G: Repr] (A, B, C, D, E, F, G): |_| "tuple";
    [A: Repr, B: Repr, C: Repr, D: Repr, E: Repr, F: Repr, G: Repr, H: Repr] (A, B, C, D, E, F, G, H): |_| "tuple";
    [A: Repr, B: Repr, C: Repr, D: Repr, E: Repr, F: Repr, G: Repr, H: Repr, I: Repr] (A, B, C, D, E, F, G, H, I): |_| "tuple";
    [A: Repr, B: Repr, C: Repr, D: Repr, E: Repr, F: Repr, G: Repr, H: Repr, I: Repr, J: Repr] (A, B, C, D, E, F, G, H, I, J): |_| "tuple";
    [A: Repr, B: Repr, C: Repr, D: Repr, E: Repr, F: Repr, G: Repr, H: Repr, I: Repr, J: Repr, K: Repr] (A, B, C, D, E, F, G, H, I, J, K): |_| "tuple";
    [A: Repr, B: Repr, C: Repr, D: Repr, E: Repr, F: Repr, G: Repr, H: Repr, I: Repr, J: Repr, K: Repr, L: Repr] (A, B, C, D, E, F, G, H, I, J, K, L): |_| "tuple";
}

impl PyFormat for crate::fractions::Fraction {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        try_format_object(self, "Fraction", spec)
    }

    fn class_name(&self) -> &'static str {
        "Fraction"
    }

    fn as_num(&self) -> Option<Num> {
        self.try_float().ok().map(Num::Float)
    }

    fn as_whole(&self) -> Option<Num> {
        Some(Num::Int(self.trunc()))
    }
}
