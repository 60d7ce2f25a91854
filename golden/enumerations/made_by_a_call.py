# A call of Enum with a name and members makes the class that they describe.
from enum import Enum
Animal = Enum('Animal', 'CAT DOG')
print(Animal.CAT.value, list(Animal), Animal['DOG'])
Color = Enum('Color', ['RED', 'GREEN'])
print(Color.RED, Color(2).name)
Num = Enum('Num', {'ONE': 1, 'TEN': 10})
print([n.value for n in Num])
import enum
Weekday = enum.IntEnum('Weekday', 'MON TUE, WED')
print(Weekday.TUE + 1, Weekday(3), Weekday.__name__)
Pairs = Enum('Pairs', [('A', 'x'), ('B', (1, 2))])
print([p.value for p in Pairs], repr(Pairs.B), Pairs.__members__['A'])
