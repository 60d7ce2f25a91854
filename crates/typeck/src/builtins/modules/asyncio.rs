//! `asyncio`. Coroutines, tasks and asynchronous generators are containers of what comes out of them.

use super::{LibraryModule, Native};

/// The word for what an `async def` returns.
pub const COROUTINE: &str = "coroutine";
/// For tasks and futures.
pub const TASK: &str = "Task";
/// The class of a task whose result is not known.
pub const CURRENT_TASK: &str = "CurrentTask";
/// For what an `async def` with a `yield` returns.
pub const ASYNC_GENERATOR: &str = "async_generator";

const fn native(name: &'static str, runtime: &'static str) -> Native {
    Native { name, module: "asyncio", runtime, has_functions: false }
}

pub(super) const ASYNCIO: LibraryModule = LibraryModule {
    name: "asyncio",
    rows: ROWS,
    by_code: &["CancelledError", "InvalidStateError", "QueueEmpty", "QueueFull"],
    natives: &[
        native(COROUTINE, "asyncio::Coroutine"),
        native(ASYNC_GENERATOR, "asyncio::AsyncGenerator"),
        native(TASK, "asyncio::Task"),
        native(CURRENT_TASK, "asyncio::CurrentTask"),
        native("EventLoop", "asyncio::EventLoop"),
        native("AsyncQueue", "asyncio::Queue"),
        native("AsyncLifoQueue", "asyncio::LifoQueue"),
        native("AsyncPriorityQueue", "asyncio::PriorityQueue"),
        native("Lock", "asyncio::Lock"),
        native("Event", "asyncio::Event"),
        native("Condition", "asyncio::Condition"),
        native("Semaphore", "asyncio::Semaphore"),
        native("BoundedSemaphore", "asyncio::BoundedSemaphore"),
        native("Timeout", "asyncio::Timeout"),
        native("Handle", "asyncio::Handle"),
    ],
};

const ROWS: &str = "
asyncio.run(main: coroutine[e]) -> awaited[main] ; !RuntimeError => asyncio::run
asyncio.create_task(coro: coroutine[e]) -> shared[Task, coro] ; !RuntimeError => asyncio::create_task
asyncio.create_task(coro: coroutine[e], *, name: str) -> shared[Task, coro] ; !RuntimeError => asyncio::create_named_task
asyncio.current_task() -> CurrentTask ; !RuntimeError => asyncio::current_task
asyncio.ensure_future(coro_or_future: awaitable) -> shared[Task, coro_or_future] => asyncio::ensure_future
asyncio.shield(arg: awaitable) -> shared[Task, arg] => asyncio::shield
asyncio._gather2(a: awaitable, b: awaitable) -> Task[tup[awaited[a], awaited[b]]] => asyncio::gather2
asyncio._gather3(a: awaitable, b: awaitable, c: awaitable) -> Task[tup[awaited[a], awaited[b], awaited[c]]] => asyncio::gather3
asyncio._gather4(a: awaitable, b: awaitable, c: awaitable, d: awaitable) -> Task[tup[awaited[a], awaited[b], awaited[c], awaited[d]]] => asyncio::gather4
asyncio._gather5(a: awaitable, b: awaitable, c: awaitable, d: awaitable, e: awaitable) -> Task[tup[awaited[a], awaited[b], awaited[c], awaited[d], awaited[e]]] => asyncio::gather5
asyncio.gather() -> Task[list[]] => asyncio::gather_nothing
asyncio.gather(*coros_or_futures: awaitable) -> Task[list[awaited[coros_or_futures]]] => asyncio::gather
asyncio.gather(*coros_or_futures: awaitable, return_exceptions: bool) -> Task[list[awaited[coros_or_futures]|exception]] => asyncio::gather_settled
asyncio.FIRST_COMPLETED: str => asyncio::FIRST_COMPLETED
asyncio.FIRST_EXCEPTION: str => asyncio::FIRST_EXCEPTION
asyncio.ALL_COMPLETED: str => asyncio::ALL_COMPLETED
asyncio.wait(fs: iter, *, timeout: float|none?, return_when: &str?) -> coroutine[tup[set[it[fs]], set[it[fs]]]] ; hash(it[fs]) => asyncio::wait|timeout:asyncio::wait_up_to|return_when:asyncio::wait_until|timeout+return_when:asyncio::wait_up_to_until
asyncio.as_completed(fs: iter) -> iterator[shared[coroutine, it[fs]]] => asyncio::as_completed
asyncio.sleep(delay: float) -> coroutine[none] => asyncio::sleep
asyncio.sleep(delay: float, result: as[result]) -> coroutine[result] => asyncio::sleep_for
asyncio.wait_for(fut: awaitable, timeout: float|none?) -> shared[coroutine, fut] => asyncio::wait_for_ever|timeout:asyncio::wait_for
asyncio.timeout(delay: float|none?) -> Timeout ; !RuntimeError => asyncio::timeout_never|delay:asyncio::timeout
asyncio.get_event_loop() -> EventLoop => asyncio::get_event_loop
asyncio.new_event_loop() -> EventLoop => asyncio::new_event_loop
asyncio.set_event_loop(loop: &EventLoop) -> none => asyncio::set_event_loop
asyncio.get_running_loop() -> EventLoop ; !RuntimeError => asyncio::get_running_loop
asyncio.Queue(maxsize: int = 0) -> AsyncQueue[] => asyncio::Queue::new
asyncio.LifoQueue(maxsize: int = 0) -> AsyncLifoQueue[] => asyncio::LifoQueue::new
asyncio.PriorityQueue(maxsize: int = 0) -> AsyncPriorityQueue[] => asyncio::PriorityQueue::new
asyncio.Future() -> Task[] => asyncio::Task::new
asyncio.Lock() -> Lock => asyncio::Lock::new
asyncio.Event() -> Event => asyncio::Event::new
asyncio.Condition() -> Condition => asyncio::Condition::new
asyncio.Condition(lock: &Lock) -> Condition => asyncio::Condition::of
asyncio.Semaphore(value: int = 1) -> Semaphore ; !ValueError => asyncio::Semaphore::new
asyncio.BoundedSemaphore(value: int = 1) -> BoundedSemaphore ; !ValueError => asyncio::BoundedSemaphore::new

coroutine.send(value: none) -> none ; stop(e) ; !StopIteration => send
coroutine.throw(typ: exception) -> none ; stop(e) ; !StopIteration => throw
coroutine.close() -> none ; !RuntimeError => close
async_generator.__aiter__() -> self => clone
async_generator.__anext__() -> shared[coroutine, self] => anext
async_generator.athrow(typ: exception) -> shared[coroutine, self] => athrow
async_generator.aclose() -> coroutine[none] => aclose

Task.done() -> bool => done
Task.cancelled() -> bool => cancelled
Task.cancel(msg: str?) -> bool => cancel|cancel_saying
Task.result() -> e ; !asyncio.InvalidStateError => result
Task.exception() -> exception|none ; !asyncio.InvalidStateError => exception
Task.set_exception(exception: exception) -> none ; !asyncio.InvalidStateError => set_exception
Task.set_result(result: e) -> none ; e<result ; !asyncio.InvalidStateError => set_result
Task.get_name() -> str => get_name
Task.set_name(value: str) -> none => set_name
Task.add_done_callback(fn: fn[self]) -> none ; later => add_done_callback

Task._erased() -> CurrentTask => erased

Task.cancelling() -> int => cancelling
Task.uncancel() -> int => uncancel

CurrentTask.done() -> bool => done
CurrentTask.cancelled() -> bool => cancelled
CurrentTask.cancel() -> bool => cancel
CurrentTask.cancelling() -> int => cancelling
CurrentTask.uncancel() -> int => uncancel
CurrentTask.get_name() -> str => get_name
CurrentTask.set_name(value: str) -> none => set_name
CurrentTask._failure() -> exception|none => failure
CurrentTask._then(fn: fn[]) -> none ; later => then

EventLoop.run_until_complete(future: awaitable) -> awaited[future] ; !RuntimeError => run_until_complete
EventLoop.create_task(coro: coroutine[e]) -> shared[Task, coro] ; !RuntimeError => create_task
EventLoop.create_future() -> Task[] => create_future
EventLoop.time() -> float => time
EventLoop.call_soon(callback: fn[]) -> Handle ; later => soon
EventLoop.call_soon(callback: fn[a], a: as[a]) -> Handle ; later => soon_with
EventLoop.call_soon(callback: fn[a, b], a: as[a], b: as[b]) -> Handle ; later => soon_with_two
EventLoop.call_later(delay: float, callback: fn[]) -> Handle ; later => later
EventLoop.call_later(delay: float, callback: fn[a], a: as[a]) -> Handle ; later => later_with
EventLoop.call_later(delay: float, callback: fn[a, b], a: as[a], b: as[b]) -> Handle ; later => later_with_two
EventLoop.call_at(when: float, callback: fn[]) -> Handle ; later => at
EventLoop.call_at(when: float, callback: fn[a], a: as[a]) -> Handle ; later => at_with
EventLoop.run_forever() -> none ; !RuntimeError => run_forever
EventLoop.stop() -> none => stop
EventLoop.close() -> none => close
EventLoop.is_running() -> bool => is_running
EventLoop.is_closed() -> bool => is_closed

AsyncQueue.maxsize: int => maxsize
AsyncLifoQueue.maxsize: int => maxsize
AsyncPriorityQueue.maxsize: int => maxsize
AsyncQueue.put(item: e) -> coroutine[none] ; e<item => put
AsyncQueue.put_nowait(item: e) -> none ; e<item ; !asyncio.QueueFull => put_nowait
AsyncQueue.get() -> shared[coroutine, self] => get
AsyncQueue.get_nowait() -> e ; !asyncio.QueueEmpty => get_nowait
AsyncQueue.join() -> coroutine[none] => join
AsyncQueue.task_done() -> none ; !ValueError => task_done
AsyncQueue.qsize() -> nat => qsize
AsyncQueue.empty() -> bool => empty
AsyncQueue.full() -> bool => full
AsyncLifoQueue.put(item: e) -> coroutine[none] ; e<item => put
AsyncLifoQueue.put_nowait(item: e) -> none ; e<item ; !asyncio.QueueFull => put_nowait
AsyncLifoQueue.get() -> shared[coroutine, self] => get
AsyncLifoQueue.get_nowait() -> e ; !asyncio.QueueEmpty => get_nowait
AsyncLifoQueue.join() -> coroutine[none] => join
AsyncLifoQueue.task_done() -> none ; !ValueError => task_done
AsyncLifoQueue.qsize() -> nat => qsize
AsyncLifoQueue.empty() -> bool => empty
AsyncLifoQueue.full() -> bool => full
AsyncPriorityQueue.put(item: e) -> coroutine[none] ; e<item ; lt(e) => put
AsyncPriorityQueue.put_nowait(item: e) -> none ; e<item ; lt(e) ; !asyncio.QueueFull => put_nowait
AsyncPriorityQueue.get() -> shared[coroutine, self] ; lt(e) => get
AsyncPriorityQueue.get_nowait() -> e ; lt(e) ; !asyncio.QueueEmpty => get_nowait
AsyncPriorityQueue.join() -> coroutine[none] => join
AsyncPriorityQueue.task_done() -> none ; !ValueError => task_done
AsyncPriorityQueue.qsize() -> nat => qsize
AsyncPriorityQueue.empty() -> bool => empty
AsyncPriorityQueue.full() -> bool => full

Lock.__aenter__() -> none => enter
Lock.__aexit__() -> none ; !RuntimeError => leave
Lock.acquire() -> coroutine[bool] => acquire
Lock.release() -> none ; !RuntimeError => release
Lock.locked() -> bool => locked

Event.wait() -> coroutine[bool] => wait
Event.set() -> none => set
Event.clear() -> none => clear
Event.is_set() -> bool => is_set

Condition.__aenter__() -> none => enter
Condition.__aexit__() -> none ; !RuntimeError => leave
Condition.acquire() -> coroutine[bool] => acquire
Condition.release() -> none ; !RuntimeError => release
Condition.locked() -> bool => locked
Condition.wait() -> coroutine[bool] => wait
Condition.wait_for(predicate: fn[]->bool) -> coroutine[bool] => wait_for
Condition.notify(n: int = 1) -> none ; !RuntimeError => notify
Condition.notify_all() -> none ; !RuntimeError => notify_all

Semaphore.__aenter__() -> none => enter
Semaphore.__aexit__() -> none => leave
Semaphore.acquire() -> coroutine[bool] => acquire
Semaphore.release() -> none => release
Semaphore.locked() -> bool => locked

BoundedSemaphore.__aenter__() -> none => enter
BoundedSemaphore.__aexit__() -> none ; !ValueError => leave
BoundedSemaphore.acquire() -> coroutine[bool] => acquire
BoundedSemaphore.release() -> none ; !ValueError => release
BoundedSemaphore.locked() -> bool => locked

Handle.cancel() -> none => cancel
Handle.cancelled() -> bool => cancelled

Timeout.__aenter__() -> self => enter
Timeout.__aexit__(outcome: any) -> none => leave
Timeout.expired() -> bool => expired
";
