//! Slices, sorting, and the order of sets.

use std::cell::Cell;
use std::rc::Rc;

use portalis_rt::range::range;
use portalis_rt::{FrozenSet, Int, List, PyHash, Set, Tuple, builtins};

use crate::{Answer, Args, shown, tried};

pub fn answer(op: &str, args: &Args) -> Answer {
    match op {
        "list.slice" => tried(count(args).try_slice_by(args.small(1), args.small(2), args.small(3))),
        "list.del_slice" => {
            let xs = count(args);
            tried(xs.try_delete_slice(args.small(1), args.small(2), args.small(3)).map(|()| xs))
        }
        "list.set_slice" => {
            let xs = count(args);
            let new = List::from([-1_i64, -2, -3]);
            tried(xs.try_set_slice(args.small(1), args.small(2), args.small(3), &new).map(|()| xs))
        }
        "range.slice" => {
            tried(range(3, args.i64(0), 4).try_slice_by(args.small(1), args.small(2), args.small(3)))
        }
        "set.order" => shown(&builtins::list(set(args, 0).iter())),
        "set.union" => listed(&set(args, 0).union(&set(args, 1))),
        "set.intersection" => listed(&set(args, 0).intersection(&set(args, 1))),
        "set.difference" => listed(&set(args, 0).difference(&set(args, 1))),
        "set.symmetric_difference" => listed(&set(args, 0).symmetric_difference(&set(args, 1))),
        "set.churn" => churn(args),
        "set.floats" => listed(&args.floats(0).into_iter().filter(|x| !x.is_nan()).collect::<Set<f64>>()),
        "tuple.hash" => shown(&Tuple::from(args.ints(0)).py_hash()),
        "sorted.floats" => shown(&builtins::sorted(args.floats(0), false)),
        "sorted.reverse" => shown(&builtins::sorted(args.floats(0), true)),
        "sorted.inconsistent" => inconsistent(args),
        _ => None,
    }
}

fn count(args: &Args) -> List<i64> {
    builtins::list(0..args.i64(0))
}

fn set(args: &Args, i: usize) -> Set<Int> {
    args.ints(i).into_iter().collect()
}

fn listed<T: portalis_rt::Key>(set: &Set<T>) -> Answer {
    shown(&builtins::list(set.iter()))
}

fn churn(args: &Args) -> Answer {
    let (xs, ys) = (args.ints(0), args.ints(1));
    let s = set(args, 0);
    for y in &ys {
        s.discard(y);
    }
    s.update(&ys.iter().step_by(2).cloned().collect::<Set<Int>>());
    let out: Vec<Int> = (0..s.len() / 3).map(|_| s.pop()).collect();
    s.difference_update(&out.iter().skip(1).step_by(2).cloned().collect::<Set<Int>>());
    s.symmetric_difference_update(&xs.iter().take(5).cloned().collect::<Set<Int>>());
    let (items, copied) = (builtins::list(s.iter()), builtins::list(s.copy().iter()));
    shown(&(out, items, copied, FrozenSet::from_set(&s).py_hash()))
}

/// `__lt__` that changes its mind: the same calls in the same order give the same result.
fn inconsistent(args: &Args) -> Answer {
    let calls = Rc::new(Cell::new(0_i64));
    let counter = Rc::clone(&calls);
    let values: Vec<i64> = args.ints(0).iter().map(Int::narrow).collect();
    let sorted = builtins::try_sorted_by_lt(
        values,
        move |a, b| {
            counter.set(counter.get() + 1);
            Ok(if counter.get() % 11 != 0 { a % 100 < b % 100 } else { a < b })
        },
        false,
    );
    tried(sorted.map(|sorted| (calls.get(), sorted.iter().collect::<Tuple<i64>>().py_hash())))
}
