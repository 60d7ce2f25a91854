//! `match.group(a, b, …)`: several groups at once, in matches of text and of bytes.

/// `several_groups!(Match: Str)`: `group2` to `group6`, by way of `try_group`.
macro_rules! several_groups {
    ($class:ident: $part:ty) => {
        impl $class {
            several_groups!(@ $part: try_group2 / group2 [a: A, b: B]);
            several_groups!(@ $part: try_group3 / group3 [a: A, b: B, c: C]);
            several_groups!(@ $part: try_group4 / group4 [a: A, b: B, c: C, d: D]);
            several_groups!(@ $part: try_group5 / group5 [a: A, b: B, c: C, d: D, e: E]);
            several_groups!(@ $part: try_group6 / group6 [a: A, b: B, c: C, d: D, e: E, f: F]);
        }
    };
    (@ $part:ty: $try_name:ident / $name:ident [$($arg:ident: $kind:ident),*]) => {
        crate::macros::raising_methods! {
            /// `group(a, b, …)`: a group each, by number or by name.
            fn $try_name / $name[$($kind: super::Group + ?Sized),*](&self, $($arg: &$kind),*) -> ($(several_groups!(@ $kind $part)),*) {
                Ok(($(self.try_group($arg)?),*))
            }
        }
    };
    (@ $kind:ident $part:ty) => { Option<$part> };
}

pub(super) use several_groups;
