# `logging`: messages of a level go out as the program configures it, or bare to standard error where it does not.
import logging
import sys

logger = logging.getLogger("shop")
logger.info("not shown before a configuration")
logger.warning("bare: %d left", 3)


class Account:
    def __init__(self, owner: str) -> None:
        self.log = logging.getLogger("shop.account")
        self.owner = owner
        self.total = 0

    def add(self, amount: int) -> None:
        self.log.debug("adding %s", amount)
        self.total += amount
        self.log.info("%s has %d", self.owner, self.total)


logging.basicConfig(level=logging.INFO, format="[%(levelname)s] %(name)s: %(message)s", stream=sys.stdout)
account = Account("Ann")
account.add(5)
logging.getLogger("shop").setLevel(logging.DEBUG)
account.add(7)
logging.error("of the root: %s", [1, "a"])
logger.log(25, "a level of its own, 100%")
print(logger.level, account.log.getEffectiveLevel(), logging.getLogger("other").isEnabledFor(logging.DEBUG))
print(logger is logging.getLogger("shop"), logging.getLevelName(30), logger)
try:
    logger.setLevel("LOUD")
except ValueError as error:
    print(error)
logging.disable(logging.CRITICAL)
logger.critical("not shown")
