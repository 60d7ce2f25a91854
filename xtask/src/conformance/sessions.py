"""The doctests of modules of the standard library as programs.

Each docstring is a session. `source` sessions hold the part of the module's own source that the examples reach, `library` ones
import the module. Each example is a chunk that prints a mark, then what the interactive interpreter would: the value, unless it
is None, or the class and the text of what was raised. Output: a list of sessions as JSON.
"""

import ast
import builtins
import doctest
import importlib
import inspect
import json
import sys

MARK = "-- example {}"


def names_of(node):
    """The names that a node uses, and those that it has as attributes of `self` alone are none."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def bound_by(statement):
    """The names that a statement of a module binds."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return {(alias.asname or alias.name).split(".")[0] for alias in statement.names}
    bound = set()
    for part in ast.walk(statement):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            bound.add(part.id)
        elif isinstance(part, (ast.FunctionDef, ast.ClassDef)):
            bound.add(part.name)
        elif isinstance(part, (ast.Import, ast.ImportFrom)):
            bound |= bound_by(part)
    return bound


def only(statement, wanted):
    """An import without the names that nobody wants."""
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        kept = [alias for alias in statement.names if (alias.asname or alias.name).split(".")[0] in wanted]
        if isinstance(statement, ast.Import):
            return ast.Import(kept)
        return ast.ImportFrom(statement.module, kept, statement.level)
    return statement


def reached(tree, names):
    """The statements of a module that define `names`, and what these use in turn."""
    defined = [(without_docs(statement), bound_by(statement)) for statement in tree.body]
    wanted, queue = set(), list(names)
    while queue:
        name = queue.pop()
        if name in wanted:
            continue
        wanted.add(name)
        for statement, bound in defined:
            if name in bound and not isinstance(statement, (ast.Import, ast.ImportFrom)):
                queue.extend(names_of(statement))
    kept = []
    for statement, bound in defined:
        is_doc = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if bound & wanted and not is_doc and not replaces(statement):
            kept.append(ast.unparse(only(statement, wanted)))
    return "\n\n".join(kept)


def replaces(statement):
    """Whether a statement only replaces definitions by those of an extension module."""
    return isinstance(statement, ast.Try) and all(
        isinstance(part, (ast.ImportFrom, ast.Pass)) for part in statement.body
    )


def is_subscripting(statement):
    """Whether a statement of a class makes it subscriptable, for annotations."""
    return isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__class_getitem__"


def without_docs(statement):
    """A definition without its docstrings, and without what is there for annotations alone."""
    for part in ast.walk(statement):
        if isinstance(part, ast.ClassDef):
            part.body = [inner for inner in part.body if not is_subscripting(inner)] or [ast.Pass()]
        if isinstance(part, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(part, clean=False) is not None:
            part.body = part.body[1:] or [ast.Pass()]
    return statement


def chunk(number, example):
    """What stands for one example; None where it is not a program by itself."""
    if example.options.get(doctest.SKIP):
        return None
    try:
        tree = ast.parse(example.source)
    except SyntaxError:
        return None
    lines = [f"print({MARK.format(number)!r})", "try:"]
    if len(tree.body) == 1 and isinstance(tree.body[0], ast.Expr):
        value = ast.unparse(tree.body[0].value)
        lines += [f"    shown_{number} = {value}", f"    if shown_{number} is not None:"]
        lines += [f"        print(repr(shown_{number}))"]
    else:
        lines += ["    " + line for line in ast.unparse(tree).splitlines()]
    lines += ["except Exception as error:", "    print(type(error).__name__, error)", ""]
    return "\n".join(lines)


def docstrings(tree):
    """The docstrings of a module with examples, and the names of their owners."""
    for part in ast.walk(tree):
        if isinstance(part, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            text = ast.get_docstring(part)
            if text and ">>>" in text:
                yield getattr(part, "name", ""), text


def source_of(module):
    """The text of a module; empty where it is built in."""
    try:
        return inspect.getsource(module)
    except (OSError, TypeError):
        return ""


def sessions(module_name, mode, text):
    """The sessions of a module; `text` holds further ones, set apart by blank lines."""
    module = importlib.import_module(module_name)
    tree = ast.parse(source_of(module))
    imports = [part for part in tree.body if isinstance(part, (ast.Import, ast.ImportFrom))]
    foreign = set().union(*(bound_by(part) for part in imports))
    found = list(docstrings(tree))
    found += [("", part) for part in text.split("\n\n") if ">>>" in part]
    for owner, doc in found:
        try:
            examples = doctest.DocTestParser().get_examples(doc)
        except ValueError:
            continue
        chunks = [chunk(number, example) for number, example in enumerate(examples)]
        kept = [piece for piece in chunks if piece is not None]
        if not kept:
            continue
        used = set().union(*(names_of(ast.parse(piece)) for piece in kept))
        imported = set().union(*(bound_by(part) for piece in kept for part in ast.walk(ast.parse(piece))
                                 if isinstance(part, (ast.Import, ast.ImportFrom))))
        if mode == "source":
            prelude = reached(tree, used - imported)
        else:
            own = sorted((used & set(dir(module))) - imported - foreign - set(dir(builtins)))
            own += sorted(used & set(getattr(module, "__all__", [])) & set(dir(builtins)))
            prelude = "\n".join(f"from {module_name} import {name}" for name in own)
            wanted = (used & foreign) - imported
            shared = [ast.unparse(only(part, wanted)) for part in imports if bound_by(part) & wanted]
            prelude += "\n" + "\n".join(shared)
            if module_name in used - imported:
                prelude += f"\nimport {module_name}"
        yield {"name": owner or "module", "prelude": prelude + "\n\n", "chunks": kept}


def main():
    requests = json.load(sys.stdin)
    answer = []
    for request in requests:
        found = list(sessions(request["module"], request["mode"], request["text"]))
        answer.append(found)
    json.dump(answer, sys.stdout)


main()
