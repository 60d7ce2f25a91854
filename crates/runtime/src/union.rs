//! `union!`: what every generated enum of several kinds of values has, variant by variant.

/// `union!(StrOrList { Str, List: unhashable "list" });` makes an enum whose variants hold one value each an element of
/// containers, and gives it the text, the hash and the truth of what it holds. Its `Clone` must be derived. Python has
/// no hash of what is `unhashable`.
#[macro_export]
macro_rules! union {
    ($name:ident { $($variant:ident $(: unhashable $class:literal)?),* $(,)? }) => {
        // SAFETY: the type's `Clone` is derived from parts that are items (the compiler that emitted it says so).
        unsafe impl $crate::Item for $name {
            fn trace(&self, links: &mut $crate::cycles::Links) {
                match self {
                    $($name::$variant(value) => $crate::Item::trace(value, links),)*
                }
            }
        }

        impl $crate::Repr for $name {
            fn repr(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $($name::$variant(value) => $crate::Repr::repr(value, f),)*
                }
            }

            fn str(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $($name::$variant(value) => $crate::Repr::str(value, f),)*
                }
            }
        }

        impl $crate::PyHash for $name {
            fn py_hash(&self) -> i64 {
                match self {
                    $($name::$variant(_value) => $crate::union!(@hash _value $($class)?),)*
                }
            }
        }

        impl $crate::Truth for $name {
            fn truth(&self) -> bool {
                match self {
                    $($name::$variant(value) => $crate::Truth::truth(value),)*
                }
            }
        }
    };
    (@hash $value:ident) => {
        $crate::PyHash::py_hash($value)
    };
    (@hash $value:ident $class:literal) => {
        $crate::exc::hide($crate::exc::type_error(::std::concat!("unhashable type: '", $class, "'")), 0)
    };
}

/// `format_union!(IntOrStr { Int, Str });` lets a generated enum be formatted as what it holds is.
#[macro_export]
macro_rules! format_union {
    ($name:ident { $($variant:ident $(: unhashable $class:literal)?),* $(,)? }) => {
        impl $crate::PyFormat for $name {
            fn try_format(
                &self,
                spec: &str,
            ) -> ::std::result::Result<::std::string::String, $crate::Exception> {
                match self {
                    $($name::$variant(value) => $crate::PyFormat::try_format(value, spec),)*
                }
            }

            fn class_name(&self) -> &'static str {
                match self {
                    $($name::$variant(value) => $crate::PyFormat::class_name(value),)*
                }
            }

            fn as_num(&self) -> ::std::option::Option<$crate::Num> {
                match self {
                    $($name::$variant(value) => $crate::PyFormat::as_num(value),)*
                }
            }

            fn as_whole(&self) -> ::std::option::Option<$crate::Num> {
                match self {
                    $($name::$variant(value) => $crate::PyFormat::as_whole(value),)*
                }
            }

            fn as_text(&self) -> ::std::option::Option<&str> {
                match self {
                    $($name::$variant(value) => $crate::PyFormat::as_text(value),)*
                }
            }

            fn as_bytes(&self) -> ::std::option::Option<::std::vec::Vec<u8>> {
                match self {
                    $($name::$variant(value) => $crate::PyFormat::as_bytes(value),)*
                }
            }
        }
    };
}
