//! Replays `re_table.txt`: what `re` finds against CPython's answers, which `gen_re_table.py` wrote down.
#![forbid(unsafe_code)]

use portalis_rt::{Repr, Str, Tuple, py, re};

/// The text that a Python literal without quotes inside stands for.
fn unquoted(literal: &str) -> String {
    let mut text = String::new();
    let mut chars = literal[1..literal.len() - 1].chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n')) => text.push('\n'),
            ('\\', Some('t')) => text.push('\t'),
            ('\\', Some(c)) => text.push(c),
            (c, _) => text.push(c),
        }
    }
    text
}

fn shown<T: Repr>(value: &T) -> String {
    format!("{:?}", py(value))
}

fn or_none(text: Option<String>) -> String {
    text.unwrap_or_else(|| "None".to_owned())
}

fn answers(pattern: &str, text: &str) -> String {
    let compiled = match re::try_compile(pattern, 0) {
        Ok(compiled) => compiled,
        Err(error) => return format!("error: {}", error.message()),
    };
    let groups = |found: &re::Match| -> Tuple<Str> { found.groups_or("-") };
    let search = compiled.search(text).map(|found| {
        let index = or_none(found.lastindex().map(|index| index.to_string()));
        format!("({}, {}, {index})", shown(&found.bounds()), shown(&groups(&found)))
    });
    let full = compiled.fullmatch(text).map(|found| shown(&groups(&found)));
    let spans: Vec<String> = compiled.finditer(text).values().map(|found| shown(&found.bounds())).collect();
    let replaced = compiled.try_sub("<\\g<0>>", text, 0).expect("a replacement without errors");
    [or_none(search), or_none(full), format!("[{}]", spans.join(", ")), shown(&replaced)].join("\t")
}

#[test]
fn patterns_find_what_cpython_finds() {
    let table = include_str!("re_table.txt");
    let mut wrong = Vec::new();
    for line in table.lines() {
        let (pattern, rest) = line.split_once('\t').expect("a pattern");
        let (text, expected) = rest.split_once('\t').expect("a text");
        let found = answers(&unquoted(pattern), &unquoted(text));
        if found != expected {
            wrong.push(format!("{pattern} on {text}\n  CPython {expected}\n  here    {found}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        table.lines().count(),
        wrong[..wrong.len().min(20)].join("\n")
    );
}
