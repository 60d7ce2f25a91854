//! [`Pattern`]: what `re.compile` gives.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use super::found::Match;
use super::matcher::Matcher;
use super::parse::parse;
use super::program::Program;
use super::template::{expand, parse as parse_template};
use crate::exc::Exception;
use crate::iter::Iter;
use crate::list::List;
use crate::macros::raising_methods;
use crate::show::{Repr, py};
use crate::str::Str;
use crate::tuple::Tuple;

pub(super) struct Compiled {
    source: Str,
    flags: i64,
    n_groups: usize,
    pub(super) names: Vec<(String, usize)>,
    program: Program,
}

/// `re.Pattern`.
#[derive(Clone)]
pub struct Pattern(pub(super) Rc<Compiled>);

thread_local! {
    static CACHE: RefCell<Vec<(Str, i64, Pattern)>> = const { RefCell::new(Vec::new()) };
}

/// How many patterns are kept.
const CACHE_SIZE: usize = 64;

impl Pattern {
    fn new(pattern: &str, flags: i64) -> Result<Pattern, Exception> {
        let parsed = parse(pattern, flags)?;
        Ok(Pattern(Rc::new(Compiled {
            source: Str::from(pattern),
            flags: parsed.flags,
            n_groups: parsed.n_groups,
            names: parsed.names,
            program: Program::new(&parsed.node),
        })))
    }

    /// The pattern, compiled once.
    pub(super) fn cached(pattern: &str, flags: i64) -> Result<Pattern, Exception> {
        let known = CACHE.with_borrow(|cache| {
            let found = cache.iter().find(|(text, known, _)| *known == flags && text.as_str() == pattern);
            found.map(|(.., pattern)| pattern.clone())
        });
        if let Some(known) = known {
            return Ok(known);
        }
        let made = Pattern::new(pattern, flags)?;
        CACHE.with_borrow_mut(|cache| {
            if cache.len() == CACHE_SIZE {
                cache.remove(0);
            }
            cache.push((Str::from(pattern), flags, made.clone()));
        });
        Ok(made)
    }

    pub(super) fn forget_all() {
        CACHE.with_borrow_mut(Vec::clear);
    }

    pub(super) fn group_named(&self, name: &str) -> Option<usize> {
        self.0.names.iter().find(|(known, _)| known == name).map(|(_, index)| *index)
    }

    pub(super) fn n_groups(&self) -> usize {
        self.0.n_groups
    }

    /// `pattern.groups`.
    #[must_use]
    pub fn groups(&self) -> i64 {
        self.0.n_groups as i64
    }

    /// `pattern.flags`.
    #[must_use]
    pub fn flags(&self) -> i64 {
        self.0.flags
    }

    /// `pattern.pattern`.
    #[must_use]
    pub fn pattern(&self) -> Str {
        self.0.source.clone()
    }

    /// The first match that begins at `start` or later, but not where an empty one would be at `not_empty_at`.
    fn find(&self, text: &Str, start: usize, end: usize, not_empty_at: Option<usize>) -> Option<Match> {
        let mut matcher = Matcher::new(&self.0.program, self.0.n_groups, text.code_points(), end);
        (start..=end).find_map(|at| {
            let found = matcher.matches_at(at, false)
                && (not_empty_at != Some(at) || matcher.slots[1] != Some(at) || matcher.other_end(at));
            found.then(|| Match::new(self.clone(), text.clone(), matcher.slots.clone()))
        })
    }

    fn at_start(&self, text: &str, is_full: bool, bounds: (i64, Option<i64>)) -> Option<Match> {
        let text = Str::from(text);
        let (start, end) = clamp(&text, bounds);
        if start > end {
            return None;
        }
        let mut matcher = Matcher::new(&self.0.program, self.0.n_groups, text.code_points(), end);
        let found = matcher.matches_at(start, is_full);
        let slots = std::mem::take(&mut matcher.slots);
        found.then(|| Match::new(self.clone(), text, slots))
    }

    /// `search(text)`.
    #[must_use]
    pub fn search(&self, text: &str) -> Option<Match> {
        self.search_in(text, 0, None)
    }

    /// `search(text, pos, endpos)`.
    #[must_use]
    pub fn search_in(&self, text: &str, pos: i64, endpos: Option<i64>) -> Option<Match> {
        let text = Str::from(text);
        let (start, end) = clamp(&text, (pos, endpos));
        if start > end { None } else { self.find(&text, start, end, None) }
    }

    /// `match(text)`.
    #[must_use]
    pub fn match_(&self, text: &str) -> Option<Match> {
        self.at_start(text, false, (0, None))
    }

    /// `match(text, pos, endpos)`.
    #[must_use]
    pub fn match_in(&self, text: &str, pos: i64, endpos: Option<i64>) -> Option<Match> {
        self.at_start(text, false, (pos, endpos))
    }

    /// `fullmatch(text)`.
    #[must_use]
    pub fn fullmatch(&self, text: &str) -> Option<Match> {
        self.at_start(text, true, (0, None))
    }

    /// All matches, one after the other; no two are empty at the same place.
    fn matches(&self, text: &Str) -> impl Iterator<Item = Match> + use<> {
        let (pattern, text) = (self.clone(), text.clone());
        let end = text.code_points().len();
        let (mut at, mut not_empty_at) = (0, None);
        std::iter::from_fn(move || {
            let found = pattern.find(&text, at, end, not_empty_at)?;
            at = found.end_of(0).unwrap_or(end);
            not_empty_at = (found.start_of(0) == Some(at)).then_some(at);
            Some(found)
        })
    }

    /// `finditer(text)`.
    #[must_use]
    pub fn finditer(&self, text: &str) -> Iter<Match> {
        Iter::from_values(self.matches(&Str::from(text)))
    }

    /// `findall(text)` of a pattern with at most one group.
    #[must_use]
    pub fn findall(&self, text: &str) -> List<Str> {
        if self.0.n_groups > 1 {
            crate::output::trap(
                "`findall` of a pattern whose groups the compiler did not see; write the pattern as a literal",
            );
        }
        self.matches(&Str::from(text))
            .map(|found| found.text_of(self.0.n_groups).unwrap_or_default())
            .collect()
    }

    /// `findall(text)` of a pattern with groups.
    #[must_use]
    pub fn findall_groups(&self, text: &str) -> List<Tuple<Str>> {
        let groups = |found: Match| {
            let texts: Vec<Str> =
                (1..=self.0.n_groups).map(|group| found.text_of(group).unwrap_or_default()).collect();
            Tuple::from(texts)
        };
        self.matches(&Str::from(text)).map(groups).collect()
    }

    /// `split(text, maxsplit)`.
    #[must_use]
    pub fn split(&self, text: &str, maxsplit: i64) -> List<Str> {
        let text = Str::from(text);
        let chars = text.code_points();
        let most = if maxsplit == 0 { usize::MAX } else { usize::try_from(maxsplit).unwrap_or(0) };
        let mut parts = Vec::new();
        let mut last = 0;
        for found in self.matches(&text).take(most) {
            let (start, end) = (found.start_of(0).unwrap_or(0), found.end_of(0).unwrap_or(0));
            parts.push(Str::from(chars[last..start].iter().collect::<String>()));
            for group in 1..=self.0.n_groups {
                match found.text_of(group) {
                    Some(text) => parts.push(text),
                    None => crate::output::trap(
                        "`split` where a group took no part: CPython puts `None` in the list",
                    ),
                }
            }
            last = end;
        }
        parts.push(Str::from(chars[last..].iter().collect::<String>()));
        List::from(parts)
    }

    raising_methods! {
        /// `sub(replacement, text, count)`.
        fn try_sub / sub(&self, replacement: &str, text: &str, count: i64) -> Str {
            Ok(self.try_subn(replacement, text, count)?.0)
        }

        /// `subn(replacement, text, count)`.
        fn try_subn / subn(&self, replacement: &str, text: &str, count: i64) -> (Str, i64) {
            let template = parse_template(replacement, self)?;
            self.replace(|found| Ok(Str::from(expand(&template, &found))), text, count)
        }

        /// `sub(function, text, count)`.
        fn try_sub_with / sub_with(
            &self,
            function: impl FnMut(Match) -> Result<Str, Exception>,
            text: &str,
            count: i64,
        ) -> Str {
            Ok(self.replace(function, text, count)?.0)
        }
    }

    fn replace(
        &self,
        mut replacement: impl FnMut(Match) -> Result<Str, Exception>,
        text: &str,
        count: i64,
    ) -> Result<(Str, i64), Exception> {
        let text = Str::from(text);
        let chars = text.code_points();
        let most = if count == 0 { usize::MAX } else { usize::try_from(count).unwrap_or(0) };
        let mut result = String::new();
        let (mut last, mut n) = (0, 0);
        for found in self.matches(&text).take(most) {
            let (start, end) = (found.start_of(0).unwrap_or(0), found.end_of(0).unwrap_or(0));
            result.extend(&chars[last..start]);
            result.push_str(replacement(found)?.as_str());
            last = end;
            n += 1;
        }
        result.extend(&chars[last..]);
        Ok((Str::from(result), n))
    }
}

/// Where a search begins and ends; bounds outside the text are its ends.
fn clamp(text: &Str, (pos, endpos): (i64, Option<i64>)) -> (usize, usize) {
    let clamped = |at: i64| at.clamp(0, text.len()) as usize;
    (clamped(pos), clamped(endpos.unwrap_or(i64::MAX)))
}

impl Repr for Pattern {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        repr(f, &py(&self.0.source), self.0.flags)
    }
}

/// `repr` of a pattern.
pub(super) fn repr(f: &mut fmt::Formatter<'_>, source: &dyn fmt::Debug, flags: i64) -> fmt::Result {
    let shown: String = format!("{source:?}").chars().take(200).collect();
    write!(f, "re.compile({shown}")?;
    let names = [
        (super::IGNORECASE, "re.IGNORECASE"),
        (super::MULTILINE, "re.MULTILINE"),
        (super::DOTALL, "re.DOTALL"),
        (super::VERBOSE, "re.VERBOSE"),
        (super::ASCII, "re.ASCII"),
    ];
    let known = names.iter().fold(super::UNICODE, |all, (flag, _)| all | flag);
    let set = names.iter().filter(|(flag, _)| flags & flag != 0).map(|(_, name)| (*name).to_owned());
    let rest = Some(flags & !known).filter(|rest| *rest != 0).map(|rest| format!("{rest:#x}"));
    let set: Vec<String> = set.chain(rest).collect();
    if !set.is_empty() {
        write!(f, ", {}", set.join("|"))?;
    }
    f.write_str(")")
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.0.source == other.0.source && self.0.flags == other.0.flags
    }
}

crate::macros::counted_object!(Pattern, |it| it.0.source.py_hash() ^ it.0.flags);
