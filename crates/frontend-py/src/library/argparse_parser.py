import os as _os
import sys as _sys


class _Argument:
    def __init__(self, flags, dest, nargs, kind, required, metavar):
        self.flags = flags
        self.dest = dest
        self.nargs = nargs
        self.kind = kind
        self.required = required
        self.name = "/".join(flags) or metavar or dest

    def least(self):
        if self.nargs in ("?", "*"):
            return 0
        return int(self.nargs) if self.nargs.isdigit() else 1

    def most(self):
        if self.nargs in ("*", "+"):
            return 1000000
        return int(self.nargs) if self.nargs.isdigit() else 1

    def counted(self, word):
        # How many words a text of nothing but words gives.
        n = len(word)
        return min(n, self.most()) if n >= self.least() else -1


class ArgumentParser:
    __module__ = "argparse"

    def __init__(
        self,
        prog=None,
        usage=None,
        description=None,
        epilog=None,
        formatter_class=None,
        add_help=True,
        allow_abbrev=True,
    ):
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self._abbreviates = allow_abbrev
        self._arguments = []
        self._words = {}
        self._times = {}
        self._versions = {"": ""}
        self._parsers = {}
        self._command = None
        if add_help:
            self._add(["-h", "--help"], "help", "0", "help", False, "")

    def _add(self, flags, dest, nargs, kind, required, metavar):
        for argument in self._arguments:
            for flag in argument.flags:
                if flag in flags:
                    raise ValueError(f"argument {'/'.join(flags)}: conflicting option string: {flag}")
        self._arguments.append(_Argument(flags, dest, nargs, kind, required, metavar))

    def _commands(self, dest, required):
        self._add([], dest, "A", "command", required, "")

    def _sub(self, name):
        made = ArgumentParser(self.prog + " " + name)
        self._parsers[name] = made
        return made

    def _shown(self, argument):
        return argument.name or "{" + ",".join(self._parsers) + "}"

    def _usage(self):
        if self.usage is not None:
            return "usage: " + self.usage.replace("%(prog)s", self.prog)
        text = "usage: " + self.prog
        for argument in self._arguments:
            words = argument.dest if not argument.flags else argument.dest.upper()
            if argument.nargs == "*":
                words = f"[{words} ...]"
            elif argument.nargs == "+":
                words = f"{words} [{words} ...]"
            elif argument.nargs == "?":
                words = f"[{words}]"
            elif argument.nargs.isdigit():
                words = " ".join([words] * int(argument.nargs))
            if argument.flags:
                words = f"{argument.flags[0]} {words}".rstrip()
                if not argument.required:
                    words = f"[{words}]"
            text += " " + words
        return text

    def print_usage(self, file=None):
        _os._unsupported("the usage of an argument parser")

    def print_help(self, file=None):
        _os._unsupported("the help of an argument parser")

    def format_help(self):
        _os._unsupported("the help of an argument parser")

    def exit(self, status=0, message=None):
        if message:
            print(message, end="", file=_sys.stderr)
        _sys.exit(status)

    def error(self, message):
        print(self._usage(), file=_sys.stderr)
        print(f"{self.prog}: error: {message}", file=_sys.stderr)
        _sys.exit(2)

    def _wrong(self, argument, message):
        self.error(f"argument {self._shown(argument)}: {message}")

    def _matches(self, word):
        # The options that a word may stand for: which one, by which flag, with what behind it.
        found = []
        for at, argument in enumerate(self._arguments):
            for flag in argument.flags:
                if word == flag:
                    return [(at, flag, "", False)]
        prefix, equals, behind = word.partition("=")
        if equals:
            for at, argument in enumerate(self._arguments):
                if prefix in argument.flags:
                    return [(at, prefix, behind, True)]
        for at, argument in enumerate(self._arguments):
            for flag in argument.flags:
                if word.startswith("--"):
                    if self._abbreviates and flag.startswith(prefix):
                        found.append((at, flag, behind, equals != ""))
                elif flag == word[:2]:
                    found.append((at, flag, word[2:], True))
                elif self._abbreviates and flag.startswith(word):
                    found.append((at, flag, "", False))
        return found

    def _is_option(self, word):
        if not word.startswith("-") or word == "-":
            return False
        found = self._matches(word)
        if len(found) > 1:
            flags = ", ".join([flag for _, flag, _, _ in found])
            self.error(f"ambiguous option: {word} could match {flags}")
        if found:
            return True
        digits = word[1:].replace(".", "", 1)
        if digits.isdigit() and not word.endswith("."):
            return any([flag[1:2].isdigit() for argument in self._arguments for flag in argument.flags])
        return " " not in word

    def _take_command(self, argument, words):
        name = words[0]
        if name not in self._parsers:
            known = ", ".join([repr(other) for other in self._parsers])
            self._wrong(argument, f"invalid choice: {name!r} (choose from {known})")
        self._command = name
        self._times[argument.dest] = 1
        self._extras += self._parsers[name]._parse_words(words[1:])

    def _take(self, argument, words):
        if "--" in words and not argument.flags:
            words.remove("--")
            if not words and argument.nargs == "":
                _os._unsupported("`--` as the value of an argument")
        if argument.kind == "help":
            _os._unsupported("the help of an argument parser")
        if argument.kind == "version":
            print(self._versions[argument.dest].replace("%(prog)s", self.prog))
            _sys.exit(0)
        for word in words:
            try:
                if argument.kind == "int":
                    int(word)
                elif argument.kind == "float":
                    float(word)
            except ValueError:
                self._wrong(argument, f"invalid {argument.kind} value: {word!r}")
        if argument.kind == "append" and argument.dest in self._words:
            words = self._words[argument.dest] + words
        if words or argument.flags:
            self._words[argument.dest] = words
        self._times[argument.dest] = self._times.get(argument.dest, 0) + 1

    def _counted(self, argument, word):
        count = argument.counted(word)
        if count < 0:
            expected = {"": "one argument", "+": "at least one argument", "1": "1 argument"}
            self._wrong(argument, "expected " + expected.get(argument.nargs, argument.nargs + " arguments"))
        return count

    def _take_option(self, words, signs, start):
        found = self._matches(words[start])
        if not found:
            self._extras.append(words[start])
            return start + 1
        at, flag, behind, is_explicit = found[0]
        while True:
            argument = self._arguments[at]
            if not is_explicit:
                n = 0
                while start + 1 + n < len(signs) and signs[start + 1 + n] == "A":
                    n += 1
                count = self._counted(argument, "A" * n)
                self._take(argument, words[start + 1 : start + 1 + count])
                return start + 1 + count
            count = self._counted(argument, "A")
            if count == 1:
                self._take(argument, [behind])
                return start + 1
            if count != 0 or flag.startswith("--") or behind == "":
                self._wrong(argument, f"ignored explicit argument {behind!r}")
            self._take(argument, [])
            flag = "-" + behind[0]
            rest = behind[1:]
            others = [other for other, known in enumerate(self._arguments) if flag in known.flags]
            if not others:
                self._wrong(argument, f"ignored explicit argument {behind!r}")
            at, behind, is_explicit = others[0], rest, rest != ""

    def _take_positionals(self, words, signs, start, waiting):
        end = start
        while end < len(signs) and signs[end] != "O":
            end += 1
        n_words = signs[start:end].count("A")
        n_taken = len(waiting)
        while sum([argument.least() for argument in waiting[:n_taken]]) > n_words:
            n_taken -= 1
        for i in range(n_taken):
            argument = waiting[i]
            if argument.kind == "command":
                self._take_command(argument, words[start:])
                start = len(words)
                break
            needed = sum([later.least() for later in waiting[i + 1 : n_taken]])
            count = min(argument.most(), n_words - needed)
            n_words -= count
            stop = start
            while stop < end and (signs[stop] == "-" or count > 0):
                count -= signs[stop] == "A"
                stop += 1
            self._take(argument, words[start:stop])
            start = stop
        del waiting[:n_taken]
        return start

    def _parse(self, given=None):
        extras = self._parse_words(_sys.argv[1:] if given is None else list(given))
        if extras:
            self.error("unrecognized arguments: " + " ".join(extras))

    def _parse_words(self, words):
        self._command = None
        self._words = {}
        self._times = {}
        self._extras = []
        signs = ""
        for word in words:
            if "-" in signs:
                signs += "A"
            elif word == "--":
                signs += "-"
            else:
                signs += "O" if self._is_option(word) else "A"
        waiting = [argument for argument in self._arguments if not argument.flags]
        start = 0
        while "O" in signs[start:]:
            option = signs.index("O", start)
            if start != option:
                stop = self._take_positionals(words, signs, start, waiting)
                if stop > start:
                    start = stop
                    continue
                self._extras += words[start:option]
                start = option
            start = self._take_option(words, signs, start)
        stop = self._take_positionals(words, signs, start, waiting)
        self._extras += words[stop:]
        missing = []
        for argument in self._arguments:
            if argument.required and argument.dest not in self._times:
                missing.append(self._shown(argument))
        if missing:
            self.error("the following arguments are required: " + ", ".join(missing))
        return self._extras
