# A parser that is handed around, or has commands of its own, is not followed.
import argparse

parser = argparse.ArgumentParser()
commands = parser.add_subparsers()  # error: PT0304
