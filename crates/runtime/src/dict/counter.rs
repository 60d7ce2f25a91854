//! The methods and operators of `Counter`. Source: the library reference, `collections.Counter`.

use super::{Dict, Key};

impl<K: Key> Dict<K, i64> {
    /// `Counter.most_common()`: by count, the first of equals first.
    #[must_use]
    pub fn most_common(&self) -> crate::List<(K, i64)> {
        let mut pairs: Vec<(K, i64)> = self.items().iter().collect();
        pairs.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        crate::List::from(pairs)
    }

    /// `Counter.most_common(n)`.
    #[must_use]
    pub fn most_common_n(&self, n: i64) -> crate::List<(K, i64)> {
        self.most_common().iter().take(usize::try_from(n).unwrap_or(0)).collect()
    }

    /// `Counter.elements()`: each key as often as it counts.
    #[must_use]
    pub fn elements(&self) -> crate::Iter<K> {
        let pairs = self.items().iter();
        crate::Iter::of(
            pairs.flat_map(|(key, count)| std::iter::repeat_n(key, usize::try_from(count).unwrap_or(0))),
        )
    }

    /// `Counter.total()`.
    #[must_use]
    pub fn total(&self) -> i64 {
        crate::builtins::sum(self.values().iter())
    }

    /// The counts of both, put together by `combine`; what comes out positive stays.
    fn combined(&self, other: &Self, combine: impl Fn(i64, i64) -> i64) -> Self {
        let result = Dict::new().into_counter();
        for (key, count) in self.items().iter() {
            let count = combine(count, other.get_or(&key, 0));
            if count > 0 {
                result.set(key, count);
            }
        }
        for (key, count) in other.items().iter().filter(|(key, _)| !self.contains(key)) {
            let count = combine(0, count);
            if count > 0 {
                result.set(key, count);
            }
        }
        result
    }

    /// `self + other`.
    #[must_use]
    pub fn counter_sum(&self, other: &Self) -> Self {
        self.combined(other, |a, b| a + b)
    }

    /// `self - other`.
    #[must_use]
    pub fn counter_difference(&self, other: &Self) -> Self {
        self.combined(other, |a, b| a - b)
    }

    /// `self & other`.
    #[must_use]
    pub fn counter_intersection(&self, other: &Self) -> Self {
        self.combined(other, i64::min)
    }

    /// `self | other`.
    #[must_use]
    pub fn counter_union(&self, other: &Self) -> Self {
        self.combined(other, i64::max)
    }
}
