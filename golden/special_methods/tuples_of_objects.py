# Tuples that end in objects: the first items that are not equal decide, so that objects are asked `==` before `<`.
import heapq


class Job:
    def __init__(self, name, cost):
        self.name = name
        self.cost = cost

    def __eq__(self, other):
        return self.cost == other.cost

    def __lt__(self, other):
        return self.cost < other.cost

    def __repr__(self):
        return f"{self.name}{self.cost}"


jobs = [(1, Job("a", 3)), (1, Job("b", 2)), (0, Job("c", 9)), (1, Job("d", 2))]
print(sorted(jobs), min(jobs), max(jobs), jobs[0] < jobs[1])
queue = []
for job in jobs:
    heapq.heappush(queue, job)
print(heapq.heappushpop(queue, (0, Job("e", 1))), [heapq.heappop(queue)[1] for _ in range(len(queue))])
heapq.heapify(jobs)
print(jobs, sorted(jobs, key=lambda pair: (pair[1].name > "b", pair[1])))


# How often each is asked shows.
class Spoken:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print(self.value, "==", other.value)
        return self.value == other.value

    def __lt__(self, other):
        print(self.value, "<", other.value)
        return self.value < other.value

    def __repr__(self):
        return str(self.value)


print(sorted([(1, Spoken(2)), (1, Spoken(1)), (0, Spoken(3))]))
print(max((1, Spoken(2)), (1, Spoken(4)), (1, Spoken(4))))
same = Spoken(5)
print(min([(1, same), (1, same)]))
