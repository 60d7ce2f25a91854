# Modules that are not translated are refused where they are used, and at once where CPython's library has no such thing.
import socket  # error: PT0301
from contextlib import chdir  # error: PT0301
from collections import Chains  # error: PT0302
import no_such_module  # error: PT0301

print(socket.gethostname(), chdir)
