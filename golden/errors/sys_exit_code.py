# sys.exit ends the program with its code; finally still runs.
import sys


def main():
    print("working")
    try:
        sys.exit(3)
    finally:
        print("cleanup")


main()
print("never")
