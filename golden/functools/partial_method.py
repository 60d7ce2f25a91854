# A partial method calls another method of its class, with arguments given ahead that a call may override by name.
import functools
from functools import partialmethod


class Lamp:
    def __init__(self):
        self.on = False
        self.switched = 0

    def turn(self, on, *, times=1):
        self.on = on
        self.switched += times
        return self.switched

    switch_on = partialmethod(turn, True)
    switch_off = functools.partialmethod(turn, False, times=2)


class Torch(Lamp):
    pass


for lamp in (Lamp(), Torch()):
    print(lamp.switch_on(), lamp.on, lamp.switch_off(), lamp.on, lamp.switch_off(times=5), lamp.switch_on(times=3))
