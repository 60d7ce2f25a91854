# `doctest.testmod(extraglobs=...)`: names that all examples see beside the module's.
import doctest
from collections import deque


class Job:
    def __init__(self, name: str) -> None:
        self.name = name


def all_names(jobs: deque[Job]) -> list[str]:
    """
    >>> all_names(queue)
    ['a', 'b']
    >>> queue.append(Job("c"))
    >>> all_names(queue)
    ['a', 'b', 'c']
    """
    return [job.name for job in jobs]


def longest(jobs: deque[Job]) -> int:
    """
    What an example binds is seen by this docstring alone.

    >>> longest(queue) <= limit
    True
    >>> queue = deque()
    >>> longest(queue)
    0
    """
    return max((len(job.name) for job in jobs), default=0)


def size(jobs: deque[Job]) -> int:
    """
    >>> size(queue)
    3
    """
    return len(jobs)


if __name__ == "__main__":
    doctest.testmod(extraglobs={"queue": deque([Job("a"), Job("b")]), "limit": 1})
    print(size(deque()))
