# x[i] += v and obj.a += v read, add and store; the index is evaluated once.
nums = [1, 2, 3]
nums[1] += 10
nums[-1] *= 5
print(nums)
counts = {"a": 1}
counts["a"] += 1
counts["b"] = counts.get("b", 0) + 1
print(counts)
calls = []


def index():
    calls.append("called")
    return 0


nums[index()] -= 100
print(nums, calls)


class Box:
    def __init__(self):
        self.total = 0
        self.items = []


box = Box()
box.total += 5
box.items += [1, 2]
box.total //= 2
print(box.total, box.items)
grid = [[1, 2], [3, 4]]
grid[1][0] <<= 3
print(grid)
