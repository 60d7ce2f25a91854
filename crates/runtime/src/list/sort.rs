//! CPython's list sort: the same comparisons in the same order, so that floats with NaN and inconsistent `__lt__` come out
//! alike.
//!
//! Timsort with the merge policy of 3.11 (powersort). Source: `Objects/listobject.c`. The comparison may fail; then the
//! items are some permutation of what they were.
//!
//! What is sorted are the places of the items: the algorithm is compiled once, and no item is copied.

use std::any::Any;
use std::cmp::Ordering;

use crate::Str;
use crate::exc::Exception;

const MIN_GALLOP: usize = 7;

/// `<` of the items at two places, which may raise.
type Less<'a> = &'a mut dyn FnMut(usize, usize) -> Result<bool, Exception>;

/// Sorts the places `items` by the `<` of what is there, which may raise; stable.
fn sort_places(items: &mut [usize], lt: Less<'_>) -> Result<(), Exception> {
    let len = items.len();
    if len < 2 {
        return Ok(());
    }
    let mut state = State { items, lt, pending: Vec::new(), min_gallop: MIN_GALLOP };
    let min_run = min_run(len);
    let (mut low, mut left) = (0, len);
    while left > 0 {
        let mut run = state.count_run(low, len)?;
        if run < min_run {
            let force = left.min(min_run);
            state.binary_sort(low, low + force, low + run)?;
            run = force;
        }
        state.found_new_run(run, len)?;
        state.pending.push(Run { start: low, len: run, power: 0 });
        low += run;
        left -= run;
    }
    state.force_collapse()
}

fn min_run(mut n: usize) -> usize {
    let mut r = 0;
    while n >= 64 {
        r |= n & 1;
        n >>= 1;
    }
    n + r
}

struct Run {
    start: usize,
    len: usize,
    power: u32,
}

struct State<'a> {
    items: &'a mut [usize],
    lt: Less<'a>,
    pending: Vec<Run>,
    min_gallop: usize,
}

fn power(s1: usize, n1: usize, n2: usize, n: usize) -> u32 {
    let mut result = 0;
    let mut a = 2 * s1 + n1;
    let mut b = a + n1 + n2;
    loop {
        result += 1;
        if a >= n {
            a -= n;
            b -= n;
        } else if b >= n {
            return result;
        }
        a <<= 1;
        b <<= 1;
    }
}

/// Where `key` goes in `run`, before its equals; `hint` is where to begin.
fn gallop_left(lt: Less<'_>, key: usize, run: &[usize], hint: usize) -> Result<usize, Exception> {
    let (mut last, mut ofs) = (0, 1);
    let (mut low, mut high);
    if lt(run[hint], key)? {
        let max = run.len() - hint;
        while ofs < max && lt(run[hint + ofs], key)? {
            last = ofs;
            ofs = (ofs << 1) + 1;
        }
        ofs = ofs.min(max);
        (low, high) = (last + hint + 1, ofs + hint);
    } else {
        let max = hint + 1;
        while ofs < max && !lt(run[hint - ofs], key)? {
            last = ofs;
            ofs = (ofs << 1) + 1;
        }
        ofs = ofs.min(max);
        (low, high) = (hint + 1 - ofs, hint - last);
    }
    while low < high {
        let middle = low + ((high - low) >> 1);
        if lt(run[middle], key)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(high)
}

/// Where `key` goes in `run`, after its equals.
fn gallop_right(lt: Less<'_>, key: usize, run: &[usize], hint: usize) -> Result<usize, Exception> {
    let (mut last, mut ofs) = (0, 1);
    let (mut low, mut high);
    if lt(key, run[hint])? {
        let max = hint + 1;
        while ofs < max && lt(key, run[hint - ofs])? {
            last = ofs;
            ofs = (ofs << 1) + 1;
        }
        ofs = ofs.min(max);
        (low, high) = (hint + 1 - ofs, hint - last);
    } else {
        let max = run.len() - hint;
        while ofs < max && !lt(key, run[hint + ofs])? {
            last = ofs;
            ofs = (ofs << 1) + 1;
        }
        ofs = ofs.min(max);
        (low, high) = (last + hint + 1, ofs + hint);
    }
    while low < high {
        let middle = low + ((high - low) >> 1);
        if lt(key, run[middle])? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(high)
}

impl State<'_> {
    /// The length of the run at `low`; one that descends is turned.
    fn count_run(&mut self, low: usize, high: usize) -> Result<usize, Exception> {
        let mut at = low + 1;
        if at == high {
            return Ok(1);
        }
        let descending = (self.lt)(self.items[at], self.items[at - 1])?;
        at += 1;
        while at < high && (self.lt)(self.items[at], self.items[at - 1])? == descending {
            at += 1;
        }
        if descending {
            self.items[low..at].reverse();
        }
        Ok(at - low)
    }

    fn binary_sort(&mut self, low: usize, high: usize, start: usize) -> Result<(), Exception> {
        for at in start.max(low + 1)..high {
            let (mut l, mut r) = (low, at);
            while l < r {
                let middle = l + ((r - l) >> 1);
                if (self.lt)(self.items[at], self.items[middle])? {
                    r = middle;
                } else {
                    l = middle + 1;
                }
            }
            self.items[l..=at].rotate_right(1);
        }
        Ok(())
    }

    fn found_new_run(&mut self, n2: usize, n: usize) -> Result<(), Exception> {
        let Some(last) = self.pending.last() else { return Ok(()) };
        let power = power(last.start, last.len, n2, n);
        while self.pending.len() > 1 && self.pending[self.pending.len() - 2].power > power {
            self.merge_at(self.pending.len() - 2)?;
        }
        if let Some(last) = self.pending.last_mut() {
            last.power = power;
        }
        Ok(())
    }

    fn force_collapse(&mut self) -> Result<(), Exception> {
        while self.pending.len() > 1 {
            let mut n = self.pending.len() - 2;
            if n > 0 && self.pending[n - 1].len < self.pending[n + 1].len {
                n -= 1;
            }
            self.merge_at(n)?;
        }
        Ok(())
    }

    fn merge_at(&mut self, i: usize) -> Result<(), Exception> {
        let second = self.pending.remove(i + 1);
        let first = &mut self.pending[i];
        let (mut start, mut na) = (first.start, first.len);
        first.len += second.len;
        let b = second.start;
        let k = gallop_right(self.lt, self.items[b], &self.items[start..start + na], 0)?;
        start += k;
        na -= k;
        if na == 0 {
            return Ok(());
        }
        let run = &self.items[b..b + second.len];
        let nb = gallop_left(self.lt, self.items[start + na - 1], run, second.len - 1)?;
        if nb == 0 {
            return Ok(());
        }
        if na <= nb { self.merge_low(start, na, b, nb) } else { self.merge_high(start, na, b, nb) }
    }

    /// Merges `na` items at `a` with the `nb` after them, the first run in a copy.
    fn merge_low(&mut self, a: usize, mut na: usize, mut b: usize, mut nb: usize) -> Result<(), Exception> {
        let temp = self.items[a..a + na].to_vec();
        let (mut t, mut dest) = (0, a);
        let result = self.merge_low_loop(&temp, &mut t, &mut na, &mut b, &mut nb, &mut dest);
        // What is left of the first run goes where there is room; of the second, it lies there already.
        match result {
            Ok(true) => {
                for i in 0..nb {
                    self.items[dest + i] = self.items[b + i];
                }
                self.items[dest + nb] = temp[t];
            }
            Ok(false) | Err(_) => self.items[dest..dest + na].clone_from_slice(&temp[t..t + na]),
        }
        result.map(drop)
    }

    /// True where one item of the first run is left, for the end.
    fn merge_low_loop(
        &mut self,
        temp: &[usize],
        t: &mut usize,
        na: &mut usize,
        b: &mut usize,
        nb: &mut usize,
        dest: &mut usize,
    ) -> Result<bool, Exception> {
        macro_rules! take_b {
            () => {
                self.items[*dest] = self.items[*b];
                *dest += 1;
                *b += 1;
                *nb -= 1;
            };
        }
        macro_rules! take_a {
            () => {
                self.items[*dest] = temp[*t];
                *dest += 1;
                *t += 1;
                *na -= 1;
            };
        }
        take_b!();
        if *nb == 0 {
            return Ok(false);
        }
        if *na == 1 {
            return Ok(true);
        }
        let mut min_gallop = self.min_gallop;
        loop {
            let (mut a_count, mut b_count) = (0, 0);
            loop {
                if (self.lt)(self.items[*b], temp[*t])? {
                    take_b!();
                    (a_count, b_count) = (0, b_count + 1);
                    if *nb == 0 {
                        return Ok(false);
                    }
                    if b_count >= min_gallop {
                        break;
                    }
                } else {
                    take_a!();
                    (a_count, b_count) = (a_count + 1, 0);
                    if *na == 1 {
                        return Ok(true);
                    }
                    if a_count >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                self.min_gallop = min_gallop;
                a_count = gallop_right(self.lt, self.items[*b], &temp[*t..*t + *na], 0)?;
                if a_count > 0 {
                    for _ in 0..a_count {
                        take_a!();
                    }
                    if *na == 1 {
                        return Ok(true);
                    }
                    if *na == 0 {
                        return Ok(false);
                    }
                }
                take_b!();
                if *nb == 0 {
                    return Ok(false);
                }
                b_count = gallop_left(self.lt, temp[*t], &self.items[*b..*b + *nb], 0)?;
                if b_count > 0 {
                    for _ in 0..b_count {
                        take_b!();
                    }
                    if *nb == 0 {
                        return Ok(false);
                    }
                }
                take_a!();
                if *na == 1 {
                    return Ok(true);
                }
                if a_count < MIN_GALLOP && b_count < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.min_gallop = min_gallop;
        }
    }

    /// Merges `na` items at `a` with the `nb` at `b`, the second run in a copy, from the end.
    fn merge_high(&mut self, a: usize, mut na: usize, b: usize, mut nb: usize) -> Result<(), Exception> {
        let temp = self.items[b..b + nb].to_vec();
        // `dest` is one past the next free place; `na` and `nb` are one past the next of each run.
        let mut dest = b + nb;
        let result = self.merge_high_loop(&temp, a, &mut na, &mut nb, &mut dest);
        match result {
            Ok(true) => {
                for i in 1..=na {
                    self.items[dest - i] = self.items[a + na - i];
                }
                self.items[dest - na - 1] = temp[0];
            }
            Ok(false) | Err(_) => self.items[dest - nb..dest].clone_from_slice(&temp[..nb]),
        }
        result.map(drop)
    }

    /// True where one item of the second run is left, for the front.
    fn merge_high_loop(
        &mut self,
        temp: &[usize],
        a: usize,
        na: &mut usize,
        nb: &mut usize,
        dest: &mut usize,
    ) -> Result<bool, Exception> {
        macro_rules! take_a {
            () => {
                *dest -= 1;
                *na -= 1;
                self.items[*dest] = self.items[a + *na];
            };
        }
        macro_rules! take_b {
            () => {
                *dest -= 1;
                *nb -= 1;
                self.items[*dest] = temp[*nb];
            };
        }
        take_a!();
        if *na == 0 {
            return Ok(false);
        }
        if *nb == 1 {
            return Ok(true);
        }
        let mut min_gallop = self.min_gallop;
        loop {
            let (mut a_count, mut b_count) = (0, 0);
            loop {
                if (self.lt)(temp[*nb - 1], self.items[a + *na - 1])? {
                    take_a!();
                    (a_count, b_count) = (a_count + 1, 0);
                    if *na == 0 {
                        return Ok(false);
                    }
                    if a_count >= min_gallop {
                        break;
                    }
                } else {
                    take_b!();
                    (a_count, b_count) = (0, b_count + 1);
                    if *nb == 1 {
                        return Ok(true);
                    }
                    if b_count >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                self.min_gallop = min_gallop;
                let run = &self.items[a..a + *na];
                a_count = *na - gallop_right(self.lt, temp[*nb - 1], run, *na - 1)?;
                if a_count > 0 {
                    for _ in 0..a_count {
                        take_a!();
                    }
                    if *na == 0 {
                        return Ok(false);
                    }
                }
                take_b!();
                if *nb == 1 {
                    return Ok(true);
                }
                b_count = *nb - gallop_left(self.lt, self.items[a + *na - 1], &temp[..*nb], *nb - 1)?;
                if b_count > 0 {
                    for _ in 0..b_count {
                        take_b!();
                    }
                    if *nb == 1 {
                        return Ok(true);
                    }
                    if *nb == 0 {
                        return Ok(false);
                    }
                }
                take_a!();
                if *na == 0 {
                    return Ok(false);
                }
                if a_count < MIN_GALLOP && b_count < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.min_gallop = min_gallop;
        }
    }
}

/// The places of `len` items in the order that `lt` gives them; equals keep their order, also with `reverse`.
fn order_of(len: usize, reverse: bool, lt: Less<'_>) -> (Vec<usize>, Result<(), Exception>) {
    let mut places: Vec<usize> = (0..len).collect();
    if reverse {
        places.reverse();
    }
    let result = sort_places(&mut places, lt);
    if reverse {
        places.reverse();
    }
    (places, result)
}

/// `items` in the order of `places`, each of which is there once.
fn arrange<T>(items: &mut [T], mut places: Vec<usize>) {
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// `sorted(items, reverse=reverse)` by an `<` that may raise: equals keep their order either way.
pub(crate) fn sorted_by_lt<T>(
    mut items: Vec<T>,
    reverse: bool,
    mut lt: impl FnMut(&T, &T) -> Result<bool, Exception>,
) -> (Vec<T>, Result<(), Exception>) {
    let (places, result) = order_of(items.len(), reverse, &mut |a, b| lt(&items[a], &items[b]));
    arrange(&mut items, places);
    (items, result)
}

/// `sorted(items, reverse=reverse)` by the items' own `<`.
pub(crate) fn sorted<T: PartialOrd + 'static>(mut items: Vec<T>, reverse: bool) -> Vec<T> {
    if sort_primitives(&mut items, reverse) {
        return items;
    }
    let (places, _) = order_of(items.len(), reverse, &mut |a, b| Ok(items[a] < items[b]));
    arrange(&mut items, places);
    items
}

/// `items`, sorted by the `<` of their keys.
pub(crate) fn sorted_by_keys<T, K: PartialOrd>(mut items: Vec<T>, keys: &[K], reverse: bool) -> Vec<T> {
    let (places, _) = order_of(items.len(), reverse, &mut |a, b| Ok(keys[a] < keys[b]));
    arrange(&mut items, places);
    items
}

/// Sorts integers, text and floats without NaN, where nobody can see in what order they are compared; false of others.
///
/// These are compiled once, with the runtime.
fn sort_primitives(items: &mut dyn Any, reverse: bool) -> bool {
    if let Some(items) = items.downcast_mut::<Vec<i64>>() {
        sort_total(items, reverse);
    } else if let Some(items) = items.downcast_mut::<Vec<Str>>() {
        sort_total(items, reverse);
    } else if let Some(items) = items.downcast_mut::<Vec<f64>>() {
        if items.iter().any(|item| item.is_nan()) {
            return false;
        }
        // Zeros of both signs are equal, and stay in their order.
        let order = |a: &f64, b: &f64| a.partial_cmp(b).unwrap_or(Ordering::Equal);
        items.sort_by(|a, b| if reverse { order(b, a) } else { order(a, b) });
    } else {
        return false;
    }
    true
}

/// Sorts what has a total order in which equals are the same.
fn sort_total<T: Ord>(items: &mut [T], reverse: bool) {
    items.sort_unstable();
    if reverse {
        items.reverse();
    }
}
