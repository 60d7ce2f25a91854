//! Patterns of `bytes`: those of text in which each byte is the character of its number, and letters are ASCII's.

use super::groups::several_groups;
use std::fmt;
use std::rc::Rc;

use super::ASCII;
use super::UNICODE;
use super::found::{Group, Match};
use super::pattern::Pattern;
use crate::bytes::{Bytes, bytes_of, text_of};
use crate::dict::Dict;
use crate::exc::{Exception, value_error};
use crate::iter::Iter;
use crate::list::List;
use crate::macros::{counted_object, raising_fns, raising_methods};
use crate::show::{Repr, py};
use crate::str::Str;
use crate::tuple::Tuple;

/// `re.Pattern` of bytes.
#[derive(Clone)]
pub struct BytesPattern(Rc<OfBytes>);

struct OfBytes {
    pattern: Pattern,
    /// Whether `re.ASCII` was asked for, which changes nothing.
    is_ascii: bool,
}

/// `re.Match` in bytes.
#[derive(Clone)]
pub struct BytesMatch(Rc<(Match, BytesPattern)>);

fn bytes_of_all(texts: &List<Str>) -> List<Bytes> {
    texts.iter().map(|text| bytes_of(text.as_str())).collect()
}

impl BytesPattern {
    fn cached(pattern: &[u8], flags: i64) -> Result<Self, Exception> {
        if flags & UNICODE != 0 {
            return Err(value_error("cannot use UNICODE flag with a bytes pattern"));
        }
        let names_character = |pair: &[u8]| pair[0] == b'\\' && matches!(pair[1], b'u' | b'U' | b'N');
        if pattern.windows(2).any(names_character) {
            crate::output::trap("a pattern of bytes with `\\u`, `\\U` or `\\N`");
        }
        if pattern.windows(3).any(|opening| matches!(opening, b"(?u" | b"(?L")) {
            crate::output::trap("a pattern of bytes with the flag `u` or `L`");
        }
        let is_ascii = flags & ASCII != 0 || pattern.starts_with(b"(?a");
        let pattern = Pattern::cached(&text_of(pattern), flags | ASCII)?;
        Ok(BytesPattern(Rc::new(OfBytes { pattern, is_ascii })))
    }

    fn text(&self) -> &Pattern {
        &self.0.pattern
    }

    fn found(&self, found: Match) -> BytesMatch {
        BytesMatch(Rc::new((found, self.clone())))
    }

    /// `pattern.groups`.
    #[must_use]
    pub fn groups(&self) -> i64 {
        self.text().groups()
    }

    /// `pattern.flags`.
    #[must_use]
    pub fn flags(&self) -> i64 {
        if self.0.is_ascii { self.text().flags() } else { self.text().flags() & !ASCII }
    }

    /// `pattern.pattern`.
    #[must_use]
    pub fn pattern(&self) -> Bytes {
        bytes_of(self.text().pattern().as_str())
    }

    /// `search(bytes)`.
    #[must_use]
    pub fn search(&self, bytes: &[u8]) -> Option<BytesMatch> {
        self.text().search(&text_of(bytes)).map(|found| self.found(found))
    }

    /// `search(bytes, pos, endpos)`.
    #[must_use]
    pub fn search_in(&self, bytes: &[u8], pos: i64, endpos: Option<i64>) -> Option<BytesMatch> {
        self.text().search_in(&text_of(bytes), pos, endpos).map(|found| self.found(found))
    }

    /// `match(bytes)`.
    #[must_use]
    pub fn match_(&self, bytes: &[u8]) -> Option<BytesMatch> {
        self.text().match_(&text_of(bytes)).map(|found| self.found(found))
    }

    /// `match(bytes, pos, endpos)`.
    #[must_use]
    pub fn match_in(&self, bytes: &[u8], pos: i64, endpos: Option<i64>) -> Option<BytesMatch> {
        self.text().match_in(&text_of(bytes), pos, endpos).map(|found| self.found(found))
    }

    /// `fullmatch(bytes)`.
    #[must_use]
    pub fn fullmatch(&self, bytes: &[u8]) -> Option<BytesMatch> {
        self.text().fullmatch(&text_of(bytes)).map(|found| self.found(found))
    }

    /// `finditer(bytes)`.
    #[must_use]
    pub fn finditer(&self, bytes: &[u8]) -> Iter<BytesMatch> {
        let this = self.clone();
        crate::iter::mapped(self.text().finditer(&text_of(bytes)), move |found| this.found(found))
    }

    /// `findall(bytes)` of a pattern with at most one group.
    #[must_use]
    pub fn findall(&self, bytes: &[u8]) -> List<Bytes> {
        bytes_of_all(&self.text().findall(&text_of(bytes)))
    }

    /// `findall(bytes)` of a pattern with groups.
    #[must_use]
    pub fn findall_groups(&self, bytes: &[u8]) -> List<Tuple<Bytes>> {
        let groups = |texts: Tuple<Str>| {
            let parts: Vec<Bytes> = texts.iter().map(|text| bytes_of(text.as_str())).collect();
            Tuple::from(parts)
        };
        self.text().findall_groups(&text_of(bytes)).iter().map(groups).collect()
    }

    /// `split(bytes, maxsplit)`.
    #[must_use]
    pub fn split(&self, bytes: &[u8], maxsplit: i64) -> List<Bytes> {
        bytes_of_all(&self.text().split(&text_of(bytes), maxsplit))
    }

    raising_methods! {
        /// `sub(replacement, bytes, count)`.
        fn try_sub / sub(&self, replacement: &[u8], bytes: &[u8], count: i64) -> Bytes {
            Ok(self.try_subn(replacement, bytes, count)?.0)
        }

        /// `subn(replacement, bytes, count)`.
        fn try_subn / subn(&self, replacement: &[u8], bytes: &[u8], count: i64) -> (Bytes, i64) {
            let (text, n) = self.text().try_subn(&text_of(replacement), &text_of(bytes), count)?;
            Ok((bytes_of(text.as_str()), n))
        }

        /// `sub(function, bytes, count)`.
        fn try_sub_with / sub_with(
            &self,
            function: impl FnMut(BytesMatch) -> Result<Bytes, Exception>,
            bytes: &[u8],
            count: i64,
        ) -> Bytes {
            let mut function = function;
            let replaced = |found| Ok(Str::from(text_of(&function(self.found(found))?)));
            Ok(bytes_of(self.text().try_sub_with(replaced, &text_of(bytes), count)?.as_str()))
        }
    }
}

raising_fns! {
    /// `re.compile(pattern, flags)`.
    fn try_compile_bytes / compile_bytes(pattern: &[u8], flags: i64) -> BytesPattern {
        BytesPattern::cached(pattern, flags)
    }

    /// `re.search(pattern, bytes, flags)`.
    fn try_search_bytes / search_bytes(pattern: &[u8], bytes: &[u8], flags: i64) -> Option<BytesMatch> {
        Ok(BytesPattern::cached(pattern, flags)?.search(bytes))
    }

    /// `re.match(pattern, bytes, flags)`.
    fn try_match_bytes / match_bytes(pattern: &[u8], bytes: &[u8], flags: i64) -> Option<BytesMatch> {
        Ok(BytesPattern::cached(pattern, flags)?.match_(bytes))
    }

    /// `re.fullmatch(pattern, bytes, flags)`.
    fn try_fullmatch_bytes / fullmatch_bytes(pattern: &[u8], bytes: &[u8], flags: i64) -> Option<BytesMatch> {
        Ok(BytesPattern::cached(pattern, flags)?.fullmatch(bytes))
    }

    /// `re.findall(pattern, bytes, flags)` of a pattern with at most one group.
    fn try_findall_bytes / findall_bytes(pattern: &[u8], bytes: &[u8], flags: i64) -> List<Bytes> {
        Ok(BytesPattern::cached(pattern, flags)?.findall(bytes))
    }

    /// `re.findall(pattern, bytes, flags)` of a pattern with groups.
    fn try_findall_bytes_groups / findall_bytes_groups(
        pattern: &[u8],
        bytes: &[u8],
        flags: i64,
    ) -> List<Tuple<Bytes>> {
        Ok(BytesPattern::cached(pattern, flags)?.findall_groups(bytes))
    }

    /// `re.finditer(pattern, bytes, flags)`.
    fn try_finditer_bytes / finditer_bytes(pattern: &[u8], bytes: &[u8], flags: i64) -> Iter<BytesMatch> {
        Ok(BytesPattern::cached(pattern, flags)?.finditer(bytes))
    }

    /// `re.split(pattern, bytes, maxsplit, flags)`.
    fn try_split_bytes / split_bytes(pattern: &[u8], bytes: &[u8], maxsplit: i64, flags: i64) -> List<Bytes> {
        Ok(BytesPattern::cached(pattern, flags)?.split(bytes, maxsplit))
    }

    /// `re.sub(pattern, replacement, bytes, count, flags)`.
    fn try_sub_bytes / sub_bytes(
        pattern: &[u8],
        replacement: &[u8],
        bytes: &[u8],
        count: i64,
        flags: i64,
    ) -> Bytes {
        BytesPattern::cached(pattern, flags)?.try_sub(replacement, bytes, count)
    }

    /// `re.subn(pattern, replacement, bytes, count, flags)`.
    fn try_subn_bytes / subn_bytes(
        pattern: &[u8],
        replacement: &[u8],
        bytes: &[u8],
        count: i64,
        flags: i64,
    ) -> (Bytes, i64) {
        BytesPattern::cached(pattern, flags)?.try_subn(replacement, bytes, count)
    }

    /// `re.sub(pattern, function, bytes, count, flags)`.
    fn try_sub_bytes_with / sub_bytes_with(
        pattern: &[u8],
        function: impl FnMut(BytesMatch) -> Result<Bytes, Exception>,
        bytes: &[u8],
        count: i64,
        flags: i64,
    ) -> Bytes {
        BytesPattern::cached(pattern, flags)?.try_sub_with(function, bytes, count)
    }
}

/// `re.escape(bytes)`.
#[must_use]
pub fn escape_bytes(bytes: &[u8]) -> Bytes {
    bytes_of(super::escape(&text_of(bytes)).as_str())
}

several_groups!(BytesMatch: Bytes);

impl BytesMatch {
    fn text(&self) -> &Match {
        &self.0.0
    }

    /// `group()`.
    #[must_use]
    pub fn whole(&self) -> Bytes {
        bytes_of(self.text().whole().as_str())
    }

    /// `groups()`.
    #[must_use]
    pub fn groups(&self) -> Tuple<Option<Bytes>> {
        let parts: Vec<Option<Bytes>> =
            self.text().groups().iter().map(|text| text.map(|text| bytes_of(text.as_str()))).collect();
        Tuple::from(parts)
    }

    /// `groups(default)`.
    #[must_use]
    pub fn groups_or(&self, default: &[u8]) -> Tuple<Bytes> {
        let default = Bytes::from(default);
        let parts: Vec<Bytes> =
            self.groups().iter().map(|part| part.unwrap_or_else(|| default.clone())).collect();
        Tuple::from(parts)
    }

    /// `groupdict()`.
    #[must_use]
    pub fn groupdict(&self) -> Dict<Str, Option<Bytes>> {
        let part = |text: Option<Str>| text.map(|text| bytes_of(text.as_str()));
        self.text().groupdict().items().iter().map(|(name, text)| (name, part(text))).collect()
    }

    /// `match.string`.
    #[must_use]
    pub fn string(&self) -> Bytes {
        bytes_of(self.text().string().as_str())
    }

    /// `match.re`.
    #[must_use]
    pub fn re(&self) -> BytesPattern {
        self.0.1.clone()
    }

    /// `match.lastindex`: the group that was closed last.
    #[must_use]
    pub fn lastindex(&self) -> Option<i64> {
        self.text().lastindex()
    }

    /// `match.lastgroup`: the name of the group that was closed last.
    #[must_use]
    pub fn lastgroup(&self) -> Option<Str> {
        self.text().lastgroup()
    }

    /// `start()`.
    #[must_use]
    pub fn first(&self) -> i64 {
        self.text().first()
    }

    /// `end()`.
    #[must_use]
    pub fn last(&self) -> i64 {
        self.text().last()
    }

    /// `span()`.
    #[must_use]
    pub fn bounds(&self) -> (i64, i64) {
        self.text().bounds()
    }

    raising_methods! {
        /// `group(group)`.
        fn try_group / group[G: Group + ?Sized](&self, group: &G) -> Option<Bytes> {
            Ok(self.text().try_group(group)?.map(|text| bytes_of(text.as_str())))
        }

        /// `start(group)`.
        fn try_start / start[G: Group + ?Sized](&self, group: &G) -> i64 {
            self.text().try_start(group)
        }

        /// `end(group)`.
        fn try_end / end[G: Group + ?Sized](&self, group: &G) -> i64 {
            self.text().try_end(group)
        }

        /// `span(group)`.
        fn try_span / span[G: Group + ?Sized](&self, group: &G) -> (i64, i64) {
            self.text().try_span(group)
        }
    }
}

impl Repr for BytesPattern {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::pattern::repr(f, &py(&self.pattern()), self.flags())
    }
}

impl PartialEq for BytesPattern {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text() && self.flags() == other.flags()
    }
}

impl Repr for BytesMatch {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = self.bounds();
        write!(f, "<re.Match object; span=({start}, {end}), match={:?}>", py(&self.whole()))
    }
}

impl PartialEq for BytesMatch {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

counted_object!(BytesPattern, |it| it.text().py_hash());
counted_object!(BytesMatch);
