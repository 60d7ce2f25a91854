# Tuples longer than those that Rust's traits know: they are held as sequences.
from collections import namedtuple

PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47)


def small_factor(n, primes=(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)):
    found = [p for p in primes if n % p == 0]
    return found[0] if found else None


print(PRIMES, len(PRIMES), PRIMES[3], PRIMES[-1], sum(PRIMES), PRIMES[2:4])
print(small_factor(91), small_factor(43))
record = (1, "a", 2.5, None, 3, "b", 4.5, None, 5, "c", 6.5, None, 7)
print(record, record[1], record.index("c"), record == record[:12] + (7,))
a, b, c, d, e, f, g, h, i, j, k, l, m = PRIMES[:13]
print(a, m, a + m)
months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan")
print({months: 1}[months], hash(months) == hash(tuple(list(months))), months < months + ("x",))
one = (1, 2, 3, 4, 5, 6, 7)
print(one + one, (one + one)[7])
Register = namedtuple("Register", "a b c d e f g h i j k l m n")
register = Register(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)
print(register, register[13], hash(register))
print(register < register._replace(n=15), register < register._replace(l=0), {register: 1}[register])
