//! Variables: where they live, how they are read and written.

use portalis_hir::visit::for_each_stmt;
use portalis_hir::{ExprId, ExprKind, FuncKind, LocalId, MatchCase, Scope, StmtKind};
use portalis_typeck::builtins::raised::EXCEPTION_CLASS;
use portalis_typeck::builtins::slices::SLICE;
use portalis_typeck::ty::{BOT, TypeId};

use super::{Catch, FnCx, Storage};
use crate::declare::{Init, declarations};
use crate::represent::Repr;
use crate::rir::{Expr, Path};

impl FnCx<'_, '_> {
    /// Decides the storage of the function's own variables and finds their declarations.
    pub(crate) fn plan_locals(&mut self) {
        let module = self.cx.module;
        let mut locals = module[self.func].locals.clone();
        for (_, class) in module.classes.iter() {
            if portalis_hir::captures::owner_func(module, class.parent) == self.func {
                locals.extend(class.locals.iter().copied());
            }
        }
        for local in locals {
            let storage = self.storage_of(local);
            self.storage.insert(local, storage);
        }
        let storage = self.storage.clone();
        let targets = self.cx.comprehension_targets.clone();
        let plain =
            move |local: LocalId| storage.get(&local) == Some(&Storage::Plain) && !targets.contains(&local);
        let behind = |case: &MatchCase| self.are_bound_behind(case);
        self.decl = declarations(module, self.func, &plain, &behind);
        let heads: Vec<LocalId> = self
            .decl
            .heads
            .values()
            .flatten()
            .filter(|(_, _, init)| *init == Init::Needed)
            .map(|(local, _, _)| *local)
            .collect();
        for local in heads {
            self.storage.insert(local, Storage::Late);
        }
    }

    fn storage_of(&mut self, local: LocalId) -> Storage {
        let module = self.cx.module;
        let data = &module[local];
        if self.cx.rep.captures.defined(local).is_some() {
            return Storage::None;
        }
        let ty = self.local_type(local);
        let repr = self.cx.rep.repr(ty);
        if matches!(repr, Repr::Static | Repr::Never) {
            return Storage::None;
        }
        if let Scope::Class(_) = data.owner {
            let name = self.cx.class_static_of(local, self.inst);
            return Storage::Global(name);
        }
        if module[self.func].kind == FuncKind::Module {
            if let Some(&value) = self.cx.consts.get(&local) {
                let _ = value;
                return Storage::Const(self.cx.static_of(local));
            }
            if data.captured || (self.is_maybe_unbound(local) && !self.is_comprehension_target(local)) {
                return Storage::Global(self.cx.static_of(local));
            }
        } else if data.captured && !self.is_param_of_genexpr(local) {
            return Storage::Shared;
        }
        let is_late = self.is_maybe_unbound(local) || self.is_finalised(local, ty);
        if is_late && !self.is_comprehension_target(local) {
            return Storage::Late;
        }
        Storage::Plain
    }

    /// Whether somebody may see when `local`, a variable of type `ty`, is bound again or ends.
    pub(crate) fn is_finalised(&self, local: LocalId, ty: TypeId) -> bool {
        if !self.cx.has_finalisers || !self.cx.rep.inferred.may_hold_finalised(ty) {
            return false;
        }
        // What is handed in ends with the function as it is.
        let is_param = self.cx.module[self.func].params.iter().any(|param| param.local == local);
        !is_param || self.is_assigned(local)
    }

    /// Whether `local` is the variable of a comprehension, which declares it.
    fn is_comprehension_target(&self, local: LocalId) -> bool {
        self.cx.comprehension_targets.contains(&local)
    }

    fn is_param_of_genexpr(&self, local: LocalId) -> bool {
        self.cx.module[local].name.starts_with('.')
    }

    /// Whether some read of `local` may find it unbound.
    fn is_maybe_unbound(&self, local: LocalId) -> bool {
        let module = self.cx.module;
        let data = &self.cx.rep.inferred.insts[self.inst.index()];
        let read = data
            .maybe_unbound
            .iter()
            .any(|&expr| matches!(module[expr].kind, ExprKind::Local(other) if other == local));
        read || module.stmts.iter().any(|(_, stmt)| {
            matches!(&stmt.kind, StmtKind::Delete(targets)
                if targets.iter().any(|target| matches!(target, portalis_hir::Target::Local(other, _) if *other == local)))
        })
    }

    /// The type of a variable of this or an enclosing function.
    pub(crate) fn local_type(&self, local: LocalId) -> TypeId {
        let owner = portalis_hir::captures::owner_func(self.cx.module, self.cx.module[local].owner);
        let mut here = Some(self.inst);
        while let Some(inst) = here {
            let data = &self.cx.rep.inferred.insts[inst.index()];
            // A function that writes a variable of another one has only seen a part of it.
            if owner == data.func
                && let Some(&ty) = data.locals.get(&local)
            {
                return self.class_attribute_type(local, inst).unwrap_or(ty);
            }
            here = data.env;
        }
        BOT
    }

    /// The type of a variable of a class body, which is an attribute that other code may set, too.
    fn class_attribute_type(&self, local: LocalId, inst: portalis_typeck::ty::InstId) -> Option<TypeId> {
        let data = &self.cx.module[local];
        let Scope::Class(class) = data.owner else { return None };
        let inferred = &self.cx.rep.inferred;
        let class = inferred.class_ids.get(&(class, inst))?;
        let attrs = inferred.classes[class.index()].attrs;
        let ty = inferred.cells[attrs.index()].get(&portalis_typeck::cell::Field::Attr(data.name.clone()));
        (ty != BOT).then_some(ty)
    }

    /// Where `local` lives, seen from here.
    pub(crate) fn storage(&mut self, local: LocalId) -> Storage {
        if let Some(storage) = self.storage.get(&local) {
            return storage.clone();
        }
        let module = self.cx.module;
        if self.cx.rep.captures.defined(local).is_some() {
            return Storage::None;
        }
        let ty = self.local_type(local);
        if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never) {
            return Storage::None;
        }
        match module[local].owner {
            Scope::Func(owner) if module[owner].kind == FuncKind::Module => {
                if self.cx.consts.contains_key(&local) {
                    Storage::Const(self.cx.static_of(local))
                } else {
                    Storage::Global(self.cx.static_of(local))
                }
            }
            Scope::Func(_) => Storage::Shared,
            Scope::Class(_) => Storage::Global(self.cx.class_static_of(local, self.inst)),
        }
    }

    /// Reads `local`, as its declared type; `at` is the expression, for what may be unbound.
    pub(crate) fn read_local(&mut self, local: LocalId, at: Option<ExprId>) -> Expr {
        let name = self.cx.rust_name(local);
        let text = Expr::Str(self.cx.module[local].name.to_string());
        let may_be_unbound =
            at.is_none_or(|at| self.cx.rep.inferred.insts[self.inst.index()].maybe_unbound.contains(&at));
        match self.storage(local) {
            Storage::None => self.function_value(local),
            Storage::Plain => {
                let ty = self.local_type(local);
                let place = Expr::local(name);
                if self.is_copy(ty) { place } else { place.cloned() }
            }
            Storage::Late if !may_be_unbound => Expr::local(name).method("get", Vec::new()),
            Storage::Late => self.raising_method(Expr::local(name), "get_or_end", "try_get", vec![text]),
            Storage::Shared => {
                let is_own = self.storage.contains_key(&local);
                if is_own && !may_be_unbound {
                    return Expr::local(name).method("get", Vec::new());
                }
                let (get, try_get) =
                    if is_own { ("get_local_or_end", "try_get_local") } else { ("get_or_end", "try_get") };
                self.raising_method(Expr::local(name), get, try_get, vec![text])
            }
            Storage::Global(name) => {
                let get = match self.catch {
                    Catch::Uncaught => Expr::local("it").method("get_or_end", vec![text]),
                    _ => Expr::local("it").method("try_get", vec![text]),
                };
                let read = with_static(&name, get);
                self.propagate_if(read)
            }
            Storage::Const(name) => Expr::local(name),
        }
    }

    /// Unbinds `local`, where somebody may notice.
    pub(crate) fn unset_local(&mut self, local: LocalId) -> Option<Expr> {
        let unset = |variable: Expr| variable.method("unset_it", Vec::new());
        match self.storage(local) {
            Storage::Late | Storage::Shared => Some(unset(Expr::local(self.cx.rust_name(local)))),
            Storage::Global(name) => Some(with_static(&name, unset(Expr::local("it")))),
            Storage::None | Storage::Plain | Storage::Const(_) => None,
        }
    }

    /// A place or value to borrow from: `x` where reading would clone.
    pub(crate) fn local_place(&mut self, local: LocalId, at: Option<ExprId>) -> Expr {
        match self.storage(local) {
            Storage::Plain => Expr::local(self.cx.rust_name(local)),
            _ => self.read_local(local, at),
        }
    }

    /// Whether a loop over the variable is left after its first item: that one is asked of the iterator itself.
    pub(crate) fn is_left_at_first(&self, local: LocalId) -> bool {
        let module = self.cx.module;
        let mut found = false;
        for_each_stmt(module, &module[self.func].body, &mut |stmt| {
            if let StmtKind::For { iter, body, .. } = &module[stmt].kind
                && matches!(module[*iter].kind, ExprKind::Local(walked) if walked == local)
                && let Some(&last) = body.last()
            {
                let last = &module[last].kind;
                found |= matches!(last, StmtKind::Return(_) | StmtKind::Raise { .. } | StmtKind::Break);
            }
        });
        found
    }

    /// `local = value`, of the declared type; an expression of type `()`.
    pub(crate) fn write_local(&mut self, local: LocalId, value: Expr) -> Expr {
        let name = self.cx.rust_name(local);
        match self.storage(local) {
            Storage::None => value,
            Storage::Plain => Expr::Assign(Box::new(Expr::local(name)), Box::new(value)),
            Storage::Late | Storage::Shared => Expr::local(name).method("set", vec![value]),
            Storage::Global(name) => self.set_static(&name, value),
            Storage::Const(_) => Expr::unit(),
        }
    }

    /// Whether values of this type are copied and not cloned.
    pub(crate) fn is_copy(&mut self, ty: TypeId) -> bool {
        let repr = self.cx.rep.repr(ty);
        is_copy_repr(&repr)
    }

    /// A fresh name for a temporary.
    pub(crate) fn temp(&mut self, base: &str) -> String {
        self.temps += 1;
        if self.temps == 1 { format!("{base}_") } else { format!("{base}_{}", self.temps) }
    }

    /// `{ let value_ = …; NAME.with(|it| it.set(value_)) }`: the value is computed outside the closure, where `?` leads home.
    pub(crate) fn set_static(&mut self, name: &str, value: Expr) -> Expr {
        let simple = matches!(value, Expr::Int(..) | Expr::Float(_) | Expr::Bool(_) | Expr::Path(_));
        let mut stmts = Vec::new();
        let value = if simple { value } else { self.hold_value("value", value, &mut stmts) };
        let set = with_static(name, Expr::local("it").method("set", vec![value]));
        if stmts.is_empty() {
            return set;
        }
        stmts.push(crate::rir::Stmt::Expr(set));
        Expr::Block(crate::rir::Block { stmts, tail: None })
    }

    /// `Var`s of the variables that `func` captures, as a closure value or as arguments.
    pub(crate) fn captured_vars(&mut self, func: portalis_hir::FuncId) -> Vec<Expr> {
        let captured = self.cx.rep.captured(func, self.inst);
        captured.into_iter().map(|local| Expr::local(self.cx.rust_name(local))).collect()
    }

    /// The value of a local that is bound to a function for good, or of a static type.
    fn function_value(&mut self, local: LocalId) -> Expr {
        match self.cx.rep.captures.defined(local) {
            Some(func) => self.closure_value(func),
            None => Expr::unit(),
        }
    }

    /// The value of a function made here: its captured variables.
    pub(crate) fn closure_value(&mut self, func: portalis_hir::FuncId) -> Expr {
        let vars = self.captured_vars(func).into_iter().map(Expr::cloned).collect();
        self.closure_of(func, vars)
    }
}

/// Whether a representation is `Copy`.
pub(crate) fn is_copy_repr(repr: &Repr) -> bool {
    match repr {
        Repr::Never
        | Repr::Static
        | Repr::Unit
        | Repr::Bool
        | Repr::I64
        | Repr::Float
        | Repr::Complex
        | Repr::Range => true,
        Repr::Native(name) => matches!(*name, EXCEPTION_CLASS | SLICE),
        Repr::Tuple(items) => items.iter().all(is_copy_repr),
        Repr::Option(inner) => is_copy_repr(inner),
        _ => false,
    }
}

/// `NAME.with(|it| body)`.
pub(crate) fn with_static(name: &str, body: Expr) -> Expr {
    let closure = crate::rir::Closure {
        params: vec![(crate::rir::Pat::Bind("it".to_owned(), false), None)],
        ret: None,
        body: Box::new(body),
        is_move: false,
    };
    Expr::Path(Path::local(name)).method("with", vec![Expr::Closure(closure)])
}
