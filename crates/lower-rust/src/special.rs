//! Which special methods an operation calls by itself, through traits of the runtime: those of its operands, or of what is in
//! them.

use portalis_hir::{
    Arg, BinOp, CmpOp, ComprehensionKind, DictItem, Elem, ExprId, ExprKind, FormatPart, Module, StmtId,
    StmtKind, Target, UnaryOp,
};
use portalis_typeck::Inferred;
use portalis_typeck::cell::Field;
use portalis_typeck::instance::Instance;
use portalis_typeck::ty::{Atom, BOT, InstId, Kind, TypeId};

/// What an operation does with the values it looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// `==`.
    Equality,
    /// `==` and `hash`.
    Key,
    /// `<` and `==`.
    Order,
    /// `str`, `repr`, `format`.
    Show,
    /// `bool`.
    Truth,
    /// Any of those that compare.
    Any,
}

impl Use {
    /// The methods that it calls.
    pub(crate) fn methods(self) -> &'static [&'static str] {
        match self {
            Use::Equality => &["__eq__"],
            Use::Key => &["__eq__", "__hash__"],
            Use::Order => &["__eq__", "__lt__", "__gt__"],
            Use::Show => &["__str__", "__repr__", "__format__"],
            Use::Truth => &["__bool__", "__len__"],
            Use::Any => &["__eq__", "__hash__", "__lt__", "__gt__"],
        }
    }

    /// Whether it hashes.
    pub(crate) fn hashes(self) -> bool {
        matches!(self, Use::Key | Use::Any)
    }
}

/// An operand whose special methods are called.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Operand {
    pub(crate) ty: TypeId,
    pub(crate) used: Use,
    /// Whether those of the value itself are, not only those of what is in it.
    pub(crate) itself: bool,
}

/// What looks the operations of one instance up.
#[derive(Clone, Copy)]
pub(crate) struct Operations<'a> {
    pub(crate) module: &'a Module,
    pub(crate) inferred: &'a Inferred,
    pub(crate) inst: &'a Instance,
}

impl Operations<'_> {
    fn type_of(&self, expr: ExprId) -> TypeId {
        self.inst.exprs.get(&expr).copied().unwrap_or(BOT)
    }

    fn whole(&self, expr: ExprId, used: Use) -> Operand {
        Operand { ty: self.type_of(expr), used, itself: true }
    }

    fn parts(&self, expr: ExprId, used: Use) -> Operand {
        Operand { ty: self.type_of(expr), used, itself: false }
    }

    /// What a container holds whose method was taken from it before the call.
    fn items(&self, container: &Atom, used: Use) -> Vec<Operand> {
        let held = match container {
            Atom::Cont(_, cell) | Atom::TupleVar(cell) => {
                let cell = &self.inferred.cells[cell.index()];
                vec![cell.get(&Field::Elem), cell.get(&Field::Value)]
            }
            Atom::Tuple(items) => items.to_vec(),
            _ => Vec::new(),
        };
        held.into_iter().map(|ty| Operand { ty, used, itself: true }).collect()
    }

    /// The operands of the operation `id` whose special methods it calls, other than by a call that is seen.
    pub(crate) fn of_expr(&self, id: ExprId) -> Vec<Operand> {
        let module = self.module;
        match &module[id].kind {
            ExprKind::Compare { first, rest } => {
                let mut left = *first;
                let mut operands = Vec::new();
                for (op, right) in rest {
                    match op {
                        CmpOp::In | CmpOp::NotIn => {
                            operands.extend([self.whole(left, Use::Key), self.parts(*right, Use::Key)]);
                        }
                        CmpOp::Eq | CmpOp::Ne => {
                            let used = Use::Equality;
                            operands.extend([self.parts(left, used), self.parts(*right, used)]);
                        }
                        CmpOp::Is | CmpOp::IsNot => {}
                        CmpOp::Lt | CmpOp::Le | CmpOp::Gt | CmpOp::Ge => {
                            operands.extend([self.parts(left, Use::Order), self.parts(*right, Use::Order)]);
                        }
                    }
                    left = *right;
                }
                operands
            }
            ExprKind::Call { callee, args } => {
                let atoms: Vec<&Atom> = self.inferred.types.atoms(self.type_of(*callee)).collect();
                if let [Atom::Builtin(_), ..] = atoms.as_slice() {
                    let names = atoms.iter().filter_map(|atom| match atom {
                        Atom::Builtin(name) => Some(name),
                        _ => None,
                    });
                    let used = names.filter_map(|name| builtin_use(name)).next();
                    return used.map(|used| self.of_arguments(args, used)).unwrap_or_default();
                }
                let mut operands = Vec::new();
                for atom in &atoms {
                    let Atom::BoundBuiltin(receiver, name) = atom else { continue };
                    let atom = self.inferred.types.get(*receiver);
                    let Some(used) = method_use(atom, name) else { continue };
                    match &module[*callee].kind {
                        ExprKind::Attribute { value, .. } if atoms.len() == 1 => {
                            operands.push(self.parts(*value, used));
                        }
                        _ => operands.extend(self.items(atom, used)),
                    }
                    operands.extend(self.of_arguments(args, used));
                }
                operands
            }
            ExprKind::Set(elems) => {
                let each = |elem: &Elem| match elem {
                    Elem::One(value) => self.whole(*value, Use::Key),
                    Elem::Star(value) => self.parts(*value, Use::Key),
                };
                elems.iter().map(each).collect()
            }
            ExprKind::Dict(items) => {
                let each = |item: &DictItem| match item {
                    DictItem::Pair(key, _) => self.whole(*key, Use::Key),
                    DictItem::Star(value) => self.parts(*value, Use::Key),
                };
                items.iter().map(each).collect()
            }
            ExprKind::Binary { op, left, right } => match op {
                BinOp::BitOr | BinOp::BitAnd | BinOp::BitXor | BinOp::Sub => {
                    vec![self.parts(*left, Use::Key), self.parts(*right, Use::Key)]
                }
                BinOp::Mod if self.inferred.types.contains(self.type_of(*left), &Atom::Str) => {
                    vec![self.whole(*right, Use::Show)]
                }
                _ => Vec::new(),
            },
            ExprKind::Format(parts) => {
                let mut operands = Vec::new();
                self.of_format(parts, &mut operands);
                operands
            }
            _ => Vec::new(),
        }
    }

    fn of_arguments(&self, args: &[Arg], used: Use) -> Vec<Operand> {
        let mut operands = Vec::new();
        for arg in args {
            operands.push(self.whole(arg.value(), used));
            // A formatted text that is only printed is never made.
            if let ExprKind::Format(parts) = &self.module[arg.value()].kind {
                self.of_format(parts, &mut operands);
            }
        }
        operands
    }

    fn of_format(&self, parts: &[FormatPart], operands: &mut Vec<Operand>) {
        for part in parts {
            if let FormatPart::Value { value, spec, .. } = part {
                operands.push(self.whole(*value, Use::Show));
                self.of_format(spec, operands);
            }
        }
    }

    /// The same of what [`Self::of_expr`] leaves to the places that lower it: keys that are stored or looked up, entries
    /// of comprehensions, and truths.
    pub(crate) fn inside_expr(&self, id: ExprId) -> Vec<Operand> {
        let truth = |expr: &ExprId| self.whole(*expr, Use::Truth);
        match &self.module[id].kind {
            ExprKind::Index { index, .. } => vec![self.whole(*index, Use::Key)],
            ExprKind::Comprehension(comp) => {
                let conditions = comp.clauses.iter().flat_map(|clause| &clause.conditions).map(truth);
                let mut operands: Vec<Operand> = conditions.collect();
                if matches!(comp.kind, ComprehensionKind::Set | ComprehensionKind::Dict) {
                    operands.push(self.whole(comp.element, Use::Key));
                }
                operands
            }
            ExprKind::Unary { op: UnaryOp::Not, operand } => vec![truth(operand)],
            ExprKind::BoolOp { operands, .. } => operands.iter().map(truth).collect(),
            ExprKind::IfElse { test, .. } => vec![truth(test)],
            ExprKind::Call { callee, args } => {
                let uses_of = |atom: &Atom| -> &[Use] {
                    match atom {
                        Atom::Builtin(name) => match &**name {
                            "str" | "repr" => &[Use::Show],
                            "bool" | "any" | "all" | "filter" => &[Use::Truth],
                            "map" => &[Use::Truth, Use::Show],
                            _ => &[],
                        },
                        _ => &[],
                    }
                };
                let callees = self.inferred.types.atoms(self.type_of(*callee));
                let uses: Vec<Use> = callees.flat_map(uses_of).copied().collect();
                let each = |used: &Use| {
                    let used = *used;
                    args.iter().map(move |arg| self.whole(arg.value(), used))
                };
                uses.iter().flat_map(each).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The operands of a statement itself.
    pub(crate) fn of_stmt(&self, id: StmtId) -> Vec<Operand> {
        let truth = |expr: &ExprId| vec![self.whole(*expr, Use::Truth)];
        let keys = |targets: &[Target]| {
            let mut operands = Vec::new();
            for target in targets {
                self.of_target(target, &mut operands);
            }
            operands
        };
        match &self.module[id].kind {
            StmtKind::If { test, .. } | StmtKind::While { test, .. } | StmtKind::Assert { test, .. } => {
                truth(test)
            }
            StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => keys(targets),
            StmtKind::AugAssign { target, .. }
            | StmtKind::AnnAssign { target, .. }
            | StmtKind::For { target, .. } => keys(std::slice::from_ref(target)),
            StmtKind::With { items, .. } => {
                items.iter().flat_map(|item| self.answers_of_exit(item.manager)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What the `__exit__` of a `with` answers, whose truth says whether the exception goes on.
    fn answers_of_exit(&self, manager: ExprId) -> Vec<Operand> {
        let raw = manager.into_raw().into_u32();
        let exits = self.inst.calls.iter().filter(|((site, _), _)| {
            site.node == (0, raw) && matches!(&*site.role, "__exit__" | "__aexit__")
        });
        let answer = |target: &InstId| self.inferred.insts[target.index()].ret;
        exits.map(|(_, target)| Operand { ty: answer(target), used: Use::Truth, itself: true }).collect()
    }

    fn of_target(&self, target: &Target, operands: &mut Vec<Operand>) {
        match target {
            Target::Index { index, .. } => operands.push(self.whole(*index, Use::Key)),
            Target::Tuple { items, .. } => items.iter().for_each(|item| self.of_target(item, operands)),
            Target::Local(..) | Target::Attribute { .. } | Target::Error(_) => {}
        }
    }
}

/// What a builtin function does with its arguments.
fn builtin_use(name: &str) -> Option<Use> {
    match name {
        "print" | "ascii" | "format" => Some(Use::Show),
        "sorted" | "min" | "max" => Some(Use::Order),
        "set" | "frozenset" | "dict" | "hash" | "dict.fromkeys" | "collections.OrderedDict.fromkeys" => {
            Some(Use::Key)
        }
        _ => match name.split_once('.')?.0 {
            "heapq" | "bisect" => Some(Use::Order),
            "collections" | "itertools" | "statistics" => Some(Use::Any),
            _ => None,
        },
    }
}

/// What a method of a builtin type does with its receiver's items and its arguments.
fn method_use(receiver: &Atom, name: &str) -> Option<Use> {
    match receiver {
        Atom::Str => matches!(name, "format" | "format_map" | "join").then_some(Use::Show),
        Atom::Cont(Kind::List | Kind::Deque, _) | Atom::Tuple(_) | Atom::TupleVar(_) => match name {
            "index" | "remove" | "count" => Some(Use::Equality),
            "sort" => Some(Use::Order),
            _ => None,
        },
        Atom::Cont(kind, _) if kind.is_dict() => match name {
            "keys" | "values" | "items" | "clear" | "copy" | "popitem" => None,
            _ => Some(Use::Key),
        },
        Atom::Cont(Kind::Set | Kind::FrozenSet, _) => match name {
            "clear" | "copy" => None,
            _ => Some(Use::Key),
        },
        Atom::Cont(Kind::Native(_), _) => Some(Use::Any),
        _ => None,
    }
}
