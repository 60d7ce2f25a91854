# Packages are used where they are installed. Here none is: programs that can do without get their own way of it.
try:
    import numpy as np

    HAS_NUMPY = True
except ImportError:
    np = None
    HAS_NUMPY = False

try:
    from tqdm import tqdm
except ImportError:

    def tqdm(items, **kwargs):
        return items


try:
    import matplotlib.pyplot as plt
except ModuleNotFoundError:
    plt = None

try:
    from gmpy2 import mpz

    whole, kinds = mpz, (int, type(mpz(1)))
except ImportError:
    whole, kinds = int, (int,)


def mean(values):
    if HAS_NUMPY:
        return float(np.mean(values))
    return sum(values) / len(values)


def squares(n):
    return [whole(i) ** 2 for i in tqdm(range(n), desc="squares")]


print(mean([1, 2, 6]), squares(5))
print("no plot" if plt is None else plt.__name__, isinstance(whole(3), kinds))
