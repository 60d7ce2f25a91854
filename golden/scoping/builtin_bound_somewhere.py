# What a branch that does not run binds leaves the builtin of that name as it is. Versions of Python are known; a builtin
# that only the run knows about is refused.
import sys

if sys.version_info < (3,):
    range = xrange
    input = raw_input
elif_text = "3" if sys.version_info >= (3, 0) else "2"

if sys.version_info[0] == 2:
    str = unicode
else:
    unicode = str

print(list(range(3)), unicode(4), elif_text)

if len(sys.argv) > 9:

    def sum(items):
        return 0


print(sum([1, 2]))  # error: PT0305

for item in []:
    max = item
print(max(1, 2))  # error: PT0305
