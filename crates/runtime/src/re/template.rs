//! Replacements: `\1`, `\g<name>` and escapes in what `sub` puts in.

use super::{Match, Pattern};
use crate::exc::{Exception, IndexError, ReError};

/// A part of a replacement.
pub(super) enum Part {
    Text(String),
    Group(usize),
}

/// Reads `text` for matches of `pattern`.
pub(super) fn parse(text: &str, pattern: &Pattern) -> Result<Vec<Part>, Exception> {
    let chars: Vec<char> = text.chars().collect();
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        at += 1;
        if c != '\\' {
            plain.push(c);
            continue;
        }
        let start = at - 1;
        let error =
            |message: String, at: usize| Exception::new(ReError, format!("{message} at position {at}"));
        let Some(&c) = chars.get(at) else {
            return Err(error("bad escape (end of pattern)".to_owned(), start));
        };
        at += 1;
        let group = match c {
            'g' => {
                if chars.get(at) != Some(&'<') {
                    return Err(error("missing <".to_owned(), at));
                }
                let Some(length) = chars[at + 1..].iter().position(|c| *c == '>') else {
                    return Err(error("missing >, unterminated name".to_owned(), at + 1));
                };
                let name: String = chars[at + 1..at + 1 + length].iter().collect();
                if name.is_empty() {
                    return Err(error("missing group name".to_owned(), at + 1));
                }
                let index = match name.parse::<usize>() {
                    Ok(index) => index,
                    Err(_) => pattern
                        .group_named(&name)
                        .ok_or_else(|| Exception::new(IndexError, format!("unknown group name '{name}'")))?,
                };
                if index > pattern.n_groups() {
                    return Err(error(format!("invalid group reference {index}"), at + 1));
                }
                at += length + 2;
                index
            }
            '0'..='9' => {
                let digits: String =
                    chars[at - 1..].iter().take(3).take_while(|c| c.is_ascii_digit()).collect();
                let is_octal = digits.len() == 3 && c < '4' && digits.chars().all(|c| c < '8');
                if c == '0' || is_octal {
                    let octal: String = digits.chars().take_while(|c| *c < '8').collect();
                    at += octal.len() - 1;
                    let code = u32::from_str_radix(&octal, 8).unwrap_or_default();
                    plain.push(char::from_u32(code).unwrap_or_default());
                    continue;
                }
                let digits = &digits[..digits.len().min(2)];
                at += digits.len() - 1;
                let index: usize = digits.parse().unwrap_or_default();
                if index > pattern.n_groups() {
                    return Err(error(format!("invalid group reference {index}"), start + 1));
                }
                index
            }
            c => {
                match c {
                    'n' => plain.push('\n'),
                    't' => plain.push('\t'),
                    'r' => plain.push('\r'),
                    'f' => plain.push('\u{c}'),
                    'v' => plain.push('\u{b}'),
                    'a' => plain.push('\u{7}'),
                    'b' => plain.push('\u{8}'),
                    '\\' => plain.push('\\'),
                    c if c.is_ascii_alphabetic() => return Err(error(format!("bad escape \\{c}"), start)),
                    c => plain.extend(['\\', c]),
                }
                continue;
            }
        };
        if !plain.is_empty() {
            parts.push(Part::Text(std::mem::take(&mut plain)));
        }
        parts.push(Part::Group(group));
    }
    if !plain.is_empty() {
        parts.push(Part::Text(plain));
    }
    Ok(parts)
}

/// The replacement for a match; a group that took no part is empty.
pub(super) fn expand(parts: &[Part], found: &Match) -> String {
    parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Group(group) => found.text_of(*group).map(|text| text.to_string()).unwrap_or_default(),
        })
        .collect()
}
