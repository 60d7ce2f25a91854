# Warnings go to standard error, unless a filter ignores them, makes exceptions of them, or somebody records them.
import warnings


class OldApi(DeprecationWarning):
    pass


def double(x):
    warnings.warn(f"double({x}) is old", OldApi, stacklevel=2)
    return x * 2


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(double(2), double(3))
    warnings.warn("no category")
print(len(seen), [str(w.message) for w in seen])
print(seen[0].category.__name__, issubclass(seen[0].category, DeprecationWarning), seen[2].category)

with warnings.catch_warnings():
    warnings.simplefilter("error", category=OldApi)
    try:
        double(1)
    except OldApi as e:
        print("raised:", e)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(double(5))

warnings.filterwarnings("ignore", message="quiet")
warnings.warn("quiet, please")
warnings.filterwarnings("error", category=RuntimeWarning)
try:
    warnings.warn("loud", RuntimeWarning)
except RuntimeWarning as e:
    print(type(e).__name__, e)
