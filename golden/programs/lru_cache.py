# A cache that forgets the least recently used entry.
class Entry:
    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.prev = self
        self.next = self


class LRUCache:
    def __init__(self, capacity: int):
        self.capacity = capacity
        self.table = {}
        self.ring = Entry()
        self.hits = 0
        self.misses = 0

    def _unlink(self, e):
        e.prev.next, e.next.prev = e.next, e.prev

    def _append(self, e):
        last = self.ring.prev
        last.next = self.ring.prev = e
        e.prev, e.next = last, self.ring

    def get(self, key):
        e = self.table.get(key)
        if e is None:
            self.misses += 1
            return None
        self.hits += 1
        self._unlink(e)
        self._append(e)
        return e.value

    def put(self, key, value):
        if key in self.table:
            e = self.table[key]
            e.value = value
            self._unlink(e)
        else:
            if len(self.table) >= self.capacity:
                oldest = self.ring.next
                self._unlink(oldest)
                del self.table[oldest.key]
            e = Entry(key, value)
            self.table[key] = e
        self._append(e)

    def keys(self):
        out = []
        e = self.ring.next
        while e is not self.ring:
            out.append(e.key)
            e = e.next
        return out


cache = LRUCache(2)
cache.put("a", 1)
cache.put("b", 2)
print(cache.get("a"), cache.keys())
cache.put("c", 3)
print(cache.get("b"), cache.keys(), cache.hits, cache.misses)
cache.put("a", 10)
print(cache.get("a"), cache.keys(), len(cache.table))


def memoize(f):
    cache = LRUCache(50)

    def wrapper(n):
        found = cache.get(n)
        if found is None:
            found = f(n)
            cache.put(n, found)
        return found

    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(30), fib(80))
