//! `html`: references to characters replaced.

mod names;

use crate::str::Str;
use names::NAMES;

/// What browsers take the codes from 0x80 on for, which are no characters in HTML: those of Windows.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The longest name that is looked for, in characters.
const LONGEST: usize = 32;

/// `html.unescape(s)`.
#[must_use]
pub fn unescape(s: &str) -> Str {
    let mut out = String::with_capacity(s.len());
    let mut rest = s;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let taken = reference(after);
        let (name, ended) = after.split_at(taken);
        match name {
            "" => out.push('&'),
            name => replaced(name, &mut out),
        }
        rest = ended;
    }
    out.push_str(rest);
    Str::from(out)
}

/// How many bytes behind an `&` are a reference, its semicolon with them.
fn reference(after: &str) -> usize {
    let digits = |from: usize, is_digit: fn(&char) -> bool| {
        let n = after[from..].chars().take_while(is_digit).count();
        let end = from + n;
        if n == 0 { 0 } else { end + usize::from(after[end..].starts_with(';')) }
    };
    if after.starts_with("#x") || after.starts_with("#X") {
        return digits(2, char::is_ascii_hexdigit);
    }
    if after.starts_with('#') {
        return digits(1, char::is_ascii_digit);
    }
    let is_part = |c: &char| !matches!(c, '\t' | '\n' | '\x0c' | ' ' | '<' | '&' | '#' | ';');
    let end: usize = after.chars().take(LONGEST).take_while(is_part).map(char::len_utf8).sum();
    if end == 0 { 0 } else { end + usize::from(after[end..].starts_with(';')) }
}

/// What a reference stands for.
fn replaced(name: &str, out: &mut String) {
    if let Some(number) = name.strip_prefix('#') {
        return numbered(number.trim_end_matches(';'), out);
    }
    if named(name, out) {
        return;
    }
    // The longest beginning that may stand without a semicolon.
    let ends: Vec<usize> = name.char_indices().map(|(at, _)| at).skip(2).collect();
    for at in ends.into_iter().rev() {
        if named(&name[..at], out) {
            return out.push_str(&name[at..]);
        }
    }
    out.push('&');
    out.push_str(name);
}

fn numbered(number: &str, out: &mut String) {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let code = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    let windows = code.checked_sub(0x80).and_then(|at| WINDOWS.chars().nth(at as usize));
    match (code, windows, char::from_u32(code)) {
        (0, ..) => out.push('\u{fffd}'),
        (_, Some(known), _) => out.push(known),
        (_, _, None) => out.push('\u{fffd}'),
        (_, _, Some(c)) if !is_invalid(code) => out.push(c),
        _ => {}
    }
}

/// Controls, and what never is a character.
fn is_invalid(code: u32) -> bool {
    matches!(code, 0x1..=0x8 | 0xb | 0xe..=0x1f | 0x7f..=0x9f | 0xfdd0..=0xfdef) || code & 0xfffe == 0xfffe
}

/// Puts the characters of a name, which ends with its semicolon if it has one; whether there are any.
fn named(name: &str, out: &mut String) -> bool {
    let plain = name.strip_suffix(';');
    let mut words = NAMES.split_ascii_whitespace();
    while let (Some(known), Some(codes)) = (words.next(), words.next()) {
        let short = known.strip_suffix('!');
        let is_it = match plain {
            Some(plain) => short.unwrap_or(known) == plain,
            None => short == Some(name),
        };
        if is_it {
            let chars =
                codes.split('+').filter_map(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
            out.extend(chars);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn references_are_replaced_as_browsers_do() {
        assert_eq!(
            unescape("&lt;b&gt; &amp; &quot;q&quot; &#39;x&#39; &#x41;").as_str(),
            "<b> & \"q\" 'x' A"
        );
        assert_eq!(unescape("&eacute &notit; &amp &nosuch; &").as_str(), "é ¬it; & &nosuch; &");
        assert_eq!(unescape("&#128;&#0;&#xd800;&#1;&#13;&#x110000;").as_str(), "€\u{fffd}\u{fffd}\r\u{fffd}");
    }
}
