# Clocks go forward; what they show is nobody's business here.
import time

started = time.perf_counter()
now = time.time()
time.sleep(0.001)
print(now > 1_600_000_000, time.perf_counter() >= started + 0.001, time.monotonic_ns() > 0, time.time_ns() > 10**18)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
