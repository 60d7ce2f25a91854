//! Functions: signatures, captured variables, generators.

use portalis_hir::{ExprKind, FuncKind, LocalId, StmtId, clean_doc};
use portalis_typeck::cell::Field;
use portalis_typeck::ty::{Atom, BOT, InstId};

use super::raise::ok;
use super::{Catch, Cx, FnCx, Storage, Walking};
use crate::declare::{Declarations, Init};
use crate::represent::Repr;
use crate::rir::{Block, Expr, Fn, Item, Param, Pat, Path, Receiver, Stmt, Ty};

impl Cx<'_> {
    /// Emits the function of one instance.
    pub(crate) fn lower_instance(&mut self, inst: InstId) {
        let func = self.rep.inferred.insts[inst.index()].func;
        let callee = self.callees[&inst].clone();
        let mut cx = FnCx::of_instance(self, inst);
        cx.check_instance_dict();
        cx.plan_locals();
        let mut function = cx.function(&callee.name, callee.object.is_some());
        let memoized = cx.cx.memoized.get(&func).copied();
        let raising = memoized.and_then(|_| cx.raising_for_no_hash(&function));
        let is_looked_up = raising.is_none();
        if let Some(raising) = raising {
            function = raising;
        }
        if let Some(size) = memoized.filter(|_| is_looked_up) {
            let receiver =
                callee.object.map(|object| Ty::local(cx.cx.rep.objects[object.0 as usize].name.clone()));
            let (held, outer, inner) = cx.memoize(function, size, receiver);
            self.items.push(held);
            match callee.object {
                Some(object) => self.methods.entry(object).or_default().extend([outer, inner]),
                None => self.items.extend([Item::Fn(outer), Item::Fn(inner)]),
            }
            return;
        }
        match callee.object {
            Some(object) => self.methods.entry(object).or_default().push(function),
            None => self.items.push(Item::Fn(function)),
        }
    }
}

impl<'c, 'a> FnCx<'c, 'a> {
    /// What lowers expressions and statements of this instance.
    pub(super) fn of_instance(outer: &'c mut Cx<'a>, inst: InstId) -> Self {
        let data = &outer.rep.inferred.insts[inst.index()];
        let (func, ret) = (data.func, data.ret);
        let (runs_later, span) = (outer.module[func].runs_later(), outer.module[func].name_span);
        let mut cx = FnCx {
            cx: outer,
            inst,
            func,
            decl: Declarations::default(),
            storage: rustc_hash::FxHashMap::default(),
            catch: Catch::Uncaught,
            makes_handle: false,
            frames: Vec::new(),
            handling: Vec::new(),
            ret,
            runs_later,
            in_comprehension: 0,
            temps: 0,
            stand_ins: Vec::new(),
            prelude: Vec::new(),
            resized: std::collections::BTreeSet::new(),
            call_role: None,
            spread: None,
            walk: Walking::Iteration,
            in_the_name_of: [None; 2],
            span,
            told_line: 0,
        };
        cx.catch = cx.outer_catch();
        cx
    }
}

impl FnCx<'_, '_> {
    /// What stands for `__dict__` names every attribute that objects of the class get anywhere.
    fn check_instance_dict(&mut self) {
        let module = self.cx.module;
        let func = &module[self.func];
        if &*func.name != "_instance_dict_" {
            return;
        }
        let mut keys = Vec::new();
        portalis_hir::visit::for_each_body_expr(module, &func.body, &mut |expr| {
            if let ExprKind::Str(text) = &module[expr].kind {
                keys.push(text.to_string());
            }
        });
        let receiver = self.cx.rep.inferred.insts[self.inst.index()].params.first().copied().unwrap_or(BOT);
        for (_, atom) in self.cx.rep.atoms(receiver) {
            let Atom::Obj(_, cell) = atom else { continue };
            let fields = &self.cx.rep.inferred.cells[cell.index()].fields;
            let is_named = |field: &Field| match field {
                Field::Attr(name) => {
                    let is_hidden = name.starts_with('.') || &**name == "_attribute_order_";
                    is_hidden || keys.iter().any(|key| **key == **name)
                }
                _ => true,
            };
            if !fields.iter().all(|(field, _)| is_named(field)) {
                let span = self.cx.module[self.func].name_span;
                let what = "`__dict__` of objects that get attributes outside of `__init__`";
                self.cx.sink.push(crate::diagnostics::operation(span, what));
            }
        }
    }

    fn function(&mut self, name: &str, is_method: bool) -> Fn {
        let module = self.cx.module;
        let func = &module[self.func];
        let mut params = Vec::new();
        let mut head = self.depth_guard();
        head.extend(self.traced_head());
        let captured = self.cx.rep.captured(self.func, self.inst);
        // Who calls a method has its object, and not what its class was made among.
        if let (Some(&first), Some(portalis_hir::Scope::Class(_))) = (captured.first(), func.parent) {
            let name = &module[first].name;
            self.cx.sink.push(crate::diagnostics::capturing_method(func.name_span, name));
        }
        for local in captured {
            let ty = self.local_type(local);
            let repr = self.cx.rep.repr(ty);
            let var = Ty::Named(Path::Rt("Var"), vec![self.cx.rep.ty(&repr)]);
            // A generator outlives the call.
            let ty = if func.runs_later() { var } else { Ty::Ref(Box::new(var)) };
            params.push(Param { name: self.cx.rust_name(local), is_mut: false, ty });
        }
        let types = self.cx.rep.inferred.insts[self.inst.index()].params.clone();
        for (i, (param, ty)) in func.params.iter().zip(types).enumerate() {
            let param_name = self.param_name(param.local);
            if is_method && i == 0 {
                head.extend(self.bind_self(param.local));
                continue;
            }
            let repr = self.cx.rep.repr(ty);
            if matches!(repr, Repr::Static | Repr::Never) {
                head.extend(self.declare_param(param.local, &param_name, ty));
                continue;
            }
            let rust_ty = self.cx.rep.ty(&repr);
            let is_mut = self.is_assigned(param.local);
            let declared = self.local_type(param.local);
            let stays = declared == ty || self.cx.rep.repr(declared) == repr;
            let plain = self.storage.get(&param.local) == Some(&Storage::Plain);
            params.push(Param { name: param_name.clone(), is_mut: is_mut && stays && plain, ty: rust_ty });
            if !(stays && plain) {
                head.extend(self.rebind_param(param.local, &param_name, ty, is_mut));
            }
        }
        let mut body = self.body(&func.body, head);
        let ret = if func.runs_later() {
            body = self.later_body(body);
            let repr = self.cx.rep.repr(self.ret);
            Some(self.cx.rep.ty(&repr))
        } else {
            let repr = self.cx.rep.repr(self.ret);
            let ty = self.cx.rep.ty(&repr);
            if self.cx.is_fallible(self.inst) {
                Some(ty.result())
            } else if ty == Ty::unit() {
                None
            } else {
                Some(ty)
            }
        };
        let mut expects = Vec::new();
        if params.len() + usize::from(is_method) > 7 {
            expects.push("clippy::too_many_arguments");
        }
        Fn {
            name: name.to_owned(),
            doc: func.doc.as_deref().map(clean_doc),
            is_pub: func.kind == FuncKind::Def && !func.name.starts_with('_'),
            receiver: if is_method { Receiver::Ref } else { Receiver::None },
            params,
            ret,
            body,
            expects,
        }
    }

    /// `exc::enter();` in functions that may call themselves; `let _depth_ = exc::try_enter()?;` where the program may see
    /// how deep it got.
    fn depth_guard(&mut self) -> Vec<Stmt> {
        let Some(&is_seen) = self.cx.recursive.get(&self.inst) else { return Vec::new() };
        if is_seen && self.catch != Catch::Uncaught {
            let entered = Expr::call(Path::RtIn("exc", "try_enter".to_owned()), Vec::new());
            // A name of Rust's own: it is held, not read.
            let pat = Pat::Bind("_depth_".to_owned(), false);
            return vec![Stmt::Let { pat, ty: None, init: Some(self.propagate(entered)) }];
        }
        vec![Stmt::Expr(Expr::call(Path::RtIn("exc", "enter".to_owned()), Vec::new()))]
    }

    fn param_name(&self, local: LocalId) -> String {
        self.cx.rust_name(local)
    }

    /// `let this = self.clone();` where the body uses its receiver other than by reading it.
    fn bind_self(&mut self, local: LocalId) -> Vec<Stmt> {
        let name = self.param_name(local);
        let value = Expr::local("self").cloned();
        match self.storage.get(&local) {
            Some(Storage::Plain) if self.is_self(local) => Vec::new(),
            Some(Storage::Shared) => vec![Stmt::Let {
                pat: Pat::Bind(name, false),
                ty: None,
                init: Some(Expr::call(Path::Rt("Var").assoc("new"), vec![value])),
            }],
            Some(Storage::Late) => vec![Stmt::Let {
                pat: Pat::Bind(name, false),
                ty: None,
                init: Some(Expr::call(Path::Rt("Local").assoc("new"), vec![value])),
            }],
            _ => {
                let is_mut = self.is_assigned(local);
                let types = self.cx.rep.inferred.insts[self.inst.index()].params[0];
                let declared = self.local_type(local);
                let init = self.coerce(value, types, declared);
                vec![Stmt::Let { pat: Pat::Bind(name, is_mut), ty: None, init: Some(init) }]
            }
        }
    }

    /// Whether `local` is the receiver of a method, printed as `self`.
    pub(crate) fn is_self(&self, local: LocalId) -> bool {
        let module = self.cx.module;
        let is_method = self.cx.callees.get(&self.inst).is_some_and(|callee| callee.object.is_some());
        is_method
            && !self.runs_later
            && module[self.func].params.first().is_some_and(|param| param.local == local)
            && self.storage.get(&local) == Some(&Storage::Plain)
            && !self.is_assigned(local)
    }

    pub(crate) fn is_assigned(&self, local: LocalId) -> bool {
        let module = self.cx.module;
        let mut assigned = false;
        portalis_hir::visit::for_each_stmt(module, &module[self.func].body, &mut |stmt| {
            portalis_hir::visit::walk_stmt_locals(module, stmt, &mut |other| assigned |= other == local);
        });
        portalis_hir::visit::for_each_body_expr(module, &module[self.func].body, &mut |expr| {
            if let ExprKind::Walrus { local: other, .. } = module[expr].kind {
                assigned |= other == local;
            }
        });
        assigned
    }

    /// A parameter that is handed in as nothing, such as a function, and assigned a value later.
    fn declare_param(&mut self, local: LocalId, name: &str, ty: portalis_typeck::ty::TypeId) -> Option<Stmt> {
        let declared = self.local_type(local);
        let repr = self.cx.rep.repr(declared);
        if matches!(repr, Repr::Static | Repr::Never) {
            return None;
        }
        let cell = match self.storage.get(&local)? {
            Storage::Plain => None,
            Storage::Shared => Some("Var"),
            Storage::Late => Some("Local"),
            _ => return None,
        };
        let ids = self.cx.rep.inferred.types.ids(declared);
        let init = if self.cx.rep.inferred.types.ids(ty).iter().all(|id| ids.contains(id)) {
            Some(self.coerce(Expr::unit(), ty, declared))
        } else {
            None
        };
        let rust_ty = self.cx.rep.ty(&repr);
        match (cell, init) {
            (None, init) => {
                let pat = Pat::Bind(name.to_owned(), init.is_some());
                Some(Stmt::Let { pat, ty: Some(rust_ty), init })
            }
            (Some(cell), Some(init)) => {
                let ty = Some(Ty::Named(Path::Rt(cell), vec![rust_ty]));
                let init = Some(Expr::call(Path::Rt(cell).assoc("new"), vec![init]));
                Some(Stmt::Let { pat: Pat::Bind(name.to_owned(), false), ty, init })
            }
            (Some(_), None) => None,
        }
    }

    /// A parameter whose variable is wider than its argument, shared, or may be deleted.
    fn rebind_param(
        &mut self,
        local: LocalId,
        name: &str,
        ty: portalis_typeck::ty::TypeId,
        is_mut: bool,
    ) -> Vec<Stmt> {
        let declared = self.local_type(local);
        let value = self.coerce(Expr::local(name), ty, declared);
        let (init, is_mut) = match self.storage.get(&local) {
            Some(Storage::Shared) => (Expr::call(Path::Rt("Var").assoc("new"), vec![value]), false),
            Some(Storage::Late) => (Expr::call(Path::Rt("Local").assoc("new"), vec![value]), false),
            Some(Storage::None) => return Vec::new(),
            _ => (value, is_mut),
        };
        // What becomes of the empty tuple says nothing of its items.
        let is_empty = matches!(&init, Expr::Call(_, args) if args.is_empty());
        let repr = self.cx.rep.repr(declared);
        let says = is_empty && matches!(repr, Repr::TupleVar(_));
        let ty = says.then(|| self.cx.rep.ty(&repr));
        vec![Stmt::Let { pat: Pat::Bind(name.to_owned(), is_mut), ty, init: Some(init) }]
    }

    /// The body: declarations at its head, statements, and the value where control falls off the end.
    fn body(&mut self, stmts: &[StmtId], head: Vec<Stmt>) -> Block {
        self.check_ends(stmts);
        let mut block = Block { stmts: head, tail: None };
        for (local, storage) in self.shared_locals() {
            let ty = self.local_type(local);
            let repr = self.cx.rep.repr(ty);
            let inner = self.cx.rep.ty(&repr);
            let (cell, name) = match storage {
                Storage::Shared => ("Var", self.cx.rust_name(local)),
                _ => ("Local", self.cx.rust_name(local)),
            };
            block.stmts.push(Stmt::Let {
                pat: Pat::Bind(name, false),
                ty: Some(Ty::Named(Path::Rt(cell), vec![inner])),
                init: Some(Expr::call(Path::Rt(cell).assoc("unset"), Vec::new())),
            });
        }
        self.declare_heads(0, &mut block);
        self.stmts_into(stmts, &mut block);
        if block.diverges() {
            return block;
        }
        self.end_variables(&mut block);
        // Falling off the end returns None.
        let none = self.cx.rep.inferred.types.of(Atom::None);
        let returns_none = self
            .cx
            .rep
            .inferred
            .types
            .contains(if self.runs_later { self.later_return() } else { self.ret }, &Atom::None);
        if !returns_none && self.func != self.cx.module.body {
            // Inference knows that control does not get here.
            block.stmts.push(Stmt::Expr(Expr::Unreachable("every way out was taken")));
            return block;
        }
        let ret = if self.runs_later { self.later_return() } else { self.ret };
        let value = self.coerce(Expr::unit(), none, ret);
        let is_unit = matches!(value, Expr::Tuple(ref parts) if parts.is_empty());
        block.tail = match self.outer_catch() {
            Catch::Uncaught if is_unit => None,
            Catch::Uncaught => Some(Box::new(value)),
            _ => Some(Box::new(ok(value))),
        };
        block
    }

    /// Lets go of the module's variables when the program ends, the first one first.
    fn end_variables(&mut self, block: &mut Block) {
        let module = self.cx.module;
        if self.func != module.body {
            return;
        }
        let mut locals = module[self.func].locals.clone();
        locals.sort_by_key(|local| local.into_raw().into_u32());
        let runtime = |name: &str| Expr::call(Path::RtIn("finaliser", name.to_owned()), Vec::new());
        let (objects, others): (Vec<LocalId>, Vec<LocalId>) =
            locals.into_iter().partition(|&local| self.is_ended_object(local));
        if self.cx.ends_objects() {
            block.stmts.push(Stmt::Expr(runtime("collect")));
            for local in objects {
                block.stmts.extend(self.unset_local(local).map(Stmt::Expr));
            }
            block.stmts.push(Stmt::Expr(runtime("finish")));
        }
        for local in others {
            let ty = self.local_type(local);
            if self.is_finalised(local, ty)
                && let Some(unset) = self.unset_local(local)
            {
                block.stmts.push(Stmt::Expr(unset));
            }
        }
    }

    /// Variables in cells that are declared at the head of the function, parameters apart.
    fn shared_locals(&self) -> Vec<(LocalId, Storage)> {
        let module = self.cx.module;
        let params: Vec<LocalId> = module[self.func].params.iter().map(|param| param.local).collect();
        let mut shared: Vec<(LocalId, Storage)> = self
            .storage
            .iter()
            .filter(|(local, storage)| {
                matches!(storage, Storage::Shared | Storage::Late) && !params.contains(local)
            })
            .map(|(local, storage)| (*local, storage.clone()))
            .collect();
        shared.sort_by_key(|(local, _)| local.into_raw().into_u32());
        if self.cx.has_finalisers {
            // Python lets go of the first variable first, Rust of the last.
            shared.reverse();
        }
        shared
    }

    /// The declarations without a value at the head of a block.
    pub(crate) fn declare_heads(&mut self, block_id: u32, block: &mut Block) {
        for (local, is_mut, init) in self.decl.heads.get(&block_id).cloned().unwrap_or_default() {
            if init == Init::Needed || self.storage.get(&local) != Some(&Storage::Plain) {
                continue;
            }
            let ty = self.local_type(local);
            let repr = self.cx.rep.repr(ty);
            let name = self.declared_name(local);
            let ty = self.cx.rep.ty(&repr);
            block.stmts.push(Stmt::Let { pat: Pat::Bind(name, is_mut), ty: Some(ty), init: None });
        }
    }

    /// The name a local is declared by: `_x` where nothing reads it.
    pub(crate) fn declared_name(&self, local: LocalId) -> String {
        self.cx.rust_name(local)
    }
}
