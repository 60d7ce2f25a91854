"""Prints smaller variants of a program as a JSON list, the smallest first.

usage: reduce.py PROGRAM.py

A variant lacks statements of one block (halves, then single ones), has a compound statement replaced by its body, or an
expression by one of its parts or by a literal.
"""

import ast
import copy
import json
import sys

BLOCKS = ("body", "orelse", "finalbody", "handlers")


def paths(node, path=()):
    """All nodes below, each with the way that leads there."""
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield path + (name,), value
            yield from paths(value, path + (name,))
        elif isinstance(value, list):
            for at, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield path + ((name, at),), item
                    yield from paths(item, path + ((name, at),))


def replaced(tree, path, new):
    """A copy of the tree with `new` (a node, or statements in a block) at `path`."""
    tree = copy.deepcopy(tree)
    node = tree
    for step in path[:-1]:
        node = getattr(node, step[0])[step[1]] if isinstance(step, tuple) else getattr(node, step)
    step = path[-1]
    if not isinstance(step, tuple):
        setattr(node, step, new)
    elif isinstance(new, list):
        getattr(node, step[0])[step[1] : step[1] + 1] = new
    else:
        getattr(node, step[0])[step[1]] = new
    return tree


def cuts(tree):
    """Blocks without some of their statements."""
    for path, node in [((), tree), *paths(tree)]:
        for name in BLOCKS:
            block = getattr(node, name, None)
            if not isinstance(block, list) or not block:
                continue
            size = len(block)
            while size:
                for start in range(0, len(block), size):
                    rest = block[:start] + block[start + size :]
                    if name == "body" and not rest and path:
                        rest = [ast.Pass()]
                    if [type(item) for item in rest] != [type(item) for item in block]:
                        yield replaced(tree, path + (name,), rest)
                size //= 2


def hoisted(tree):
    """Compound statements replaced by what they hold."""
    for path, node in paths(tree):
        if isinstance(node, (ast.If, ast.For, ast.While, ast.Try, ast.With)):
            for name in ("body", "orelse", "finalbody"):
                if getattr(node, name, None):
                    yield replaced(tree, path, getattr(node, name))


def simpler(tree):
    """Expressions replaced by their parts, or by literals."""
    for path, node in paths(tree):
        if not isinstance(node, ast.expr) or isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
            continue
        if isinstance(node, ast.Constant) or isinstance(path[-1], str) and path[-1] == "annotation":
            continue
        for part in ast.iter_child_nodes(node):
            if isinstance(part, ast.expr):
                yield replaced(tree, path, part)
            elif isinstance(part, ast.comprehension):
                yield replaced(tree, path, part.iter)
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            for at in range(len(node.elts)):
                yield replaced(tree, path + ("elts",), node.elts[:at] + node.elts[at + 1 :])
        if isinstance(node, ast.Dict):
            for at in range(len(node.keys)):
                dropped = ast.Dict(node.keys[:at] + node.keys[at + 1 :], node.values[:at] + node.values[at + 1 :])
                yield replaced(tree, path, dropped)
        if not isinstance(node, (ast.Name, ast.JoinedStr, ast.FormattedValue)):
            for literal in (0, "", True):
                yield replaced(tree, path, ast.Constant(literal))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        source = file.read()
    tree = ast.parse(source)
    size = len(ast.unparse(tree))
    seen = {}
    for make in (cuts, hoisted, simpler):
        for variant in make(tree):
            try:
                text = ast.unparse(ast.fix_missing_locations(variant)) + "\n"
                compile(text, "variant", "exec")
            except (SyntaxError, ValueError, AttributeError, TypeError):
                continue
            if len(text) <= size:
                seen.setdefault(text)
    print(json.dumps(sorted(seen, key=len)))


main()
