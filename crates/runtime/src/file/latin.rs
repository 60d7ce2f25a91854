//! Latin-1 on the way in and out: one byte a character.

use std::io::Read;

use super::Source;
use crate::exc::{Exception, UnicodeEncodeError, arg};
use crate::str::Str;

/// Reads Latin-1 as UTF-8.
pub(super) struct LatinReader<R> {
    inner: R,
    /// The second byte of a character that found no room.
    left: Option<u8>,
}

impl<R> LatinReader<R> {
    pub(super) fn new(inner: R) -> Self {
        LatinReader { inner, left: None }
    }
}

impl<R: Read> Read for LatinReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        if let Some(byte) = self.left.take() {
            buffer[0] = byte;
            return Ok(1);
        }
        let mut bytes = vec![0; (buffer.len() / 2).max(1)];
        let count = self.inner.read(&mut bytes)?;
        let mut filled = 0;
        for &byte in &bytes[..count] {
            let mut utf8 = [0; 2];
            for &part in char::from(byte).encode_utf8(&mut utf8).as_bytes() {
                match buffer.get_mut(filled) {
                    Some(place) => {
                        *place = part;
                        filled += 1;
                    }
                    None => self.left = Some(part),
                }
            }
        }
        Ok(filled)
    }
}

impl<R: Source> Source for LatinReader<R> {
    fn rewind(&mut self) -> std::io::Result<()> {
        self.left = None;
        self.inner.rewind()
    }
}

/// `text` as Latin-1.
pub(super) fn encode(text: &str) -> Result<Vec<u8>, Exception> {
    let mut bytes = Vec::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        match u8::try_from(u32::from(c)) {
            Ok(byte) => bytes.push(byte),
            Err(_) => return Err(encode_error(text, at)),
        }
    }
    Ok(bytes)
}

/// The error of [`Str::try_encode`], which knows how CPython words it.
fn encode_error(text: &str, at: usize) -> Exception {
    let error = Str::from(text).try_encode("latin-1", "strict").err();
    error
        .unwrap_or_else(|| Exception::with_text::<UnicodeEncodeError>(vec![arg(&(at as i64))], String::new()))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{LatinReader, encode};

    #[test]
    fn bytes_are_characters() {
        let mut text = String::new();
        LatinReader::new(&b"a\xe9\xff"[..]).read_to_string(&mut text).expect("text");
        assert_eq!(text, "a\u{e9}\u{ff}");
        assert_eq!(encode(&text).expect("latin"), b"a\xe9\xff");
        assert!(encode("\u{100}").is_err());
    }
}
