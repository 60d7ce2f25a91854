//! Products, permutations, combinations: their inputs are read at once, what they give is made one by one.

use crate::exc::{Exception, value_error};
use crate::item::Item;
use crate::iter::Iter;
use crate::macros::raising_fns;
use crate::tuple::Tuple;

fn pool<T: Item>(items: Iter<T>) -> Result<Vec<T>, Exception> {
    items.collect()
}

/// Tuples of what `pool` has at the positions that `advance` makes, in its order; it says when there are no more.
fn picks<T: Item>(
    pool: Vec<T>,
    first: Option<Vec<usize>>,
    mut advance: impl FnMut(&mut Vec<usize>) -> bool + 'static,
) -> Iter<Tuple<T>> {
    let mut positions = first;
    let mut is_first = true;
    Iter::from_values(std::iter::from_fn(move || {
        if !std::mem::take(&mut is_first) && !positions.as_mut().is_some_and(&mut advance) {
            positions = None;
        }
        let picked: Vec<T> = positions.as_ref()?.iter().map(|&at| pool[at].clone()).collect();
        Some(Tuple::from(picked))
    }))
}

fn size(r: i64) -> Result<usize, Exception> {
    usize::try_from(r).map_err(|_| value_error("r must be non-negative"))
}

raising_fns! {
    /// `combinations(items, r)`.
    fn try_combinations / combinations[T: Item](items: Iter<T>, r: i64) -> Iter<Tuple<T>> {
        let pool = pool(items)?;
        let (n, r) = (pool.len(), size(r)?);
        let first = (r <= n).then(|| (0..r).collect());
        Ok(picks(pool, first, move |at| {
            let Some(i) = (0..r).rev().find(|&i| at[i] != i + n - r) else { return false };
            at[i] += 1;
            for j in i + 1..r {
                at[j] = at[j - 1] + 1;
            }
            true
        }))
    }

    /// `combinations_with_replacement(items, r)`.
    fn try_combinations_with_replacement / combinations_with_replacement[T: Item](
        items: Iter<T>,
        r: i64,
    ) -> Iter<Tuple<T>> {
        let pool = pool(items)?;
        let (n, r) = (pool.len(), size(r)?);
        let first = (n > 0 || r == 0).then(|| vec![0; r]);
        Ok(picks(pool, first, move |at| {
            let Some(i) = (0..r).rev().find(|&i| at[i] + 1 != n) else { return false };
            let next = at[i] + 1;
            at[i..].fill(next);
            true
        }))
    }

    /// `permutations(items, r)`.
    fn try_permutations / permutations[T: Item](items: Iter<T>, r: Option<i64>) -> Iter<Tuple<T>> {
        let pool = pool(items)?;
        let n = pool.len();
        let r = match r {
            Some(r) => size(r)?,
            None => n,
        };
        let first = (r <= n).then(|| (0..r).collect());
        let mut indices: Vec<usize> = (0..n).collect();
        let mut cycles: Vec<usize> = (0..r).map(|i| n.saturating_sub(i)).collect();
        Ok(picks(pool, first, move |at| {
            for i in (0..r).rev() {
                cycles[i] -= 1;
                if cycles[i] == 0 {
                    indices[i..].rotate_left(1);
                    cycles[i] = n - i;
                } else {
                    indices.swap(i, n - cycles[i]);
                    at.copy_from_slice(&indices[..r]);
                    return true;
                }
            }
            false
        }))
    }

    /// `product(*rows, repeat=repeat)`.
    fn try_product / product[T: Item](rows: impl IntoIterator<Item = Iter<T>>, repeat: i64) -> Iter<Tuple<T>> {
        let repeat = usize::try_from(repeat).map_err(|_| value_error("repeat argument cannot be negative"))?;
        let once = rows.into_iter().map(pool).collect::<Result<Vec<Vec<T>>, Exception>>()?;
        let pools: Vec<Vec<T>> = (0..repeat).flat_map(|_| once.clone()).collect();
        let mut at = pools.iter().all(|pool| !pool.is_empty()).then(|| vec![0; pools.len()]);
        Ok(Iter::from_values(std::iter::from_fn(move || {
            let here = at.as_ref()?;
            let picked: Vec<T> = pools.iter().zip(here).map(|(pool, &at)| pool[at].clone()).collect();
            at = next_digits(here, |i| pools[i].len());
            Some(Tuple::from(picked))
        })))
    }

    /// `product(a, b)`.
    fn try_product2 / product2[A: Item, B: Item](a: Iter<A>, b: Iter<B>) -> Iter<(A, B)> {
        let (a, b) = (pool(a)?, pool(b)?);
        Ok(digits([a.len(), b.len()], move |[i, j]| (a[i].clone(), b[j].clone())))
    }

    /// `product(a, b, c)`.
    fn try_product3 / product3[A: Item, B: Item, C: Item](a: Iter<A>, b: Iter<B>, c: Iter<C>) -> Iter<(A, B, C)> {
        let (a, b, c) = (pool(a)?, pool(b)?, pool(c)?);
        Ok(digits([a.len(), b.len(), c.len()], move |[i, j, k]| (a[i].clone(), b[j].clone(), c[k].clone())))
    }

    /// `product(a, b, c, d)`.
    fn try_product4 / product4[A: Item, B: Item, C: Item, D: Item](
        a: Iter<A>,
        b: Iter<B>,
        c: Iter<C>,
        d: Iter<D>,
    ) -> Iter<(A, B, C, D)> {
        let (a, b, c, d) = (pool(a)?, pool(b)?, pool(c)?, pool(d)?);
        Ok(digits([a.len(), b.len(), c.len(), d.len()], move |[i, j, k, l]| {
            (a[i].clone(), b[j].clone(), c[k].clone(), d[l].clone())
        }))
    }
}

/// `pick` of all positions below `sizes`, the last running fastest.
fn digits<const N: usize, R: 'static>(
    sizes: [usize; N],
    pick: impl Fn([usize; N]) -> R + 'static,
) -> Iter<R> {
    let mut at = sizes.iter().all(|&size| size > 0).then_some([0; N]);
    Iter::from_values(std::iter::from_fn(move || {
        let here = at?;
        at = next_digits(&here, |i| sizes[i]).and_then(|next| next.try_into().ok());
        Some(pick(here))
    }))
}

/// The positions after `here`, the last running fastest.
fn next_digits(here: &[usize], size: impl Fn(usize) -> usize) -> Option<Vec<usize>> {
    let mut next = here.to_vec();
    for i in (0..next.len()).rev() {
        next[i] += 1;
        if next[i] < size(i) {
            return Some(next);
        }
        next[i] = 0;
    }
    None
}
