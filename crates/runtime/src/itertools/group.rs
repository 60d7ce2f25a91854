//! `groupby`: a group reads the same iterator as the groups after it, so it ends when the next one is asked for.

use std::cell::RefCell;
use std::rc::Rc;

use crate::exc::Exception;
use crate::item::{Item, same_or_equal};
use crate::iter::{Iter, stepping};

struct State<T, K> {
    /// The item that was read last, and its key.
    current: Option<(K, T)>,
    /// The key of the group that was given last.
    target: Option<K>,
    /// Which group may still read.
    generation: u64,
}

/// `groupby(items, key)`.
pub fn groupby_key<T: Item, K: Item + PartialEq>(
    items: Iter<T>,
    key: impl FnMut(T) -> Result<K, Exception> + 'static,
) -> Iter<(K, Iter<T>)> {
    let mut key = key;
    let read = move || -> Result<Option<(K, T)>, Exception> {
        match items.try_next()? {
            Some(item) => Ok(Some((key(item.clone())?, item))),
            None => Ok(None),
        }
    };
    let read = Rc::new(RefCell::new(read));
    let state = Rc::new(RefCell::new(State::<T, K> { current: None, target: None, generation: 0 }));
    stepping(move || {
        let generation = {
            let mut state = state.borrow_mut();
            state.generation += 1;
            state.generation
        };
        // What is left of the last group is passed over.
        loop {
            let key = state.borrow().current.as_ref().map(|(key, _)| key.clone());
            let target = state.borrow().target.clone();
            match (key, target) {
                (Some(key), Some(target)) if same_or_equal(&target, &key) => {}
                (Some(_), _) => break,
                (None, _) => {}
            }
            let next = (read.borrow_mut())()?;
            if next.is_none() {
                return Ok(None);
            }
            state.borrow_mut().current = next;
        }
        let Some(key) = state.borrow().current.as_ref().map(|(key, _)| key.clone()) else { return Ok(None) };
        state.borrow_mut().target = Some(key.clone());
        Ok(Some((key.clone(), group(key, generation, Rc::clone(&state), Rc::clone(&read)))))
    })
}

/// The items while the key stays the same and no later group is asked for.
fn group<T: Item, K: Item + PartialEq>(
    key: K,
    generation: u64,
    state: Rc<RefCell<State<T, K>>>,
    read: Rc<RefCell<impl FnMut() -> Result<Option<(K, T)>, Exception> + 'static>>,
) -> Iter<T> {
    stepping(move || {
        if state.borrow().generation != generation {
            return Ok(None);
        }
        if state.borrow().current.is_none() {
            let next = (read.borrow_mut())()?;
            state.borrow_mut().current = next;
        }
        let here = state.borrow().current.as_ref().map(|(key, _)| key.clone());
        match here {
            Some(here) if same_or_equal(&key, &here) => {
                Ok(state.borrow_mut().current.take().map(|(_, item)| item))
            }
            _ => Ok(None),
        }
    })
}
