//! `hashlib`: MD5, SHA-1 and SHA-256, which read 64-byte blocks alike.
//!
//! Source: RFC 1321, FIPS 180-4.

mod blocks;

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use self::blocks::{MD5, SHA1, SHA256};
use crate::bytes::{Bytes, Part};
use crate::exc::Exception;
use crate::format::{PyFormat, try_format_object};
use crate::macros::{counted_object, raising_fns, raising_methods};
use crate::show::Repr;
use crate::str::Str;

/// A way to digest blocks.
pub(crate) struct Algorithm {
    name: &'static str,
    initial: &'static [u32],
    /// Whether words and the length are written highest byte first.
    is_big_endian: bool,
    mix: fn(&mut [u32], &[u32; 16]),
}

struct State {
    words: Vec<u32>,
    /// What fills no block yet.
    rest: Vec<u8>,
    length: u64,
}

/// A digest that is being computed.
#[derive(Clone)]
pub struct Hash(Rc<(&'static Algorithm, RefCell<State>)>);

fn started(algorithm: &'static Algorithm, data: &impl Part) -> Result<Hash, Exception> {
    let state = State { words: algorithm.initial.to_vec(), rest: Vec::new(), length: 0 };
    let hash = Hash(Rc::new((algorithm, RefCell::new(state))));
    hash.try_update(data)?;
    Ok(hash)
}

raising_fns! {
    /// `hashlib.md5(data)`.
    fn try_md5 / md5[P: Part](data: &P) -> Hash { started(&MD5, data) }

    /// `hashlib.sha1(data)`.
    fn try_sha1 / sha1[P: Part](data: &P) -> Hash { started(&SHA1, data) }

    /// `hashlib.sha256(data)`.
    fn try_sha256 / sha256[P: Part](data: &P) -> Hash { started(&SHA256, data) }
}

/// `hashlib.md5()`.
#[must_use]
pub fn empty_md5() -> Hash {
    md5(&Bytes::default())
}

/// `hashlib.sha1()`.
#[must_use]
pub fn empty_sha1() -> Hash {
    sha1(&Bytes::default())
}

/// `hashlib.sha256()`.
#[must_use]
pub fn empty_sha256() -> Hash {
    sha256(&Bytes::default())
}

impl State {
    fn add(&mut self, algorithm: &Algorithm, data: &[u8]) {
        self.rest.extend_from_slice(data);
        let whole = self.rest.len() / 64 * 64;
        for block in self.rest[..whole].chunks_exact(64) {
            let mut words = [0; 16];
            for (word, bytes) in words.iter_mut().zip(block.chunks_exact(4)) {
                let bytes = [bytes[0], bytes[1], bytes[2], bytes[3]];
                *word = if algorithm.is_big_endian {
                    u32::from_be_bytes(bytes)
                } else {
                    u32::from_le_bytes(bytes)
                };
            }
            (algorithm.mix)(&mut self.words, &words);
        }
        self.rest.drain(..whole);
    }
}

impl Hash {
    raising_methods! {
        /// `self.update(data)`.
        fn try_update / update[P: Part](&self, data: &P) -> () {
            let data = data.part()?;
            let mut state = self.0.1.borrow_mut();
            state.length = state.length.wrapping_add(data.len() as u64);
            state.add(self.0.0, &data);
            Ok(())
        }
    }

    /// `self.copy()`.
    #[must_use]
    pub fn copy(&self) -> Hash {
        let state = self.0.1.borrow();
        let copy = State { words: state.words.clone(), rest: state.rest.clone(), length: state.length };
        Hash(Rc::new((self.0.0, RefCell::new(copy))))
    }

    /// `self.digest()`.
    #[must_use]
    pub fn digest(&self) -> Bytes {
        let algorithm = self.0.0;
        let last = self.copy();
        let mut state = last.0.1.borrow_mut();
        let bits = state.length.wrapping_mul(8);
        let zeros = (119 - state.rest.len() % 64) % 64;
        let mut end = vec![0x80];
        end.resize(1 + zeros, 0);
        end.extend(if algorithm.is_big_endian { bits.to_be_bytes() } else { bits.to_le_bytes() });
        state.add(algorithm, &end);
        let bytes =
            |word: &u32| if algorithm.is_big_endian { word.to_be_bytes() } else { word.to_le_bytes() };
        Bytes::from(state.words.iter().flat_map(bytes).collect::<Vec<u8>>())
    }

    /// `self.hexdigest()`.
    #[must_use]
    pub fn hexdigest(&self) -> Str {
        self.digest().hex()
    }

    /// `self.name`.
    #[must_use]
    pub fn name(&self) -> Str {
        Str::from(self.0.0.name)
    }

    /// `self.digest_size`.
    #[must_use]
    pub fn digest_size(&self) -> i64 {
        4 * self.0.0.initial.len() as i64
    }

    /// `self.block_size`.
    #[must_use]
    pub fn block_size(&self) -> i64 {
        64
    }
}

counted_object!(Hash);

impl PartialEq for Hash {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl Repr for Hash {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} _hashlib.HASH object @ {:#x}>", self.0.0.name, Rc::as_ptr(&self.0).addr())
    }
}

impl PyFormat for Hash {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        try_format_object(self, self.class_name(), spec)
    }

    fn class_name(&self) -> &'static str {
        "_hashlib.HASH"
    }
}

#[cfg(test)]
mod tests {
    use super::{Hash, empty_md5, md5, sha1, sha256};
    use crate::Bytes;

    fn check(hash: &Hash, expected: &str) {
        assert_eq!(&*hash.hexdigest(), expected);
    }

    #[test]
    fn digests_are_cpythons() {
        let text = Bytes::from(b"The quick brown fox jumps over the lazy dog");
        check(&md5(&text), "9e107d9d372bb6826bd81d3542a419d6");
        check(&sha1(&text), "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12");
        check(&sha256(&text), "d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592");
        check(&empty_md5(), "d41d8cd98f00b204e9800998ecf8427e");
    }

    #[test]
    fn blocks_end_anywhere() {
        for length in [54, 55, 56, 63, 64, 65, 119, 120, 128, 1000] {
            let text = vec![b'a'; length];
            let parts = empty_md5();
            for part in text.chunks(7) {
                parts.update(&Bytes::from(part));
            }
            assert_eq!(parts.hexdigest(), md5(&Bytes::from(text)).hexdigest(), "{length}");
        }
    }
}
