# A class or function has no value at run time, so that nothing can show or compare it inside a container.
print([int, int])  # error: PT0305
print([int] == [str])  # error: PT0305
