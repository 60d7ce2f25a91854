//! Binding arguments to parameters (Language Reference, 6.3.4).

use portalis_diag::Span;
use portalis_hir::{FuncId, Name, ParamKind};

use super::Walk;
use super::keywords::{DoubleStar, KWARGS, NO_KWARGS};
use crate::builtins::row::is_callable;
use crate::builtins::{Shape, key_position};
use crate::cell::{Field, Node};
use crate::ty::{Atom, BOT, InstId, Kind, MAX_TUPLE_ITEMS, TypeId};

/// The types of a call's arguments, in order of writing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Args {
    /// Positional ones; `*xs` of unknown length only at the end.
    pub(crate) positional: Vec<TypeId>,
    /// The elements of a `*xs` of unknown length.
    pub(crate) rest: Option<TypeId>,
    /// Keywords.
    pub(crate) keywords: Vec<(Name, TypeId)>,
    /// What `**d` brings.
    pub(crate) double_star: Option<DoubleStar>,
}

impl Args {
    pub(crate) fn of(positional: Vec<TypeId>) -> Self {
        Args { positional, ..Args::default() }
    }

    pub(crate) fn keyword(&self, name: &str) -> Option<TypeId> {
        self.keywords.iter().find(|(keyword, _)| &**keyword == name).map(|(_, ty)| *ty)
    }
}

impl Walk<'_, '_> {
    /// The arguments without a `key` that is always `None`, where there is one.
    pub(crate) fn without_key(&mut self, name: &str, args: &Args) -> Option<Args> {
        let at = key_position(name)?;
        let none = self.of(Atom::None);
        let mut rest = args.clone();
        if rest.positional.len() == at.saturating_add(1) && rest.positional[at] == none {
            rest.positional.pop();
        }
        rest.keywords.retain(|(name, ty)| &**name != "key" || *ty != none);
        Some(rest)
    }

    /// Whether a value may be a function.
    pub(crate) fn is_function(&self, ty: TypeId) -> bool {
        self.atoms(ty).iter().any(|(_, atom)| is_callable(atom))
    }

    /// What chooses among rows of one name.
    pub(crate) fn shape<'r>(&self, args: &'r Args) -> Shape<'r> {
        // An enumeration is an iterable before all.
        let is_function = |ty: TypeId| {
            self.atoms(ty).iter().any(|(_, atom)| is_callable(atom) && !self.is_enumeration(atom))
        };
        let callables = args.positional.iter().enumerate().filter(|(_, ty)| is_function(**ty));
        let may_be = |ty: TypeId, atom: &Atom| self.s.types.contains(ty, atom);
        Shape {
            n_positional: args.positional.len(),
            has_star: args.rest.is_some(),
            keywords: args.keywords.iter().map(|(name, _)| &**name).collect(),
            callables: callables.map(|(i, _)| i).collect(),
            is_wide: args.positional.iter().chain(&args.rest).any(|&ty| may_be(ty, &Atom::BigInt)),
            begins_with_float: args.positional.first().is_some_and(|&ty| may_be(ty, &Atom::Float)),
        }
    }

    /// The parameter types of `func` (made in `env`) for `args`; `None` where the call raises `TypeError`.
    pub(crate) fn bind_args(
        &mut self,
        func: FuncId,
        env: InstId,
        args: &Args,
        span: Span,
    ) -> Option<Vec<TypeId>> {
        let module = self.module();
        let params = &module[func].params;
        let mut bound = vec![BOT; params.len()];
        let mut given = vec![false; params.len()];
        let mut positional = args.positional.iter().copied();
        let mut var_args = None;
        for (i, param) in params.iter().enumerate() {
            match param.kind {
                ParamKind::PositionalOnly | ParamKind::Ordinary => {
                    if let Some(ty) = positional.next() {
                        bound[i] = ty;
                        given[i] = true;
                    } else if let Some(rest) = args.rest {
                        bound[i] = self.join(bound[i], rest);
                        given[i] = rest != BOT;
                    }
                }
                ParamKind::VarArgs => var_args = Some(i),
                ParamKind::KeywordOnly | ParamKind::KwArgs => {}
            }
        }
        let left: Vec<TypeId> = positional.collect();
        match var_args {
            Some(i) => {
                bound[i] = match args.rest {
                    None if left.len() <= MAX_TUPLE_ITEMS => self.of(Atom::Tuple(left.into())),
                    rest => {
                        let elem = self.s.types.join_all(left.into_iter().chain(rest));
                        self.tuple_var(Node::Func(func), "varargs", elem, span)
                    }
                };
                given[i] = true;
            }
            None if !left.is_empty() => return None,
            None => {}
        }
        let mut extra = Vec::new();
        for (name, ty) in &args.keywords {
            let target = params.iter().position(|param| {
                matches!(param.kind, ParamKind::Ordinary | ParamKind::KeywordOnly)
                    && module[param.local].name == *name
            });
            match target {
                Some(i) if given[i] && args.rest.is_none() => return None,
                Some(i) => {
                    bound[i] = self.join(bound[i], *ty);
                    given[i] = true;
                }
                None => extra.push((name.clone(), *ty)),
            }
        }
        let mut others = BOT;
        let mut extra_values: Vec<TypeId> = extra.iter().map(|(_, ty)| *ty).collect();
        if let Some(star) = &args.double_star {
            let values = star.values;
            for (i, param) in params.iter().enumerate() {
                if !given[i] && matches!(param.kind, ParamKind::Ordinary | ParamKind::KeywordOnly) {
                    let one = self.given_by_star(star, &module[param.local].name, param.default.is_some());
                    bound[i] = self.join(bound[i], one);
                    given[i] = values != BOT && param.default.is_none();
                }
            }
            extra_values.push(values);
            extra.extend(star.named.iter().cloned());
            others = star.others;
        }
        match params.iter().position(|param| param.kind == ParamKind::KwArgs) {
            Some(i) => {
                let key = self.of(Atom::Str);
                let elem = if extra_values.iter().all(|&ty| ty == BOT) { BOT } else { key };
                let value = self.s.types.join_all(extra_values);
                let is_passed_on = self.s.passed_on.contains(&params[i].local);
                let part = if elem == BOT && is_passed_on { NO_KWARGS } else { KWARGS };
                bound[i] = self.new_dict(Node::Func(func), part, Kind::Dict, elem, value, span);
                self.pass_keywords(bound[i], &extra, others);
                given[i] = true;
            }
            None if extra_values.iter().any(|&ty| ty != BOT) && args.double_star.is_none() => return None,
            None => {}
        }
        for (i, param) in params.iter().enumerate() {
            if given[i] && !(args.rest.is_some() && param.default.is_some()) {
                continue;
            }
            if param.default.is_some() {
                let cell = self.s.defaults_cell(func, env);
                let default = self.s.read(cell, &Field::Default(i as u32));
                bound[i] = self.join(bound[i], default);
                if default == BOT {
                    return None;
                }
            } else if !given[i] {
                return None;
            }
        }
        Some(bound)
    }
}
