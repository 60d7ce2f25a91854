# Backtracking: queens, sums of subsets, sudoku.
def queens(n: int) -> list[list[int]]:
    solutions = []

    def place(row: int, columns: list[int]) -> None:
        if row == n:
            solutions.append(columns[:])
            return
        for c in range(n):
            if all(c != q and abs(c - q) != row - r for r, q in enumerate(columns)):
                columns.append(c)
                place(row + 1, columns)
                columns.pop()

    place(0, [])
    return solutions


def subset_sum(items, target, chosen=()):
    if target == 0:
        yield list(chosen)
        return
    for i, x in enumerate(items):
        if x <= target:
            yield from subset_sum(items[i + 1:], target - x, chosen + (x,))


def solve(board):
    for r in range(4):
        for c in range(4):
            if board[r][c] == 0:
                for d in range(1, 5):
                    if allowed(board, r, c, d):
                        board[r][c] = d
                        if solve(board):
                            return True
                        board[r][c] = 0
                return False
    return True


def allowed(board, row, col, digit):
    if digit in board[row] or any(board[r][col] == digit for r in range(4)):
        return False
    r0, c0 = row - row % 2, col - col % 2
    return all(board[r][c] != digit for r in range(r0, r0 + 2) for c in range(c0, c0 + 2))


print([len(queens(n)) for n in range(1, 7)], queens(4)[0])
for row in queens(6)[0]:
    print("." * row + "Q" + "." * (5 - row))
print(list(subset_sum([1, 2, 3, 4, 5], 6)))
board = [[1, 0, 0, 0], [0, 0, 3, 0], [0, 4, 0, 0], [0, 0, 0, 2]]
print(solve(board))
for line in board:
    print(*line)
