from graphlib import CycleError


class TopologicalSorter:
    __module__ = "graphlib"

    def __init__(self, graph=None):
        # How many predecessors are not done: -1 of a node that was passed out, -2 of one that is done.
        self._n_open = {}
        self._successors = {}
        self._ready = []
        self._is_prepared = False
        self._n_out = 0
        self._n_done = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _know(self, node):
        if node not in self._n_open:
            self._n_open[node] = 0
            self._successors[node] = []

    def add(self, node, *predecessors):
        if self._is_prepared:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._know(node)
        self._n_open[node] += len(predecessors)
        for predecessor in predecessors:
            self._know(predecessor)
            self._successors[predecessor].append(node)

    def prepare(self):
        if self._is_prepared:
            raise ValueError("cannot prepare() more than once")
        self._is_prepared = True
        self._ready = [node for node, n_open in self._n_open.items() if n_open == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _find_cycle(self):
        seen = set()
        for start in self._n_open:
            if start in seen:
                continue
            seen.add(start)
            path = [start]
            places = {start: 0}
            steps = [0]
            while path:
                successors = self._successors[path[-1]]
                if steps[-1] == len(successors):
                    del places[path.pop()]
                    steps.pop()
                    continue
                node = successors[steps[-1]]
                steps[-1] += 1
                if node in places:
                    return path[places[node] :] + [node]
                if node not in seen:
                    seen.add(node)
                    places[node] = len(path)
                    path.append(node)
                    steps.append(0)
        return []

    def get_ready(self):
        if not self._is_prepared:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        for node in result:
            self._n_open[node] = -1
        self._ready.clear()
        self._n_out += len(result)
        return result

    def is_active(self):
        if not self._is_prepared:
            raise ValueError("prepare() must be called first")
        return self._n_done < self._n_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if not self._is_prepared:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._n_open:
                raise ValueError(f"node {node!r} was not added using add()")
            n_open = self._n_open[node]
            if n_open >= 0:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if n_open == -2:
                raise ValueError(f"node {node!r} was already marked done")
            self._n_open[node] = -2
            for successor in self._successors[node]:
                self._n_open[successor] -= 1
                if self._n_open[successor] == 0:
                    self._ready.append(successor)
            self._n_done += 1

    def static_order(self):
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)
