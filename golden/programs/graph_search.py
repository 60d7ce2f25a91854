# Breadth-first and depth-first search, Dijkstra, topological order.
from collections import deque

GRAPH = {
    "A": ["B", "C"],
    "B": ["D"],
    "C": ["D", "E"],
    "D": ["F"],
    "E": ["F"],
    "F": [],
}


def bfs(graph: dict[str, list[str]], start: str) -> list[str]:
    visited = {start}
    queue = deque([start])
    order = []
    while queue:
        node = queue.popleft()
        order.append(node)
        for neighbour in graph[node]:
            if neighbour not in visited:
                visited.add(neighbour)
                queue.append(neighbour)
    return order


def dfs(graph, node, visited=None):
    if visited is None:
        visited = []
    visited.append(node)
    for n in graph[node]:
        if n not in visited:
            dfs(graph, n, visited)
    return visited


def shortest_path(graph, start, goal):
    paths = [[start]]
    seen = set()
    while paths:
        path = paths.pop(0)
        last = path[-1]
        if last == goal:
            return path
        if last in seen:
            continue
        seen.add(last)
        for n in graph.get(last, []):
            paths.append(path + [n])
    return None


def dijkstra(edges, start):
    distance = {node: float("inf") for node in edges}
    distance[start] = 0
    todo = list(edges)
    while todo:
        node = min(todo, key=lambda n: distance[n])
        todo.remove(node)
        for other, cost in edges[node].items():
            if distance[node] + cost < distance[other]:
                distance[other] = distance[node] + cost
    return distance


def topological(graph):
    order, done = [], set()

    def visit(node):
        if node in done:
            return
        done.add(node)
        for n in graph[node]:
            visit(n)
        order.insert(0, node)

    for node in graph:
        visit(node)
    return order


print(bfs(GRAPH, "A"), dfs(GRAPH, "A"))
print(shortest_path(GRAPH, "A", "F"), shortest_path(GRAPH, "F", "A"))
print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}, "e": {}}, "a"))
print(topological(GRAPH))
