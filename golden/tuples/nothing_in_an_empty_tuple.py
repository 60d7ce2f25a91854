# `index` and `count` of a tuple that is always empty, as a default is.
def topological(graph):
    state = {}
    out = []
    def visit(node, trail=()):
        if state.get(node) == 2: return
        if state.get(node) == 1:
            raise ValueError(" -> ".join(trail[trail.index(node):] + (node,)))
        state[node] = 1
        for dep in graph.get(node, ()):
            visit(dep, trail + (node,))
        state[node] = 2
        out.append(node)
    for node in graph: visit(node)
    return out
print(topological({"a": ["b"], "b": []}))
try: topological({"a": ["b"], "b": ["a"]})
except ValueError as e: print(e)
def f(xs, x):
    try: return xs.index(x)
    except ValueError as e: return str(e)
print(f([], "a"), f((), "a"), f([], 1))
xs = []
try: xs.remove("q")
except ValueError as e: print(e)
print([].count(1), ().count("x"))
