# graphlib orders the nodes of a graph so that each comes behind those that it depends on, at once or step by step.
from graphlib import CycleError, TopologicalSorter

recipe = {"cake": ["dough", "cream"], "dough": ["flour", "eggs"], "cream": ["milk"]}
print(list(TopologicalSorter(recipe).static_order()))

sorter = TopologicalSorter()
sorter.add(1, 2, 3)
sorter.add(2, 3)
sorter.add(4)
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready)
    sorter.done(*ready)
print(bool(sorter))

for graph in [{1: {2}, 2: {1}}, {1: [2], 2: [3], 3: [2, 4], 4: [5]}]:
    try:
        print(list(TopologicalSorter(graph).static_order()))
    except CycleError as error:
        print(error.args[0], error.args[1])

# Each step has its time.
late = TopologicalSorter({"a": ["b"]})
for step in (late.get_ready, late.is_active):
    try:
        step()
    except ValueError as error:
        print(error)
late.prepare()
for node in ("x", "a"):
    try:
        late.done(node)
    except ValueError as error:
        print(error)
try:
    late.add("c")
except ValueError as error:
    print(error)
