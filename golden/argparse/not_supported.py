# A parser that is handed around is not followed.
import argparse


def add_options(parser):
    parser.add_argument("--n")  # error: PT0304


parser = argparse.ArgumentParser()
add_options(parser)
