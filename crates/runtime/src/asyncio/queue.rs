//! `asyncio.Queue`, `asyncio.LifoQueue`, `asyncio.PriorityQueue`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;

use super::coroutine::Coroutine;
use super::locks::{Event, Line};
use crate::exc::{AsyncQueueEmpty, AsyncQueueFull, Exception, value_error};
use crate::heapq;
use crate::item::Item;
use crate::list::List;
use crate::macros::raising_methods;
use crate::show::Repr;

/// In which order items come out.
trait Store<T>: Default + 'static {
    fn add(&self, item: T);
    fn take(&self) -> Option<T>;
    fn len(&self) -> usize;
}

/// First in, first out.
struct Fifo<T>(RefCell<VecDeque<T>>);

/// Last in, first out.
struct Stack<T>(RefCell<Vec<T>>);

/// The least first.
struct Heap<T: 'static>(List<T>);

impl<T> Default for Fifo<T> {
    fn default() -> Self {
        Fifo(RefCell::default())
    }
}

impl<T> Default for Stack<T> {
    fn default() -> Self {
        Stack(RefCell::default())
    }
}

impl<T: Item> Default for Heap<T> {
    fn default() -> Self {
        Heap(List::new())
    }
}

impl<T: Item> Store<T> for Fifo<T> {
    fn add(&self, item: T) {
        self.0.borrow_mut().push_back(item);
    }

    fn take(&self) -> Option<T> {
        self.0.borrow_mut().pop_front()
    }

    fn len(&self) -> usize {
        self.0.borrow().len()
    }
}

impl<T: Item> Store<T> for Stack<T> {
    fn add(&self, item: T) {
        self.0.borrow_mut().push(item);
    }

    fn take(&self) -> Option<T> {
        self.0.borrow_mut().pop()
    }

    fn len(&self) -> usize {
        self.0.borrow().len()
    }
}

impl<T: Item + PartialOrd> Store<T> for Heap<T> {
    fn add(&self, item: T) {
        heapq::heappush(&self.0, item);
    }

    fn take(&self) -> Option<T> {
        heapq::try_heappop(&self.0).ok()
    }

    fn len(&self) -> usize {
        self.0.len() as usize
    }
}

struct State<S> {
    items: S,
    maxsize: i64,
    n_unfinished: Cell<i64>,
    finished: Event,
    getters: Line,
    putters: Line,
}

impl<S> State<S> {
    fn is_full<T>(&self) -> bool
    where
        S: Store<T>,
    {
        self.maxsize > 0 && self.items.len() as i64 >= self.maxsize
    }

    fn put_now<T>(&self, item: T) -> Result<(), Exception>
    where
        S: Store<T>,
    {
        if self.is_full() {
            return Err(Exception::empty(AsyncQueueFull));
        }
        self.items.add(item);
        self.n_unfinished.set(self.n_unfinished.get() + 1);
        self.finished.clear();
        self.getters.wake_next();
        Ok(())
    }

    fn get_now<T>(&self) -> Result<T, Exception>
    where
        S: Store<T>,
    {
        let item = self.items.take().ok_or_else(|| Exception::empty(AsyncQueueEmpty))?;
        self.putters.wake_next();
        Ok(item)
    }

    async fn put<T>(&self, item: T) -> Result<(), Exception>
    where
        S: Store<T>,
    {
        while self.is_full() {
            let place = self.putters.join();
            if let Err(error) = place.future.clone().await {
                place.future.cancel();
                let is_woken = !place.future.cancelled();
                drop(place);
                // Somebody made room for it, which is for the next in line now.
                if is_woken && !self.is_full() {
                    self.putters.wake_next();
                }
                return Err(error);
            }
        }
        self.put_now(item)
    }

    async fn get<T>(&self) -> Result<T, Exception>
    where
        S: Store<T>,
    {
        while self.items.len() == 0 {
            let place = self.getters.join();
            if let Err(error) = place.future.clone().await {
                place.future.cancel();
                let is_woken = !place.future.cancelled();
                drop(place);
                if is_woken && self.items.len() != 0 {
                    self.getters.wake_next();
                }
                return Err(error);
            }
        }
        self.get_now()
    }

    fn task_done(&self) -> Result<(), Exception> {
        let left = self.n_unfinished.get() - 1;
        if left < 0 {
            return Err(value_error("task_done() called too many times"));
        }
        self.n_unfinished.set(left);
        if left == 0 {
            self.finished.set();
        }
        Ok(())
    }
}

macro_rules! queues {
    ($($(#[$meta:meta])* $name:ident: $store:ident [$($bound:tt)*];)*) => { $(
        $(#[$meta])*
        pub struct $name<T: Item $($bound)*>(Rc<State<$store<T>>>);

        impl<T: Item $($bound)*> $name<T> {
            /// A queue of up to `maxsize` items; 0 is no limit.
            #[must_use]
            pub fn new(maxsize: i64) -> Self {
                let state = State {
                    items: $store::default(),
                    maxsize,
                    n_unfinished: Cell::new(0),
                    finished: Event::new(),
                    getters: Line::default(),
                    putters: Line::default(),
                };
                state.finished.set();
                $name(Rc::new(state))
            }

            /// `qsize()`.
            #[must_use]
            pub fn qsize(&self) -> i64 {
                self.0.items.len() as i64
            }

            /// `maxsize`.
            #[must_use]
            pub fn maxsize(&self) -> i64 {
                self.0.maxsize
            }

            /// `empty()`.
            #[must_use]
            pub fn empty(&self) -> bool {
                self.0.items.len() == 0
            }

            /// `full()`.
            #[must_use]
            pub fn full(&self) -> bool {
                self.0.is_full()
            }

            /// `put(item)`.
            pub fn put(&self, item: T) -> Coroutine<()> {
                let this = self.clone();
                Coroutine::new(async move { this.0.put(item).await })
            }

            /// `get()`.
            #[must_use]
            pub fn get(&self) -> Coroutine<T> {
                let this = self.clone();
                Coroutine::new(async move { this.0.get().await })
            }

            /// `join()`.
            #[must_use]
            pub fn join(&self) -> Coroutine<()> {
                let this = self.clone();
                Coroutine::new(async move {
                    if this.0.n_unfinished.get() > 0 {
                        this.0.finished.wait().await?;
                    }
                    Ok(())
                })
            }

            raising_methods! {
                /// `put_nowait(item)`.
                fn try_put_nowait / put_nowait(&self, item: T) -> () {
                    self.0.put_now(item)
                }

                /// `get_nowait()`.
                fn try_get_nowait / get_nowait(&self) -> T {
                    self.0.get_now()
                }

                /// `task_done()`.
                fn try_task_done / task_done(&self) -> () {
                    self.0.task_done()
                }
            }

            fn address(&self) -> usize {
                Rc::as_ptr(&self.0).addr()
            }

            /// Python's `self is other`.
            #[must_use]
            pub fn is(&self, other: &Self) -> bool {
                Rc::ptr_eq(&self.0, &other.0)
            }
        }

        impl<T: Item $($bound)*> Clone for $name<T> {
            fn clone(&self) -> Self {
                $name(Rc::clone(&self.0))
            }
        }

        // SAFETY: counts references.
        unsafe impl<T: Item $($bound)*> Item for $name<T> {
            fn same(&self, other: &Self) -> bool {
                self.is(other)
            }
        }

        impl<T: Item $($bound)*> PartialEq for $name<T> {
            fn eq(&self, other: &Self) -> bool {
                self.is(other)
            }
        }

        impl<T: Item $($bound)*> crate::PyHash for $name<T> {
            fn py_hash(&self) -> i64 {
                crate::hash::of_address(self.address())
            }
        }

        impl<T: Item $($bound)*> crate::Truth for $name<T> {
            fn truth(&self) -> bool {
                true
            }
        }

        impl<T: Item $($bound)*> Repr for $name<T> {
            fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!("<", stringify!($name), " at {:#x} maxsize={}>"), self.address(), self.maxsize())
            }
        }
    )* };
}

queues! {
    /// `asyncio.Queue`: first in, first out.
    Queue: Fifo [];
    /// `asyncio.LifoQueue`: last in, first out.
    LifoQueue: Stack [];
    /// `asyncio.PriorityQueue`: the least first.
    PriorityQueue: Heap [+ PartialOrd];
}
