//! Annotations, read where nobody calls: what a host may hand to a function that it calls from outside.
//!
//! Inside a program an annotation says nothing (PEP 484: they are not enforced), call sites do. A library has call sites
//! that nobody sees, and there the annotation is the signature: `int` is an integer of 64 bits, `float` a float, a class
//! an object that the host made with it, a container one of its own.

use portalis_hir::{BinOp, Elem, ExprId, ExprKind, Param};

use super::{Env, Walk};
use crate::cell::{CellKind, Field, Node};
use crate::ty::{Atom, BOT, ClassRef, Kind, TypeId};

impl Walk<'_, '_> {
    /// What a caller from outside passes for `param`; `None` where neither annotation nor default says it.
    pub(super) fn param_from_outside(&mut self, param: &Param, env: &mut Env) -> Option<TypeId> {
        let declared = match param.annotation {
            Some(annotation) => self.annotated(annotation, env)?,
            None => self.recorded(param.default?),
        };
        (declared != BOT).then_some(declared)
    }

    /// The values that an annotation admits.
    pub(super) fn annotated(&mut self, annotation: ExprId, env: &mut Env) -> Option<TypeId> {
        let module = self.module();
        match &module[annotation].kind {
            ExprKind::None => Some(self.of(Atom::None)),
            ExprKind::Str(text) => self.forward_reference(text, env),
            ExprKind::Binary { op: BinOp::BitOr, left, right } => {
                let (left, right) = (self.annotated(*left, env)?, self.annotated(*right, env)?);
                Some(self.join(left, right))
            }
            ExprKind::Index { value, index } => self.generic(annotation, *value, *index, env),
            ExprKind::Builtin(name) => self.plain(name),
            ExprKind::Local(_) | ExprKind::Attribute { .. } => {
                let named = self.eval(annotation, env);
                self.named(named)
            }
            _ => None,
        }
    }

    /// `"Node"`, `"Node | None"`: names joined by `|`.
    fn forward_reference(&mut self, text: &str, env: &mut Env) -> Option<TypeId> {
        let module = self.module();
        let mut joined = BOT;
        for name in text.split('|').map(str::trim) {
            let found = module[module.body].locals.iter().find(|&&local| &*module[local].name == name);
            let ty = match found {
                Some(&local) => {
                    let named = self.get_local(local, env, None);
                    self.named(named)?
                }
                None if name == "None" => self.of(Atom::None),
                None => self.plain(name)?,
            };
            joined = self.join(joined, ty);
        }
        Some(joined)
    }

    /// What a value used as an annotation stands for.
    fn named(&mut self, named: TypeId) -> Option<TypeId> {
        let atoms = self.atoms(named);
        let [(_, atom)] = atoms.as_slice() else { return None };
        match atom {
            Atom::Class(class) => self.object_from_outside(*class),
            Atom::Builtin(name) => self.plain(&name.clone()),
            _ => None,
        }
    }

    /// A name without brackets.
    fn plain(&mut self, name: &str) -> Option<TypeId> {
        let atom = match name {
            "int" => Atom::Int,
            "float" => Atom::Float,
            "bool" => Atom::Bool,
            "str" => Atom::Str,
            "bytes" => Atom::Bytes,
            "range" => Atom::Range,
            _ => return None,
        };
        Some(self.of(atom))
    }

    /// An object of `class` or of a class derived from it, as the host makes it.
    fn object_from_outside(&mut self, class: ClassRef) -> Option<TypeId> {
        let mut joined = BOT;
        for derived in self.classes_from_outside() {
            if self.s.classes[derived.index()].mro.contains(&class) {
                let ty = self.outside_object(derived);
                joined = self.join(joined, ty);
            }
        }
        (joined != BOT).then_some(joined)
    }

    /// The one object of `class` that stands for all that a host makes.
    pub(super) fn outside_object(&mut self, class: ClassRef) -> TypeId {
        let def = self.s.classes[class.index()].class;
        let span = self.module()[def].name_span;
        let part = super::class::class_part(class);
        let cell = self.s.cell(Node::Class(def), part, CellKind::Object(def), span);
        self.of(Atom::Obj(class, cell))
    }

    /// `list[T]`, `dict[K, V]`, `tuple[T, …]`, `Optional[T]`.
    fn generic(
        &mut self,
        annotation: ExprId,
        origin: ExprId,
        index: ExprId,
        env: &mut Env,
    ) -> Option<TypeId> {
        let origin = self.eval(origin, env);
        let atoms = self.atoms(origin);
        let [(_, Atom::Builtin(name))] = atoms.as_slice() else { return None };
        let name = name.clone();
        let arguments: Vec<ExprId> = match &self.module()[index].kind {
            ExprKind::Tuple(elems) => {
                let plain = elems.iter().map(|elem| match elem {
                    Elem::One(value) => Some(*value),
                    Elem::Star(_) => None,
                });
                plain.collect::<Option<_>>()?
            }
            _ => vec![index],
        };
        let short = name.rsplit('.').next().unwrap_or(&name);
        match (short, arguments.as_slice()) {
            ("Optional", &[inner]) => {
                let (inner, none) = (self.annotated(inner, env)?, self.of(Atom::None));
                Some(self.join(inner, none))
            }
            ("Final" | "Annotated", &[inner, ..]) => self.annotated(inner, env),
            ("Union", members) => {
                let mut joined = BOT;
                for &member in members {
                    let ty = self.annotated(member, env)?;
                    joined = self.join(joined, ty);
                }
                Some(joined)
            }
            ("Literal", members) => {
                let mut joined = BOT;
                for &member in members {
                    let ty = self.eval(member, env);
                    joined = self.join(joined, ty);
                }
                Some(joined)
            }
            ("tuple" | "Tuple", &[item, rest]) if matches!(self.module()[rest].kind, ExprKind::Ellipsis) => {
                let item = self.annotated(item, env)?;
                let span = self.span(annotation);
                let cell = self.s.cell(Node::Expr(annotation), "outside", CellKind::TupleVar, span);
                self.s.write(cell, Field::Elem, item);
                Some(self.of(Atom::TupleVar(cell)))
            }
            ("tuple" | "Tuple", items) => {
                let items =
                    items.iter().map(|&item| self.annotated(item, env)).collect::<Option<Vec<_>>>()?;
                Some(self.of(Atom::Tuple(items.into())))
            }
            ("dict" | "Dict" | "Mapping" | "MutableMapping", &[key, value]) => {
                let (key, value) = (self.annotated(key, env)?, self.annotated(value, env)?);
                let (node, span) = (Node::Expr(annotation), self.span(annotation));
                self.hash_and_eq(node, key);
                Some(self.new_dict(node, "outside", Kind::Dict, key, value, span))
            }
            (word, &[item]) => {
                let kind = match word {
                    "list" | "List" | "Sequence" | "MutableSequence" | "Iterable" | "Collection" => {
                        Kind::List
                    }
                    "set" | "Set" | "MutableSet" | "AbstractSet" => Kind::Set,
                    "frozenset" | "FrozenSet" => Kind::FrozenSet,
                    "deque" | "Deque" => Kind::Deque,
                    _ => return None,
                };
                let item = self.annotated(item, env)?;
                let (node, span) = (Node::Expr(annotation), self.span(annotation));
                if matches!(kind, Kind::Set | Kind::FrozenSet) {
                    self.hash_and_eq(node, item);
                }
                Some(self.s.container(node, "outside", kind, item, span))
            }
            _ => None,
        }
    }
}
