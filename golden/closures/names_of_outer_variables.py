# A function's own variable beside one of the same name that it hands on to the functions that it calls.
def solve(puzzle, words):
    def check(i):
        return puzzle[i] == ""

    def backtrack(puzzle, words):
        def deeper(puzzle):
            if check(1):
                puzzle = puzzle + ["deep"]
            return puzzle
        for i in range(2):
            if check(i):
                puzzle[i] = words[0]
                return deeper(puzzle)
        return deeper(["none"])

    return backtrack(puzzle, words), backtrack(["", ""], words)


print(solve(["1", ""], ["x"]))

def outer(n):
    total = 0
    def add(k):
        nonlocal total
        total += k
    def twice(total):
        add(total)
        add(total)
        return total * 10
    r = [twice(i) for i in range(n)]
    return r, total
print(outer(4))
