//! Dispatch: an operation on a value whose kind only the run knows becomes a `match` with one arm per kind.
//!
//! What is not supported for some kinds, beside others for which it is, stops the program when it gets there: inference
//! counts more kinds than ever come.

use portalis_diag::{Code, Diagnostic, Severity};
use portalis_typeck::ty::{Atom, AtomId, BOT, InstId, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::{Arm, Block, Expr, Pat, Path, Stmt};

/// What an arm does with a value of one kind: the value, its type, its atom; the result and its type.
type ArmBody<'f, Cx> = dyn FnMut(&mut Cx, Expr, TypeId, (AtomId, &Atom)) -> (Expr, TypeId) + 'f;

/// What an arm does with two values of one kind each.
type PairBody<'f, Cx> = dyn FnMut(&mut Cx, (Expr, TypeId), (Expr, TypeId)) -> (Expr, TypeId) + 'f;

impl FnCx<'_, '_> {
    /// Whether no call gives the method an object of this class. Where inference looked at a function once for each class of
    /// its objects, and all are one now, some operands of one class never meet those of another.
    pub(super) fn never_meets(&self, target: InstId, other: TypeId) -> bool {
        let Some(&param) = self.cx.rep.inferred.insts[target.index()].params.get(1) else { return false };
        let takes = self.cx.rep.atoms(param);
        let others = self.cx.rep.atoms(other);
        let is_object = |(_, atom): &(AtomId, Atom)| matches!(atom, Atom::Obj(..));
        let class = |atom: &Atom| match atom {
            Atom::Obj(class, _) => Some(*class),
            _ => None,
        };
        !takes.is_empty()
            && takes.iter().chain(&others).all(is_object)
            && others.iter().all(|(_, atom)| takes.iter().all(|(_, taken)| class(taken) != class(atom)))
    }

    /// `body` for each pair of kinds that two operands may be of; both are evaluated before the kinds are looked at.
    pub(super) fn dispatch_pair(
        &mut self,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        to: TypeId,
        body: &mut PairBody<'_, Self>,
    ) -> Expr {
        let r_copy = self.is_copy(r);
        let (value, _) = self.held_pair((left, l), (right, r), |cx, left, held| {
            let value = cx.dispatch(left, l, to, &mut |cx, left, l, _| {
                let right = if r_copy { held.clone() } else { held.clone().cloned() };
                let value =
                    cx.dispatch(right, r, to, &mut |cx, right, r, _| body(cx, (left.clone(), l), (right, r)));
                (value, to)
            });
            (value, to)
        });
        value
    }

    /// `body` for each kind of value that `value` may be; all arms give a `to`.
    ///
    /// `body` gets the value and its one-kind type, and answers with a value and its type (⊥: it never comes back).
    pub(crate) fn dispatch(
        &mut self,
        value: Expr,
        ty: TypeId,
        to: TypeId,
        body: &mut ArmBody<'_, Self>,
    ) -> Expr {
        let atoms = self.cx.rep.atoms(ty);
        match self.cx.rep.repr(ty) {
            Repr::Union(_) if value.diverges() => value,
            Repr::Union(id) => {
                let info = self.cx.rep.unions[id.0 as usize].clone();
                let (mut pats, mut bodies) = (Vec::new(), Vec::new());
                for variant in &info.variants {
                    let path = Path::local(info.name.clone()).assoc(variant.name.clone());
                    let name = self.temp("it");
                    let (pat, inner) = if matches!(variant.repr, Repr::Static | Repr::Unit | Repr::Never) {
                        (Pat::Path(path), Expr::unit())
                    } else {
                        (Pat::Call(path, vec![Pat::Bind(name.clone(), false)]), Expr::local(name))
                    };
                    pats.push(pat);
                    bodies.push(self.tried(|cx| cx.dispatch(inner, variant.ty, to, body)));
                }
                let bodies = self.decided(bodies);
                let arms = pats.into_iter().zip(bodies).map(|(pat, body)| Arm { pat, guard: None, body });
                crate::coerce::one_of(value, arms.collect())
            }
            Repr::Option(_) => {
                let rest = self.without_none(ty);
                let value = match some_of(value) {
                    Ok(value) => return self.dispatch(value, rest, to, body),
                    Err(value) => value,
                };
                let none = self.none_type();
                let name = self.temp("it");
                let some = self.tried(|cx| cx.dispatch(Expr::local(name.clone()), rest, to, body));
                let none_body = self.tried(|cx| cx.dispatch(Expr::unit(), none, to, body));
                let bodies = self.decided(vec![some, none_body]);
                let Ok([some, none_body]) = <[Expr; 2]>::try_from(bodies) else { return Expr::unit() };
                Expr::Match(
                    value,
                    vec![
                        Arm {
                            pat: Pat::Call(Path::local("Some"), vec![Pat::Bind(name, false)]),
                            guard: None,
                            body: some,
                        },
                        Arm { pat: Pat::Path(Path::local("None")), guard: None, body: none_body },
                    ],
                )
            }
            _ => {
                let Some((id, atom)) = atoms.first().cloned() else { return value };
                let (result, result_ty) = body(self, value, ty, (id, &atom));
                if result_ty != BOT {
                    return self.coerce(result, result_ty, to);
                }
                self.never_given(result, to)
            }
        }
    }

    /// What never comes back, where a `to` is due: Rust sees of a call alone that it gives nothing, and wants a value of
    /// the type.
    pub(super) fn never_given(&mut self, value: Expr, to: TypeId) -> Expr {
        let is_nothing = matches!(self.cx.rep.repr(to), Repr::Unit | Repr::Static | Repr::Never);
        if is_nothing { value } else { super::expr::dead_value(value) }
    }

    /// An arm, and what was reported while it was made.
    fn tried(&mut self, make: impl FnOnce(&mut Self) -> Expr) -> (Expr, Vec<Diagnostic>) {
        let mark = self.cx.sink.mark();
        let body = make(self);
        (body, self.cx.sink.take_since(mark))
    }

    /// The arms, of which those that are refused stop the program where another goes on; where none does, it is refused.
    fn decided(&mut self, arms: Vec<(Expr, Vec<Diagnostic>)>) -> Vec<Expr> {
        let is_refused = |told: &[Diagnostic]| told.iter().any(|one| one.severity == Severity::Error);
        let may_stop = arms.iter().any(|(body, told)| !is_refused(told) && !body.diverges())
            && arms.iter().flat_map(|(_, told)| told).all(|one| {
                one.severity == Severity::Warning
                    || matches!(one.code, Code::PT0303 | Code::PT0304 | Code::PT0305 | Code::PT0401)
            });
        let mut bodies = Vec::new();
        for (body, told) in arms {
            if may_stop && let Some(first) = told.iter().find(|one| one.severity == Severity::Error) {
                bodies.push(stop(&first.message));
                continue;
            }
            told.into_iter().for_each(|one| self.cx.sink.push(one));
            bodies.push(body);
        }
        bodies
    }

    /// Whether an operation on values of this type needs no `match`.
    pub(crate) fn is_single(&mut self, ty: TypeId) -> bool {
        !matches!(self.cx.rep.repr(ty), Repr::Union(_) | Repr::Option(_))
    }

    pub(crate) fn none_type(&mut self) -> TypeId {
        self.of(Atom::None)
    }

    /// The type with one atom.
    pub(crate) fn of(&mut self, atom: Atom) -> TypeId {
        self.cx.rep.inferred.types.of(atom)
    }

    /// The type with one atom.
    pub(crate) fn of_id(&mut self, id: AtomId) -> TypeId {
        self.cx.rep.inferred.types.of_id(id)
    }
}

/// What `Some(value)` holds, where that is how the expression is written; else the expression.
pub(crate) fn some_of(value: Expr) -> Result<Expr, Box<Expr>> {
    match value {
        Expr::Call(callee, mut args)
            if matches!(&*callee, Expr::Path(path) if *path == Path::local("Some")) && args.len() == 1 =>
        {
            Ok(args.swap_remove(0))
        }
        value => Err(Box::new(value)),
    }
}

/// What stops the program with a message.
pub(super) fn stop(what: &str) -> Expr {
    let trap = Expr::call(Path::RtIn("trap", "unsupported".to_owned()), vec![Expr::Str(what.to_owned())]);
    let never = Some(Box::new(Expr::Unreachable("a trap")));
    Expr::Block(Block { stmts: vec![Stmt::Expr(trap)], tail: never })
}
