"""The modules of an unpacked package whose docstrings have examples, as programs that run their own doctests.

Each is given twice: as it was written, and without its annotations, so that every type is inferred. Modules that import others of
the package are left out. Output: a list of programs as JSON.
"""

import ast
import json
import pathlib
import sys

MAIN = """

if __name__ == "__main__":
    import doctest

    print(doctest.testmod())
"""


def imports_of(tree):
    """The first parts of the modules that a module imports; an empty one is the package itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "" if node.level else node.module.split(".")[0]


class Bare(ast.NodeTransformer):
    """Takes the annotations out of functions and assignments. Those of class bodies that make fields stay."""

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        node.returns = None
        for argument in ast.walk(node.args):
            if isinstance(argument, ast.arg):
                argument.annotation = None
        return node

    def visit_ClassDef(self, node):
        node.body = [part if isinstance(part, ast.AnnAssign) else self.visit(part) for part in node.body]
        return node

    def visit_AnnAssign(self, node):
        if node.value is None:
            return ast.copy_location(ast.Pass(), node)
        return ast.copy_location(ast.Assign([node.target], node.value), node)


def programs(package):
    for path in sorted(package.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if path.name == "__init__.py" or ">>>" not in text or "__main__" in text:
            continue
        tree = ast.parse(text)
        if {"", package.name} & set(imports_of(tree)):
            continue
        name = "/".join(path.relative_to(package).with_suffix("").parts)
        yield {"name": name, "source": text + MAIN}
        bare = ast.fix_missing_locations(Bare().visit(tree))
        yield {"name": f"{name} (untyped)", "source": ast.unparse(bare) + MAIN}


json.dump(list(programs(pathlib.Path(sys.argv[1]))), sys.stdout)
