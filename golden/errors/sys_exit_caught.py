# sys.exit raises SystemExit, which except Exception does not catch.
import sys

try:
    sys.exit(2)
except SystemExit as e:
    print("caught", e.code)
try:
    try:
        sys.exit()
    except Exception:
        print("never")
except SystemExit as e:
    print(e.code)
try:
    raise SystemExit("bye")
except SystemExit as e:
    print(e)
sys.exit(0)
