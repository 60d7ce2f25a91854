# `total_ordering` completes a class inside of another one, too.
import functools


class Queue:
    @functools.total_ordering
    class Entry:
        def __init__(self, rank):
            self.rank = rank

        def __eq__(self, other):
            return self.rank == other.rank

        def __lt__(self, other):
            return self.rank < other.rank

    def __init__(self, ranks):
        self.entries = sorted(Queue.Entry(rank) for rank in ranks)


entries = Queue([3, 1, 2]).entries
print([entry.rank for entry in entries], entries[0] <= entries[1], entries[0] >= entries[1])
