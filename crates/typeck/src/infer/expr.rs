//! Expressions: each evaluates to a type, ⊥ where no value comes out.

use portalis_hir::{
    BinOp, BoolOp, CmpOp, Comprehension, ComprehensionKind, Conversion, DictItem, Elem, ExprId, ExprKind,
    FormatPart, IntMode, UnaryOp,
};

use super::{Env, Walk};
use crate::builtins::slices::SLICE;
use crate::cell::{CellKind, Field, Node};
use crate::constant;
use crate::diagnostics;
use crate::growth::Width;
use crate::ty::{Atom, BOT, Kind, MAX_TUPLE_DEPTH, MAX_TUPLE_ITEMS, TypeId};

impl Walk<'_, '_> {
    /// The type of `id` in `env`; walrus expressions bind in `env`.
    pub(crate) fn eval(&mut self, id: ExprId, env: &mut Env) -> TypeId {
        let ty = stacker::maybe_grow(64 * 1024, 2 * 1024 * 1024, || self.eval_kind(id, env));
        let ty = if ty == BOT { BOT } else { self.keyword_read(id).unwrap_or(ty) };
        self.record(id, ty)
    }

    fn eval_kind(&mut self, id: ExprId, env: &mut Env) -> TypeId {
        let module = self.module();
        let span = module[id].span;
        match &module[id].kind {
            ExprKind::None => self.of(Atom::None),
            ExprKind::Bool(_) => self.of(Atom::Bool),
            ExprKind::Int(value) => match self.s.growth.literal(id) {
                IntMode::Auto => self.whole_constant(i128::from(*value)),
                IntMode::I64 => self.of(if *value >= 0 { Atom::Nat } else { Atom::Int }),
                IntMode::Big => self.of(Atom::BigInt),
            },
            ExprKind::BigInt(_) => self.of(Atom::BigInt),
            ExprKind::Float(_) => self.of(Atom::Float),
            ExprKind::Imaginary(_) => self.of(Atom::Complex),
            ExprKind::Str(_) => self.of(Atom::Str),
            ExprKind::StrSurrogates(_) => {
                self.s.report(diagnostics::unsupported_expr(span, "a string with lone surrogates"));
                self.of(Atom::Str)
            }
            ExprKind::Bytes(_) => self.of(Atom::Bytes),
            ExprKind::Ellipsis => self.of(Atom::Ellipsis),
            ExprKind::Local(local) => {
                if let Some(refusal) = self.s.missing.get(local).cloned() {
                    self.s.report(refusal);
                }
                self.get_local(*local, env, Some(id))
            }
            ExprKind::Builtin(name) => self.builtin_name(name, span),
            ExprKind::List(elems) => match self.elems(elems, env) {
                Some(elem) => self.s.container(Node::Expr(id), "list", Kind::List, elem, span),
                None => BOT,
            },
            ExprKind::Set(elems) => match self.elems(elems, env) {
                Some(elem) if self.never_hashes(elem) => BOT,
                Some(elem) => {
                    self.hash_and_eq(Node::Expr(id), elem);
                    self.s.container(Node::Expr(id), "set", Kind::Set, elem, span)
                }
                None => BOT,
            },
            ExprKind::Tuple(elems) => self.tuple(id, elems, env),
            ExprKind::Dict(items) => self.dict(id, items, env),
            ExprKind::Format(parts) => {
                if self.format_parts(parts, env) {
                    self.of(Atom::Str)
                } else {
                    BOT
                }
            }
            ExprKind::Unary { op, operand } => {
                if *op == UnaryOp::Not {
                    let (yes, no) = self.cond(*operand, env.clone());
                    let merged = self.merge(yes, no);
                    return match merged {
                        Some(after) => {
                            env.vars = after.vars;
                            self.of(Atom::Bool)
                        }
                        None => BOT,
                    };
                }
                let ty = self.eval(*operand, env);
                self.unary(id, *op, ty)
            }
            ExprKind::Binary { op, left, right } => {
                // A mask bounds: it makes nothing wide.
                let is_mask = *op == BinOp::BitAnd;
                let l = if is_mask { self.eval_narrow(*left, env) } else { self.eval(*left, env) };
                if l == BOT {
                    return BOT;
                }
                let r = if is_mask { self.eval_narrow(*right, env) } else { self.eval(*right, env) };
                if r == BOT {
                    return BOT;
                }
                if let Some(ty) = self.folded(id, l, r) {
                    return ty;
                }
                if *op == BinOp::Mod {
                    self.percent_calls(id, *left, *right);
                }
                self.binary(Node::Expr(id), *op, l, r, false, span, Some(*right))
            }
            ExprKind::BoolOp { op, operands } => self.bool_op(*op, operands, env),
            ExprKind::Compare { first, rest } => self.compare(id, *first, rest, env),
            ExprKind::IfElse { test, then, otherwise } => {
                let (yes, no) = self.cond(*test, env.clone());
                let mut joined = BOT;
                let mut after = None;
                for (branch, value) in [(yes, then), (no, otherwise)] {
                    if let Some(mut branch) = branch {
                        let ty = self.eval(*value, &mut branch);
                        joined = self.join(joined, ty);
                        if ty != BOT {
                            after = self.merge(after, Some(branch));
                        }
                    }
                }
                if let Some(after) = after {
                    *env = after;
                }
                joined
            }
            ExprKind::Call { callee, args } => self.call_expr(id, *callee, args, env),
            ExprKind::Attribute { value, name } => {
                let object = self.eval(*value, env);
                if object == BOT {
                    return BOT;
                }
                self.load_attribute(Node::Expr(id), *value, object, name, span, env)
            }
            ExprKind::Index { value, index } => {
                let container = self.eval(*value, env);
                if container == BOT {
                    return BOT;
                }
                let index_ty = self.eval(*index, env);
                if index_ty == BOT {
                    return BOT;
                }
                self.load_item(Node::Expr(id), container, *index, index_ty, span)
            }
            ExprKind::Slice { start, stop, step } => {
                for bound in [start, stop, step].into_iter().flatten() {
                    let ty = self.eval(*bound, env);
                    if ty == BOT {
                        return BOT;
                    }
                    self.index_of(Node::Expr(*bound), ty);
                }
                self.of(Atom::Native(SLICE))
            }
            ExprKind::Function { func, outer_iter } => match outer_iter {
                Some(iter) => self.generator_expr(id, *func, *iter, env),
                None => self.make_function(*func, env),
            },
            ExprKind::Comprehension(comprehension) => self.comprehension(id, comprehension, env),
            ExprKind::Walrus { local, value } => {
                let ty = self.eval(*value, env);
                if ty != BOT {
                    self.set_local(*local, ty, env);
                }
                ty
            }
            ExprKind::Await(value) => self.await_expr(*value, env),
            ExprKind::Yield(value) => {
                let ty = match value {
                    Some(value) => self.eval(*value, env),
                    None => self.of(Atom::None),
                };
                if ty == BOT {
                    return BOT;
                }
                self.forget_paths(env);
                let Some(cell) = self.s.insts[self.inst.index()].generator else {
                    return BOT;
                };
                self.s.write(cell, Field::Elem, ty);
                let none = self.of(Atom::None);
                let sent = self.s.read(cell, &Field::Sent);
                self.join(sent, none)
            }
            ExprKind::YieldFrom(value) => {
                let ty = self.eval(*value, env);
                if ty == BOT {
                    return BOT;
                }
                self.forget_paths(env);
                let Some(cell) = self.s.insts[self.inst.index()].generator else {
                    return BOT;
                };
                let elem = self.items_of(ty, Node::Expr(id), span);
                self.s.write(cell, Field::Elem, elem);
                let sent = self.s.read(cell, &Field::Sent);
                // An object's iterator is what is delegated to.
                let mut delegates = BOT;
                for (atom_id, atom) in self.atoms(ty) {
                    let delegate = match atom {
                        Atom::Obj(class, ..) if self.class_has(class, "__iter__") => {
                            self.call_method(Node::Expr(id), "__iter__", atom_id, Vec::new())
                        }
                        atom => self.of(atom),
                    };
                    delegates = self.join(delegates, delegate);
                }
                let mut returned = BOT;
                for (_, atom) in self.atoms(delegates) {
                    let one = match atom {
                        Atom::Cont(Kind::Generator, inner) => {
                            self.s.write(inner, Field::Sent, sent);
                            self.s.read(inner, &Field::Returned)
                        }
                        _ => self.of(Atom::None),
                    };
                    returned = self.join(returned, one);
                }
                returned
            }
            ExprKind::StarItem { .. } | ExprKind::Error => self.of(Atom::Unknown),
        }
    }

    // ---- displays

    /// The join of the elements; `None` where one of them has no value.
    fn elems(&mut self, elems: &[Elem], env: &mut Env) -> Option<TypeId> {
        let mut joined = BOT;
        for elem in elems {
            let ty = match elem {
                Elem::One(value) => {
                    let ty = self.eval(*value, env);
                    if ty == BOT {
                        return None;
                    }
                    ty
                }
                Elem::Star(value) => {
                    let ty = self.eval(*value, env);
                    if ty == BOT {
                        return None;
                    }
                    self.items_of(ty, Node::Expr(*value), self.span(*value))
                }
            };
            joined = self.join(joined, ty);
        }
        Some(joined)
    }

    fn tuple(&mut self, id: ExprId, elems: &[Elem], env: &mut Env) -> TypeId {
        let has_star = elems.iter().any(|elem| matches!(elem, Elem::Star(_)));
        if has_star || elems.len() > MAX_TUPLE_ITEMS {
            // `(*pair, x)` of tuples of known length stays of known length.
            let mut items = Vec::new();
            let mut known = true;
            let mut joined = BOT;
            for elem in elems {
                match elem {
                    Elem::One(value) => {
                        let ty = self.eval(*value, env);
                        if ty == BOT {
                            return BOT;
                        }
                        joined = self.join(joined, ty);
                        items.push(ty);
                    }
                    Elem::Star(value) => {
                        let ty = self.eval(*value, env);
                        if ty == BOT {
                            return BOT;
                        }
                        let atoms = self.atoms(ty);
                        match atoms.as_slice() {
                            [(_, Atom::Tuple(inner))] => items.extend(inner.iter().copied()),
                            _ => known = false,
                        }
                        let elem = self.items_of(ty, Node::Expr(*value), self.span(*value));
                        joined = self.join(joined, elem);
                    }
                }
            }
            if known && items.len() <= MAX_TUPLE_ITEMS {
                return self.tuple_of(id, items);
            }
            return self.tuple_var(Node::Expr(id), "tuple", joined, self.span(id));
        }
        let mut items = Vec::with_capacity(elems.len());
        for elem in elems {
            let (Elem::One(value) | Elem::Star(value)) = elem;
            let ty = self.eval(*value, env);
            if ty == BOT {
                return BOT;
            }
            items.push(ty);
        }
        self.tuple_of(id, items)
    }

    /// A tuple of known length, or a cell of the site where it nests too deeply.
    pub(crate) fn tuple_of(&mut self, id: ExprId, items: Vec<TypeId>) -> TypeId {
        let depth = items.iter().map(|&item| self.s.types.tuple_depth(item)).max().unwrap_or(0);
        if depth >= MAX_TUPLE_DEPTH {
            let joined = self.s.types.join_all(items);
            return self.tuple_var(Node::Expr(id), "deep", joined, self.span(id));
        }
        self.of(Atom::Tuple(items.into()))
    }

    fn dict(&mut self, id: ExprId, items: &[DictItem], env: &mut Env) -> TypeId {
        let (mut keys, mut values) = (BOT, BOT);
        for item in items {
            match item {
                DictItem::Pair(key, value) => {
                    let k = self.eval(*key, env);
                    let v = if k == BOT { BOT } else { self.eval(*value, env) };
                    if v == BOT {
                        return BOT;
                    }
                    keys = self.join(keys, k);
                    values = self.join(values, v);
                }
                DictItem::Star(value) => {
                    let ty = self.eval(*value, env);
                    if ty == BOT {
                        return BOT;
                    }
                    let ty = self.as_mapping(Node::Expr(*value), ty, self.span(*value));
                    for (_, atom) in self.atoms(ty) {
                        if let Atom::Cont(kind, cell) = atom
                            && kind.is_dict()
                        {
                            let (k, v) = (self.s.read(cell, &Field::Elem), self.s.read(cell, &Field::Value));
                            keys = self.join(keys, k);
                            values = self.join(values, v);
                        }
                    }
                }
            }
        }
        if self.never_hashes(keys) {
            return BOT;
        }
        self.hash_and_eq(Node::Expr(id), keys);
        self.new_dict(Node::Expr(id), "dict", Kind::Dict, keys, values, self.span(id))
    }

    /// A dict made at `node`.
    pub(crate) fn new_dict(
        &mut self,
        node: Node,
        part: &'static str,
        kind: Kind,
        keys: TypeId,
        values: TypeId,
        span: portalis_diag::Span,
    ) -> TypeId {
        // The first key that has no hash raises.
        let (keys, values) = if self.never_hashes(keys) { (BOT, BOT) } else { (keys, values) };
        let cell = self.s.cell(node, part, CellKind::Cont(kind), span);
        self.s.write(cell, Field::Elem, keys);
        self.s.write(cell, Field::Value, values);
        self.of(Atom::Cont(kind, cell))
    }

    /// False where a piece has no value.
    fn format_parts(&mut self, parts: &[FormatPart], env: &mut Env) -> bool {
        for part in parts {
            if let FormatPart::Value { value, conversion, spec } = part {
                let ty = self.eval(*value, env);
                if ty == BOT || !self.format_parts(spec, env) {
                    return false;
                }
                match conversion {
                    Some(Conversion::Repr | Conversion::Ascii) => self.repr_of(ty),
                    Some(Conversion::Str) => self.str_of(ty),
                    None => {
                        self.str_of(ty);
                        for (id, atom) in self.atoms(ty) {
                            if let Atom::Obj(class, _) = atom
                                && self.class_has(class, "__format__")
                            {
                                let spec = self.of(Atom::Str);
                                self.trait_method(id, "__format__", vec![spec]);
                                self.call_method(Node::Expr(*value), "__format__", id, vec![spec]);
                            }
                        }
                    }
                }
            }
        }
        true
    }

    // ---- short circuits

    fn bool_op(&mut self, op: BoolOp, operands: &[ExprId], env: &mut Env) -> TypeId {
        let mut joined = BOT;
        let mut here = env.clone();
        let mut after: Option<Env> = None;
        for (i, &operand) in operands.iter().enumerate() {
            let is_last = i + 1 == operands.len();
            if is_last {
                let ty = self.eval(operand, &mut here);
                joined = self.join(joined, ty);
                if ty != BOT {
                    after = self.merge(after, Some(here.clone()));
                }
                break;
            }
            let before = here.clone();
            let (yes, no) = self.cond(operand, before);
            let ty = self.s.insts[self.inst.index()].exprs.get(&operand).copied().unwrap_or(BOT);
            // The value that comes out is the operand narrowed by how it was decided.
            let (out, stay) = match op {
                BoolOp::And => (no, yes),
                BoolOp::Or => (yes, no),
            };
            if let Some(out) = out {
                let decided = self.s.types.filter(ty, |atom| match truth_of(atom) {
                    Some(truth) => truth == (op == BoolOp::Or),
                    None => true,
                });
                joined = self.join(joined, decided);
                after = self.merge(after, Some(out));
            }
            match stay {
                Some(stay) => here = stay,
                None => break,
            }
        }
        if let Some(after) = after {
            *env = after;
        }
        joined
    }

    /// The type of an integer constant: wide ones are of any size.
    fn whole_constant(&mut self, value: i128) -> TypeId {
        self.of(match value {
            value if constant::is_wide(value) => Atom::BigInt,
            0.. => Atom::Nat,
            _ => Atom::Int,
        })
    }

    /// [`eval`](Self::eval) where a literal within 64 bits is no more than that.
    fn eval_narrow(&mut self, id: ExprId, env: &mut Env) -> TypeId {
        match self.module()[id].kind {
            ExprKind::Int(value) => {
                let ty = self.of(if value >= 0 { Atom::Nat } else { Atom::Int });
                self.record(id, ty)
            }
            _ => self.eval(id, env),
        }
    }

    /// The type of an operation on constants within 64 bits.
    fn folded(&mut self, id: ExprId, left: TypeId, right: TypeId) -> Option<TypeId> {
        let (nat, int) = (self.of(Atom::Nat), self.of(Atom::Int));
        if ![left, right].iter().all(|ty| [nat, int].contains(ty)) {
            return None;
        }
        let value = constant::fold(self.module(), id)?;
        match (self.s.growth.width(Node::Expr(id)), i64::try_from(value)) {
            (Width::Narrow, Ok(value)) => Some(self.of(if value >= 0 { Atom::Nat } else { Atom::Int })),
            (Width::Narrow | Width::Usual | Width::Any, _) => Some(self.whole_constant(value)),
        }
    }

    fn compare(&mut self, id: ExprId, first: ExprId, rest: &[(CmpOp, ExprId)], env: &mut Env) -> TypeId {
        let mut left = self.eval_narrow(first, env);
        if left == BOT {
            return BOT;
        }
        let mut joined = BOT;
        for (i, &(op, operand)) in rest.iter().enumerate() {
            let right = self.eval_narrow(operand, env);
            if right == BOT {
                // An earlier link may have decided.
                return joined;
            }
            // Links after the first are told apart by their right operand's node.
            let node = if i == 0 { Node::Expr(id) } else { Node::Expr(operand) };
            let ty = self.compare_types(node, op, left, right, self.span(id));
            if ty == BOT {
                return joined;
            }
            joined = self.join(joined, ty);
            left = right;
        }
        joined
    }

    // ---- comprehensions

    fn comprehension(&mut self, id: ExprId, comp: &Comprehension, env: &mut Env) -> TypeId {
        let mut inner = Some(env.clone());
        for clause in &comp.clauses {
            let Some(here) = &mut inner else { break };
            let iterable = self.eval(clause.iter, here);
            if iterable == BOT {
                inner = None;
                break;
            }
            let (node, span) = (Node::Expr(clause.iter), self.span(clause.iter));
            let elem = if clause.is_async {
                self.forget_paths(here);
                self.async_items_of(iterable, node, span)
            } else {
                self.items_of(iterable, node, span)
            };
            if elem == BOT || !self.assign(&clause.target, elem, here) {
                inner = None;
                break;
            }
            for &condition in &clause.conditions {
                inner = match inner {
                    Some(env) => self.cond(condition, env).0,
                    None => None,
                };
            }
        }
        // An outermost iterable that always raises ends the evaluation; an empty one makes an empty container.
        let first = comp.clauses.first().map(|clause| clause.iter);
        let outermost = first.and_then(|iter| self.s.insts[self.inst.index()].exprs.get(&iter).copied());
        if outermost.unwrap_or(BOT) == BOT {
            return BOT;
        }
        let (mut elem, mut value) = (BOT, BOT);
        if let Some(mut here) = inner {
            elem = self.eval(comp.element, &mut here);
            if let Some(second) = comp.value {
                value = if elem == BOT { BOT } else { self.eval(second, &mut here) };
            }
            // Walrus targets inside bind outside.
            let merged = self.merge(Some(env.clone()), Some(here));
            if let Some(merged) = merged {
                *env = merged;
            }
        }
        let span = self.span(id);
        let keeps_hashes = matches!(comp.kind, ComprehensionKind::Set | ComprehensionKind::Dict);
        if keeps_hashes && self.never_hashes(elem) {
            // The first of them raises.
            (elem, value) = (BOT, BOT);
        }
        match comp.kind {
            ComprehensionKind::List | ComprehensionKind::Items => {
                self.s.container(Node::Expr(id), "list", Kind::List, elem, span)
            }
            ComprehensionKind::Set => {
                self.hash_and_eq(Node::Expr(id), elem);
                self.s.container(Node::Expr(id), "set", Kind::Set, elem, span)
            }
            ComprehensionKind::Dict => {
                self.hash_and_eq(Node::Expr(id), elem);
                if value == BOT {
                    elem = BOT;
                }
                self.new_dict(Node::Expr(id), "dict", Kind::Dict, elem, value, span)
            }
        }
    }

    fn generator_expr(
        &mut self,
        id: ExprId,
        func: portalis_hir::FuncId,
        iter: ExprId,
        env: &mut Env,
    ) -> TypeId {
        let outer = self.eval(iter, env);
        if outer == BOT {
            return BOT;
        }
        let target = self.s.instance(func, Some(self.inst), None, vec![outer]);
        let callee = self.s.types.atom(Atom::Func(func, self.inst));
        self.record_call(Node::Expr(id), "call", callee, target);
        self.s.result_of(target)
    }
}

/// Whether a value of this kind is always true or always false.
pub(crate) fn truth_of(atom: &Atom) -> Option<bool> {
    match atom {
        Atom::None => Some(false),
        Atom::Tuple(items) => Some(!items.is_empty()),
        Atom::Func(..)
        | Atom::Class(_)
        | Atom::Bound(..)
        | Atom::Builtin(_)
        | Atom::BoundBuiltin(..)
        | Atom::Exc(_)
        | Atom::ExcClass(_)
        | Atom::Module(_)
        | Atom::File
        | Atom::Ellipsis
        | Atom::Object => Some(true),
        _ => None,
    }
}
