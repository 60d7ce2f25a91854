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
Match.__getitem__(group: &int|str|none) -> str|none ; !IndexError => group
Match.groups() -> tups[str|none] => groups
Match.groups(default: &str) -> tups[str] => groups_or
Match.groupdict() -> dict[str, str|none] => groupdict
Match.start() -> nat => first
Match.start(group: &int|str|none) -> int ; !IndexError => start
Match.end() -> nat => last
Match.end(group: &int|str|none) -> int ; !IndexError => end
Match.span() -> tup[int, int] => bounds
Match.span(group: &int|str|none) -> tup[int, int] ; !IndexError => span
";

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
