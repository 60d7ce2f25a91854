//! Growth through calls: products that come back to their own operands by way of parameters, results and attributes,
//! as in `power = multiply(power, base)` or `result *= matrix` with a `__mul__` of the program.
//!
//! In: a module. Out: its `*` and `<<` that lie on such a cycle, where a loop, or a recursion through results, closes it.
//! Callees are found by name; the methods of one name are reached through places of the name. A recursion through parameters
//! (`build(2 * i)`) does not count: indices descend so.
//! Cost: linear in the size of the module.

use std::collections::BTreeMap;

use indexmap::IndexSet;
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use portalis_hir::{
    Arg, BinOp, ClassId, Comprehension, DictItem, Elem, ExprId, ExprKind, FuncId, FuncKind, LocalId, Module,
    Name, Scope, StmtId, StmtKind, Target,
};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::places::root;
use super::{Place as Variable, grows, is_product, is_unit};

/// Builtins whose result is made of their arguments.
const PASSING: &[&str] =
    &["sum", "list", "tuple", "set", "sorted", "reversed", "abs", "next", "iter", "dict", "zip", "enumerate"];

/// Where values are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Place {
    Variable(Variable),
    /// What a function returns or yields.
    Result(FuncId),
    /// The value of an expression that several places take: looked at once.
    Value(ExprId),
    /// What calls of a method of that name hand to each that has it, by position, the receiver first.
    Given(Name, usize),
    /// The same, by keyword.
    Keyword(Name, Name),
    /// What the methods of a name return.
    Results(Name),
}

/// Who is called: a function, or all of a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Callee {
    Func(FuncId),
    Named(Name),
}

/// `*` or `<<`, by its expression or its augmented assignment.
#[derive(Clone, Copy, Debug)]
pub(super) enum Product {
    Expr(ExprId),
    Stmt(StmtId),
}

/// A place, by its number.
type PlaceId = usize;

struct Edge {
    from: PlaceId,
    to: PlaceId,
    /// Whether it is taken again and again.
    repeats: bool,
}

struct Operation {
    product: Product,
    operands: Vec<PlaceId>,
    to: PlaceId,
    /// `self.value *= n`, by what is no constant: a method that is called again and again.
    is_own: bool,
}

/// The products on cycles through calls.
pub(super) fn products(module: &Module) -> Vec<Product> {
    if !multiplies(module) {
        return Vec::new();
    }
    let mut flows = Flows::new(module);
    for (id, _) in module.funcs.iter() {
        flows.func = id;
        flows.block(&module[id].body, false);
    }
    flows.close();
    flows.on_cycles()
}

/// Whether there is a product anywhere.
fn multiplies(module: &Module) -> bool {
    let is_product = |op: &BinOp| matches!(op, BinOp::Mul | BinOp::Shl);
    let in_expr = |expr: &ExprKind| matches!(expr, ExprKind::Binary { op, .. } if is_product(op));
    let in_stmt = |stmt: &StmtKind| matches!(stmt, StmtKind::AugAssign { op, .. } if is_product(op));
    module.exprs.iter().any(|(_, expr)| in_expr(&expr.kind))
        || module.stmts.iter().any(|(_, stmt)| in_stmt(&stmt.kind))
}

struct Flows<'m> {
    module: &'m Module,
    /// The function being looked at.
    func: FuncId,
    by_name: BTreeMap<Name, Vec<FuncId>>,
    classes: BTreeMap<Name, ClassId>,
    places: IndexSet<Place, FxBuildHasher>,
    edges: Vec<Edge>,
    operations: Vec<Operation>,
    /// Calls: from, to, in a loop.
    calls: Vec<(FuncId, Callee, bool)>,
    /// Calls that an operator makes where its operands are objects.
    operators: Vec<(FuncId, FuncId, bool)>,
    /// Edges into attributes and variables of outer scopes, which repeat where their function does.
    stores: Vec<(FuncId, usize)>,
    /// Edges from results, which repeat where caller and callee recurse.
    results: Vec<(FuncId, Callee, usize)>,
    /// The names whose methods are connected with the places of the name.
    named: FxHashSet<Name>,
}

impl<'m> Flows<'m> {
    fn new(module: &'m Module) -> Self {
        let mut by_name: BTreeMap<Name, Vec<FuncId>> = BTreeMap::new();
        for (id, func) in module.funcs.iter().filter(|(_, func)| func.kind == FuncKind::Def) {
            by_name.entry(func.name.clone()).or_default().push(id);
        }
        // `fact = lambda n: …` is called by the name of the variable.
        for (_, stmt) in module.stmts.iter() {
            if let StmtKind::Assign { targets, value } = &stmt.kind
                && let ExprKind::Function { func, .. } = &module[*value].kind
                && module[*func].kind == FuncKind::Lambda
            {
                let named = targets.iter().filter_map(|target| match target {
                    Target::Local(local, _) => Some(module[*local].name.clone()),
                    Target::Attribute { .. }
                    | Target::Index { .. }
                    | Target::Tuple { .. }
                    | Target::Error(_) => None,
                });
                named.for_each(|name| by_name.entry(name).or_default().push(*func));
            }
        }
        let classes = module.classes.iter().map(|(id, class)| (class.name.clone(), id)).collect();
        Flows {
            module,
            func: module.body,
            by_name,
            classes,
            places: IndexSet::default(),
            edges: Vec::new(),
            operations: Vec::new(),
            calls: Vec::new(),
            operators: Vec::new(),
            stores: Vec::new(),
            results: Vec::new(),
            named: FxHashSet::default(),
        }
    }

    fn at(&mut self, place: Place) -> PlaceId {
        self.places.insert_full(place).0
    }

    fn variable(&mut self, variable: Variable) -> PlaceId {
        self.at(Place::Variable(variable))
    }

    fn local(&mut self, local: LocalId) -> PlaceId {
        self.variable(Variable::Local(local))
    }

    // ---- statements

    fn block(&mut self, stmts: &[StmtId], in_loop: bool) {
        let module = self.module;
        for &stmt in stmts {
            match &module[stmt].kind {
                StmtKind::Assign { targets, value } => {
                    targets.iter().for_each(|target| self.assign(target, *value, in_loop));
                }
                StmtKind::AnnAssign { target, value: Some(value), .. } => {
                    self.assign(target, *value, in_loop)
                }
                StmtKind::AugAssign { target, op, value } => self.update(stmt, target, *op, *value, in_loop),
                StmtKind::Return(Some(value)) => {
                    let to = self.at(Place::Result(self.func));
                    self.flow(*value, to, in_loop);
                }
                StmtKind::For { target, iter, body, otherwise, .. } => {
                    self.assign(target, *iter, in_loop);
                    self.block(body, true);
                    self.block(otherwise, in_loop);
                }
                StmtKind::While { body, otherwise, .. } => {
                    self.block(body, true);
                    self.block(otherwise, in_loop);
                }
                StmtKind::Expr(value) => self.effect(*value, in_loop),
                _ => portalis_hir::visit::walk_stmt_blocks(module, stmt, &mut |block| {
                    self.block(block, in_loop);
                }),
            }
        }
    }

    /// `xs.append(v)` fills `xs`; `yield v` is a result; a call for its own sake passes its arguments.
    fn effect(&mut self, expr: ExprId, in_loop: bool) {
        let module = self.module;
        match &module[expr].kind {
            ExprKind::Call { callee, args } => {
                if let ExprKind::Attribute { value: container, name } = &module[*callee].kind
                    && matches!(&**name, "append" | "insert" | "appendleft" | "extend" | "add")
                    && let Some(Arg::Pos(item)) = args.last()
                    && let Some(place) = root(module, *container)
                {
                    let to = self.variable(place);
                    self.flow(*item, to, in_loop);
                }
                let nowhere = self.at(Place::Result(self.func));
                let before = self.operations.len();
                self.sources(expr, nowhere, in_loop);
                self.operations.truncate(before);
            }
            ExprKind::Yield(Some(value)) | ExprKind::YieldFrom(value) => {
                let to = self.at(Place::Result(self.func));
                self.flow(*value, to, in_loop);
            }
            _ => {}
        }
    }

    fn assign(&mut self, target: &Target, value: ExprId, in_loop: bool) {
        if let Target::Tuple { items, .. } = target {
            match &self.module[value].kind {
                ExprKind::Tuple(values) if values.len() == items.len() => {
                    for (item, value) in items.iter().zip(values) {
                        let (Elem::One(value) | Elem::Star(value)) = value;
                        self.assign(item, *value, in_loop);
                    }
                }
                _ => {
                    let value = self.value(value, in_loop);
                    items.iter().for_each(|item| self.take(item, value, in_loop));
                }
            }
            return;
        }
        if let Some(to) = self.place(target) {
            self.flow(value, to, in_loop);
        }
    }

    /// Each part of `target` takes from `value`.
    fn take(&mut self, target: &Target, value: PlaceId, in_loop: bool) {
        if let Target::Tuple { items, .. } = target {
            items.iter().for_each(|item| self.take(item, value, in_loop));
        } else if let Some(to) = self.place(target) {
            self.connect(&[value], to, in_loop);
        }
    }

    /// The place of an expression's value, with what flows into it.
    fn value(&mut self, expr: ExprId, in_loop: bool) -> PlaceId {
        let place = self.at(Place::Value(expr));
        self.flow(expr, place, in_loop);
        place
    }

    fn place(&mut self, target: &Target) -> Option<PlaceId> {
        let variable = match target {
            Target::Local(local, _) => Variable::Local(*local),
            Target::Attribute { name, .. } => Variable::Attr(crate::accessors::raw(name).0),
            Target::Index { value, .. } => root(self.module, *value)?,
            Target::Tuple { .. } | Target::Error(_) => return None,
        };
        Some(self.variable(variable))
    }

    fn update(&mut self, stmt: StmtId, target: &Target, op: BinOp, value: ExprId, in_loop: bool) {
        let Some(to) = self.place(target) else { return };
        if !grows(op) && op != BinOp::MatMul {
            return;
        }
        let mut operands = self.sources(value, to, in_loop);
        operands.push(to);
        operands.extend(self.operator(op, &[to], &operands.clone(), in_loop));
        if matches!(op, BinOp::Mul | BinOp::Shl) && !is_unit(self.module, value) {
            let is_own = matches!(self.places[to], Place::Variable(Variable::Attr(_)))
                && !matches!(self.module[value].kind, ExprKind::Int(_));
            let product = Product::Stmt(stmt);
            self.operations.push(Operation { product, operands: operands.clone(), to, is_own });
        }
        self.connect(&operands, to, in_loop);
    }

    // ---- expressions

    fn flow(&mut self, value: ExprId, to: PlaceId, in_loop: bool) {
        let sources = self.sources(value, to, in_loop);
        self.connect(&sources, to, in_loop);
    }

    fn connect(&mut self, sources: &[PlaceId], to: PlaceId, repeats: bool) {
        let is_store = match &self.places[to] {
            Place::Variable(Variable::Attr(_)) | Place::Given(..) | Place::Keyword(..) => true,
            Place::Variable(Variable::Local(local)) => self.module[*local].owner != Scope::Func(self.func),
            Place::Result(_) | Place::Results(_) | Place::Value(_) => false,
        };
        for &from in sources {
            let at = self.edges.len();
            if is_store {
                self.stores.push((self.func, at));
            }
            match &self.places[from] {
                Place::Result(callee) => self.results.push((self.func, Callee::Func(*callee), at)),
                Place::Results(name) => self.results.push((self.func, Callee::Named(name.clone()), at)),
                _ => {}
            }
            self.edges.push(Edge { from, to, repeats });
        }
    }

    /// The places whose values reach `expr` through arithmetic, displays and calls; notes the products on the way, which
    /// flow to `to`.
    fn sources(&mut self, expr: ExprId, to: PlaceId, in_loop: bool) -> Vec<PlaceId> {
        let module = self.module;
        let mut found = Vec::new();
        match &module[expr].kind {
            ExprKind::Local(local) => {
                found.push(self.local(*local));
            }
            ExprKind::Attribute { name, .. } => {
                found.push(self.variable(Variable::Attr(name.clone())));
            }
            ExprKind::Index { value, .. } => found = self.sources(*value, to, in_loop),
            ExprKind::Unary { operand, .. } => found = self.sources(*operand, to, in_loop),
            ExprKind::Binary { op, left, right } if grows(*op) || *op == BinOp::MatMul => {
                let (l, r) = (self.sources(*left, to, in_loop), self.sources(*right, to, in_loop));
                found.extend(self.operator(*op, &l, &r, in_loop));
                found.extend(l.into_iter().chain(r));
                found.sort_unstable();
                found.dedup();
                let is_product = matches!(op, BinOp::Mul | BinOp::Shl);
                if is_product && !is_unit(module, *left) && !is_unit(module, *right) {
                    self.operations.push(Operation {
                        product: Product::Expr(expr),
                        operands: found.clone(),
                        to,
                        is_own: false,
                    });
                }
            }
            // What a constant divides is a scale, not a growing number.
            ExprKind::Binary { op: BinOp::FloorDiv, left, right }
                if is_product(module, *left) && !matches!(module[*right].kind, ExprKind::Int(_)) =>
            {
                found = self.sources(*left, to, in_loop);
            }
            ExprKind::IfElse { then, otherwise, .. } => {
                found = self.sources(*then, to, in_loop);
                found.extend(self.sources(*otherwise, to, in_loop));
            }
            ExprKind::BoolOp { operands, .. } => {
                operands.iter().for_each(|&operand| found.extend(self.sources(operand, to, in_loop)));
            }
            ExprKind::List(elems) | ExprKind::Tuple(elems) | ExprKind::Set(elems) => {
                for elem in elems {
                    let (Elem::One(value) | Elem::Star(value)) = elem;
                    found.extend(self.sources(*value, to, in_loop));
                }
            }
            ExprKind::Dict(items) => {
                for item in items {
                    let (DictItem::Pair(_, value) | DictItem::Star(value)) = item;
                    found.extend(self.sources(*value, to, in_loop));
                }
            }
            ExprKind::Comprehension(comp) => found = self.comprehension(comp, to, in_loop),
            ExprKind::Function { func, outer_iter } => {
                self.calls.push((self.func, Callee::Func(*func), in_loop));
                if let (Some(iter), Some(param)) = (outer_iter, module[*func].params.first()) {
                    let to = self.local(param.local);
                    self.flow(*iter, to, in_loop);
                }
                found.push(self.at(Place::Result(*func)));
            }
            ExprKind::Call { callee, args } => found = self.call(*callee, args, to, in_loop),
            ExprKind::Walrus { local: target, value } => {
                let target = self.local(*target);
                self.flow(*value, target, in_loop);
                found.push(target);
            }
            _ => {}
        }
        found
    }

    fn comprehension(&mut self, comp: &Comprehension, to: PlaceId, in_loop: bool) -> Vec<PlaceId> {
        for clause in &comp.clauses {
            self.assign(&clause.target, clause.iter, in_loop);
        }
        let mut found = self.sources(comp.element, to, in_loop);
        if let Some(value) = comp.value {
            found.extend(self.sources(value, to, in_loop));
        }
        found
    }

    /// The results of special methods that an operator may call.
    fn operator(&mut self, op: BinOp, left: &[PlaceId], right: &[PlaceId], in_loop: bool) -> Vec<PlaceId> {
        let mut found = Vec::new();
        for func in self.functions(&Name::from(format!("__{}__", op.method()).as_str())) {
            // Inside the method itself, operators are those of what the object holds.
            if func == self.func {
                continue;
            }
            self.operators.push((self.func, func, in_loop));
            for (param, values) in self.module[func].params.iter().zip([left, right]) {
                let to = self.local(param.local);
                self.connect(values, to, in_loop);
            }
            found.push(self.at(Place::Result(func)));
        }
        found
    }

    fn functions(&self, name: &Name) -> Vec<FuncId> {
        self.by_name.get(name).cloned().unwrap_or_default()
    }

    fn call(&mut self, callee: ExprId, args: &[Arg], to: PlaceId, in_loop: bool) -> Vec<PlaceId> {
        let module = self.module;
        let mut found = Vec::new();
        match &module[callee].kind {
            ExprKind::Builtin(name) if PASSING.contains(&&**name) => {
                for arg in args {
                    found.extend(self.sources(arg.value(), to, in_loop));
                }
            }
            ExprKind::Local(callee) => {
                let name = &module[*callee].name;
                let given = self.given(args, in_loop);
                match self.classes.get(name).copied() {
                    Some(class) => {
                        for func in self.initialisers(class) {
                            self.pass(func, 1, args, &given, in_loop);
                        }
                        // An object is what it was made of.
                        found.extend(given);
                    }
                    None => {
                        for func in self.functions(name) {
                            self.pass(func, 0, args, &given, in_loop);
                            found.push(self.at(Place::Result(func)));
                        }
                    }
                }
            }
            ExprKind::Attribute { value, name } => {
                let receiver = self.sources(*value, to, in_loop);
                let given = self.given(args, in_loop);
                if self.by_name.contains_key(name) {
                    self.name(name);
                    self.calls.push((self.func, Callee::Named(name.clone()), in_loop));
                    let first = self.at(Place::Given(name.clone(), 0));
                    self.connect(&receiver, first, in_loop);
                    for (at, (arg, value)) in args.iter().zip(given).enumerate() {
                        let to = match arg {
                            Arg::Keyword(key, _) => Place::Keyword(name.clone(), key.clone()),
                            _ => Place::Given(name.clone(), at + 1),
                        };
                        let to = self.at(to);
                        self.connect(&[value], to, in_loop);
                    }
                    found.push(self.at(Place::Results(name.clone())));
                }
                if matches!(&**name, "pop" | "popleft" | "get" | "copy" | "values" | "items") {
                    found.extend(receiver);
                }
            }
            _ => {}
        }
        found
    }

    /// Connects the places of a name with the functions that have it.
    fn name(&mut self, name: &Name) {
        if !self.named.insert(name.clone()) {
            return;
        }
        let module = self.module;
        for func in self.functions(name) {
            let is_method = matches!(module[func].parent, Some(Scope::Class(_)));
            let params = &module[func].params;
            for (at, param) in params.iter().enumerate() {
                let given = Place::Given(name.clone(), at + usize::from(!is_method));
                let keyword = Place::Keyword(name.clone(), module[param.local].name.clone());
                let to = self.local(param.local);
                for from in [given, keyword] {
                    let from = self.at(from);
                    self.edges.push(Edge { from, to, repeats: false });
                }
            }
            let (from, to) = (self.at(Place::Result(func)), self.at(Place::Results(name.clone())));
            self.edges.push(Edge { from, to, repeats: false });
        }
    }

    /// The values of arguments.
    fn given(&mut self, args: &[Arg], in_loop: bool) -> Vec<PlaceId> {
        args.iter().map(|arg| self.value(arg.value(), in_loop)).collect()
    }

    fn initialisers(&self, class: ClassId) -> Vec<FuncId> {
        let is_own = |func: &FuncId| self.module[*func].parent == Some(Scope::Class(class));
        self.functions(&"__init__".into()).into_iter().filter(is_own).collect()
    }

    /// Arguments to parameters.
    fn pass(&mut self, func: FuncId, skipped: usize, args: &[Arg], given: &[PlaceId], in_loop: bool) {
        let module = self.module;
        self.calls.push((self.func, Callee::Func(func), in_loop));
        let params = &module[func].params;
        for (i, (arg, &value)) in args.iter().zip(given).enumerate() {
            let param = match arg {
                Arg::Keyword(name, _) => params.iter().find(|param| module[param.local].name == *name),
                _ => params.get(i + skipped),
            };
            if let Some(param) = param {
                let to = self.local(param.local);
                self.connect(&[value], to, in_loop);
            }
        }
    }

    // ---- cycles

    /// Marks the edges that repeat because their function does.
    fn close(&mut self) {
        let funcs = self.module.funcs.iter().map(|(id, _)| Callee::Func(id));
        let mut calls = DiGraph::<(), ()>::new();
        let nodes: FxHashMap<Callee, NodeIndex> = funcs
            .chain(self.named.iter().cloned().map(Callee::Named))
            .map(|callee| (callee, calls.add_node(())))
            .collect();
        let node = |func: FuncId| nodes[&Callee::Func(func)];
        for (from, to, _) in &self.calls {
            calls.add_edge(node(*from), nodes[to], ());
        }
        for name in &self.named {
            for func in self.functions(name) {
                calls.add_edge(nodes[&Callee::Named(name.clone())], node(func), ());
            }
        }
        let mut component = vec![0; calls.node_count()];
        for (number, members) in tarjan_scc(&calls).iter().enumerate() {
            members.iter().for_each(|member| component[member.index()] = number);
        }
        // What a loop calls runs again and again, with all that it calls.
        for (from, to, _) in &self.operators {
            calls.add_edge(node(*from), node(*to), ());
        }
        let in_loops = self.calls.iter().filter(|(_, _, in_loop)| *in_loop).map(|(_, to, _)| nodes[to]);
        let operators = self.operators.iter().filter(|(_, _, in_loop)| *in_loop).map(|(_, to, _)| node(*to));
        let mut todo: Vec<NodeIndex> = in_loops.chain(operators).collect();
        let mut is_hot = vec![false; calls.node_count()];
        while let Some(callee) = todo.pop() {
            if !std::mem::replace(&mut is_hot[callee.index()], true) {
                todo.extend(calls.neighbors(callee));
            }
        }
        for (func, at) in &self.stores {
            self.edges[*at].repeats |= is_hot[node(*func).index()];
        }
        for (caller, callee, at) in &self.results {
            let recurse = component[node(*caller).index()] == component[nodes[callee].index()];
            self.edges[*at].repeats |= recurse;
        }
    }

    fn on_cycles(&self) -> Vec<Product> {
        let edges = self.edges.iter().map(|edge| (edge.from as u32, edge.to as u32));
        let mut graph = DiGraph::<(), ()>::from_edges(edges);
        while graph.node_count() < self.places.len() {
            graph.add_node(());
        }
        let mut component = vec![0; graph.node_count()];
        let members = tarjan_scc(&graph);
        for (number, members) in members.iter().enumerate() {
            members.iter().for_each(|member| component[member.index()] = number);
        }
        let (mut repeats, mut returns) = (vec![false; members.len()], vec![false; members.len()]);
        for edge in &self.edges {
            let number = component[edge.from];
            if number == component[edge.to] {
                repeats[number] |= edge.repeats;
                returns[number] |= matches!(self.places[edge.from], Place::Result(_) | Place::Results(_));
            }
        }
        let grows = |operation: &&Operation| {
            let number = component[operation.to];
            let mut operands = operation.operands.iter();
            repeats[number]
                && (returns[number] || operation.is_own)
                && operands.any(|operand| component[*operand] == number)
        };
        self.operations.iter().filter(grows).map(|operation| operation.product).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many edges a nest of calls of that depth has, with two methods of one name.
    fn n_edges(depth: usize) -> usize {
        let methods = "    def put(self, x):\n        return x\n";
        let nest = "n.put(".repeat(depth) + "1" + &")".repeat(depth);
        let source = format!("class A:\n{methods}class B:\n{methods}n = A()\nx = {nest}\n");
        let mut sink = portalis_diag::Sink::new();
        let module = portalis_frontend_py::lower(&source, "__main__", &mut sink);
        assert!(!sink.has_errors(), "{source}");
        let mut flows = Flows::new(&module);
        flows.block(&module[module.body].body, false);
        flows.edges.len()
    }

    #[test]
    fn nested_calls_are_looked_at_once() {
        let per_level = n_edges(11) - n_edges(10);
        assert_eq!(n_edges(30) - n_edges(10), 20 * per_level);
    }
}
