import asyncio as _asyncio


class TaskGroup:
    __module__ = "asyncio.taskgroups"

    def __init__(self):
        self._parent = None
        self._is_entered = False
        self._is_exiting = False
        self._is_aborting = False
        self._has_cancelled_parent = False
        self._tasks = []
        self._errors = []
        self._base_error = None
        self._all_done = None

    async def __aenter__(self):
        if self._is_entered:
            raise RuntimeError("TaskGroup <TaskGroup entered> has already been entered")
        self._parent = _asyncio.current_task()
        self._is_entered = True
        return self

    def create_task(self, coro, *, name=None):
        if not self._is_entered:
            raise RuntimeError("TaskGroup <TaskGroup> has not been entered")
        if self._is_exiting and not self._tasks:
            raise RuntimeError("TaskGroup <TaskGroup entered> is finished")
        if self._is_aborting:
            raise RuntimeError("TaskGroup <TaskGroup cancelling> is shutting down")
        task = _asyncio.create_task(coro) if name is None else _asyncio.create_task(coro, name=name)
        handle = task._erased()
        self._tasks.append(handle)
        handle._then(lambda: self._ended(handle))
        return task

    def _ended(self, handle):
        self._tasks = [other for other in self._tasks if other is not handle]
        if self._all_done is not None and not self._tasks and not self._all_done.done():
            self._all_done.set_result(True)
        if handle.cancelled():
            return
        error = handle._failure()
        if error is None:
            return
        self._errors.append(error)
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if not self._is_aborting and not self._has_cancelled_parent:
            self._abort()
            self._has_cancelled_parent = True
            self._parent.cancel()

    def _abort(self):
        self._is_aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    async def __aexit__(self, kind, error, trace):
        self._is_exiting = True
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        cancelled = error if isinstance(error, _asyncio.CancelledError) else None
        if self._has_cancelled_parent and self._parent.uncancel() == 0:
            cancelled = None
        if error is not None and not self._is_aborting:
            self._abort()
        while self._tasks:
            self._all_done = _asyncio.get_running_loop().create_future()
            try:
                await self._all_done
            except _asyncio.CancelledError as cancel:
                if not self._is_aborting:
                    cancelled = cancel
                    self._abort()
            self._all_done = None
        if self._base_error is not None:
            raise self._base_error
        if cancelled is not None and not self._errors:
            raise cancelled
        if error is not None and not isinstance(error, _asyncio.CancelledError):
            self._errors.append(error)
        if self._errors:
            raise _exception_group("unhandled errors in a TaskGroup", self._errors) from None
