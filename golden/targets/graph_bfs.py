# Breadth-first search over a dictionary of lists, with a queue.
from collections import deque

GRAPH = {
    "home": ["shop", "park"],
    "shop": ["bank", "home"],
    "park": ["lake"],
    "bank": ["lake", "port"],
    "lake": ["port"],
    "port": [],
}


def shortest_path(graph: dict[str, list[str]], start: str, goal: str) -> list[str] | None:
    """The first of the shortest paths, by breadth-first search."""
    parents: dict[str, str] = {}
    seen = {start}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        if node == goal:
            path = [node]
            while path[-1] != start:
                path.append(parents[path[-1]])
            path.reverse()
            return path
        for neighbour in graph[node]:
            if neighbour not in seen:
                seen.add(neighbour)
                parents[neighbour] = node
                queue.append(neighbour)
    return None


path = shortest_path(GRAPH, "home", "port")
if path is not None:
    print(" -> ".join(path), len(path) - 1)
print(shortest_path(GRAPH, "lake", "home"))
