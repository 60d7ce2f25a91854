//! What evaluating an instance means: an abstract walk over its body with an environment per program point.
//!
//! The walk follows Python's structured control flow, which visits the same joins as the flow graph does: branches
//! join after the statement, loops run to a local fixpoint, `break`, `continue` and exceptions collect environments.
//! ⊥ is control flow: the state behind an expression without a value is dead.

mod annotation;
mod asynchronous;
mod attribute;
mod base_value;
mod bind;
mod blocked;
pub(crate) mod builtin;
mod call;
pub(crate) mod class;
mod convert;
mod enumeration;
mod exception;
pub(crate) mod export;
mod expr;
mod field_options;
mod function_attribute;
mod functional;
mod given;
mod hidden;
mod index;
mod iterables;
mod iterate;
mod keywords;
mod mapping;
mod meeting;
mod mro;
mod named_tuple;
mod narrow;
mod operator;
mod pattern;
mod row;
pub(crate) mod special_operator;
mod star;
mod stmt;
mod structs;
mod underlying;

use std::collections::BTreeMap;

use portalis_diag::Span;
use portalis_hir::{ExprId, FuncId, LocalId, Module, Name, Scope};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::answers;
use crate::cell::{Field, Node};
use crate::instance::CallSite;
use crate::solve::Solver;
use crate::ty::{Atom, AtomId, BOT, InstId, TypeId};

/// An access path `a.b.c`: a variable and attributes.
pub(crate) type Path = (LocalId, Vec<Name>);

/// The types of variables at a program point.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Env {
    vars: Vec<TypeId>,
    /// Narrowed access paths; forgotten at any call or attribute store.
    paths: BTreeMap<Path, TypeId>,
}

/// Where a loop's `break` and `continue` lead.
#[derive(Default)]
pub(crate) struct Loop {
    breaks: Option<Env>,
    continues: Option<Env>,
}

/// The walk over one instance.
pub(crate) struct Walk<'s, 'm> {
    pub(crate) s: &'s mut Solver<'m>,
    pub(crate) inst: InstId,
    pub(crate) func: FuncId,
    slots: FxHashMap<LocalId, usize>,
    loops: Vec<Loop>,
    /// For each enclosing `try` body, the join of the states in it.
    tries: Vec<Option<Env>>,
    /// Whether what is called next is the callback of a call at the same node: what it makes is something else.
    is_callback: bool,
}

impl<'s, 'm> Walk<'s, 'm> {
    pub(crate) fn new(s: &'s mut Solver<'m>, inst: InstId) -> Self {
        let func = s.insts[inst.index()].func;
        let module = s.module;
        let mut slots = FxHashMap::default();
        for &local in &module[func].locals {
            let next = slots.len();
            slots.insert(local, next);
        }
        for (_, class) in module.classes.iter() {
            if enclosing_func(module, class.parent) == func {
                for &local in &class.locals {
                    let next = slots.len();
                    slots.entry(local).or_insert(next);
                }
            }
        }
        Walk { s, inst, func, slots, loops: Vec::new(), tries: Vec::new(), is_callback: false }
    }

    /// Walks the body once.
    pub(crate) fn run(mut self) {
        let module = self.s.module;
        let unbound = self.s.types.of(Atom::Unbound);
        let mut env = Env { vars: vec![unbound; self.slots.len()], paths: BTreeMap::new() };
        let params = self.s.insts[self.inst.index()].params.clone();
        for (param, &ty) in module[self.func].params.iter().zip(&params) {
            if ty == BOT {
                return;
            }
            self.set_local(param.local, ty, &mut env);
        }
        if self.s.cached.contains(&self.func) {
            // Its arguments are keys.
            params.iter().for_each(|&ty| self.hash_and_eq(Node::Func(self.func), ty));
        }
        self.returns_later();
        let mut end = self.block(&module[self.func].body, Some(env));
        if let Some(env) = &mut end
            && self.s.is_library
            && self.func == module.body
        {
            self.call_from_outside(env);
        }
        if end.is_some() {
            let none = self.s.types.of(Atom::None);
            self.returned(none);
        }
    }

    /// What of `ty` a special method answers with, where the rest raises.
    fn accepted_answer(&mut self, ty: TypeId) -> TypeId {
        let module = self.module();
        let func = &module[self.func];
        let is_other = |atom: &Atom| !matches!(atom, Atom::Unknown) && !answers::fits(&func.name, atom);
        let has_other = self.atoms(ty).iter().any(|(_, atom)| is_other(atom));
        if !has_other || !answers::is_always_checked(module, func) {
            return ty;
        }
        self.s.types.filter(ty, |atom| !is_other(atom))
    }

    /// `return` of a value of type `ty`.
    fn returned(&mut self, ty: TypeId) {
        match self.s.insts[self.inst.index()].generator {
            Some(cell) => self.returned_later(cell, ty),
            None => self.s.grow_return(self.inst, ty),
        }
    }

    pub(crate) fn span(&self, expr: ExprId) -> Span {
        self.s.module[expr].span
    }

    pub(crate) fn module(&self) -> &'m Module {
        self.s.module
    }

    /// A type of one atom.
    pub(crate) fn of(&mut self, atom: Atom) -> TypeId {
        self.s.types.of(atom)
    }

    pub(crate) fn join(&mut self, a: TypeId, b: TypeId) -> TypeId {
        self.s.types.join(a, b)
    }

    /// The atoms of `ty` with their ids: mostly one or two.
    pub(crate) fn atoms(&self, ty: TypeId) -> SmallVec<[(AtomId, Atom); 2]> {
        self.s.types.ids(ty).iter().map(|&id| (id, self.s.types.get(id).clone())).collect()
    }

    /// Records the type of an expression.
    pub(crate) fn record(&mut self, expr: ExprId, ty: TypeId) -> TypeId {
        let old = self.s.insts[self.inst.index()].exprs.get(&expr).copied().unwrap_or(BOT);
        let new = self.s.types.join(old, ty);
        self.s.insts[self.inst.index()].exprs.insert(expr, new);
        ty
    }

    /// Records that `node` calls `callee` as `target`.
    pub(crate) fn record_call(&mut self, node: Node, role: &str, callee: AtomId, target: InstId) {
        let site = CallSite::new(node, role);
        self.s.insts[self.inst.index()].calls.insert((site, callee), target);
    }

    // ---- variables

    /// Binds `local` to a value of type `ty`.
    pub(crate) fn set_local(&mut self, local: LocalId, ty: TypeId, env: &mut Env) {
        let module = self.module();
        let old = self.s.insts[self.inst.index()].locals.get(&local).copied().unwrap_or(BOT);
        let new = self.s.types.join(old, ty);
        self.s.insts[self.inst.index()].locals.insert(local, new);
        env.paths.retain(|(root, _), _| *root != local);
        match self.slots.get(&local) {
            Some(&slot) => {
                env.vars[slot] = ty;
                if module[local].captured {
                    let cell = self.s.var_cell(local, self.inst);
                    self.s.write(cell, Field::Elem, ty);
                }
            }
            None => {
                let owner = self.s.env_of(self.inst, module[local].owner);
                let cell = self.s.var_cell(local, owner);
                self.s.write(cell, Field::Elem, ty);
                let old = self.s.insts[owner.index()].locals.get(&local).copied().unwrap_or(BOT);
                let new = self.s.types.join(old, ty);
                self.s.insts[owner.index()].locals.insert(local, new);
            }
        }
        self.save_for_handlers(env);
    }

    /// `del local`.
    pub(crate) fn unset_local(&mut self, local: LocalId, env: &mut Env) {
        let unbound = self.of(Atom::Unbound);
        env.paths.retain(|(root, _), _| *root != local);
        if let Some(&slot) = self.slots.get(&local) {
            env.vars[slot] = unbound;
        }
    }

    /// The type of `local` here; ⊥ where it certainly is unbound.
    pub(crate) fn get_local(&mut self, local: LocalId, env: &Env, at: Option<ExprId>) -> TypeId {
        let module = self.module();
        let data = &module[local];
        match self.slots.get(&local) {
            Some(&slot) if !data.written_elsewhere => {
                let ty = env.vars[slot];
                if let Some(&narrowed) = env.paths.get(&(local, Vec::new())) {
                    return narrowed;
                }
                if let Some(at) = at
                    && self.s.types.contains(ty, &Atom::Unbound)
                {
                    self.s.insts[self.inst.index()].maybe_unbound.insert(at);
                }
                self.s.types.filter(ty, |atom| *atom != Atom::Unbound)
            }
            _ => {
                let owner = self.s.env_of(self.inst, data.owner);
                if let Some(at) = at {
                    self.s.insts[self.inst.index()].maybe_unbound.insert(at);
                }
                let cell = self.s.var_cell(local, owner);
                let ty = self.s.read(cell, &Field::Elem);
                match env.paths.get(&(local, Vec::new())) {
                    Some(&narrowed) => narrowed,
                    None => ty,
                }
            }
        }
    }

    /// Whether reads of `local` here see only what this walk wrote.
    pub(crate) fn is_flow_sensitive(&self, local: LocalId) -> bool {
        self.slots.contains_key(&local) && !self.module()[local].written_elsewhere
    }

    // ---- states

    /// The state after either.
    pub(crate) fn merge(&mut self, a: Option<Env>, b: Option<Env>) -> Option<Env> {
        match (a, b) {
            (None, other) | (other, None) => other,
            (Some(mut a), Some(b)) => {
                for (slot, &ty) in b.vars.iter().enumerate() {
                    if a.vars[slot] != ty {
                        a.vars[slot] = self.s.types.join(a.vars[slot], ty);
                    }
                }
                let mut paths = BTreeMap::new();
                for (path, &ty) in &a.paths {
                    if let Some(&other) = b.paths.get(path) {
                        paths.insert(path.clone(), self.s.types.join(ty, other));
                    }
                }
                a.paths = paths;
                Some(a)
            }
        }
    }

    /// A handler may start from any state in the body of its `try`.
    pub(crate) fn save_for_handlers(&mut self, env: &Env) {
        if let Some(saved) = self.tries.pop() {
            let saved = self.merge(saved, Some(env.clone()));
            self.tries.push(saved);
        }
    }

    /// A call or store may change what access paths lead to.
    pub(crate) fn forget_paths(&mut self, env: &mut Env) {
        env.paths.clear();
    }
}

/// The function whose body holds `scope`.
pub(crate) fn enclosing_func(module: &Module, scope: Scope) -> FuncId {
    match scope {
        Scope::Func(func) => func,
        Scope::Class(class) => enclosing_func(module, module[class].parent),
    }
}
