//! Decoding: bytes of a file → text, as PEP 263 has it.
//!
//! UTF-8 with or without a byte order mark, and files whose coding comment says UTF-8, Latin-1 or ASCII.

use portalis_diag::{Sink, Span};

use crate::diagnostics;

/// Decodes the bytes of a Python file; a byte order mark is dropped. `None` after a PT0102 or PT0104.
pub fn decode(bytes: &[u8], sink: &mut Sink) -> Option<String> {
    if bytes.len() > crate::MAX_SOURCE_BYTES {
        sink.push(diagnostics::too_large(bytes.len()));
        return None;
    }
    let (has_bom, text) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    let cookie = cookie(text);
    let encoding = match &cookie {
        Some((name, _)) => name.to_ascii_lowercase().replace('_', "-"),
        None => "utf-8".to_owned(),
    };
    // With a byte order mark, CPython takes no other spelling.
    let is_utf8 = encoding == "utf-8"
        || encoding.starts_with("utf-8-")
        || (!has_bom && matches!(encoding.as_str(), "utf8" | "u8" | "utf"));
    match encoding.as_str() {
        _ if is_utf8 => utf8(text, "UTF-8", sink),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "iso-latin-1" | "l1" if !has_bom => {
            Some(text.iter().map(|&byte| char::from(byte)).collect())
        }
        "ascii" | "us-ascii" | "646" if !has_bom => match text.iter().position(|byte| !byte.is_ascii()) {
            Some(at) => {
                sink.push(diagnostics::undecodable(Span::new(at as u32, at as u32 + 1), "ASCII"));
                None
            }
            None => utf8(text, "ASCII", sink),
        },
        _ => {
            let span = cookie.as_ref().map_or_else(Span::default, |(_, span)| *span);
            sink.push(diagnostics::unknown_encoding(span, &encoding));
            None
        }
    }
}

/// The text, or a report of the first bad byte.
fn utf8(bytes: &[u8], encoding: &str, sink: &mut Sink) -> Option<String> {
    match str::from_utf8(bytes) {
        Ok(text) => Some(text.to_owned()),
        Err(error) => {
            let at = error.valid_up_to() as u32;
            sink.push(diagnostics::undecodable(Span::new(at, at + 1), encoding));
            None
        }
    }
}

/// The encoding that a comment in the first two lines names: `^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)`.
fn cookie(bytes: &[u8]) -> Option<(String, Span)> {
    let mut start = 0;
    for _ in 0..2 {
        let rest = bytes.get(start..)?;
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let line = &rest[..end];
        let code = line.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\x0c'));
        match code {
            Some(at) if line[at] == b'#' => {
                if let Some((name_start, name)) = named_in(&line[at..]) {
                    let span_start = (start + at + name_start) as u32;
                    return Some((name.clone(), Span::new(span_start, span_start + name.len() as u32)));
                }
            }
            Some(_) => return None,
            None => {}
        }
        start += end + if rest[end..].starts_with(b"\r\n") { 2 } else { 1 };
    }
    None
}

/// The name after the first `coding:` or `coding=` of a comment that has one, and where it starts.
fn named_in(comment: &[u8]) -> Option<(usize, String)> {
    let mut from = 0;
    loop {
        let at = from + comment.get(from..)?.windows(6).position(|window| window == b"coding")?;
        from = at + 6;
        if matches!(comment.get(from), Some(b':' | b'=')) {
            let blank = |byte: &&u8| matches!(byte, b' ' | b'\t');
            let start = from + 1 + comment[from + 1..].iter().take_while(blank).count();
            let word = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
            let name: Vec<u8> = comment[start..].iter().take_while(word).copied().collect();
            if !name.is_empty() {
                return String::from_utf8(name).ok().map(|name| (start, name));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&str>) {
        let mut sink = Sink::new();
        assert_eq!(decode(bytes, &mut sink).as_deref(), expected);
        assert_eq!(sink.has_errors(), expected.is_none());
    }

    #[test]
    fn encodings_as_in_pep_263() {
        check(b"\xef\xbb\xbfx = 1\n", Some("x = 1\n"));
        check(b"# -*- coding: latin-1 -*-\ns = '\xe9'\n", Some("# -*- coding: latin-1 -*-\ns = 'é'\n"));
        check(
            b"#!/usr/bin/python\n# vim: set fileencoding=UTF_8 :\n",
            Some("#!/usr/bin/python\n# vim: set fileencoding=UTF_8 :\n"),
        );
        check(b"s = '\xe9'\n", None);
        check(b"# coding: ascii\ns = '\xe9'\n", None);
        check(b"# coding: koi8-r\n", None);
        check(b"x = 1\n# coding: koi8-r\n", Some("x = 1\n# coding: koi8-r\n"));
    }
}
