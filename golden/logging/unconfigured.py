# The functions of the module configure it with what Python does by default: level, name and message on standard error.
from logging import info, warning

info("below the level")
warning("disk is %d%% full", 91)
