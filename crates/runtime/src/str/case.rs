//! Case: `lower`, `upper`, `title`, `capitalize`, `swapcase`, `casefold`.

use super::{Str, is_cased, is_lower, is_upper, tables};

/// Letters that Unicode pairs since its version 15: Rust knows them, CPython 3.11 (Unicode 14) leaves them as they are.
const PAIRED_SINCE: [(char, char); 10] = [
    ('\u{19b}', '\u{19b}'),
    ('\u{264}', '\u{264}'),
    ('\u{1c89}', '\u{1c8a}'),
    ('\u{a7cb}', '\u{a7cf}'),
    ('\u{a7d2}', '\u{a7d5}'),
    ('\u{a7da}', '\u{a7dc}'),
    ('\u{10d50}', '\u{10d65}'),
    ('\u{10d70}', '\u{10d85}'),
    ('\u{16ea0}', '\u{16eb8}'),
    ('\u{16ebb}', '\u{16ed3}'),
];

fn is_paired_since(c: char) -> bool {
    PAIRED_SINCE.iter().any(|&(first, last)| (first..=last).contains(&c))
}

fn push_upper(out: &mut String, c: char) {
    if is_paired_since(c) {
        out.push(c);
    } else {
        out.extend(c.to_uppercase());
    }
}

fn push_title(out: &mut String, c: char) {
    match tables::TITLED.binary_search_by_key(&c, |&(c, _)| c) {
        Ok(at) => out.push_str(tables::TITLED[at].1),
        Err(_) => push_upper(out, c),
    }
}

impl Str {
    /// `self.lower()`.
    #[must_use]
    pub fn lower(&self) -> Str {
        // Rust knows the final sigma too.
        if self.is_ascii_text() {
            self.mapped(str::make_ascii_lowercase)
        } else if self.chars().any(is_paired_since) {
            let mut out = String::with_capacity(self.as_str().len());
            for (byte, c) in self.as_str().char_indices() {
                self.push_lower(&mut out, byte, c);
            }
            Str::from(out)
        } else {
            Str::from(self.to_lowercase())
        }
    }

    /// A copy that is changed without a change of its length.
    fn mapped(&self, change: impl FnOnce(&mut str)) -> Str {
        let mut text = self.0.text.clone();
        change(&mut text);
        Str::with_len(text, self.0.len)
    }

    /// `self.upper()`.
    #[must_use]
    pub fn upper(&self) -> Str {
        if self.is_ascii_text() {
            self.mapped(str::make_ascii_uppercase)
        } else {
            let mut out = String::with_capacity(self.as_str().len());
            for c in self.as_str().chars() {
                push_upper(&mut out, c);
            }
            Str::from(out)
        }
    }

    /// The lower case of the character at `at` in the context of the whole text (a sigma at a word's end is `ς`).
    fn push_lower(&self, out: &mut String, byte: usize, c: char) {
        if is_paired_since(c) {
            out.push(c);
            return;
        }
        if c != 'Σ' {
            out.extend(c.to_lowercase());
            return;
        }
        // Rust's `to_lowercase` has the rule, but needs the text around.
        let before = self.as_str()[..byte].to_lowercase().len();
        let through = self.as_str().to_lowercase();
        out.extend(through.get(before..).and_then(|rest| rest.chars().next()));
    }

    /// `self.title()`.
    #[must_use]
    pub fn title(&self) -> Str {
        let mut out = String::with_capacity(self.as_str().len());
        let mut after_cased = false;
        for (byte, c) in self.as_str().char_indices() {
            if after_cased {
                self.push_lower(&mut out, byte, c);
            } else {
                push_title(&mut out, c);
            }
            after_cased = is_cased(c);
        }
        Str::from(out)
    }

    /// `self.capitalize()`.
    #[must_use]
    pub fn capitalize(&self) -> Str {
        let mut out = String::with_capacity(self.as_str().len());
        for (byte, c) in self.as_str().char_indices() {
            if byte == 0 {
                push_title(&mut out, c);
            } else {
                self.push_lower(&mut out, byte, c);
            }
        }
        Str::from(out)
    }

    /// `self.swapcase()`.
    #[must_use]
    pub fn swapcase(&self) -> Str {
        let mut out = String::with_capacity(self.as_str().len());
        for (byte, c) in self.as_str().char_indices() {
            if is_upper(c) {
                self.push_lower(&mut out, byte, c);
            } else if is_lower(c) {
                push_upper(&mut out, c);
            } else {
                out.push(c);
            }
        }
        Str::from(out)
    }

    /// `self.casefold()`.
    #[must_use]
    pub fn casefold(&self) -> Str {
        let mut out = String::with_capacity(self.as_str().len());
        for c in self.as_str().chars() {
            match tables::FOLDED.binary_search_by_key(&c, |&(c, _)| c) {
                Ok(at) => out.push_str(tables::FOLDED[at].1),
                Err(_) if is_paired_since(c) => out.push(c),
                Err(_) => out.extend(c.to_lowercase()),
            }
        }
        Str::from(out)
    }
}
