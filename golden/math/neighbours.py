# The floats beside one, and how far apart they are.
import math

print(math.nextafter(1.0, 2.0), math.nextafter(1.0, 0.0), math.nextafter(0.0, -1.0), math.nextafter(2.0, 2))
print(math.ulp(1.0), math.ulp(-1e300), math.ulp(0.0), math.ulp(math.inf), math.nextafter(math.inf, 0))
print(math.nextafter(-0.0, 0.0), math.nextafter(1.0, math.inf) - 1.0, math.ulp(1.7976931348623157e308))
