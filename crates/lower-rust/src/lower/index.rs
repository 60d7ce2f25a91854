//! Subscripts: reading, writing, deleting, slices.

use portalis_diag::Span;
use portalis_hir::{ExprId, ExprKind};
use portalis_typeck::builtins::slices::SLICE;
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use super::slice::Taken;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Path, Stmt};

impl FnCx<'_, '_> {
    /// `value[index]` as a `to`.
    pub(crate) fn load_item(&mut self, id: ExprId, value: ExprId, index: ExprId, to: TypeId) -> Expr {
        let (container_ty, index_ty) = (self.type_of(value), self.type_of(index));
        if container_ty == BOT || index_ty == BOT {
            return self.dead_operands([value, index]);
        }
        if let Some((cell, ty)) = self.cell(value, index) {
            return self.coerce(cell, ty, to);
        }
        let place = self.place(value);
        let held = if matches!(self.cx.module[index].kind, ExprKind::Slice { .. }) {
            Expr::unit()
        } else {
            self.place(index)
        };
        let span = self.cx.module[id].span;
        self.load_item_of(Node::Expr(id), place, container_ty, index, (held, index_ty), to, span)
    }

    /// The same of an evaluated container and index.
    #[expect(clippy::too_many_arguments, reason = "a subscript is all of these")]
    pub(crate) fn load_item_of(
        &mut self,
        node: Node,
        container: Expr,
        container_ty: TypeId,
        index: ExprId,
        (held, index_ty): (Expr, TypeId),
        to: TypeId,
        _span: Span,
    ) -> Expr {
        if self.is_single(container_ty) {
            let (value, ty) = self.load_single(node, container, container_ty, index, (held, index_ty));
            return if ty == BOT { value } else { self.coerce(value, ty, to) };
        }
        let container = self.owned(container, container_ty);
        self.dispatch(container, container_ty, to, &mut |cx, value, ty, _| {
            cx.load_single(node, value, ty, index, (held.clone(), index_ty))
        })
    }

    pub(crate) fn load_single(
        &mut self,
        node: Node,
        container: Expr,
        ty: TypeId,
        index: ExprId,
        (held, index_ty): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let repr = self.cx.rep.repr(ty);
        if matches!(repr, Repr::Object(_))
            && self.underlying_type(ty).is_some()
            && self.method_target(node, "__getitem__", self.first_atom(ty)).is_none()
            && matches!(self.cx.module[index].kind, ExprKind::Slice { .. })
        {
            return self.with_underlying(container, ty, |cx, value, under| {
                cx.load_single(node, value, under, index, (held, index_ty))
            });
        }
        if self.may_be_slice(index_ty) && !matches!(repr, Repr::Object(_)) {
            return self.load_by_index(node, (container, ty), index, (held, index_ty));
        }
        if !matches!(repr, Repr::Object(_))
            && let Some(taken) = self.taken(index, &held, index_ty)
        {
            return self.load_slice(node, container, ty, taken);
        }
        let elem = self.elem_type(ty);
        match &repr {
            Repr::Native(class) if *class != "object" => self.native_item(container, class, (held, index_ty)),
            // `()` has no item.
            Repr::TupleVar(elem) if **elem == Repr::Unit && self.is_empty_tuple(ty) => {
                let raised = self.throw_message("IndexError", "tuple index out of range");
                (crate::coerce::after(container, crate::coerce::after(held, raised)), BOT)
            }
            Repr::List(_) | Repr::TupleVar(_) | Repr::Deque(_) => {
                match self.index_value(held, index_ty, &repr) {
                    Ok(at) => (self.raising(container, "at", vec![at]), elem),
                    Err(wrong) => {
                        let Wrong { class: found, index } = *wrong;
                        let kind = match &repr {
                            Repr::List(_) => "list",
                            Repr::TupleVar(_) => "tuple",
                            _ => "sequence",
                        };
                        let message = if kind == "sequence" {
                            format!("sequence index must be integer, not '{found}'")
                        } else {
                            format!("{kind} indices must be integers or slices, not {found}")
                        };
                        (self.throw_after([(container, ty), index], &message), BOT)
                    }
                }
            }
            Repr::Str => match self.index_value(held, index_ty, &repr) {
                Ok(at) => (self.raising(container, "at", vec![at]), ty),
                Err(wrong) => {
                    let Wrong { class: found, index } = *wrong;
                    let message = format!("string indices must be integers, not '{found}'");
                    (self.throw_after([(container, ty), index], &message), BOT)
                }
            },
            Repr::Bytes => match self.index_value(held, index_ty, &repr) {
                Ok(at) => {
                    let int = self.of(Atom::Int);
                    (self.raising(container, "at", vec![at]), int)
                }
                Err(wrong) => {
                    let Wrong { class: found, index } = *wrong;
                    let message = format!("byte indices must be integers or slices, not {found}");
                    (self.throw_after([(container, ty), index], &message), BOT)
                }
            },
            Repr::Range => match self.index_value(held, index_ty, &repr) {
                Ok(at) => {
                    let int = self.of(Atom::Int);
                    (self.raising(container, "at", vec![at]), int)
                }
                Err(wrong) => {
                    let Wrong { class: found, index } = *wrong;
                    let message = format!("range indices must be integers or slices, not {found}");
                    (self.throw_after([(container, ty), index], &message), BOT)
                }
            },
            Repr::Dict(..) => {
                let (value, ty) = self.load_key(ty, container, (held, index_ty));
                (self.keyed(index_ty, value), ty)
            }
            Repr::Tuple(_) => self.load_tuple_item(container, ty, index, (held, index_ty)),
            Repr::Object(_) => {
                let atom = self.first_atom(ty);
                match self.method_target(node, "__getitem__", atom) {
                    Some(target) => {
                        let key = self.key_value(index, held, index_ty);
                        self.call_method_instance(target, container, vec![(key, index_ty)])
                    }
                    None if self.underlying_type(ty).is_some() => {
                        if let Some(item) = self.named_tuple_item(&container, ty, &held) {
                            return item;
                        }
                        if let Some(target) = self.method_target(node, "__missing__", atom) {
                            return self.load_or_missing(node, (container, ty), target, (held, index_ty));
                        }
                        self.with_underlying(container, ty, |cx, value, under| {
                            cx.load_single(node, value, under, index, (held, index_ty))
                        })
                    }
                    None => {
                        let atom = self.cx.rep.inferred.types.get(atom).clone();
                        let name = self.class_name(&atom);
                        let message = format!("'{name}' object is not subscriptable");
                        (self.throw_after([(container, ty), (held, index_ty)], &message), BOT)
                    }
                }
            }
            Repr::Static => match self.enumeration_class(ty) {
                Some(class) => self.member_by_name(class, index, held),
                None if self.is_function(ty) => {
                    let message = format!("'{}' object is not subscriptable", self.class_name_of(ty));
                    (self.throw_after([(container, ty), (held, index_ty)], &message), BOT)
                }
                None => (Expr::unit(), ty),
            },
            _ => {
                let name = self.class_name_of(ty);
                let message = format!("'{name}' object is not subscriptable");
                (self.throw_after([(container, ty), (held, index_ty)], &message), BOT)
            }
        }
    }

    /// Whether a value is always a function, of the program or a builtin one.
    fn is_function(&self, ty: TypeId) -> bool {
        let atoms = self.cx.rep.atoms(ty);
        let is_one = |atom: &Atom| match atom {
            Atom::Func(..) | Atom::Bound(..) | Atom::BoundBuiltin(..) => true,
            Atom::Builtin(_) => self.class_name(atom) == "builtin_function_or_method",
            _ => false,
        };
        !atoms.is_empty() && atoms.iter().all(|(_, atom)| is_one(atom))
    }

    /// `container[index]` where only the run knows whether the index is a slice.
    fn load_by_index(
        &mut self,
        node: Node,
        (container, ty): (Expr, TypeId),
        index: ExprId,
        (held, index_ty): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let to = match node {
            Node::Expr(expr) => self.type_of(expr),
            _ => BOT,
        };
        if to == BOT {
            self.unsupported_operation("a slice as a value");
            return (container, BOT);
        }
        let owned = self.owned(held, index_ty);
        let mut stmts = Vec::new();
        let container = self.hold_value("container", container, &mut stmts);
        let loaded = self.dispatch(owned, index_ty, to, &mut |cx, held, one, _| {
            cx.load_single(node, container.clone(), ty, index, (held, one))
        });
        (Block { stmts, tail: Some(Box::new(loaded)) }.into_expr(), to)
    }

    /// An index as an argument.
    fn key_value(&mut self, index: ExprId, held: Expr, index_ty: TypeId) -> Expr {
        match self.cx.module[index].kind {
            ExprKind::Slice { start, stop, step } => self.slice_value((start, stop, step)),
            _ => self.owned(held, index_ty),
        }
    }

    /// An index as `i64`, or the name of what it is.
    fn index_value(&mut self, held: Expr, ty: TypeId, container: &Repr) -> Result<Expr, Box<Wrong>> {
        self.with_underlying(held, ty, |cx, held, ty| cx.index_of_value(held, ty, container))
    }

    fn index_of_value(&mut self, held: Expr, ty: TypeId, container: &Repr) -> Result<Expr, Box<Wrong>> {
        match self.cx.rep.repr(ty) {
            Repr::I64 | Repr::Bool | Repr::Big => Ok(self.as_index(held, ty)),
            Repr::Num => {
                let (big, name) = (self.of(Atom::BigInt), self.temp("index"));
                let owned = self.owned(held, ty);
                let test = Expr::local(name.clone()).method("is_int", Vec::new());
                let int = self.coerce(Expr::local(name.clone()), ty, big).method("narrow", Vec::new());
                let throw = self.throw_message("TypeError", &index_message(container, "float"));
                let chosen = Expr::If(Box::new(test), Block::of(int), Some(Box::new(throw)));
                Ok(Expr::Block(Block {
                    stmts: vec![super::builtin::let_(&name, owned)],
                    tail: Some(Box::new(chosen)),
                }))
            }
            Repr::Union(_) | Repr::Option(_) => {
                let ints = self.cx.rep.inferred.types.filter(ty, |atom| atom.is_int());
                if ints == BOT {
                    self.unsupported_operation("an index of this type");
                    return Ok(held);
                }
                let int = self.of(Atom::Int);
                let owned = self.owned(held, ty);
                Ok(self.dispatch(
                    owned,
                    ty,
                    int,
                    &mut |cx, value, one, (_, atom)| match cx.cx.rep.repr(one) {
                        Repr::I64 | Repr::Bool | Repr::Big => {
                            let value = cx.as_index(value, one);
                            let int = cx.of(Atom::Int);
                            (value, int)
                        }
                        Repr::Object(_) if cx.has_index(one) => {
                            let value = cx.as_index(value, one);
                            let int = cx.of(Atom::Int);
                            (value, int)
                        }
                        _ => {
                            let name = cx.class_name(atom);
                            let message = index_message(container, &name);
                            (cx.throw_message("TypeError", &message), BOT)
                        }
                    },
                ))
            }
            Repr::Object(object) if self.cx.class_defines(object, "__index__") => Ok(self.as_index(held, ty)),
            _ => Err(Box::new(Wrong { class: self.class_name_of(ty), index: (held, ty) })),
        }
    }

    pub(super) fn coerce_from(&mut self, atom: Atom, value: Expr, to: TypeId) -> Expr {
        let from = self.of(atom);
        self.coerce(value, from, to)
    }

    /// An index of a `kind`, as `i64`.
    fn position(&mut self, held: Expr, ty: TypeId, kind: &str) -> Expr {
        let is_wrong = match self.cx.rep.repr(ty) {
            Repr::I64 | Repr::Bool | Repr::Big | Repr::Object(_) | Repr::Union(_) | Repr::Option(_) => false,
            repr => !matches!(repr, Repr::Num | Repr::Native(_)),
        };
        if !is_wrong {
            return self.as_index(held, ty);
        }
        let found = self.class_name_of(ty);
        let message = match kind {
            "sequence" => format!("sequence index must be integer, not '{found}'"),
            kind => format!("{kind} indices must be integers or slices, not {found}"),
        };
        crate::coerce::after(held, self.failed_index(&message))
    }

    fn load_tuple_item(
        &mut self,
        container: Expr,
        ty: TypeId,
        index: ExprId,
        (held, index_ty): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let types = self.tuple_items(ty);
        if let Some(at) = super::arithmetic::literal_value(&held) {
            let n = types.len() as i64;
            let from_start = if at < 0 { at + n } else { at };
            let Some(&item) = usize::try_from(from_start).ok().and_then(|at| types.get(at)) else {
                return (self.throw_message("IndexError", "tuple index out of range"), BOT);
            };
            let field = Expr::TupleField(Box::new(container.clone()), from_start as u32);
            let is_place = matches!(container, Expr::Path(_));
            let field = if is_place && !self.is_copy(item) { field.cloned() } else { field };
            return (field, item);
        }
        let _ = index;
        // An index that only the run knows: all items in one type.
        let joined = self.cx.rep.inferred.types.join_all(types.iter().copied());
        let owned = self.owned(container, ty);
        let (pat, names) = self.tuple_pattern(types.len());
        let mut parts = Vec::new();
        for (name, item_ty) in names.into_iter().zip(types) {
            parts.push(self.coerce(Expr::local(name), item_ty, joined));
        }
        let tuple = Expr::call(Path::Rt("Tuple").assoc("from"), vec![Expr::Array(parts)]);
        let at = self.position(held, index_ty, "tuple");
        let load = self.raising(tuple, "at", vec![at]);
        (crate::coerce::destructure(pat, owned, load), joined)
    }

    /// `Some(bound)` or `None` of a slice, in order.
    pub(crate) fn slice_bounds(
        &mut self,
        bounds: (Option<ExprId>, Option<ExprId>, Option<ExprId>),
    ) -> Vec<Expr> {
        let mut out = Vec::new();
        for bound in [bounds.0, bounds.1, bounds.2] {
            out.push(match bound {
                None => Expr::local("None"),
                Some(bound) => {
                    let (value, ty) = (self.value(bound), self.type_of(bound));
                    self.slice_bound(value, ty)
                }
            });
        }
        out
    }

    /// One of them, an `Option<i64>`.
    fn slice_bound(&mut self, value: Expr, ty: TypeId) -> Expr {
        let message = "slice indices must be integers or None or have an __index__ method";
        let some = |bound: Expr| Expr::call(Path::local("Some"), vec![bound]);
        match self.cx.rep.repr(ty) {
            Repr::Unit => crate::coerce::after(value, Expr::local("None")),
            Repr::Option(inner) if *inner == Repr::I64 => value,
            // All that is past the end is the end.
            Repr::Big => some(value.method("clamped", Vec::new())),
            Repr::I64 | Repr::Bool => some(self.as_index(value, ty)),
            Repr::Object(_) if self.has_index(ty) => some(self.as_index(value, ty)),
            Repr::Union(_) | Repr::Option(_) => {
                let (int, none) = (self.of(Atom::Int), self.none_type());
                let to = self.cx.rep.inferred.types.join(int, none);
                let owned = self.owned(value, ty);
                self.dispatch(owned, ty, to, &mut |cx, value, one, _| (cx.slice_bound(value, one), to))
            }
            Repr::Num => some(self.whole(value, ty, message)),
            _ => some(crate::coerce::after(value, self.failed_index(message))),
        }
    }

    // ---- stores

    pub(crate) fn store_item(
        &mut self,
        container: ExprId,
        index: ExprId,
        value: Expr,
        ty: TypeId,
        span: Span,
        block: &mut Block,
    ) {
        let (container_ty, index_ty) = (self.type_of(container), self.type_of(index));
        // The value is evaluated before the container and the index.
        let value = if super::iterate::is_simple(&value) {
            value
        } else {
            let name = self.temp("value");
            let owned = self.owned(value, ty);
            if container_ty != BOT
                && index_ty != BOT
                && self.place_is_simple(container)
                && self.place_is_simple(index)
            {
                owned
            } else {
                block.stmts.push(Stmt::Let {
                    pat: crate::rir::Pat::Bind(name.clone(), false),
                    ty: None,
                    init: Some(owned),
                });
                Expr::local(name)
            }
        };
        if container_ty == BOT || index_ty == BOT {
            let dead = self.dead_operands([container, index]);
            block.stmts.push(Stmt::Expr(dead));
            return;
        }
        if let Some((row, [i, j], elem)) = self.cell_place(container, index) {
            let value = self.owned(value, ty);
            let value = self.coerce(value, ty, elem);
            let store = self.raising(row, "set_cell", vec![i, j, value]);
            block.stmts.push(Stmt::Expr(store));
            return;
        }
        let place = self.place(container);
        let held = if matches!(self.cx.module[index].kind, ExprKind::Slice { .. }) {
            Expr::unit()
        } else {
            self.place(index)
        };
        self.store_item_of(container, place, container_ty, index, (held, index_ty), value, ty, span, block);
    }

    /// Whether evaluating an expression has no effect that could be seen out of order.
    fn place_is_simple(&self, expr: ExprId) -> bool {
        match &self.cx.module[expr].kind {
            ExprKind::Local(_)
            | ExprKind::Int(_)
            | ExprKind::Str(_)
            | ExprKind::Bool(_)
            | ExprKind::Float(_) => true,
            ExprKind::Attribute { value, .. } => self.place_is_simple(*value),
            ExprKind::Unary { operand, .. } => self.place_is_simple(*operand),
            ExprKind::Binary { op, left, right } => {
                matches!(op, portalis_hir::BinOp::Add | portalis_hir::BinOp::Sub)
                    && self.place_is_simple(*left)
                    && self.place_is_simple(*right)
            }
            _ => false,
        }
    }

    /// The same of an evaluated container and index.
    #[expect(clippy::too_many_arguments, reason = "a store is all of these")]
    pub(crate) fn store_item_of(
        &mut self,
        at: ExprId,
        container: Expr,
        container_ty: TypeId,
        index: ExprId,
        (held, index_ty): (Expr, TypeId),
        value: Expr,
        ty: TypeId,
        _span: Span,
        block: &mut Block,
    ) {
        let none = self.none_type();
        let store = if self.is_single(container_ty) {
            let (store, result) =
                self.store_single(at, container, container_ty, index, (held, index_ty), value, ty);
            let _ = result;
            store
        } else {
            let name = self.temp("value");
            let value = self.owned(value, ty);
            block.stmts.push(Stmt::Let {
                pat: crate::rir::Pat::Bind(name.clone(), false),
                ty: None,
                init: Some(value),
            });
            let owned = self.owned(container, container_ty);
            let copy = self.is_copy(ty);
            self.dispatch(owned, container_ty, none, &mut |cx, container, one, _| {
                let value = Expr::local(name.clone());
                let value = if copy { value } else { value.cloned() };
                cx.store_single(at, container, one, index, (held.clone(), index_ty), value, ty)
            })
        };
        match store {
            Expr::Block(inner) if inner.tail.is_none() => block.stmts.push(Stmt::Expr(Expr::Block(inner))),
            store => block.stmts.push(Stmt::Expr(store)),
        }
    }

    /// Whether a slice of a `bytearray` may become the items of a value.
    fn gives_bytes(&mut self, ty: TypeId) -> bool {
        let repr = self.cx.rep.repr(ty);
        let has_items = self.iteration_type(ty) != BOT || matches!(repr, Repr::List(_) | Repr::Tuple(_));
        repr != Repr::Str && has_items
    }

    /// What CPython says of a value without items for a slice of a list.
    fn unfit_for_slice(&mut self, taken: &Taken, ty: TypeId) -> Option<&'static str> {
        let atoms = self.cx.rep.atoms(ty);
        let is_lone = |atom: &Atom| {
            atom.is_int() || matches!(atom, Atom::None | Atom::Bool | Atom::Float | Atom::Complex)
        };
        let Taken::Written((_, _, step)) = taken else { return None };
        let is_unfit = !atoms.is_empty() && atoms.iter().all(|(_, atom)| is_lone(atom));
        is_unfit.then_some(match step {
            Some(_) => "must assign iterable to extended slice",
            None => "can only assign an iterable",
        })
    }

    #[expect(clippy::too_many_arguments, reason = "a store is all of these")]
    fn store_single(
        &mut self,
        at: ExprId,
        container: Expr,
        container_ty: TypeId,
        index: ExprId,
        (held, index_ty): (Expr, TypeId),
        value: Expr,
        ty: TypeId,
    ) -> (Expr, TypeId) {
        let none = self.none_type();
        let elem = self.elem_type(container_ty);
        let repr = self.cx.rep.repr(container_ty);
        if self.may_be_slice(index_ty) && matches!(repr, Repr::List(_) | Repr::Native(_) | Repr::Deque(_)) {
            return self.store_by_index(at, (container, container_ty), index, (held, index_ty), (value, ty));
        }
        if matches!(repr, Repr::List(_))
            && let Some(taken) = self.taken(index, &held, index_ty)
        {
            if let Some(message) = self.unfit_for_slice(&taken, ty) {
                return (self.throw_after([(container, container_ty), (value, ty)], message), BOT);
            }
            let (stmts, mut args) = self.bound_args(taken);
            let owned = self.owned(value, ty);
            let list = self.collect_list(owned, ty, elem);
            args.push(list.method("into_items", Vec::new()));
            let store = self.raising(container, "set_slice", args);
            return (Block { stmts, tail: Some(Box::new(store)) }.into_expr(), none);
        }
        if matches!(repr, Repr::Native(_))
            && let Some(taken) = self.taken(index, &held, index_ty)
        {
            let (stmts, mut args) = self.bound_args(taken);
            let value = match repr {
                Repr::Native("bytearray") if !self.cx.rep.repr(ty).lends_bytes() => {
                    if !self.gives_bytes(ty) {
                        let message = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
                        return (self.throw_after([(value, ty)], message), BOT);
                    }
                    self.bytes_from("bytearray", value, ty).0
                }
                _ => value,
            };
            args.push(value.by_ref());
            let store = self.native_slice(container, container_ty, "__setslice__", args).0;
            return (Block { stmts, tail: Some(Box::new(store)) }.into_expr(), none);
        }
        match &repr {
            Repr::List(_) | Repr::Deque(_) => match self.index_value(held, index_ty, &repr) {
                Ok(i) => {
                    let value = self.owned(value, ty);
                    let value = self.coerce(value, ty, elem);
                    (self.raising(container, "set", vec![i, value]), none)
                }
                Err(wrong) => {
                    let Wrong { class: found, index } = *wrong;
                    let message = format!("list indices must be integers or slices, not {found}");
                    (self.throw_after([(value, ty), (container, container_ty), index], &message), BOT)
                }
            },
            Repr::Dict(..) if self.unhashable(index_ty).is_some() => {
                let message = format!("unhashable type: '{}'", self.unhashable(index_ty).unwrap_or_default());
                (self.throw_after([(value, ty), (container, container_ty), (held, index_ty)], &message), BOT)
            }
            Repr::Dict(..) => {
                let value_ty = self.value_type(container_ty);
                let key = self.owned(held, index_ty);
                let key = self.coerce(key, index_ty, elem);
                let value = self.owned(value, ty);
                let value = self.coerce(value, ty, value_ty);
                (self.keyed(index_ty, container.method("set", vec![key, value])), none)
            }
            Repr::Object(_) => {
                let atom = self.first_atom(container_ty);
                match self.method_target(Node::Expr(at), "__setitem__", atom) {
                    Some(target) => {
                        let key = self.key_value(index, held, index_ty);
                        let value = self.owned(value, ty);
                        let (call, ret) =
                            self.call_method_instance(target, container, vec![(key, index_ty), (value, ty)]);
                        (crate::coerce::drop_value(call), if ret == BOT { BOT } else { none })
                    }
                    None if self.underlying_type(container_ty).is_some() => {
                        self.with_underlying(container, container_ty, |cx, place, under| {
                            cx.store_single(at, place, under, index, (held, index_ty), value, ty)
                        })
                    }
                    None => self.no_item_assignment((container, container_ty), held, value),
                }
            }
            Repr::Native(_) => {
                let args = vec![(held.clone(), index_ty), (value.clone(), ty)];
                match self.native_method(container.clone(), container_ty, "__setitem__", args) {
                    Some((store, _)) => (store, none),
                    None => match self.wrong_native_item(&repr, index_ty, ty) {
                        Some(message) => (self.throw_message("TypeError", &message), BOT),
                        None => self.no_item_assignment((container, container_ty), held, value),
                    },
                }
            }
            _ => self.no_item_assignment((container, container_ty), held, value),
        }
    }

    /// `container[index] = value` where only the run knows whether the index is a slice.
    fn store_by_index(
        &mut self,
        at: ExprId,
        (container, container_ty): (Expr, TypeId),
        index: ExprId,
        (held, index_ty): (Expr, TypeId),
        (value, ty): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let none = self.none_type();
        let (held, value) = (self.owned(held, index_ty), self.owned(value, ty));
        let mut stmts = Vec::new();
        let container = self.hold_value("container", container, &mut stmts);
        let name = self.temp("value");
        stmts.push(super::builtin::let_(&name, value));
        let copies = self.is_copy(ty);
        let store = self.dispatch(held, index_ty, none, &mut |cx, held, one, _| {
            let value = Expr::local(name.clone());
            let value = if copies { value } else { value.cloned() };
            cx.store_single(at, container.clone(), container_ty, index, (held, one), value, ty)
        });
        (Block { stmts, tail: Some(Box::new(store)) }.into_expr(), none)
    }

    /// CPython's message for a wrong index or item of an array.
    fn wrong_native_item(&self, repr: &Repr, index_ty: TypeId, item_ty: TypeId) -> Option<String> {
        let (is_bytes, is_float) = match repr {
            Repr::Native("bytearray") => (true, false),
            Repr::Native("IntArray") => (false, false),
            Repr::Native("FloatArray") => (false, true),
            _ => return None,
        };
        let is_whole = |atom: &Atom| atom.is_int() || *atom == Atom::Bool;
        if !self.cx.rep.atoms(index_ty).iter().all(|(_, atom)| is_whole(atom)) {
            let found = self.class_name_of(index_ty);
            return Some(match is_bytes {
                true => format!("bytearray indices must be integers or slices, not {found}"),
                false => "array indices must be integers".to_owned(),
            });
        }
        let found = self.class_name_of(item_ty);
        Some(match is_float {
            true => format!("must be real number, not {found}"),
            false => format!("'{found}' object cannot be interpreted as an integer"),
        })
    }

    /// A store into what has no items: all that is stored and where is evaluated before it raises.
    fn no_item_assignment(
        &mut self,
        (container, ty): (Expr, TypeId),
        mut index: Expr,
        mut value: Expr,
    ) -> (Expr, TypeId) {
        let name = self.class_name_of(ty);
        if name == "memoryview" {
            // What CPython says names its format.
            self.unsupported_operation("an item of this type in a memoryview");
        }
        let mut raised =
            self.throw_message("TypeError", &format!("'{name}' object does not support item assignment"));
        super::anchor(&mut index);
        super::anchor(&mut value);
        for part in [index, container, value] {
            raised = crate::coerce::after(part, raised);
        }
        (raised, BOT)
    }

    /// `del container[held]` of a builtin container.
    pub(crate) fn delete_single(
        &mut self,
        place: Expr,
        ty: TypeId,
        (held, index_ty): (Expr, TypeId),
    ) -> Expr {
        match self.cx.rep.repr(ty) {
            Repr::List(_) | Repr::Deque(_) => {
                let at = self.as_index(held, index_ty);
                self.raising(place, "delete", vec![at])
            }
            Repr::Dict(..) => {
                let key_ty = self.elem_type(ty);
                if self.is_other_number(index_ty, key_ty) {
                    return self.take_said((place, key_ty), "delete_said", (held, index_ty));
                }
                match self.as_key(held, index_ty, key_ty) {
                    Some(key) => {
                        let delete = self.raising(place, "delete", vec![key.by_ref()]);
                        self.keyed(index_ty, delete)
                    }
                    None => {
                        self.unsupported_operation("deleting a key of another type");
                        Expr::unit()
                    }
                }
            }
            _ => {
                self.unsupported_operation("del");
                Expr::unit()
            }
        }
    }

    /// `del container[slice]`.
    fn delete_slice(&mut self, place: Expr, ty: TypeId, taken: Taken) -> Expr {
        let (stmts, args) = self.bound_args(taken);
        let delete = match self.cx.rep.repr(ty) {
            Repr::List(_) => self.raising(place, "delete_slice", args),
            _ => self.native_slice(place, ty, "__delslice__", args).0,
        };
        Block { stmts, tail: Some(Box::new(delete)) }.into_expr()
    }

    fn is_slice(&mut self, index: ExprId, index_ty: TypeId) -> bool {
        matches!(self.cx.module[index].kind, ExprKind::Slice { .. })
            || self.cx.rep.repr(index_ty) == Repr::Native(SLICE)
    }

    pub(crate) fn delete_item(&mut self, container: ExprId, index: ExprId, _span: Span, block: &mut Block) {
        let (container_ty, index_ty) = (self.type_of(container), self.type_of(index));
        if container_ty == BOT || index_ty == BOT {
            let dead = self.dead_operands([container, index]);
            block.stmts.push(Stmt::Expr(dead));
            return;
        }
        let place = self.place(container);
        if self.is_single(container_ty) {
            return self.delete_item_of(container, (place, container_ty), (index, index_ty), block);
        }
        // A container of several kinds: one arm each.
        let (held, none) = (self.owned(place, container_ty), self.none_type());
        let delete = self.dispatch(held, container_ty, none, &mut |cx, held, one, _| {
            let mut arm = Block::default();
            cx.delete_item_of(container, (held, one), (index, index_ty), &mut arm);
            let never = if arm.diverges() { BOT } else { none };
            (Expr::Block(arm), never)
        });
        block.stmts.push(Stmt::Expr(delete));
    }

    /// The same of an evaluated container of one kind.
    fn delete_item_of(
        &mut self,
        container: ExprId,
        (place, container_ty): (Expr, TypeId),
        (index, index_ty): (ExprId, TypeId),
        block: &mut Block,
    ) {
        let repr = self.cx.rep.repr(container_ty);
        let delete = match &repr {
            Repr::List(_) | Repr::Native(_) if self.may_be_slice(index_ty) => {
                let held = self.value(index);
                let (place, none) = (self.named(place, &mut block.stmts), self.none_type());
                self.dispatch(held, index_ty, none, &mut |cx, held, one, _| {
                    let delete = match cx.taken(index, &held, one) {
                        Some(taken) => cx.delete_slice(place.clone(), container_ty, taken),
                        None => cx.delete_single(place.clone(), container_ty, (held, one)),
                    };
                    (delete, none)
                })
            }
            Repr::List(_) | Repr::Native(_) if self.is_slice(index, index_ty) => {
                let held = match self.cx.module[index].kind {
                    ExprKind::Slice { .. } => Expr::unit(),
                    _ => self.place(index),
                };
                let Some(taken) = self.taken(index, &held, index_ty) else { return };
                self.delete_slice(place, container_ty, taken)
            }
            Repr::List(_) | Repr::Deque(_) => {
                let held = self.place(index);
                let kind = if matches!(repr, Repr::List(_)) { "list" } else { "sequence" };
                let at = self.position(held, index_ty, kind);
                self.raising(place, "delete", vec![at])
            }
            Repr::Native(_) => {
                let held = self.place(index);
                match self.native_method(place, container_ty, "__delitem__", vec![(held, index_ty)]) {
                    Some((delete, _)) => delete,
                    None => {
                        self.unsupported_operation("`del` of an item");
                        return;
                    }
                }
            }
            Repr::Dict(..) => {
                let key_ty = self.elem_type(container_ty);
                let is_mixed = self.is_mixed_key(index_ty, key_ty);
                let key = if is_mixed { self.value(index) } else { self.place(index) };
                let place = self.named(place, &mut block.stmts);
                let none = self.none_type();
                let delete = |cx: &mut Self, key: Expr, one: TypeId| match cx.as_key(key.clone(), one, key_ty)
                {
                    Some(key) => {
                        let delete = cx.raising(place.clone(), "delete", vec![key.by_ref()]);
                        (cx.keyed(one, delete), none)
                    }
                    None => (cx.missing_key(key, one), BOT),
                };
                if self.is_other_number(index_ty, key_ty) {
                    self.take_said((place.clone(), key_ty), "delete_said", (key, index_ty))
                } else if is_mixed {
                    self.dispatch(key, index_ty, none, &mut |cx, key, one, _| delete(cx, key, one))
                } else {
                    delete(self, key, index_ty).0
                }
            }
            Repr::Object(_)
                if self
                    .method_target(Node::Expr(container), "__delitem__", self.first_atom(container_ty))
                    .is_none()
                    && self.underlying_type(container_ty).is_some() =>
            {
                let (value, under) = self.or_underlying(place, container_ty);
                if matches!(self.cx.module[index].kind, ExprKind::Slice { .. }) {
                    self.unsupported_operation("deleting a slice of such an object");
                }
                let held = self.place(index);
                self.delete_single(value, under, (held, index_ty))
            }
            Repr::Object(_) => {
                let atom = self.first_atom(container_ty);
                let held = self.value(index);
                match self.method_target(Node::Expr(container), "__delitem__", atom) {
                    Some(target) => self.call_method_instance(target, place, vec![(held, index_ty)]).0,
                    None => self.throw_message("TypeError", "object doesn't support item deletion"),
                }
            }
            _ => {
                let name = self.class_name_of(container_ty);
                let is_sequence = matches!(
                    repr,
                    Repr::Tuple(_)
                        | Repr::TupleVar(_)
                        | Repr::Str
                        | Repr::Set(_)
                        | Repr::FrozenSet(_)
                        | Repr::Range
                        | Repr::Bytes
                        | Repr::Keys(..)
                        | Repr::Values(..)
                        | Repr::Items(..)
                );
                let verb = if is_sequence { "doesn't" } else { "does not" };
                let mut held = self.place(index);
                super::anchor(&mut held);
                let message = format!("'{name}' object {verb} support item deletion");
                let raised = self.throw_message("TypeError", &message);
                crate::coerce::after(place, crate::coerce::after(held, raised))
            }
        };
        block.stmts.push(Stmt::Expr(delete));
    }
}

/// What is no index.
struct Wrong {
    class: String,
    index: (Expr, TypeId),
}

/// CPython's message for what is no index of a sequence.
fn index_message(container: &Repr, found: &str) -> String {
    match container {
        Repr::Str => format!("string indices must be integers, not '{found}'"),
        Repr::Deque(_) => format!("sequence index must be integer, not '{found}'"),
        Repr::TupleVar(_) | Repr::Tuple(_) => {
            format!("tuple indices must be integers or slices, not {found}")
        }
        Repr::Bytes => format!("byte indices must be integers or slices, not {found}"),
        Repr::Range => format!("range indices must be integers or slices, not {found}"),
        _ => format!("list indices must be integers or slices, not {found}"),
    }
}

/// `value.slice(start..stop)` where the bounds, of `slice_bounds`, are known to be there or not and there is no step.
/// `1..-1` reads as an empty range, to Clippy too.
pub(crate) fn slice(value: Expr, mut bounds: Vec<Expr>) -> Expr {
    match bounds.as_mut_slice() {
        [start, stop, step]
            if is_none(step) && is_known(start) && is_known(stop) && !looks_empty(start, stop) =>
        {
            let range = Expr::Range(bound(start), bound(stop));
            value.method("slice", vec![range])
        }
        _ => value.method("slice_by", bounds),
    }
}

fn is_none(bound: &Expr) -> bool {
    matches!(bound, Expr::Path(Path::Local(name)) if name == "None")
}

fn is_known(bound: &Expr) -> bool {
    is_none(bound) || matches!(bound, Expr::Call(callee, _) if is_some(callee))
}

fn looks_empty(start: &Expr, stop: &Expr) -> bool {
    let literal = |bound: &Expr| match bound {
        Expr::Call(_, args) => args.first().and_then(super::arithmetic::literal_value),
        _ => None,
    };
    literal(start).zip(literal(stop)).is_some_and(|(start, stop)| start >= stop)
}

fn is_some(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(Path::Local(name)) if name == "Some")
}

fn bound(bound: &mut Expr) -> Option<Box<Expr>> {
    match bound {
        Expr::Call(_, args) => args.pop().map(Box::new),
        _ => None,
    }
}
