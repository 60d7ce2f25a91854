# Handlers write what loggers say, each in its own format, from its own level on; loggers below say it to those above.
import io
import logging
import sys


class Lines(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


class Shouting(logging.Formatter):
    def format(self, record):
        return super().format(record).upper() + "!"


class OnlyErrors:
    def filter(self, record):
        return record.levelno >= logging.ERROR


logger = logging.getLogger("shop")
logger.setLevel(logging.DEBUG)
console = logging.StreamHandler(sys.stdout)
console.setLevel(logging.INFO)
console.setFormatter(logging.Formatter("%(levelname)-8s %(name)s: %(message)s"))
logger.addHandler(console)
memory = io.StringIO()
shouting = logging.StreamHandler(memory)
shouting.setFormatter(Shouting("%(message)s"))
logger.addHandler(shouting)
lines = Lines()
lines.addFilter(OnlyErrors())
logger.addHandler(lines)

logger.debug("opened at %d", 9)
logger.info("sold %s", "tea")
logging.getLogger("shop.cellar").error("no %s left", "wine")
print(memory.getvalue().splitlines(), lines.lines, len(logger.handlers))


def configured(name):
    log = logging.getLogger(name)
    if not log.handlers:
        log.addHandler(logging.NullHandler())
        log.propagate = False
    return log


print(configured("quiet") is configured("quiet"), configured("quiet").hasHandlers())
configured("quiet").error("unheard")
logger.removeHandler(console)
logger.warning("closed")
print(memory.getvalue().splitlines()[-1])
