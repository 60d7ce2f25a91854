//! `match`: patterns narrow the subject and bind captures.

use portalis_diag::Span;
use portalis_hir::{ExprId, ExprKind, MatchCase, Pattern};

use super::{Env, Walk};
use crate::cell::{Field, Node};
use crate::diagnostics;
use crate::ty::{Atom, BOT, ClassRef, Kind, TypeId};

impl Walk<'_, '_> {
    pub(crate) fn match_stmt(&mut self, subject: ExprId, cases: &[MatchCase], mut env: Env) -> Option<Env> {
        let ty = self.eval(subject, &mut env);
        if ty == BOT {
            return None;
        }
        let mut after = None;
        let mut rest = Some(env);
        let mut left = ty;
        for case in cases {
            let Some(here) = rest.clone() else { break };
            let mut inside = here.clone();
            let matched = self.pattern(&case.pattern, left, &mut inside);
            if matched == BOT {
                continue;
            }
            self.narrow_subject(subject, matched, &mut inside);
            let mut state = Some(inside);
            let mut irrefutable = self.is_irrefutable(&case.pattern);
            if let Some(guard) = case.guard {
                let Some(inside) = state else { continue };
                let (yes, no) = self.cond(guard, inside);
                // What the pattern bound stays where the guard fails.
                rest = if irrefutable { no.clone() } else { self.merge(rest, no.clone()) };
                irrefutable &= no.is_none();
                state = yes;
            }
            let end = self.block(&case.body, state);
            after = self.merge(after, end);
            if irrefutable {
                rest = None;
                break;
            }
            if case.guard.is_none() {
                left = self.after_pattern(&case.pattern, left);
                if left == BOT {
                    rest = None;
                    break;
                }
                if let Some(env) = &mut rest {
                    self.narrow_subject(subject, left, env);
                }
            }
        }
        self.merge(after, rest)
    }

    fn narrow_subject(&mut self, subject: ExprId, ty: TypeId, env: &mut Env) {
        if let ExprKind::Local(local) = self.module()[subject].kind
            && self.is_flow_sensitive(local)
            && let Some(&slot) = self.slots.get(&local)
        {
            // A capture of the same name has already rebound it.
            let current = env.vars[slot];
            let kept = self.s.types.ids(ty);
            let narrowed: Vec<_> =
                self.s.types.ids(current).iter().copied().filter(|id| kept.contains(id)).collect();
            if !narrowed.is_empty() {
                env.vars[slot] = self.s.types.from_ids(narrowed);
            }
        }
    }

    /// The part of `ty` that `pattern` may match, ⊥ for none; binds captures.
    fn pattern(&mut self, pattern: &Pattern, ty: TypeId, env: &mut Env) -> TypeId {
        match pattern {
            Pattern::Wildcard => ty,
            Pattern::Bind(inner, local, _) => {
                let matched = match inner {
                    Some(inner) => self.pattern(inner, ty, env),
                    None => ty,
                };
                if matched != BOT {
                    self.set_local(*local, matched, env);
                }
                matched
            }
            Pattern::Value(value) => {
                let value_ty = self.eval(*value, env);
                self.eq_of(value_ty);
                let atoms = self.atoms(value_ty);
                let kept: Vec<_> = self
                    .atoms(ty)
                    .into_iter()
                    .filter(|(_, atom)| atoms.iter().any(|(_, value)| may_equal(atom, value)))
                    .map(|(id, _)| id)
                    .collect();
                self.s.types.from_ids(kept)
            }
            Pattern::Singleton(value) => {
                let value_ty = self.eval(*value, env);
                let atoms = self.atoms(value_ty);
                self.s.types.filter(ty, |atom| {
                    matches!(atom, Atom::Unknown) || atoms.iter().any(|(_, value)| value == atom)
                })
            }
            Pattern::Or(options) => {
                let mut matched = BOT;
                let mut after = None;
                for option in options {
                    let mut inside = env.clone();
                    let one = self.pattern(option, ty, &mut inside);
                    if one != BOT {
                        after = self.merge(after, Some(inside));
                    }
                    matched = self.join(matched, one);
                }
                if let Some(after) = after {
                    *env = after;
                }
                matched
            }
            Pattern::Sequence { items, star, span } => {
                self.refuse_abstract(ty, &["_abc_Sequence", "UserList", "_collections_UserList"], *span);
                let mut matched = BOT;
                let mut parts = vec![BOT; items.len()];
                for (id, atom) in self.atoms(ty) {
                    let one = self.s.types.of_id(id);
                    let under = self.underlying(&atom).and_then(|ty| self.s.types.atoms(ty).next().cloned());
                    match under.as_ref().unwrap_or(&atom) {
                        Atom::Tuple(elems) => {
                            let fits = match star {
                                None => elems.len() == items.len(),
                                Some(_) => elems.len() + 1 >= items.len(),
                            };
                            if !fits {
                                continue;
                            }
                            for (i, part) in parts.iter_mut().enumerate() {
                                let elem = match star {
                                    Some(at) if i == *at => {
                                        let count = elems.len() + 1 - items.len();
                                        self.s.types.join_all(elems[i..i + count].iter().copied())
                                    }
                                    Some(at) if i > *at => elems[elems.len() - (items.len() - i)],
                                    _ => elems[i],
                                };
                                *part = self.s.types.join(*part, elem);
                            }
                        }
                        Atom::Cont(Kind::List | Kind::Deque, _)
                        | Atom::TupleVar(_)
                        | Atom::Range
                        | Atom::NatRange => {
                            let elem = self.items_of(one, Node::Func(self.func), *span);
                            for part in &mut parts {
                                *part = self.s.types.join(*part, elem);
                            }
                        }
                        Atom::Unknown => {}
                        _ => continue,
                    }
                    matched = self.join(matched, one);
                }
                if matched == BOT {
                    return BOT;
                }
                for (i, item) in items.iter().enumerate() {
                    if Some(i) == *star {
                        if let Pattern::Bind(None, local, span) = item {
                            let list =
                                self.s.container(Node::Local(*local), "star", Kind::List, parts[i], *span);
                            self.set_local(*local, list, env);
                        }
                    } else if parts[i] == BOT || self.pattern(item, parts[i], env) == BOT {
                        return BOT;
                    }
                }
                matched
            }
            Pattern::Mapping { items, rest, span } => {
                self.refuse_abstract(ty, &["_abc_Mapping", "UserDict", "_collections_UserDict"], *span);
                let mut matched = BOT;
                let (mut keys, mut values) = (BOT, BOT);
                for (id, atom) in self.atoms(ty) {
                    let under = self.underlying(&atom).and_then(|ty| self.s.types.atoms(ty).next().cloned());
                    if matches!(under, Some(Atom::Cont(kind, _)) if kind.is_dict()) {
                        self.s.report(diagnostics::pattern(
                            *span,
                            "a mapping pattern of a class derived from `dict`",
                        ));
                    }
                    if let Atom::Cont(kind, cell) = atom
                        && kind.is_dict()
                    {
                        let one = self.s.types.of_id(id);
                        matched = self.join(matched, one);
                        let (k, v) = (self.s.read(cell, &Field::Elem), self.s.read(cell, &Field::Value));
                        keys = self.join(keys, k);
                        values = self.join(values, v);
                    }
                }
                if matched == BOT {
                    return BOT;
                }
                for (key, item) in items {
                    self.eval(*key, env);
                    if values == BOT || self.pattern(item, values, env) == BOT {
                        return BOT;
                    }
                }
                if let Some(local) = rest {
                    let dict = self.new_dict(Node::Local(*local), "rest", Kind::Dict, keys, values, *span);
                    self.set_local(*local, dict, env);
                }
                matched
            }
            Pattern::Class { class, positional, keyword, reads, span } => {
                let class_ty = self.eval(*class, env);
                let classes = self.flat_classes(class_ty);
                let mut matched = BOT;
                for (id, atom) in self.atoms(ty) {
                    if self.is_instance(&atom, &classes, false) != Some(false) {
                        let one = self.s.types.of_id(id);
                        matched = self.join(matched, one);
                    }
                }
                if matched == BOT {
                    return BOT;
                }
                let mut reads = reads.iter();
                for (i, (item, &read)) in positional.iter().zip(&mut reads).enumerate() {
                    let mut part = BOT;
                    for (id, atom) in self.atoms(matched) {
                        let one = match &atom {
                            // The class of the pattern says which attributes are looked at.
                            Atom::Obj(of, _) => {
                                match self.match_arg(only_class(&classes).unwrap_or(*of), i) {
                                    Some(name) => {
                                        self.attribute_of(Node::Expr(read), id, &atom, &name, *span)
                                    }
                                    None => {
                                        self.s.report(diagnostics::no_match_args(*span));
                                        BOT
                                    }
                                }
                            }
                            // `int(x)`, `str(s)`: the value itself.
                            atom if i == 0 && matches_itself(atom) => self.s.types.of_id(id),
                            _ => {
                                self.s.report(diagnostics::no_match_args(*span));
                                BOT
                            }
                        };
                        part = self.join(part, one);
                    }
                    self.record(read, part);
                    if part == BOT || self.pattern(item, part, env) == BOT {
                        return BOT;
                    }
                }
                for ((name, item), &read) in keyword.iter().zip(reads) {
                    let mut part = BOT;
                    for (id, atom) in self.atoms(matched) {
                        let one = self.attribute_of(Node::Expr(read), id, &atom, name, *span);
                        part = self.join(part, one);
                    }
                    self.record(read, part);
                    if part == BOT || self.pattern(item, part, env) == BOT {
                        return BOT;
                    }
                }
                matched
            }
        }
    }

    /// The attribute that the `i`-th positional pattern of a class looks at.
    pub(crate) fn match_arg(&self, class: ClassRef, i: usize) -> Option<portalis_hir::Name> {
        crate::match_args::match_args(self.module(), &self.s.classes, class)?.into_iter().nth(i)
    }

    fn is_irrefutable(&self, pattern: &Pattern) -> bool {
        match pattern {
            Pattern::Wildcard | Pattern::Bind(None, ..) => true,
            Pattern::Bind(Some(inner), ..) => self.is_irrefutable(inner),
            Pattern::Or(options) => options.iter().any(|option| self.is_irrefutable(option)),
            _ => false,
        }
    }

    /// What is left of `ty` when `pattern` did not match: classes without conditions on parts are used up.
    fn after_pattern(&mut self, pattern: &Pattern, ty: TypeId) -> TypeId {
        match pattern {
            Pattern::Class { class, positional, keyword, .. } => {
                let all = positional.iter().chain(keyword.iter().map(|(_, item)| item));
                if !all.into_iter().all(|item| self.is_irrefutable(item)) {
                    return ty;
                }
                let class_ty = self.recorded(*class);
                let classes = self.flat_classes(class_ty);
                // What lacks an attribute is not matched.
                let lacks = |cx: &mut Self, atom: &Atom| match atom {
                    Atom::Obj(of, cell) => keyword.iter().any(|(name, _)| {
                        cx.s.read(*cell, &Field::Attr(name.clone())) == BOT
                            && cx.class_attribute(*of, name) == BOT
                    }),
                    _ => !keyword.is_empty(),
                };
                let kept: Vec<_> = self
                    .atoms(ty)
                    .into_iter()
                    .filter(|(_, atom)| {
                        self.is_instance(atom, &classes, false) != Some(true) || lacks(self, atom)
                    })
                    .map(|(id, _)| id)
                    .collect();
                self.s.types.from_ids(kept)
            }
            Pattern::Singleton(value) if matches!(self.module()[*value].kind, ExprKind::None) => {
                self.s.types.filter(ty, |atom| *atom != Atom::None)
            }
            Pattern::Or(options) => options.iter().fold(ty, |left, option| self.after_pattern(option, left)),
            Pattern::Bind(Some(inner), ..) => self.after_pattern(inner, ty),
            _ => ty,
        }
    }

    /// A pattern that matches objects of a class which derives from one of `collections.abc`, of this name here, is refused.
    fn refuse_abstract(&mut self, ty: TypeId, bases: &[&str], span: Span) {
        let derives = |class: &ClassRef| {
            let mut order = self.s.classes[class.index()].mro.iter();
            order.any(|class| bases.contains(&&*self.module()[self.s.classes[class.index()].class].name))
        };
        if self.atoms(ty).iter().any(|(_, atom)| matches!(atom, Atom::Obj(class, _) if derives(class))) {
            let name = bases[0].trim_start_matches("_abc_");
            let what = format!("such a pattern of a class derived from `{name}`");
            self.s.report(diagnostics::pattern(span, &what));
        }
    }
}

/// The class of the program that a pattern names.
fn only_class(classes: &[Atom]) -> Option<ClassRef> {
    match classes {
        [Atom::Class(class)] => Some(*class),
        _ => None,
    }
}

/// Whether values of these kinds can be equal.
fn may_equal(a: &Atom, b: &Atom) -> bool {
    let number = |atom: &Atom| atom.is_int() || matches!(atom, Atom::Bool | Atom::Float | Atom::Complex);
    match (a, b) {
        (Atom::Unknown | Atom::Obj(..), _) | (_, Atom::Unknown | Atom::Obj(..)) => true,
        _ => (number(a) && number(b)) || std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

/// Whether the class of such a value has one positional pattern, for the value itself.
fn matches_itself(atom: &Atom) -> bool {
    !matches!(
        atom,
        Atom::Range
            | Atom::NatRange
            | Atom::Complex
            | Atom::None
            | Atom::Exc(_)
            | Atom::Func(..)
            | Atom::Module(_)
    )
}
