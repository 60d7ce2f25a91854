//! Lines of the Rust, and what comes above, beside and below them.

use std::collections::BTreeMap;

use super::attach::Attached;
use crate::align::{Words, align, words};

/// A comment does not make a line longer than this.
const WIDTH: usize = 100;

/// What is added, by the line that it is added at.
#[derive(Default)]
pub(super) struct Insertions {
    above: BTreeMap<usize, Vec<String>>,
    beside: BTreeMap<usize, String>,
    below: BTreeMap<usize, Vec<String>>,
}

impl Insertions {
    /// Above an item, its attributes and its documentation.
    pub fn above_item(&mut self, lines: &[&str], at: usize, it: &Attached<'_>) {
        let is_of_item =
            |line: &&str| line.trim_start().starts_with("///") || line.trim_start().starts_with("#[");
        let at = at - lines[..at].iter().rev().take_while(|line| is_of_item(line)).count();
        let indent = indent(lines[at]);
        let all = it.above.iter().chain(&it.beside);
        self.above.entry(at).or_default().extend(all.map(|text| line_of(indent, text)));
    }

    /// At a line that is a statement or a field by itself.
    pub fn at_line(&mut self, lines: &[&str], at: usize, it: &Attached<'_>) {
        self.at_statement(lines, at, at, it);
    }

    /// At the statement from one line to another, both inclusive.
    fn at_statement(&mut self, lines: &[&str], first: usize, last: usize, it: &Attached<'_>) {
        let is_branch = lines[first].trim_start().starts_with('}');
        let indent = if is_branch { indent(lines[first]) + 4 } else { indent(lines[first]) };
        // Before `} else if`, a comment would stand in the block above.
        let leading = if is_branch { &mut self.below } else { &mut self.above };
        let leading = leading.entry(if is_branch { last } else { first }).or_default();
        leading.extend(it.above.iter().map(|text| line_of(indent, text)));
        if let Some(text) = it.beside {
            let fits = first == last && lines[first].chars().count() + text.chars().count() + 4 <= WIDTH;
            if fits && !self.beside.contains_key(&first) {
                self.beside.insert(first, format!(" {}", line_of(0, text)));
            } else {
                leading.push(line_of(indent, text));
            }
        }
        if !it.below.is_empty() {
            let end = end_of(lines, first, last);
            let after = self.below.entry(end).or_default();
            after.extend(it.below.iter().map(|text| line_of(indent, text)));
        }
    }

    pub fn into_text(self, lines: &[&str]) -> String {
        let mut out = String::new();
        let mut add = |text: &str| {
            out.push_str(text);
            out.push('\n');
        };
        for (at, line) in lines.iter().enumerate() {
            self.above.get(&at).into_iter().flatten().for_each(|text| add(text));
            match self.beside.get(&at) {
                Some(text) => add(&format!("{line}{text}")),
                None => add(line),
            }
            self.below.get(&at).into_iter().flatten().for_each(|text| add(text));
        }
        out
    }
}

/// `// text`, of what may stand in a comment of Rust: nothing that turns the direction of writing.
fn line_of(indent: usize, text: &str) -> String {
    let is_plain =
        |c: &char| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().filter(is_plain).collect();
    format!("{:indent$}// {text}", "")
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The last line of the statement whose head ends at `last`.
fn end_of(lines: &[&str], first: usize, last: usize) -> usize {
    if !lines[last].ends_with('{') {
        return last;
    }
    let outer = indent(lines[first]);
    let closes =
        |line: &&str| indent(line) <= outer && line.trim_start().starts_with('}') && !line.ends_with('{');
    lines[last + 1..].iter().position(closes).map_or(last, |after| last + 1 + after)
}

/// The items of a file, by name.
pub(super) struct Items {
    variables: BTreeMap<String, usize>,
    classes: BTreeMap<String, usize>,
}

impl Items {
    pub fn of(lines: &[&str]) -> Self {
        let mut items = Items { variables: BTreeMap::new(), classes: BTreeMap::new() };
        for (at, line) in lines.iter().enumerate() {
            let line = line.trim_start();
            let line = line.strip_prefix("pub ").unwrap_or(line);
            let Some((kind, rest)) = line.split_once(' ') else { continue };
            let name = rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
            match kind {
                "const" | "static" => items.variables.entry(name.to_owned()).or_insert(at),
                "struct" | "enum" => items.classes.entry(name.to_owned()).or_insert(at),
                _ => continue,
            };
        }
        items
    }

    pub fn variable(&self, name: &str) -> Option<usize> {
        self.variables.get(name).copied()
    }

    pub fn class(&self, name: &str) -> Option<usize> {
        let fields = || self.classes.get(&format!("{name}Fields"));
        self.classes.get(name).or_else(fields).copied()
    }

    /// The line of a field.
    pub fn field(&self, lines: &[&str], class: &str, name: &str) -> Option<usize> {
        let start = self.class(class)?;
        let body = lines.get(start + 1..)?.iter().take_while(|line| line.starts_with(' '));
        let is_it = |line: &str| {
            let line = line.trim_start();
            let rest = line.strip_prefix("pub ").unwrap_or(line).strip_prefix(name);
            !name.is_empty() && rest.is_some_and(|rest| rest.starts_with(':'))
        };
        body.enumerate().find(|(_, line)| is_it(line)).map(|(after, _)| start + 1 + after)
    }
}

/// Places the comments of a function that begins at a line.
pub(super) fn in_body(lines: &[&str], at: usize, body: &[&Attached<'_>], insertions: &mut Insertions) {
    let Some(Body { pieces, words: rust, end }) = Body::of(lines, at) else { return };
    let outer = indent(lines[at]);
    let python: Vec<Words> = body.iter().map(|it| words(&it.header)).collect();
    let mut places = align(&python, &rust);
    // What stands for a statement may begin before the piece that is most like it.
    let mut free = 0;
    for (i, place) in places.iter_mut().enumerate() {
        let Some(found) = *place else { continue };
        let mut first = found;
        while first > free
            && indent(lines[pieces[first - 1].0]) <= indent(lines[pieces[first].0])
            && !rust[first - 1].is_disjoint(&python[i])
            && !lines[pieces[first - 1].0].trim_start().starts_with('}')
        {
            first -= 1;
        }
        *place = Some(first);
        free = found + 1;
    }
    for (i, it) in body.iter().enumerate().filter(|(_, it)| it.has_any()) {
        // What has no place of its own stands with the next statement that has one.
        let next = places[i..].iter().flatten().next();
        match next {
            Some(&place) => {
                let (first, last) = pieces[place];
                insertions.at_statement(lines, first, last, it);
            }
            None => {
                let all = it.above.iter().chain(&it.beside).chain(&it.below);
                let after = insertions.above.entry(end).or_default();
                after.extend(all.map(|text| line_of(outer + 4, text)));
            }
        }
    }
}

/// The body of a function of the Rust.
pub(crate) struct Body {
    /// Its statements, and the heads of those that have blocks: first line, last line.
    pub(crate) pieces: Vec<(usize, usize)>,
    /// The words in each.
    pub(crate) words: Vec<Words>,
    /// The line that closes it.
    pub(crate) end: usize,
}

impl Body {
    /// That of the function that begins at a line.
    pub(crate) fn of(lines: &[&str], at: usize) -> Option<Body> {
        let outer = indent(lines[at]);
        let end = at + lines[at..].iter().position(|line| *line == format!("{:outer$}}}", ""))?;
        let open = at + lines[at..end].iter().position(|line| line.ends_with('{'))?;
        let pieces = pieces(lines, open + 1, end);
        let words = pieces.iter().map(|(first, last)| words(&lines[*first..=*last].join(" "))).collect();
        Some(Body { pieces, words, end })
    }
}

/// The statements between two lines, and the heads of those that have blocks: first line, last line.
fn pieces(lines: &[&str], start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut is_open = false;
    for (at, line) in lines.iter().enumerate().take(end).skip(start) {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let is_end = line.ends_with([';', '{', '}']) || line.ends_with("},");
        let is_closing = line.trim_matches(['}', ')', ']', ',', ';', '{', ' ']).is_empty();
        match out.last_mut() {
            Some(last) if is_open => last.1 = at,
            _ if is_closing => continue,
            _ => out.push((at, at)),
        }
        is_open = !is_end;
    }
    out
}
