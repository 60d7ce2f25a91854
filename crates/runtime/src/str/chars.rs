//! What CPython knows about one character, and the predicates of `str`.

use super::{Str, tables};
use crate::exc::{Exception, OverflowError, TypeError, value_error};
use crate::macros::raising_fns;

/// Whether a table of ranges has `c`.
pub(crate) fn in_table(table: &[(u32, u32)], c: char) -> bool {
    let code = u32::from(c);
    let after = table.partition_point(|&(start, _)| start <= code);
    after > 0 && code <= table[after - 1].1
}

/// `c.isspace()`.
#[inline]
#[must_use]
pub fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\x1c'..=' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}'
        | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// `c.isalpha()`.
#[must_use]
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { in_table(tables::ALPHA, c) }
}

/// `unicodedata.decimal(c)`.
#[must_use]
pub fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let code = u32::from(c);
    let after = tables::ZEROS.partition_point(|&zero| zero <= code);
    let digit = code - tables::ZEROS[after.checked_sub(1)?];
    (digit < 10).then_some(digit)
}

/// `c.isdecimal()`.
#[must_use]
pub fn is_decimal(c: char) -> bool {
    decimal_value(c).is_some()
}

/// `c.isdigit()`.
#[must_use]
pub fn is_digit(c: char) -> bool {
    is_decimal(c) || (!c.is_ascii() && in_table(tables::DIGIT_ONLY, c))
}

/// `c.isnumeric()`.
#[must_use]
pub fn is_numeric(c: char) -> bool {
    is_digit(c) || (!c.is_ascii() && in_table(tables::NUMERIC_ONLY, c))
}

/// `c.isalnum()`.
#[must_use]
pub fn is_alnum(c: char) -> bool {
    is_alpha(c) || is_numeric(c)
}

/// `c.islower()`.
#[must_use]
pub fn is_lower(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_lowercase() } else { in_table(tables::LOWER, c) }
}

/// `c.isupper()`.
#[must_use]
pub fn is_upper(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { in_table(tables::UPPER, c) }
}

pub(crate) fn is_title(c: char) -> bool {
    !c.is_ascii() && in_table(tables::TITLE, c)
}

pub(crate) fn is_cased(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { in_table(tables::CASE_IGNORABLE_OR_CASED, c) }
}

/// What `int` and `float` strip: of ASCII only C's white space.
pub(crate) fn trim_number(text: &str) -> &str {
    text.trim_matches(|c: char| if c.is_ascii() { matches!(c, '\t'..='\r' | ' ') } else { is_space(c) })
}

/// `text.strip()`.
#[must_use]
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

macro_rules! all_of {
    ($($(#[$meta:meta])* $name:ident $test:expr;)*) => { $(
        $(#[$meta])*
        #[must_use]
        pub fn $name(&self) -> bool {
            !self.is_empty() && self.as_str().chars().all($test)
        }
    )* };
}

impl Str {
    all_of! {
        /// `self.isspace()`.
        isspace is_space;
        /// `self.isalpha()`.
        isalpha is_alpha;
        /// `self.isdecimal()`.
        isdecimal is_decimal;
        /// `self.isdigit()`.
        isdigit is_digit;
        /// `self.isnumeric()`.
        isnumeric is_numeric;
        /// `self.isalnum()`.
        isalnum is_alnum;
    }

    /// `self.isascii()`.
    #[must_use]
    pub fn isascii(&self) -> bool {
        self.is_ascii_text()
    }

    /// `self.isprintable()`.
    #[must_use]
    pub fn isprintable(&self) -> bool {
        self.as_str().chars().all(crate::show::is_printable)
    }

    /// `self.islower()`.
    #[must_use]
    pub fn islower(&self) -> bool {
        self.as_str().chars().any(is_lower) && !self.as_str().chars().any(|c| is_upper(c) || is_title(c))
    }

    /// `self.isupper()`.
    #[must_use]
    pub fn isupper(&self) -> bool {
        self.as_str().chars().any(is_upper) && !self.as_str().chars().any(|c| is_lower(c) || is_title(c))
    }

    /// `self.istitle()`.
    #[must_use]
    pub fn istitle(&self) -> bool {
        let (mut any, mut after_cased) = (false, false);
        for c in self.as_str().chars() {
            if is_upper(c) || is_title(c) {
                if after_cased {
                    return false;
                }
                (any, after_cased) = (true, true);
            } else if is_lower(c) {
                if !after_cased {
                    return false;
                }
                (any, after_cased) = (true, true);
            } else {
                after_cased = false;
            }
        }
        any
    }

    /// `self.isidentifier()`.
    #[must_use]
    pub fn isidentifier(&self) -> bool {
        let mut chars = self.as_str().chars();
        let start = |c: char| match c {
            '_' => true,
            c if c.is_ascii() => c.is_ascii_alphabetic(),
            c => in_table(tables::IDENTIFIER_START, c),
        };
        let inner = |c: char| match c {
            '_' => true,
            c if c.is_ascii() => c.is_ascii_alphanumeric(),
            c => in_table(tables::IDENTIFIER, c),
        };
        chars.next().is_some_and(start) && chars.all(inner)
    }
}

raising_fns! {
    /// `ord(text)`.
    fn try_ord / ord(text: &str) -> i64 {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Ok(i64::from(u32::from(c))),
            _ => {
                let found = text.chars().count();
                let message = format!("ord() expected a character, but string of length {found} found");
                Err(Exception::new(TypeError, message))
            }
        }
    }

    /// `chr(code)`; a trap for a lone surrogate.
    fn try_chr / chr(code: i64) -> Str {
        if (0xd800..0xe000).contains(&code) {
            crate::output::trap("a lone surrogate does not fit into text");
        }
        match u32::try_from(code).ok().and_then(char::from_u32) {
            Some(c) => Ok(Str::from(c)),
            None if i32::try_from(code).is_err() => {
                Err(Exception::new(OverflowError, "Python int too large to convert to C int"))
            }
            None => Err(value_error("chr() arg not in range(0x110000)")),
        }
    }
}
