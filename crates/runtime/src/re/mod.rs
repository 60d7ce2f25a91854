//! `re`: Python's patterns by a backtracking matcher of our own, since what a pattern matches depends on the order of trying.
//!
//! Source: Library Reference, "re"; `Lib/re` and `Modules/_sre` of 3.11. Positions are those of code points. `parse` reads a
//! pattern, `program` compiles it, `matcher` runs it.

mod bytes;
mod case;
mod failure;
mod found;
mod groups;
mod matcher;
mod parse;
mod pattern;
mod program;
mod template;

pub use bytes::{
    BytesMatch, BytesPattern, compile_bytes, escape_bytes, findall_bytes, findall_bytes_groups,
    finditer_bytes, fullmatch_bytes, match_bytes, search_bytes, split_bytes, sub_bytes, sub_bytes_with,
    subn_bytes, try_compile_bytes, try_findall_bytes, try_findall_bytes_groups, try_finditer_bytes,
    try_fullmatch_bytes, try_match_bytes, try_search_bytes, try_split_bytes, try_sub_bytes,
    try_sub_bytes_with, try_subn_bytes,
};
pub use found::{Group, Match};
pub use pattern::Pattern;

use crate::exc::Exception;
use crate::iter::Iter;
use crate::list::List;
use crate::macros::raising_fns;
use crate::str::Str;
use crate::tuple::Tuple;

/// `re.IGNORECASE`.
pub const IGNORECASE: i64 = parse::IGNORECASE;
/// `re.MULTILINE`.
pub const MULTILINE: i64 = parse::MULTILINE;
/// `re.DOTALL`.
pub const DOTALL: i64 = parse::DOTALL;
/// `re.UNICODE`.
pub const UNICODE: i64 = parse::UNICODE;
/// `re.VERBOSE`.
pub const VERBOSE: i64 = parse::VERBOSE;
/// `re.ASCII`.
pub const ASCII: i64 = parse::ASCII;

raising_fns! {
    /// `re.compile(pattern, flags)`.
    fn try_compile / compile(pattern: &str, flags: i64) -> Pattern { Pattern::cached(pattern, flags) }

    /// `re.search(pattern, text, flags)`.
    fn try_search / search(pattern: &str, text: &str, flags: i64) -> Option<Match> {
        Ok(Pattern::cached(pattern, flags)?.search(text))
    }

    /// `re.match(pattern, text, flags)`.
    fn try_match_ / match_(pattern: &str, text: &str, flags: i64) -> Option<Match> {
        Ok(Pattern::cached(pattern, flags)?.match_(text))
    }

    /// `re.fullmatch(pattern, text, flags)`.
    fn try_fullmatch / fullmatch(pattern: &str, text: &str, flags: i64) -> Option<Match> {
        Ok(Pattern::cached(pattern, flags)?.fullmatch(text))
    }

    /// `re.findall(pattern, text, flags)` of a pattern with at most one group.
    fn try_findall / findall(pattern: &str, text: &str, flags: i64) -> List<Str> {
        Ok(Pattern::cached(pattern, flags)?.findall(text))
    }

    /// `re.findall(pattern, text, flags)` of a pattern with groups.
    fn try_findall_groups / findall_groups(pattern: &str, text: &str, flags: i64) -> List<Tuple<Str>> {
        Ok(Pattern::cached(pattern, flags)?.findall_groups(text))
    }

    /// `re.finditer(pattern, text, flags)`.
    fn try_finditer / finditer(pattern: &str, text: &str, flags: i64) -> Iter<Match> {
        Ok(Pattern::cached(pattern, flags)?.finditer(text))
    }

    /// `re.split(pattern, text, maxsplit, flags)`.
    fn try_split / split(pattern: &str, text: &str, maxsplit: i64, flags: i64) -> List<Str> {
        Ok(Pattern::cached(pattern, flags)?.split(text, maxsplit))
    }

    /// `re.sub(pattern, replacement, text, count, flags)`.
    fn try_sub / sub(pattern: &str, replacement: &str, text: &str, count: i64, flags: i64) -> Str {
        Pattern::cached(pattern, flags)?.try_sub(replacement, text, count)
    }

    /// `re.subn(pattern, replacement, text, count, flags)`.
    fn try_subn / subn(pattern: &str, replacement: &str, text: &str, count: i64, flags: i64) -> (Str, i64) {
        Pattern::cached(pattern, flags)?.try_subn(replacement, text, count)
    }

    /// `re.sub(pattern, function, text, count, flags)`.
    fn try_sub_with / sub_with(
        pattern: &str,
        function: impl FnMut(Match) -> Result<Str, Exception>,
        text: &str,
        count: i64,
        flags: i64,
    ) -> Str {
        Pattern::cached(pattern, flags)?.try_sub_with(function, text, count)
    }
}

/// `re.escape(text)`.
#[must_use]
pub fn escape(text: &str) -> Str {
    const SPECIAL: &str = "()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}";
    let mut escaped = String::new();
    for c in text.chars() {
        if SPECIAL.contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    Str::from(escaped)
}

/// `re.purge()`.
pub fn purge() {
    Pattern::forget_all();
}
