# sys.exit raises SystemExit, which except Exception does not catch.
import sys

try:
    sys.exit(2)
except SystemExit as e:
    print("caught", e.code)  # error: PT0305
try:
    try:
        sys.exit()
    except Exception:
        print("never")
except SystemExit as e:
    print(e.code)  # error: PT0305
try:
    raise SystemExit("bye")
except SystemExit as e:
    print(e)
sys.exit(0)
