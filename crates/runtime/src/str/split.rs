//! Splitting: `split`, `rsplit`, `splitlines`, `partition`, `strip`, `join`.

use super::{Str, is_space};
use crate::exc::value_error;
use crate::list::List;
use crate::macros::raising_methods;

/// Ends of lines, except `\r\n`.
fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Where the first line ends, without what ends it and with it.
fn first_line(text: &str) -> Option<(usize, usize)> {
    if text.is_empty() {
        return None;
    }
    Some(match text.char_indices().find(|&(_, c)| ends_line(c)) {
        Some((at, _)) if text[at..].starts_with("\r\n") => (at, at + 2),
        Some((at, c)) => (at, at + c.len_utf8()),
        None => (text.len(), text.len()),
    })
}

fn list<'a>(parts: impl Iterator<Item = &'a str>) -> List<Str> {
    parts.map(Str::from).collect()
}

fn limit(maxsplit: i64) -> usize {
    usize::try_from(maxsplit).unwrap_or(usize::MAX)
}

impl Str {
    /// `self.split()`.
    #[must_use]
    pub fn split_whitespace(&self) -> List<Str> {
        list(self.as_str().split(is_space).filter(|word| !word.is_empty()))
    }

    /// The items of `self.split()`, one after the other.
    pub fn words(&self) -> impl Iterator<Item = Str> + Clone + use<> {
        self.pieces(|rest| {
            let rest = rest.trim_start_matches(is_space);
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(is_space).unwrap_or(rest.len());
            Some((&rest[..end], &rest[end..]))
        })
    }

    /// The items of `self.splitlines()`, one after the other.
    pub fn each_line(&self) -> impl Iterator<Item = Str> + Clone + use<> {
        self.pieces(|rest| first_line(rest).map(|(line, end)| (&rest[..line], &rest[end..])))
    }

    /// What `first` takes off, again and again: a piece, and what is left. It holds the text.
    fn pieces<F: Fn(&str) -> Option<(&str, &str)> + Clone>(
        &self,
        first: F,
    ) -> impl Iterator<Item = Str> + Clone + use<F> {
        let text = self.clone();
        let mut at = 0;
        std::iter::from_fn(move || {
            let (piece, rest) = first(&text.as_str()[at..])?;
            at = text.as_str().len() - rest.len();
            Some(Str::from(piece))
        })
    }

    /// `self.split(None, maxsplit)`.
    #[must_use]
    pub fn split_whitespace_n(&self, maxsplit: i64) -> List<Str> {
        let (mut rest, mut left) = (self.as_str().trim_start_matches(is_space), limit(maxsplit));
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let Some(end) = rest.find(is_space).filter(|_| left > 0) else {
                parts.push(Str::from(rest));
                break;
            };
            parts.push(Str::from(&rest[..end]));
            rest = rest[end..].trim_start_matches(is_space);
            left -= 1;
        }
        List::from(parts)
    }

    /// `self.rsplit(None, maxsplit)`.
    #[must_use]
    pub fn rsplit_whitespace_n(&self, maxsplit: i64) -> List<Str> {
        let (mut rest, mut left) = (self.as_str().trim_end_matches(is_space), limit(maxsplit));
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let found = rest.char_indices().rev().find(|&(_, c)| is_space(c)).filter(|_| left > 0);
            let Some((end, c)) = found else {
                parts.push(Str::from(rest));
                break;
            };
            parts.push(Str::from(&rest[end + c.len_utf8()..]));
            rest = rest[..end].trim_end_matches(is_space);
            left -= 1;
        }
        parts.reverse();
        List::from(parts)
    }

    raising_methods! {
        /// `self.split(separator)`.
        fn try_split / split(&self, separator: &str) -> List<Str> { self.try_split_n(separator, -1) }

        /// `self.split(separator, maxsplit)`.
        fn try_split_n / split_n(&self, separator: &str, maxsplit: i64) -> List<Str> {
            if separator.is_empty() {
                return Err(value_error("empty separator"));
            }
            Ok(list(self.as_str().splitn(limit(maxsplit).saturating_add(1), separator)))
        }

        /// `self.rsplit(separator)`.
        fn try_rsplit / rsplit(&self, separator: &str) -> List<Str> { self.try_rsplit_n(separator, -1) }

        /// `self.rsplit(separator, maxsplit)`.
        fn try_rsplit_n / rsplit_n(&self, separator: &str, maxsplit: i64) -> List<Str> {
            if separator.is_empty() {
                return Err(value_error("empty separator"));
            }
            let mut parts: Vec<Str> =
                self.as_str().rsplitn(limit(maxsplit).saturating_add(1), separator).map(Str::from).collect();
            parts.reverse();
            Ok(List::from(parts))
        }

        /// `self.partition(separator)`.
        fn try_partition / partition(&self, separator: &str) -> (Str, Str, Str) {
            if separator.is_empty() {
                return Err(value_error("empty separator"));
            }
            Ok(match self.as_str().split_once(separator) {
                Some((before, after)) => (Str::from(before), Str::from(separator), Str::from(after)),
                None => (self.clone(), Str::new(), Str::new()),
            })
        }

        /// `self.rpartition(separator)`.
        fn try_rpartition / rpartition(&self, separator: &str) -> (Str, Str, Str) {
            if separator.is_empty() {
                return Err(value_error("empty separator"));
            }
            Ok(match self.as_str().rsplit_once(separator) {
                Some((before, after)) => (Str::from(before), Str::from(separator), Str::from(after)),
                None => (Str::new(), Str::new(), self.clone()),
            })
        }
    }

    /// `self.splitlines(keepends)`.
    #[must_use]
    pub fn splitlines(&self, keepends: bool) -> List<Str> {
        let mut lines = Vec::new();
        let mut rest = self.as_str();
        while let Some((line, end)) = first_line(rest) {
            lines.push(Str::from(&rest[..if keepends { end } else { line }]));
            rest = &rest[end..];
        }
        List::from(lines)
    }

    fn trimmed(&self, text: &str) -> Str {
        if text.len() == self.as_str().len() { self.clone() } else { Str::from(text) }
    }

    /// `self.strip()`.
    #[must_use]
    pub fn strip(&self) -> Str {
        self.trimmed(self.as_str().trim_matches(is_space))
    }

    /// `self.lstrip()`.
    #[must_use]
    pub fn lstrip(&self) -> Str {
        self.trimmed(self.as_str().trim_start_matches(is_space))
    }

    /// `self.rstrip()`.
    #[must_use]
    pub fn rstrip(&self) -> Str {
        self.trimmed(self.as_str().trim_end_matches(is_space))
    }

    /// `self.strip(chars)`.
    #[must_use]
    pub fn strip_chars(&self, chars: &str) -> Str {
        self.trimmed(self.as_str().trim_matches(|c| chars.contains(c)))
    }

    /// `self.lstrip(chars)`.
    #[must_use]
    pub fn lstrip_chars(&self, chars: &str) -> Str {
        self.trimmed(self.as_str().trim_start_matches(|c| chars.contains(c)))
    }

    /// `self.rstrip(chars)`.
    #[must_use]
    pub fn rstrip_chars(&self, chars: &str) -> Str {
        self.trimmed(self.as_str().trim_end_matches(|c| chars.contains(c)))
    }

    /// `self.join(parts)`.
    #[must_use]
    pub fn join<T: AsRef<str>>(&self, parts: impl IntoIterator<Item = T>) -> Str {
        let mut out = String::new();
        for (i, part) in parts.into_iter().enumerate() {
            if i > 0 {
                out.push_str(self);
            }
            out.push_str(part.as_ref());
        }
        Str::from(out)
    }

    /// `self.join(parts)` of parts that may raise, or that may be no texts (see [`not_joinable`]).
    ///
    /// # Errors
    /// The first that the parts raise.
    pub fn try_join<T: AsRef<str>>(
        &self,
        parts: impl IntoIterator<Item = Result<T, crate::Exception>>,
    ) -> Result<Str, crate::Exception> {
        let parts: Result<Vec<T>, _> = parts.into_iter().collect();
        Ok(self.join(parts?))
    }
}

/// What `join` raises for item `at`, which is a `class` and no text.
#[cold]
#[must_use]
pub fn not_joinable(at: usize, class: &str) -> crate::Exception {
    crate::exc::type_error(format!("sequence item {at}: expected str instance, {class} found"))
}
