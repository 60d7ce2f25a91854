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

    /// Whether `holds` of the counts of every key of both.
    fn each_count(&self, other: &Self, holds: impl Fn(i64, i64) -> bool) -> bool {
        self.items().iter().all(|(key, count)| holds(count, other.get_or(&key, 0)))
            && other.items().iter().all(|(key, count)| holds(self.get_or(&key, 0), count))
    }

    /// `self == other`.
    #[must_use]
    pub fn counter_equals(&self, other: &Self) -> bool {
        self.each_count(other, |a, b| a == b)
    }

    /// `self <= other`.
    #[must_use]
    pub fn counter_at_most(&self, other: &Self) -> bool {
        self.each_count(other, |a, b| a <= b)
    }

    /// `self < other`.
    #[must_use]
    pub fn counter_below(&self, other: &Self) -> bool {
        self.counter_at_most(other) && !self.counter_equals(other)
    }

    /// `self >= other`.
    #[must_use]
    pub fn counter_at_least(&self, other: &Self) -> bool {
        other.counter_at_most(self)
    }

    /// `self > other`.
    #[must_use]
    pub fn counter_above(&self, other: &Self) -> bool {
        other.counter_below(self)
    }

    /// `+self`: the positive counts.
    #[must_use]
    pub fn counter_positive(&self) -> Self {
        self.combined(&Dict::new(), |a, _| a)
    }

    /// `-self`: the negative counts, of the other sign.
    #[must_use]
    pub fn counter_negative(&self) -> Self {
        self.combined(&Dict::new(), |a, _| -a)
    }

    /// What is not positive goes.
    fn keep_positive(&self) {
        let gone: Vec<K> = self.items().iter().filter(|(_, count)| *count <= 0).map(|(key, _)| key).collect();
        for key in gone {
            let _count = self.pop_or(&key, 0);
        }
    }

    /// `self.update(other)`.
    pub fn counter_update(&self, other: &Self) {
        self.change_by(other, |known, count| known + count);
    }

    /// `self.subtract(other)`.
    pub fn counter_subtract(&self, other: &Self) {
        self.change_by(other, |known, count| known - count);
    }

    /// Each count of `other` changes the one here.
    fn change_by(&self, other: &Self, change: impl Fn(i64, i64) -> i64) {
        let others: Vec<(K, i64)> = other.items().iter().collect();
        for (key, count) in others {
            let known = self.get_or(&key, 0);
            let changed = change(known, count);
            self.set(key, changed);
        }
    }

    /// `self += other`.
    pub fn counter_add(&self, other: &Self) {
        self.counter_update(other);
        self.keep_positive();
    }

    /// `self -= other`.
    pub fn counter_take(&self, other: &Self) {
        self.counter_subtract(other);
        self.keep_positive();
    }

    /// `self |= other`.
    pub fn counter_unite(&self, other: &Self) {
        self.change_by(other, i64::max);
        self.keep_positive();
    }

    /// `self &= other`.
    pub fn counter_intersect(&self, other: &Self) {
        let own: Vec<(K, i64)> = self.items().iter().collect();
        for (key, count) in own {
            let least = count.min(other.get_or(&key, 0));
            self.set(key, least);
        }
        self.keep_positive();
    }
}
