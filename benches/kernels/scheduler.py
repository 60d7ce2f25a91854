"""A hierarchy of classes with overridden methods: tasks of three kinds in a queue."""
import sys


class Task:
    def __init__(self, name: str, work: int) -> None:
        self.name = name
        self.work = work
        self.runs = 0

    def step(self, clock: int) -> int:
        raise NotImplementedError

    def done(self) -> bool:
        return self.work <= 0


class Batch(Task):
    def step(self, clock: int) -> int:
        self.runs += 1
        self.work -= 3
        return 3


class Interactive(Task):
    def __init__(self, name: str, work: int, think: int) -> None:
        super().__init__(name, work)
        self.think = think

    def step(self, clock: int) -> int:
        self.runs += 1
        if clock % self.think == 0:
            return 0
        self.work -= 1
        return 1


class Periodic(Batch):
    def __init__(self, name: str, work: int, period: int) -> None:
        super().__init__(name, work)
        self.period = period

    def step(self, clock: int) -> int:
        if clock % self.period != 0:
            return 0
        return super().step(clock)


class Scheduler:
    def __init__(self) -> None:
        self.tasks: list[Task] = []
        self.finished: list[Task] = []
        self.clock = 0
        self.used = 0

    def add(self, task: Task) -> None:
        self.tasks.append(task)

    def run(self) -> None:
        while self.tasks:
            waiting: list[Task] = []
            for task in self.tasks:
                self.used += task.step(self.clock)
                self.clock += 1
                if task.done():
                    self.finished.append(task)
                else:
                    waiting.append(task)
            self.tasks = waiting


def main(n: int) -> None:
    scheduler = Scheduler()
    for i in range(n):
        scheduler.add(Batch(f"batch {i}", 60 + i % 50))
        scheduler.add(Interactive(f"shell {i}", 20 + i % 30, 2 + i % 7))
        scheduler.add(Periodic(f"timer {i}", 30 + i % 11, 3 + i % 5))
    scheduler.run()
    print(scheduler.clock, scheduler.used, sum(task.runs for task in scheduler.finished))
    print(scheduler.finished[0].name, scheduler.finished[-1].name)


main(int(sys.argv[1]))
