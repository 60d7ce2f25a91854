//! Laws of the runtime on random values: what must hold of any operands, and agreement with simple models.

use std::collections::BTreeSet;

use portalis_rt::{Dict, Int, List, Set, Str, float, int};
use proptest::prelude::*;

/// Integers of all sizes: small ones, and those at the borders of 64 bits.
fn any_int() -> impl Strategy<Value = i64> {
    prop_oneof![-20_i64..20, any::<i64>(), Just(i64::MIN), Just(i64::MAX), Just(1 << 32), Just(-(1 << 32))]
}

/// Integers around and past 64 bits, such that no product leaves 128.
fn wide() -> impl Strategy<Value = i128> {
    prop_oneof![(-20_i128..20), any::<i64>().prop_map(i128::from), (-(1_i128 << 63) - 3..-(1 << 63) + 3)]
}

/// A bound of a slice.
fn bound() -> impl Strategy<Value = Option<i64>> {
    prop_oneof![Just(None), (-8_i64..8).prop_map(Some), any_int().prop_map(Some)]
}

/// Short text of few different characters, so that parts occur.
fn text() -> impl Strategy<Value = String> {
    "[abé日 ,]{0,8}"
}

fn items<T: portalis_rt::Item>(list: &List<T>) -> Vec<T> {
    list.iter().collect()
}

/// The positions of `range(len)[start:stop:step]`, index by index (Language Reference, 3.2 and `slice.indices`).
fn sliced(len: i64, start: Option<i64>, stop: Option<i64>, step: i64) -> Vec<usize> {
    let (lowest, highest) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let clamp =
        |bound: i64| if bound < 0 { bound.saturating_add(len).max(lowest) } else { bound.min(highest) };
    let mut at = start.map_or(if step < 0 { highest } else { lowest }, clamp);
    let end = stop.map_or(if step < 0 { lowest } else { highest }, clamp);
    let mut positions = Vec::new();
    while (step > 0 && at < end) || (step < 0 && at > end) {
        positions.push(usize::try_from(at).expect("a position"));
        at = at.saturating_add(step);
    }
    positions
}

proptest! {
    #[test]
    fn quotient_times_divisor_plus_remainder_is_the_dividend(a in any_int(), b in any_int()) {
        prop_assume!(b != 0 && !(a == i64::MIN && b == -1));
        let (quotient, remainder) = int::divmod(a, b);
        prop_assert_eq!(i128::from(quotient) * i128::from(b) + i128::from(remainder), i128::from(a));
        prop_assert!(remainder == 0 || (remainder < 0) == (b < 0));
        prop_assert!(remainder.unsigned_abs() < b.unsigned_abs());
        prop_assert_eq!((int::floor_div(a, b), int::modulo(a, b)), (quotient, remainder));
    }

    #[test]
    fn big_integers_compute_as_wide_ones(a in wide(), b in wide()) {
        let (x, y) = (Int::from(a), Int::from(b));
        prop_assert_eq!(x.to_string(), a.to_string());
        prop_assert_eq!((&x + &y).to_string(), (a + b).to_string());
        prop_assert_eq!((&x - &y).to_string(), (a - b).to_string());
        prop_assert_eq!((&x * &y).to_string(), (a * b).to_string());
        prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        prop_assert_eq!((-x).to_string(), (-a).to_string());
        let divisor = i64::try_from(b % 1000).unwrap_or(1).max(1);
        prop_assert_eq!(Int::from(a).is_multiple_of(divisor), a % i128::from(divisor) == 0);
    }

    #[test]
    fn a_slice_takes_items_index_by_index(
        values in prop::collection::vec(any::<i64>(), 0..8),
        start in bound(),
        stop in bound(),
        step in prop_oneof![-3_i64..4, any_int()],
    ) {
        prop_assume!(step != 0);
        let positions = sliced(values.len() as i64, start, stop, step);
        let expected: Vec<i64> = positions.into_iter().map(|at| values[at]).collect();
        prop_assert_eq!(items(&List::from(values).slice_by(start, stop, Some(step))), expected);
    }

    #[test]
    fn text_is_sliced_by_characters(text in text(), start in bound(), stop in bound(), step in -3_i64..4) {
        prop_assume!(step != 0);
        let characters: Vec<char> = text.chars().collect();
        let positions = sliced(characters.len() as i64, start, stop, step);
        let expected: String = positions.into_iter().map(|at| characters[at]).collect();
        prop_assert_eq!(Str::from(text).slice_by(start, stop, Some(step)).to_string(), expected);
    }

    #[test]
    fn sorting_orders_and_keeps_the_order_of_equals(values in prop::collection::vec((0_i64..5, any::<i64>()), 0..60)) {
        let mut expected = values.clone();
        expected.sort_by_key(|(key, _)| *key);
        let list = List::from(values.clone());
        list.sort_by_key(|(key, _)| key, false);
        prop_assert_eq!(items(&list), expected);
        // `reverse=True` keeps the order of equals too.
        let mut expected = values.clone();
        expected.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
        let list = List::from(values);
        list.sort_by_key(|(key, _)| key, true);
        prop_assert_eq!(items(&list), expected);
    }

    #[test]
    fn a_dict_is_a_list_of_entries(
        steps in prop::collection::vec((0_u8..8, 0_i64..12, any::<i64>()), 0..80),
    ) {
        let dict: Dict<i64, i64> = Dict::new();
        let mut model: Vec<(i64, i64)> = Vec::new();
        for (step, key, value) in steps {
            let at = model.iter().position(|(known, _)| *known == key);
            match step {
                0 | 1 => {
                    dict.set(key, value);
                    match at {
                        Some(at) => model[at].1 = value,
                        None => model.push((key, value)),
                    }
                }
                2 => {
                    let expected = at.map_or(value, |at| model.remove(at).1);
                    prop_assert_eq!(dict.pop_or(&key, value), expected);
                }
                3 => {
                    let expected = at.map_or(value, |at| model[at].1);
                    prop_assert_eq!(dict.set_default(key, value), expected);
                    if at.is_none() {
                        model.push((key, value));
                    }
                }
                4 => {
                    prop_assert_eq!(dict.modify(&key, |old| old ^ value), at.is_some());
                    at.into_iter().for_each(|at| model[at].1 ^= value);
                }
                5 => {
                    dict.change_or(key, 7, |old| old ^ value);
                    match at {
                        Some(at) => model[at].1 ^= value,
                        None => model.push((key, 7 ^ value)),
                    }
                }
                // What is computed meanwhile may take the entry away, and put it back at the end.
                6 => {
                    let change = |old: i64| {
                        let _ = dict.remove(&key);
                        old ^ value
                    };
                    prop_assert_eq!(dict.modify(&key, change), at.is_some());
                    if let Some(at) = at {
                        let (key, old) = model.remove(at);
                        model.push((key, old ^ value));
                    }
                }
                _ => prop_assert_eq!(dict.get(&key), at.map(|at| model[at].1)),
            }
            prop_assert_eq!(dict.len(), model.len() as i64);
        }
        prop_assert_eq!(dict.items().iter().collect::<Vec<_>>(), model);
    }

    #[test]
    fn a_set_is_a_set(a in prop::collection::vec(-9_i64..9, 0..20), b in prop::collection::vec(-9_i64..9, 0..20)) {
        let (x, y): (BTreeSet<i64>, BTreeSet<i64>) = (a.iter().copied().collect(), b.iter().copied().collect());
        let set = |values: &[i64]| {
            let set: Set<i64> = Set::new();
            values.iter().for_each(|value| set.add(*value));
            set
        };
        let (a, b) = (set(&a), set(&b));
        let sorted = |set: &Set<i64>| set.iter().collect::<BTreeSet<i64>>();
        prop_assert_eq!(a.len(), x.len() as i64);
        prop_assert_eq!(sorted(&a.union(&b)), &x | &y);
        prop_assert_eq!(sorted(&a.intersection(&b)), &x & &y);
        prop_assert_eq!(sorted(&a.difference(&b)), &x - &y);
        prop_assert_eq!(sorted(&a.symmetric_difference(&b)), &x ^ &y);
        prop_assert_eq!(a.issubset(&b), x.is_subset(&y));
        prop_assert_eq!(a.isdisjoint(&b), x.is_disjoint(&y));
        for value in -9..9 {
            prop_assert_eq!(a.contains(&value), x.contains(&value));
        }
    }

    #[test]
    fn splitting_and_joining_give_the_text_back(text in text(), separator in "[ab,é]{1,2}") {
        let whole = Str::from(text.clone());
        let parts = whole.split(&separator);
        prop_assert_eq!(Str::from(separator.clone()).join(parts.iter()).to_string(), text.clone());
        prop_assert_eq!(whole.count(&separator), parts.len() - 1);
        prop_assert!(parts.iter().all(|part| !part.contains(&separator)));
    }

    #[test]
    fn a_part_is_found_where_it_stands(text in text(), part in text()) {
        let (whole, found) = (Str::from(text.clone()), Str::from(text.clone()).find(&part));
        let characters: Vec<char> = text.chars().collect();
        let wanted: Vec<char> = part.chars().collect();
        let stands = |at: &usize| characters[*at..].starts_with(&wanted);
        let places: Vec<usize> = (0..=characters.len()).filter(stands).collect();
        prop_assert_eq!(found, places.first().map_or(-1, |at| *at as i64));
        prop_assert_eq!(whole.rfind(&part), places.last().map_or(-1, |at| *at as i64));
        prop_assert_eq!(whole.contains(&part), !places.is_empty());
    }

    #[test]
    fn the_text_of_a_float_is_the_float(bits in any::<u64>()) {
        let value = f64::from_bits(bits);
        let back = float::parse(&float::to_str(value));
        prop_assert!(back.to_bits() == bits || (value.is_nan() && back.is_nan()));
    }
}
