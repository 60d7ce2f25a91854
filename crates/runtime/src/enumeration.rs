//! `enum`: what every enumeration has, from the names and values of its members.
//!
//! Source: the library reference, `enum`; texts are those of CPython 3.11.

use std::fmt::Formatter;

use crate::exc::{Exception, KeyError, value_error};
use crate::item::Item;
use crate::macros::raising_fns;
use crate::show::{Repr, py};
use crate::str::Str;

/// A Rust enum whose variants are the members of an `enum.Enum`; aliases are no variants.
pub trait Enumeration: Item + PartialEq {
    /// What `member.value` gives.
    type Value: PartialEq + Repr;
    /// `__name__` of the class.
    const CLASS: &'static str;
    /// `__qualname__` of the class.
    const QUALNAME: &'static str = Self::CLASS;
    /// All members, in order of definition.
    const MEMBERS: &'static [Self];
    /// Second names.
    const ALIASES: &'static [(&'static str, Self)] = &[];

    /// `member.name`.
    fn name(&self) -> &'static str;

    /// `member.value`.
    fn value(&self) -> Self::Value;

    /// Python's `self is other`.
    fn is(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

raising_fns! {
    /// `Class(value)`: the member with that value.
    fn try_by_value / by_value[E: Enumeration](value: &E::Value) -> E {
        let found = E::MEMBERS.iter().find(|member| member.value() == *value);
        found.cloned().ok_or_else(|| invalid::<E, _>(value))
    }

    /// `Class[name]`.
    fn try_by_name / by_name[E: Enumeration](name: &Str) -> E {
        let found = E::MEMBERS.iter().find(|member| member.name() == name.as_str());
        let alias = || E::ALIASES.iter().find(|(alias, _)| *alias == name.as_str()).map(|(_, member)| member);
        found.or_else(alias).cloned().ok_or_else(|| Exception::with_arg(KeyError, name))
    }
}

/// Ends the program where two members have values that are equal: the second would be an alias.
pub fn check_distinct<E: Enumeration>() {
    for (at, member) in E::MEMBERS.iter().enumerate() {
        if E::MEMBERS[..at].iter().any(|earlier| earlier.value() == member.value()) {
            crate::output::trap("an alias among members of an enumeration whose values only the run knows");
        }
    }
}

/// `for member in Class`.
pub fn members<E: Enumeration>() -> impl DoubleEndedIterator<Item = E> + ExactSizeIterator {
    E::MEMBERS.iter().cloned()
}

/// What `Class(value)` raises where no member has the value.
pub fn invalid<E: Enumeration, V: Repr + ?Sized>(value: &V) -> Exception {
    value_error(format!("{:?} is not a valid {}", py(value), E::QUALNAME))
}

/// `<Class.NAME: value>`.
///
/// # Errors
/// The formatter's.
pub fn repr<E: Enumeration>(member: &E, f: &mut Formatter<'_>) -> std::fmt::Result {
    write!(f, "<{}.{}: {:?}>", E::CLASS, member.name(), py(&member.value()))
}

/// `Class.NAME`.
///
/// # Errors
/// The formatter's.
pub fn str<E: Enumeration>(member: &E, f: &mut Formatter<'_>) -> std::fmt::Result {
    f.pad(&format!("{}.{}", E::CLASS, member.name()))
}

/// `enumeration!(Color);` gives an enumeration what `enum.Enum` gives: text, hash by name, truth, format.
#[macro_export]
macro_rules! enumeration {
    ($name:ident) => {
        $crate::item!($name);

        impl $crate::Repr for $name {
            fn repr(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::enumeration::repr(self, f)
            }

            fn str(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::enumeration::str(self, f)
            }
        }

        impl $crate::PyHash for $name {
            fn py_hash(&self) -> i64 {
                $crate::hash::hash($crate::Enumeration::name(self))
            }
        }

        impl $crate::Truth for $name {
            fn truth(&self) -> bool {
                true
            }
        }

        impl $crate::PyFormat for $name {
            fn try_format(
                &self,
                spec: &str,
            ) -> ::std::result::Result<::std::string::String, $crate::Exception> {
                $crate::format::try_format_as_text(self, spec)
            }

            fn class_name(&self) -> &'static str {
                <Self as $crate::Enumeration>::CLASS
            }
        }
    };
}
