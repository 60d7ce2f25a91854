//! `functools`.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::thread::LocalKey;

use crate::dict::{Dict, Key};
use crate::exc::{Exception, type_error};
use crate::field::Var;
use crate::hash::{self, PyHash};
use crate::item::Item;
use crate::iter::Iter;
use crate::macros::raising_fns;
use crate::show::Repr;

raising_fns! {
    /// `reduce(function, items)`.
    fn try_reduce / reduce[T: Item](
        function: impl FnMut(T, T) -> Result<T, Exception>,
        items: Iter<T>,
    ) -> T {
        let Some(first) = items.try_next()? else {
            return Err(type_error("reduce() of empty iterable with no initial value"));
        };
        try_reduce_from(function, items, first)
    }

    /// `reduce(function, items, initial)`.
    fn try_reduce_from / reduce_from[A, T: Item](
        function: impl FnMut(A, T) -> Result<A, Exception>,
        items: Iter<T>,
        initial: A,
    ) -> A {
        let mut function = function;
        let mut result = initial;
        while let Some(item) = items.try_next()? {
            result = function(result, item)?;
        }
        Ok(result)
    }
}

/// The results of a function under `@cache` or `@lru_cache`, by its arguments.
pub struct Cache<K: 'static, V: 'static> {
    /// In order of use, the latest last, where there is a limit.
    results: RefCell<Option<Dict<K, V>>>,
    limit: Option<i64>,
    hits: Cell<i64>,
    misses: Cell<i64>,
}

impl<K: Key, V: Item> Cache<K, V> {
    /// All results are kept.
    #[must_use]
    pub const fn new() -> Self {
        Cache { results: RefCell::new(None), limit: None, hits: Cell::new(0), misses: Cell::new(0) }
    }

    /// The results that were asked for last are kept.
    #[must_use]
    pub const fn keeping(limit: i64) -> Self {
        Cache { results: RefCell::new(None), limit: Some(limit), hits: Cell::new(0), misses: Cell::new(0) }
    }

    /// A handle, so that nothing is borrowed while keys are compared.
    fn results(&self) -> Dict<K, V> {
        self.results.borrow_mut().get_or_insert_with(Dict::new).clone()
    }

    fn find(&self, key: &K) -> Option<V> {
        let results = self.results();
        let Some(found) = results.get(key) else {
            self.misses.set(self.misses.get() + 1);
            return None;
        };
        self.hits.set(self.hits.get() + 1);
        if self.limit.is_some() {
            drop(results.try_pop(key));
            results.set(key.clone(), found.clone());
        }
        Some(found)
    }

    fn keep(&self, key: K, result: V) {
        let results = self.results();
        match self.limit {
            Some(limit) if limit <= 0 => return,
            // The function may have filled the place meanwhile.
            Some(limit) if results.len() >= limit && results.get(&key).is_none() => {
                if let Some(oldest) = results.keys().iter().next() {
                    drop(results.try_pop(&oldest));
                }
            }
            _ => {}
        }
        results.set(key, result);
    }
}

impl<K: Key, V: Item> Default for Cache<K, V> {
    fn default() -> Self {
        Cache::new()
    }
}

/// The captured variables of a nested function, as part of a key: the same variables are equal, and stay alive with the key.
#[derive(Clone, Default)]
pub struct Scope(Vec<(usize, Rc<dyn Any>)>);

impl Scope {
    /// No variables.
    #[must_use]
    pub fn new() -> Self {
        Scope::default()
    }

    /// One more.
    #[must_use]
    pub fn with<T: Item>(mut self, var: &Var<T>) -> Self {
        self.0.push((var.id(), Rc::new(var.clone())));
        self
    }

    fn ids(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|(id, _)| *id)
    }
}

impl PartialEq for Scope {
    fn eq(&self, other: &Self) -> bool {
        self.ids().eq(other.ids())
    }
}

impl PyHash for Scope {
    fn py_hash(&self) -> i64 {
        self.ids().fold(0, |hash, id| hash.rotate_left(5) ^ hash::of_address(id))
    }
}

impl Repr for Scope {
    fn repr(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<scope>")
    }
}

// SAFETY: counts references.
unsafe impl Item for Scope {}

/// The result for `key`, computed where it is not known.
pub fn cached<K: Key, V: Item>(
    cache: &'static LocalKey<Cache<K, V>>,
    key: K,
    compute: impl FnOnce() -> V,
) -> V {
    if let Some(known) = cache.with(|cache| cache.find(&key)) {
        return known;
    }
    let result = compute();
    cache.with(|cache| cache.keep(key, result.clone()));
    result
}

/// The same of a function that may raise; an exception is no result.
///
/// # Errors
/// What `compute` raises.
pub fn try_cached<K: Key, V: Item>(
    cache: &'static LocalKey<Cache<K, V>>,
    key: K,
    compute: impl FnOnce() -> Result<V, Exception>,
) -> Result<V, Exception> {
    if let Some(known) = cache.with(|cache| cache.find(&key)) {
        return Ok(known);
    }
    let result = compute()?;
    cache.with(|cache| cache.keep(key, result.clone()));
    Ok(result)
}

/// Drops all results.
pub fn forget<K: Key, V: Item>(cache: &'static LocalKey<Cache<K, V>>) {
    cache.with(|cache| {
        cache.results().clear();
        cache.hits.set(0);
        cache.misses.set(0);
    });
}

/// The counts of two caches of one function, for arguments of different types.
#[must_use]
pub fn sum_counts(a: (i64, i64, i64), b: (i64, i64, i64)) -> (i64, i64, i64) {
    (a.0 + b.0, a.1 + b.1, a.2 + b.2)
}

/// How often a result was there, how often it was not, and how many there are.
#[must_use]
pub fn counts<K: Key, V: Item>(cache: &'static LocalKey<Cache<K, V>>) -> (i64, i64, i64) {
    cache.with(|cache| (cache.hits.get(), cache.misses.get(), cache.results().len()))
}
