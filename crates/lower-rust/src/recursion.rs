//! Recursion: which instances may be on the stack twice. Those count their depth, so that runaway recursion raises.
//!
//! In: [`Inferred`]. Out: the instances on a cycle of the call graph, the calls of special methods by operations included.
//! Cost: O(calls).

use std::collections::{BTreeMap, BTreeSet};

use portalis_hir::Module;
use portalis_typeck::Inferred;
use portalis_typeck::ty::InstId;

use crate::observe::hidden_targets;

/// The instances that may call themselves, directly or through others. A generator runs on the stack of who drives it, which
/// the runtime counts.
pub(crate) fn recursive(module: &Module, inferred: &Inferred) -> BTreeSet<InstId> {
    let mut edges: BTreeMap<InstId, Vec<InstId>> = BTreeMap::new();
    for &inst in &inferred.live {
        let mut targets: BTreeSet<InstId> = inferred.insts[inst.index()].calls.values().copied().collect();
        hidden_targets(module, inferred, inst, |_| true, &mut targets);
        edges.insert(inst, targets.into_iter().collect());
    }
    let is_generator = |inst: InstId| module[inferred.insts[inst.index()].func].is_generator;
    let mut cycles = Cycles::new(&edges);
    for &inst in &inferred.live {
        cycles.visit(inst);
    }
    cycles.found.into_iter().filter(|&inst| !is_generator(inst)).collect()
}

/// Strongly connected components, by the order in which a walk meets and leaves the instances.
struct Cycles<'e> {
    edges: &'e BTreeMap<InstId, Vec<InstId>>,
    /// When an instance was met, and the earliest one that it leads back to.
    met: BTreeMap<InstId, (u32, u32)>,
    open: Vec<InstId>,
    is_open: BTreeSet<InstId>,
    found: BTreeSet<InstId>,
}

impl<'e> Cycles<'e> {
    fn new(edges: &'e BTreeMap<InstId, Vec<InstId>>) -> Self {
        Cycles {
            edges,
            met: BTreeMap::new(),
            open: Vec::new(),
            is_open: BTreeSet::new(),
            found: BTreeSet::new(),
        }
    }

    /// Does not recurse: the call graph of a program may be deep.
    fn visit(&mut self, root: InstId) {
        if self.met.contains_key(&root) {
            return;
        }
        let mut walk = vec![(root, 0)];
        self.meet(root);
        while let Some((inst, next)) = walk.pop() {
            let targets = self.edges.get(&inst).map_or(&[][..], Vec::as_slice);
            match targets.get(next) {
                Some(&target) => {
                    walk.push((inst, next + 1));
                    if target == inst {
                        self.found.insert(inst);
                    } else if !self.met.contains_key(&target) {
                        self.meet(target);
                        walk.push((target, 0));
                    } else if self.is_open.contains(&target) {
                        let time = self.met[&target].0;
                        self.lead_back(inst, time);
                    }
                }
                None => {
                    let (time, low) = self.met[&inst];
                    if low == time {
                        self.close(inst);
                    }
                    if let Some(&(caller, _)) = walk.last() {
                        self.lead_back(caller, low);
                    }
                }
            }
        }
    }

    fn meet(&mut self, inst: InstId) {
        let time = self.met.len() as u32;
        self.met.insert(inst, (time, time));
        self.open.push(inst);
        self.is_open.insert(inst);
    }

    fn lead_back(&mut self, inst: InstId, time: u32) {
        if let Some((_, low)) = self.met.get_mut(&inst) {
            *low = (*low).min(time);
        }
    }

    /// Takes the component of `root` off; more than one instance makes a cycle.
    fn close(&mut self, root: InstId) {
        let at = self.open.iter().position(|&inst| inst == root).unwrap_or_default();
        let component = self.open.split_off(at);
        for inst in &component {
            self.is_open.remove(inst);
        }
        if component.len() > 1 {
            self.found.extend(component);
        }
    }
}
