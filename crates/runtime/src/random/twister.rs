//! MT19937 as CPython has it. Source: Matsumoto and Nishimura, "Mersenne Twister" (1998); `Modules/_randommodule.c` for how
//! a seed fills the state and how bits become numbers.

const N: usize = 624;
const M: usize = 397;

/// The generator's state.
#[derive(Clone)]
pub(super) struct Twister {
    state: Box<[u32; N]>,
    index: usize,
}

impl Twister {
    /// From the 32-bit digits of a non-negative integer, least significant first.
    pub(super) fn from_digits(key: &[u32]) -> Self {
        let mut twister = Twister::from_word(19_650_218);
        let state = &mut twister.state;
        let key = if key.is_empty() { &[0] } else { key };
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let mixed = (state[i - 1] ^ state[i - 1] >> 30).wrapping_mul(1_664_525);
            state[i] = (state[i] ^ mixed).wrapping_add(key[j]).wrapping_add(j as u32);
            i += 1;
            j = (j + 1) % key.len();
            if i >= N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        for _ in 0..N - 1 {
            let mixed = (state[i - 1] ^ state[i - 1] >> 30).wrapping_mul(1_566_083_941);
            state[i] = (state[i] ^ mixed).wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        state[0] = 0x8000_0000;
        twister
    }

    fn from_word(seed: u32) -> Self {
        let mut state = Box::new([0; N]);
        state[0] = seed;
        for i in 1..N {
            let before: u32 = state[i - 1];
            state[i] = (before ^ before >> 30).wrapping_mul(1_812_433_253).wrapping_add(i as u32);
        }
        Twister { state, index: N }
    }

    /// The next 32 bits.
    pub(super) fn next_word(&mut self) -> u32 {
        if self.index >= N {
            self.twist();
        }
        let mut y = self.state[self.index];
        self.index += 1;
        y ^= y >> 11;
        y ^= y << 7 & 0x9d2c_5680;
        y ^= y << 15 & 0xefc6_0000;
        y ^ y >> 18
    }

    fn twist(&mut self) {
        for i in 0..N {
            let y = self.state[i] & 0x8000_0000 | self.state[(i + 1) % N] & 0x7fff_ffff;
            let odd = if y & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[i] = self.state[(i + M) % N] ^ y >> 1 ^ odd;
        }
        self.index = 0;
    }

    /// A number in [0, 1) with 53 bits.
    pub(super) fn next_float(&mut self) -> f64 {
        let (high, low) = (self.next_word() >> 5, self.next_word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// `bits` random bits as 32-bit digits, least significant first.
    pub(super) fn next_digits(&mut self, bits: u64) -> Vec<u32> {
        let mut left = bits;
        let mut digits = Vec::new();
        while left > 0 {
            let word = self.next_word();
            digits.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        digits
    }

    /// Up to 64 random bits.
    pub(super) fn next_small(&mut self, bits: u32) -> u64 {
        let digits = self.next_digits(u64::from(bits));
        digits.iter().rev().fold(0, |number, digit| number << 32 | u64::from(*digit))
    }
}
