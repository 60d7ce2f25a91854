# `exception` logs an error with the traceback of what is being handled, on standard error.
import logging
import os

log = logging.getLogger("worker")
logging.basicConfig(format="%(name)s: %(message)s")


def quotient(n):
    try:
        return 10 // n
    except ZeroDivisionError:
        log.exception("no quotient for %d", n)
        log.warning("again", exc_info=True)
        return None


print(quotient(5), quotient(0), os.getpid() > 0, os.cpu_count() >= 1)
