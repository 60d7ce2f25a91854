# A binary heap as a priority queue, and Huffman codes built with it.
class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)
        i = len(self.items) - 1
        while i > 0:
            parent = (i - 1) // 2
            if self.items[parent] <= self.items[i]:
                break
            self.items[parent], self.items[i] = self.items[i], self.items[parent]
            i = parent

    def pop(self):
        if not self.items:
            raise IndexError("pop from empty heap")
        top = self.items[0]
        last = self.items.pop()
        if self.items:
            self.items[0] = last
            i = 0
            while (child := 2 * i + 1) < len(self.items):
                if child + 1 < len(self.items) and self.items[child + 1] < self.items[child]:
                    child += 1
                if self.items[i] <= self.items[child]:
                    break
                self.items[i], self.items[child] = self.items[child], self.items[i]
                i = child
        return top

    def __len__(self):
        return len(self.items)


h = Heap()
for n in [5, 3, 8, 1, 9, 2]:
    h.push(n)
print(h.items, [h.pop() for _ in range(len(h))])
try:
    h.pop()
except IndexError as e:
    print("IndexError:", e)
tasks = Heap()
for priority, name in [(3, "sleep"), (1, "eat"), (2, "work"), (1, "drink")]:
    tasks.push((priority, name))
while tasks:
    print(tasks.pop())


def huffman(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    heap = Heap()
    for c, n in sorted(counts.items()):
        heap.push((n, c))
    codes = {c: "" for c in counts}
    while len(heap) > 1:
        n1, group1 = heap.pop()
        n2, group2 = heap.pop()
        for c in group1:
            codes[c] = "0" + codes[c]
        for c in group2:
            codes[c] = "1" + codes[c]
        heap.push((n1 + n2, group1 + group2))
    return codes


codes = huffman("abracadabra")
print(sorted(codes.items()), sum(len(codes[c]) for c in "abracadabra"))
