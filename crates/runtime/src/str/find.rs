//! Finding: `find`, `index`, `count`, `replace`, `startswith`, `in`.

use super::Str;
use crate::exc::value_error;
use crate::macros::raising_methods;
use crate::slice::bounds;

impl Str {
    /// Start and end in bytes of `self[start:stop]`, and `None` where the start is past the end.
    fn window(&self, start: Option<i64>, stop: Option<i64>) -> Option<(usize, usize)> {
        if start.is_none() && stop.is_none() {
            return Some((0, self.as_str().len()));
        }
        let len = self.len() as usize;
        let (start, stop) = bounds(start, stop, len);
        (start <= len && start <= stop).then(|| (self.byte_of(start), self.byte_of(stop)))
    }

    /// `part in self`.
    #[must_use]
    pub fn contains(&self, part: &str) -> bool {
        self.as_str().contains(part)
    }

    /// `self.find(part)`.
    #[must_use]
    pub fn find(&self, part: &str) -> i64 {
        self.find_in(part, None, None)
    }

    /// `self.find(part, start, stop)`.
    #[must_use]
    pub fn find_in(&self, part: &str, start: Option<i64>, stop: Option<i64>) -> i64 {
        let Some((low, high)) = self.window(start, stop) else { return -1 };
        match self.as_str()[low..high].find(part) {
            Some(byte) => self.position_of(low + byte) as i64,
            None => -1,
        }
    }

    /// `self.rfind(part)`.
    #[must_use]
    pub fn rfind(&self, part: &str) -> i64 {
        self.rfind_in(part, None, None)
    }

    /// `self.rfind(part, start, stop)`.
    #[must_use]
    pub fn rfind_in(&self, part: &str, start: Option<i64>, stop: Option<i64>) -> i64 {
        let Some((low, high)) = self.window(start, stop) else { return -1 };
        match self.as_str()[low..high].rfind(part) {
            Some(byte) => self.position_of(low + byte) as i64,
            None => -1,
        }
    }

    raising_methods! {
        /// `self.index(part)`.
        fn try_index / index(&self, part: &str) -> i64 { self.try_index_in(part, None, None) }

        /// `self.index(part, start, stop)`.
        fn try_index_in / index_in(&self, part: &str, start: Option<i64>, stop: Option<i64>) -> i64 {
            match self.find_in(part, start, stop) {
                -1 => Err(value_error("substring not found")),
                at => Ok(at),
            }
        }

        /// `self.rindex(part)`.
        fn try_rindex / rindex(&self, part: &str) -> i64 { self.try_rindex_in(part, None, None) }

        /// `self.rindex(part, start, stop)`.
        fn try_rindex_in / rindex_in(&self, part: &str, start: Option<i64>, stop: Option<i64>) -> i64 {
            match self.rfind_in(part, start, stop) {
                -1 => Err(value_error("substring not found")),
                at => Ok(at),
            }
        }
    }

    /// `self.count(part)`.
    #[must_use]
    pub fn count(&self, part: &str) -> i64 {
        self.count_in(part, None, None)
    }

    /// `self.count(part, start, stop)`.
    #[must_use]
    pub fn count_in(&self, part: &str, start: Option<i64>, stop: Option<i64>) -> i64 {
        let Some((low, high)) = self.window(start, stop) else { return 0 };
        let text = &self.as_str()[low..high];
        if part.is_empty() { text.chars().count() as i64 + 1 } else { text.matches(part).count() as i64 }
    }

    /// `self.startswith(prefix)`.
    #[must_use]
    pub fn startswith(&self, prefix: &str) -> bool {
        self.as_str().starts_with(prefix)
    }

    /// `self.startswith(prefix, start, stop)`.
    #[must_use]
    pub fn startswith_in(&self, prefix: &str, start: Option<i64>, stop: Option<i64>) -> bool {
        self.window(start, stop).is_some_and(|(low, high)| self.as_str()[low..high].starts_with(prefix))
    }

    /// `self.startswith((a, b, …))`.
    #[must_use]
    pub fn startswith_any<T: AsRef<str>>(&self, prefixes: &[T]) -> bool {
        prefixes.iter().any(|prefix| self.startswith(prefix.as_ref()))
    }

    /// `self.startswith((a, b, …), start, stop)`.
    #[must_use]
    pub fn startswith_any_in<T: AsRef<str>>(
        &self,
        prefixes: &[T],
        start: Option<i64>,
        stop: Option<i64>,
    ) -> bool {
        prefixes.iter().any(|prefix| self.startswith_in(prefix.as_ref(), start, stop))
    }

    /// `self.endswith(suffix)`.
    #[must_use]
    pub fn endswith(&self, suffix: &str) -> bool {
        self.as_str().ends_with(suffix)
    }

    /// `self.endswith(suffix, start, stop)`.
    #[must_use]
    pub fn endswith_in(&self, suffix: &str, start: Option<i64>, stop: Option<i64>) -> bool {
        self.window(start, stop).is_some_and(|(low, high)| self.as_str()[low..high].ends_with(suffix))
    }

    /// `self.endswith((a, b, …))`.
    #[must_use]
    pub fn endswith_any<T: AsRef<str>>(&self, suffixes: &[T]) -> bool {
        suffixes.iter().any(|suffix| self.endswith(suffix.as_ref()))
    }

    /// `self.endswith((a, b, …), start, stop)`.
    #[must_use]
    pub fn endswith_any_in<T: AsRef<str>>(
        &self,
        suffixes: &[T],
        start: Option<i64>,
        stop: Option<i64>,
    ) -> bool {
        suffixes.iter().any(|suffix| self.endswith_in(suffix.as_ref(), start, stop))
    }

    /// `self.replace(old, new)`.
    #[must_use]
    pub fn replace(&self, old: &str, new: &str) -> Str {
        Str::from(self.as_str().replace(old, new))
    }

    /// `self.replace(old, new, count)`.
    #[must_use]
    pub fn replace_n(&self, old: &str, new: &str, count: i64) -> Str {
        match usize::try_from(count) {
            Ok(count) => Str::from(self.as_str().replacen(old, new, count)),
            Err(_) => self.replace(old, new),
        }
    }

    /// `self.removeprefix(prefix)`.
    #[must_use]
    pub fn removeprefix(&self, prefix: &str) -> Str {
        self.as_str().strip_prefix(prefix).map_or_else(|| self.clone(), Str::from)
    }

    /// `self.removesuffix(suffix)`.
    #[must_use]
    pub fn removesuffix(&self, suffix: &str) -> Str {
        self.as_str().strip_suffix(suffix).map_or_else(|| self.clone(), Str::from)
    }
}
