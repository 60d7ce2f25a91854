//! Patterns: text to [`Node`]. Source: Library Reference, "Regular Expression Syntax"; `Lib/re/_parser.py` for messages.

use crate::exc::{Exception, ReError, value_error};

/// Flags, as Python numbers them.
pub(super) const IGNORECASE: i64 = 2;
pub(super) const MULTILINE: i64 = 8;
pub(super) const DOTALL: i64 = 16;
pub(super) const UNICODE: i64 = 32;
pub(super) const VERBOSE: i64 = 64;
pub(super) const ASCII: i64 = 256;

/// A pattern.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Char(CharTest),
    At(Place),
    Group(Option<usize>, Box<Node>),
    Backref { group: usize, case: Case },
    Repeat { min: u32, max: Option<u32>, kind: Kind, body: Box<Node> },
    Concat(Vec<Node>),
    Alternatives(Vec<Node>),
    Look { is_ahead: bool, is_negated: bool, width: usize, body: Box<Node> },
    Atomic(Box<Node>),
    Conditional { group: usize, yes: Box<Node>, no: Box<Node> },
}

/// How often a repetition tries first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Greedy,
    Lazy,
    Possessive,
}

/// A test of one character.
#[derive(Clone, Debug)]
pub(super) struct CharTest {
    pub(super) set: Vec<SetItem>,
    pub(super) is_negated: bool,
    pub(super) case: Case,
}

/// A part of a set.
#[derive(Clone, Copy, Debug)]
pub(super) enum SetItem {
    One(char),
    Range(char, char),
    Class(Class, bool),
    Any,
}

/// Which letters are taken for one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Case {
    Exact,
    Ignored,
    /// Letters outside of ASCII are what they are.
    IgnoredInAscii,
}

/// `\d`, `\s`, `\w`, with Unicode's or ASCII's meaning.
#[derive(Clone, Copy, Debug)]
pub(super) enum Class {
    Digit { ascii: bool },
    Space { ascii: bool },
    Word { ascii: bool },
}

/// A test between characters.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// `^`, `\A`; after each newline with `MULTILINE`.
    Start { multiline: bool },
    /// `$`.
    End { multiline: bool },
    /// `\Z`.
    TextEnd,
    /// `\b`, `\B`.
    Boundary { is_negated: bool, ascii: bool },
}

/// What parsing found.
pub(super) struct Parsed {
    pub(super) node: Node,
    pub(super) n_groups: usize,
    pub(super) names: Vec<(String, usize)>,
    pub(super) flags: i64,
}

/// Reads `pattern`.
pub(super) fn parse(pattern: &str, flags: i64) -> Result<Parsed, Exception> {
    let mut parser = Parser {
        chars: pattern.chars().collect(),
        at: 0,
        flags,
        n_groups: 0,
        names: Vec::new(),
        open: Vec::new(),
        widths: vec![(0, None)],
        referred: Vec::new(),
        groups_before_look: None,
        may_set_flags: true,
    };
    let node = parser.alternatives()?;
    if parser.at < parser.chars.len() {
        return Err(parser.error("unbalanced parenthesis", parser.at));
    }
    if let Some((group, at)) = parser.referred.iter().find(|(group, _)| *group > parser.n_groups) {
        return Err(parser.error(&format!("invalid group reference {group}"), *at));
    }
    if parser.has(ASCII) && parser.has(UNICODE) {
        return Err(value_error("ASCII and UNICODE flags are incompatible"));
    }
    if !parser.has(ASCII) {
        parser.flags |= UNICODE;
    }
    Ok(Parsed { node, n_groups: parser.n_groups, names: parser.names, flags: parser.flags })
}

fn flag(letter: char) -> Option<i64> {
    Some(match letter {
        'i' => IGNORECASE,
        'm' => MULTILINE,
        's' => DOTALL,
        'x' => VERBOSE,
        'a' => ASCII,
        'u' => UNICODE,
        'L' => LOCALE,
        _ => return None,
    })
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    flags: i64,
    n_groups: usize,
    names: Vec<(String, usize)>,
    /// Groups that are not closed yet.
    open: Vec<usize>,
    /// How many characters each group takes, from the whole pattern on.
    widths: Vec<(usize, Option<usize>)>,
    /// Groups that conditions ask about, and where.
    referred: Vec<(usize, usize)>,
    /// How many groups there were before the outermost look-behind around here.
    groups_before_look: Option<usize>,
    /// Whether nothing but flags and comments has been read.
    may_set_flags: bool,
}

/// Flags of which one excludes the others.
const KINDS: i64 = ASCII | UNICODE | LOCALE;
const LOCALE: i64 = 4;

impl Parser {
    fn error(&self, message: &str, at: usize) -> Exception {
        let newlines = self.chars[..at.min(self.chars.len())].iter().filter(|c| **c == '\n').count();
        if !self.chars.contains(&'\n') {
            return Exception::new(ReError, format!("{message} at position {at}"));
        }
        let column =
            at - self.chars[..at].iter().rposition(|c| *c == '\n').map_or(0, |newline| newline + 1) + 1;
        Exception::new(
            ReError,
            format!("{message} at position {at} (line {}, column {column})", newlines + 1),
        )
    }

    fn has(&self, flag: i64) -> bool {
        self.flags & flag != 0
    }

    fn is_ascii(&self) -> bool {
        self.has(ASCII)
    }

    fn case(&self) -> Case {
        match (self.has(IGNORECASE), self.is_ascii()) {
            (false, _) => Case::Exact,
            (true, false) => Case::Ignored,
            (true, true) => Case::IgnoredInAscii,
        }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }

    fn char_node(&self, item: SetItem) -> Node {
        Node::Char(CharTest { set: vec![item], is_negated: false, case: self.case() })
    }

    fn alternatives(&mut self) -> Result<Node, Exception> {
        let mut options = vec![self.concat()?];
        while self.eat('|') {
            self.may_set_flags = false;
            options.push(self.concat()?);
        }
        Ok(if options.len() == 1 { options.swap_remove(0) } else { Node::Alternatives(options) })
    }

    fn skip_verbose(&mut self) {
        while self.has(VERBOSE) {
            match self.peek() {
                Some(c) if c.is_ascii_whitespace() || c == '\u{b}' => self.at += 1,
                Some('#') => {
                    while self.peek().is_some_and(|c| c != '\n') {
                        self.at += 1;
                    }
                }
                _ => return,
            }
        }
    }

    fn concat(&mut self) -> Result<Node, Exception> {
        let mut parts = Vec::new();
        loop {
            self.skip_verbose();
            match self.peek() {
                None | Some('|' | ')') => return Ok(Node::Concat(parts)),
                Some(_) => {}
            }
            let Some(node) = self.atom()? else { continue };
            self.may_set_flags = false;
            parts.push(self.repeat(node)?);
        }
    }

    /// A repetition behind `node`.
    fn repeat(&mut self, mut node: Node) -> Result<Node, Exception> {
        let mut is_repeated = false;
        loop {
            self.skip_verbose();
            let here = self.at;
            let (min, max) = match self.peek() {
                Some('*') => (0, None),
                Some('+') => (1, None),
                Some('?') => (0, Some(1)),
                Some('{') => match self.counts()? {
                    Some(counts) => counts,
                    None => return Ok(node),
                },
                _ => return Ok(node),
            };
            if self.at == here {
                self.at += 1;
            }
            if matches!(node, Node::At(_)) {
                return Err(self.error("nothing to repeat", here));
            }
            if is_repeated {
                return Err(self.error("multiple repeat", here));
            }
            is_repeated = true;
            let kind = if self.eat('?') {
                Kind::Lazy
            } else if self.eat('+') {
                Kind::Possessive
            } else {
                Kind::Greedy
            };
            node = Node::Repeat { min, max, kind, body: Box::new(node) };
        }
    }

    /// `{m,n}`; `None` where the brace is a character like others.
    fn counts(&mut self) -> Result<Option<(u32, Option<u32>)>, Exception> {
        let start = self.at;
        self.at += 1;
        let low = self.number();
        let has_comma = self.eat(',');
        let high = if has_comma { self.number() } else { low.clone() };
        if !self.eat('}') || (low.is_empty() && !has_comma) {
            self.at = start;
            return Ok(None);
        }
        let too_large = || Exception::new(crate::exc::OverflowError, "the repetition number is too large");
        let min = if low.is_empty() { 0 } else { low.parse().map_err(|_| too_large())? };
        let max = if high.is_empty() { None } else { Some(high.parse::<u32>().map_err(|_| too_large())?) };
        if max.is_some_and(|max| max < min) {
            return Err(self.error("min repeat greater than max repeat", start + 1));
        }
        Ok(Some((min, max)))
    }

    fn number(&mut self) -> String {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        self.chars[start..self.at].iter().collect()
    }

    /// One item; `None` for a comment or flags.
    fn atom(&mut self) -> Result<Option<Node>, Exception> {
        let start = self.at;
        let Some(c) = self.peek() else { return Ok(None) };
        self.at += 1;
        Ok(Some(match c {
            '.' if self.has(DOTALL) => self.char_node(SetItem::Any),
            '.' => {
                Node::Char(CharTest { set: vec![SetItem::One('\n')], is_negated: true, case: Case::Exact })
            }
            '^' => Node::At(Place::Start { multiline: self.has(MULTILINE) }),
            '$' => Node::At(Place::End { multiline: self.has(MULTILINE) }),
            '(' => return self.group(start),
            '[' => self.set(start)?,
            '\\' => self.escape(start)?,
            '*' | '+' | '?' => return Err(self.error("nothing to repeat", start)),
            '{' => {
                self.at = start;
                let is_count = self.counts()?.is_some();
                if is_count {
                    return Err(self.error("nothing to repeat", start));
                }
                self.at = start + 1;
                self.char_node(SetItem::One('{'))
            }
            c => self.char_node(SetItem::One(c)),
        }))
    }

    fn class(&self, letter: char) -> Option<SetItem> {
        let ascii = self.is_ascii();
        let class = match letter.to_ascii_lowercase() {
            'd' => Class::Digit { ascii },
            's' => Class::Space { ascii },
            'w' => Class::Word { ascii },
            _ => return None,
        };
        Some(SetItem::Class(class, letter.is_ascii_uppercase()))
    }

    fn escape(&mut self, start: usize) -> Result<Node, Exception> {
        let Some(c) = self.peek() else { return Err(self.error("bad escape (end of pattern)", start)) };
        if let Some(class) = self.class(c) {
            self.at += 1;
            return Ok(Node::Char(CharTest { set: vec![class], is_negated: false, case: Case::Exact }));
        }
        let ascii = self.is_ascii();
        let place = match c {
            'A' => Some(Place::Start { multiline: false }),
            'Z' => Some(Place::TextEnd),
            'b' => Some(Place::Boundary { is_negated: false, ascii }),
            'B' => Some(Place::Boundary { is_negated: true, ascii }),
            _ => None,
        };
        if let Some(place) = place {
            self.at += 1;
            return Ok(Node::At(place));
        }
        if c.is_ascii_digit() && c != '0' {
            let digits: String = self.chars[self.at..].iter().take_while(|c| c.is_ascii_digit()).collect();
            let is_octal = digits.len() >= 3 && digits[..3].chars().all(|c| c < '8') && c < '4';
            if !is_octal {
                let digits = &digits[..digits.len().min(2)];
                self.at += digits.len();
                let group: usize = digits.parse().unwrap_or_default();
                return self.backref(group, start + 1);
            }
        }
        let c = self.char_escape(start)?;
        Ok(self.char_node(SetItem::One(c)))
    }

    fn backref(&self, group: usize, at: usize) -> Result<Node, Exception> {
        if group > self.n_groups {
            return Err(self.error(&format!("invalid group reference {group}"), at));
        }
        if self.open.contains(&group) {
            return Err(self.error("cannot refer to an open group", at - 1));
        }
        self.check_look_behind(group)?;
        Ok(Node::Backref { group, case: self.case() })
    }

    /// Inside of a look-behind, only groups from before it are known.
    fn check_look_behind(&self, group: usize) -> Result<(), Exception> {
        match self.groups_before_look {
            Some(_) if group > self.n_groups || self.open.contains(&group) => {
                Err(self.error("cannot refer to an open group", self.at))
            }
            Some(before) if group > before => {
                Err(self.error("cannot refer to group defined in the same lookbehind subpattern", self.at))
            }
            _ => Ok(()),
        }
    }

    /// An escape that stands for a character; the backslash is at `start`.
    fn char_escape(&mut self, start: usize) -> Result<char, Exception> {
        let Some(c) = self.peek() else { return Err(self.error("bad escape (end of pattern)", start)) };
        self.at += 1;
        let width = match c {
            'n' => return Ok('\n'),
            't' => return Ok('\t'),
            'r' => return Ok('\r'),
            'f' => return Ok('\u{c}'),
            'v' => return Ok('\u{b}'),
            'a' => return Ok('\u{7}'),
            'x' => 2,
            'u' => 4,
            'U' => 8,
            '0'..='7' => {
                let mut code = c.to_digit(8).unwrap_or_default();
                for _ in 0..2 {
                    let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) else { break };
                    code = code * 8 + digit;
                    self.at += 1;
                }
                return Ok(char::from_u32(code).unwrap_or_default());
            }
            'N' if self.peek() == Some('{') => {
                crate::output::trap("a character by its name in a regular expression is not supported")
            }
            c if c.is_ascii_alphanumeric() => {
                return Err(self.error(&format!("bad escape \\{c}"), start));
            }
            c => return Ok(c),
        };
        let digits: String =
            self.chars[self.at..].iter().take(width).take_while(|c| c.is_ascii_hexdigit()).collect();
        if digits.len() < width {
            return Err(self.error(&format!("incomplete escape \\{c}{digits}"), start));
        }
        self.at += width;
        let code = u32::from_str_radix(&digits, 16).unwrap_or_default();
        char::from_u32(code).ok_or_else(|| self.error(&format!("bad escape \\{c}{digits}"), start))
    }

    fn set(&mut self, start: usize) -> Result<Node, Exception> {
        let is_negated = self.eat('^');
        let mut set = Vec::new();
        let mut is_first = true;
        loop {
            let here = self.at;
            let Some(c) = self.peek() else {
                return Err(self.error("unterminated character set", start));
            };
            self.at += 1;
            if c == ']' && !is_first {
                break;
            }
            is_first = false;
            let low = self.set_item(c, here)?;
            if self.peek() != Some('-') || matches!(self.chars.get(self.at + 1), Some(']')) {
                set.push(low);
                continue;
            }
            self.at += 1;
            let end = self.at;
            let Some(c) = self.peek() else {
                return Err(self.error("unterminated character set", start));
            };
            self.at += 1;
            let high = self.set_item(c, end)?;
            let text: String = self.chars[here..self.at].iter().collect();
            match (low, high) {
                (SetItem::One(low), SetItem::One(high)) if low <= high => set.push(SetItem::Range(low, high)),
                _ => return Err(self.error(&format!("bad character range {text}"), here)),
            }
        }
        Ok(Node::Char(CharTest { set, is_negated, case: self.case() }))
    }

    fn set_item(&mut self, c: char, start: usize) -> Result<SetItem, Exception> {
        if c != '\\' {
            return Ok(SetItem::One(c));
        }
        if let Some(class) = self.peek().and_then(|c| self.class(c)) {
            self.at += 1;
            return Ok(class);
        }
        if self.eat('b') {
            return Ok(SetItem::One('\u{8}'));
        }
        self.char_escape(start).map(SetItem::One)
    }

    /// What a parenthesis at `start` opens.
    fn group(&mut self, start: usize) -> Result<Option<Node>, Exception> {
        let outer = self.flags;
        let may_set_flags = std::mem::replace(&mut self.may_set_flags, false);
        if !self.eat('?') {
            return self.capture(start, outer).map(Some);
        }
        let Some(c) = self.peek() else { return Err(self.error("unexpected end of pattern", self.at)) };
        self.at += 1;
        let wrap: fn(Box<Node>) -> Node = match c {
            ':' => |body| Node::Group(None, body),
            '>' => Node::Atomic,
            'P' => return self.named(start, outer).map(Some),
            '#' => {
                while let Some(c) = self.peek() {
                    self.at += 1;
                    if c == ')' {
                        self.may_set_flags = may_set_flags;
                        return Ok(None);
                    }
                }
                return Err(self.error("missing ), unterminated comment", start));
            }
            '=' | '!' => return self.look(true, c == '!', start).map(Some),
            '<' => match self.peek() {
                Some(c @ ('=' | '!')) => {
                    self.at += 1;
                    return self.look(false, c == '!', start).map(Some);
                }
                Some(c) => return Err(self.error(&format!("unknown extension ?<{c}"), start + 1)),
                None => return Err(self.error("unexpected end of pattern", self.at)),
            },
            '(' => return self.conditional(start).map(Some),
            c if c == '-' || flag(c).is_some() => {
                self.at -= 1;
                self.may_set_flags = may_set_flags;
                return self.inline_flags(start, outer);
            }
            c => return Err(self.error(&format!("unknown extension ?{c}"), start + 1)),
        };
        let body = self.alternatives()?;
        self.close(start)?;
        Ok(Some(wrap(Box::new(body))))
    }

    fn close(&mut self, start: usize) -> Result<(), Exception> {
        if self.eat(')') {
            return Ok(());
        }
        Err(self.error("missing ), unterminated subpattern", start))
    }

    fn capture(&mut self, start: usize, outer: i64) -> Result<Node, Exception> {
        self.n_groups += 1;
        let index = self.n_groups;
        self.open.push(index);
        self.widths.push((0, None));
        let body = self.alternatives()?;
        self.close(start)?;
        self.open.pop();
        self.widths[index] = body.width(&self.widths);
        self.flags = outer;
        Ok(Node::Group(Some(index), Box::new(body)))
    }

    /// A name up to `end`.
    fn name(&mut self, end: char, what: &str) -> Result<String, Exception> {
        let start = self.at;
        while let Some(c) = self.peek() {
            self.at += 1;
            if c != end {
                continue;
            }
            let name: String = self.chars[start..self.at - 1].iter().collect();
            if name.is_empty() {
                return Err(self.error(&format!("missing {what}"), start));
            }
            return Ok(name);
        }
        let message = if self.at == start {
            format!("missing {what}")
        } else {
            format!("missing {end}, unterminated name")
        };
        Err(self.error(&message, start))
    }

    fn check_name(&self, name: &str, at: usize) -> Result<(), Exception> {
        let starts = name.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_');
        if starts && name.chars().all(|c| c.is_alphanumeric() || c == '_') {
            return Ok(());
        }
        Err(self.error(&format!("bad character in group name '{name}'"), at))
    }

    fn named(&mut self, start: usize, outer: i64) -> Result<Node, Exception> {
        if self.eat('<') {
            let at = self.at;
            let name = self.name('>', "group name")?;
            self.check_name(&name, at)?;
            if let Some((_, old)) = self.names.iter().find(|(known, _)| *known == name) {
                let message = format!(
                    "redefinition of group name '{name}' as group {}; was group {old}",
                    self.n_groups + 1
                );
                return Err(self.error(&message, at));
            }
            self.names.push((name, self.n_groups + 1));
            return self.capture(start, outer);
        }
        if self.eat('=') {
            let at = self.at;
            let name = self.name(')', "group name")?;
            self.check_name(&name, at)?;
            let found = self.names.iter().find(|(known, _)| *known == name).map(|(_, index)| *index);
            return match found {
                Some(index) => self.backref(index, at),
                None => Err(self.error(&format!("unknown group name '{name}'"), at)),
            };
        }
        match self.peek() {
            Some(c) => Err(self.error(&format!("unknown extension ?P{c}"), start + 1)),
            None => Err(self.error("unexpected end of pattern", self.at)),
        }
    }

    fn look(&mut self, is_ahead: bool, is_negated: bool, start: usize) -> Result<Node, Exception> {
        let outer = self.groups_before_look;
        if !is_ahead {
            self.groups_before_look = outer.or(Some(self.n_groups));
        }
        let body = self.alternatives()?;
        self.close(start)?;
        self.groups_before_look = outer;
        let width = if is_ahead {
            0
        } else {
            match body.width(&self.widths) {
                (low, Some(high)) if low == high => low,
                _ => return Err(Exception::new(ReError, "look-behind requires fixed-width pattern")),
            }
        };
        Ok(Node::Look { is_ahead, is_negated, width, body: Box::new(body) })
    }

    fn conditional(&mut self, start: usize) -> Result<Node, Exception> {
        let at = self.at;
        let name = self.name(')', "group name")?;
        let found = self.names.iter().find(|(known, _)| *known == name).map(|(_, index)| *index);
        let group = match (found, name.parse::<usize>()) {
            (Some(index), _) | (None, Ok(index)) => index,
            (None, Err(_)) => {
                self.check_name(&name, at)?;
                return Err(self.error(&format!("unknown group name '{name}'"), at));
            }
        };
        if group == 0 {
            return Err(self.error("bad group number", at));
        }
        // The group may come later.
        self.referred.push((group, at));
        self.check_look_behind(group)?;
        let yes = self.concat()?;
        let no = if self.eat('|') { self.concat()? } else { Node::Concat(Vec::new()) };
        if self.peek() == Some('|') {
            return Err(self.error("conditional backref with more than two branches", self.at));
        }
        self.close(start)?;
        Ok(Node::Conditional { group, yes: Box::new(yes), no: Box::new(no) })
    }

    /// `(?i)` at the start of the pattern, or `(?i-s:…)`.
    fn inline_flags(&mut self, start: usize, outer: i64) -> Result<Option<Node>, Exception> {
        let (mut on, mut off) = (0, 0);
        let mut c = self.peek();
        while let Some(letter) = c.filter(|c| !")-:".contains(*c)) {
            let added = self.inline_flag(letter, "missing -, : or )")?;
            on |= added;
            if added & KINDS != 0 && on & KINDS != added {
                let message = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";
                return Err(self.error(message, self.at));
            }
            c = self.peek();
        }
        match c {
            None => return Err(self.error("missing -, : or )", self.at)),
            Some(')') => {
                self.at += 1;
                if !self.may_set_flags {
                    return Err(self.error("global flags not at the start of the expression", start));
                }
                self.flags |= on;
                return Ok(None);
            }
            Some('-') => {
                self.at += 1;
                let mut missing = "missing flag";
                loop {
                    match self.peek() {
                        None => return Err(self.error(missing, self.at)),
                        Some(':') if off != 0 => break,
                        Some(letter) => off |= self.inline_flag(letter, missing)?,
                    }
                    missing = "missing :";
                    if off & KINDS != 0 {
                        let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                        return Err(self.error(message, self.at));
                    }
                }
            }
            Some(_) => {}
        }
        self.at += 1;
        if on & off != 0 {
            return Err(self.error("bad inline flags: flag turned on and off", self.at - 1));
        }
        let kept = if on & KINDS == 0 { self.flags } else { self.flags & !KINDS };
        self.flags = (kept | on) & !off;
        self.may_set_flags = false;
        let body = self.alternatives()?;
        self.close(start)?;
        self.flags = outer;
        Ok(Some(Node::Group(None, Box::new(body))))
    }

    /// One letter of them.
    fn inline_flag(&mut self, letter: char, missing: &str) -> Result<i64, Exception> {
        let Some(found) = flag(letter) else {
            let message = if letter.is_alphabetic() { "unknown flag" } else { missing };
            return Err(self.error(message, self.at));
        };
        self.at += 1;
        if found == LOCALE {
            let message = "bad inline flags: cannot use 'L' flag with a str pattern";
            return Err(self.error(message, self.at));
        }
        Ok(found)
    }
}

impl Node {
    /// The least and the greatest number of characters that it takes, where those of the groups are known.
    pub(super) fn width(&self, groups: &[(usize, Option<usize>)]) -> (usize, Option<usize>) {
        match self {
            Node::Char(_) => (1, Some(1)),
            Node::At(_) | Node::Look { .. } => (0, Some(0)),
            Node::Group(_, body) | Node::Atomic(body) => body.width(groups),
            Node::Backref { group, .. } => groups.get(*group).copied().unwrap_or((0, None)),
            Node::Repeat { min, max, body, .. } => {
                let (low, high) = body.width(groups);
                let most = max.and_then(|max| high.map(|high| high * max as usize));
                (low * *min as usize, if high == Some(0) { Some(0) } else { most })
            }
            Node::Concat(parts) => parts.iter().fold((0, Some(0)), |(low, high), part| {
                let (a, b) = part.width(groups);
                (low + a, high.zip(b).map(|(x, y)| x + y))
            }),
            Node::Alternatives(options) => {
                let widths = options.iter().map(|option| option.width(groups));
                widths
                    .reduce(|(low, high), (a, b)| (low.min(a), high.zip(b).map(|(x, y)| x.max(y))))
                    .unwrap_or((0, Some(0)))
            }
            Node::Conditional { yes, no, .. } => {
                let ((a, b), (c, d)) = (yes.width(groups), no.width(groups));
                (a.min(c), b.zip(d).map(|(x, y)| x.max(y)))
            }
        }
    }
}
