//! What each digest does with a block of sixteen words.

use super::{Algorithm, Mix, sha512};

pub(super) const MD5: Algorithm = Algorithm {
    name: "md5",
    digest_size: 16,
    is_big_endian: false,
    mix: Mix::Small(&[0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476], md5),
};

pub(super) const SHA1: Algorithm = Algorithm {
    name: "sha1",
    digest_size: 20,
    is_big_endian: true,
    mix: Mix::Small(&[0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0], sha1),
};

pub(super) const SHA256: Algorithm = Algorithm {
    name: "sha256",
    digest_size: 32,
    is_big_endian: true,
    mix: Mix::Small(
        &[
            0x6a09_e667,
            0xbb67_ae85,
            0x3c6e_f372,
            0xa54f_f53a,
            0x510e_527f,
            0x9b05_688c,
            0x1f83_d9ab,
            0x5be0_cd19,
        ],
        sha256,
    ),
};

pub(super) const SHA224: Algorithm = Algorithm {
    name: "sha224",
    digest_size: 28,
    is_big_endian: true,
    mix: Mix::Small(
        &[
            0xc105_9ed8,
            0x367c_d507,
            0x3070_dd17,
            0xf70e_5939,
            0xffc0_0b31,
            0x6858_1511,
            0x64f9_8fa7,
            0xbefa_4fa4,
        ],
        sha256,
    ),
};

pub(super) const SHA384: Algorithm =
    Algorithm { name: "sha384", digest_size: 48, is_big_endian: true, mix: Mix::Large(&sha512::INITIAL_384) };

pub(super) const SHA512: Algorithm =
    Algorithm { name: "sha512", digest_size: 64, is_big_endian: true, mix: Mix::Large(&sha512::INITIAL) };

fn add(words: &mut [u32], mixed: &[u32]) {
    for (word, mixed) in words.iter_mut().zip(mixed) {
        *word = word.wrapping_add(*mixed);
    }
}

/// The rotations of MD5's four rounds.
const TURNS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];

fn md5(words: &mut [u32], block: &[u32; 16]) {
    let [mut a, mut b, mut c, mut d] = [words[0], words[1], words[2], words[3]];
    for i in 0..64 {
        let (mixed, at) = match i / 16 {
            0 => ((b & c) | (!b & d), i),
            1 => ((d & b) | (!d & c), 5 * i + 1),
            2 => (b ^ c ^ d, 3 * i + 5),
            _ => (c ^ (b | !d), 7 * i),
        };
        // The RFC's table: the whole part of `2 ** 32 * abs(sin(i + 1))`.
        let constant = ((i as f64 + 1.0).sin().abs() * 4_294_967_296.0) as u32;
        let sum = a.wrapping_add(mixed).wrapping_add(constant).wrapping_add(block[at % 16]);
        (a, d, c, b) = (d, c, b, b.wrapping_add(sum.rotate_left(TURNS[i / 16][i % 4])));
    }
    add(words, &[a, b, c, d]);
}

fn sha1(words: &mut [u32], block: &[u32; 16]) {
    let mut schedule = [0; 80];
    schedule[..16].copy_from_slice(block);
    for i in 16..80 {
        let mixed = schedule[i - 3] ^ schedule[i - 8] ^ schedule[i - 14] ^ schedule[i - 16];
        schedule[i] = mixed.rotate_left(1);
    }
    let [mut a, mut b, mut c, mut d, mut e] = [words[0], words[1], words[2], words[3], words[4]];
    for (i, &word) in schedule.iter().enumerate() {
        let (mixed, constant) = match i / 20 {
            0 => ((b & c) | (!b & d), 0x5a82_7999),
            1 => (b ^ c ^ d, 0x6ed9_eba1),
            2 => ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc),
            _ => (b ^ c ^ d, 0xca62_c1d6_u32),
        };
        let sum =
            a.rotate_left(5).wrapping_add(mixed).wrapping_add(e).wrapping_add(constant).wrapping_add(word);
        (e, d, c, b, a) = (d, c, b.rotate_left(30), a, sum);
    }
    add(words, &[a, b, c, d, e]);
}

const SHA256_WORDS: [u32; 64] = [
    0x428a_2f98,
    0x7137_4491,
    0xb5c0_fbcf,
    0xe9b5_dba5,
    0x3956_c25b,
    0x59f1_11f1,
    0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98,
    0x1283_5b01,
    0x2431_85be,
    0x550c_7dc3,
    0x72be_5d74,
    0x80de_b1fe,
    0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1,
    0xefbe_4786,
    0x0fc1_9dc6,
    0x240c_a1cc,
    0x2de9_2c6f,
    0x4a74_84aa,
    0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152,
    0xa831_c66d,
    0xb003_27c8,
    0xbf59_7fc7,
    0xc6e0_0bf3,
    0xd5a7_9147,
    0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85,
    0x2e1b_2138,
    0x4d2c_6dfc,
    0x5338_0d13,
    0x650a_7354,
    0x766a_0abb,
    0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1,
    0xa81a_664b,
    0xc24b_8b70,
    0xc76c_51a3,
    0xd192_e819,
    0xd699_0624,
    0xf40e_3585,
    0x106a_a070,
    0x19a4_c116,
    0x1e37_6c08,
    0x2748_774c,
    0x34b0_bcb5,
    0x391c_0cb3,
    0x4ed8_aa4a,
    0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee,
    0x78a5_636f,
    0x84c8_7814,
    0x8cc7_0208,
    0x90be_fffa,
    0xa450_6ceb,
    0xbef9_a3f7,
    0xc671_78f2,
];

fn sha256(words: &mut [u32], block: &[u32; 16]) {
    let mut schedule = [0_u32; 64];
    schedule[..16].copy_from_slice(block);
    for i in 16..64 {
        let (x, y) = (schedule[i - 15], schedule[i - 2]);
        let low = x.rotate_right(7) ^ x.rotate_right(18) ^ (x >> 3);
        let high = y.rotate_right(17) ^ y.rotate_right(19) ^ (y >> 10);
        schedule[i] = schedule[i - 16].wrapping_add(low).wrapping_add(schedule[i - 7]).wrapping_add(high);
    }
    let mut state = [0; 8];
    state.copy_from_slice(words);
    for (word, constant) in schedule.into_iter().zip(SHA256_WORDS) {
        let [a, b, c, d, e, f, g, h] = state;
        let high = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = (e & f) ^ (!e & g);
        let first = h.wrapping_add(high).wrapping_add(choice).wrapping_add(constant).wrapping_add(word);
        let low = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let majority = (a & b) ^ (a & c) ^ (b & c);
        state = [first.wrapping_add(low.wrapping_add(majority)), a, b, c, d.wrapping_add(first), e, f, g];
    }
    add(words, &state);
}
