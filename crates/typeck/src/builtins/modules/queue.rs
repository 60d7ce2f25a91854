//! `queue`: queues of one thread.

use super::{LibraryModule, Native};

pub(super) const QUEUE: LibraryModule = LibraryModule {
    name: "queue",
    rows: ROWS,
    by_code: &["Empty", "Full"],
    natives: &[
        Native { name: "Queue", module: "queue", runtime: "queue::Queue", has_functions: false },
        Native { name: "LifoQueue", module: "queue", runtime: "queue::LifoQueue", has_functions: false },
        Native { name: "SimpleQueue", module: "_queue", runtime: "queue::SimpleQueue", has_functions: false },
        Native {
            name: "PriorityQueue",
            module: "queue",
            runtime: "queue::PriorityQueue",
            has_functions: false,
        },
    ],
};

const ROWS: &str = "
queue.Queue(maxsize: int = 0) -> Queue[] => queue::Queue::new
queue.LifoQueue(maxsize: int = 0) -> LifoQueue[] => queue::LifoQueue::new
queue.PriorityQueue(maxsize: int = 0) -> PriorityQueue[] => queue::PriorityQueue::new
queue.SimpleQueue() -> SimpleQueue[] => queue::SimpleQueue::new

Queue.maxsize: int => maxsize
LifoQueue.maxsize: int => maxsize
PriorityQueue.maxsize: int => maxsize

Queue.put(item: e) -> none ; e<item => put
Queue.put(item: e, block: bool = true, timeout: opt[float] = none) -> none ; e<item ; !queue.Full => put_unless_full
Queue.put_nowait(item: e) -> none ; e<item ; !queue.Full => put_nowait
Queue.get() -> e => get
Queue.get(block: bool = true, timeout: opt[float] = none) -> e ; !queue.Empty => get_unless_empty
Queue.get_nowait() -> e ; !queue.Empty => get_nowait
Queue.empty() -> bool => empty
Queue.qsize() -> nat => qsize
Queue.full() -> bool => full
Queue.task_done() -> none ; !ValueError => task_done
Queue.join() -> none => join

LifoQueue.put(item: e) -> none ; e<item => put
LifoQueue.put(item: e, block: bool = true, timeout: opt[float] = none) -> none ; e<item ; !queue.Full => put_unless_full
LifoQueue.put_nowait(item: e) -> none ; e<item ; !queue.Full => put_nowait
LifoQueue.get() -> e => get
LifoQueue.get(block: bool = true, timeout: opt[float] = none) -> e ; !queue.Empty => get_unless_empty
LifoQueue.get_nowait() -> e ; !queue.Empty => get_nowait
LifoQueue.empty() -> bool => empty
LifoQueue.qsize() -> nat => qsize
LifoQueue.full() -> bool => full
LifoQueue.task_done() -> none ; !ValueError => task_done
LifoQueue.join() -> none => join

PriorityQueue.put(item: e) -> none ; e<item ; lt(e) => put
PriorityQueue.put(item: e, block: bool = true, timeout: opt[float] = none) -> none ; e<item ; lt(e) ; !queue.Full => put_unless_full
PriorityQueue.put_nowait(item: e) -> none ; e<item ; lt(e) ; !queue.Full => put_nowait
PriorityQueue.get() -> e ; lt(e) => get
PriorityQueue.get(block: bool = true, timeout: opt[float] = none) -> e ; lt(e) ; !queue.Empty => get_unless_empty
PriorityQueue.get_nowait() -> e ; lt(e) ; !queue.Empty => get_nowait
PriorityQueue.empty() -> bool => empty
PriorityQueue.qsize() -> nat => qsize
PriorityQueue.full() -> bool => full
PriorityQueue.task_done() -> none ; !ValueError => task_done
PriorityQueue.join() -> none => join

SimpleQueue.put(item: e) -> none ; e<item => put
SimpleQueue.put(item: e, block: bool = true, timeout: opt[float] = none) -> none ; e<item ; !queue.Full => put_unless_full
SimpleQueue.put_nowait(item: e) -> none ; e<item ; !queue.Full => put_nowait
SimpleQueue.get() -> e => get
SimpleQueue.get(block: bool = true, timeout: opt[float] = none) -> e ; !queue.Empty => get_unless_empty
SimpleQueue.get_nowait() -> e ; !queue.Empty => get_nowait
SimpleQueue.empty() -> bool => empty
SimpleQueue.qsize() -> nat => qsize
";
