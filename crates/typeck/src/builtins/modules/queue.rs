//! `queue`: queues of one thread.

use super::{LibraryModule, Native};

pub(super) const QUEUE: LibraryModule = LibraryModule {
    name: "queue",
    rows: ROWS,
    by_code: &["Empty", "Full"],
    natives: &[
        Native { name: "Queue", module: "queue", runtime: "queue::Queue", has_functions: false },
        Native { name: "LifoQueue", module: "queue", runtime: "queue::LifoQueue", has_functions: false },
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

Queue.put(item: e) -> none ; e<item => put
Queue.put_nowait(item: e) -> none ; e<item ; !queue.Full => put_nowait
Queue.get() -> e => get
Queue.get_nowait() -> e ; !queue.Empty => get_nowait
Queue.empty() -> bool => empty
Queue.full() -> bool => full
Queue.qsize() -> nat => qsize
Queue.task_done() -> none => task_done

LifoQueue.put(item: e) -> none ; e<item => put
LifoQueue.put_nowait(item: e) -> none ; e<item ; !queue.Full => put_nowait
LifoQueue.get() -> e => get
LifoQueue.get_nowait() -> e ; !queue.Empty => get_nowait
LifoQueue.empty() -> bool => empty
LifoQueue.full() -> bool => full
LifoQueue.qsize() -> nat => qsize
LifoQueue.task_done() -> none => task_done

PriorityQueue.put(item: e) -> none ; e<item ; lt(e) => put
PriorityQueue.put_nowait(item: e) -> none ; e<item ; lt(e) ; !queue.Full => put_nowait
PriorityQueue.get() -> e ; lt(e) => get
PriorityQueue.get_nowait() -> e ; lt(e) ; !queue.Empty => get_nowait
PriorityQueue.empty() -> bool => empty
PriorityQueue.full() -> bool => full
PriorityQueue.qsize() -> nat => qsize
PriorityQueue.task_done() -> none => task_done
";
