//! The matcher: runs a [`Program`], backtracking as Python's does, with a stack of its own, so that no text is too long.
//!
//! Everything that a step changes is noted on the stack and undone when another way is tried.

use super::parse::{Case, CharTest, Kind, Place};
use super::program::{Instr, Program, is_word};

/// Something to come back to.
enum Back {
    /// Go on there.
    Branch {
        pc: usize,
        pos: usize,
    },
    /// A greedy `Many` gives characters back, one a time, down to `least`; a lazy one takes more, up to `most`.
    Fewer {
        pc: usize,
        pos: usize,
        least: usize,
    },
    More {
        pc: usize,
        pos: usize,
        most: usize,
        test: usize,
    },
    /// A slot had this value.
    Slot(usize, Option<usize>),
    /// A counter had this value, and its round began there.
    Counter(usize, u32, Option<usize>),
}

/// One attempt to match.
pub(super) struct Matcher<'a> {
    program: &'a Program,
    text: &'a [char],
    /// The end of what is searched.
    end: usize,
    /// Where groups begin and end, and the group that was closed last.
    pub(super) slots: Vec<Option<usize>>,
    counters: Vec<(u32, Option<usize>)>,
    stack: Vec<Back>,
    must_end: bool,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(program: &'a Program, n_groups: usize, text: &'a [char], end: usize) -> Self {
        Matcher {
            program,
            text,
            end,
            slots: vec![None; 2 * (n_groups + 1) + 1],
            counters: vec![(0, None); program.n_counters],
            stack: Vec::new(),
            must_end: false,
        }
    }

    /// Whether the pattern matches at `start`; with `is_full`, up to the end. The slots say where.
    pub(super) fn matches_at(&mut self, start: usize, is_full: bool) -> bool {
        self.slots.fill(None);
        self.counters.fill((0, None));
        self.stack.clear();
        self.must_end = is_full;
        match self.run(0, start, true) {
            Some(end) => {
                (self.slots[0], self.slots[1]) = (Some(start), Some(end));
                true
            }
            None => false,
        }
    }

    /// Looks for another match at `start` that is not empty, after one that is.
    pub(super) fn other_end(&mut self, start: usize) -> bool {
        while let Some((pc, pos)) = self.back(0) {
            match self.run(pc, pos, true) {
                Some(end) if end != start => {
                    self.slots[1] = Some(end);
                    return true;
                }
                // What is left on the stack may still lead there.
                Some(_) | None => {}
            }
        }
        false
    }

    fn set_slot(&mut self, slot: usize, value: Option<usize>) {
        self.stack.push(Back::Slot(slot, self.slots[slot]));
        self.slots[slot] = value;
    }

    fn set_counter(&mut self, counter: usize, value: (u32, Option<usize>)) {
        let (count, began) = self.counters[counter];
        self.stack.push(Back::Counter(counter, count, began));
        self.counters[counter] = value;
    }

    /// Runs from `pc` to `Done`: where it ends, or `None`, with everything undone.
    fn run(&mut self, mut pc: usize, mut pos: usize, is_whole: bool) -> Option<usize> {
        let base = self.stack.len();
        let program = self.program;
        loop {
            let next = match &program.instrs[pc] {
                Instr::Done if is_whole && self.must_end && pos != self.end => None,
                Instr::Done => return Some(pos),
                Instr::Char(test) => {
                    (pos < self.end && test.matches(self.text[pos])).then(|| (pc + 1, pos + 1))
                }
                Instr::At(place) => self.is_at(*place, pos).then_some((pc + 1, pos)),
                Instr::Save(slot) => {
                    self.set_slot(*slot, Some(pos));
                    if slot % 2 == 1 {
                        self.set_slot(self.slots.len() - 1, Some(slot / 2));
                    }
                    Some((pc + 1, pos))
                }
                Instr::Backref { group, case } => self.backref(*group, *case, pos).map(|pos| (pc + 1, pos)),
                Instr::Jump(to) => Some((*to, pos)),
                Instr::Split(first, second) => {
                    self.stack.push(Back::Branch { pc: *second, pos });
                    Some((*first, pos))
                }
                Instr::Many { test, min, max, kind } => {
                    self.many(test, *min, *max, *kind, pc, pos).map(|pos| (pc + 1, pos))
                }
                Instr::Enter(counter) => {
                    self.set_counter(*counter, (0, None));
                    Some((pc + 1, pos))
                }
                Instr::Loop { counter, min, max, is_lazy, body } => {
                    Some(self.round(*counter, (*min, *max), *is_lazy, *body, pc, pos))
                }
                Instr::Look { is_ahead, is_negated, width, end } => {
                    self.look(*is_ahead, *is_negated, *width, pc, pos).then_some((*end, pos))
                }
                Instr::Atomic { end } => self.part(pc + 1, pos).map(|pos| (*end, pos)),
                Instr::IfGroup { group, otherwise } => {
                    let has_matched = self.slots[2 * group + 1].is_some();
                    Some((if has_matched { pc + 1 } else { *otherwise }, pos))
                }
            };
            match next.or_else(|| self.back(base)) {
                Some(next) => (pc, pos) = next,
                None => return None,
            }
        }
    }

    /// The next way to try, everything since then undone.
    fn back(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Back::Branch { pc, pos } => return Some((pc, pos)),
                Back::Fewer { pc, pos, least } => {
                    if pos - 1 > least {
                        self.stack.push(Back::Fewer { pc, pos: pos - 1, least });
                    }
                    return Some((pc, pos - 1));
                }
                Back::More { pc, pos, most, test } => {
                    let Instr::Many { test: wanted, .. } = &self.program.instrs[test] else { continue };
                    if !wanted.matches(self.text[pos]) {
                        continue;
                    }
                    if pos + 1 < most {
                        self.stack.push(Back::More { pc, pos: pos + 1, most, test });
                    }
                    return Some((pc, pos + 1));
                }
                Back::Slot(slot, value) => self.slots[slot] = value,
                Back::Counter(counter, count, began) => self.counters[counter] = (count, began),
            }
        }
        None
    }

    fn many(
        &mut self,
        test: &CharTest,
        min: u32,
        max: Option<u32>,
        kind: Kind,
        pc: usize,
        pos: usize,
    ) -> Option<usize> {
        let most = max.map_or(self.end, |max| self.end.min(pos.saturating_add(max as usize)));
        let wanted = if kind == Kind::Lazy { most.min(pos.saturating_add(min as usize)) } else { most };
        let n = self.text[pos..wanted].iter().take_while(|c| test.matches(**c)).count();
        if n < min as usize {
            return None;
        }
        let (least, here) = (pos + min as usize, pos + n);
        match kind {
            Kind::Greedy if here > least => self.stack.push(Back::Fewer { pc: pc + 1, pos: here, least }),
            Kind::Lazy if here < most => {
                self.stack.push(Back::More { pc: pc + 1, pos: here, most, test: pc });
            }
            _ => {}
        }
        Some(here)
    }

    /// Whether a loop makes another round.
    fn round(
        &mut self,
        counter: usize,
        (min, max): (u32, Option<u32>),
        is_lazy: bool,
        body: usize,
        pc: usize,
        pos: usize,
    ) -> (usize, usize) {
        let (count, began) = self.counters[counter];
        // A round that took nothing is the last.
        let may_go_on = max.is_none_or(|max| count < max) && (began != Some(pos) || count < min);
        if count < min {
            self.set_counter(counter, (count + 1, Some(pos)));
            return (body, pos);
        }
        if !may_go_on {
            return (pc + 1, pos);
        }
        if is_lazy {
            // Coming back sets the counter for the round; failing there undoes it.
            self.stack.push(Back::Counter(counter, count, began));
            self.stack.push(Back::Branch { pc: body, pos });
            self.stack.push(Back::Counter(counter, count + 1, Some(pos)));
            return (pc + 1, pos);
        }
        self.stack.push(Back::Branch { pc: pc + 1, pos });
        self.set_counter(counter, (count + 1, Some(pos)));
        (body, pos)
    }

    /// A part that is matched once: its other ways are forgotten, what it changed is not.
    fn part(&mut self, pc: usize, pos: usize) -> Option<usize> {
        let base = self.stack.len();
        let found = self.run(pc, pos, false)?;
        let undo = self.stack.split_off(base);
        self.stack.extend(undo.into_iter().filter(|back| matches!(back, Back::Slot(..) | Back::Counter(..))));
        Some(found)
    }

    fn look(&mut self, is_ahead: bool, is_negated: bool, width: usize, pc: usize, pos: usize) -> bool {
        let start = if is_ahead { Some(pos) } else { pos.checked_sub(width) };
        let base = self.stack.len();
        let found = start.is_some_and(|start| self.part(pc + 1, start).is_some());
        if is_negated && found {
            // What it changed is undone.
            while self.stack.len() > base {
                self.back(base);
            }
        }
        found != is_negated
    }

    fn is_at(&self, place: Place, pos: usize) -> bool {
        match place {
            Place::Start { multiline } => pos == 0 || multiline && self.text[pos - 1] == '\n',
            Place::End { multiline } => {
                pos == self.end || self.text[pos] == '\n' && (multiline || pos + 1 == self.end)
            }
            Place::TextEnd => pos == self.end,
            Place::Boundary { is_negated, ascii } => {
                let before = pos > 0 && is_word(self.text[pos - 1], ascii);
                let after = pos < self.end && is_word(self.text[pos], ascii);
                // In an empty text there is no boundary, and none of the other kind either.
                !(self.text.is_empty() && is_negated) && (before != after) != is_negated
            }
        }
    }

    fn backref(&self, group: usize, case: Case, pos: usize) -> Option<usize> {
        let (start, end) = (self.slots[2 * group]?, self.slots[2 * group + 1]?);
        let wanted = &self.text[start..end];
        let here = self.text[..self.end].get(pos..pos + wanted.len())?;
        wanted.iter().zip(here).all(|(a, b)| case.fold(*a) == case.fold(*b)).then(|| pos + wanted.len())
    }
}
