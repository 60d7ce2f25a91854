# A fraction, or a decimal, equals a complex number without an imaginary part.
from decimal import Decimal
from fractions import Fraction

z = 0.375 + 0j
print(Fraction(3, 8) == z, z == Fraction(3, 8), Fraction(3, 8) != z, Fraction(3, 8) == complex(0.375, 0.2))
print(Fraction(1, 2) in [z, 0.5 + 0j], Decimal("0.375") == z, Decimal("0.375") == 1j)
