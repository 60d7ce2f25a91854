//! Linear sums of terms, and what follows from several that are not negative.
//!
//! A goal `g >= 0` follows from facts `f >= 0` where `g` is a sum of them, each taken a positive number of times, and of
//! a constant that is not negative (Farkas' lemma). [`Facts::prove`] looks for such a sum by eliminating one term of the
//! goal after another, as Fourier and Motzkin do, within bounds of depth and of work.

use std::rc::Rc;

/// A value that has no parts: that of a variable at some point, or the length of a list.
pub(super) type Term = u32;

/// `a·s + b·t + … + constant`, exact: what overflows is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Linear {
    /// In order of their terms, no coefficient 0.
    terms: Vec<(Term, i64)>,
    pub(super) constant: i64,
}

impl Linear {
    pub(super) fn constant(constant: i64) -> Self {
        Linear { terms: Vec::new(), constant }
    }

    pub(super) fn term(term: Term) -> Self {
        Linear { terms: vec![(term, 1)], constant: 0 }
    }

    /// Its value, where it has no terms.
    pub(super) fn as_constant(&self) -> Option<i64> {
        self.terms.is_empty().then_some(self.constant)
    }

    pub(super) fn has(&self, term: Term) -> bool {
        self.coefficient(term) != 0
    }

    fn coefficient(&self, term: Term) -> i64 {
        self.terms.binary_search_by_key(&term, |(term, _)| *term).map_or(0, |at| self.terms[at].1)
    }

    /// `self + times·other`.
    pub(super) fn plus(&self, other: &Linear, times: i64) -> Option<Linear> {
        self.combined(1, other, times)
    }

    /// `times·self`.
    pub(super) fn times(&self, times: i64) -> Option<Linear> {
        Linear::constant(0).combined(1, self, times)
    }

    /// `self + constant`.
    pub(super) fn offset(&self, constant: i64) -> Option<Linear> {
        Some(Linear { terms: self.terms.clone(), constant: self.constant.checked_add(constant)? })
    }

    /// `a·self + b·other`.
    fn combined(&self, a: i64, other: &Linear, b: i64) -> Option<Linear> {
        let mut terms = Vec::with_capacity(self.terms.len() + other.terms.len());
        let (mut left, mut right) = (self.terms.iter().peekable(), other.terms.iter().peekable());
        loop {
            let next = match (left.peek(), right.peek()) {
                (None, None) => break,
                (Some((term, _)), None) | (None, Some((term, _))) => *term,
                (Some((l, _)), Some((r, _))) => *l.min(r),
            };
            let of_left = left.next_if(|(term, _)| *term == next).map_or(0, |(_, n)| *n);
            let of_right = right.next_if(|(term, _)| *term == next).map_or(0, |(_, n)| *n);
            let sum = a.checked_mul(of_left)?.checked_add(b.checked_mul(of_right)?)?;
            if sum != 0 {
                terms.push((next, sum));
            }
        }
        let constant = a.checked_mul(self.constant)?.checked_add(b.checked_mul(other.constant)?)?;
        Some(Linear { terms, constant })
    }

    /// The same of other terms.
    pub(super) fn renamed(&self, new: impl Fn(Term) -> Term) -> Option<Linear> {
        let start = Linear::constant(self.constant);
        self.terms.iter().try_fold(start, |sum, (term, times)| sum.plus(&Linear::term(new(*term)), *times))
    }

    /// What is not negative exactly where `self` is not, with the least coefficients: all values are integers.
    fn reduced(mut self) -> Linear {
        let divisor =
            self.terms.iter().fold(0, |divisor: u64, (_, times)| gcd(divisor, times.unsigned_abs()));
        if let Ok(divisor) = i64::try_from(divisor)
            && divisor > 1
        {
            self.terms.iter_mut().for_each(|(_, times)| *times /= divisor);
            self.constant = self.constant.div_euclid(divisor);
        }
        self
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// How many facts are kept.
const MOST_FACTS: usize = 120;
/// How many facts a proof uses.
const DEEPEST: u32 = 5;
/// How many sums one proof tries.
const MOST_STEPS: u32 = 48;

/// Sums that are not negative.
#[derive(Clone, Default)]
pub(super) struct Facts {
    list: Vec<Rc<Linear>>,
}

impl Facts {
    pub(super) fn add(&mut self, fact: Linear) {
        let fact = fact.reduced();
        if fact.terms.is_empty() || self.list.iter().any(|known| **known == fact) {
            return;
        }
        if self.list.len() == MOST_FACTS {
            self.list.remove(0);
        }
        self.list.push(Rc::new(fact));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Rc<Linear>> {
        self.list.iter()
    }

    pub(super) fn has(&self, fact: &Rc<Linear>) -> bool {
        self.list.iter().any(|known| Rc::ptr_eq(known, fact) || known == fact)
    }

    pub(super) fn push(&mut self, fact: Rc<Linear>) {
        if self.list.len() < MOST_FACTS {
            self.list.push(fact);
        }
    }

    /// Whether `goal >= 0`; `is_natural` says which terms are never negative. `work` counts down the steps of a function.
    pub(super) fn prove(&self, goal: &Linear, is_natural: impl Fn(Term) -> bool, work: &mut u32) -> bool {
        let mut steps = MOST_STEPS.min(*work);
        let before = steps;
        let found = self.search(goal.clone().reduced(), DEEPEST, &is_natural, &mut steps);
        *work -= before - steps;
        found
    }

    fn search(&self, goal: Linear, depth: u32, is_natural: &impl Fn(Term) -> bool, steps: &mut u32) -> bool {
        if goal.terms.is_empty() {
            return goal.constant >= 0;
        }
        if depth == 0 || *steps == 0 {
            return false;
        }
        *steps -= 1;
        // The term that the fewest facts can take away.
        let helps = |term: Term, times: i64| {
            self.list.iter().filter(move |fact| fact.coefficient(term).signum() == times.signum())
        };
        let fewest = goal.terms.iter().min_by_key(|(term, times)| {
            helps(*term, *times).count() + usize::from(*times > 0 && is_natural(*term))
        });
        let Some((term, times)) = fewest.copied() else { return false };
        if times > 0 && is_natural(term) {
            let rest = goal.terms.iter().copied().filter(|(other, _)| *other != term).collect();
            if self.search(
                Linear { terms: rest, constant: goal.constant }.reduced(),
                depth - 1,
                is_natural,
                steps,
            ) {
                return true;
            }
        }
        helps(term, times).any(|fact| {
            let of_fact = fact.coefficient(term);
            // A whole number is not negative where `n` of it are more than `-n`.
            let rest = goal.combined(of_fact.abs(), fact, -times.abs());
            let rest = rest.and_then(|rest| rest.offset(of_fact.abs() - 1));
            rest.is_some_and(|rest| self.search(rest.reduced(), depth - 1, is_natural, steps))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(terms: &[(Term, i64)], constant: i64) -> Linear {
        terms.iter().fold(Linear::constant(constant), |sum, (term, times)| {
            sum.plus(&Linear::term(*term), *times).expect("small numbers")
        })
    }

    fn proves(facts: &[Linear], goal: &Linear) -> bool {
        let mut known = Facts::default();
        facts.iter().for_each(|fact| known.add(fact.clone()));
        known.prove(goal, |_| false, &mut 10_000)
    }

    #[test]
    fn bubble_sort_stays_in_bounds() {
        let (n, i, j, len) = (0, 1, 2, 3);
        let facts = [
            sum(&[(n, 1), (len, -1)], 0),
            sum(&[(n, -1), (len, 1)], 0),
            sum(&[(i, 1)], 0),
            sum(&[(n, 1), (i, -1)], -1),
            sum(&[(j, 1)], 0),
            // j < n - i - 1
            sum(&[(n, 1), (i, -1), (j, -1)], -2),
        ];
        // j + 1 < len
        assert!(proves(&facts, &sum(&[(len, 1), (j, -1)], -2)));
        // j + 2 < len is not so.
        assert!(!proves(&facts, &sum(&[(len, 1), (j, -1)], -3)));
    }

    #[test]
    fn the_middle_lies_between() {
        let (low, high, middle) = (0, 1, 2);
        let facts = [
            sum(&[(high, 1), (low, -1)], 0),
            sum(&[(middle, 2), (low, -1), (high, -1)], 1),
            sum(&[(middle, -2), (low, 1), (high, 1)], 0),
        ];
        assert!(proves(&facts, &sum(&[(high, 1), (middle, -1)], 0)));
        assert!(proves(&facts, &sum(&[(middle, 1), (low, -1)], 0)));
        assert!(!proves(&facts, &sum(&[(high, 1), (middle, -1)], -1)));
    }

    #[test]
    fn what_overflows_is_unknown() {
        let huge = sum(&[(0, i64::MAX)], 0);
        assert!(huge.times(2).is_none());
        assert!(!proves(&[huge], &sum(&[(0, 1)], -2)));
    }

    #[test]
    fn half_of_a_length_is_not_negative() {
        let (half, len) = (0, 1);
        let facts = [sum(&[(len, 1)], 0), sum(&[(half, 2), (len, -1)], 1)];
        assert!(proves(&facts, &sum(&[(half, 1)], 0)));
        assert!(!proves(&facts, &sum(&[(half, 1)], -1)));
    }

    #[test]
    fn integers_are_whole() {
        // 2·x - 1 >= 0 is x >= 1.
        assert!(proves(&[sum(&[(0, 2)], -1)], &sum(&[(0, 1)], -1)));
    }
}
