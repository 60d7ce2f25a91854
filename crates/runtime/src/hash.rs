//! [`PyHash`]: CPython's hashes of numbers and tuples (64-bit), so that equal numbers hash alike and sets keep its order.

use crate::int::Int;

/// Modulus of numeric hashes, 2⁶¹ − 1.
const MODULUS: u64 = (1 << 61) - 1;
const BITS: u32 = 61;

/// Python's `hash`. Equal values of any types hash alike.
pub trait PyHash {
    /// `hash(self)`.
    fn py_hash(&self) -> i64;
}

/// `impl PyHash` for a class whose objects have no hash, as they say how they are compared: asking for one raises.
#[macro_export]
macro_rules! unhashable {
    ($name:ty, $class:literal) => {
        impl $crate::PyHash for $name {
            fn py_hash(&self) -> i64 {
                $crate::exc::hide(
                    $crate::exc::type_error(::std::concat!("unhashable type: '", $class, "'")),
                    0,
                )
            }
        }
    };
}

/// `hash(value)`.
#[inline]
pub fn hash<T: PyHash + ?Sized>(value: &T) -> i64 {
    value.py_hash()
}

/// −1 is CPython's error value, so no hash is −1.
#[inline]
pub(crate) fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// The hash of an object whose `__hash__` answers this.
#[inline]
#[must_use]
pub fn answered(hash: i64) -> i64 {
    not_minus_one(hash)
}

/// The same of an answer of any size: past 64 bits it is the hash of that number.
#[must_use]
pub fn answered_big(hash: &Int) -> i64 {
    hash.to_i64().map_or_else(|| hash.py_hash(), not_minus_one)
}

impl<T: PyHash + ?Sized> PyHash for &T {
    #[inline]
    fn py_hash(&self) -> i64 {
        (**self).py_hash()
    }
}

impl PyHash for i64 {
    #[inline]
    fn py_hash(&self) -> i64 {
        let size = self.unsigned_abs();
        // Most are their own hash: a division costs more than the test.
        let rest = if size < MODULUS { size } else { size % MODULUS } as i64;
        not_minus_one(if *self < 0 { -rest } else { rest })
    }
}

impl PyHash for usize {
    #[inline]
    fn py_hash(&self) -> i64 {
        (*self as i64).py_hash()
    }
}

impl PyHash for bool {
    #[inline]
    fn py_hash(&self) -> i64 {
        i64::from(*self)
    }
}

impl PyHash for () {
    /// CPython hashes `None` by its address: any constant will do.
    #[inline]
    fn py_hash(&self) -> i64 {
        0xfca8_6c20
    }
}

impl<T: PyHash> PyHash for Option<T> {
    #[inline]
    fn py_hash(&self) -> i64 {
        match self {
            Some(value) => value.py_hash(),
            None => ().py_hash(),
        }
    }
}

impl PyHash for f64 {
    fn py_hash(&self) -> i64 {
        if self.is_nan() {
            return 0;
        }
        if self.is_infinite() {
            return if *self > 0.0 { 314_159 } else { -314_159 };
        }
        let (mut mantissa, mut exponent) = crate::float::frexp(self.abs());
        let mut x: u64 = 0;
        while mantissa != 0.0 {
            x = ((x << 28) & MODULUS) | (x >> (BITS - 28));
            mantissa *= 268_435_456.0;
            exponent -= 28;
            let y = mantissa as u64;
            mantissa -= y as f64;
            x += y;
            if x >= MODULUS {
                x -= MODULUS;
            }
        }
        let bits = BITS as i32;
        let turn = if exponent >= 0 { exponent % bits } else { bits - 1 - ((-1 - exponent) % bits) } as u32;
        x = ((x << turn) & MODULUS) | (x >> (BITS - turn));
        let x = x as i64;
        not_minus_one(if *self < 0.0 { -x } else { x })
    }
}

/// The hash of text and bytes. (CPython's is random per process, so nothing can depend on it.)
pub(crate) fn of_bytes(bytes: &[u8]) -> i64 {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = (bytes.len() as u64).wrapping_mul(K);
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes([
            chunk[0], chunk[1], chunk[2], chunk[3], chunk[4], chunk[5], chunk[6], chunk[7],
        ]);
        hash = (hash.rotate_left(5) ^ word).wrapping_mul(K);
    }
    let mut last = [0; 8];
    let rest = chunks.remainder();
    last[..rest.len()].copy_from_slice(rest);
    hash = (hash.rotate_left(5) ^ u64::from_le_bytes(last)).wrapping_mul(K);
    not_minus_one((hash ^ (hash >> 29)) as i64)
}

/// The hash of an object without `__hash__`.
#[inline]
#[must_use]
pub fn of_address(address: usize) -> i64 {
    not_minus_one((address as u64).rotate_right(4) as i64)
}

impl PyHash for str {
    #[inline]
    fn py_hash(&self) -> i64 {
        of_bytes(self.as_bytes())
    }
}

impl PyHash for String {
    #[inline]
    fn py_hash(&self) -> i64 {
        of_bytes(self.as_bytes())
    }
}

impl PyHash for char {
    #[inline]
    fn py_hash(&self) -> i64 {
        of_bytes(self.encode_utf8(&mut [0; 4]).as_bytes())
    }
}

/// CPython's tuple hash (xxHash), fed with the hashes of the items.
pub struct TupleHash {
    acc: u64,
    len: u64,
}

impl TupleHash {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;

    /// The hash of no items yet.
    #[must_use]
    pub fn new() -> Self {
        TupleHash { acc: Self::P5, len: 0 }
    }

    /// Adds the hash of the next item.
    #[inline]
    pub fn add(&mut self, lane: i64) {
        self.acc = self.acc.wrapping_add((lane as u64).wrapping_mul(Self::P2));
        self.acc = self.acc.rotate_left(31).wrapping_mul(Self::P1);
        self.len += 1;
    }

    /// The hash of the tuple.
    #[inline]
    #[must_use]
    pub fn finish(self) -> i64 {
        let acc = self.acc.wrapping_add(self.len ^ (Self::P5 ^ 3_527_539));
        if acc == u64::MAX { 1_546_275_796 } else { acc as i64 }
    }
}

/// The hash of a tuple whose items have these hashes.
#[must_use]
pub fn of_items(hashes: &[i64]) -> i64 {
    let mut hash = TupleHash::new();
    hashes.iter().for_each(|&each| hash.add(each));
    hash.finish()
}

impl Default for TupleHash {
    fn default() -> Self {
        Self::new()
    }
}

/// CPython's hash of a frozenset: independent of order.
pub(crate) fn of_set(hashes: impl Iterator<Item = i64>, fill: usize, mask: usize, used: usize) -> i64 {
    fn shuffle(h: u64) -> u64 {
        ((h ^ 89_869_747) ^ (h << 16)).wrapping_mul(3_644_798_167)
    }
    let mut hash: u64 = hashes.fold(0, |acc, h| acc ^ shuffle(h as u64));
    // CPython also folds in the empty and the dummy slots, then takes their effect out again.
    let _ = (fill, mask);
    hash ^= ((used as u64) + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash as i64 }
}
