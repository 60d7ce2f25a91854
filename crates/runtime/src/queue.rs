//! `queue`: queues of one thread. What would wait for another thread is a trap, since nothing can come.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;

use crate::exc::{Exception, QueueEmpty, QueueFull, value_error};
use crate::heapq;
use crate::item::Item;
use crate::list::List;
use crate::macros::raising_methods;
use crate::output;
use crate::ranked::Ranked;
use crate::show::Repr;

struct State<T: 'static> {
    items: RefCell<VecDeque<T>>,
    maxsize: i64,
    n_unfinished: Cell<i64>,
}

/// `queue.Queue`: first in, first out.
pub struct Queue<T: 'static>(Rc<State<T>>);

/// `queue.SimpleQueue`: the same without a limit.
pub struct SimpleQueue<T: 'static>(Queue<T>);

/// `queue.LifoQueue`: last in, first out.
pub struct LifoQueue<T: 'static>(Queue<T>);

/// `queue.PriorityQueue`: the least first.
pub struct PriorityQueue<T: 'static> {
    heap: List<T>,
    lt: fn(&T, &T) -> bool,
    maxsize: i64,
    n_unfinished: Rc<Cell<i64>>,
}

fn forever() -> ! {
    output::trap("a queue waits for another thread, and there is none")
}

impl<T: Item> Queue<T> {
    /// `Queue(maxsize)`; 0 is no limit.
    #[must_use]
    pub fn new(maxsize: i64) -> Self {
        Queue(Rc::new(State { items: RefCell::default(), maxsize, n_unfinished: Cell::new(0) }))
    }

    fn take(&self) -> Option<T> {
        self.0.items.borrow_mut().pop_front()
    }

    fn add(&self, item: T) {
        self.0.items.borrow_mut().push_back(item);
    }

    fn unfinished(&self) -> &Cell<i64> {
        &self.0.n_unfinished
    }

    /// `qsize()`.
    #[must_use]
    pub fn qsize(&self) -> i64 {
        self.0.items.borrow().len() as i64
    }

    /// `self.maxsize`.
    #[must_use]
    pub fn maxsize(&self) -> i64 {
        self.0.maxsize
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
        self.0.0.items.borrow_mut().pop_back()
    }

    fn add(&self, item: T) {
        self.0.add(item);
    }

    fn unfinished(&self) -> &Cell<i64> {
        self.0.unfinished()
    }

    /// `qsize()`.
    #[must_use]
    pub fn qsize(&self) -> i64 {
        self.0.qsize()
    }

    /// `self.maxsize`.
    #[must_use]
    pub fn maxsize(&self) -> i64 {
        self.0.maxsize()
    }

    fn address(&self) -> usize {
        self.0.address()
    }
}

impl<T: Item> SimpleQueue<T> {
    /// `SimpleQueue()`.
    #[expect(clippy::new_without_default, reason = "Python makes it by a call")]
    #[must_use]
    pub fn new() -> Self {
        SimpleQueue(Queue::new(0))
    }

    fn take(&self) -> Option<T> {
        self.0.take()
    }

    fn add(&self, item: T) {
        self.0.add(item);
    }

    fn unfinished(&self) -> &Cell<i64> {
        self.0.unfinished()
    }

    /// `qsize()`.
    #[must_use]
    pub fn qsize(&self) -> i64 {
        self.0.qsize()
    }

    /// `self.maxsize`.
    #[must_use]
    pub fn maxsize(&self) -> i64 {
        0
    }

    fn address(&self) -> usize {
        self.0.address()
    }
}

impl<T: Item + PartialOrd> PriorityQueue<T> {
    /// `PriorityQueue(maxsize)`.
    #[must_use]
    pub fn new(maxsize: i64) -> Self {
        PriorityQueue::ordered_by(heapq::less, maxsize)
    }
}

impl<T: Item + Ranked> PriorityQueue<T> {
    /// `PriorityQueue(maxsize)` of items that are compared by their rank.
    #[must_use]
    pub fn ranked(maxsize: i64) -> Self {
        PriorityQueue::ordered_by(heapq::ranked, maxsize)
    }
}

impl<T: Item> PriorityQueue<T> {
    fn ordered_by(lt: fn(&T, &T) -> bool, maxsize: i64) -> Self {
        PriorityQueue { heap: List::new(), lt, maxsize, n_unfinished: Rc::default() }
    }

    fn unfinished(&self) -> &Cell<i64> {
        &self.n_unfinished
    }

    fn take(&self) -> Option<T> {
        heapq::pop(&self.heap, &self.lt).ok()
    }

    fn add(&self, item: T) {
        heapq::push(&self.heap, item, &self.lt);
    }

    /// `qsize()`.
    #[must_use]
    pub fn qsize(&self) -> i64 {
        self.heap.len()
    }

    /// `self.maxsize`.
    #[must_use]
    pub fn maxsize(&self) -> i64 {
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

impl<T: 'static> Clone for SimpleQueue<T> {
    fn clone(&self) -> Self {
        SimpleQueue(self.0.clone())
    }
}

impl<T: 'static> Clone for LifoQueue<T> {
    fn clone(&self) -> Self {
        LifoQueue(self.0.clone())
    }
}

impl<T: 'static> Clone for PriorityQueue<T> {
    fn clone(&self) -> Self {
        PriorityQueue {
            heap: self.heap.clone(),
            lt: self.lt,
            maxsize: self.maxsize,
            n_unfinished: Rc::clone(&self.n_unfinished),
        }
    }
}

macro_rules! queues {
    ($($name:ident),*) => { $(
        impl<T: Item> $name<T> {
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
                self.begin(item);
            }

            /// Adds an item that somebody has to finish.
            fn begin(&self, item: T) {
                self.add(item);
                self.unfinished().set(self.unfinished().get() + 1);
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
                    self.begin(item);
                    Ok(())
                }

                /// `get_nowait()`.
                fn try_get_nowait / get_nowait(&self) -> T {
                    self.take().ok_or_else(|| Exception::empty(QueueEmpty))
                }
            }

            raising_methods! {
                /// `put(item, block, timeout)`: waiting with a limit comes to nothing.
                fn try_put_unless_full / put_unless_full(&self, item: T, block: bool, timeout: Option<f64>) -> () {
                    if block && timeout.is_none() {
                        self.put(item);
                        return Ok(());
                    }
                    self.pass_time(block, timeout, self.full())?;
                    self.try_put_nowait(item)
                }

                /// `get(block, timeout)`: waiting with a limit comes to nothing.
                fn try_get_unless_empty / get_unless_empty(&self, block: bool, timeout: Option<f64>) -> T {
                    if block && timeout.is_none() {
                        return Ok(self.get());
                    }
                    self.pass_time(block, timeout, self.empty())?;
                    self.try_get_nowait()
                }
            }

            /// Waits, where there is something to wait for.
            fn pass_time(&self, block: bool, timeout: Option<f64>, waits: bool) -> Result<(), Exception> {
                let Some(seconds) = timeout.filter(|_| block) else { return Ok(()) };
                if seconds < 0.0 {
                    return Err(value_error("'timeout' must be a non-negative number"));
                }
                if waits { crate::time::try_sleep(seconds) } else { Ok(()) }
            }

            /// `join()`: a trap where that would wait.
            pub fn join(&self) {
                if self.unfinished().get() > 0 {
                    forever();
                }
            }

            raising_methods! {
                /// `task_done()`.
                fn try_task_done / task_done(&self) -> () {
                    let left = self.unfinished().get() - 1;
                    if left < 0 {
                        return Err(value_error("task_done() called too many times"));
                    }
                    self.unfinished().set(left);
                    Ok(())
                }
            }

            /// Python's `self is other`.
            #[must_use]
            pub fn is(&self, other: &Self) -> bool {
                self.address() == other.address()
            }
        }

        // SAFETY: counts references.
        unsafe impl<T: Item> Item for $name<T> {
            fn same(&self, other: &Self) -> bool {
                self.is(other)
            }
        }

        impl<T: Item> PartialEq for $name<T> {
            fn eq(&self, other: &Self) -> bool {
                self.is(other)
            }
        }

        impl<T: Item> crate::PyHash for $name<T> {
            fn py_hash(&self) -> i64 {
                crate::hash::of_address(self.address())
            }
        }

        impl<T: Item> crate::Truth for $name<T> {
            fn truth(&self) -> bool {
                true
            }
        }

        impl<T: Item> Repr for $name<T> {
            fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!("<queue.", stringify!($name), " object at {:#x}>"), self.address())
            }
        }
    )* };
}

queues!(Queue, SimpleQueue, LifoQueue, PriorityQueue);
