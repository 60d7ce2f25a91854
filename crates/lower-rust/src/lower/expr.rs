//! Expressions: as a value that is owned, or as a place to borrow from.

use portalis_hir::{BoolOp, Comprehension, ComprehensionKind, DictItem, Elem, ExprId, ExprKind, UnaryOp};
use portalis_typeck::builtins::{Table, native_name};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, MAX_TUPLE_ITEMS, TypeId};

use super::{FnCx, Walking};
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Path, Stmt, Ty};

impl FnCx<'_, '_> {
    /// The type of an expression in this instance.
    pub(crate) fn type_of(&self, expr: ExprId) -> TypeId {
        if let Some((_, _, ty)) = self.stand_in(expr) {
            return *ty;
        }
        self.cx.rep.inferred.insts[self.inst.index()].exprs.get(&expr).copied().unwrap_or(BOT)
    }

    /// The value that an expression has already.
    pub(crate) fn stand_in(&self, expr: ExprId) -> Option<&(ExprId, String, TypeId)> {
        self.stand_ins.iter().rev().find(|(known, ..)| *known == expr)
    }

    /// An owned value of the expression's type.
    pub(crate) fn value(&mut self, expr: ExprId) -> Expr {
        let place = self.place(expr);
        let ty = self.type_of(expr);
        self.value_of_place(expr, place, ty)
    }

    /// Clones what [`Self::place`] only names.
    pub(crate) fn value_of_place(&mut self, expr: ExprId, place: Expr, ty: TypeId) -> Expr {
        let is_local = matches!(self.cx.module[expr].kind, ExprKind::Local(_));
        if is_local && matches!(place, Expr::Path(_)) && !self.is_copy(ty) { place.cloned() } else { place }
    }

    /// An owned value, coerced.
    pub(crate) fn value_as(&mut self, expr: ExprId, to: TypeId) -> Expr {
        let value = self.value(expr);
        let from = self.type_of(expr);
        if from == BOT { dead_value(value) } else { self.coerce(value, from, to) }
    }

    /// Something to borrow from or to call a method on; of the expression's type.
    pub(crate) fn place(&mut self, id: ExprId) -> Expr {
        stacker::maybe_grow(128 * 1024, 4 * 1024 * 1024, || {
            let outer = self.span;
            self.span = self.cx.module[id].span;
            let ty = self.type_of(id);
            let line = self.begin_traced(id);
            let lowered = self.place_kind(id);
            let lowered = self.watched(id, lowered);
            let lowered = self.end_traced(line, lowered, ty);
            if matches!(self.cx.rep.repr(ty), Repr::Tuple(items) if items.len() > MAX_TUPLE_ITEMS) {
                self.unsupported_operation("a tuple of more than twelve items of its own type each");
            }
            self.span = outer;
            lowered
        })
    }

    fn place_kind(&mut self, id: ExprId) -> Expr {
        let module = self.cx.module;
        if let Some((_, name, _)) = self.stand_in(id) {
            return Expr::local(name.clone());
        }
        let ty = self.type_of(id);
        match &module[id].kind {
            ExprKind::None | ExprKind::Ellipsis | ExprKind::StarItem { .. } | ExprKind::Error => Expr::unit(),
            ExprKind::Bool(value) => Expr::Bool(*value),
            ExprKind::Int(value) if self.cx.rep.repr(ty) == Repr::Big => {
                Expr::call(Path::Rt("Int").assoc("from"), vec![Expr::Int(*value, Some("i64"))])
            }
            ExprKind::Int(value) => Expr::Int(*value, None),
            ExprKind::BigInt(digits) => {
                Expr::call(Path::RtIn("int", "literal".to_owned()), vec![Expr::Str(digits.to_string())])
            }
            ExprKind::Float(value) => Expr::Float(*value),
            ExprKind::Imaginary(value) => {
                Expr::call(Path::Rt("Complex").assoc("new"), vec![Expr::Float(0.0), Expr::Float(*value)])
            }
            ExprKind::Str(text) => str_literal(text),
            ExprKind::StrSurrogates(_) => Expr::unit(),
            ExprKind::Bytes(bytes) => {
                Expr::call(Path::Rt("Bytes").assoc("from"), vec![Expr::Bytes(bytes.to_vec())])
            }
            ExprKind::Local(local) => {
                self.check_bound(*local, id);
                let declared = self.local_type(*local);
                if ty == BOT && declared == BOT {
                    return self.undefined_local(*local, id);
                }
                if self.is_self(*local) {
                    return Expr::local("self");
                }
                if ty == declared || self.cx.rep.repr(ty) == self.cx.rep.repr(declared) {
                    return self.local_place(*local, Some(id));
                }
                let value = self.read_local(*local, Some(id));
                if ty == BOT { value } else { self.coerce(value, declared, ty) }
            }
            ExprKind::Builtin(name) => self.builtin_value(id, name, ty),
            ExprKind::List(elems) => self.list_display(elems, ty, "List"),
            ExprKind::Set(elems) => self.list_display(elems, ty, "Set"),
            ExprKind::Tuple(elems) => self.tuple_display(elems, ty),
            ExprKind::Dict(items) => self.dict_display(items, ty),
            ExprKind::Format(parts) => self.format_string(parts),
            ExprKind::Unary { op: UnaryOp::Not, operand } => self.condition(*operand).not(),
            ExprKind::Unary { op, operand } => self.unary(id, *op, *operand, ty),
            ExprKind::Binary { op, left, right } => self.binary(id, *op, *left, *right, ty),
            ExprKind::BoolOp { op, operands } => self.bool_op(*op, operands, ty),
            ExprKind::Compare { first, rest } => self.compare(id, *first, rest, ty),
            ExprKind::IfElse { test, .. } if self.type_of(*test) == BOT => self.dead_operands([*test]),
            ExprKind::IfElse { test, then, otherwise } => {
                let test = self.condition(*test);
                if test.diverges() {
                    return dead_value(test);
                }
                match self.known_truth(&test) {
                    Some(true) => return self.value_as(*then, ty),
                    Some(false) => return self.value_as(*otherwise, ty),
                    None => {}
                }
                let then = self.value_as(*then, ty);
                let otherwise = self.value_as(*otherwise, ty);
                Expr::If(Box::new(test), Block::of(then), Some(Box::new(otherwise)))
            }
            ExprKind::Call { callee, args } => self.call(id, *callee, args, ty),
            ExprKind::Attribute { value, name } => self.load_attribute(id, *value, name, ty),
            ExprKind::Index { value, index } => self.load_item(id, *value, *index, ty),
            ExprKind::Slice { start, stop, step } => self.slice_value((*start, *stop, *step)),
            ExprKind::Function { func, outer_iter } => match outer_iter {
                Some(iter) => self.generator_expr(id, *func, *iter),
                None => self.function_literal(*func),
            },
            ExprKind::Comprehension(comp) => self.comprehension(id, comp, ty),
            ExprKind::Walrus { local, value } => self.walrus(*local, *value),
            ExprKind::Await(value) => self.await_expr(*value, ty),
            ExprKind::Yield(value) => self.yield_expr(*value, ty),
            ExprKind::YieldFrom(value) => self.yield_from(*value, ty, true),
        }
    }

    /// The error of a read of a variable that has no value.
    pub(super) fn undefined_local(&mut self, local: portalis_hir::LocalId, at: ExprId) -> Expr {
        let module = self.cx.module;
        let name = &module[local].name;
        if module[local].owner == portalis_hir::Scope::Func(self.func) && self.func != module.body {
            let message =
                format!("cannot access local variable '{name}' where it is not associated with a value");
            return self.throw_message("UnboundLocalError", &message);
        }
        self.throw_name_error(&format!("name '{name}' is not defined"), name, at)
    }

    fn builtin_value(&mut self, id: ExprId, name: &portalis_hir::Name, ty: TypeId) -> Expr {
        match &**name {
            "__name__" => str_literal(&self.cx.module.name.clone()),
            "__doc__" => self.cx.module.doc.clone().map_or_else(Expr::unit, |doc| str_literal(&doc)),
            "__file__" => Expr::call(Path::RtIn("os", "script_path".to_owned()), Vec::new()),
            _ if ty == BOT => self.throw_name_error(&format!("name '{name}' is not defined"), name, id),
            _ => Expr::unit(),
        }
    }

    // ---- displays

    fn list_display(&mut self, elems: &[Elem], ty: TypeId, container: &'static str) -> Expr {
        if ty == BOT {
            let values: Vec<ExprId> = elems
                .iter()
                .map(|elem| match elem {
                    Elem::One(value) | Elem::Star(value) => *value,
                })
                .collect();
            let hashed = if container == "Set" { values.as_slice() } else { &[] };
            return self.dead_display(&values, hashed);
        }
        let elem_ty = self.elem_type(ty);
        if elems.is_empty() {
            return self.empty_container(container, ty);
        }
        if container == "Set"
            && let Some(name) = self.unhashable(elem_ty)
        {
            return self.throw_message("TypeError", &format!("unhashable type: '{name}'"));
        }
        if elems.iter().all(|elem| matches!(elem, Elem::One(_))) {
            let mut parts = Vec::new();
            for elem in elems {
                let (Elem::One(value) | Elem::Star(value)) = elem;
                parts.push(self.value_as(*value, elem_ty));
            }
            let repr = self.cx.rep.repr(elem_ty);
            anchor_first(&mut parts, &repr);
            let display = Expr::call(Path::Rt(container).assoc("from"), vec![Expr::Array(parts)]);
            if container == "List" {
                return display;
            }
            let each: Vec<TypeId> = elems
                .iter()
                .map(|elem| match elem {
                    Elem::One(value) | Elem::Star(value) => self.type_of(*value),
                })
                .collect();
            return self.keyed_together(&each, elem_ty, display);
        }
        let name = self.temp("items");
        let mut block = Block::default();
        let empty = self.empty_container(container, ty);
        block.stmts.push(Stmt::Let { pat: Pat::Bind(name.clone(), false), ty: None, init: Some(empty) });
        let add = if container == "List" { "push" } else { "add" };
        for elem in elems {
            match elem {
                Elem::One(value) => {
                    let value = self.value_as(*value, elem_ty);
                    block.stmts.push(Stmt::Expr(Expr::local(name.clone()).method(add, vec![value])));
                }
                Elem::Star(value) => {
                    let to = name.clone();
                    let walk = if container == "List" { Walking::Starred } else { Walking::Iteration };
                    let outer = std::mem::replace(&mut self.walk, walk);
                    self.for_each(*value, &mut block, &mut |cx, item, item_ty, body| {
                        let item = cx.coerce(item, item_ty, elem_ty);
                        body.stmts.push(Stmt::Expr(Expr::local(to.clone()).method(add, vec![item])));
                    });
                    self.walk = outer;
                }
            }
        }
        block.tail = Some(Box::new(Expr::local(name)));
        Expr::Block(block)
    }

    /// The class of the part of a key that has no hash.
    pub(crate) fn unhashable(&mut self, ty: TypeId) -> Option<&'static str> {
        unhashable_part(&self.cx.rep.repr(ty))
    }

    /// `List::<T>::new()`.
    pub(crate) fn empty_container(&mut self, container: &'static str, ty: TypeId) -> Expr {
        let repr = self.cx.rep.repr(ty);
        let args = match self.cx.rep.ty(&repr) {
            Ty::Named(_, args) => args,
            _ => Vec::new(),
        };
        let new = Expr::GenericAssoc(Path::Rt(container), args, "new".to_owned());
        Expr::Call(Box::new(new), Vec::new())
    }

    fn tuple_display(&mut self, elems: &[Elem], ty: TypeId) -> Expr {
        if ty == BOT {
            return self.dead_operands(elems.iter().map(|elem| match elem {
                Elem::One(value) | Elem::Star(value) => *value,
            }));
        }
        if elems.is_empty() {
            return empty_tuple();
        }
        if let Repr::Tuple(reprs) = self.cx.rep.repr(ty) {
            let types = self.tuple_items(ty);
            if elems.len() == types.len() && elems.iter().all(|elem| matches!(elem, Elem::One(_))) {
                let mut parts = Vec::new();
                for ((elem, &to), repr) in elems.iter().zip(&types).zip(&reprs) {
                    let (Elem::One(value) | Elem::Star(value)) = elem;
                    let mut part = vec![self.value_as(*value, to)];
                    anchor_first(&mut part, repr);
                    parts.extend(part);
                }
                return Expr::Tuple(parts);
            }
            // `(*pair, x)` of known lengths.
            let mut block = Block::default();
            let mut parts = Vec::new();
            for elem in elems {
                match elem {
                    Elem::One(value) => {
                        let name = self.temp("item");
                        let value = self.value(*value);
                        block.stmts.push(Stmt::Let {
                            pat: Pat::Bind(name.clone(), false),
                            ty: None,
                            init: Some(value),
                        });
                        parts.push(Expr::local(name));
                    }
                    // Nothing comes of it, however it is held.
                    Elem::Star(value) if self.is_empty_tuple(self.type_of(*value)) => {
                        self.effect(*value, &mut block);
                    }
                    Elem::Star(value) => {
                        let n = self.tuple_items(self.type_of(*value)).len();
                        let (pat, names) = self.tuple_pattern(n);
                        let value = self.value(*value);
                        block.stmts.push(Stmt::Let { pat, ty: None, init: Some(value) });
                        parts.extend(names.into_iter().map(Expr::local));
                    }
                }
            }
            block.tail = Some(Box::new(Expr::Tuple(parts)));
            return Expr::Block(block);
        }
        let elem_ty = self.elem_type(ty);
        let name = self.temp("items");
        let repr = self.cx.rep.repr(elem_ty);
        let rust_ty = self.cx.rep.ty(&repr);
        let mut block = Block::default();
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(name.clone(), true),
            ty: Some(Ty::Named(Path::local("Vec"), vec![rust_ty])),
            init: Some(Expr::call(Path::local("Vec").assoc("new"), Vec::new())),
        });
        for elem in elems {
            match elem {
                Elem::One(value) => {
                    let value = self.value_as(*value, elem_ty);
                    block.stmts.push(Stmt::Expr(Expr::local(name.clone()).method("push", vec![value])));
                }
                Elem::Star(value) => {
                    let to = name.clone();
                    let outer = std::mem::replace(&mut self.walk, Walking::Starred);
                    self.for_each(*value, &mut block, &mut |cx, item, item_ty, body| {
                        let item = cx.coerce(item, item_ty, elem_ty);
                        body.stmts.push(Stmt::Expr(Expr::local(to.clone()).method("push", vec![item])));
                    });
                    self.walk = outer;
                }
            }
        }
        block.tail = Some(Box::new(Expr::call(Path::Rt("Tuple").assoc("from"), vec![Expr::local(name)])));
        Expr::Block(block)
    }

    /// A display that always raises: an operand does, or one of them has no hash.
    fn dead_display(&mut self, values: &[ExprId], hashed: &[ExprId]) -> Expr {
        let live = values.iter().all(|&value| self.type_of(value) != BOT);
        let found = hashed.iter().find_map(|&value| {
            let ty = self.type_of(value);
            self.unhashable(ty)
        });
        match found.filter(|_| live) {
            Some(name) => {
                let raised = self.throw_message("TypeError", &format!("unhashable type: '{name}'"));
                let mut evaluated = Vec::new();
                for &value in values {
                    let mut value = self.place(value);
                    anchor(&mut value);
                    evaluated.push(value);
                }
                evaluated.into_iter().rev().fold(raised, |raised, value| crate::coerce::after(value, raised))
            }
            None => self.dead_operands(values.iter().copied()),
        }
    }

    fn dict_display(&mut self, items: &[DictItem], ty: TypeId) -> Expr {
        if ty == BOT {
            let values: Vec<ExprId> = items
                .iter()
                .flat_map(|item| match item {
                    DictItem::Pair(key, value) => vec![*key, *value],
                    DictItem::Star(value) => vec![*value],
                })
                .collect();
            let keys: Vec<ExprId> = items
                .iter()
                .filter_map(|item| if let DictItem::Pair(key, _) = item { Some(*key) } else { None })
                .collect();
            return self.dead_display(&values, &keys);
        }
        let (key_ty, value_ty) = (self.elem_type(ty), self.value_type(ty));
        if items.is_empty() {
            return self.empty_container("Dict", ty);
        }
        if let Some(name) = self.unhashable(key_ty) {
            return self.throw_message("TypeError", &format!("unhashable type: '{name}'"));
        }
        if items.iter().all(|item| matches!(item, DictItem::Pair(..))) {
            let (key_repr, value_repr) = (self.cx.rep.repr(key_ty), self.cx.rep.repr(value_ty));
            let mut pairs = Vec::new();
            for item in items {
                if let DictItem::Pair(key, value) = item {
                    let mut key = vec![self.value_as(*key, key_ty)];
                    let mut value = vec![self.value_as(*value, value_ty)];
                    anchor_first(&mut key, &key_repr);
                    anchor_first(&mut value, &value_repr);
                    key.append(&mut value);
                    pairs.push(Expr::Tuple(key));
                }
            }
            let display = Expr::call(Path::Rt("Dict").assoc("from"), vec![Expr::Array(pairs)]);
            let each: Vec<TypeId> = items
                .iter()
                .map(|item| match item {
                    DictItem::Pair(key, _) | DictItem::Star(key) => self.type_of(*key),
                })
                .collect();
            return self.keyed_together(&each, key_ty, display);
        }
        let name = self.temp("entries");
        let mut block = Block::default();
        let empty = self.empty_container("Dict", ty);
        block.stmts.push(Stmt::Let { pat: Pat::Bind(name.clone(), false), ty: None, init: Some(empty) });
        for item in items {
            match item {
                DictItem::Pair(key, value) => {
                    let (key, value) = (self.value_as(*key, key_ty), self.value_as(*value, value_ty));
                    block.stmts.push(Stmt::Expr(Expr::local(name.clone()).method("set", vec![key, value])));
                }
                DictItem::Star(value) => {
                    let from = self.type_of(*value);
                    if let Some(class) = self.no_mapping(from) {
                        let message = format!("'{class}' object is not a mapping");
                        self.effect(*value, &mut block);
                        let raised = self.throw_message("TypeError", &message);
                        block.stmts.push(Stmt::Expr(raised));
                        continue;
                    }
                    let source = self.place(*value);
                    let message = |class: &str| format!("'{class}' object is not a mapping");
                    let (source, from) = self.mapping_argument(Node::Expr(*value), source, from, &message);
                    let (k, v) = (self.elem_type(from), self.value_type(from));
                    // One that never holds anything may be held as another is; what is made of it holds nothing then.
                    if [k, v, key_ty, value_ty].contains(&BOT) {
                        block.stmts.push(Stmt::Expr(crate::coerce::drop_value(source)));
                        continue;
                    }
                    self.copy_entries(&name, (source, from), (key_ty, value_ty), &mut block);
                }
            }
        }
        block.tail = Some(Box::new(Expr::local(name)));
        Expr::Block(block)
    }

    /// The class of a value that is no mapping, whatever kind it is of.
    fn no_mapping(&self, ty: TypeId) -> Option<String> {
        let atoms = self.cx.rep.atoms(ty);
        let is_wrong = |atom: &Atom| match atom {
            Atom::Cont(kind, _) => !kind.is_dict(),
            Atom::Float | Atom::Bool | Atom::None | Atom::Str | Atom::Tuple(_) | Atom::TupleVar(_) => true,
            atom => atom.is_int(),
        };
        let (_, first) = atoms.first()?;
        atoms.iter().all(|(_, atom)| is_wrong(atom)).then(|| self.class_name(first))
    }

    /// Operands of which one never gives a value: evaluated up to there.
    pub(crate) fn dead_operands(&mut self, operands: impl IntoIterator<Item = ExprId>) -> Expr {
        let mut block = Block::default();
        for operand in operands {
            let known = self.cx.rep.inferred.insts[self.inst.index()].exprs.contains_key(&operand);
            if !known {
                break;
            }
            self.effect(operand, &mut block);
            if self.type_of(operand) == BOT {
                break;
            }
        }
        self.dead_end(&mut block);
        Expr::Block(block)
    }

    // ---- conditions

    /// `expr` as a `bool`.
    pub(crate) fn condition(&mut self, expr: ExprId) -> Expr {
        let module = self.cx.module;
        match &module[expr].kind {
            ExprKind::Bool(value) => return Expr::Bool(*value),
            ExprKind::Unary { op: UnaryOp::Not, operand } => return self.condition(*operand).not(),
            ExprKind::BoolOp { op, operands } => {
                let mut joined: Option<Expr> = None;
                let rust_op = match op {
                    BoolOp::And => crate::rir::BinOp::And,
                    BoolOp::Or => crate::rir::BinOp::Or,
                };
                for &operand in operands {
                    // An operand that inference never reached is decided by the ones before it.
                    if !self.cx.rep.inferred.insts[self.inst.index()].exprs.contains_key(&operand) {
                        break;
                    }
                    let one = self.condition(operand);
                    joined = Some(match joined {
                        Some(joined) => Expr::binary(rust_op, joined, one),
                        None => one,
                    });
                }
                return joined.unwrap_or(Expr::Bool(false));
            }
            _ => {}
        }
        let ty = self.type_of(expr);
        let place = self.place(expr);
        self.truth(place, ty)
    }

    /// The truth of a value.
    pub(crate) fn truth(&mut self, value: Expr, ty: TypeId) -> Expr {
        if ty == BOT {
            return dead_value(value);
        }
        if let Some(truth) = self.truth_of_bound(&value, ty) {
            return truth;
        }
        let repr = self.cx.rep.repr(ty);
        match &repr {
            Repr::Bool => value,
            Repr::I64 => Expr::binary(crate::rir::BinOp::Ne, value, Expr::Int(0, None)),
            Repr::Float => Expr::binary(crate::rir::BinOp::Ne, value, Expr::Float(0.0)),
            Repr::Str
            | Repr::List(_)
            | Repr::Set(_)
            | Repr::Deque(_)
            | Repr::Dict(..)
            | Repr::TupleVar(_)
            | Repr::FrozenSet(_) => value.method("is_empty", Vec::new()).not(),
            Repr::Unit => crate::coerce::after(value, Expr::Bool(false)),
            Repr::Static => crate::coerce::after(value, Expr::Bool(true)),
            Repr::Tuple(items) => crate::coerce::after(value, Expr::Bool(!items.is_empty())),
            Repr::Closure(_) | Repr::Knot(_) => crate::coerce::after(value, Expr::Bool(true)),
            Repr::Option(inner) if self.always_true(ty, inner) => value.method("is_some", Vec::new()),
            Repr::Object(id) if !self.decides_truth(*id) && self.underlying_type(ty).is_some() => {
                let (value, under) = self.or_underlying(value, ty);
                self.truth(value, under)
            }
            Repr::Object(id) if !self.decides_truth(*id) => crate::coerce::after(value, Expr::Bool(true)),
            _ => {
                let truth = Expr::call(Path::RtIn("truth", "truth".to_owned()), vec![value.by_ref()]);
                if self.truth_raises(ty) { self.settled(truth) } else { truth }
            }
        }
    }

    /// The truth of a value that may be a bound method: one is true, whatever its object is.
    fn truth_of_bound(&mut self, value: &Expr, ty: TypeId) -> Option<Expr> {
        let atoms = self.cx.rep.atoms(ty);
        let is_bound = |atom: &Atom| matches!(atom, Atom::Bound(..) | Atom::BoundBuiltin(..));
        if !atoms.iter().any(|(_, atom)| is_bound(atom)) {
            return None;
        }
        if atoms.iter().all(|(_, atom)| is_bound(atom)) {
            return Some(crate::coerce::after(value.clone(), Expr::Bool(true)));
        }
        let is_optional = matches!(self.cx.rep.repr(ty), Repr::Option(_));
        let is_true = |atom: &Atom| {
            is_bound(atom) || matches!(atom, Atom::Func(..) | Atom::Builtin(_) | Atom::Class(_))
        };
        if is_optional && atoms.iter().all(|(_, atom)| is_true(atom) || matches!(atom, Atom::None)) {
            return Some(value.clone().method("is_some", Vec::new()));
        }
        let bool_ty = self.of(Atom::Bool);
        let value = self.owned(value.clone(), ty);
        Some(self.dispatch(value, ty, bool_ty, &mut |cx, value, one, _| (cx.truth(value, one), bool_ty)))
    }

    /// Whether everything but `None` in a type is true.
    fn always_true(&mut self, ty: TypeId, inner: &Repr) -> bool {
        let rest = self.without_none(ty);
        match inner {
            Repr::Object(id) => !self.decides_truth(*id) && self.underlying_type(rest).is_none(),
            Repr::Exception | Repr::Static | Repr::Closure(_) | Repr::Knot(_) => true,
            Repr::Tuple(items) => !items.is_empty(),
            _ => false,
        }
    }

    /// Whether a class has `__bool__` or `__len__`.
    pub(crate) fn decides_truth(&self, id: crate::represent::ObjectId) -> bool {
        let cell = self.cx.rep.objects[id.0 as usize].cell;
        ["__bool__", "__len__"].iter().any(|name| self.cx.class_defines(id, name)) || {
            let _ = cell;
            false
        }
    }

    /// Whether a lowered condition is a constant.
    pub(crate) fn known_truth(&self, test: &Expr) -> Option<bool> {
        match test {
            Expr::Bool(value) => Some(*value),
            Expr::Unary(crate::rir::UnOp::Not, inner) => self.known_truth(inner).map(|value| !value),
            _ => None,
        }
    }

    fn bool_op(&mut self, op: BoolOp, operands: &[ExprId], ty: TypeId) -> Expr {
        let all_bool = operands.iter().all(|&operand| {
            let ty = self.type_of(operand);
            matches!(self.cx.rep.repr(ty), Repr::Bool)
        });
        if all_bool || ty == BOT {
            let rust_op = match op {
                BoolOp::And => crate::rir::BinOp::And,
                BoolOp::Or => crate::rir::BinOp::Or,
            };
            let mut joined: Option<Expr> = None;
            for &operand in operands {
                if !self.cx.rep.inferred.insts[self.inst.index()].exprs.contains_key(&operand) {
                    break;
                }
                let one = self.condition(operand);
                joined = Some(match joined {
                    Some(joined) => Expr::binary(rust_op, joined, one),
                    None => one,
                });
            }
            return joined.unwrap_or(Expr::Bool(false));
        }
        self.bool_op_value(op, operands, ty)
    }

    /// `a or b` as a value: `a` where it decides, else `b`.
    fn bool_op_value(&mut self, op: BoolOp, operands: &[ExprId], ty: TypeId) -> Expr {
        let Some((&first, rest)) = operands.split_first() else { return Expr::unit() };
        let reached =
            |cx: &Self, expr: ExprId| cx.cx.rep.inferred.insts[cx.inst.index()].exprs.contains_key(&expr);
        if rest.is_empty() || !reached(self, rest[0]) {
            return self.narrowed_value(first, ty);
        }
        // A literal decides by itself; the type of the other value is not in `ty` then.
        if let Some(truth) = self.literal_truth(first) {
            return match truth == (op == BoolOp::Or) {
                true => self.narrowed_value(first, ty),
                false => self.bool_op_value(op, rest, ty),
            };
        }
        let first_ty = self.type_of(first);
        let name = self.temp("value");
        let value = self.value(first);
        if first_ty == BOT {
            return value;
        }
        let test = self.truth(Expr::local(name.clone()), first_ty);
        let test = if op == BoolOp::And { test.not() } else { test };
        let kept_ty = self.decided_part(first_ty, op == BoolOp::Or);
        let held = Expr::local(name.clone());
        let kept = if kept_ty == BOT {
            Expr::Unreachable("decided by its type")
        } else {
            let narrowed = self.coerce(held, first_ty, kept_ty);
            self.coerce(narrowed, kept_ty, ty)
        };
        let otherwise = self.bool_op_value(op, rest, ty);
        let choose = Expr::If(Box::new(test), Block::of(kept), Some(Box::new(otherwise)));
        let repr = self.cx.rep.repr(first_ty);
        let rust_ty = (repr == Repr::Unit).then(|| self.cx.rep.ty(&repr));
        let bind = Stmt::Let { pat: Pat::Bind(name, false), ty: rust_ty, init: Some(value) };
        Expr::Block(Block { stmts: vec![bind], tail: Some(Box::new(choose)) })
    }

    fn literal_truth(&self, expr: ExprId) -> Option<bool> {
        match &self.cx.module[expr].kind {
            ExprKind::None => Some(false),
            ExprKind::Bool(value) => Some(*value),
            ExprKind::Int(value) => Some(*value != 0),
            ExprKind::Str(text) => Some(!text.is_empty()),
            _ => None,
        }
    }

    /// The part of a type whose values can be true (or false).
    fn decided_part(&mut self, ty: TypeId, truth: bool) -> TypeId {
        self.cx.rep.inferred.types.filter(ty, |atom| match atom {
            Atom::None => !truth,
            Atom::Tuple(items) => items.is_empty() != truth,
            Atom::Func(..) | Atom::Class(_) | Atom::Exc(_) => truth,
            _ => true,
        })
    }

    fn narrowed_value(&mut self, expr: ExprId, to: TypeId) -> Expr {
        let from = self.type_of(expr);
        let value = self.value(expr);
        if from == BOT { dead_value(value) } else { self.coerce(value, from, to) }
    }

    // ---- comprehensions and functions

    fn comprehension(&mut self, id: ExprId, comp: &Comprehension, ty: TypeId) -> Expr {
        let container = match comp.kind {
            ComprehensionKind::List | ComprehensionKind::Items => "List",
            ComprehensionKind::Set => "Set",
            ComprehensionKind::Dict => "Dict",
        };
        let mut block = Block::default();
        if ty == BOT {
            if let Some(clause) = comp.clauses.first() {
                self.effect(clause.iter, &mut block);
            }
            self.dead_end(&mut block);
            return Expr::Block(block);
        }
        let name = self.temp("items");
        let empty = self.empty_container(container, ty);
        block.stmts.push(Stmt::Let { pat: Pat::Bind(name.clone(), false), ty: None, init: Some(empty) });
        let is_keyed = matches!(comp.kind, ComprehensionKind::Set | ComprehensionKind::Dict);
        self.comprehension_loops(comp, &mut block, &mut |cx, body| {
            let elem_ty = cx.elem_type(ty);
            if is_keyed && let Some(found) = cx.unhashable(cx.type_of(comp.element)) {
                for part in [Some(comp.element), comp.value].into_iter().flatten() {
                    cx.effect(part, body);
                }
                let raised = cx.throw_message("TypeError", &format!("unhashable type: '{found}'"));
                body.stmts.push(Stmt::Expr(raised));
                return;
            }
            let element = cx.value_as(comp.element, elem_ty);
            let add = match comp.kind {
                ComprehensionKind::List | ComprehensionKind::Items => {
                    Expr::local(name.clone()).method("push", vec![element])
                }
                ComprehensionKind::Set => Expr::local(name.clone()).method("add", vec![element]),
                ComprehensionKind::Dict => {
                    let value_ty = cx.value_type(ty);
                    let value = match comp.value {
                        Some(value) => cx.value_as(value, value_ty),
                        None => Expr::unit(),
                    };
                    Expr::local(name.clone()).method("set", vec![element, value])
                }
            };
            let add = cx.comprehension_entry(comp.kind, comp.element, add);
            body.stmts.push(Stmt::Expr(add));
        });
        block.tail = Some(Box::new(Expr::local(name)));
        let _ = id;
        Expr::Block(block)
    }

    /// The loops of a comprehension; `leaf` gets the block in which its element is due.
    pub(crate) fn comprehension_loops(
        &mut self,
        comp: &Comprehension,
        block: &mut Block,
        leaf: &mut dyn FnMut(&mut Self, &mut Block),
    ) {
        self.in_comprehension += 1;
        self.comprehension_clauses(comp, 0, block, leaf);
        self.in_comprehension -= 1;
    }

    fn comprehension_clauses(
        &mut self,
        comp: &Comprehension,
        at: usize,
        block: &mut Block,
        leaf: &mut dyn FnMut(&mut Self, &mut Block),
    ) {
        let Some(clause) = comp.clauses.get(at) else {
            if self.type_of(comp.element) == BOT {
                self.effect(comp.element, block);
                return;
            }
            leaf(self, block);
            return;
        };
        let target = clause.target.clone();
        self.comprehension_items(clause, block, &mut |cx, item, item_ty, body| {
            cx.bind_comprehension_target(&target, item, item_ty, body);
            if at == 0 {
                cx.trace_comprehension(comp.kind, cx.cx.module[comp.element].span, body);
            }
            if let Some(first) = clause.conditions.first() {
                let mut test = cx.condition(*first);
                for &condition in &clause.conditions[1..] {
                    if !cx.cx.rep.inferred.insts[cx.inst.index()].exprs.contains_key(&condition) {
                        break;
                    }
                    let one = cx.condition(condition);
                    test = Expr::binary(crate::rir::BinOp::And, test, one);
                }
                let mut inner = Block::default();
                if cx.cx.rep.inferred.insts[cx.inst.index()].exprs.contains_key(&comp.element)
                    || at + 1 < comp.clauses.len()
                {
                    cx.comprehension_clauses(comp, at + 1, &mut inner, leaf);
                }
                if test.diverges() {
                    // It always raises: nothing is ever taken.
                    body.stmts.push(Stmt::Expr(test));
                    return;
                }
                body.stmts.push(Stmt::Expr(Expr::If(Box::new(test), inner, None)));
            } else {
                cx.comprehension_clauses(comp, at + 1, body, leaf);
            }
        });
    }

    fn function_literal(&mut self, func: portalis_hir::FuncId) -> Expr {
        let mut block = Block::default();
        self.store_defaults(func, &mut block);
        let value = self.closure_value(func);
        if block.stmts.is_empty() {
            return value;
        }
        block.tail = Some(Box::new(value));
        Expr::Block(block)
    }

    fn generator_expr(&mut self, id: ExprId, func: portalis_hir::FuncId, iter: ExprId) -> Expr {
        let ty = self.type_of(iter);
        if ty == BOT {
            return self.dead_operands([iter]);
        }
        let callee = self.cx.rep.inferred.types.atom(Atom::Func(func, self.inst));
        let Some(target) = self.target(Node::Expr(id), "call", callee) else {
            return Expr::Unreachable("a generator expression that is never made");
        };
        let value = self.value(iter);
        let captured = self.captured_args(func);
        self.call_instance(target, captured, vec![(value, ty)])
    }

    fn walrus(&mut self, local: portalis_hir::LocalId, value: ExprId) -> Expr {
        let ty = self.type_of(value);
        if ty == BOT {
            return self.value(value);
        }
        let lowered = self.value(value);
        let mut block = Block::default();
        let name = self.temp("value");
        block.stmts.push(Stmt::Let { pat: Pat::Bind(name.clone(), false), ty: None, init: Some(lowered) });
        let held = Expr::local(name);
        let copy = self.is_copy(ty);
        let stored = if copy { held.clone() } else { held.clone().cloned() };
        self.bind_local(None, local, stored, ty, &mut block);
        block.tail = Some(Box::new(held));
        Expr::Block(block)
    }
}

/// An expression that never gives a value, in a place where one is due.
pub(crate) fn dead_value(value: Expr) -> Expr {
    if value.diverges() {
        return value;
    }
    Expr::Block(Block {
        stmts: vec![Stmt::Expr(value)],
        tail: Some(Box::new(Expr::Unreachable("always raises"))),
    })
}

/// `if test { then }` of a test that may never give its answer.
pub(crate) fn when(test: Expr, then: Block) -> Expr {
    if test.diverges() { test } else { Expr::If(Box::new(test), then, None) }
}

/// `Str::from("…")`; the runtime interns nothing, a literal is made once per evaluation.
pub(crate) fn str_literal(text: &str) -> Expr {
    if text.is_empty() {
        return Expr::call(Path::Rt("Str").assoc("new"), Vec::new());
    }
    Expr::call(Path::Rt("Str").assoc("from"), vec![Expr::Str(text.to_owned())])
}

/// `(a, b)`, a tuple of the program's.
pub(crate) fn tuple(parts: Vec<Expr>) -> Expr {
    if parts.is_empty() { empty_tuple() } else { Expr::Tuple(parts) }
}

/// `Tuple::<()>::new()`: Python's empty tuple. Rust's `()` is `None`.
pub(crate) fn empty_tuple() -> Expr {
    Expr::Call(
        Box::new(Expr::GenericAssoc(Path::Rt("Tuple"), vec![Ty::unit()], "new".to_owned())),
        Vec::new(),
    )
}

/// Gives the first of some values a type where Rust would take `i32` or `f32`.
pub(crate) fn anchor_first(parts: &mut [Expr], repr: &Repr) {
    match (parts, repr) {
        ([first, ..], Repr::I64) => anchor(first),
        (parts, Repr::Option(inner)) if **inner == Repr::I64 => {
            let some = parts.iter_mut().find_map(|part| match part {
                Expr::Call(_, args) => args.first_mut(),
                _ => None,
            });
            if let Some(value) = some {
                anchor(value);
            }
        }
        _ => {}
    }
}

/// `1` as `1_i64`.
pub(crate) fn anchor(value: &mut Expr) {
    match value {
        Expr::Int(_, suffix) => *suffix = Some("i64"),
        Expr::Unary(crate::rir::UnOp::Neg | crate::rir::UnOp::Not, inner) => anchor(inner),
        // The least and greatest of what may be any type.
        Expr::Call(callee, args) if matches!(&**callee, Expr::Path(Path::RtIn("builtins", _))) => {
            if let Some(first) = args.first_mut() {
                anchor(first);
            }
        }
        Expr::If(_, then, otherwise) => {
            if let Some(tail) = &mut then.tail {
                anchor(tail);
            }
            if let Some(otherwise) = otherwise {
                anchor(otherwise);
            }
        }
        Expr::Block(block) => {
            if let Some(tail) = &mut block.tail {
                anchor(tail);
            }
        }
        Expr::Match(_, arms) => arms.iter_mut().for_each(|arm| anchor(&mut arm.body)),
        Expr::Tuple(items) => items.iter_mut().for_each(anchor),
        Expr::Call(callee, args) if matches!(&**callee, Expr::Path(Path::Local(name)) if name == "Some") => {
            args.iter_mut().for_each(anchor);
        }
        Expr::Binary(op, left, _) if !matches!(op, crate::rir::BinOp::Eq | crate::rir::BinOp::Ne) => {
            anchor(left)
        }
        _ => {}
    }
}

/// The class of the part of a key that has no hash.
pub(crate) fn unhashable_part(repr: &Repr) -> Option<&'static str> {
    match repr {
        Repr::List(_) => Some("list"),
        Repr::Dict(..) => Some("dict"),
        Repr::Set(_) => Some("set"),
        Repr::Deque(_) => Some("collections.deque"),
        Repr::Tuple(items) => items.iter().find_map(unhashable_part),
        Repr::TupleVar(elem) => unhashable_part(elem),
        // A constant of this name says so.
        Repr::Native(class) => {
            Table::get().constant(&format!("{class}.__hash__")).map(|_| native_name(class))
        }
        _ => None,
    }
}
