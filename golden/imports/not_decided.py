# A package that is not of Python's library may be installed, so an import of it is refused in `try`, too, and so are handlers
# that show the text of the exception, which names a path.
try:
    import no_such_package  # error: PT0301
except ImportError:
    no_such_package = None

try:
    from collections import Sequences  # error: PT0302
except ImportError as error:
    print(error)

try:
    from collections import Chains  # error: PT0302
except ImportError:
    raise
