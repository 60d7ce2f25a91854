//! A pattern as a list of instructions for the matcher.

use super::case::{any_of, fold};
use super::parse::{Case, CharTest, Class, Kind, Node, Place, SetItem};
use crate::str::chars::{is_alnum, is_decimal, is_space};

/// An instruction; numbers are positions of instructions.
#[derive(Clone, Debug)]
pub(super) enum Instr {
    Char(CharTest),
    At(Place),
    /// Remembers the position in a slot.
    Save(usize),
    Backref {
        group: usize,
        case: Case,
    },
    Jump(usize),
    /// Tries the first, then the second.
    Split(usize, usize),
    /// One test, `min` to `max` times.
    Many {
        test: CharTest,
        min: u32,
        max: Option<u32>,
        kind: Kind,
    },
    /// A counter starts at zero.
    Enter(usize),
    /// Another round from `body`, or on.
    Loop {
        counter: usize,
        min: u32,
        max: Option<u32>,
        is_lazy: bool,
        body: usize,
    },
    /// The part up to `end` looks around.
    Look {
        is_ahead: bool,
        is_negated: bool,
        width: usize,
        end: usize,
    },
    /// The part up to `end` is matched once and for all.
    Atomic {
        end: usize,
    },
    /// On where the group has matched, else to the other place.
    IfGroup {
        group: usize,
        otherwise: usize,
    },
    /// The end of the pattern, or of a part.
    Done,
}

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) instrs: Vec<Instr>,
    pub(super) n_counters: usize,
}

impl Program {
    pub(super) fn new(node: &Node) -> Program {
        let mut program = Program { instrs: Vec::new(), n_counters: 0 };
        program.node(node);
        program.instrs.push(Instr::Done);
        program
    }

    fn push(&mut self, instr: Instr) -> usize {
        self.instrs.push(instr);
        self.instrs.len() - 1
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Char(test) => {
                self.push(Instr::Char(test.clone()));
            }
            Node::At(place) => {
                self.push(Instr::At(*place));
            }
            Node::Group(None, body) => self.node(body),
            Node::Group(Some(index), body) => {
                self.push(Instr::Save(2 * index));
                self.node(body);
                self.push(Instr::Save(2 * index + 1));
            }
            Node::Backref { group, case } => {
                self.push(Instr::Backref { group: *group, case: *case });
            }
            Node::Concat(parts) => parts.iter().for_each(|part| self.node(part)),
            Node::Alternatives(options) => self.alternatives(options),
            Node::Repeat { min, max, kind, body } => self.repeat(*min, *max, *kind, body),
            Node::Look { is_ahead, is_negated, width, body } => {
                let (is_ahead, is_negated, width) = (*is_ahead, *is_negated, *width);
                let at = self.push(Instr::Done);
                self.part(body);
                let end = self.instrs.len();
                self.instrs[at] = Instr::Look { is_ahead, is_negated, width, end };
            }
            Node::Atomic(body) => self.atomic(body),
            Node::Conditional { group, yes, no } => {
                let test = self.push(Instr::Done);
                self.node(yes);
                let jump = self.push(Instr::Done);
                let otherwise = self.instrs.len();
                self.instrs[test] = Instr::IfGroup { group: *group, otherwise };
                self.node(no);
                self.instrs[jump] = Instr::Jump(self.instrs.len());
            }
        }
    }

    fn part(&mut self, body: &Node) {
        self.node(body);
        self.push(Instr::Done);
    }

    fn atomic(&mut self, body: &Node) {
        let at = self.push(Instr::Done);
        self.part(body);
        self.instrs[at] = Instr::Atomic { end: self.instrs.len() };
    }

    fn alternatives(&mut self, options: &[Node]) {
        let mut jumps = Vec::new();
        for (i, option) in options.iter().enumerate() {
            if i + 1 == options.len() {
                self.node(option);
                break;
            }
            let split = self.push(Instr::Done);
            self.node(option);
            jumps.push(self.push(Instr::Done));
            self.instrs[split] = Instr::Split(split + 1, self.instrs.len());
        }
        let end = self.instrs.len();
        for jump in jumps {
            self.instrs[jump] = Instr::Jump(end);
        }
    }

    fn repeat(&mut self, min: u32, max: Option<u32>, kind: Kind, body: &Node) {
        if let Node::Char(test) = body {
            self.push(Instr::Many { test: test.clone(), min, max, kind });
            return;
        }
        if kind == Kind::Possessive {
            let greedy = Node::Repeat { min, max, kind: Kind::Greedy, body: Box::new(body.clone()) };
            return self.atomic(&greedy);
        }
        let counter = self.n_counters;
        self.n_counters += 1;
        self.push(Instr::Enter(counter));
        // The loop decides before each round.
        let jump = self.push(Instr::Done);
        let start = self.instrs.len();
        self.node(body);
        self.instrs[jump] = Instr::Jump(self.instrs.len());
        self.push(Instr::Loop { counter, min, max, is_lazy: kind == Kind::Lazy, body: start });
    }
}

/// `\w`.
pub(super) fn is_word(c: char, ascii: bool) -> bool {
    if ascii { c.is_ascii_alphanumeric() || c == '_' } else { is_alnum(c) || c == '_' }
}

impl Case {
    /// A letter as it is compared.
    pub(super) fn fold(self, c: char) -> char {
        match self {
            Case::Exact => c,
            Case::Ignored => fold(c),
            Case::IgnoredInAscii => c.to_ascii_lowercase(),
        }
    }
}

impl CharTest {
    pub(super) fn matches(&self, c: char) -> bool {
        let mut found = self.set.iter().any(|item| item.matches(c));
        let is_ignored = match self.case {
            Case::Exact => false,
            Case::Ignored => true,
            Case::IgnoredInAscii => c.is_ascii(),
        };
        if !found && is_ignored {
            let folded = self.case.fold(c);
            found = self.set.iter().any(|item| match item {
                SetItem::One(one) => self.case.fold(*one) == folded,
                SetItem::Class(..) | SetItem::Any => item.matches(folded),
                SetItem::Range(..) => match self.case {
                    Case::IgnoredInAscii => item.matches(folded) || item.matches(folded.to_ascii_uppercase()),
                    Case::Exact | Case::Ignored => any_of(folded, |letter| item.matches(letter)),
                },
            });
        }
        found != self.is_negated
    }
}

impl SetItem {
    fn matches(self, c: char) -> bool {
        match self {
            SetItem::One(one) => c == one,
            SetItem::Range(low, high) => (low..=high).contains(&c),
            SetItem::Any => true,
            SetItem::Class(class, is_negated) => {
                let found = match class {
                    Class::Digit { ascii: true } => c.is_ascii_digit(),
                    Class::Digit { ascii: false } => is_decimal(c),
                    Class::Space { ascii: true } => c.is_ascii_whitespace() || c == '\u{b}',
                    Class::Space { ascii: false } => is_space(c),
                    Class::Word { ascii } => is_word(c, ascii),
                };
                found != is_negated
            }
        }
    }
}
