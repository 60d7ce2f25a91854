//! Methods that `bytes` and `bytearray` share: those of `str` on ASCII text. What gives bytes gives the receiver's type.

use std::borrow::Cow;

use super::{ByteArray, Bytes, byte};
use crate::exc::{Exception, TypeError, value_error};
use crate::int::Int;
use crate::list::List;
use crate::macros::{raising_fns, raising_methods};
use crate::slice::bounds;
use crate::str::Str;

/// What stands for some bytes: `bytes`, what lends its bytes, and an `int` where one byte is looked for.
pub trait Part {
    /// The bytes.
    ///
    /// # Errors
    /// `ValueError` for an int that is no byte.
    fn part(&self) -> Result<Cow<'_, [u8]>, Exception>;

    /// Whether the bytes are those of `list` themselves.
    fn is_list(&self, _list: &List<u8>) -> bool {
        false
    }
}

impl Part for Bytes {
    fn part(&self) -> Result<Cow<'_, [u8]>, Exception> {
        Ok(Cow::Borrowed(self))
    }
}

impl Part for ByteArray {
    fn part(&self) -> Result<Cow<'_, [u8]>, Exception> {
        Ok(Cow::Owned(self.to_vec()))
    }

    fn is_list(&self, list: &List<u8>) -> bool {
        self.list().is(list)
    }
}

impl Part for i64 {
    fn part(&self) -> Result<Cow<'_, [u8]>, Exception> {
        Ok(Cow::Owned(vec![byte(*self, "byte")?]))
    }
}

impl Part for bool {
    fn part(&self) -> Result<Cow<'_, [u8]>, Exception> {
        Ok(Cow::Owned(vec![u8::from(*self)]))
    }
}

impl Part for Int {
    fn part(&self) -> Result<Cow<'_, [u8]>, Exception> {
        self.to_i64().unwrap_or(-1).part().map(|part| Cow::Owned(part.into_owned()))
    }
}

raising_fns! {
    /// `ord(bytes)`.
    fn try_ord_bytes / ord_bytes [P: Part] (bytes: &P) -> i64 {
        match &*bytes.part()? {
            [byte] => Ok(i64::from(*byte)),
            bytes => {
                let found = bytes.len();
                let message = format!("ord() expected a character, but string of length {found} found");
                Err(Exception::new(TypeError, message))
            }
        }
    }
}

fn first(text: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    text.windows(part.len()).position(|window| window == part)
}

fn last(text: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(text.len());
    }
    text.windows(part.len()).rposition(|window| window == part)
}

/// Where `part` lies in `text[start:stop]`, as a position in `text`.
fn within(
    text: &[u8],
    part: &[u8],
    (start, stop): (Option<i64>, Option<i64>),
    search: fn(&[u8], &[u8]) -> Option<usize>,
) -> Option<usize> {
    let (start, stop) = bounds(start, stop, text.len());
    if start > stop {
        return None;
    }
    search(&text[start..stop], part).map(|at| start + at)
}

fn counted(text: &[u8], part: &[u8]) -> i64 {
    if part.is_empty() {
        return text.len() as i64 + 1;
    }
    let (mut rest, mut count) = (text, 0);
    while let Some(at) = first(rest, part) {
        count += 1;
        rest = &rest[at + part.len()..];
    }
    count
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn stripped(text: &[u8], (left, right): (bool, bool), drops: impl Fn(u8) -> bool) -> &[u8] {
    let keeps = |byte: &u8| !drops(*byte);
    let start = if left { text.iter().position(keeps).unwrap_or(text.len()) } else { 0 };
    let end = if right { text.iter().rposition(keeps).map_or(start, |at| at + 1) } else { text.len() };
    &text[start..end.max(start)]
}

fn replaced(text: &[u8], old: &[u8], new: &[u8], count: i64) -> Vec<u8> {
    let mut left = usize::try_from(count).unwrap_or(usize::MAX);
    let (mut out, mut rest) = (Vec::with_capacity(text.len()), text);
    if old.is_empty() {
        for &byte in text {
            if left > 0 {
                out.extend_from_slice(new);
                left -= 1;
            }
            out.push(byte);
        }
        if left > 0 {
            out.extend_from_slice(new);
        }
        return out;
    }
    while left > 0
        && let Some(at) = first(rest, old)
    {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(new);
        rest = &rest[at + old.len()..];
        left -= 1;
    }
    out.extend_from_slice(rest);
    out
}

fn cut<'t>(text: &'t [u8], separator: &[u8], maxsplit: i64) -> Vec<&'t [u8]> {
    let mut left = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    let (mut rest, mut parts) = (text, Vec::new());
    while left > 0
        && let Some(at) = first(rest, separator)
    {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
        left -= 1;
    }
    parts.push(rest);
    parts
}

fn cut_from_right<'t>(text: &'t [u8], separator: &[u8], maxsplit: i64) -> Vec<&'t [u8]> {
    let mut left = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    let (mut rest, mut parts) = (text, Vec::new());
    while left > 0
        && let Some(at) = last(rest, separator)
    {
        parts.push(&rest[at + separator.len()..]);
        rest = &rest[..at];
        left -= 1;
    }
    parts.push(rest);
    parts.reverse();
    parts
}

fn words(text: &[u8], maxsplit: i64) -> Vec<&[u8]> {
    let mut left = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    let (mut rest, mut parts) = (stripped(text, (true, false), is_space), Vec::new());
    while !rest.is_empty() {
        let end = rest.iter().position(|&byte| is_space(byte)).unwrap_or(rest.len());
        if left == 0 {
            parts.push(stripped(rest, (false, true), is_space));
            break;
        }
        parts.push(&rest[..end]);
        rest = stripped(&rest[end..], (true, false), is_space);
        left -= 1;
    }
    parts
}

fn words_from_right(text: &[u8], maxsplit: i64) -> Vec<&[u8]> {
    let mut left = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    let (mut rest, mut parts) = (stripped(text, (false, true), is_space), Vec::new());
    while !rest.is_empty() {
        let start = rest.iter().rposition(|&byte| is_space(byte)).map_or(0, |at| at + 1);
        if left == 0 {
            parts.push(stripped(rest, (true, false), is_space));
            break;
        }
        parts.push(&rest[start..]);
        rest = stripped(&rest[..start], (false, true), is_space);
        left -= 1;
    }
    parts.reverse();
    parts
}

fn lines(text: &[u8], keepends: bool) -> Vec<&[u8]> {
    let (mut rest, mut parts) = (text, Vec::new());
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let length = match &rest[end..] {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        parts.push(&rest[..if keepends { end + length } else { end }]);
        rest = &rest[end + length..];
    }
    parts
}

/// `text` in the middle of `width`, as CPython rounds it.
fn padded(text: &[u8], width: i64, fill: u8, (left, right): (bool, bool)) -> Vec<u8> {
    let room = usize::try_from(width).unwrap_or(0).saturating_sub(text.len());
    let before = match (left, right) {
        (true, true) => room / 2 + (room & usize::try_from(width).unwrap_or(0) & 1),
        (true, false) => room,
        _ => 0,
    };
    let mut out = vec![fill; before];
    out.extend_from_slice(text);
    out.resize(text.len() + room, fill);
    out
}

fn one_fill(fill: &impl Part, method: &str) -> Result<u8, Exception> {
    match &*fill.part()? {
        [fill] => Ok(*fill),
        _ => Err(Exception::new(
            TypeError,
            format!("{method}() argument 2 must be a byte string of length 1, not bytes"),
        )),
    }
}

/// Whether the letters of `text` are all of one case, and some are there.
fn is_cased(text: &[u8], wrong: fn(&u8) -> bool, right: fn(&u8) -> bool) -> bool {
    !text.iter().any(wrong) && text.iter().any(right)
}

fn is_title(text: &[u8]) -> bool {
    let (mut in_word, mut some) = (false, false);
    for byte in text {
        match byte {
            b'A'..=b'Z' if in_word => return false,
            b'a'..=b'z' if !in_word => return false,
            b'A'..=b'Z' | b'a'..=b'z' => (in_word, some) = (true, true),
            _ => in_word = false,
        }
    }
    some
}

fn titled(text: &[u8]) -> Vec<u8> {
    let mut in_word = false;
    let letter = |&byte: &u8| {
        let out = if in_word { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        in_word = byte.is_ascii_alphabetic();
        out
    };
    text.iter().map(letter).collect()
}

fn expanded(text: &[u8], size: i64) -> Vec<u8> {
    let (mut out, mut column) = (Vec::new(), 0);
    for &byte in text {
        match byte {
            b'\t' if size > 0 => {
                let spaces = size - column % size;
                out.resize(out.len() + usize::try_from(spaces).unwrap_or(0), b' ');
                column += spaces;
            }
            b'\t' => {}
            _ => {
                out.push(byte);
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    out
}

/// The methods of `$Type`, which is made `from` a `Vec<u8>` and gives its bytes by `$bytes`.
macro_rules! shared_methods {
    ($Type:ident, $bytes:ident, $($predicate:ident: $doc:literal = $test:expr;)*) => {
        impl $Type {
            fn made(parts: Vec<&[u8]>) -> List<$Type> {
                parts.into_iter().map(|part| $Type::from(part.to_vec())).collect()
            }

            $(
                #[doc = $doc]
                #[must_use]
                pub fn $predicate(&self) -> bool {
                    let test: fn(&[u8]) -> bool = $test;
                    test(&self.$bytes())
                }
            )*

            /// `item in self`.
            ///
            /// # Errors
            /// `ValueError` for what is no byte.
            pub fn try_contains_byte(&self, item: i64) -> Result<bool, Exception> {
                let byte = byte(item, "byte")?;
                Ok(self.$bytes().contains(&byte))
            }

            /// [`Self::try_contains_byte`]; ends the program.
            #[must_use]
            pub fn contains_byte(&self, item: i64) -> bool {
                self.try_contains_byte(item).unwrap_or_else(|error| error.uncaught())
            }

            /// `self.lower()`.
            #[must_use]
            pub fn lower(&self) -> Self {
                Self::from(self.$bytes().to_ascii_lowercase())
            }

            /// `self.upper()`.
            #[must_use]
            pub fn upper(&self) -> Self {
                Self::from(self.$bytes().to_ascii_uppercase())
            }

            /// `self.title()`.
            #[must_use]
            pub fn title(&self) -> Self {
                Self::from(titled(&self.$bytes()))
            }

            /// `self.capitalize()`.
            #[must_use]
            pub fn capitalize(&self) -> Self {
                let mut bytes = self.$bytes().to_ascii_lowercase();
                if let Some(first) = bytes.first_mut() {
                    first.make_ascii_uppercase();
                }
                Self::from(bytes)
            }

            /// `self.swapcase()`.
            #[must_use]
            pub fn swapcase(&self) -> Self {
                let swapped = |byte: &u8| {
                    if byte.is_ascii_uppercase() { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() }
                };
                Self::from(self.$bytes().iter().map(swapped).collect::<Vec<u8>>())
            }

            /// `self.strip()`.
            #[must_use]
            pub fn strip(&self) -> Self {
                Self::from(stripped(&self.$bytes(), (true, true), is_space).to_vec())
            }

            /// `self.lstrip()`.
            #[must_use]
            pub fn lstrip(&self) -> Self {
                Self::from(stripped(&self.$bytes(), (true, false), is_space).to_vec())
            }

            /// `self.rstrip()`.
            #[must_use]
            pub fn rstrip(&self) -> Self {
                Self::from(stripped(&self.$bytes(), (false, true), is_space).to_vec())
            }

            /// `self.splitlines(keepends)`.
            #[must_use]
            pub fn splitlines(&self, keepends: bool) -> List<Self> {
                Self::made(lines(&self.$bytes(), keepends))
            }

            /// `self.split(maxsplit=n)`: at runs of whitespace.
            #[must_use]
            pub fn split_whitespace(&self, maxsplit: i64) -> List<Self> {
                Self::made(words(&self.$bytes(), maxsplit))
            }

            /// `self.split()`, `self.rsplit()`.
            #[must_use]
            pub fn split_words(&self) -> List<Self> {
                self.split_whitespace(-1)
            }

            /// `self.rsplit(maxsplit=n)`.
            #[must_use]
            pub fn rsplit_whitespace(&self, maxsplit: i64) -> List<Self> {
                Self::made(words_from_right(&self.$bytes(), maxsplit))
            }

            /// `self.zfill(width)`.
            #[must_use]
            pub fn zfill(&self, width: i64) -> Self {
                let bytes = self.$bytes();
                let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
                let width = width.saturating_sub(sign as i64);
                let mut out = bytes[..sign].to_vec();
                out.extend(padded(&bytes[sign..], width, b'0', (true, false)));
                Self::from(out)
            }

            /// `self.expandtabs(size)`.
            #[must_use]
            pub fn expandtabs(&self, size: i64) -> Self {
                Self::from(expanded(&self.$bytes(), size))
            }

            /// `self.ljust(width)`.
            #[must_use]
            pub fn ljust(&self, width: i64) -> Self {
                Self::from(padded(&self.$bytes(), width, b' ', (false, true)))
            }

            /// `self.rjust(width)`.
            #[must_use]
            pub fn rjust(&self, width: i64) -> Self {
                Self::from(padded(&self.$bytes(), width, b' ', (true, false)))
            }

            /// `self.center(width)`.
            #[must_use]
            pub fn center(&self, width: i64) -> Self {
                Self::from(padded(&self.$bytes(), width, b' ', (true, true)))
            }

            /// `self.hex()`.
            #[must_use]
            pub fn hex(&self) -> Str {
                Str::from(self.$bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>())
            }

            raising_methods! {
                /// `part in self`.
                fn try_contains / contains[P: Part](&self, part: &P) -> bool {
                    Ok(first(&self.$bytes(), &part.part()?).is_some())
                }

                /// `self.hex(separator, group)`: groups are counted from the right, from the left if `group` is negative.
                fn try_hex_groups / hex_groups(&self, separator: &str, group: i64) -> Str {
                    let mut chars = separator.chars();
                    let separator = match (chars.next(), chars.next()) {
                        (Some(c), None) if c.is_ascii() => c,
                        (Some(_), None) => return Err(value_error("sep must be ASCII.")),
                        _ => return Err(value_error("sep must be length 1.")),
                    };
                    let bytes = self.$bytes();
                    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
                    let offset = match size {
                        0 => 0,
                        size if group > 0 => bytes.len() % size,
                        _ => 0,
                    };
                    let mut out = String::new();
                    for (i, byte) in bytes.iter().enumerate() {
                        if size > 0 && i > 0 && (i + size - offset) % size == 0 {
                            out.push(separator);
                        }
                        out.push_str(&format!("{byte:02x}"));
                    }
                    Ok(Str::from(out))
                }

                /// `self.find(part)`.
                fn try_find / find[P: Part](&self, part: &P) -> i64 { self.try_find_in(part, None, None) }

                /// `self.find(part, start, stop)`.
                fn try_find_in / find_in[P: Part](&self, part: &P, start: Option<i64>, stop: Option<i64>) -> i64 {
                    let found = within(&self.$bytes(), &part.part()?, (start, stop), first);
                    Ok(found.map_or(-1, |at| at as i64))
                }

                /// `self.rfind(part)`.
                fn try_rfind / rfind[P: Part](&self, part: &P) -> i64 { self.try_rfind_in(part, None, None) }

                /// `self.rfind(part, start, stop)`.
                fn try_rfind_in / rfind_in[P: Part](&self, part: &P, start: Option<i64>, stop: Option<i64>) -> i64 {
                    let found = within(&self.$bytes(), &part.part()?, (start, stop), last);
                    Ok(found.map_or(-1, |at| at as i64))
                }

                /// `self.index(part)`.
                fn try_index / index[P: Part](&self, part: &P) -> i64 { self.try_index_in(part, None, None) }

                /// `self.index(part, start, stop)`.
                fn try_index_in / index_in[P: Part](&self, part: &P, start: Option<i64>, stop: Option<i64>) -> i64 {
                    match self.try_find_in(part, start, stop)? {
                        -1 => Err(value_error("subsection not found")),
                        at => Ok(at),
                    }
                }

                /// `self.rindex(part)`.
                fn try_rindex / rindex[P: Part](&self, part: &P) -> i64 { self.try_rindex_in(part, None, None) }

                /// `self.rindex(part, start, stop)`.
                fn try_rindex_in / rindex_in[P: Part](&self, part: &P, start: Option<i64>, stop: Option<i64>) -> i64 {
                    match self.try_rfind_in(part, start, stop)? {
                        -1 => Err(value_error("subsection not found")),
                        at => Ok(at),
                    }
                }

                /// `self.count(part)`.
                fn try_count / count[P: Part](&self, part: &P) -> i64 { self.try_count_in(part, None, None) }

                /// `self.count(part, start, stop)`.
                fn try_count_in / count_in[P: Part](&self, part: &P, start: Option<i64>, stop: Option<i64>) -> i64 {
                    let bytes = self.$bytes();
                    let (start, stop) = bounds(start, stop, bytes.len());
                    let part = part.part()?;
                    Ok(if start > stop { 0 } else { counted(&bytes[start..stop], &part) })
                }

                /// `self.startswith(prefix)`.
                fn try_startswith / startswith[P: Part](&self, prefix: &P) -> bool { self.try_startswith_in(prefix, None, None) }

                /// `self.startswith(prefix, start, stop)`.
                fn try_startswith_in / startswith_in[P: Part](&self, prefix: &P, start: Option<i64>, stop: Option<i64>) -> bool {
                    let bytes = self.$bytes();
                    let (start, stop) = bounds(start, stop, bytes.len());
                    Ok(start <= stop && bytes[start..stop].starts_with(&prefix.part()?))
                }

                /// `self.endswith(suffix)`.
                fn try_endswith / endswith[P: Part](&self, suffix: &P) -> bool { self.try_endswith_in(suffix, None, None) }

                /// `self.endswith(suffix, start, stop)`.
                fn try_endswith_in / endswith_in[P: Part](&self, suffix: &P, start: Option<i64>, stop: Option<i64>) -> bool {
                    let bytes = self.$bytes();
                    let (start, stop) = bounds(start, stop, bytes.len());
                    Ok(start <= stop && bytes[start..stop].ends_with(&suffix.part()?))
                }

                /// `self.removeprefix(prefix)`.
                fn try_removeprefix / removeprefix[P: Part](&self, prefix: &P) -> $Type {
                    let bytes = self.$bytes();
                    Ok(Self::from(bytes.strip_prefix(&*prefix.part()?).unwrap_or(&bytes).to_vec()))
                }

                /// `self.removesuffix(suffix)`.
                fn try_removesuffix / removesuffix[P: Part](&self, suffix: &P) -> $Type {
                    let bytes = self.$bytes();
                    Ok(Self::from(bytes.strip_suffix(&*suffix.part()?).unwrap_or(&bytes).to_vec()))
                }

                /// `self.replace(old, new)`.
                fn try_replace / replace[P: Part, Q: Part](&self, old: &P, new: &Q) -> $Type { self.try_replace_n(old, new, -1) }

                /// `self.replace(old, new, count)`.
                fn try_replace_n / replace_n[P: Part, Q: Part](&self, old: &P, new: &Q, count: i64) -> $Type {
                    Ok(Self::from(replaced(&self.$bytes(), &old.part()?, &new.part()?, count)))
                }

                /// `self.strip(chars)`.
                fn try_strip_bytes / strip_bytes[P: Part](&self, chars: &P) -> $Type {
                    let chars = chars.part()?;
                    Ok(Self::from(stripped(&self.$bytes(), (true, true), |byte| chars.contains(&byte)).to_vec()))
                }

                /// `self.lstrip(chars)`.
                fn try_lstrip_bytes / lstrip_bytes[P: Part](&self, chars: &P) -> $Type {
                    let chars = chars.part()?;
                    Ok(Self::from(stripped(&self.$bytes(), (true, false), |byte| chars.contains(&byte)).to_vec()))
                }

                /// `self.rstrip(chars)`.
                fn try_rstrip_bytes / rstrip_bytes[P: Part](&self, chars: &P) -> $Type {
                    let chars = chars.part()?;
                    Ok(Self::from(stripped(&self.$bytes(), (false, true), |byte| chars.contains(&byte)).to_vec()))
                }

                /// `self.split(separator)`.
                fn try_split / split[P: Part](&self, separator: &P) -> List<$Type> { self.try_split_n(separator, -1) }

                /// `self.split(separator, maxsplit)`.
                fn try_split_n / split_n[P: Part](&self, separator: &P, maxsplit: i64) -> List<$Type> {
                    let separator = separator.part()?;
                    if separator.is_empty() {
                        return Err(value_error("empty separator"));
                    }
                    Ok(Self::made(cut(&self.$bytes(), &separator, maxsplit)))
                }

                /// `self.rsplit(separator)`.
                fn try_rsplit / rsplit[P: Part](&self, separator: &P) -> List<$Type> { self.try_rsplit_n(separator, -1) }

                /// `self.rsplit(separator, maxsplit)`.
                fn try_rsplit_n / rsplit_n[P: Part](&self, separator: &P, maxsplit: i64) -> List<$Type> {
                    let separator = separator.part()?;
                    if separator.is_empty() {
                        return Err(value_error("empty separator"));
                    }
                    Ok(Self::made(cut_from_right(&self.$bytes(), &separator, maxsplit)))
                }

                /// `self.partition(separator)`.
                fn try_partition / partition[P: Part](&self, separator: &P) -> ($Type, $Type, $Type) {
                    let separator = separator.part()?;
                    if separator.is_empty() {
                        return Err(value_error("empty separator"));
                    }
                    let bytes = self.$bytes();
                    Ok(match first(&bytes, &separator) {
                        Some(at) => (
                            Self::from(bytes[..at].to_vec()),
                            Self::from(separator.to_vec()),
                            Self::from(bytes[at + separator.len()..].to_vec()),
                        ),
                        None => (Self::from(bytes.to_vec()), Self::from(Vec::new()), Self::from(Vec::new())),
                    })
                }

                /// `self.rpartition(separator)`.
                fn try_rpartition / rpartition[P: Part](&self, separator: &P) -> ($Type, $Type, $Type) {
                    let separator = separator.part()?;
                    if separator.is_empty() {
                        return Err(value_error("empty separator"));
                    }
                    let bytes = self.$bytes();
                    Ok(match last(&bytes, &separator) {
                        Some(at) => (
                            Self::from(bytes[..at].to_vec()),
                            Self::from(separator.to_vec()),
                            Self::from(bytes[at + separator.len()..].to_vec()),
                        ),
                        None => (Self::from(Vec::new()), Self::from(Vec::new()), Self::from(bytes.to_vec())),
                    })
                }

                /// `self.ljust(width, fill)`.
                fn try_ljust_with / ljust_with[P: Part](&self, width: i64, fill: &P) -> $Type {
                    Ok(Self::from(padded(&self.$bytes(), width, one_fill(fill, "ljust")?, (false, true))))
                }

                /// `self.rjust(width, fill)`.
                fn try_rjust_with / rjust_with[P: Part](&self, width: i64, fill: &P) -> $Type {
                    Ok(Self::from(padded(&self.$bytes(), width, one_fill(fill, "rjust")?, (true, false))))
                }

                /// `self.center(width, fill)`.
                fn try_center_with / center_with[P: Part](&self, width: i64, fill: &P) -> $Type {
                    Ok(Self::from(padded(&self.$bytes(), width, one_fill(fill, "center")?, (true, true))))
                }

                /// `self.join(parts)`.
                fn try_join / join[I: IntoIterator<Item = Result<Bytes, Exception>>](&self, parts: I) -> $Type {
                    let parts: Result<Vec<Bytes>, Exception> = parts.into_iter().collect();
                    let parts = parts?;
                    let parts: Vec<&[u8]> = parts.iter().map(|part| &**part).collect();
                    Ok(Self::from(parts.join(&*self.$bytes())))
                }

                /// `self.translate(table)`.
                fn try_translate / translate[P: Part](&self, table: &P) -> $Type {
                    translated(&self.$bytes(), Some(&table.part()?), &[]).map(Self::from)
                }

                /// `self.translate(table, delete)`.
                fn try_translate_without / translate_without[D: Part](&self, table: Option<Bytes>, delete: &D) -> $Type {
                    translated(&self.$bytes(), table.as_deref(), &delete.part()?).map(Self::from)
                }
            }

            /// `bytes.maketrans(from, to)`, `bytearray.maketrans(from, to)`.
            ///
            /// # Errors
            /// `ValueError` where one is longer than the other.
            pub fn try_maketrans<F: Part, T: Part>(from: &F, to: &T) -> Result<Bytes, Exception> {
                translation_table(&from.part()?, &to.part()?).map(Bytes::from)
            }

            /// The same where nobody observes the exception.
            #[must_use]
            pub fn maketrans<F: Part, T: Part>(from: &F, to: &T) -> Bytes {
                crate::exc::or_end(Self::try_maketrans(from, to))
            }

            /// `bytes.fromhex(text)`, `bytearray.fromhex(text)`.
            ///
            /// # Errors
            /// `ValueError` where there is no digit.
            pub fn try_fromhex(text: &str) -> Result<Self, Exception> {
                from_hex(text).map(Self::from)
            }

            /// The same where nobody observes the exception.
            #[must_use]
            pub fn fromhex(text: &str) -> Self {
                crate::exc::or_end(Self::try_fromhex(text))
            }
        }
    };
}

/// The bytes of `text` that are not in `delete`, each as the table has it.
fn translated(text: &[u8], table: Option<&[u8]>, delete: &[u8]) -> Result<Vec<u8>, Exception> {
    if table.is_some_and(|table| table.len() != 256) {
        return Err(value_error("translation table must be 256 characters long"));
    }
    let kept = text.iter().filter(|byte| !delete.contains(byte));
    Ok(kept.map(|&byte| table.map_or(byte, |table| table[usize::from(byte)])).collect())
}

/// A table that maps the bytes `from` to those of `to`, and every other to itself.
fn translation_table(from: &[u8], to: &[u8]) -> Result<Vec<u8>, Exception> {
    if from.len() != to.len() {
        return Err(value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=u8::MAX).collect();
    for (&from, &to) in from.iter().zip(to) {
        table[usize::from(from)] = to;
    }
    Ok(table)
}

fn from_hex(text: &str) -> Result<Vec<u8>, Exception> {
    let mut bytes = Vec::new();
    let mut chars = text.chars().enumerate().peekable();
    let bad =
        |at: usize| value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"));
    let is_blank = |c: char| matches!(c, ' ' | '\t'..='\r');
    while let Some((at, high)) = chars.next() {
        if is_blank(high) {
            continue;
        }
        let high = high.to_digit(16).ok_or_else(|| bad(at))?;
        let low = chars.next().and_then(|(_, low)| low.to_digit(16)).ok_or_else(|| bad(at + 1))?;
        bytes.push((high * 16 + low) as u8);
    }
    Ok(bytes)
}

macro_rules! for_both {
    ($($Type:ident $bytes:ident)*) => { $(
        shared_methods! {
            $Type, $bytes,
            isalpha: "`self.isalpha()`." = |bytes| !bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphabetic);
            isalnum: "`self.isalnum()`." = |bytes| !bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphanumeric);
            isdigit: "`self.isdigit()`." = |bytes| !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit);
            isspace: "`self.isspace()`." = |bytes| !bytes.is_empty() && bytes.iter().all(|&byte| is_space(byte));
            isascii: "`self.isascii()`." = <[u8]>::is_ascii;
            islower: "`self.islower()`." = |bytes| is_cased(bytes, u8::is_ascii_uppercase, u8::is_ascii_lowercase);
            isupper: "`self.isupper()`." = |bytes| is_cased(bytes, u8::is_ascii_lowercase, u8::is_ascii_uppercase);
            istitle: "`self.istitle()`." = is_title;
        }
    )* };
}

for_both! { Bytes to_vec ByteArray to_vec }
