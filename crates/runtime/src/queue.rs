//! `queue`: queues of one thread. What would wait for another thread is a trap, since nothing can come.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;

use crate::exc::{Exception, QueueEmpty, QueueFull};
use crate::heapq;
use crate::item::Item;
use crate::list::List;
use crate::macros::raising_methods;
use crate::output;
use crate::show::Repr;

struct State<T: 'static> {
    items: VecDeque<T>,
    maxsize: i64,
}

/// `queue.Queue`: first in, first out.
pub struct Queue<T: 'static>(Rc<RefCell<State<T>>>);

/// `queue.LifoQueue`: last in, first out.
pub struct LifoQueue<T: 'static>(Queue<T>);

/// `queue.PriorityQueue`: the least first.
pub struct PriorityQueue<T: 'static> {
    heap: List<T>,
    maxsize: i64,
}

fn forever() -> ! {
    output::trap("a queue waits for another thread, and there is none")
}

impl<T: Item> Queue<T> {
    /// `Queue(maxsize)`; 0 is no limit.
    #[must_use]
    pub fn new(maxsize: i64) -> Self {
        Queue(Rc::new(RefCell::new(State { items: VecDeque::new(), maxsize })))
    }

    fn take_front(&self) -> Option<T> {
        self.0.borrow_mut().items.pop_front()
    }

    fn take(&self) -> Option<T> {
        self.take_front()
    }

    fn add(&self, item: T) {
        self.0.borrow_mut().items.push_back(item);
    }

    /// `qsize()`.
    #[must_use]
    pub fn qsize(&self) -> i64 {
        self.0.borrow().items.len() as i64
    }

    fn maxsize(&self) -> i64 {
        self.0.borrow().maxsize
    }

    fn address(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }
}

impl<T: Item> LifoQueue<T> {
    /// `LifoQueue(maxsize)`.
    #[must_use]
    pub fn new(maxsize: i64) -> Self {
        LifoQueue(Queue::new(maxsize))
    }

    fn take(&self) -> Option<T> {
        self.0.0.borrow_mut().items.pop_back()
    }

    fn add(&self, item: T) {
        self.0.add(item);
    }

    /// `qsize()`.
    #[must_use]
    pub fn qsize(&self) -> i64 {
        self.0.qsize()
    }

    fn maxsize(&self) -> i64 {
        self.0.maxsize()
    }

    fn address(&self) -> usize {
        self.0.address()
    }
}

impl<T: Item + PartialOrd> PriorityQueue<T> {
    /// `PriorityQueue(maxsize)`.
    #[must_use]
    pub fn new(maxsize: i64) -> Self {
        PriorityQueue { heap: List::new(), maxsize }
    }

    fn take(&self) -> Option<T> {
        heapq::try_heappop(&self.heap).ok()
    }

    fn add(&self, item: T) {
        heapq::heappush(&self.heap, item);
    }

    /// `qsize()`.
    #[must_use]
    pub fn qsize(&self) -> i64 {
        self.heap.len()
    }

    fn maxsize(&self) -> i64 {
        self.maxsize
    }

    fn address(&self) -> usize {
        self.heap.id()
    }
}

impl<T: 'static> Clone for Queue<T> {
    fn clone(&self) -> Self {
        Queue(Rc::clone(&self.0))
    }
}

impl<T: 'static> Clone for LifoQueue<T> {
    fn clone(&self) -> Self {
        LifoQueue(self.0.clone())
    }
}

impl<T: 'static> Clone for PriorityQueue<T> {
    fn clone(&self) -> Self {
        PriorityQueue { heap: self.heap.clone(), maxsize: self.maxsize }
    }
}

macro_rules! queues {
    ($($name:ident [$($bound:tt)*];)*) => { $(
        impl<T: Item $($bound)*> $name<T> {
            /// `empty()`.
            #[must_use]
            pub fn empty(&self) -> bool {
                self.qsize() == 0
            }

            /// `full()`.
            #[must_use]
            pub fn full(&self) -> bool {
                (1..=self.qsize()).contains(&self.maxsize())
            }

            /// `put(item)`; a trap where that would wait.
            pub fn put(&self, item: T) {
                if self.full() {
                    forever();
                }
                self.add(item);
            }

            /// `get()`; a trap where that would wait.
            pub fn get(&self) -> T {
                self.take().unwrap_or_else(|| forever())
            }

            raising_methods! {
                /// `put_nowait(item)`.
                fn try_put_nowait / put_nowait(&self, item: T) -> () {
                    if self.full() {
                        return Err(Exception::empty(QueueFull));
                    }
                    self.add(item);
                    Ok(())
                }

                /// `get_nowait()`.
                fn try_get_nowait / get_nowait(&self) -> T {
                    self.take().ok_or_else(|| Exception::empty(QueueEmpty))
                }
            }

            /// `task_done()`: nobody waits for it.
            pub fn task_done(&self) {}

            /// Python's `self is other`.
            #[must_use]
            pub fn is(&self, other: &Self) -> bool {
                self.address() == other.address()
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
                write!(f, concat!("<queue.", stringify!($name), " object at {:#x}>"), self.address())
            }
        }
    )* };
}

queues! {
    Queue [];
    LifoQueue [];
    PriorityQueue [+ PartialOrd];
}
