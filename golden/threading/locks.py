# A lock keeps other threads out; a program of one thread only sees whether it is held.
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self.value = 0

    def increment(self, by=1):
        with self._lock:
            self.value += by
            return self.value


class Singleton:
    _instance = None
    _lock = threading.RLock()

    @classmethod
    def get(cls):
        with cls._lock:
            if cls._instance is None:
                with cls._lock:
                    cls._instance = cls()
        return cls._instance


counter = Counter()
print(counter.increment(), counter.increment(5), counter._lock.locked())
print(Singleton.get() is Singleton.get())
lock = threading.Lock()
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0), lock.locked())
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
