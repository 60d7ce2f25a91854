//! Statements: each maps the state before it to the state after it, `None` where nothing gets through.

use portalis_hir::{BinOp, ExprId, Handler, IntMode, StmtId, StmtKind, Target, WithItem};

use super::{Env, Loop, Walk};
use crate::builtins::raised::EXCEPTION_CLASS;
use crate::cell::{CellKind, Field, Node};
use crate::diagnostics;
use crate::ty::{Atom, BOT, Kind, TypeId};
use portalis_hir::stdlib;

/// Rounds of a loop's local fixpoint before its state is taken as it is; types only grow, so this is never reached
/// by a correct transfer function.
const MAX_ROUNDS: usize = 64;

impl Walk<'_, '_> {
    /// Walks statements in order; a dead state stays dead.
    pub(crate) fn block(&mut self, stmts: &[StmtId], env: Option<Env>) -> Option<Env> {
        let mut env = env;
        for &stmt in stmts {
            let here = env?;
            if !self.tries.is_empty() {
                self.save_for_handlers(&here);
            }
            env = self.stmt(stmt, here);
        }
        if let Some(env) = &env
            && !self.tries.is_empty()
        {
            self.save_for_handlers(env);
        }
        env
    }

    fn stmt(&mut self, id: StmtId, mut env: Env) -> Option<Env> {
        let module = self.module();
        let stmt = &module[id];
        match &stmt.kind {
            StmtKind::Expr(value) => self.live(*value, env),
            StmtKind::Assign { targets, value } => {
                let ty = self.eval(*value, &mut env);
                if ty == BOT {
                    return None;
                }
                let ty = self.as_said(id, ty);
                for target in targets {
                    if !self.assign(target, ty, &mut env) {
                        return None;
                    }
                }
                Some(env)
            }
            StmtKind::AugAssign { target, op, value } => self.aug_assign(id, target, *op, *value, env),
            StmtKind::AnnAssign { target, value, .. } => {
                if let Some(value) = value {
                    let ty = self.eval(*value, &mut env);
                    let ty = self.as_said(id, ty);
                    if ty == BOT || !self.assign(target, ty, &mut env) {
                        return None;
                    }
                }
                Some(env)
            }
            StmtKind::Return(value) => {
                let ty = match value {
                    Some(value) => self.eval(*value, &mut env),
                    None => self.of(Atom::None),
                };
                if ty != BOT {
                    let ty = self.accepted_answer(ty);
                    if ty != BOT {
                        self.returned(ty);
                    }
                }
                None
            }
            StmtKind::Raise { exc, cause } => {
                if let Some(exc) = exc {
                    let ty = self.eval(*exc, &mut env);
                    self.raised(Node::Expr(*exc), ty, self.span(*exc));
                }
                if let Some(cause) = cause {
                    // A class is called here, too; what it gives is there to be found as the cause.
                    let ty = self.eval(*cause, &mut env);
                    self.raised(Node::Expr(*cause), ty, self.span(*cause));
                }
                None
            }
            StmtKind::Assert { test, message } => {
                let (yes, no) = self.cond(*test, env);
                if let Some(mut no) = no {
                    let args: Vec<TypeId> =
                        message.iter().map(|message| self.eval(*message, &mut no)).collect();
                    self.note_argument_types("AssertionError", &args);
                    args.into_iter().for_each(|message| self.str_of(message));
                }
                yes
            }
            StmtKind::Delete(targets) => {
                for target in targets {
                    self.delete(target, &mut env);
                }
                Some(env)
            }
            StmtKind::If { test, then, otherwise } => {
                let (yes, no) = self.cond(*test, env);
                let yes = self.block(then, yes);
                let no = self.block(otherwise, no);
                self.merge(yes, no)
            }
            StmtKind::While { test, body, otherwise } => self.while_loop(*test, body, otherwise, env),
            StmtKind::For { target, iter, body, otherwise, is_async } => {
                self.for_loop((id, *is_async), target, *iter, body, otherwise, env)
            }
            StmtKind::Break => {
                if let Some(mut here) = self.loops.pop() {
                    here.breaks = self.merge(here.breaks.take(), Some(env));
                    self.loops.push(here);
                }
                None
            }
            StmtKind::Continue => {
                if let Some(mut here) = self.loops.pop() {
                    here.continues = self.merge(here.continues.take(), Some(env));
                    self.loops.push(here);
                }
                None
            }
            StmtKind::Try { body, handlers, otherwise, finally, is_star } => {
                if *is_star {
                    self.s.report(diagnostics::unsupported_stmt(stmt.span, "`except*`"));
                }
                self.try_stmt(body, handlers, otherwise, finally, env)
            }
            StmtKind::With { items, body, is_async } => self.with_stmt(items, body, *is_async, env),
            StmtKind::Match { subject, cases } => self.match_stmt(*subject, cases, env),
            StmtKind::FuncDef { func, local, decorators } => {
                self.func_def(*func, *local, decorators, &mut env).then_some(env)
            }
            StmtKind::ClassDef { class, local, decorators } => {
                self.class_def(*class, *local, decorators, env)
            }
            StmtKind::Import(items) => {
                for item in items {
                    let path: portalis_hir::Name = if item.has_alias {
                        item.path.clone()
                    } else {
                        item.path.split('.').next().unwrap_or_default().into()
                    };
                    if !self.s.table.knows_module(&item.path) {
                        let refusal = diagnostics::unknown_module(item.span, &item.path);
                        if stdlib::has_module(&item.path) {
                            self.bind_missing(item.local, refusal, &mut env);
                            continue;
                        }
                        self.s.report(refusal);
                    }
                    let ty = self.of(Atom::Module(path));
                    self.set_local(item.local, ty, &mut env);
                }
                Some(env)
            }
            StmtKind::ImportFrom { level, module: path, names, is_star } => {
                if *level == 0 && !*is_star && !self.s.table.knows_module(path) && stdlib::has_module(path) {
                    for (name, local) in names {
                        let refusal = diagnostics::unknown_module(stmt.span, path);
                        self.import_missing((path, name), *local, refusal, &mut env);
                    }
                    return Some(env);
                }
                if *level > 0 || *is_star || !self.s.table.knows_module(path) {
                    self.s.report(diagnostics::unknown_module(stmt.span, path));
                    let unknown = self.of(Atom::Unknown);
                    for (_, local) in names {
                        self.set_local(*local, unknown, &mut env);
                    }
                    return Some(env);
                }
                for (name, local) in names {
                    match self.find_module_attr(path, name) {
                        Some(ty) => self.set_local(*local, ty, &mut env),
                        None => {
                            let refusal = diagnostics::unknown_module_attribute(stmt.span, path, name);
                            self.import_missing((path, name), *local, refusal, &mut env);
                        }
                    }
                }
                Some(env)
            }
            StmtKind::TypeAlias { local, .. } => {
                let ty = self.of(Atom::Builtin("typing.Any".into()));
                self.set_local(*local, ty, &mut env);
                Some(env)
            }
            StmtKind::Error => Some(env),
        }
    }

    /// `from module import name` of what is not translated: refused where it is used, or here if CPython has none.
    fn import_missing(
        &mut self,
        (module, name): (&str, &str),
        local: portalis_hir::LocalId,
        refusal: portalis_diag::Diagnostic,
        env: &mut Env,
    ) {
        if stdlib::has_name(module, name) {
            self.bind_missing(local, refusal, env);
            return;
        }
        self.s.report(refusal);
        let unknown = self.of(Atom::Unknown);
        self.set_local(local, unknown, env);
    }

    fn bind_missing(
        &mut self,
        local: portalis_hir::LocalId,
        refusal: portalis_diag::Diagnostic,
        env: &mut Env,
    ) {
        self.s.missing.insert(local, refusal);
        let unknown = self.of(Atom::Unknown);
        self.set_local(local, unknown, env);
    }

    /// Evaluates `value` for its effects.
    fn live(&mut self, value: ExprId, mut env: Env) -> Option<Env> {
        (self.eval(value, &mut env) != BOT).then_some(env)
    }

    // ---- assignment

    /// What the statement `id` assigns of a `ty`: integers of the width that its author says.
    fn as_said(&mut self, id: StmtId, ty: TypeId) -> TypeId {
        match self.s.growth.assigned(id) {
            IntMode::Auto => ty,
            IntMode::I64 => self
                .s
                .types
                .with_ints(ty, &|atom| if *atom == Atom::BigInt { Atom::Int } else { atom.clone() }),
            IntMode::Big => self.s.types.with_ints(ty, &|_| Atom::BigInt),
        }
    }

    /// Binds `target` to a value of type `ty`; false where that always raises.
    pub(crate) fn assign(&mut self, target: &Target, ty: TypeId, env: &mut Env) -> bool {
        match target {
            Target::Local(local, _) => {
                self.set_local(*local, ty, env);
                true
            }
            Target::Attribute { value, name, span } => {
                let object = self.eval(*value, env);
                if object == BOT {
                    return false;
                }
                self.store_attribute(*value, object, name, ty, *span, env)
            }
            Target::Index { value, index, span } => {
                let container = self.eval(*value, env);
                let index_ty = if container == BOT { BOT } else { self.eval(*index, env) };
                if index_ty == BOT {
                    return false;
                }
                self.store_item(*value, container, *index, index_ty, ty, *span, env)
            }
            Target::Tuple { items, star, span } => {
                let parts = self.unpack(ty, items.len(), *star, *span, items);
                for (item, part) in items.iter().zip(parts) {
                    if part == BOT || !self.assign(item, part, env) {
                        return false;
                    }
                }
                true
            }
            Target::Error(_) => true,
        }
    }

    /// The types of the `n` targets that a value of type `ty` is unpacked to; ⊥ where that always raises.
    fn unpack(
        &mut self,
        ty: TypeId,
        n: usize,
        star: Option<usize>,
        span: portalis_diag::Span,
        items: &[Target],
    ) -> Vec<TypeId> {
        let ty = self.with_underlying(ty, |walk, atom| walk.iterates(atom));
        let mut parts = vec![BOT; n];
        let mut rest = BOT;
        for (id, atom) in self.atoms(ty) {
            match atom {
                Atom::Tuple(elems) => match star {
                    None if elems.len() == n => {
                        for (part, &elem) in parts.iter_mut().zip(elems.iter()) {
                            *part = self.s.types.join(*part, elem);
                        }
                    }
                    Some(at) if elems.len() + 1 >= n => {
                        let extra = elems.len() + 1 - n;
                        for (i, part) in parts.iter_mut().enumerate().take(n) {
                            if i == at {
                                rest =
                                    elems[at..at + extra].iter().fold(rest, |r, &e| self.s.types.join(r, e));
                            } else {
                                let from = if i < at { i } else { i + extra - 1 };
                                *part = self.s.types.join(*part, elems[from]);
                            }
                        }
                    }
                    _ => {}
                },
                _ => {
                    let one = self.s.types.of_id(id);
                    let elem = self.items_of(one, Node::Expr(self.anchor(items)), span);
                    if elem == BOT {
                        if star.is_none() {
                            continue;
                        }
                        rest = self.s.types.join(rest, BOT);
                        continue;
                    }
                    for (i, part) in parts.iter_mut().enumerate() {
                        if Some(i) == star {
                            rest = self.s.types.join(rest, elem);
                        } else {
                            *part = self.s.types.join(*part, elem);
                        }
                    }
                }
            }
        }
        if let Some(at) = star {
            let node = match &items[at] {
                Target::Local(local, _) => Node::Local(*local),
                _ => Node::Expr(self.anchor(items)),
            };
            parts[at] = self.s.container(node, "star", Kind::List, rest, span);
        }
        parts
    }

    /// Some expression id to hang a hidden call of unpacking on: the sites are told apart by their role.
    fn anchor(&self, items: &[Target]) -> ExprId {
        for item in items {
            match item {
                Target::Attribute { value, .. } | Target::Index { value, .. } => return *value,
                Target::Tuple { items, .. } => return self.anchor(items),
                Target::Local(..) | Target::Error(_) => {}
            }
        }
        self.module().exprs.iter().next().map_or_else(
            || unreachable!("unpacking has a value, so the module has an expression"),
            |(id, _)| id,
        )
    }

    fn delete(&mut self, target: &Target, env: &mut Env) {
        match target {
            Target::Local(local, _) => self.unset_local(*local, env),
            Target::Attribute { value, name, span } => {
                let object = self.eval(*value, env);
                self.delete_attribute(*value, object, name, *span);
                self.forget_paths(env);
            }
            Target::Index { value, index, .. } => {
                let container = self.eval(*value, env);
                let index_ty = self.eval(*index, env);
                self.hash_and_eq(Node::Expr(*index), index_ty);
                for (id, atom) in self.atoms(container) {
                    if matches!(atom, Atom::Cont(Kind::List | Kind::Deque, _)) {
                        self.index_of(Node::Expr(*index), index_ty);
                    }
                    if let Atom::Cont(kind, cell) = atom
                        && kind.is_dict()
                    {
                        let keys = self.s.read(cell, &Field::Elem);
                        self.note_missing_key(keys, index_ty);
                    }
                    if let Atom::Obj(class, _) = atom
                        && (self.class_has(class, "__delitem__") || self.underlying(&atom).is_none())
                    {
                        self.call_method(Node::Expr(*value), "__delitem__", id, vec![index_ty]);
                    }
                }
                self.forget_paths(env);
            }
            Target::Tuple { items, .. } => items.iter().for_each(|item| self.delete(item, env)),
            Target::Error(_) => {}
        }
    }

    fn aug_assign(
        &mut self,
        stmt: StmtId,
        target: &Target,
        op: BinOp,
        value: ExprId,
        mut env: Env,
    ) -> Option<Env> {
        let node = Node::Stmt(stmt);
        match target {
            Target::Local(local, span) => {
                let old = self.get_local(*local, &env, None);
                let right = self.eval(value, &mut env);
                if old == BOT || right == BOT {
                    return None;
                }
                let new = self.binary(node, op, old, right, true, *span, Some(value));
                let new = self.as_said(stmt, new);
                self.record_update(stmt, old, new);
                if new == BOT {
                    return None;
                }
                self.set_local(*local, new, &mut env);
                Some(env)
            }
            Target::Attribute { value: object, name, span } => {
                let receiver = self.eval(*object, &mut env);
                let old = self.load_attribute(node, *object, receiver, name, *span, &mut env);
                let right = self.eval(value, &mut env);
                if old == BOT || right == BOT {
                    self.record_update(stmt, old, BOT);
                    return None;
                }
                let new = self.binary(node, op, old, right, true, *span, Some(value));
                let new = self.as_said(stmt, new);
                self.record_update(stmt, old, new);
                (new != BOT && self.store_attribute(*object, receiver, name, new, *span, &mut env))
                    .then_some(env)
            }
            Target::Index { value: container, index, span } => {
                let receiver = self.eval(*container, &mut env);
                let index_ty = self.eval(*index, &mut env);
                if receiver == BOT || index_ty == BOT {
                    return None;
                }
                let old = self.load_item(node, receiver, *index, index_ty, *span);
                let right = self.eval(value, &mut env);
                if old == BOT || right == BOT {
                    self.record_update(stmt, old, BOT);
                    return None;
                }
                let new = self.binary(node, op, old, right, true, *span, Some(value));
                let new = self.counted_narrowly(receiver, new, &[old, right]);
                let new = self.as_said(stmt, new);
                self.record_update(stmt, old, new);
                (new != BOT && self.store_item(*container, receiver, *index, index_ty, new, *span, &mut env))
                    .then_some(env)
            }
            Target::Tuple { .. } | Target::Error(_) => Some(env),
        }
    }

    /// A count of a `Counter` that is made of counts of 64 bits is one, too: the operations of `Counter` are on those.
    fn counted_narrowly(&mut self, receiver: TypeId, new: TypeId, operands: &[TypeId]) -> TypeId {
        let is_counter = |atom: &Atom| matches!(atom, Atom::Cont(Kind::Counter, _));
        let is_wide = operands.iter().any(|&ty| self.s.types.contains(ty, &Atom::BigInt));
        if is_wide || !self.s.types.atoms(receiver).any(is_counter) {
            return new;
        }
        let narrow = |atom: &Atom| if *atom == Atom::BigInt { Atom::Int } else { atom.clone() };
        self.s.types.with_ints(new, &narrow)
    }

    // ---- loops

    fn while_loop(&mut self, test: ExprId, body: &[StmtId], otherwise: &[StmtId], env: Env) -> Option<Env> {
        let mut head = Some(env);
        for _ in 0..MAX_ROUNDS {
            self.loops.push(Loop::default());
            let (yes, no) = match head.clone() {
                Some(env) => self.cond(test, env),
                None => (None, None),
            };
            let end = self.block(body, yes);
            let here = self.loops.pop().unwrap_or_default();
            let back = self.merge(end, here.continues);
            let next = self.merge(head.clone(), back);
            if next == head {
                let after = self.block(otherwise, no);
                return self.merge(after, here.breaks);
            }
            head = next;
        }
        head
    }

    fn for_loop(
        &mut self,
        (stmt, is_async): (StmtId, bool),
        target: &Target,
        iter: ExprId,
        body: &[StmtId],
        otherwise: &[StmtId],
        mut env: Env,
    ) -> Option<Env> {
        let iterable = self.eval(iter, &mut env);
        if iterable == BOT {
            return None;
        }
        let mut head = Some(env);
        for _ in 0..MAX_ROUNDS {
            self.loops.push(Loop::default());
            let elem = if is_async {
                head.iter_mut().for_each(|env| self.forget_paths(env));
                self.async_items_of(iterable, Node::Stmt(stmt), self.span(iter))
            } else {
                self.items_of(iterable, Node::Stmt(stmt), self.span(iter))
            };
            let mut start = head.clone();
            if let Some(env) = &mut start
                && (elem == BOT || !self.assign(target, elem, env))
            {
                start = None;
            }
            let end = self.block(body, start);
            let here = self.loops.pop().unwrap_or_default();
            let back = self.merge(end, here.continues);
            let next = self.merge(head.clone(), back);
            if next == head {
                let after = self.block(otherwise, next);
                return self.merge(after, here.breaks);
            }
            head = next;
        }
        head
    }

    // ---- exceptions

    fn try_stmt(
        &mut self,
        body: &[StmtId],
        handlers: &[Handler],
        otherwise: &[StmtId],
        finally: &[StmtId],
        env: Env,
    ) -> Option<Env> {
        let entry = env.clone();
        if !finally.is_empty() {
            self.tries.push(Some(entry.clone()));
        }
        self.tries.push(Some(entry));
        let loops_before = self.loops.len();
        let end = self.block(body, Some(env));
        let caught = self.tries.pop().flatten();
        // What an inner body did is also seen by the handlers outside.
        if let Some(env) = &caught {
            self.save_for_handlers(env);
        }
        debug_assert_eq!(loops_before, self.loops.len());
        let mut after = self.block(otherwise, end);
        for handler in handlers {
            let mut start = caught.clone();
            let mut ty = self.of(Atom::Exc("BaseException".into()));
            if let (Some(types), Some(env)) = (handler.types, &mut start) {
                let classes = self.eval(types, env);
                ty = self.caught_by(classes, handler.span);
            } else {
                let raised = self.raised_objects();
                ty = self.join(ty, raised);
            }
            if ty == BOT {
                continue;
            }
            if let (Some(local), Some(env)) = (handler.local, &mut start) {
                self.set_local(local, ty, env);
            }
            let mut end = self.block(&handler.body, start);
            if let (Some(local), Some(env)) = (handler.local, &mut end) {
                self.unset_local(local, env);
            }
            after = self.merge(after, end);
        }
        if finally.is_empty() {
            return after;
        }
        let abrupt = self.tries.pop().flatten();
        if let Some(env) = &abrupt {
            self.save_for_handlers(env);
        }
        // `finally` runs after every way out; what follows the statement is reached only from the normal one.
        let everything = self.merge(after.clone(), abrupt);
        let end = self.block(finally, everything);
        match (after, end) {
            (Some(after), Some(end)) => Some(self.after_finally(after, end)),
            _ => None,
        }
    }

    /// The normal way out of a `try` whose `finally` ended in `end`: variables that `finally` left alone keep their
    /// types of `after`; unboundness on abrupt ways out does not count.
    fn after_finally(&mut self, after: Env, end: Env) -> Env {
        let mut out = end;
        for (slot, &ty) in after.vars.iter().enumerate() {
            let bound_before = !self.s.types.contains(ty, &Atom::Unbound);
            if bound_before {
                out.vars[slot] = self.s.types.filter(out.vars[slot], |atom| *atom != Atom::Unbound);
            }
        }
        out
    }

    fn with_stmt(
        &mut self,
        items: &[WithItem],
        body: &[StmtId],
        is_async: bool,
        mut env: Env,
    ) -> Option<Env> {
        let Some((item, rest)) = items.split_first() else {
            return self.block(body, Some(env));
        };
        let manager = self.eval(item.manager, &mut env);
        let node = Node::Expr(item.manager);
        let mut entered = BOT;
        let mut suppresses = false;
        let none = self.of(Atom::None);
        let exc = self.any_exception();
        for (id, atom) in self.atoms(manager) {
            match atom {
                Atom::File if !is_async => {
                    let file = self.of(Atom::File);
                    entered = self.join(entered, file);
                }
                Atom::Native(class)
                    if is_async && let Some(row) = self.s.table.special(class, "__aenter__", &[]) =>
                {
                    let value = if row.result == crate::builtins::TypeExpr::Receiver {
                        self.s.types.of_id(id)
                    } else {
                        none
                    };
                    entered = self.join(entered, value);
                }
                Atom::Native(class)
                    if !is_async && self.s.table.special(class, "__enter__", &[]).is_some() =>
                {
                    let value = self.s.types.of_id(id);
                    entered = self.join(entered, value);
                }
                Atom::Obj(..) => {
                    let (enter, exit) =
                        if is_async { ("__aenter__", "__aexit__") } else { ("__enter__", "__exit__") };
                    let mut value = self.call_method(node, enter, id, Vec::new());
                    if is_async {
                        value = self.awaited(value, self.span(item.manager));
                    }
                    entered = self.join(entered, value);
                    let class = self.of(Atom::Native(EXCEPTION_CLASS));
                    let class = self.join(class, none);
                    // A traceback: an object of which nothing is known but that it is there.
                    let traceback = self.of(Atom::Object);
                    let traceback = self.join(traceback, none);
                    let mut answer = self.call_method(node, exit, id, vec![class, exc, traceback]);
                    if is_async {
                        answer = self.awaited(answer, self.span(item.manager));
                    }
                    self.truth_calls(node, answer);
                    suppresses |= answer != none && answer != BOT;
                }
                Atom::Unknown => {
                    let unknown = self.of(Atom::Unknown);
                    entered = self.join(entered, unknown);
                }
                _ => {
                    let name = self.type_name(id);
                    self.s.report(diagnostics::not_a_context_manager(self.span(item.manager), &name));
                }
            }
        }
        if entered == BOT {
            return None;
        }
        self.forget_paths(&mut env);
        let before = env.clone();
        self.tries.push(Some(before));
        let mut inside = Some(env);
        if let (Some(target), Some(env)) = (&item.target, &mut inside)
            && !self.assign(target, entered, env)
        {
            inside = None;
        }
        let end = match inside {
            Some(env) => self.with_stmt(rest, body, is_async, env),
            None => None,
        };
        let abrupt = self.tries.pop().flatten();
        if let Some(env) = &abrupt {
            self.save_for_handlers(env);
        }
        if suppresses { self.merge(end, abrupt) } else { end }
    }

    /// `raise` of a value of type `ty`: objects of the program's exception classes reach every handler for them.
    pub(super) fn raised(&mut self, node: Node, ty: TypeId, span: portalis_diag::Span) {
        for (_, atom) in self.atoms(ty) {
            match atom {
                Atom::Obj(..) => {
                    let one = self.of(atom);
                    self.note_raised(one);
                }
                Atom::Class(class) => {
                    let object = self.instantiate(node, "raise", class, Vec::new(), span);
                    if object != BOT {
                        self.note_raised(object);
                    }
                }
                Atom::ExcClass(name) => self.note_argument_types(&name, &[]),
                _ => {}
            }
        }
    }

    /// Notes what is raised; nobody may catch it, and then its text is told.
    fn note_raised(&mut self, ty: TypeId) {
        self.told(ty);
        let cell = self.raised_cell();
        self.s.write(cell, Field::Elem, ty);
    }

    fn raised_cell(&mut self) -> crate::ty::CellId {
        self.s.raised_cell()
    }

    /// All objects of the program's exception classes that are raised anywhere.
    pub(crate) fn raised_objects(&mut self) -> TypeId {
        let cell = self.raised_cell();
        self.s.read(cell, &Field::Elem)
    }

    /// What `except classes as e` binds.
    fn caught_by(&mut self, classes: TypeId, span: portalis_diag::Span) -> TypeId {
        let mut caught = BOT;
        for (_, atom) in self.atoms(classes) {
            let ty = match atom {
                Atom::Tuple(items) => items.iter().fold(BOT, |ty, &item| {
                    let one = self.caught_by(item, span);
                    self.join(ty, one)
                }),
                Atom::ExcClass(name) => {
                    let own = self.of(Atom::Exc(name.clone()));
                    let raised = self.raised_objects();
                    let objects = self.s.caught(raised, Atom::ExcClass(name));
                    self.join(own, objects)
                }
                Atom::Class(class) => {
                    let raised = self.raised_objects();
                    self.s.caught(raised, Atom::Class(class))
                }
                _ => {
                    self.s.report(diagnostics::not_an_exception_class(span));
                    BOT
                }
            };
            caught = self.join(caught, ty);
        }
        caught
    }

    fn record_update(&mut self, stmt: StmtId, old: TypeId, new: TypeId) {
        let known = self.s.insts[self.inst.index()].updates.get(&stmt).copied().unwrap_or((BOT, BOT));
        let joined = (self.join(known.0, old), self.join(known.1, new));
        self.s.insts[self.inst.index()].updates.insert(stmt, joined);
    }

    /// A cell for the elements of a variable-length tuple made at `node`.
    pub(crate) fn tuple_var(
        &mut self,
        node: Node,
        part: &'static str,
        elem: TypeId,
        span: portalis_diag::Span,
    ) -> TypeId {
        let cell = self.s.cell(node, part, CellKind::TupleVar, span);
        self.s.write(cell, Field::Elem, elem);
        self.of(Atom::TupleVar(cell))
    }
}
