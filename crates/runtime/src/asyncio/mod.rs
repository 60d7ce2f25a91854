//! `asyncio`: coroutines, tasks and an event loop of one thread.
//!
//! A coroutine is a Rust future whose output is a `Result`, so `await` is `.await?`. Nothing of Rust's wakers is used: what
//! suspends says in `suspend` what it waits for, and a task asks that to call it back. What is ready runs first in, first
//! out, in the same turns of the loop as in CPython, since the order of a program's output shows them.
//!
//! Source: Library Reference, "Coroutines and Tasks", "Event Loop", "Synchronization Primitives", "Queues".

mod async_generator;
mod coroutine;
mod current;
mod event_loop;
mod gather;
mod handle;
mod locks;
mod queue;
mod suspend;
mod task;
mod timeout;
mod wait;

pub use async_generator::{AsyncGenerator, AsyncYielder};
pub use coroutine::Coroutine;
pub use current::{CurrentTask, current_task, try_current_task};
pub use event_loop::{
    EventLoop, get_event_loop, get_running_loop, new_event_loop, run, set_event_loop, try_get_running_loop,
    try_run,
};
pub use gather::{Giving, Part, gather, gather_nothing, gather_settled, gather2, gather3, gather4, gather5};
pub use handle::Handle;
pub use locks::{BoundedSemaphore, Condition, Event, Lock, Semaphore};
pub use queue::{LifoQueue, PriorityQueue, Queue};
pub use task::{
    IntoTask, Task, create_named_task, create_task, ensure_future, try_create_named_task, try_create_task,
};
pub use timeout::{Timeout, timeout, timeout_never, try_timeout, try_timeout_never};
pub use wait::{
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, as_completed, item_of, shield, sleep, sleep_for, wait,
    wait_for, wait_for_ever, wait_until, wait_up_to, wait_up_to_until,
};
