//! Calls: of functions, methods, classes, builtins, and of values that may be any of them.

use portalis_diag::Span;
use portalis_hir::{Arg, ExprId, ExprKind, FuncId, Name, Scope};

use super::bind::Args;
use super::{Env, Walk};
use crate::builtins::raised::EXCEPTION_CLASS;
use crate::cell::{Field, Node};
use crate::diagnostics;
use crate::ty::{Atom, AtomId, BOT, ClassRef, InstId, TypeId};

impl Walk<'_, '_> {
    /// `callee(args)`.
    pub(crate) fn call_expr(&mut self, id: ExprId, callee: ExprId, args: &[Arg], env: &mut Env) -> TypeId {
        if let ExprKind::Builtin(name) = &self.module()[callee].kind
            && &**name == "super"
            && args.is_empty()
        {
            let ty = self.of(Atom::Builtin(name.clone()));
            self.record(callee, ty);
            return self.super_call(self.span(id), env);
        }
        let callee_ty = self.eval(callee, env);
        if callee_ty == BOT {
            return BOT;
        }
        let Some(bound) = self.eval_args(args, env) else {
            return BOT;
        };
        if let (ExprKind::Builtin(name), [class, receiver]) =
            (&self.module()[callee].kind, bound.positional.as_slice())
            && &**name == "super"
        {
            return self.super_of(*class, *receiver);
        }
        // Only code of the program can change what access paths lead to.
        if self
            .atoms(callee_ty)
            .iter()
            .any(|(_, atom)| !matches!(atom, Atom::Builtin(_) | Atom::BoundBuiltin(..) | Atom::ExcClass(_)))
        {
            self.forget_paths(env);
        }
        if let [Arg::Star(star)] = args
            && let Some(shapes) = self.shapes_of(callee_ty, self.recorded(*star))
        {
            // A call for each length: functions bind them differently.
            let mut joined = BOT;
            for items in shapes {
                let role = format!("call.{}", items.len());
                let bound = Args::of(items.to_vec());
                let ty = self.call_type(Node::Expr(id), &role, callee_ty, &bound, self.span(id), args);
                joined = self.join(joined, ty);
            }
            return joined;
        }
        self.call_type(Node::Expr(id), "call", callee_ty, &bound, self.span(id), args)
    }

    /// The tuples of several known lengths that `*star` may be in a call of functions and classes of the program.
    fn shapes_of(&self, callee: TypeId, star: TypeId) -> Option<Vec<std::rc::Rc<[TypeId]>>> {
        let is_own = |atom: &Atom| matches!(atom, Atom::Func(..) | Atom::Bound(..) | Atom::Class(_));
        if !self.s.types.atoms(callee).all(is_own) {
            return None;
        }
        let shapes = self.s.types.atoms(star).map(|atom| match atom {
            Atom::Tuple(items) => Some(std::rc::Rc::clone(items)),
            _ => None,
        });
        let shapes: Vec<_> = shapes.collect::<Option<_>>()?;
        (shapes.len() > 1).then_some(shapes)
    }

    /// The types of arguments, left to right; `None` where one has no value.
    fn eval_args(&mut self, args: &[Arg], env: &mut Env) -> Option<Args> {
        let mut bound = Args::default();
        for arg in args {
            let ty = self.eval(arg.value(), env);
            if ty == BOT {
                return None;
            }
            match arg {
                Arg::Pos(_) => match bound.rest {
                    Some(rest) => bound.rest = Some(self.join(rest, ty)),
                    None => bound.positional.push(ty),
                },
                Arg::Star(value) => {
                    let ty = self.with_underlying(ty, |walk, atom| walk.iterates(atom));
                    let atoms = self.atoms(ty);
                    match atoms.as_slice() {
                        [(_, Atom::Tuple(items))] if bound.rest.is_none() => {
                            bound.positional.extend(items.iter().copied());
                        }
                        _ => {
                            let elem = self.items_of(ty, Node::Expr(*value), self.span(*value));
                            let rest = bound.rest.unwrap_or(BOT);
                            bound.rest = Some(self.join(rest, elem));
                        }
                    }
                }
                Arg::Keyword(name, _) => bound.keywords.push((name.clone(), ty)),
                Arg::DoubleStar(value) => self.double_star(&mut bound, *value, ty),
            }
        }
        Some(bound)
    }

    /// A call, at `node` for `role`, of a value of type `callee`.
    pub(crate) fn call_type(
        &mut self,
        node: Node,
        role: &str,
        callee: TypeId,
        args: &Args,
        span: Span,
        exprs: &[Arg],
    ) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(callee) {
            let ty = self.call_atom(node, role, id, &atom, args, span, exprs);
            joined = self.join(joined, ty);
        }
        joined
    }

    /// The same with plain positional arguments.
    pub(crate) fn call_value(
        &mut self,
        node: Node,
        role: &str,
        callee: TypeId,
        args: Vec<TypeId>,
        span: Span,
    ) -> TypeId {
        self.call_type(node, role, callee, &Args::of(args), span, &[])
    }

    #[expect(clippy::too_many_arguments, reason = "a call is all of these")]
    fn call_atom(
        &mut self,
        node: Node,
        role: &str,
        id: AtomId,
        atom: &Atom,
        args: &Args,
        span: Span,
        exprs: &[Arg],
    ) -> TypeId {
        match atom {
            Atom::Unknown => self.of(Atom::Unknown),
            Atom::Func(func, env) => self.call_function(node, role, id, (*func, *env), None, args, span),
            Atom::Bound(receiver, func, env) => {
                self.call_function(node, role, id, (*func, *env), Some(*receiver), args, span)
            }
            Atom::Class(class) => {
                let made = self.instantiate_args(node, role, *class, args, span);
                if made == BOT {
                    let name = self.module()[self.s.classes[class.index()].class].name.clone();
                    let _ = name;
                }
                made
            }
            Atom::Obj(class, _) if self.class_has(*class, "__call__") => {
                let name: Name = "__call__".into();
                let method = self.attribute_of(node, id, atom, &name, span);
                self.call_type(node, role, method, args, span, exprs)
            }
            Atom::ExcClass(name) => {
                if !args.keywords.is_empty() {
                    return self.exception_with_keywords(name, span);
                }
                for &arg in &args.positional {
                    self.str_of(arg);
                }
                self.note_arguments(node, name, args, span);
                self.of(Atom::Exc(name.clone()))
            }
            Atom::Builtin(name) => {
                let name = name.clone();
                match self.without_stars(&name, args, exprs) {
                    Some((args, exprs)) => self.call_builtin(node, &name, &args, span, &exprs),
                    None => self.call_builtin(node, &name, args, span, exprs),
                }
            }
            Atom::BoundBuiltin(receiver, name) => {
                let (receiver, name) = (*receiver, name.clone());
                // What a derived class hands to the container that it holds goes as to the container itself.
                let of_container = &*name == "super.__init__" && self.holds_container(receiver);
                let rule: &str = if of_container { "dict" } else { &name };
                match self.without_stars(rule, args, exprs) {
                    Some((args, exprs)) => {
                        self.call_bound_builtin(node, receiver, &name, &args, span, &exprs)
                    }
                    None => self.call_bound_builtin(node, receiver, &name, args, span, exprs),
                }
            }
            Atom::Native(class) if *class == EXCEPTION_CLASS => {
                self.s.report(diagnostics::unsupported_builtin(span, "the class of a caught exception"));
                self.of(Atom::Unknown)
            }
            Atom::StaticMethod(inner) => {
                let inner = self.s.types.of_id(*inner);
                self.call_type(node, role, inner, args, span, exprs)
            }
            _ => BOT,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a call is all of these")]
    pub(super) fn call_function(
        &mut self,
        node: Node,
        role: &str,
        callee: AtomId,
        (func, env): (FuncId, InstId),
        receiver: Option<AtomId>,
        args: &Args,
        span: Span,
    ) -> TypeId {
        let mut args = args.clone();
        if let Some(receiver) = receiver {
            let receiver = self.s.types.of_id(receiver);
            args.positional.insert(0, receiver);
        }
        let Some(params) = self.bind_args(func, env, &args, span) else {
            return BOT;
        };
        if params.contains(&BOT) {
            return BOT;
        }
        let target = self.s.instance(func, Some(env), None, params);
        self.record_call(node, role, callee, target);
        self.s.result_of(target)
    }

    /// A hidden call of a special method.
    pub(crate) fn call_method(
        &mut self,
        node: Node,
        method: &str,
        receiver: AtomId,
        args: Vec<TypeId>,
    ) -> TypeId {
        let name: Name = method.into();
        let atom = self.s.types.get(receiver).clone();
        let span = Span::default();
        let found = self.attribute_of(node, receiver, &atom, &name, span);
        self.call_value(node, method, found, args, span)
    }

    /// A special method that a trait of the runtime calls, whatever the place: one instance per class and cell.
    pub(crate) fn trait_method(&mut self, receiver: AtomId, method: &str, args: Vec<TypeId>) -> TypeId {
        let Atom::Obj(class, cell) = self.s.types.get(receiver).clone() else {
            return BOT;
        };
        let name: Name = method.into();
        let mut joined = BOT;
        let found = self.class_attribute(class, &name);
        for (_, atom) in self.atoms(found) {
            let Atom::Func(func, env) = atom else { continue };
            let mut positional = vec![self.s.types.of_id(receiver)];
            positional.extend(args.iter().copied());
            let span = self.module()[func].name_span;
            let Some(params) = self.bind_args(func, env, &Args::of(positional), span) else { continue };
            if params.contains(&BOT) {
                continue;
            }
            let target = self.s.instance(func, Some(env), None, params);
            self.s.trait_calls.insert((class, cell, name.clone()), target);
            let result = self.s.result_of(target);
            joined = self.join(joined, result);
        }
        joined
    }

    /// `super(class, receiver)`.
    fn super_of(&mut self, class: TypeId, receiver: TypeId) -> TypeId {
        let mut joined = BOT;
        for (_, class) in self.atoms(class) {
            let Atom::Class(class) = class else { continue };
            for (id, atom) in self.atoms(receiver) {
                let (Atom::Obj(of, _) | Atom::Class(of)) = atom else { continue };
                if self.s.classes[of.index()].mro.contains(&class) {
                    let one = self.of(Atom::Super(class, id));
                    joined = self.join(joined, one);
                }
            }
        }
        joined
    }

    /// The method around this place, its instance, and its class; `None` outside of methods.
    fn method_around(&self) -> Option<(FuncId, InstId, Option<ClassRef>)> {
        let module = self.module();
        let mut here = Some(Scope::Func(self.func));
        let mut inst = self.inst;
        while let Some(scope) = here {
            match scope {
                Scope::Func(func) => {
                    let owner = self.s.insts[inst.index()].env.unwrap_or(inst);
                    if let Some(Scope::Class(class)) = module[func].parent {
                        return Some((func, inst, self.s.class_ids.get(&(class, owner)).copied()));
                    }
                    here = module[func].parent;
                    inst = owner;
                }
                Scope::Class(class) => here = Some(module[class].parent),
            }
        }
        None
    }

    /// `__class__` in a method: the class whose body the method stands in (PEP 3135).
    pub(super) fn class_cell(&mut self) -> Option<TypeId> {
        let (.., class) = self.method_around()?;
        Some(class.map_or(BOT, |class| self.of(Atom::Class(class))))
    }

    /// `super()` in a method.
    fn super_call(&mut self, span: Span, env: &mut Env) -> TypeId {
        if let Some((func, inst, class)) = self.method_around() {
            let Some(class) = class else { return BOT };
            let Some(param) = self.module()[func].params.first() else { return BOT };
            let receiver = if func == self.func {
                self.get_local(param.local, env, None)
            } else {
                let cell = self.s.var_cell(param.local, inst);
                self.s.read(cell, &Field::Elem)
            };
            let mut joined = BOT;
            for (id, _) in self.atoms(receiver) {
                let one = self.of(Atom::Super(class, id));
                joined = self.join(joined, one);
            }
            return joined;
        }
        self.s.report(diagnostics::unsupported_expr(span, "`super()` outside a method"));
        BOT
    }

    /// The value of a `def` or `lambda` met here: a function in this environment, its defaults evaluated.
    pub(crate) fn make_function(&mut self, func: FuncId, env: &mut Env) -> TypeId {
        let module = self.module();
        for (i, param) in module[func].params.iter().enumerate() {
            if let Some(default) = param.default {
                let ty = self.eval(default, env);
                if ty == BOT {
                    return BOT;
                }
                let cell = self.s.defaults_cell(func, self.inst);
                self.s.write(cell, Field::Default(i as u32), ty);
            }
        }
        self.of(Atom::Func(func, self.inst))
    }

    /// `def`: false where a decorator or default always raises.
    pub(crate) fn func_def(
        &mut self,
        func: FuncId,
        local: portalis_hir::LocalId,
        decorators: &[ExprId],
        env: &mut Env,
    ) -> bool {
        let mut callees = Vec::new();
        for &decorator in decorators {
            let ty = self.eval(decorator, env);
            if ty == BOT {
                return false;
            }
            callees.push((decorator, ty));
        }
        let mut ty = self.make_function(func, env);
        if ty == BOT {
            return false;
        }
        for (decorator, callee) in callees.into_iter().rev() {
            ty = self.decorate(decorator, callee, ty, local, env);
            if ty == BOT {
                return false;
            }
        }
        self.set_local(local, ty, env);
        true
    }

    fn decorate(
        &mut self,
        decorator: ExprId,
        callee: TypeId,
        function: TypeId,
        _local: portalis_hir::LocalId,
        _env: &mut Env,
    ) -> TypeId {
        let mut joined = BOT;
        let span = self.span(decorator);
        for (id, atom) in self.atoms(callee) {
            for (function_id, _) in self.atoms(function) {
                let ty = match &atom {
                    Atom::Builtin(name) => match &**name {
                        "property" => self.of(Atom::Property(function_id, None)),
                        "functools.cached_property" => self.of(Atom::CachedProperty(function_id)),
                        "staticmethod" => self.of(Atom::StaticMethod(function_id)),
                        "classmethod" => self.of(Atom::ClassMethod(function_id)),
                        "functools.wraps" => {
                            let function = self.s.types.get(function_id).clone();
                            self.lend_attributes(decorator, &function);
                            self.s.types.of_id(function_id)
                        }
                        "abc.abstractmethod" | "typing.overload" | "typing.override" | "typing.final" => {
                            self.s.types.of_id(function_id)
                        }
                        "functools.cache" | "functools.lru_cache" => {
                            if let Atom::Func(func, _) = *self.s.types.get(function_id) {
                                self.s.cached.insert(func);
                            }
                            self.s.types.of_id(function_id)
                        }
                        _ => {
                            self.s.report(diagnostics::unsupported_decorator(span, name));
                            self.of(Atom::Unknown)
                        }
                    },
                    Atom::BoundBuiltin(property, name) if &**name == "setter" => {
                        match self.s.types.get(*property).clone() {
                            Atom::Property(getter, _) => self.of(Atom::Property(getter, Some(function_id))),
                            _ => BOT,
                        }
                    }
                    _ => {
                        let callee = self.s.types.of_id(id);
                        let function = self.s.types.of_id(function_id);
                        self.call_value(Node::Expr(decorator), "decorator", callee, vec![function], span)
                    }
                };
                joined = self.join(joined, ty);
            }
        }
        joined
    }
}
