# `sys.exit(main())` calls `main` before it ends the program, also where `main` returns nothing.
import sys


def main():
    print("main runs")


def quiet():
    print("quiet runs")


try:
    sys.exit(quiet())
except SystemExit as end:
    print(end.code)

if __name__ == "__main__":
    sys.exit(main())
