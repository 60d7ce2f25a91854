# Only the run knows how many items a list has and which keys a dict: a builtin is not called with them.
def call(function, *args, **kwargs):
    return function(*args, **kwargs)  # error: PT0402


print(call(sorted, [2, 1], reverse=True))
digits = ["11", "2"]
print(int(*digits))  # error: PT0402
