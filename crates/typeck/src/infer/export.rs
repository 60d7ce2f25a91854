//! The host of a library: it calls every public function, makes every public class and calls every public method, with
//! what their annotations say ([`annotation`](super::annotation)). These calls stand at the end of the module body.

use portalis_hir::{ClassId, FuncId, LocalId, Name, Param, ParamKind, StmtKind, Target};

use super::bind::Args;
use super::{Env, Walk};
use crate::cell::Node;
use crate::diagnostics;
use crate::ty::{Atom, AtomId, BOT, ClassRef, InstId, TypeId};

/// The role of calls that the host makes.
pub const HOST: &str = "host";

impl Walk<'_, '_> {
    /// Calls what a host can call.
    pub(super) fn call_from_outside(&mut self, env: &mut Env) {
        for class in self.classes_from_outside() {
            self.class_from_outside(class, env);
        }
        let module = self.module();
        for &local in &module[module.body].locals {
            if module[local].name.starts_with('_') {
                continue;
            }
            let held = self.get_local(local, env, None);
            for (id, atom) in self.atoms(held) {
                if let Atom::Func(func, made_in) = atom
                    && module[func].parent == Some(portalis_hir::Scope::Func(module.body))
                    && module[func].name == module[local].name
                {
                    self.function_from_outside(id, (func, made_in), None, env);
                }
            }
        }
    }

    /// The public classes at module level of which a host can make objects.
    pub(super) fn classes_from_outside(&self) -> Vec<ClassRef> {
        let module = self.module();
        let at_module_level = |class: &ClassRef| {
            let info = &self.s.classes[class.index()];
            let data = &module[info.class];
            info.env == InstId(0)
                && data.parent == portalis_hir::Scope::Func(module.body)
                && !data.name.starts_with('_')
                && info.builtin_bases.is_empty()
                && self.abstract_methods(*class).is_empty()
        };
        (0..self.s.classes.len() as u32).map(ClassRef).filter(at_module_level).collect()
    }

    /// Makes an object of `class` and calls its public methods.
    fn class_from_outside(&mut self, class: ClassRef, env: &mut Env) {
        let module = self.module();
        let def = self.s.classes[class.index()].class;
        let Some(args) = self.constructor_arguments(class, def, env) else { return };
        let object = self.outside_object(class);
        if self.instantiate_args(Node::Class(def), HOST, class, &args, module[def].name_span) == BOT {
            return;
        }
        for (id, atom) in self.atoms(object) {
            for &attr in &module[def].locals {
                let name = module[attr].name.clone();
                if !name.starts_with('_') {
                    self.member_from_outside((id, &atom), (def, attr), &name, env);
                }
            }
        }
    }

    /// Reads an attribute of the class through an object, and calls it where it is a method.
    fn member_from_outside(
        &mut self,
        (id, atom): (AtomId, &Atom),
        (class, attr): (ClassId, LocalId),
        name: &Name,
        env: &mut Env,
    ) {
        let module = self.module();
        let func = module[class].body.iter().find_map(|&stmt| match &module[stmt].kind {
            StmtKind::FuncDef { func, local, .. } if *local == attr => Some(*func),
            _ => None,
        });
        let Some(func) = func else { return };
        let member = self.attribute_of(Node::Func(func), id, atom, name, module[attr].span);
        for (callee, atom) in self.atoms(member) {
            match atom {
                Atom::Bound(receiver, bound, made_in) if bound == func => {
                    let receiver = self.s.types.of_id(receiver);
                    self.function_from_outside(callee, (func, made_in), Some(receiver), env);
                }
                Atom::Func(found, made_in) if found == func => {
                    self.function_from_outside(callee, (func, made_in), None, env);
                }
                _ => {}
            }
        }
    }

    fn function_from_outside(
        &mut self,
        callee: AtomId,
        (func, made_in): (FuncId, InstId),
        receiver: Option<TypeId>,
        env: &mut Env,
    ) {
        let module = self.module();
        let params = &module[func].params[usize::from(receiver.is_some())..];
        let Some(args) = self.arguments(&module[func].name, params, env) else { return };
        let mut args = args;
        args.positional.splice(0..0, receiver);
        let span = module[func].name_span;
        let Some(bound) = self.bind_args(func, made_in, &args, span) else { return };
        if bound.contains(&BOT) {
            return;
        }
        let target = self.s.instance(func, Some(made_in), None, bound);
        self.record_call(Node::Func(func), HOST, callee, target);
        self.s.result_of(target);
    }

    /// The arguments for `params`; reports the first one that nothing says the type of.
    fn arguments(&mut self, name: &Name, params: &[Param], env: &mut Env) -> Option<Args> {
        let module = self.module();
        let mut args = Args::default();
        for param in params {
            if matches!(param.kind, ParamKind::VarArgs | ParamKind::KwArgs) {
                continue;
            }
            let Some(ty) = self.param_from_outside(param, env) else {
                self.s.report(diagnostics::not_exported(param.span, name, &module[param.local].name));
                return None;
            };
            match param.kind {
                ParamKind::KeywordOnly => args.keywords.push((module[param.local].name.clone(), ty)),
                _ => args.positional.push(ty),
            }
        }
        Some(args)
    }

    fn constructor_arguments(&mut self, class: ClassRef, def: ClassId, env: &mut Env) -> Option<Args> {
        let module = self.module();
        let name = &module[def].name;
        let init: Name = "__init__".into();
        let found = self.class_attribute(class, &init);
        if let [(_, Atom::Func(func, _))] = self.atoms(found).as_slice() {
            return self.arguments(name, module[*func].params.get(1..)?, env);
        }
        let mut args = Args::default();
        let Some(dataclass) = self.dataclass_of(class) else { return Some(args) };
        for (field, has_default) in &dataclass.fields {
            let Some(ty) = self.field_from_outside(class, field, env) else {
                if *has_default {
                    break;
                }
                self.s.report(diagnostics::not_exported(module[def].name_span, name, field));
                return None;
            };
            args.positional.push(ty);
        }
        Some(args)
    }

    /// What the annotation of a dataclass's field admits.
    fn field_from_outside(&mut self, class: ClassRef, field: &Name, env: &mut Env) -> Option<TypeId> {
        let module = self.module();
        for base in self.s.classes[class.index()].mro.clone() {
            for &stmt in &module[module_class(self, base)].body {
                if let StmtKind::AnnAssign { target: Target::Local(local, _), annotation, .. } =
                    &module[stmt].kind
                    && module[*local].name == *field
                {
                    return self.annotated(*annotation, env);
                }
            }
        }
        None
    }
}

fn module_class(walk: &Walk<'_, '_>, class: ClassRef) -> ClassId {
    walk.s.classes[class.index()].class
}
