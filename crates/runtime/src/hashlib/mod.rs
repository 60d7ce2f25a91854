//! `hashlib`: MD5, SHA-1 and SHA-2, which read blocks of sixteen words alike.
//!
//! Source: RFC 1321, FIPS 180-4.

mod blocks;
mod sha512;

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use self::blocks::{MD5, SHA1, SHA224, SHA256, SHA384, SHA512};
use crate::bytes::{Bytes, Part};
use crate::exc::{Exception, value_error};
use crate::format::{PyFormat, try_format_object};
use crate::macros::{counted_object, raising_fns, raising_methods};
use crate::show::Repr;
use crate::str::Str;

/// A way to digest blocks.
pub(crate) struct Algorithm {
    name: &'static str,
    /// In bytes.
    digest_size: usize,
    /// Whether words and the length are written highest byte first.
    is_big_endian: bool,
    mix: Mix,
}

/// The words at the beginning, and what is done with them and a block.
enum Mix {
    /// Words of 32 bits.
    Small(&'static [u32], fn(&mut [u32], &[u32; 16])),
    /// Words of 64 bits.
    Large(&'static [u64; 8]),
}

/// The words that a digest is made of.
#[derive(Clone)]
enum Words {
    Small(Vec<u32>),
    Large([u64; 8]),
}

#[derive(Clone)]
struct State {
    words: Words,
    /// What fills no block yet.
    rest: Vec<u8>,
    /// In bytes.
    length: u128,
}

/// A digest that is being computed.
#[derive(Clone)]
pub struct Hash(Rc<(&'static Algorithm, RefCell<State>)>);

fn started(algorithm: &'static Algorithm, data: &impl Part) -> Result<Hash, Exception> {
    let state = State::new(algorithm);
    let hash = Hash(Rc::new((algorithm, RefCell::new(state))));
    hash.try_update(data)?;
    Ok(hash)
}

raising_fns! {
    /// `hashlib.md5(data)`.
    fn try_md5 / md5[P: Part](data: &P) -> Hash { started(&MD5, data) }

    /// `hashlib.sha1(data)`.
    fn try_sha1 / sha1[P: Part](data: &P) -> Hash { started(&SHA1, data) }

    /// `hashlib.sha224(data)`.
    fn try_sha224 / sha224[P: Part](data: &P) -> Hash { started(&SHA224, data) }

    /// `hashlib.sha256(data)`.
    fn try_sha256 / sha256[P: Part](data: &P) -> Hash { started(&SHA256, data) }

    /// `hashlib.sha384(data)`.
    fn try_sha384 / sha384[P: Part](data: &P) -> Hash { started(&SHA384, data) }

    /// `hashlib.sha512(data)`.
    fn try_sha512 / sha512[P: Part](data: &P) -> Hash { started(&SHA512, data) }

    /// `hashlib.new(name)`.
    fn try_new_empty / new_empty(name: &str) -> Hash { try_new(name, &Bytes::default()) }

    /// `hashlib.new(name, data)`.
    fn try_new / new[P: Part](name: &str, data: &P) -> Hash {
        let all = [&MD5, &SHA1, &SHA224, &SHA256, &SHA384, &SHA512];
        let name = name.to_ascii_lowercase();
        match all.into_iter().find(|algorithm| algorithm.name == name) {
            Some(algorithm) => started(algorithm, data),
            None => Err(value_error(format!("unsupported hash type {name}"))),
        }
    }
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

/// `hashlib.sha224()`.
#[must_use]
pub fn empty_sha224() -> Hash {
    sha224(&Bytes::default())
}

/// `hashlib.sha384()`.
#[must_use]
pub fn empty_sha384() -> Hash {
    sha384(&Bytes::default())
}

/// `hashlib.sha512()`.
#[must_use]
pub fn empty_sha512() -> Hash {
    sha512(&Bytes::default())
}

/// The SHA-512 of a text that seeds a generator of random numbers.
pub(crate) fn sha512_of(text: &[u8]) -> Vec<u8> {
    let mut state = State::new(&SHA512);
    state.length = text.len() as u128;
    state.add(&SHA512, text);
    state.end(&SHA512)
}

impl Algorithm {
    /// In bytes.
    fn block_size(&self) -> usize {
        match self.mix {
            Mix::Small(..) => 64,
            Mix::Large(_) => 128,
        }
    }
}

impl State {
    fn new(algorithm: &Algorithm) -> Self {
        let words = match algorithm.mix {
            Mix::Small(initial, _) => Words::Small(initial.to_vec()),
            Mix::Large(initial) => Words::Large(*initial),
        };
        State { words, rest: Vec::new(), length: 0 }
    }

    fn add(&mut self, algorithm: &Algorithm, data: &[u8]) {
        self.rest.extend_from_slice(data);
        let size = algorithm.block_size();
        let whole = self.rest.len() / size * size;
        for block in self.rest[..whole].chunks_exact(size) {
            match (&mut self.words, &algorithm.mix) {
                (Words::Small(state), Mix::Small(_, mix)) => {
                    let mut words = [0; 16];
                    for (word, bytes) in words.iter_mut().zip(block.chunks_exact(4)) {
                        let bytes = [bytes[0], bytes[1], bytes[2], bytes[3]];
                        *word = if algorithm.is_big_endian {
                            u32::from_be_bytes(bytes)
                        } else {
                            u32::from_le_bytes(bytes)
                        };
                    }
                    mix(state, &words);
                }
                (Words::Large(state), _) => sha512::mix(state, block),
                (Words::Small(_), Mix::Large(_)) => {}
            }
        }
        self.rest.drain(..whole);
    }

    /// The digest: a one, zeros and the length in bits fill the last block.
    fn end(&mut self, algorithm: &Algorithm) -> Vec<u8> {
        let (size, bits) = (algorithm.block_size(), self.length.wrapping_mul(8));
        let n_length = size / 8;
        let zeros = (2 * size - 1 - n_length - self.rest.len()) % size;
        let mut end = vec![0x80];
        end.resize(1 + zeros, 0);
        if algorithm.is_big_endian {
            end.extend(&bits.to_be_bytes()[16 - n_length..]);
        } else {
            end.extend(&bits.to_le_bytes()[..n_length]);
        }
        self.add(algorithm, &end);
        let mut bytes: Vec<u8> = match &self.words {
            Words::Small(words) if algorithm.is_big_endian => {
                words.iter().flat_map(|word| word.to_be_bytes()).collect()
            }
            Words::Small(words) => words.iter().flat_map(|word| word.to_le_bytes()).collect(),
            Words::Large(words) => words.iter().flat_map(|word| word.to_be_bytes()).collect(),
        };
        bytes.truncate(algorithm.digest_size);
        bytes
    }
}

impl Hash {
    raising_methods! {
        /// `self.update(data)`.
        fn try_update / update[P: Part](&self, data: &P) -> () {
            let data = data.part()?;
            let mut state = self.0.1.borrow_mut();
            state.length = state.length.wrapping_add(data.len() as u128);
            state.add(self.0.0, &data);
            Ok(())
        }
    }

    /// `self.copy()`.
    #[must_use]
    pub fn copy(&self) -> Hash {
        Hash(Rc::new((self.0.0, RefCell::new(self.0.1.borrow().clone()))))
    }

    /// `self.digest()`.
    #[must_use]
    pub fn digest(&self) -> Bytes {
        let mut last = self.0.1.borrow().clone();
        Bytes::from(last.end(self.0.0))
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
        self.0.0.digest_size as i64
    }

    /// `self.block_size`.
    #[must_use]
    pub fn block_size(&self) -> i64 {
        self.0.0.block_size() as i64
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
    use super::{Hash, empty_md5, md5, sha1, sha224, sha256, sha384, sha512};
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
        check(&sha224(&text), "730e109bd7a8a32b1cb9d9a09aa2325d2430587ddbc0c38bad911525");
        let long = sha384(&text).hexdigest();
        assert!(long.starts_with("ca737f1014a48f4c0b6dd43cb177b0afd9e5169367544c49"), "{long:?}");
        let long = sha512(&text).hexdigest();
        assert!(long.starts_with("07e547d9586f6a73f73fbac0435ed76951218fb7d0c8d788"), "{long:?}");
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
