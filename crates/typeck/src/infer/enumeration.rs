//! Enumerations: members as class attributes, `Color(value)`, `Color["NAME"]`.

use std::rc::Rc;

use portalis_diag::Span;
use portalis_hir::Name;

use super::bind::Args;
use super::{Env, Walk};
use crate::cell::{CellKind, Field, Node};
use crate::diagnostics;
use crate::enumeration::{Constant, Enumeration, Member, Mixin, enumeration, made_value};
use crate::ty::{Atom, BOT, ClassRef, TypeId};

impl Walk<'_, '_> {
    /// Finds the members of a class about to be defined, if its bases make it an enumeration.
    pub(super) fn find_members(&mut self, class: ClassRef, mixins: &[Name], bases: &[ClassRef]) {
        let inherited = bases.iter().find_map(|base| self.s.classes[base.index()].enumeration.clone());
        let module = self.module();
        let def = self.s.classes[class.index()].class;
        let mixin = match (&inherited, Mixin::of(mixins)) {
            (Some(base), _) => base.mixin,
            (None, Some(mixin)) => mixin,
            (None, None) => {
                self.find_base_value(class, mixins, bases);
                return;
            }
        };
        if inherited.is_some_and(|base| !base.members.is_empty()) {
            self.s.report(diagnostics::unsupported_class(
                module[def].name_span,
                "deriving from an enumeration that has members",
            ));
        }
        if bases.iter().any(|&base| self.makes_data(base)) {
            self.s.report(diagnostics::unsupported_class(
                module[def].name_span,
                "an enumeration whose members are made by another class",
            ));
        }
        match enumeration(module, def, mixin) {
            Ok(found) => self.s.classes[class.index()].enumeration = Some(Rc::new(found)),
            Err((span, what)) => self.s.report(diagnostics::unsupported_class(span, what)),
        }
    }

    /// Whether a class that is no enumeration makes objects of what it is given: members would be made so, too.
    fn makes_data(&self, class: ClassRef) -> bool {
        let info = &self.s.classes[class.index()];
        info.enumeration.is_none()
            && (info.base_value.is_some()
                || info.mro.iter().any(|base| self.s.classes[base.index()].dataclass.is_some())
                || ["__init__", "__new__"].iter().any(|name| self.class_has(class, name)))
    }

    /// The type of the class attribute `name` where it is a member.
    pub(super) fn member_type(&mut self, class: ClassRef, name: &str) -> Option<TypeId> {
        let enumeration = self.s.classes[class.index()].enumeration.clone()?;
        enumeration.position(name)?;
        Some(self.any_member(class, &enumeration))
    }

    /// The type of all members of `class`: they share a cell.
    pub(super) fn any_member(&mut self, class: ClassRef, enumeration: &Enumeration) -> TypeId {
        let def = self.s.classes[class.index()].class;
        let span = self.module()[def].name_span;
        let cell = self.s.cell(Node::Class(def), "member", CellKind::Object(def), span);
        let types: Vec<TypeId> =
            enumeration.members.iter().map(|member| self.value_of(class, member)).collect();
        let value = self.s.types.join_all(types);
        let mut text = self.of(Atom::Str);
        if enumeration.mixin.is_flag() {
            // Zero may have no name.
            let none = self.of(Atom::None);
            text = self.join(text, none);
        }
        for (attribute, ty) in [("name", text), ("value", value), ("_name_", text), ("_value_", value)] {
            self.s.write(cell, Field::Attr(attribute.into()), ty);
        }
        self.of(Atom::Obj(class, cell))
    }

    /// The type of the members of an enumeration that is used as a value; `None` of any other class.
    pub(super) fn members(&mut self, class: ClassRef) -> Option<TypeId> {
        let enumeration = self.s.classes[class.index()].enumeration.clone()?;
        let attrs = self.s.classes[class.index()].attrs;
        let first = enumeration.members.first()?;
        Some(self.s.read(attrs, &Field::Attr(first.name.clone())))
    }

    /// `Color(value)`.
    pub(super) fn member_of(&mut self, class: ClassRef, args: &Args, span: Span) -> TypeId {
        if !args.keywords.is_empty() || args.positional.len() != 1 || args.rest.is_some() {
            self.s.report(diagnostics::unsupported_class(span, "this call of an enumeration"));
            return BOT;
        }
        self.repr_of(args.positional[0]);
        match self.members(class) {
            Some(members) => members,
            None => {
                self.s.report(diagnostics::unsupported_class(span, "an enumeration made by a call"));
                BOT
            }
        }
    }

    /// `auto()`: a number, or text where the body is that of a `StrEnum`.
    pub(super) fn auto_value(&mut self, node: Node) -> TypeId {
        let module = self.module();
        let is_value = |value: &portalis_hir::ExprId| node == Node::Expr(*value);
        let is_text = self.s.classes.iter().any(|info| {
            info.enumeration.as_ref().is_some_and(|found| found.mixin == Mixin::Str)
                && module[info.class].body.iter().any(|&stmt| {
                    matches!(&module[stmt].kind, portalis_hir::StmtKind::Assign { value, .. } if is_value(value))
                })
        });
        self.of(if is_text { Atom::Str } else { Atom::Nat })
    }

    /// The type of a member's value.
    fn value_of(&mut self, class: ClassRef, member: &Member) -> TypeId {
        match member.value {
            Constant::Made(_) => {
                let attrs = self.s.classes[class.index()].attrs;
                self.s.read(attrs, &Field::Attr(made_value(&member.name)))
            }
            ref value => self.constant_of(value),
        }
    }

    /// Keeps the values that the body of an enumeration makes; reports what is no value of a member.
    pub(super) fn keep_made_values(&mut self, class: ClassRef, env: &Env) {
        let Some(enumeration) = self.s.classes[class.index()].enumeration.clone() else { return };
        let (module, attrs) = (self.module(), self.s.classes[class.index()].attrs);
        let body = self.s.classes[class.index()].class;
        for member in &enumeration.members {
            let Constant::Made(expr) = member.value else { continue };
            let Some(&local) = module[body].locals.iter().find(|&&local| module[local].name == member.name)
            else {
                continue;
            };
            let ty = self.get_local(local, env, None);
            let fits = |atom: &Atom| match enumeration.mixin {
                Mixin::Int | Mixin::PlainInt => matches!(atom, Atom::Nat | Atom::Int | Atom::Unknown),
                Mixin::Str | Mixin::PlainStr => matches!(atom, Atom::Str | Atom::Unknown),
                // A function becomes a method, and no member.
                Mixin::Nothing | Mixin::Flag | Mixin::IntFlag => {
                    !matches!(atom, Atom::Func(..) | Atom::Bound(..)) && !atom.is_descriptor()
                }
            };
            if !self.s.types.atoms(ty).all(fits) {
                let span = self.span(expr);
                self.s.report(diagnostics::unsupported_class(span, "this value of an enumeration"));
            }
            self.eq_of(ty);
            self.repr_of(ty);
            self.s.write(attrs, Field::Attr(made_value(&member.name)), ty);
        }
    }

    fn constant_of(&mut self, value: &Constant) -> TypeId {
        let atom = match value {
            Constant::None => Atom::None,
            Constant::Bool(_) => Atom::Bool,
            Constant::Int(value) if *value >= 0 => Atom::Nat,
            Constant::Int(_) => Atom::Int,
            Constant::Float(_) => Atom::Float,
            Constant::Str(_) => Atom::Str,
            Constant::Tuple(items) => Atom::Tuple(items.iter().map(|item| self.constant_of(item)).collect()),
            Constant::Made(_) => Atom::Unknown,
        };
        self.of(atom)
    }
}
