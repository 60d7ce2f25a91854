//! Statements.

use portalis_hir::{BinOp, ExprId, ExprKind, StmtId, StmtKind, Target};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::unpack::Binds;
use super::{Catch, FnCx, Frame, Storage};
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Stmt};

impl FnCx<'_, '_> {
    /// Statements as a block of their own.
    pub(crate) fn block(&mut self, stmts: &[StmtId]) -> Block {
        let mut block = Block::default();
        self.block_into(stmts, &mut block);
        block
    }

    /// A block whose statements stand in the one around it.
    pub(crate) fn block_into(&mut self, stmts: &[StmtId], block: &mut Block) {
        self.declare_block(stmts, block);
        self.stmts_into(stmts, block);
    }

    /// The declarations at the head of a block.
    pub(crate) fn declare_block(&mut self, stmts: &[StmtId], block: &mut Block) {
        if let Some(first) = stmts.first()
            && let Some(&id) = self.decl.blocks.get(first)
        {
            self.declare_heads(id, block);
        }
    }

    /// Appends statements, up to one that control does not pass.
    pub(crate) fn stmts_into(&mut self, stmts: &[StmtId], block: &mut Block) {
        for &stmt in stmts {
            self.span = self.cx.stmt_span(stmt);
            if self.is_dead(stmt) {
                block.stmts.push(Stmt::Expr(Expr::Unreachable("never reached")));
                return;
            }
            self.trace_stmt(stmt, block);
            self.stmt_alone(stmt, block);
            if block.diverges() {
                return;
            }
        }
    }

    /// A statement; where somebody may see when what it holds on its way ends, that ends with it.
    fn stmt_alone(&mut self, stmt: StmtId, block: &mut Block) {
        let is_part = |target: &Target| matches!(target, Target::Attribute { .. } | Target::Index { .. });
        let binds_none = match &self.cx.module[stmt].kind {
            StmtKind::Expr(_) | StmtKind::Delete(_) => true,
            StmtKind::Assign { targets, .. } => targets.iter().all(is_part),
            StmtKind::AugAssign { target, .. } | StmtKind::AnnAssign { target, .. } => is_part(target),
            _ => false,
        };
        let mut own = Block::default();
        let before = if self.cx.has_finalisers && binds_none { &mut own } else { &mut *block };
        self.stmt(stmt, before);
        let holds = own.stmts.iter().any(|stmt| matches!(stmt, Stmt::Let { .. }));
        if holds && !own.diverges() {
            block.stmts.push(Stmt::Expr(Expr::Block(own)));
        } else {
            block.stmts.append(&mut own.stmts);
        }
    }

    /// Whether inference never got to `stmt`: its first expression has no type.
    fn is_dead(&self, stmt: StmtId) -> bool {
        let module = self.cx.module;
        let mut first = None;
        match &module[stmt].kind {
            // Their expressions come late or not at all.
            StmtKind::FuncDef { .. }
            | StmtKind::ClassDef { .. }
            | StmtKind::Try { .. }
            | StmtKind::TypeAlias { .. } => return false,
            StmtKind::AugAssign { target: Target::Local(..), .. } => return false,
            StmtKind::AnnAssign { value: None, .. } => return false,
            _ => portalis_hir::visit::walk_stmt_exprs(module, stmt, &mut |expr| {
                first.get_or_insert(expr);
            }),
        }
        let data = &self.cx.rep.inferred.insts[self.inst.index()];
        first.is_some_and(|expr| !data.exprs.contains_key(&expr))
    }

    fn stmt(&mut self, id: StmtId, block: &mut Block) {
        let module = self.cx.module;
        match &module[id].kind {
            StmtKind::Expr(value) => self.effect(*value, block),
            StmtKind::Assign { targets, value } => self.assign_stmt(id, targets, *value, block),
            StmtKind::AnnAssign { target, value: Some(value), .. } => {
                self.assign_stmt(id, std::slice::from_ref(target), *value, block);
            }
            StmtKind::AugAssign { target, op, value } => self.aug_assign(id, target, *op, *value, block),
            StmtKind::Return(value) => {
                let ret = if self.runs_later { self.later_return() } else { self.ret };
                let out = match value {
                    Some(value) => {
                        let ty = self.type_of(*value);
                        let lowered = self.value(*value);
                        if ty == BOT {
                            block.stmts.push(Stmt::Expr(lowered));
                            self.dead_end(block);
                            return;
                        }
                        self.returned(lowered, ty, ret)
                    }
                    None => {
                        let none = self.none_type();
                        self.coerce(Expr::unit(), none, ret)
                    }
                };
                let is_unit = matches!(&out, Expr::Tuple(parts) if parts.is_empty());
                let out = match out {
                    Expr::Block(inner) if inner.tail.is_none() => {
                        block.stmts.extend(inner.stmts);
                        None
                    }
                    // A constructor takes its initialiser in, and returns the object.
                    out if !is_unit && self.is_initialiser() => {
                        block.stmts.push(Stmt::Expr(out));
                        None
                    }
                    // `Ok(f())` of what gives nothing reads as if it gave something.
                    out if !is_unit
                        && self.cx.rep.repr(ret) == Repr::Unit
                        && self.outer_catch() == Catch::Return
                        && !matches!(out, Expr::Try(_))
                        && !out.diverges() =>
                    {
                        block.stmts.push(Stmt::Expr(out));
                        None
                    }
                    out => (!is_unit).then_some(out),
                };
                let leave = self.leave(out);
                block.stmts.push(Stmt::Expr(leave));
            }
            StmtKind::Raise { exc, cause } => self.raise_stmt(*exc, *cause, block),
            StmtKind::Assert { test, message } => self.assert_stmt(*test, *message, block),
            StmtKind::Delete(targets) => targets.iter().for_each(|target| self.delete(target, block)),
            StmtKind::If { test, then, otherwise } => self.if_stmt(*test, then, otherwise, block),
            StmtKind::While { test, body, otherwise } => self.while_stmt(*test, body, otherwise, block),
            StmtKind::For { target, iter, body, otherwise, is_async } => {
                self.for_stmt((id, *is_async), target, *iter, body, otherwise, block);
            }
            StmtKind::Break => {
                let jump = self.jump(true);
                block.stmts.push(Stmt::Expr(jump));
            }
            StmtKind::Continue => {
                if let Some(Frame::Loop { span, .. }) =
                    self.frames.iter().rfind(|frame| matches!(frame, Frame::Loop { .. }))
                {
                    self.trace_line(*span, block);
                }
                let jump = self.jump(false);
                block.stmts.push(Stmt::Expr(jump));
            }
            StmtKind::Try { body, handlers, otherwise, finally, .. } => {
                self.try_stmt(body, handlers, otherwise, finally, block);
            }
            StmtKind::With { items, body, is_async } => self.with_stmt(items, body, *is_async, block),
            StmtKind::Match { subject, cases } => self.match_stmt(id, *subject, cases, block),
            StmtKind::FuncDef { func, local, decorators } => self.func_def(*func, *local, decorators, block),
            StmtKind::ClassDef { class, local, decorators } => {
                let decorators = self.class_decorators(decorators, block);
                for &base in &self.cx.module[*class].bases {
                    let given = self.what_gives_base(base);
                    block.stmts.extend(given.map(Stmt::Expr));
                }
                self.class_def(*class, block);
                self.decorate_class(*class, *local, decorators, block);
            }
            StmtKind::ImportFrom { module: path, names, .. } => {
                for (name, local) in names {
                    if self.storage(*local) != Storage::None {
                        let full = format!("{path}.{name}");
                        let value = self.module_constant(&full);
                        let ty = self.local_type(*local);
                        // Where other imports give the same name to something else.
                        let own =
                            self.cx.rep.atoms(ty).into_iter().find(
                                |(_, atom)| matches!(atom, Atom::Builtin(builtin) if **builtin == *full),
                            );
                        let own = own.map_or(ty, |(atom, _)| self.of_id(atom));
                        self.bind_local(Some(id), *local, value, own, block);
                    }
                }
            }
            StmtKind::AnnAssign { value: None, .. }
            | StmtKind::Import(_)
            | StmtKind::TypeAlias { .. }
            | StmtKind::Error => {}
        }
    }

    /// `value`, and then what evaluating `other` does, whose value says nothing.
    pub(crate) fn then_effect(&mut self, value: Expr, other: ExprId) -> Expr {
        let mut effects = Block::default();
        self.effect(other, &mut effects);
        if effects.stmts.is_empty() {
            return value;
        }
        let held = self.temp("first");
        let mut stmts = vec![Stmt::Let { pat: Pat::Bind(held.clone(), false), ty: None, init: Some(value) }];
        stmts.extend(effects.stmts);
        Expr::Block(Block { stmts, tail: Some(Box::new(Expr::local(held))) })
    }

    /// `value;`, dropping what it gives.
    pub(crate) fn effect(&mut self, value: ExprId, block: &mut Block) {
        let ty = self.type_of(value);
        let lowered = match self.cx.module[value].kind {
            ExprKind::YieldFrom(from) => self.yield_from(from, ty, false),
            _ => self.place(value),
        };
        match lowered {
            Expr::Block(inner) if inner.tail.is_none() => block.stmts.extend(inner.stmts),
            // A name or literal alone does nothing.
            Expr::Path(_) | Expr::Str(_) | Expr::Int(..) | Expr::Float(_) | Expr::Bool(_) => {}
            Expr::Tuple(parts) if parts.is_empty() => {}
            lowered => {
                let repr = self.cx.rep.repr(ty);
                if matches!(repr, Repr::Unit | Repr::Static | Repr::Never) || lowered.diverges() {
                    block.stmts.push(Stmt::Expr(lowered));
                } else {
                    block.stmts.push(Stmt::Let { pat: Pat::Wild, ty: None, init: Some(lowered) });
                }
            }
        }
        if ty == BOT {
            self.dead_end(block);
        }
    }

    fn is_initialiser(&self) -> bool {
        let func = &self.cx.module[self.cx.rep.inferred.insts[self.inst.index()].func];
        &*func.name == "__init__" && matches!(func.parent, Some(portalis_hir::Scope::Class(_)))
    }

    /// Ends a block that control does not get out of, in a way that Rust sees.
    pub(crate) fn dead_end(&mut self, block: &mut Block) {
        if !block.diverges() {
            block.stmts.push(Stmt::Expr(Expr::Unreachable("always raises")));
        }
    }

    /// Evaluates what never gives a value, last in its block.
    fn never(&mut self, value: Expr, block: &mut Block) {
        block.stmts.push(Stmt::Expr(value));
        self.dead_end(block);
    }

    // ---- assignment

    fn assign_stmt(&mut self, id: StmtId, targets: &[Target], value: ExprId, block: &mut Block) {
        let ty = self.type_of(value);
        if ty == BOT {
            let lowered = self.value(value);
            block.stmts.push(Stmt::Expr(lowered));
            self.dead_end(block);
            return;
        }
        if let [target] = targets {
            if let (Target::Local(local, _), ExprKind::Function { func, .. }) =
                (target, &self.cx.module[value].kind)
                && self.cx.rep.captures.defined(*local) == Some(*func)
            {
                // A recursive `lambda` is what its name stands for, as that of a `def`.
                self.store_defaults(*func, block);
                return;
            }
            if let (Target::Tuple { items, star: None, .. }, ExprKind::Tuple(elems)) =
                (target, &self.cx.module[value].kind)
                && items.len() == elems.len()
                && self.assign_tuple(id, items, value, block)
            {
                return;
            }
            let lowered = self.value(value);
            self.bind(Some(id), target, lowered, ty, block);
            return;
        }
        let name = self.temp("value");
        let mut lowered = self.value(value);
        super::anchor(&mut lowered);
        if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never) {
            block.stmts.push(Stmt::Expr(lowered));
            for target in targets {
                self.bind(None, target, Expr::unit(), ty, block);
            }
            return;
        }
        block.stmts.push(Stmt::Let { pat: Pat::Bind(name.clone(), false), ty: None, init: Some(lowered) });
        let copy = self.is_copy(ty);
        for (i, target) in targets.iter().enumerate() {
            let value = Expr::local(name.clone());
            let value = if copy || i + 1 == targets.len() { value } else { value.cloned() };
            self.bind(None, target, value, ty, block);
        }
    }

    /// `a, b = x, y`: all values before all targets.
    fn assign_tuple(&mut self, id: StmtId, items: &[Target], value: ExprId, block: &mut Block) -> bool {
        let ExprKind::Tuple(elems) = &self.cx.module[value].kind else { return false };
        let mut values = Vec::new();
        for elem in elems {
            let portalis_hir::Elem::One(value) = elem else { return false };
            values.push(*value);
        }
        let lets: Vec<Option<bool>> = items
            .iter()
            .map(|item| match item {
                Target::Local(local, _) => self.decl.lets.get(&(id, *local)).copied(),
                _ => None,
            })
            .collect();
        let plain = items.iter().all(|item| {
            matches!(item, Target::Local(local, _) if self.storage.get(local) == Some(&Storage::Plain))
        });
        let mut lowered = Vec::new();
        let mut types = Vec::new();
        for (value, item) in values.iter().zip(items) {
            let ty = self.type_of(*value);
            let one = self.value(*value);
            types.push(ty);
            lowered.push(match item {
                Target::Local(local, _) if plain => {
                    let declared = self.local_type(*local);
                    self.coerce(one, ty, declared)
                }
                _ => one,
            });
        }
        if plain && lets.iter().all(Option::is_some) {
            // Each its own `let`: the values do not see these names.
            let mut pats = Vec::new();
            let mut tys = Vec::new();
            for (item, is_mut) in items.iter().zip(&lets) {
                if let Target::Local(local, _) = item {
                    pats.push(Pat::Bind(self.declared_name(*local), is_mut.unwrap_or(false)));
                    let ty = self.local_type(*local);
                    let repr = self.cx.rep.repr(ty);
                    tys.push(self.cx.rep.ty(&repr));
                }
            }
            block.stmts.push(Stmt::Let {
                pat: Pat::Tuple(pats),
                ty: Some(crate::rir::Ty::Tuple(tys)),
                init: Some(Expr::Tuple(lowered)),
            });
            return true;
        }
        if plain && lets.iter().all(Option::is_none) {
            let places = items
                .iter()
                .map(|item| match item {
                    Target::Local(local, _) => Expr::local(self.cx.rust_name(*local)),
                    _ => Expr::unit(),
                })
                .collect();
            block.stmts.push(Stmt::Expr(Expr::Assign(
                Box::new(Expr::Tuple(places)),
                Box::new(Expr::Tuple(lowered)),
            )));
            return true;
        }
        let mut names = Vec::new();
        let mut pats = Vec::new();
        for _ in &lowered {
            let name = self.temp("value");
            pats.push(Pat::Bind(name.clone(), false));
            names.push(name);
        }
        block.stmts.push(Stmt::Let { pat: Pat::Tuple(pats), ty: None, init: Some(Expr::Tuple(lowered)) });
        for ((item, name), ty) in items.iter().zip(names).zip(types) {
            let (ty, value) = match item {
                // Coerced to the declared type already.
                Target::Local(local, _) if plain => (self.local_type(*local), Expr::local(name)),
                _ => (ty, Expr::local(name)),
            };
            self.bind(Some(id), item, value, ty, block);
        }
        true
    }

    /// Binds `target` to `value` of type `ty`; `stmt` is the statement that may be its `let`.
    pub(crate) fn bind(
        &mut self,
        stmt: Option<StmtId>,
        target: &Target,
        value: Expr,
        ty: TypeId,
        block: &mut Block,
    ) {
        match target {
            Target::Local(local, _) => self.bind_local(stmt, *local, value, ty, block),
            Target::Attribute { value: object, name, span } => {
                self.store_attribute(*object, name, value, ty, *span, block);
            }
            Target::Index { value: container, index, span } => {
                self.store_item(*container, *index, value, ty, *span, block);
            }
            Target::Tuple { items, star, .. } => self.unpack(stmt, items, *star, value, ty, block),
            Target::Error(_) => {}
        }
    }

    /// `let local = value;` or `local = value;`.
    pub(crate) fn bind_local(
        &mut self,
        stmt: Option<StmtId>,
        local: portalis_hir::LocalId,
        value: Expr,
        ty: TypeId,
        block: &mut Block,
    ) {
        let declared = self.local_type(local);
        if self.storage(local) == Storage::None {
            let value = match value {
                // What stands for no value is `()`, and a statement.
                Expr::Block(Block { mut stmts, tail: Some(tail) })
                    if matches!(self.cx.rep.repr(ty), Repr::Static) =>
                {
                    stmts.push(Stmt::Expr(*tail));
                    Expr::Block(Block { stmts, tail: None })
                }
                value => value,
            };
            if let Expr::Block(inner) = crate::coerce::drop_value(value) {
                block.stmts.extend(inner.stmts)
            }
            return;
        }
        let value = self.coerce(value, ty, declared);
        if let Some(stmt) = stmt
            && let Some(&is_mut) = self.decl.lets.get(&(stmt, local))
            && self.storage.get(&local) == Some(&Storage::Plain)
        {
            let repr = self.cx.rep.repr(declared);
            let needs_type = needs_type(&value) || repr == Repr::Unit;
            let rust_ty = needs_type.then(|| self.cx.rep.ty(&repr));
            let name = self.declared_name(local);
            let is_mut = is_mut || (matches!(repr, Repr::Iter(_)) && self.is_left_at_first(local));
            block.stmts.push(Stmt::Let { pat: Pat::Bind(name, is_mut), ty: rust_ty, init: Some(value) });
            return;
        }
        let write = self.write_local(local, value);
        match write {
            Expr::Block(inner) if inner.tail.is_none() => block.stmts.push(Stmt::Expr(Expr::Block(inner))),
            Expr::Tuple(parts) if parts.is_empty() => {}
            write => block.stmts.push(Stmt::Expr(write)),
        }
    }

    /// `a, *b, c = value`.
    fn unpack(
        &mut self,
        stmt: Option<StmtId>,
        items: &[Target],
        star: Option<usize>,
        value: Expr,
        ty: TypeId,
        block: &mut Block,
    ) {
        let (value, ty) = if self.is_tuple_besides(ty) { self.or_underlying(value, ty) } else { (value, ty) };
        let known = self.tuple_items(ty);
        let one_tuple = self.cx.rep.atoms(ty).len() == 1 && matches!(self.cx.rep.repr(ty), Repr::Tuple(_));
        if one_tuple && star.is_none() && known.len() == items.len() {
            let mut pats = Vec::new();
            let mut later = Vec::new();
            for (item, &item_ty) in items.iter().zip(&known) {
                let let_mut = match (item, stmt) {
                    (Target::Local(local, _), Some(stmt))
                        if self.storage.get(local) == Some(&Storage::Plain)
                            && self.cx.rep.repr(self.local_type(*local)) == self.cx.rep.repr(item_ty) =>
                    {
                        self.decl.lets.get(&(stmt, *local)).copied()
                    }
                    _ => None,
                };
                match (item, let_mut) {
                    (Target::Local(local, _), Some(is_mut)) => {
                        pats.push(Pat::Bind(self.declared_name(*local), is_mut));
                    }
                    (Target::Local(local, _), None) if self.storage(*local) == Storage::None => {
                        pats.push(Pat::Wild)
                    }
                    _ => {
                        let name = self.temp("item");
                        pats.push(Pat::Bind(name.clone(), false));
                        later.push((item, name, item_ty));
                    }
                }
            }
            block.stmts.push(Stmt::Let { pat: Pat::Tuple(pats), ty: None, init: Some(value) });
            for (item, name, item_ty) in later {
                self.bind(stmt, item, Expr::local(name), item_ty, block);
            }
            return;
        }
        if let Some(star) = star
            && one_tuple
            && known.len() + 1 >= items.len()
            && matches!(items[star], Target::Local(..))
        {
            self.unpack_known(Binds::Stmt(stmt), (items, star), (value, &known), block);
            return;
        }
        self.unpack_sequence(Binds::Stmt(stmt), items, star, value, ty, block);
    }

    fn delete(&mut self, target: &Target, block: &mut Block) {
        match target {
            Target::Local(local, _) => {
                // What is unbound cannot be deleted.
                let read = self.read_local(*local, None);
                if let Some(unset) = self.unset_local(*local) {
                    block.stmts.push(Stmt::Expr(crate::coerce::drop_value(read)));
                    block.stmts.push(Stmt::Expr(unset));
                }
            }
            Target::Attribute { value, name, span } => self.delete_attribute(*value, name, *span, block),
            Target::Index { value, index, span } => self.delete_item(*value, *index, *span, block),
            Target::Tuple { items, .. } => items.iter().for_each(|item| self.delete(item, block)),
            Target::Error(_) => {}
        }
    }

    fn aug_assign(&mut self, id: StmtId, target: &Target, op: BinOp, value: ExprId, block: &mut Block) {
        let updates = &self.cx.rep.inferred.insts[self.inst.index()].updates;
        let (old, new) = updates.get(&id).copied().unwrap_or((BOT, BOT));
        let right_ty = self.type_of(value);
        let node = Node::Stmt(id);
        match target {
            Target::Local(local, _) => {
                let declared = self.local_type(*local);
                if declared == BOT || (old == BOT && right_ty != BOT) {
                    let unbound = match declared {
                        BOT => self.undefined_local(*local, value),
                        _ => self.read_local(*local, None),
                    };
                    return self.never(unbound, block);
                }
                if right_ty == BOT {
                    let lowered = self.value(value);
                    return self.never(lowered, block);
                }
                if self.simple_update(*local, declared, op, value, new, block) {
                    return;
                }
                let left = self.read_local(*local, None);
                let left = self.coerce(left, declared, old);
                let right = self.value(value);
                let result = self.binary_values(node, op, (left, old), (right, right_ty), new, true);
                if new == BOT {
                    return self.never(result, block);
                }
                self.bind_local(None, *local, result, new, block);
            }
            Target::Attribute { value: object, name, span } => {
                let object_ty = self.type_of(*object);
                let holder = self.hold(*object, block);
                let left = self.load_attribute_of(node, holder.clone(), object_ty, name, old, *span);
                if old == BOT {
                    return self.never(left, block);
                }
                let right = self.value(value);
                if right_ty == BOT {
                    block.stmts.push(Stmt::Let { pat: Pat::Wild, ty: None, init: Some(left) });
                    return self.never(right, block);
                }
                let result = self.binary_values(node, op, (left, old), (right, right_ty), new, true);
                if new == BOT {
                    return self.never(result, block);
                }
                self.store_attribute_of(*object, holder, object_ty, name, result, new, *span, block);
            }
            Target::Index { value: container, index, span } => {
                let container_ty = self.type_of(*container);
                let holder = self.hold(*container, block);
                let index_holder = match self.cx.module[*index].kind {
                    ExprKind::Slice { .. } => Expr::unit(),
                    _ => self.hold(*index, block),
                };
                let index_ty = self.type_of(*index);
                let left = self.load_item_of(
                    node,
                    holder.clone(),
                    container_ty,
                    *index,
                    (index_holder.clone(), index_ty),
                    old,
                    *span,
                );
                if old == BOT {
                    return self.never(left, block);
                }
                let right = self.value(value);
                if right_ty == BOT {
                    block.stmts.push(Stmt::Let { pat: Pat::Wild, ty: None, init: Some(left) });
                    return self.never(right, block);
                }
                let result = self.binary_values(node, op, (left, old), (right, right_ty), new, true);
                if new == BOT {
                    return self.never(result, block);
                }
                self.store_item_of(
                    *container,
                    holder,
                    container_ty,
                    *index,
                    (index_holder, index_ty),
                    result,
                    new,
                    *span,
                    block,
                );
            }
            Target::Tuple { .. } | Target::Error(_) => {}
        }
    }

    fn is_function_made_here(&self, expr: ExprId) -> bool {
        matches!(self.cx.module[expr].kind, ExprKind::Local(local) if self.cx.rep.captures.defined(local).is_some())
    }

    /// Evaluates `expr` once into a name, unless it is one; the name borrows.
    pub(crate) fn hold(&mut self, expr: ExprId, block: &mut Block) -> Expr {
        let place = self.place(expr);
        match place {
            Expr::Path(_) | Expr::Int(..) | Expr::Str(_) | Expr::Bool(_) => place,
            Expr::Tuple(ref parts) if parts.is_empty() => place,
            // The variables of a function, which are the same ones however often they are named.
            Expr::Tuple(_) if self.is_function_made_here(expr) => place,
            place => {
                let name = self.temp("held");
                let ty = self.type_of(expr);
                let init = self.value_of_place(expr, place, ty);
                block.stmts.push(Stmt::Let {
                    pat: Pat::Bind(name.clone(), false),
                    ty: None,
                    init: Some(init),
                });
                Expr::local(name)
            }
        }
    }
}

fn is_literal(value: &Expr) -> bool {
    match value {
        Expr::Int(..) | Expr::Float(_) | Expr::Bool(_) | Expr::Str(_) => true,
        Expr::Unary(_, inner) => is_literal(inner),
        Expr::Binary(_, a, b) => is_literal(a) && is_literal(b),
        _ => false,
    }
}

/// Whether Rust cannot find the type of a variable from this initial value alone, or would take an `i32`.
fn needs_type(value: &Expr) -> bool {
    match value {
        Expr::Int(..) | Expr::Float(_) | Expr::Array(_) | Expr::Vec(_) => true,
        Expr::Path(crate::rir::Path::Local(name)) => name == "None",
        Expr::Unary(_, inner) => needs_type(inner),
        Expr::Binary(_, a, b) => needs_type(a) && needs_type(b),
        Expr::If(test, then, otherwise) => {
            // Of a test of literals one branch stays, either.
            let other = otherwise.as_deref().filter(|_| is_literal(test));
            then.tail.as_ref().is_some_and(|tail| needs_type(tail)) || other.is_some_and(needs_type)
        }
        Expr::Call(callee, args) => match &**callee {
            Expr::Path(path) => {
                matches!(path, crate::rir::Path::Assoc(_, name) if matches!(name.as_str(), "new" | "from"))
                    && args.iter().all(|arg| needs_type(arg) || matches!(arg, Expr::Tuple(_)))
                    || matches!(path, crate::rir::Path::Local(name) if name == "Some")
                        && args.iter().all(needs_type)
            }
            _ => false,
        },
        Expr::Block(_) | Expr::Match(..) | Expr::Tuple(_) | Expr::Method(..) | Expr::Attempt(..) => true,
        _ => false,
    }
}
