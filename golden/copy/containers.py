# copy.copy copies one level, copy.deepcopy everything below it.
import copy
from copy import deepcopy

grid = [[1, 2], [3, 4]]
shallow = copy.copy(grid)
deep = deepcopy(grid)
grid[0][0] = 9
grid.append([5])
print(grid, shallow, deep)
graph = {"a": {"b": 1}, "c": {}}
other = copy.deepcopy(graph)
other["a"]["b"] = 7
other["c"]["d"] = 8
print(graph, other)
# What is shared in the original is shared in the copy.
row = [0, 0]
shared = deepcopy([row, row])
shared[0][1] = 5
print(shared, row, shared[0] is shared[1])
print(deepcopy((1, [2], {"x"})), copy.copy({1, 2}), deepcopy("text"), deepcopy(3.5))
