//! Sums with `sys.maxsize`: it stands for "no value yet" and is the largest of 64 bits, so that one more is too many, as in
//! `dist[u] + weight` where nothing has come to `u`.
//!
//! In: a module. Out: its `+` and `-` of which an operand may be that number, unchanged, by way of variables, attributes,
//! containers, parameters and results. Behind a comparison with it a function
//! knows what it adds: those sums do not count.
//! Callees are found by name. Cost: nothing where the number does not occur; else linear, times the length of such ways.

use std::collections::{BTreeMap, BTreeSet};

use portalis_hir::{
    Arg, BinOp, Comprehension, DictItem, Elem, ExprId, ExprKind, FuncId, FuncKind, LocalId, Module, Name,
    Param, ParamKind, Scope, StmtId, StmtKind, Target, UnaryOp,
};
use rustc_hash::FxHashSet;

use super::Place;
use super::places::root;

/// Functions and methods that give one of their arguments, or what these hold.
const PASSING: &[&str] =
    &["min", "max", "list", "tuple", "set", "sorted", "reversed", "copy", "deepcopy", "pop", "get"];

/// The sums, as expressions and as augmented assignments.
pub(super) fn sums(module: &Module) -> (Vec<ExprId>, Vec<StmtId>) {
    let mut limits = Limits::new(module);
    if !module.exprs.iter().any(|(id, _)| limits.is_limit(id)) {
        return (Vec::new(), Vec::new());
    }
    while limits.spread() {}
    limits.marked()
}

struct Limits<'m> {
    module: &'m Module,
    /// `from sys import maxsize`.
    names: FxHashSet<LocalId>,
    by_name: BTreeMap<Name, Vec<FuncId>>,
    places: BTreeSet<Place>,
    results: BTreeSet<FuncId>,
    is_changed: bool,
}

impl<'m> Limits<'m> {
    fn new(module: &'m Module) -> Self {
        let mut by_name: BTreeMap<Name, Vec<FuncId>> = BTreeMap::new();
        let mut names = FxHashSet::default();
        for (id, func) in module.funcs.iter() {
            if func.kind == FuncKind::Def {
                by_name.entry(func.name.clone()).or_default().push(id);
            }
            portalis_hir::visit::for_each_stmt(module, &func.body, &mut |stmt| {
                if let StmtKind::ImportFrom { module: from, names: imported, .. } = &module[stmt].kind
                    && &**from == "sys"
                {
                    let maxsize = imported.iter().filter(|(name, _)| &**name == "maxsize");
                    names.extend(maxsize.map(|(_, local)| *local));
                }
            });
        }
        let (places, results) = (BTreeSet::new(), BTreeSet::new());
        Limits { module, names, by_name, places, results, is_changed: false }
    }

    /// The number itself.
    fn is_limit(&self, expr: ExprId) -> bool {
        match &self.module[expr].kind {
            ExprKind::Local(local) => self.names.contains(local),
            ExprKind::Attribute { value, name } if &**name == "maxsize" => {
                matches!(self.module[*value].kind, ExprKind::Local(local) if &*self.module[local].name == "sys")
            }
            _ => false,
        }
    }

    /// One more step of all ways; whether it led anywhere.
    fn spread(&mut self) -> bool {
        self.is_changed = false;
        let module = self.module;
        for (id, func) in module.funcs.iter() {
            for param in &func.params {
                self.pass(param.default, param);
            }
            portalis_hir::visit::for_each_stmt(module, &func.body, &mut |stmt| match &module[stmt].kind {
                StmtKind::Assign { targets, value } => {
                    targets.iter().for_each(|target| self.assign(target, *value));
                }
                StmtKind::AnnAssign { target, value: Some(value), .. }
                | StmtKind::AugAssign { target, value, .. }
                | StmtKind::For { target, iter: value, .. } => self.assign(target, *value),
                StmtKind::Return(Some(value)) if self.carries(*value) => {
                    self.is_changed |= self.results.insert(id);
                }
                _ => {}
            });
            portalis_hir::visit::for_each_body_expr(
                module,
                &func.body,
                &mut |expr| match &module[expr].kind {
                    ExprKind::Call { callee, args } => self.call(*callee, args),
                    ExprKind::Comprehension(comp) => self.comprehension(comp),
                    ExprKind::Walrus { local, value } if self.carries(*value) => {
                        self.add(Place::Local(*local))
                    }
                    ExprKind::Yield(Some(value)) if self.carries(*value) => {
                        self.is_changed |= self.results.insert(id);
                    }
                    _ => {}
                },
            );
        }
        self.is_changed
    }

    fn add(&mut self, place: Place) {
        self.is_changed |= self.places.insert(place);
    }

    fn assign(&mut self, target: &Target, value: ExprId) {
        if let (Target::Tuple { items, .. }, ExprKind::Tuple(values)) = (target, &self.module[value].kind)
            && items.len() == values.len()
        {
            for (item, value) in items.iter().zip(values) {
                let (Elem::One(value) | Elem::Star(value)) = value;
                self.assign(item, *value);
            }
        } else if self.carries(value) {
            self.take(target);
        }
    }

    fn take(&mut self, target: &Target) {
        match target {
            Target::Local(local, _) => self.add(Place::Local(*local)),
            Target::Attribute { name, .. } => self.add(Place::Attr(crate::accessors::raw(name).0)),
            Target::Index { value, .. } => {
                root(self.module, *value).into_iter().for_each(|place| self.add(place))
            }
            Target::Tuple { items, .. } => items.iter().for_each(|item| self.take(item)),
            Target::Error(_) => {}
        }
    }

    fn comprehension(&mut self, comp: &Comprehension) {
        comp.clauses.iter().for_each(|clause| self.assign(&clause.target, clause.iter));
    }

    fn pass(&mut self, value: Option<ExprId>, param: &Param) {
        if value.is_some_and(|value| self.carries(value)) {
            self.add(Place::Local(param.local));
        }
    }

    /// What a call does with its arguments.
    fn call(&mut self, callee: ExprId, args: &[Arg]) {
        let module = self.module;
        if let ExprKind::Attribute { value: container, name } = &module[callee].kind
            && matches!(&**name, "append" | "appendleft" | "insert" | "extend" | "add" | "setdefault")
            && args.last().is_some_and(|arg| self.carries(arg.value()))
            && let Some(place) = root(module, *container)
        {
            self.add(place);
        }
        for func in self.callees(callee) {
            let func = &module[func];
            let n_bound = usize::from(matches!(func.parent, Some(Scope::Class(_))));
            let mut params = func.params.iter().skip(n_bound);
            for arg in args {
                match arg {
                    Arg::Pos(value) => match params.next() {
                        Some(param)
                            if matches!(param.kind, ParamKind::PositionalOnly | ParamKind::Ordinary) =>
                        {
                            self.pass(Some(*value), param);
                        }
                        _ => break,
                    },
                    Arg::Keyword(name, value) => {
                        let named = func.params.iter().find(|param| module[param.local].name == *name);
                        named.into_iter().for_each(|param| self.pass(Some(*value), param));
                    }
                    Arg::Star(_) | Arg::DoubleStar(_) => break,
                }
            }
        }
    }

    fn callees(&self, callee: ExprId) -> Vec<FuncId> {
        let name = match &self.module[callee].kind {
            ExprKind::Local(local) => &self.module[*local].name,
            ExprKind::Attribute { name, .. } => name,
            _ => return Vec::new(),
        };
        self.by_name.get(name).cloned().unwrap_or_default()
    }

    /// Whether the number reaches `expr`, or what it holds, as it is.
    fn carries(&self, expr: ExprId) -> bool {
        if self.is_limit(expr) {
            return true;
        }
        match &self.module[expr].kind {
            ExprKind::Local(local) => self.places.contains(&Place::Local(*local)),
            ExprKind::Attribute { name, .. } => self.places.contains(&Place::Attr(name.clone())),
            ExprKind::Index { value, .. } => self.carries(*value),
            ExprKind::Unary { op: UnaryOp::Neg | UnaryOp::Pos, operand } => self.carries(*operand),
            ExprKind::Binary { op, left, right } => match op {
                BinOp::Mul | BinOp::Add if self.is_list(*left) || self.is_list(*right) => {
                    self.carries(*left) || self.carries(*right)
                }
                BinOp::Sub => self.is_least(*left, *right),
                _ => false,
            },
            ExprKind::IfElse { then, otherwise, .. } => self.carries(*then) || self.carries(*otherwise),
            ExprKind::BoolOp { operands, .. } => operands.iter().any(|&operand| self.carries(operand)),
            ExprKind::List(elems) | ExprKind::Tuple(elems) | ExprKind::Set(elems) => {
                elems.iter().any(|(Elem::One(value) | Elem::Star(value))| self.carries(*value))
            }
            ExprKind::Dict(items) => {
                items.iter().any(|(DictItem::Pair(_, value) | DictItem::Star(value))| self.carries(*value))
            }
            ExprKind::Comprehension(comp) => {
                self.carries(comp.element) || comp.value.is_some_and(|value| self.carries(value))
            }
            ExprKind::Function { func, .. } => self.results.contains(func),
            ExprKind::Walrus { value, .. } => self.carries(*value),
            ExprKind::Call { callee, args } => self.gives(*callee, args),
            _ => false,
        }
    }

    /// Whether a call gives it.
    fn gives(&self, callee: ExprId, args: &[Arg]) -> bool {
        if self.callees(callee).iter().any(|func| self.results.contains(func)) {
            return true;
        }
        let (name, object) = match &self.module[callee].kind {
            ExprKind::Builtin(name) => (name, None),
            ExprKind::Attribute { value, name } => (name, Some(*value)),
            ExprKind::Local(local) => (&self.module[*local].name, None),
            _ => return false,
        };
        let is_passing = PASSING.contains(&&**name);
        is_passing
            && (object.is_some_and(|object| self.carries(object))
                || args.iter().any(|arg| self.carries(arg.value())))
    }

    /// Whether an operand of `+` or `*` is a list.
    fn is_list(&self, expr: ExprId) -> bool {
        match &self.module[expr].kind {
            ExprKind::List(_) | ExprKind::Tuple(_) | ExprKind::Comprehension(_) => true,
            ExprKind::Binary { op: BinOp::Mul | BinOp::Add, left, right } => {
                self.is_list(*left) || self.is_list(*right)
            }
            _ => false,
        }
    }

    /// `-sys.maxsize - 1`, the least number of 64 bits.
    fn is_least(&self, left: ExprId, right: ExprId) -> bool {
        matches!(&self.module[left].kind, ExprKind::Unary { op: UnaryOp::Neg, operand } if self.is_limit(*operand))
            && matches!(self.module[right].kind, ExprKind::Int(1))
    }

    /// Whether `expr` is the number, or a variable of the module with it.
    fn is_named(&self, expr: ExprId) -> bool {
        let is_global = |local: LocalId| self.module[local].owner == Scope::Func(self.module.body);
        let is_held = match self.module[expr].kind {
            ExprKind::Local(local) => is_global(local) && self.places.contains(&Place::Local(local)),
            _ => false,
        };
        is_held || self.is_limit(expr)
    }

    fn marked(&self) -> (Vec<ExprId>, Vec<StmtId>) {
        let module = self.module;
        let (mut exprs, mut stmts) = (Vec::new(), Vec::new());
        for (_, func) in module.funcs.iter() {
            // Where the function first looks for the number.
            let mut looked = u32::MAX;
            portalis_hir::visit::for_each_body_expr(module, &func.body, &mut |expr| {
                if let ExprKind::Compare { first, rest } = &module[expr].kind
                    && (self.is_named(*first) || rest.iter().any(|(_, link)| self.is_named(*link)))
                {
                    looked = looked.min(module[expr].span.start);
                }
            });
            portalis_hir::visit::for_each_body_expr(module, &func.body, &mut |expr| {
                let ExprKind::Binary { op: BinOp::Add | BinOp::Sub, left, right } = &module[expr].kind else {
                    return;
                };
                let counts = !self.is_list(*left) && !self.is_list(*right) && !self.is_least(*left, *right);
                let is_early = module[expr].span.start < looked;
                let is_plain = self.is_named(*left) || self.is_named(*right);
                if counts && (is_plain || is_early && (self.carries(*left) || self.carries(*right))) {
                    exprs.push(expr);
                }
            });
            portalis_hir::visit::for_each_stmt(module, &func.body, &mut |stmt| {
                if let StmtKind::AugAssign { target, op: BinOp::Add | BinOp::Sub, value } = &module[stmt].kind
                    && module[stmt].span.start < looked
                {
                    let place = match target {
                        Target::Local(local, _) => Some(Place::Local(*local)),
                        Target::Attribute { name, .. } => Some(Place::Attr(crate::accessors::raw(name).0)),
                        Target::Index { value, .. } => root(module, *value),
                        Target::Tuple { .. } | Target::Error(_) => None,
                    };
                    let is_held = place.is_some_and(|place| self.places.contains(&place));
                    if !self.is_list(*value) && (is_held || self.carries(*value)) {
                        stmts.push(stmt);
                    }
                }
            });
        }
        (exprs, stmts)
    }
}
