"""Runs a program and holds the values of its variables against their inferred types.

usage: trace_types.py TYPES.json SEEN.json PROGRAM.py ARGS...

TYPES.json is the compiler's census: scopes with their variables, types (lists of kinds of values) and cells (the fields
of heap objects). At every line, return and yield of the program all variables of the frame are looked at: containers
and objects through several levels, of long containers a sample. Only exact builtin containers are iterated, so nothing
of the program itself is called. SEEN.json gets the counts and what lay outside of the types.
"""

import __future__
import ast
import asyncio
import collections
import dataclasses
import dis
import enum
import inspect
import itertools
import json
import os
import re
import sys
import types
import typing

# Counts, not seconds, so that every run sees the same: events of the program, values looked at in all and at once.
MAX_EVENTS = 80_000
MAX_VALUES = 800_000
MAX_VALUES_AT_ONCE = 400
MAX_DEPTH = 5
SAMPLE = 24
# Levels of containers that an exact variable must have filled with all that was inferred.
EXACT_DEPTH = 2
INT64 = range(-(2**63), 2**63)

YIELD = dis.opmap["YIELD_VALUE"]
RETURN = dis.opmap["RETURN_VALUE"]

CONTAINERS = {
    list: "list", set: "set", frozenset: "frozenset", dict: "dict", collections.defaultdict: "defaultdict",
    collections.Counter: "Counter", collections.deque: "deque",
}
# Containers that are not looked into.
OPAQUE = {
    asyncio.Queue: "AsyncQueue", asyncio.LifoQueue: "AsyncLifoQueue", asyncio.PriorityQueue: "AsyncPriorityQueue",
}
VIEWS = {type({}.keys()): "dict_keys", type({}.values()): "dict_values", type({}.items()): "dict_items"}
# What only annotations and decorators look at; no type of the compiler stands for it.
UNMODELLED = (dataclasses.Field, typing.TypeVar, types.UnionType, __future__._Feature)
FUNCTIONS = (types.FunctionType, type(len), type(str.upper), type(str.__len__), type(int.__add__), type)


# Modules whose classes are the compiler's own Python, with parts of its own inside.
OWN_CLASSES = (
    "argparse", "_io", "asyncio.taskgroups", "collections", "datetime", "getopt", "logging", "pathlib", "queue", "sys",
    "urllib.parse",
)

# The modules in C of which the compiler has functions in Python.
C_MODULES = ("_operator",)


def is_library(value):
    """Whether it is of a module that the compiler has its own Python for."""
    of = value if isinstance(value, FUNCTIONS) else type(value)
    return getattr(of, "__module__", None) in ("contextlib", "functools", "_functools")


def is_user(cls):
    return getattr(cls, "__module__", None) == "__main__"


def is_own(cls, name):
    """Whether a class of the library is the one that the compiler has under this name: `_FloatInfo` is `float_info`.

    `Path` makes a `PosixPath`, and is one here.
    """
    def bare(text):
        return text.replace("_", "").lower().removeprefix("posix")
    is_group = cls in (ExceptionGroup, BaseExceptionGroup)
    is_ours = is_group or getattr(cls, "__module__", None) in OWN_CLASSES
    return is_ours and bare(cls.__name__) == bare(name)


def plain(qualname):
    """A qualified name without the functions that CPython makes of comprehensions; the compiler makes none."""
    # The library's own definitions bear the name of their module where they stand for its attributes.
    qualname = re.sub(r"^_(contextlib|functools|keyword|operator|pprint|statistics|sys|textwrap)_", "", qualname)
    return re.sub(r"<(list|set|dict)comp>\.|<locals>\.", "", qualname)


# What the compiler calls otherwise than CPython: a text in memory is a file, a pattern may be known to have groups.
ALIASES = {
    "TextIOWrapper": ("TextIOWrapper", "StringIO"),
    "BinaryFile": ("BufferedReader", "BufferedWriter"),
    "CurrentTask": ("Task",),
    "EventLoop": ("_UnixSelectorEventLoop",),
    "IntArray": ("array",),
    "FloatArray": ("array",),
    "GroupsPattern": ("Pattern",),
    "GroupsMatch": ("Match",),
    "BytesPattern": ("Pattern",),
    "BytesGroupsPattern": ("Pattern",),
    "BytesMatch": ("Match",),
    "BytesGroupsMatch": ("Match",),
}


class Mismatch(Exception):
    """A value lies outside of a type."""


class Checker:
    """Inferred types; `witnessed` collects which parts of them were seen."""

    def __init__(self, table):
        self.types = table["types"]
        self.cells = table["cells"]
        self.traps = set()
        self.n_values = 0
        self.n_left = 0

    def hold(self, value, options, path, witnessed):
        """Holds a variable's value against its types."""
        self.n_left = MAX_VALUES_AT_ONCE
        self.check(value, options, MAX_DEPTH, path, witnessed)
        self.n_values += MAX_VALUES_AT_ONCE - self.n_left

    def check(self, value, options, depth, path, witnessed):
        """Holds `value` against the types `options`; returns nothing or raises Mismatch."""
        failure = None
        for ty in options:
            for kind in self.types[ty]:
                if not self.has_head(value, kind):
                    continue
                head = path + (self.head(kind),)
                try:
                    self.check_parts(value, kind, depth, head, witnessed)
                except Mismatch as mismatch:
                    failure = mismatch
                    continue
                witnessed.add(head)
                return
        raise failure or Mismatch(f"{'.'.join(part for part in path if part[0] == '.') or 'the value'} held {describe(value)}")

    @staticmethod
    def head(kind):
        name = {"nat": "int", "nat range": "range"}.get(kind[0], kind[0])
        if name == "tuple":
            return f"tuple {len(kind[1])}"
        return name if len(kind) == 1 or name == "tuples" else f"{name} {kind[1]}"

    def has_head(self, value, kind):
        what, cls = kind[0], type(value)
        if what == "int":
            return cls is int
        if what == "nat":
            return cls is int and value >= 0
        if what == "range":
            return cls is range
        if what == "nat range":
            return cls is range and (len(value) == 0 or min(value[0], value[-1]) >= 0)
        if what == "unknown":
            return True
        if what == "container":
            if kind[1] == "iterator":
                if cls is types.GeneratorType:
                    # The library's own generators are iterators like others.
                    return value.gi_code.co_filename != sys.argv[0]
                return hasattr(cls, "__next__") and not is_user(cls)
            if kind[1] == "Task":
                return isinstance(value, asyncio.Future)
            return (CONTAINERS.get(cls) or VIEWS.get(cls) or OPAQUE.get(cls) or cls.__name__) == kind[1]
        if what == "tuple":
            return cls is tuple and len(value) == len(kind[1])
        if what == "tuples":
            return cls is tuple
        if what == "instance":
            return is_user(cls) and cls.__qualname__ == kind[1] or is_own(cls, kind[1])
        if what == "class":
            return isinstance(value, type) and (
                is_user(value) and value.__qualname__ == kind[1] or is_own(value, kind[1]))
        if what == "function":
            # What CPython has in C, the compiler may have in Python.
            if isinstance(value, types.BuiltinFunctionType) and value.__module__ in C_MODULES:
                return plain(kind[1]) == value.__name__
            # A function behind `functools.cache` is the function.
            functions = [value, getattr(value, "__wrapped__", value)]
            # `functools.wraps` gives a function the name of another one; its code keeps its own.
            return any(
                plain(kind[1]) in (plain(function.__qualname__), plain(function.__code__.co_qualname))
                for function in functions
                if isinstance(function, types.FunctionType)
            )
        if what == "method":
            return isinstance(value, types.MethodType) and plain(value.__func__.__qualname__) == plain(kind[1])
        if what == "builtin":
            # What only checkers look at makes plain dicts, or nothing.
            if typing.is_typeddict(value):
                return kind[1] == "dict"
            if isinstance(value, typing.NewType):
                return kind[1] == "typing.NewType()"
            return self.is_library(value, kind[1])
        if what == "builtin method":
            return getattr(value, "__name__", None) == kind[1].rsplit(".")[-1] and not is_user(cls)
        if what == "exception":
            name = kind[1].rpartition(".")[2]
            return isinstance(value, BaseException) and not is_user(cls) and any(
                base.__name__ == name for base in cls.__mro__)
        if what == "exception class":
            return isinstance(value, type) and not is_user(value) and any(
                base.__name__ == kind[1].rpartition(".")[2] for base in value.__mro__)
        if what == "ExceptionClass":
            return isinstance(value, type) and issubclass(value, BaseException)
        if what == "module":
            return cls is types.ModuleType and value.__name__ == kind[1]
        if what == "object":
            return cls in (object, types.TracebackType)
        return cls.__name__ in ALIASES.get(what, (what,))

    @staticmethod
    def is_library(value, name):
        # `operator.itemgetter#172`: one of several made by the same function.
        owner, _, last = name.partition("#")[0].rpartition(".")
        if type(value).__module__ == owner and type(value).__name__ == last:
            return True
        if owner in sys.modules and getattr(sys.modules[owner], last, UNMODELLED) is value:
            return True
        if last in (getattr(value, "__name__", None), getattr(value, "_name", None)):
            return not is_user(value) or not isinstance(value, (type, types.FunctionType))
        return False

    def check_parts(self, value, kind, depth, path, witnessed):
        self.n_left -= 1
        if depth == 0 or self.n_left < 0:
            return
        what = kind[0]
        if what == "int":
            if value not in INT64:
                self.traps.add(path[0])
        elif what == "container" and type(value) in CONTAINERS:
            cell = self.cells[kind[2]]
            if isinstance(value, dict):
                for key, item in sample(value.items()):
                    self.check_part(key, cell, "elem", depth, path, witnessed)
                    self.check_part(item, cell, "value", depth, path, witnessed)
            else:
                for item in sample(value):
                    self.check_part(item, cell, "elem", depth, path, witnessed)
        elif what == "tuple":
            for at, (item, ty) in enumerate(zip(value, kind[1])):
                self.check(item, [ty], depth - 1, path + (f".{at}",), witnessed)
        elif what == "tuples":
            for item in sample(value):
                self.check_part(item, self.cells[kind[1]], "elem", depth, path, witnessed)
        elif what == "instance" and is_user(type(value)):
            cell = self.cells[kind[2]]
            for name, item in attributes(value):
                if name.startswith("__"):
                    continue
                if f".{name}" not in cell:
                    raise Mismatch(f"there was an attribute `{name}`: {describe(item)}")
                self.check_part(item, cell, f".{name}", depth, path, witnessed)

    def check_part(self, value, cell, field, depth, path, witnessed):
        options = [cell[field]] if field in cell else []
        self.check(value, options, depth - 1, path + (f".{field.lstrip('.')}",), witnessed)

    def expected(self, options, depth, path=()):
        """The parts of types that a variable must have held to be exact."""
        for ty in options:
            for kind in self.types[ty]:
                head = path + (self.head(kind),)
                yield head
                if depth == 0:
                    continue
                if kind[0] == "container" and kind[1] in CONTAINERS.values():
                    cell = self.cells[kind[2]]
                    for field in ("elem", "value"):
                        if field in cell:
                            yield from self.expected([cell[field]], depth - 1, head + (f".{field}",))
                elif kind[0] == "tuple":
                    for at, item in enumerate(kind[1]):
                        yield from self.expected([item], depth - 1, head + (f".{at}",))
                elif kind[0] == "tuples":
                    yield from self.expected([self.cells[kind[1]]["elem"]], depth - 1, head + (".elem",))


def sample(items):
    if len(items) <= SAMPLE:
        return list(items)
    return list(itertools.islice(items, SAMPLE))


def attributes(value):
    """The attributes of an object, without running any of its code; of a member of an enumeration those of `enum` alone."""
    if isinstance(value, enum.Enum):
        yield from ((name, value.__dict__[name]) for name in ("_name_", "_value_") if name in value.__dict__)
        return
    try:
        yield from list(object.__getattribute__(value, "__dict__").items())
    except AttributeError:
        pass
    for cls in type(value).__mro__:
        for name in cls.__dict__.get("__slots__", ()):
            try:
                yield name, cls.__dict__[name].__get__(value)
            except (AttributeError, KeyError):
                pass


def describe(value, depth=2):
    cls = type(value)
    if cls is int:
        return str(value) if abs(value) < 10**20 else "a big int"
    if cls in CONTAINERS and depth:
        parts = sorted({describe_type(item, depth - 1) for item in sample(value)})
        return f"{CONTAINERS[cls]}[{' | '.join(parts)}]"
    if cls is tuple and depth:
        return f"tuple[{', '.join(describe_type(item, depth - 1) for item in sample(value))}]"
    return cls.__qualname__ + (f" {value.__name__}" if isinstance(value, FUNCTIONS) else "")


def describe_type(value, depth):
    return "int" if type(value) is int else describe(value, depth)


class Variable:
    """What one variable held."""

    def __init__(self, options):
        self.options = options
        self.witnessed = set()
        self.n_checks = 0
        self.mismatch = None


def is_registration(decorator):
    """`@show.register`, `@show.register(str)`."""
    if isinstance(decorator, ast.Call):
        decorator = decorator.func
    return isinstance(decorator, ast.Attribute) and decorator.attr == "register"


class Tracer:
    def __init__(self, table, source, path):
        self.table = table
        self.checker = Checker(table)
        self.path = path
        self.variables = {}
        self.dead = {}
        self.n_events = 0
        self.failure = None
        # Frames that an exception leaves, unless they handle it.
        self.unwound = set()
        # The lines of `def` and `class`, by name and first line with decorators.
        self.definitions = {
            (node.name, node.decorator_list[0].lineno): node.lineno
            for node in ast.walk(ast.parse(source))
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and node.decorator_list
        }
        # What `functools.singledispatch` chooses among; the compiler has the choice itself instead.
        self.registered = {
            (node.name, node.lineno)
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.FunctionDef) and any(is_registration(each) for each in node.decorator_list)
        }
        self.registered_names = {name for name, _ in self.registered}
        self.scopes = {}
        # Comprehensions, which run in the scope around them.
        self.inlined = set()
        self.code = compile(source, path, "exec")
        self.index_code(self.code, [0])

    def index_code(self, code, scopes):
        """Maps code objects to scopes of the table. Those that the table cannot tell apart share what they hold."""
        self.scopes[code] = scopes
        for inner in code.co_consts:
            if not isinstance(inner, types.CodeType):
                continue
            if inner.co_name in ("<listcomp>", "<setcomp>", "<dictcomp>"):
                self.inlined.add(inner)
                self.index_code(inner, scopes)
                continue
            line = self.definitions.get((inner.co_name, inner.co_firstlineno), inner.co_firstlineno)
            if (inner.co_name, line) in self.registered:
                continue
            def of_name(qualname):
                return [at for at, scope in enumerate(self.table["scopes"]) if plain(scope["qualname"]) == plain(qualname)]

            named = of_name(inner.co_qualname)
            if not named and inner.co_name in ("__new__", "__init__"):
                # Those of a class with a `__new__` are methods that the compiler's own words call.
                named = of_name(inner.co_qualname.removesuffix(inner.co_name) + inner.co_name[1:-1])
            here = [at for at in named if self.table["scopes"][at]["line"] == line]
            if inner.co_name == "<genexpr>":
                # A generator expression that is consumed at once has no scope of its own.
                same = [other for other in code.co_consts if isinstance(other, types.CodeType)
                        and (other.co_name, other.co_firstlineno) == (inner.co_name, inner.co_firstlineno)]
                if len(here) < len(same):
                    self.inlined.add(inner)
                    self.index_code(inner, here + scopes)
                    continue
            self.index_code(inner, here or named)

    def run(self, namespace):
        sys.settrace(self.call)
        try:
            exec(self.code, namespace)
        finally:
            sys.settrace(None)

    def call(self, frame, event, argument):
        if frame.f_code not in self.scopes:
            return None
        scopes = self.scopes[frame.f_code]
        if not scopes and frame.f_code.co_name == "__init__":
            # That of an enumeration, which became properties.
            return None
        if not any(self.table["scopes"][at]["live"] for at in scopes):
            self.dead.setdefault(frame.f_code.co_qualname, frame.f_code.co_firstlineno)
            return None
        return self.local

    def local(self, frame, event, argument):
        try:
            self.look(frame, event, argument)
        except RecursionError:
            # The program is about to hit its limit; the values are looked at elsewhere.
            pass
        except Exception as error:
            self.failure = self.failure or repr(error)
        return self.local

    def look(self, frame, event, argument):
        self.n_events += 1
        if self.n_events > MAX_EVENTS or self.checker.n_values > MAX_VALUES:
            sys.settrace(None)
            return
        if event == "exception":
            self.unwound.add(frame)
        if event not in ("line", "return"):
            return
        is_unwound = frame in self.unwound
        self.unwound.discard(frame)
        code = frame.f_code
        scopes = self.scopes[code]
        for name, value in list(frame.f_locals.items()):
            # `enum` puts a function of its own into the body of a class.
            is_hidden = name.startswith(("__", ".")) or name == "_generate_next_value_"
            is_hidden |= name in self.registered_names and isinstance(value, types.FunctionType)
            if is_hidden or isinstance(value, UNMODELLED) or is_library(value):
                continue
            self.hold(self.owner(scopes, name), name, value, event, frame.f_lineno)
        if event == "return" and code not in self.inlined:
            opcode = code.co_code[frame.f_lasti]
            # What suspends a coroutine is its event loop's business.
            is_async = code.co_flags & (inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR)
            if opcode == YIELD and not is_unwound and not is_async:
                self.hold(scopes, "yields", argument, event, frame.f_lineno, "yields")
            elif opcode == RETURN and self.returns(scopes):
                self.hold(scopes, "returns", argument, event, frame.f_lineno, "returns")

    def returns(self, scopes):
        return any(self.table["scopes"][at]["returns"] for at in scopes)

    def owner(self, scopes, name):
        """The scopes that own `name`, from the inside out."""
        while scopes:
            if any(name in self.table["scopes"][at]["variables"] for at in scopes):
                return scopes
            parents = {self.table["scopes"][at]["parent"] for at in scopes} - {None}
            scopes = sorted(parents)
        return [0]

    def hold(self, scopes, name, value, event, line, part=None):
        key = (tuple(scopes), name, part)
        variable = self.variables.get(key)
        if variable is None:
            tables = [self.table["scopes"][at] for at in scopes]
            held = [(table[part] or []) if part else table["variables"].get(name, []) for table in tables]
            variable = self.variables[key] = Variable(sorted({ty for options in held for ty in options}))
        if variable.mismatch:
            return
        # Values that never change are cheap; containers are looked at less often in the long run.
        variable.n_checks += 1
        if variable.n_checks > 300 and variable.n_checks % 32 and not (event == "return" and variable.n_checks < 3000):
            return
        try:
            self.checker.hold(value, variable.options, (key,), variable.witnessed)
        except Mismatch as mismatch:
            variable.mismatch = f"line {line}: {mismatch}"

    def report(self):
        counts = dict.fromkeys(("variables", "exact", "wider", "unknown"), 0)
        unsound = [f"`{name}` of line {line} ran, but inference thinks it dead" for name, line in self.dead.items()]
        if self.failure:
            unsound.append(f"the tracer failed: {self.failure}")
        for (scopes, name, part), variable in self.variables.items():
            counts["variables"] += 1
            qualname = self.table["scopes"][scopes[0]]["qualname"] if scopes else "?"
            expected = set(self.checker.expected(variable.options, EXACT_DEPTH))
            if variable.mismatch:
                what = f"what `{qualname}` {part}" if part else f"`{name}` of `{qualname}`"
                unsound.append(f"{what}: {variable.mismatch}; inferred {self.spell(variable.options)}")
            elif any(part[-1] == "unknown" for part in expected):
                counts["unknown"] += 1
            elif expected <= {part[1:] for part in variable.witnessed}:
                counts["exact"] += 1
            else:
                counts["wider"] += 1
        return counts | {"traps": len(self.checker.traps), "unsound": sorted(unsound)}

    def spell(self, options):
        parts = sorted({" ".join(path) for path in self.checker.expected(options, EXACT_DEPTH)})
        return ", ".join(parts) or "nothing"


def main():
    types_path, seen_path, path, *args = sys.argv[1:]
    with open(types_path, encoding="utf-8") as file:
        table = json.load(file)
    with open(path, encoding="utf-8") as file:
        source = file.read()
    sys.argv = [path, *args]
    sys.path[0] = os.path.dirname(os.path.abspath(path))
    tracer = Tracer(table, source, path)
    module = types.ModuleType("__main__")
    module.__dict__["__file__"] = path
    sys.modules["__main__"] = module
    try:
        tracer.run(module.__dict__)
    except BaseException:
        # How the program ends is the business of other tests.
        pass
    with open(seen_path, "w", encoding="utf-8") as file:
        json.dump(tracer.report(), file)
    # Threads and exit handlers of the program have nothing more to tell.
    os._exit(0)


main()
