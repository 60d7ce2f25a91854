//! Webs: the bindings of a local that meet in some read, and those reads. Each web can have a type and a name of its own.
//!
//! In: a flow graph. Out: [`Webs`], in which every binding and every read of an own local lies in one web. A local that
//! another scope reads or writes is one web: nobody knows which binding the other sees. Bindings without a read are
//! webs of their own, except that all bindings of one local in one statement share one.
//! Cost: reaching definitions over the locals that have several bindings, O(definitions × blocks) bits.
//! Source: Muchnick, "Advanced Compiler Design and Implementation" (1997), 16.3.3.
//!
//! ```text
//! x = 1; print(x)      x·0
//! x = "a"; print(x)    x·1
//! ```

use cranelift_entity::{PrimaryMap, SecondaryMap, entity_impl};
use rustc_hash::FxHashMap;

use crate::cfg::{Block, FlowGraph};
use crate::dataflow::{Access, BitSet, DefSite, UseSite, accesses, own_locals};
use crate::{LocalId, Module, Scope};

/// A web.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Web(u32);
entity_impl!(Web, "web");

/// What a web consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebData {
    /// Whose bindings they are.
    pub local: LocalId,
    /// The bindings, in order of the graph's blocks.
    pub defs: Vec<DefSite>,
    /// The reads.
    pub uses: Vec<UseSite>,
    /// Whether some read may come before every binding, or after an unbinding.
    pub may_be_unbound: bool,
}

/// The webs of one body.
#[derive(Clone, Debug)]
pub struct Webs {
    /// All of them, by first binding or read.
    pub webs: PrimaryMap<Web, WebData>,
    by_def: FxHashMap<DefSite, Web>,
    by_use: FxHashMap<UseSite, Web>,
}

/// A definition: a binding, or being unbound.
#[derive(Clone, Copy)]
struct Def {
    local: LocalId,
    site: Option<DefSite>,
}

impl Webs {
    /// Computes them. Statements that cannot be reached have none.
    #[must_use]
    pub fn new(module: &Module, graph: &FlowGraph) -> Self {
        let mut finder = Finder::new(module, graph);
        finder.solve();
        finder.join();
        finder.finish()
    }

    /// The web of a binding; `None` where it is no own local's, or cannot be reached.
    #[must_use]
    pub fn of_def(&self, site: DefSite) -> Option<Web> {
        self.by_def.get(&site).copied()
    }

    /// The web of a read; `None` where it is no own local's, or cannot be reached.
    #[must_use]
    pub fn of_use(&self, site: UseSite) -> Option<Web> {
        self.by_use.get(&site).copied()
    }

    /// As text: one line for each web.
    #[must_use]
    pub fn pretty(&self, module: &Module) -> String {
        let line = |(web, data): (Web, &WebData)| {
            let unbound = if data.may_be_unbound { ", may be unbound" } else { "" };
            let name = &module[data.local].name;
            format!("{web} {name}: {} bindings, {} reads{unbound}\n", data.defs.len(), data.uses.len())
        };
        self.webs.iter().map(line).collect()
    }
}

struct Finder<'a> {
    module: &'a Module,
    graph: &'a FlowGraph,
    accesses: Vec<(Block, Vec<Access>)>,
    defs: Vec<Def>,
    by_site: FxHashMap<DefSite, usize>,
    /// By local: its definitions, the unbound one first.
    by_local: FxHashMap<LocalId, Vec<usize>>,
    reach_in: SecondaryMap<Block, BitSet>,
    /// Union-find over definitions.
    parents: Vec<usize>,
    uses: Vec<(UseSite, LocalId, Vec<usize>)>,
}

impl<'a> Finder<'a> {
    fn new(module: &'a Module, graph: &'a FlowGraph) -> Self {
        let blocks = graph.reverse_postorder.iter();
        let mut finder = Finder {
            module,
            graph,
            accesses: blocks.map(|&block| (block, accesses(module, graph, block))).collect(),
            defs: Vec::new(),
            by_site: FxHashMap::default(),
            by_local: FxHashMap::default(),
            reach_in: SecondaryMap::new(),
            parents: Vec::new(),
            uses: Vec::new(),
        };
        for &local in own_locals(module, graph.scope) {
            finder.by_local.insert(local, vec![finder.defs.len()]);
            finder.defs.push(Def { local, site: None });
        }
        if let Scope::Func(func) = graph.scope {
            for param in &module[func].params {
                finder.define(DefSite::Param(param.local), param.local);
            }
        }
        let sites: Vec<(DefSite, LocalId)> = (finder.accesses.iter().flat_map(|(_, accesses)| accesses))
            .filter_map(|access| match access {
                Access::Def { site, local, .. } => Some((*site, *local)),
                Access::Use(..) | Access::Unbind(_) => None,
            })
            .collect();
        for (site, local) in sites {
            finder.define(site, local);
        }
        finder.parents = (0..finder.defs.len()).collect();
        finder
    }

    fn define(&mut self, site: DefSite, local: LocalId) {
        if !self.by_site.contains_key(&site) {
            self.by_site.insert(site, self.defs.len());
            self.by_local.entry(local).or_default().push(self.defs.len());
            self.defs.push(Def { local, site: Some(site) });
        }
    }

    /// Which definitions reach the start of each block.
    fn solve(&mut self) {
        let n_defs = self.defs.len();
        self.reach_in = SecondaryMap::with_default(BitSet::new(n_defs));
        let mut start = BitSet::new(n_defs);
        for (at, def) in self.defs.iter().enumerate() {
            let is_param = matches!(def.site, Some(DefSite::Param(_)));
            let has_param = self.by_site.contains_key(&DefSite::Param(def.local));
            if is_param || (def.site.is_none() && !has_param) {
                start.insert(at);
            }
        }
        self.reach_in[self.graph.entry] = start;
        let mut is_changed = true;
        while is_changed {
            is_changed = false;
            for idx in 0..self.accesses.len() {
                let block = self.accesses[idx].0;
                let mut reach = self.reach_in[block].clone();
                // What an exception may see: all that reached the block, and all that the block binds.
                let mut any = reach.clone();
                for access in &self.accesses[idx].1 {
                    if let Some(at) = self.step(access, &mut reach) {
                        any.insert(at);
                    }
                }
                let data = &self.graph.blocks[block];
                let reach_in = &mut self.reach_in;
                data.terminator.for_each_target(&mut |next| is_changed |= reach_in[next].union(&reach));
                if let Some(handler) = data.handler {
                    is_changed |= self.reach_in[handler].union(&any);
                }
            }
        }
    }

    /// Applies an access to the definitions that reach it; the new definition.
    fn step(&self, access: &Access, reach: &mut BitSet) -> Option<usize> {
        let (at, local, kills) = match access {
            Access::Use(..) => return None,
            Access::Def { site, local, is_certain } => (self.by_site[site], local, *is_certain),
            Access::Unbind(local) => (self.by_local[local][0], local, true),
        };
        if kills {
            self.by_local[local].iter().for_each(|&old| reach.remove(old));
        }
        reach.insert(at);
        Some(at)
    }

    /// Joins the definitions that meet in a read.
    fn join(&mut self) {
        for idx in 0..self.accesses.len() {
            let (block, accesses) = (self.accesses[idx].0, std::mem::take(&mut self.accesses[idx].1));
            let mut reach = self.reach_in[block].clone();
            for access in &accesses {
                if let Access::Use(site, local) = access {
                    let seen: Vec<usize> =
                        self.by_local[local].iter().copied().filter(|&def| reach.contains(def)).collect();
                    let bound: Vec<usize> =
                        seen.iter().copied().filter(|&def| self.defs[def].site.is_some()).collect();
                    for pair in bound.windows(2) {
                        self.union(pair[0], pair[1]);
                    }
                    self.uses.push((*site, *local, seen));
                }
                self.step(access, &mut reach);
            }
        }
        for (local, defs) in &self.by_local {
            if self.module[*local].captured {
                for pair in defs.windows(2) {
                    let (a, b) = (find(&mut self.parents, pair[0]), find(&mut self.parents, pair[1]));
                    self.parents[a.max(b)] = a.min(b);
                }
            }
        }
    }

    fn union(&mut self, a: usize, b: usize) {
        let (a, b) = (find(&mut self.parents, a), find(&mut self.parents, b));
        self.parents[a.max(b)] = a.min(b);
    }

    fn finish(mut self) -> Webs {
        let mut webs =
            Webs { webs: PrimaryMap::new(), by_def: FxHashMap::default(), by_use: FxHashMap::default() };
        let mut by_root: FxHashMap<usize, Web> = FxHashMap::default();
        let mut web_of = |webs: &mut Webs, root: usize, local: LocalId| {
            *by_root.entry(root).or_insert_with(|| {
                webs.webs.push(WebData { local, defs: Vec::new(), uses: Vec::new(), may_be_unbound: false })
            })
        };
        for at in 0..self.defs.len() {
            let def = self.defs[at];
            if let Some(site) = def.site {
                let root = find(&mut self.parents, at);
                let web = web_of(&mut webs, root, def.local);
                webs.webs[web].defs.push(site);
                webs.by_def.insert(site, web);
            }
        }
        for (site, local, seen) in std::mem::take(&mut self.uses) {
            let unbound = self.by_local[&local][0];
            let bound = seen.iter().copied().find(|&def| self.defs[def].site.is_some());
            // A read that no binding reaches stands alone, unless other scopes bind the local.
            let root = find(&mut self.parents, bound.unwrap_or(unbound));
            let web = web_of(&mut webs, root, local);
            webs.webs[web].uses.push(site);
            webs.webs[web].may_be_unbound |= seen.contains(&unbound);
            webs.by_use.insert(site, web);
        }
        webs
    }
}

fn find(parents: &mut [usize], mut at: usize) -> usize {
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}
