//! Seeds: how a value becomes the digits that fill the generator, and the system's entropy.

use std::hash::{BuildHasher, RandomState};

use crate::bytes::Bytes;
use crate::hash::PyHash;
use crate::int::{Int, of_bytes as number_of};
use crate::num::Num;
use crate::str::Str;

/// A value that a generator can be seeded with.
pub trait Seed {
    /// The 32-bit digits of the integer that it stands for, least significant first.
    fn digits(&self) -> Vec<u32>;
}

impl Seed for Int {
    fn digits(&self) -> Vec<u32> {
        let size = self.abs();
        let length = (size.bit_length() + 31) / 32 * 4;
        let bytes = size.try_to_bytes(length, "little", false).unwrap_or_default();
        bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect()
    }
}

impl Seed for i64 {
    fn digits(&self) -> Vec<u32> {
        Int::from(*self).digits()
    }
}

impl Seed for bool {
    fn digits(&self) -> Vec<u32> {
        Int::from(*self).digits()
    }
}

impl Seed for f64 {
    /// By the hash, as an unsigned number.
    fn digits(&self) -> Vec<u32> {
        Int::from(self.py_hash() as u64).digits()
    }
}

impl Seed for Num {
    fn digits(&self) -> Vec<u32> {
        match self {
            Num::Int(int) => int.digits(),
            Num::Float(float) => float.digits(),
        }
    }
}

impl Seed for str {
    fn digits(&self) -> Vec<u32> {
        of_bytes(self.as_bytes())
    }
}

impl Seed for Str {
    fn digits(&self) -> Vec<u32> {
        of_bytes(self.as_str().as_bytes())
    }
}

impl Seed for Bytes {
    fn digits(&self) -> Vec<u32> {
        of_bytes(self)
    }
}

/// The bytes and their digest, read as one integer.
fn of_bytes(bytes: &[u8]) -> Vec<u32> {
    let all = [bytes, &crate::hashlib::sha512_of(bytes)].concat();
    number_of(&all, false).digits()
}

/// Digits that nobody can foresee: the standard library takes its hashing keys from the system.
pub(super) fn entropy() -> Vec<u32> {
    let keys = RandomState::new();
    (0..8_u64)
        .flat_map(|i| {
            let word = keys.hash_one(i);
            [word as u32, (word >> 32) as u32]
        })
        .collect()
}
