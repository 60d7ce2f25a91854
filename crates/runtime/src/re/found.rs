//! [`Match`]: where a pattern matched, and its groups.

use super::groups::several_groups;
use std::fmt;
use std::rc::Rc;

use super::pattern::Pattern;
use super::template;
use crate::dict::Dict;
use crate::exc::{Exception, IndexError};
use crate::macros::raising_methods;
use crate::show::{Repr, py};
use crate::str::Str;
use crate::tuple::Tuple;

struct Found {
    pattern: Pattern,
    text: Str,
    /// Where each group begins and ends.
    slots: Vec<Option<usize>>,
}

/// `re.Match`.
#[derive(Clone)]
pub struct Match(Rc<Found>);

/// A group by number or name.
pub trait Group {
    /// Its number in matches of `pattern`.
    fn index(&self, pattern: &Pattern) -> Option<usize>;
}

impl Group for i64 {
    fn index(&self, pattern: &Pattern) -> Option<usize> {
        usize::try_from(*self).ok().filter(|index| *index <= pattern.n_groups())
    }
}

impl Group for str {
    fn index(&self, pattern: &Pattern) -> Option<usize> {
        pattern.group_named(self)
    }
}

impl Group for Str {
    fn index(&self, pattern: &Pattern) -> Option<usize> {
        pattern.group_named(self.as_str())
    }
}

impl<G: Group> Group for Option<G> {
    fn index(&self, pattern: &Pattern) -> Option<usize> {
        self.as_ref()?.index(pattern)
    }
}

several_groups!(Match: Str);

impl Match {
    pub(super) fn new(pattern: Pattern, text: Str, slots: Vec<Option<usize>>) -> Self {
        Match(Rc::new(Found { pattern, text, slots }))
    }

    pub(super) fn start_of(&self, group: usize) -> Option<usize> {
        // A group whose end is open took no part.
        self.end_of(group).and(self.0.slots[2 * group])
    }

    pub(super) fn end_of(&self, group: usize) -> Option<usize> {
        self.0.slots[2 * group + 1]
    }

    pub(super) fn text_of(&self, group: usize) -> Option<Str> {
        let (start, end) = (self.start_of(group)?, self.end_of(group)?);
        Some(Str::from(self.0.text.code_points()[start..end].iter().collect::<String>()))
    }

    fn find<G: Group + ?Sized>(&self, group: &G) -> Result<usize, Exception> {
        group.index(&self.0.pattern).ok_or_else(|| Exception::new(IndexError, "no such group"))
    }

    /// `group()`.
    #[must_use]
    pub fn whole(&self) -> Str {
        self.text_of(0).unwrap_or_default()
    }

    /// `groups()`.
    #[must_use]
    pub fn groups(&self) -> Tuple<Option<Str>> {
        let texts: Vec<Option<Str>> =
            (1..=self.0.pattern.n_groups()).map(|group| self.text_of(group)).collect();
        Tuple::from(texts)
    }

    /// `groups(default)`.
    #[must_use]
    pub fn groups_or(&self, default: &str) -> Tuple<Str> {
        let texts: Vec<Str> = (1..=self.0.pattern.n_groups())
            .map(|group| self.text_of(group).unwrap_or_else(|| Str::from(default)))
            .collect();
        Tuple::from(texts)
    }

    /// `groupdict()`.
    #[must_use]
    pub fn groupdict(&self) -> Dict<Str, Option<Str>> {
        let named = &self.0.pattern.0.names;
        named.iter().map(|(name, group)| (Str::from(name.as_str()), self.text_of(*group))).collect()
    }

    /// `groupdict(default)`.
    #[must_use]
    pub fn groupdict_or(&self, default: &str) -> Dict<Str, Str> {
        let named = &self.0.pattern.0.names;
        let text = |group: usize| self.text_of(group).unwrap_or_else(|| Str::from(default));
        named.iter().map(|(name, group)| (Str::from(name.as_str()), text(*group))).collect()
    }

    /// `match.string`.
    #[must_use]
    pub fn string(&self) -> Str {
        self.0.text.clone()
    }

    /// `match.re`.
    #[must_use]
    pub fn re(&self) -> Pattern {
        self.0.pattern.clone()
    }

    /// `match.lastindex`: the group that was closed last.
    #[must_use]
    pub fn lastindex(&self) -> Option<i64> {
        self.0.slots.last().copied().flatten().map(|group| group as i64)
    }

    /// `match.lastgroup`: the name of the group that was closed last.
    #[must_use]
    pub fn lastgroup(&self) -> Option<Str> {
        let last = self.0.slots.last().copied().flatten()?;
        let named = self.0.pattern.0.names.iter().find(|(_, group)| *group == last)?;
        Some(Str::from(named.0.as_str()))
    }

    /// `start()`.
    #[must_use]
    pub fn first(&self) -> i64 {
        position(self.start_of(0))
    }

    /// `end()`.
    #[must_use]
    pub fn last(&self) -> i64 {
        position(self.end_of(0))
    }

    /// `span()`.
    #[must_use]
    pub fn bounds(&self) -> (i64, i64) {
        (self.first(), self.last())
    }

    raising_methods! {
        /// `expand(template)`.
        fn try_expand / expand(&self, template: &str) -> Str {
            Ok(Str::from(template::expand(&template::parse(template, &self.0.pattern)?, self)))
        }

        /// `group(group)`.
        fn try_group / group[G: Group + ?Sized](&self, group: &G) -> Option<Str> {
            Ok(self.text_of(self.find(group)?))
        }

        /// `start(group)`.
        fn try_start / start[G: Group + ?Sized](&self, group: &G) -> i64 {
            Ok(position(self.start_of(self.find(group)?)))
        }

        /// `end(group)`.
        fn try_end / end[G: Group + ?Sized](&self, group: &G) -> i64 {
            Ok(position(self.end_of(self.find(group)?)))
        }

        /// `span(group)`.
        fn try_span / span[G: Group + ?Sized](&self, group: &G) -> (i64, i64) {
            let group = self.find(group)?;
            Ok((position(self.start_of(group)), position(self.end_of(group))))
        }
    }
}

/// A position, -1 for a group that took no part.
fn position(at: Option<usize>) -> i64 {
    at.map_or(-1, |at| at as i64)
}

impl Repr for Match {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = self.bounds();
        write!(f, "<re.Match object; span=({start}, {end}), match={:?}>", py(&self.whole()))
    }
}

impl PartialEq for Match {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

crate::macros::counted_object!(Match);
