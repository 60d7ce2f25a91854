//! What calls pass as `**kwargs`, by name, and reading one of them.

use portalis_hir::{Arg, ExprId, ExprKind, Name};

use super::Walk;
use super::bind::Args;
use crate::cell::{Field, Node};
use crate::ty::{Atom, BOT, CellId, TypeId};

/// The part of a function's site at which calls make its `**kwargs`.
pub(super) const KWARGS: &str = "kwargs";
/// The same for calls without keywords: what is called with them may be a builtin, which takes none of other calls.
pub(super) const NO_KWARGS: &str = "no kwargs";

/// The values behind a `**d`.
#[derive(Clone, Debug)]
pub(crate) struct DoubleStar {
    /// Of any key.
    pub(crate) values: TypeId,
    /// Those whose keys are known.
    pub(crate) named: Vec<(Name, TypeId)>,
    /// Those whose keys are not.
    pub(crate) others: TypeId,
}

impl Walk<'_, '_> {
    /// What `**` may give the parameter `name`; one with a default may get nothing.
    pub(super) fn given_by_star(&mut self, star: &DoubleStar, name: &str, has_default: bool) -> TypeId {
        let named = star.named.iter().filter(|(key, _)| **key == *name).map(|(_, ty)| *ty);
        let types: Vec<TypeId> = named.chain([star.others]).collect();
        match self.s.types.join_all(types) {
            BOT if !has_default => star.values,
            ty => ty,
        }
    }

    /// `**value` in a call, where `value` is a `ty`.
    pub(super) fn double_star(&mut self, args: &mut Args, value: ExprId, ty: TypeId) {
        let is_known = self.is_only_read(value);
        let ty = self.as_mapping(Node::Expr(value), ty, self.span(value));
        let mut star =
            args.double_star.take().unwrap_or(DoubleStar { values: BOT, named: Vec::new(), others: BOT });
        for (_, atom) in self.atoms(ty) {
            let Atom::Cont(kind, cell) = atom else { continue };
            if !kind.is_dict() {
                continue;
            }
            let values = self.s.read(cell, &Field::Value);
            star.values = self.join(star.values, values);
            let is_known = is_known && self.is_kwargs(cell);
            let others = if is_known { self.s.read(cell, &Field::OtherKeys) } else { values };
            star.others = self.join(star.others, others);
            if is_known {
                star.named.extend(self.s.read_keys(cell));
            }
        }
        args.double_star = Some(star);
    }

    /// The keys of a new `**kwargs`.
    pub(super) fn pass_keywords(&mut self, kwargs: TypeId, named: &[(Name, TypeId)], others: TypeId) {
        for (_, atom) in self.atoms(kwargs) {
            let Atom::Cont(_, cell) = atom else { continue };
            for (name, ty) in named {
                self.s.write_key(cell, name, *ty);
            }
            self.s.write(cell, Field::OtherKeys, others);
        }
    }

    /// The type of `kwargs.get("name", default)`, `kwargs.pop(…)` and `kwargs["name"]` where only what was passed by
    /// that name can be there; `None` for anything else.
    pub(super) fn keyword_read(&mut self, expr: ExprId) -> Option<TypeId> {
        let module = self.module();
        let (kwargs, key, default) = match &module[expr].kind {
            ExprKind::Index { value, index } => (*value, *index, None),
            ExprKind::Call { callee, args } => {
                let ExprKind::Attribute { value, name } = &module[*callee].kind else { return None };
                match (&**name, args.as_slice()) {
                    ("get", [Arg::Pos(key)]) => {
                        let none = self.of(Atom::None);
                        (*value, *key, Some(none))
                    }
                    ("get" | "pop", [Arg::Pos(key), Arg::Pos(default)]) => {
                        (*value, *key, Some(self.recorded(*default)))
                    }
                    ("pop", [Arg::Pos(key)]) => (*value, *key, None),
                    _ => return None,
                }
            }
            _ => return None,
        };
        let ExprKind::Str(name) = &module[key].kind else { return None };
        if !self.is_only_read(kwargs) {
            return None;
        }
        let name = Name::from(&**name);
        let kwargs = self.recorded(kwargs);
        let mut joined = default.unwrap_or(BOT);
        for (_, atom) in self.atoms(kwargs) {
            let Atom::Cont(_, cell) = atom else { return None };
            if !self.is_kwargs(cell) {
                return None;
            }
            for field in [Field::Key(name.clone()), Field::OtherKeys] {
                let value = self.s.read(cell, &field);
                joined = self.join(joined, value);
            }
        }
        // What always raises keeps the type that it had.
        (joined != BOT).then_some(joined)
    }

    /// Whether a call made the dict in `cell` of its keywords.
    fn is_kwargs(&self, cell: CellId) -> bool {
        matches!(self.s.cells[cell.index()].site.part, KWARGS | NO_KWARGS)
    }

    /// Whether `expr` is a `**kwargs` parameter that nothing stores into.
    fn is_only_read(&self, expr: ExprId) -> bool {
        matches!(self.module()[expr].kind, ExprKind::Local(local) if self.s.only_read.contains(&local))
    }
}
