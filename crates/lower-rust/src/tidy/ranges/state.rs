//! What is known at a point of a function: which term each variable and each length is now, and facts about the terms.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::linear::{Facts, Linear, Term};

/// What has a value that a statement may change.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Key {
    /// An integer variable.
    Variable(String),
    /// The length of the list or text of a place: `xs`, `self.items`.
    Length(String),
    /// The length that all lists of a list of lists have, where they have one.
    Width(String),
}

/// The terms of a function.
#[derive(Default)]
pub(super) struct Terms {
    /// What a key is before anything assigns it.
    first: FxHashMap<Key, Term>,
    is_natural: Vec<bool>,
    /// Lengths of lists that no place has.
    lengths: Vec<Term>,
    /// Steps of proofs that are left.
    work: u32,
}

impl Key {
    /// What it is of.
    fn name(&self) -> &str {
        let (Key::Variable(name) | Key::Length(name) | Key::Width(name)) = self;
        name
    }
}

impl Terms {
    /// The terms of a function that knows the lengths of `lists`.
    pub(super) fn new(work: u32, lists: impl Iterator<Item = String>) -> Self {
        let mut terms = Terms { work, ..Terms::default() };
        for list in lists {
            terms.first(&Key::Length(list));
        }
        terms
    }

    fn is_natural(&self, term: Term) -> bool {
        self.is_natural.get(term as usize).copied().unwrap_or(false)
    }

    pub(super) fn fresh(&mut self, is_natural: bool) -> Term {
        self.is_natural.push(is_natural);
        Term::try_from(self.is_natural.len() - 1).unwrap_or(Term::MAX)
    }

    /// The length of some list.
    pub(super) fn length(&mut self) -> Term {
        let term = self.fresh(true);
        self.lengths.push(term);
        term
    }

    fn of(&mut self, key: &Key) -> Term {
        self.fresh(!matches!(key, Key::Variable(_)))
    }

    fn first(&mut self, key: &Key) -> Term {
        if let Some(term) = self.first.get(key) {
            return *term;
        }
        let term = self.of(key);
        self.first.insert(key.clone(), term);
        term
    }
}

/// What holds whenever control comes here.
#[derive(Clone, Default)]
pub(super) struct State {
    facts: Facts,
    /// Of the keys that something has assigned; a width is known where it is here.
    now: BTreeMap<Key, Term>,
}

impl State {
    pub(super) fn term(&self, key: &Key, terms: &mut Terms) -> Term {
        self.now.get(key).copied().unwrap_or_else(|| terms.first(key))
    }

    /// The length that all lists of `list` have.
    pub(super) fn width(&self, list: &str) -> Option<Term> {
        self.now.get(&Key::Width(list.to_owned())).copied()
    }

    /// `key` has another value from now on, about which nothing is known.
    pub(super) fn forget(&mut self, key: &Key, terms: &mut Terms) {
        match key {
            Key::Width(_) => drop(self.now.remove(key)),
            key => drop(self.now.insert(key.clone(), terms.of(key))),
        }
    }

    /// `key` has the value `value` from now on.
    pub(super) fn assign(&mut self, key: &Key, value: &Linear, terms: &mut Terms) {
        let new = terms.of(key);
        self.now.insert(key.clone(), new);
        self.equal(&Linear::term(new), value);
    }

    pub(super) fn equal(&mut self, a: &Linear, b: &Linear) {
        self.at_most(a, b);
        self.at_most(b, a);
    }

    /// `a <= b`.
    pub(super) fn at_most(&mut self, a: &Linear, b: &Linear) {
        b.plus(a, -1).into_iter().for_each(|fact| self.facts.add(fact));
    }

    /// Whether `a <= b`.
    pub(super) fn proves_at_most(&self, a: &Linear, b: &Linear, terms: &mut Terms) -> bool {
        b.plus(a, -1).is_some_and(|goal| self.proves(&goal, terms))
    }

    /// Whether `goal >= 0`.
    pub(super) fn proves(&self, goal: &Linear, terms: &mut Terms) -> bool {
        let Terms { is_natural, work, .. } = terms;
        self.facts.prove(goal, |term| is_natural.get(term as usize).copied().unwrap_or(false), work)
    }

    pub(super) fn lengths(&self, terms: &Terms) -> Vec<Term> {
        let is_length = |key: &Key| !matches!(key, Key::Variable(_));
        let later = self.now.iter().filter(|(key, _)| is_length(key)).map(|(_, term)| *term);
        let first = terms.first.iter().filter(|(key, _)| is_length(key) && !self.now.contains_key(key));
        let mut all: Vec<Term> = later.chain(first.map(|(_, term)| *term)).collect();
        all.sort_unstable();
        all.extend(terms.lengths.iter().rev().take(MOST_COMPARED));
        all
    }

    /// Adds to `out` what holds of `a` here and of `b` in `other`, of what both become; whether it does.
    fn offer(
        &self,
        (a, other, b): (&Linear, &State, &Linear),
        (out, both): (&mut State, &Linear),
        terms: &mut Terms,
        of: impl Fn(&Linear) -> Option<Linear>,
    ) -> bool {
        let holds = of(a).is_some_and(|goal| self.proves(&goal, terms))
            && of(b).is_some_and(|goal| other.proves(&goal, terms));
        if holds {
            of(both).into_iter().for_each(|fact| out.facts.add(fact));
        }
        holds
    }

    /// The lengths of places, a few, that both sides of a join know.
    fn named_lengths(&self, terms: &Terms) -> Vec<Term> {
        let is_length = |key: &Key| matches!(key, Key::Length(_));
        let first = terms.first.iter().filter(|(key, _)| is_length(key) && !self.now.contains_key(key));
        let mut all: Vec<Term> = first.map(|(_, term)| *term).collect();
        all.extend(self.now.iter().filter(|(key, _)| is_length(key)).map(|(_, term)| *term));
        all.sort_unstable();
        all.truncate(MOST_COMPARED);
        all
    }

    /// The keys that have a term, in order.
    fn keys(&self, terms: &Terms) -> Vec<Key> {
        let mut all: Vec<Key> = self.now.keys().chain(terms.first.keys()).cloned().collect();
        all.sort();
        all.dedup();
        all
    }
}

/// What holds where control comes from one of two ways.
pub(super) fn join(one: Option<State>, other: Option<State>, terms: &mut Terms) -> Option<State> {
    let (one, other) = match (one, other) {
        (None, state) | (state, None) => return state,
        (Some(one), Some(other)) => (one, other),
    };
    let mut out = State::default();
    // Terms that differ: of the one, of the other, of both together.
    let mut merged: Vec<(Term, Term, Term)> = Vec::new();
    for key in one.now.keys().chain(other.now.keys()) {
        if out.now.contains_key(key) {
            continue;
        }
        if matches!(key, Key::Width(_)) && !(one.now.contains_key(key) && other.now.contains_key(key)) {
            continue;
        }
        let (a, b) = (one.term(key, terms), other.term(key, terms));
        let term = if a == b { a } else { terms.of(key) };
        if a != b {
            merged.push((a, b, term));
        }
        out.now.insert(key.clone(), term);
    }
    for fact in one.facts.iter().filter(|fact| other.facts.has(fact)) {
        out.facts.push(fact.clone());
    }
    let differs = |fact: &Linear| merged.iter().any(|(a, b, _)| fact.has(*a) || fact.has(*b));
    for (from, to, is_first) in [(&one, &other, true), (&other, &one, false)] {
        let pairs: Vec<(Term, Term, Term)> = merged
            .iter()
            .map(|(a, b, both)| if is_first { (*a, *b, *both) } else { (*b, *a, *both) })
            .collect();
        for fact in from.facts.iter().filter(|fact| differs(fact) || !to.facts.has(fact)) {
            let there =
                |term| pairs.iter().find(|(here, ..)| *here == term).map_or(term, |(_, there, _)| *there);
            let both = |term| pairs.iter().find(|(here, ..)| *here == term).map_or(term, |(.., both)| *both);
            if fact.renamed(there).is_some_and(|goal| to.proves(&goal, terms)) {
                fact.renamed(both).into_iter().for_each(|fact| out.facts.add(fact));
            }
        }
    }
    // What no fact says by itself: that it is not negative, and not more than a length.
    let lengths = out.named_lengths(terms);
    for (a, b, both) in merged.into_iter().filter(|(_, _, both)| !terms.is_natural(*both)).collect::<Vec<_>>()
    {
        let [a, b, both] = [a, b, both].map(Linear::term);
        for least in [1, 0, -1] {
            if one.offer((&a, &other, &b), (&mut out, &both), terms, |value| value.offset(-least)) {
                break;
            }
        }
        for length in &lengths {
            let length = Linear::term(*length);
            for less in [1, 0] {
                let below = |value: &Linear| length.plus(value, -1)?.offset(-less);
                if one.offer((&a, &other, &b), (&mut out, &both), terms, below) {
                    break;
                }
            }
        }
    }
    Some(out)
}

/// The head of a loop: what holds there however often it has gone round.
pub(super) struct Head {
    /// What the loop does not change.
    entry: State,
    /// The terms of what it changes, at the head.
    changed: Vec<(Key, Term)>,
    /// What may hold at the head: it does where the loop starts.
    candidates: Vec<Linear>,
}

/// How many variables a variable is compared with.
const MOST_COMPARED: usize = 12;

impl Head {
    /// A loop that changes `keys`, starts in `entry` and mentions the places `mentioned`.
    pub(super) fn new(
        mut entry: State,
        keys: &[Key],
        mentioned: &FxHashSet<String>,
        terms: &mut Terms,
    ) -> Self {
        let mut others = entry.keys(terms);
        others.retain(|key| mentioned.contains(key.name()));
        let mut changed = Vec::new();
        let mut was: Vec<(Term, Term)> = Vec::new();
        for key in keys {
            let old = match key {
                Key::Width(list) => match entry.width(list) {
                    Some(term) => term,
                    None => continue,
                },
                key => entry.term(key, terms),
            };
            entry.forget(key, terms);
            if matches!(key, Key::Width(_)) {
                continue;
            }
            let new = entry.term(key, terms);
            was.push((old, new));
            changed.push((key.clone(), new));
        }
        let now = |term: Term| was.iter().find(|(old, _)| *old == term).map_or(term, |(_, new)| *new);
        let mut candidates: Vec<Linear> = Vec::new();
        for fact in entry.facts.iter().filter(|fact| was.iter().any(|(old, _)| fact.has(*old))) {
            candidates.extend(fact.renamed(now));
        }
        // What else may stay true: that it is not negative, not more than a length, not more or less than another one.
        for (key, _) in changed.iter().filter(|(key, _)| matches!(key, Key::Variable(_))) {
            let Some((old, new)) =
                was.iter().zip(&changed).find(|(_, (other, _))| other == key).map(|(was, _)| *was)
            else {
                continue;
            };
            let (old, new) = (Linear::term(old), Linear::term(new));
            for least in [-1, 0, 1] {
                offer(&mut candidates, &entry, terms, Some(old.clone()), Some(new.clone()), -least);
            }
            let compared = others.iter().filter(|other| *other != key && !matches!(other, Key::Width(_)));
            for other in compared.take(MOST_COMPARED) {
                let after = entry.now.get(other).or_else(|| terms.first.get(other)).copied();
                let Some(after) = after else { continue };
                let before = was.iter().find(|(_, new)| *new == after).map_or(after, |(old, _)| *old);
                let (before, after) = (Linear::term(before), Linear::term(after));
                let gap = |high: &Linear, low: &Linear| high.plus(low, -1);
                for more in [-1, 0] {
                    offer(&mut candidates, &entry, terms, gap(&before, &old), gap(&after, &new), more);
                }
                if matches!(other, Key::Variable(_)) {
                    offer(&mut candidates, &entry, terms, gap(&old, &before), gap(&new, &after), 0);
                }
            }
        }
        Head { entry, changed, candidates }
    }

    /// What holds at the head.
    pub(super) fn state(&self) -> State {
        let mut state = self.entry.clone();
        self.candidates.iter().for_each(|fact| state.facts.add(fact.clone()));
        state
    }

    /// Drops what does not hold after a round that ends in `state`; whether there was any.
    pub(super) fn narrow(&mut self, state: &State, terms: &mut Terms) -> bool {
        let now: Vec<(Term, Term)> =
            self.changed.iter().map(|(key, head)| (*head, state.term(key, terms))).collect();
        let before = self.candidates.len();
        self.candidates.retain(|fact| {
            let goal =
                fact.renamed(|term| now.iter().find(|(head, _)| *head == term).map_or(term, |(_, now)| *now));
            goal.is_some_and(|goal| state.proves(&goal, terms))
        });
        self.candidates.len() != before
    }

    /// Knows nothing of what the loop changes.
    pub(super) fn give_up(&mut self) {
        self.candidates.clear();
    }
}

/// Adds `after + more >= 0` where `before + more >= 0` holds at the entry.
fn offer(
    candidates: &mut Vec<Linear>,
    entry: &State,
    terms: &mut Terms,
    before: Option<Linear>,
    after: Option<Linear>,
    more: i64,
) {
    let before = before.and_then(|before| before.offset(more));
    let after = after.and_then(|after| after.offset(more));
    if let (Some(before), Some(after)) = (before, after)
        && !candidates.contains(&after)
        && entry.proves(&before, terms)
    {
        candidates.push(after);
    }
}
