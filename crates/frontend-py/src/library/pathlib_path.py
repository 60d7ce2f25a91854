from os import stat
import os as _os


def _path_matches(name, pattern):
    # The places in the pattern that the name may have come to.
    places = {0}
    for letter in name + "\0":
        reached = set()
        todo = list(places)
        while todo:
            at = todo.pop()
            if at == len(pattern):
                if letter == "\0":
                    return True
                continue
            sign = pattern[at]
            if sign == "*":
                reached.add(at)
                todo.append(at + 1)
            elif letter == "\0":
                continue
            elif sign == "?":
                reached.add(at + 1)
            elif sign == "[" and pattern.find("]", at + 2 + pattern.startswith("!", at + 1)) > 0:
                wanted = not pattern.startswith("!", at + 1)
                start = at + 1 if wanted else at + 2
                end = pattern.find("]", start + 1)
                choice = pattern[start:end]
                found = False
                while choice:
                    if len(choice) > 2 and choice[1] == "-":
                        found = found or choice[0] <= letter <= choice[2]
                        choice = choice[3:]
                    else:
                        found = found or choice[0] == letter
                        choice = choice[1:]
                if found == wanted:
                    reached.add(end + 1)
            elif sign == letter:
                reached.add(at + 1)
        places = reached
    return False


class PosixPath:
    __module__ = "pathlib"

    def __init__(self, *args):
        root = ""
        parts = []
        for arg in args:
            text = str(arg)
            if text.startswith("/"):
                root = "//" if text.startswith("//") and not text.startswith("///") else "/"
                parts = []
            for part in text.split("/"):
                if part and part != ".":
                    parts.append(part)
        self._root = root
        self._names = parts
        self._text = root + "/".join(parts) or "."

    def _of(self, names):
        return PosixPath(self._root + "/".join(names))

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"PosixPath({self._text!r})"

    def __fspath__(self):
        return self._text

    def as_posix(self):
        return self._text

    def __eq__(self, other):
        return isinstance(other, PosixPath) and self._text == other._text

    def __hash__(self):
        return hash(self._text)

    def _order(self):
        return [self._root] + self._names if self._root else self._names

    def __lt__(self, other):
        return self._order() < other._order()

    def __le__(self, other):
        return self._order() <= other._order()

    def __gt__(self, other):
        return self._order() > other._order()

    def __ge__(self, other):
        return self._order() >= other._order()

    def __truediv__(self, other):
        return PosixPath(self._text, other)

    def __rtruediv__(self, other):
        return PosixPath(other, self._text)

    def joinpath(self, *others):
        path = self
        for other in others:
            path = path / other
        return path

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def drive(self):
        return ""

    @property
    def parts(self):
        return tuple(self._order())

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self):
        return self._of(self._names[:-1])

    @property
    def parents(self):
        return tuple([self._of(self._names[:n]) for n in range(len(self._names) - 1, -1, -1)])

    def is_absolute(self):
        return self._root != ""

    def with_name(self, name):
        if not self._names:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._of(self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self._names:
            raise ValueError(f"{self!r} has an empty name")
        return self._of(self._names[:-1] + [self.stem + suffix])

    def _below(self, other):
        n = len(other._names)
        return self._root == other._root and self._names[:n] == other._names

    def relative_to(self, *other):
        start = PosixPath(*other)
        if not self._below(start):
            raise ValueError(
                f"{self._text!r} is not in the subpath of {start._text!r}"
                " OR one path is relative and the other is absolute."
            )
        return PosixPath("/".join(self._names[len(start._names) :]))

    def is_relative_to(self, *other):
        return self._below(PosixPath(*other))

    @staticmethod
    def cwd():
        return PosixPath(_os.getcwd())

    @staticmethod
    def home():
        return PosixPath(_os.path.expanduser("~"))

    def absolute(self):
        return self if self._root else PosixPath(_os.getcwd(), self._text)

    def resolve(self, strict=False):
        return PosixPath(_os.path.realpath(self._text))

    def expanduser(self):
        return PosixPath(_os.path.expanduser(self._text))

    def exists(self):
        return _os.path.exists(self._text)

    def is_file(self):
        return _os.path.isfile(self._text)

    def is_dir(self):
        return _os.path.isdir(self._text)

    def stat(self):
        return stat(self._text)

    def match(self, path_pattern):
        wanted = [name for name in path_pattern.split("/") if name and name != "."]
        if not wanted:
            raise ValueError("empty pattern")
        if path_pattern.startswith("/"):
            if not self._root or len(wanted) != len(self._names):
                return False
        elif len(wanted) > len(self._names):
            return False
        names = self._names[len(self._names) - len(wanted) :]
        return all([_path_matches(name, pattern) for name, pattern in zip(names, wanted)])

    def read_text(self, encoding=None, errors=None):
        with open(self._text) as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with open(self._text, "w") as file:
            return file.write(data)

    def read_bytes(self):
        with open(self._text, "rb") as file:
            return file.read()

    def write_bytes(self, data):
        with open(self._text, "wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if not exist_ok and self.exists():
            raise FileExistsError(17, "File exists", self._text)
        with open(self._text, "a") as file:
            file.write("")

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and _os.path.isdir(self._text):
            return
        if parents:
            _os.makedirs(self._text, exist_ok=exist_ok)
        else:
            _os.mkdir(self._text)

    def rmdir(self):
        _os.rmdir(self._text)

    def unlink(self, missing_ok=False):
        if missing_ok and not _os.path.exists(self._text):
            return
        _os.remove(self._text)

    def rename(self, target):
        _os.rename(self._text, str(target))
        return PosixPath(target)

    def replace(self, target):
        return self.rename(target)

    def iterdir(self):
        for name in _os.listdir(self._text):
            yield self / name

    def _folders(self):
        yield self
        for name in _os.listdir(self._text):
            child = self / name
            if child.is_dir() and not _os.path.islink(child._text):
                yield from child._folders()

    def _selected(self, names):
        if not names:
            yield self
        elif names[0] == "**":
            seen = set()
            if self.is_dir():
                for folder in self._folders():
                    for path in folder._selected(names[1:]):
                        if path not in seen:
                            seen.add(path)
                            yield path
        elif any(sign in names[0] for sign in "*?["):
            if self.is_dir():
                for name in _os.listdir(self._text):
                    if _path_matches(name, names[0]):
                        child = self / name
                        if len(names) == 1 or child.is_dir():
                            yield from child._selected(names[1:])
        else:
            child = self / names[0]
            if child.is_dir() if len(names) > 1 else child.exists():
                yield from child._selected(names[1:])

    def glob(self, pattern):
        names = [name for name in pattern.split("/") if name and name != "."]
        if not names:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        yield from self._selected(names)

    def rglob(self, pattern):
        yield from self.glob("**/" + pattern)


Path = PosixPath
