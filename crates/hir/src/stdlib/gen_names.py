"""Writes names.txt: what CPython's library defines, a module a line, for imports that nothing uses.

    python3.11 gen_names.py > names.txt
"""
import importlib
import sys
import warnings

# Importing them does something, asks for a display or is not possible everywhere.
SKIPPED = {"antigravity", "this", "tkinter", "turtle", "turtledemo", "idlelib", "lib2to3", "curses", "msilib",
           "msvcrt", "winreg", "winsound", "nt", "ossaudiodev", "nis", "spwd", "readline", "dbm", "test", "venv",
           "ensurepip", "pydoc_data", "audioop"}
SUBMODULES = ["collections.abc", "concurrent.futures", "email.message", "http.client", "http.server", "importlib.util",
              "json.decoder", "logging.handlers", "multiprocessing.pool", "os.path", "unittest.mock", "urllib.error",
              "urllib.parse", "urllib.request", "xml.dom.minidom", "xml.etree.ElementTree"]

warnings.simplefilter("ignore")
for name in sorted(sys.stdlib_module_names | set(SUBMODULES)):
    if name.startswith("_") or name in SKIPPED:
        continue
    try:
        module = importlib.import_module(name)
    except ImportError:
        continue
    print(name, *sorted(n for n in dir(module) if not n.startswith("_")))
