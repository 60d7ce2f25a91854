//! What a `re.error` says beside its text, of which it is the parts: `missing ) at position 3 (line 2, column 1)`.

use crate::exc::Exception;
use crate::str::Str;

impl Exception {
    /// The message alone, and what stands behind its position.
    fn parts_of_pattern_error(&self) -> (String, Option<String>) {
        let text = self.message();
        match text.rsplit_once(" at position ") {
            Some((message, place)) => (message.to_owned(), Some(place.to_owned())),
            None => (text, None),
        }
    }

    /// `msg` of a `re.error`.
    #[must_use]
    pub fn pattern_message(&self) -> Str {
        Str::from(self.parts_of_pattern_error().0)
    }

    /// `pos` of a `re.error`.
    #[must_use]
    pub fn pattern_position(&self) -> Option<i64> {
        self.parts_of_pattern_error().1?.split(' ').next()?.parse().ok()
    }

    /// `lineno` of a `re.error`.
    #[must_use]
    pub fn pattern_line(&self) -> Option<i64> {
        let place = self.parts_of_pattern_error().1?;
        match place.split_once("(line ") {
            Some((_, line)) => line.split(',').next()?.parse().ok(),
            None => Some(1),
        }
    }

    /// `colno` of a `re.error`.
    #[must_use]
    pub fn pattern_column(&self) -> Option<i64> {
        let place = self.parts_of_pattern_error().1?;
        match place.split_once("column ") {
            Some((_, column)) => column.trim_end_matches(')').parse().ok(),
            None => Some(self.pattern_position()? + 1),
        }
    }
}
