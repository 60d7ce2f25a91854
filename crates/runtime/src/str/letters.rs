//! [`Letters`]: a text that is looked at letter by letter in a loop.

use super::Str;
use crate::macros::raising_methods;

/// A [`Str`] that is indexed often: where its letters lie is looked up once.
#[derive(Clone, Copy)]
pub struct Letters<'a> {
    /// The letters of text that is ASCII; nothing of other text.
    ascii: &'a [u8],
    text: &'a Str,
}

impl Str {
    /// The letters, for a loop that indexes them.
    #[inline]
    #[must_use]
    pub fn letters(&self) -> Letters<'_> {
        let ascii = if self.is_ascii_text() { self.as_str().as_bytes() } else { &[] };
        Letters { ascii, text: self }
    }
}

impl Letters<'_> {
    /// `text[index]` of an index that counts from the start; ends the program where there is no such letter.
    #[inline]
    #[must_use]
    pub fn letter(&self, index: usize) -> char {
        match self.ascii.get(index) {
            Some(&letter) => char::from(letter),
            None => self.text.far_letter(index),
        }
    }

    raising_methods! {
        /// `text[index]` as a character that is compared or passed on.
        fn try_char_at / char_at(&self, index: i64) -> char {
            // A negative index is past any text.
            match usize::try_from(index as u64).ok().and_then(|index| self.ascii.get(index)) {
                Some(&letter) => Ok(char::from(letter)),
                None => self.text.far(index),
            }
        }

        /// `text[index]`.
        fn try_at / at(&self, index: i64) -> Str { self.try_char_at(index).map(Str::from) }
    }
}
