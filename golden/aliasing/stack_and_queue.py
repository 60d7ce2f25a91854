# A stack and a queue that nobody shares.
def order(graph, start):
    seen = [start]
    queue = [start]
    while queue:
        node = queue.pop(0)
        for other in graph[node]:
            if other not in seen:
                seen.append(other)
                queue.append(other)
    stack = [start]
    deep = []
    while stack:
        node = stack.pop()
        if node not in deep:
            deep.append(node)
            stack.extend(reversed(graph[node]))
    return seen, deep


print(order({0: [1, 2], 1: [3], 2: [3], 3: []}, 0))
