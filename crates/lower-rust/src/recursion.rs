//! Recursion: which instances may be on the stack twice. Those count their depth, so that runaway recursion raises.
//!
//! In: [`Inferred`]. Out: the instances on a cycle of the call graph, the calls of special methods by operations included.
//! Cost: O(calls).

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use portalis_hir::Module;
use portalis_typeck::Inferred;
use portalis_typeck::ty::InstId;

use crate::observe::hidden_targets;

/// The instances that may call themselves, directly or through others. A generator runs on the stack of who drives it, which
/// the runtime counts.
pub(crate) fn recursive(module: &Module, inferred: &Inferred) -> BTreeSet<InstId> {
    let mut calls: DiGraph<InstId, ()> = DiGraph::new();
    let nodes: BTreeMap<InstId, NodeIndex> =
        inferred.live.iter().map(|&inst| (inst, calls.add_node(inst))).collect();
    for (&inst, &from) in &nodes {
        let mut targets: BTreeSet<InstId> = inferred.insts[inst.index()].calls.values().copied().collect();
        hidden_targets(module, inferred, inst, |_| true, &mut targets);
        for target in targets {
            if let Some(&to) = nodes.get(&target) {
                calls.add_edge(from, to, ());
            }
        }
    }
    let runs_later = |inst: InstId| module[inferred.insts[inst.index()].func].runs_later();
    // Kosaraju's algorithm does not recurse: the call graph of a program may be deep.
    kosaraju_scc(&calls)
        .iter()
        .filter(|members| members.len() > 1 || calls.contains_edge(members[0], members[0]))
        .flatten()
        .map(|&node| calls[node])
        .filter(|&inst| !runs_later(inst))
        .collect()
}
