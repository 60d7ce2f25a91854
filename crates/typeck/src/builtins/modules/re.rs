//! `re`. What `findall` gives depends on how many groups the pattern has, so a literal pattern with several makes calls of
//! the rows named `_groups`.

use super::{LibraryModule, Native};

pub(super) const RE: LibraryModule = LibraryModule {
    name: "re",
    rows: ROWS,
    by_code: &["error"],
    natives: &[
        Native { name: "Pattern", module: "re", runtime: "re::Pattern", has_functions: false },
        Native { name: "GroupsPattern", module: "re", runtime: "re::Pattern", has_functions: false },
        Native { name: "BytesPattern", module: "re", runtime: "re::BytesPattern", has_functions: false },
        Native {
            name: "BytesGroupsPattern",
            module: "re",
            runtime: "re::BytesPattern",
            has_functions: false,
        },
        Native { name: "BytesMatch", module: "re", runtime: "re::BytesMatch", has_functions: false },
        Native { name: "Match", module: "re", runtime: "re::Match", has_functions: false },
    ],
};

/// Whether a pattern has more than one group that captures.
#[must_use]
pub fn has_groups(pattern: &str) -> bool {
    let mut chars = pattern.chars().peekable();
    let (mut n_groups, mut in_set) = (0, false);
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '[' if !in_set => {
                in_set = true;
                // A bracket that comes first is one of the characters.
                chars.next_if_eq(&'^');
                chars.next_if_eq(&']');
            }
            ']' => in_set = false,
            '(' if !in_set => {
                let rest: String = chars.clone().take(3).collect();
                n_groups += u32::from(!rest.starts_with('?') || rest == "?P<");
            }
            _ => {}
        }
    }
    n_groups > 1
}

/// The row of a function for patterns of bytes; `has_groups` where the pattern has several.
#[must_use]
pub fn of_bytes(name: &str, has_groups: bool) -> Option<&'static str> {
    Some(match name {
        "re.compile" if has_groups => "re.compile_bytes_groups",
        "re.compile" => "re.compile_bytes",
        "re.search" => "re.search_bytes",
        "re.match" => "re.match_bytes",
        "re.fullmatch" => "re.fullmatch_bytes",
        "re.findall" if has_groups => "re.findall_bytes_groups",
        "re.findall" => "re.findall_bytes",
        "re.finditer" => "re.finditer_bytes",
        "re.split" => "re.split_bytes",
        "re.sub" => "re.sub_bytes",
        "re.subn" => "re.subn_bytes",
        "re.escape" => "re.escape_bytes",
        _ => return None,
    })
}

const ROWS: &str = "
re.I: nat => re::IGNORECASE
re.IGNORECASE: nat => re::IGNORECASE
re.M: nat => re::MULTILINE
re.MULTILINE: nat => re::MULTILINE
re.S: nat => re::DOTALL
re.DOTALL: nat => re::DOTALL
re.U: nat => re::UNICODE
re.UNICODE: nat => re::UNICODE
re.X: nat => re::VERBOSE
re.VERBOSE: nat => re::VERBOSE
re.A: nat => re::ASCII
re.ASCII: nat => re::ASCII

re.compile(pattern: &str, flags: int = 0) -> Pattern ; !re.error => re::compile
re.compile_groups(pattern: &str, flags: int = 0) -> GroupsPattern ; !re.error => re::compile
re.search(pattern: &str, string: &str, flags: int = 0) -> Match|none ; !re.error => re::search
re.match(pattern: &str, string: &str, flags: int = 0) -> Match|none ; !re.error => re::match_
re.fullmatch(pattern: &str, string: &str, flags: int = 0) -> Match|none ; !re.error => re::fullmatch
re.findall(pattern: &str, string: &str, flags: int = 0) -> list[str] ; !re.error => re::findall
re.findall_groups(pattern: &str, string: &str, flags: int = 0) -> list[tups[str]] ; !re.error => re::findall_groups
re.finditer(pattern: &str, string: &str, flags: int = 0) -> iterator[Match] ; !re.error => re::finditer
re.split(pattern: &str, string: &str, maxsplit: int = 0, flags: int = 0) -> list[str] ; !re.error => re::split
re.sub(pattern: &str, repl: fn[Match]->str, string: &str, count: int = 0, flags: int = 0) -> str ; !Exception => re::sub_with
re.sub(pattern: &str, repl: &str, string: &str, count: int = 0, flags: int = 0) -> str ; !re.error => re::sub
re.subn(pattern: &str, repl: &str, string: &str, count: int = 0, flags: int = 0) -> tup[str, int] ; !re.error => re::subn
re.escape(pattern: &str) -> str => re::escape
re.purge() -> none => re::purge

re.compile_bytes(pattern: &bytes, flags: int = 0) -> BytesPattern ; !re.error => re::compile_bytes
re.compile_bytes_groups(pattern: &bytes, flags: int = 0) -> BytesGroupsPattern ; !re.error => re::compile_bytes
re.search_bytes(pattern: &bytes, string: &bytes, flags: int = 0) -> BytesMatch|none ; !re.error => re::search_bytes
re.match_bytes(pattern: &bytes, string: &bytes, flags: int = 0) -> BytesMatch|none ; !re.error => re::match_bytes
re.fullmatch_bytes(pattern: &bytes, string: &bytes, flags: int = 0) -> BytesMatch|none ; !re.error => re::fullmatch_bytes
re.findall_bytes(pattern: &bytes, string: &bytes, flags: int = 0) -> list[bytes] ; !re.error => re::findall_bytes
re.findall_bytes_groups(pattern: &bytes, string: &bytes, flags: int = 0) -> list[tups[bytes]] ; !re.error => re::findall_bytes_groups
re.finditer_bytes(pattern: &bytes, string: &bytes, flags: int = 0) -> iterator[BytesMatch] ; !re.error => re::finditer_bytes
re.split_bytes(pattern: &bytes, string: &bytes, maxsplit: int = 0, flags: int = 0) -> list[bytes] ; !re.error => re::split_bytes
re.sub_bytes(pattern: &bytes, repl: fn[BytesMatch]->bytes, string: &bytes, count: int = 0, flags: int = 0) -> bytes ; !Exception => re::sub_bytes_with
re.sub_bytes(pattern: &bytes, repl: &bytes, string: &bytes, count: int = 0, flags: int = 0) -> bytes ; !re.error => re::sub_bytes
re.subn_bytes(pattern: &bytes, repl: &bytes, string: &bytes, count: int = 0, flags: int = 0) -> tup[bytes, int] ; !re.error => re::subn_bytes
re.escape_bytes(pattern: &bytes) -> bytes => re::escape_bytes

Pattern.groups: int => groups
Pattern.flags: int => flags
Pattern.pattern: str => pattern
Pattern.search(string: &str) -> Match|none => search
Pattern.search(string: &str, pos: int, endpos: opt[int] = none) -> Match|none => search_in
Pattern.match(string: &str) -> Match|none => match_
Pattern.match(string: &str, pos: int, endpos: opt[int] = none) -> Match|none => match_in
Pattern.fullmatch(string: &str) -> Match|none => fullmatch
Pattern.findall(string: &str) -> list[str] => findall
Pattern.finditer(string: &str) -> iterator[Match] => finditer
Pattern.split(string: &str, maxsplit: int = 0) -> list[str] => split
Pattern.sub(repl: fn[Match]->str, string: &str, count: int = 0) -> str ; !Exception => sub_with
Pattern.sub(repl: &str, string: &str, count: int = 0) -> str ; !re.error => sub
Pattern.subn(repl: &str, string: &str, count: int = 0) -> tup[str, int] ; !re.error => subn

GroupsPattern.groups: int => groups
GroupsPattern.flags: int => flags
GroupsPattern.pattern: str => pattern
GroupsPattern.search(string: &str) -> Match|none => search
GroupsPattern.search(string: &str, pos: int, endpos: opt[int] = none) -> Match|none => search_in
GroupsPattern.match(string: &str) -> Match|none => match_
GroupsPattern.match(string: &str, pos: int, endpos: opt[int] = none) -> Match|none => match_in
GroupsPattern.fullmatch(string: &str) -> Match|none => fullmatch
GroupsPattern.findall(string: &str) -> list[tups[str]] => findall_groups
GroupsPattern.finditer(string: &str) -> iterator[Match] => finditer
GroupsPattern.split(string: &str, maxsplit: int = 0) -> list[str] => split
GroupsPattern.sub(repl: fn[Match]->str, string: &str, count: int = 0) -> str ; !Exception => sub_with
GroupsPattern.sub(repl: &str, string: &str, count: int = 0) -> str ; !re.error => sub
GroupsPattern.subn(repl: &str, string: &str, count: int = 0) -> tup[str, int] ; !re.error => subn

Match.string: str => string
Match.re: Pattern => re
Match.lastindex: int|none => lastindex
Match.lastgroup: str|none => lastgroup
Match.group() -> str => whole
Match.group(a: &int|str|none) -> str|none ; !IndexError => group
Match.group(a: &int|str, b: &int|str) -> tup[str|none, str|none] ; !IndexError => group2
Match.group(a: &int|str, b: &int|str, c: &int|str) -> tup[str|none, str|none, str|none] ; !IndexError => group3
Match.group(a: &int|str, b: &int|str, c: &int|str, d: &int|str) -> tup[str|none, str|none, str|none, str|none] ; !IndexError => group4
Match.group(a: &int|str, b: &int|str, c: &int|str, d: &int|str, e: &int|str) -> tup[str|none, str|none, str|none, str|none, str|none] ; !IndexError => group5
Match.group(a: &int|str, b: &int|str, c: &int|str, d: &int|str, e: &int|str, f: &int|str) -> tup[str|none, str|none, str|none, str|none, str|none, str|none] ; !IndexError => group6
Match.__getitem__(group: &int|str|none) -> str|none ; !IndexError => group
Match.expand(template: &str) -> str ; !re.error IndexError => expand
Match.groups() -> tups[str|none] => groups
Match.groups(default: &str) -> tups[str] => groups_or
Match.groupdict() -> dict[str, str|none] => groupdict
Match.groupdict(default: &str) -> dict[str, str] => groupdict_or
Match.start() -> nat => first
Match.start(group: &int|str|none) -> int ; !IndexError => start
Match.end() -> nat => last
Match.end(group: &int|str|none) -> int ; !IndexError => end
Match.span() -> tup[int, int] => bounds
Match.span(group: &int|str|none) -> tup[int, int] ; !IndexError => span

BytesPattern.groups: int => groups
BytesPattern.flags: int => flags
BytesPattern.pattern: bytes => pattern
BytesPattern.search(string: &bytes) -> BytesMatch|none => search
BytesPattern.search(string: &bytes, pos: int, endpos: opt[int] = none) -> BytesMatch|none => search_in
BytesPattern.match(string: &bytes) -> BytesMatch|none => match_
BytesPattern.match(string: &bytes, pos: int, endpos: opt[int] = none) -> BytesMatch|none => match_in
BytesPattern.fullmatch(string: &bytes) -> BytesMatch|none => fullmatch
BytesPattern.findall(string: &bytes) -> list[bytes] => findall
BytesPattern.finditer(string: &bytes) -> iterator[BytesMatch] => finditer
BytesPattern.split(string: &bytes, maxsplit: int = 0) -> list[bytes] => split
BytesPattern.sub(repl: fn[BytesMatch]->bytes, string: &bytes, count: int = 0) -> bytes ; !Exception => sub_with
BytesPattern.sub(repl: &bytes, string: &bytes, count: int = 0) -> bytes ; !re.error => sub
BytesPattern.subn(repl: &bytes, string: &bytes, count: int = 0) -> tup[bytes, int] ; !re.error => subn

BytesGroupsPattern.groups: int => groups
BytesGroupsPattern.flags: int => flags
BytesGroupsPattern.pattern: bytes => pattern
BytesGroupsPattern.search(string: &bytes) -> BytesMatch|none => search
BytesGroupsPattern.search(string: &bytes, pos: int, endpos: opt[int] = none) -> BytesMatch|none => search_in
BytesGroupsPattern.match(string: &bytes) -> BytesMatch|none => match_
BytesGroupsPattern.match(string: &bytes, pos: int, endpos: opt[int] = none) -> BytesMatch|none => match_in
BytesGroupsPattern.fullmatch(string: &bytes) -> BytesMatch|none => fullmatch
BytesGroupsPattern.findall(string: &bytes) -> list[tups[bytes]] => findall_groups
BytesGroupsPattern.finditer(string: &bytes) -> iterator[BytesMatch] => finditer
BytesGroupsPattern.split(string: &bytes, maxsplit: int = 0) -> list[bytes] => split
BytesGroupsPattern.sub(repl: fn[BytesMatch]->bytes, string: &bytes, count: int = 0) -> bytes ; !Exception => sub_with
BytesGroupsPattern.sub(repl: &bytes, string: &bytes, count: int = 0) -> bytes ; !re.error => sub
BytesGroupsPattern.subn(repl: &bytes, string: &bytes, count: int = 0) -> tup[bytes, int] ; !re.error => subn

BytesMatch.string: bytes => string
BytesMatch.re: BytesPattern => re
BytesMatch.lastindex: int|none => lastindex
BytesMatch.lastgroup: str|none => lastgroup
BytesMatch.group() -> bytes => whole
BytesMatch.group(a: &int|str|none) -> bytes|none ; !IndexError => group
BytesMatch.group(a: &int|str, b: &int|str) -> tup[bytes|none, bytes|none] ; !IndexError => group2
BytesMatch.group(a: &int|str, b: &int|str, c: &int|str) -> tup[bytes|none, bytes|none, bytes|none] ; !IndexError => group3
BytesMatch.group(a: &int|str, b: &int|str, c: &int|str, d: &int|str) -> tup[bytes|none, bytes|none, bytes|none, bytes|none] ; !IndexError => group4
BytesMatch.group(a: &int|str, b: &int|str, c: &int|str, d: &int|str, e: &int|str) -> tup[bytes|none, bytes|none, bytes|none, bytes|none, bytes|none] ; !IndexError => group5
BytesMatch.group(a: &int|str, b: &int|str, c: &int|str, d: &int|str, e: &int|str, f: &int|str) -> tup[bytes|none, bytes|none, bytes|none, bytes|none, bytes|none, bytes|none] ; !IndexError => group6
BytesMatch.__getitem__(group: &int|str|none) -> bytes|none ; !IndexError => group
BytesMatch.groups() -> tups[bytes|none] => groups
BytesMatch.groups(default: &bytes) -> tups[bytes] => groups_or
BytesMatch.groupdict() -> dict[str, bytes|none] => groupdict
BytesMatch.start() -> nat => first
BytesMatch.start(group: &int|str|none) -> int ; !IndexError => start
BytesMatch.end() -> nat => last
BytesMatch.end(group: &int|str|none) -> int ; !IndexError => end
BytesMatch.span() -> tup[int, int] => bounds
BytesMatch.span(group: &int|str|none) -> tup[int, int] ; !IndexError => span";

#[cfg(test)]
mod tests {
    use super::has_groups;

    #[test]
    fn groups_are_counted_as_python_counts_them() {
        assert!(has_groups("(a)(b)") && has_groups("(?P<x>a)(b)") && has_groups("((a)b)"));
        assert!(
            !has_groups("(?:a)(b)")
                && !has_groups(r"\(a)(b")
                && !has_groups("[(](a)")
                && !has_groups("[]()](?=b)")
        );
    }
}
