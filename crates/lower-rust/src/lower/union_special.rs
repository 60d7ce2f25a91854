//! What the special methods of objects among the kinds of a union say of each other.
//!
//! ```text
//! Shape.__eq__(self, other)      (AnyShape::Circle(a), _) => a.__eq__(other.clone())
//! one that knows more kinds      (AnyShape2::Circle(a), _) => a.__eq__(AnyShape::from(other))
//! ```
//!
//! Source: the data model, 3.3.1 *Basic customization*: what the left operand has no answer to, the right one is asked.

use portalis_typeck::ty::{BOT, InstId, TypeId};

use super::Cx;
use super::class::trait_fn;
use super::union::{holds, variant_pat};
use crate::represent::{Repr, UnionId, UnionInfo, UnionVariant};
use crate::rir::{Arm, Expr, Fn, Impl, Item, Param, Pat, Path, Receiver, Ty};

impl Cx<'_> {
    /// The special method of an object variant whose parameter takes every kind of this union.
    pub(super) fn own_target(
        &mut self,
        info: &UnionInfo,
        variant: &UnionVariant,
        method: &str,
    ) -> Option<InstId> {
        let Repr::Object(object) = variant.repr else { return None };
        let target = self.trait_target(object, method)?;
        let to = self.rep.inferred.insts[target.index()].params.get(1).copied()?;
        self.takes_all(info, to).then_some(target)
    }

    /// Whether a parameter takes every kind of a union.
    fn takes_all(&mut self, info: &UnionInfo, to: TypeId) -> bool {
        let rest = match self.rep.repr(to) {
            Repr::Option(_) => self.rep.without_none(to),
            _ => to,
        };
        let Repr::Union(id) = self.rep.repr(rest) else { return false };
        let wide = &self.rep.unions[id.0 as usize];
        wide.name == info.name || info.variants.iter().all(|variant| held_as(wide, variant).is_some())
    }

    /// A reference to a union as the value of a parameter that takes all of its kinds.
    fn union_as(&mut self, info: &UnionInfo, value: Expr, to: TypeId) -> Expr {
        match self.rep.repr(to) {
            Repr::Option(_) => {
                let rest = self.rep.without_none(to);
                let inner = self.union_as(info, value, rest);
                Expr::call(Path::local("Some"), vec![inner])
            }
            Repr::Union(id) if self.rep.unions[id.0 as usize].name != info.name => {
                let narrow = self.rep.unions.iter().position(|union| union.name == info.name);
                self.widened_unions.extend(narrow.map(|narrow| (UnionId(narrow as u32), id)));
                let wide = self.rep.unions[id.0 as usize].name.clone();
                Expr::call(Path::local(wide).assoc("from"), vec![value])
            }
            _ => value.cloned(),
        }
    }

    /// `impl From<&AnyShape2> for AnyShape`, for each union that was widened.
    pub(super) fn widened_unions(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        for (narrow, wide) in std::mem::take(&mut self.widened_unions) {
            let [narrow, wide] = [narrow, wide].map(|id| self.rep.unions[id.0 as usize].clone());
            let arms = narrow.variants.iter().filter_map(|variant| {
                let held = held_as(&wide, variant)?;
                let path = Path::local(wide.name.clone()).assoc(held.name.clone());
                let body = match holds(&held.repr) {
                    true => Expr::call(path, vec![Expr::local("it").cloned()]),
                    false => Expr::Path(path),
                };
                let pat = variant_pat(&narrow.name, variant, Pat::Bind("it".to_owned(), false));
                Some(Arm { pat, guard: None, body })
            });
            let from = Ty::Ref(Box::new(Ty::local(narrow.name.clone())));
            let param = Param { name: "value".to_owned(), is_mut: false, ty: from.clone() };
            let body = Expr::Match(Box::new(Expr::local("value")), arms.collect());
            let from_fn = Fn { receiver: Receiver::None, ..trait_fn("from", vec![param], Ty::SelfTy, body) };
            items.push(Item::Impl(Impl {
                of: Some((Path::local("From"), vec![from])),
                ty: Ty::local(wide.name),
                assoc_types: Vec::new(),
                consts: Vec::new(),
                fns: vec![from_fn],
            }));
        }
        items
    }

    /// The call of `method` of variant `a` on all of `other`, as a truth; `otherwise` is what it has no answer to.
    fn own_answer(
        &mut self,
        info: &UnionInfo,
        variant: &UnionVariant,
        (receiver, method, other): (&str, &str, &str),
        otherwise: Expr,
    ) -> Option<Expr> {
        let target = self.own_target(info, variant, method)?;
        let to = self.rep.inferred.insts[target.index()].params.get(1).copied().unwrap_or(BOT);
        let other = self.union_as(info, Expr::local(other), to);
        Some(self.call_trait_with(target, Expr::local(receiver), other, otherwise))
    }

    /// The arms of `==` for an object `a` on the left whose class says what it is equal to: an object of a class derived from
    /// its own that says it in another way is asked first.
    pub(super) fn own_equality(&mut self, info: &UnionInfo, a: &UnionVariant) -> Option<Vec<Arm>> {
        let bind = |variant: &UnionVariant, name: &str| {
            variant_pat(&info.name, variant, Pat::Bind(name.to_owned(), false))
        };
        let mut reflected = Vec::new();
        for b in info.variants.iter().filter(|b| b.name != a.name) {
            if let Some(body) = self.own_answer(info, b, ("b", "__eq__", "self"), Expr::Bool(false)) {
                reflected.push(Arm { pat: bind(b, "b"), guard: None, body });
            }
        }
        let otherwise = match reflected.is_empty() {
            true => Expr::Bool(false),
            false => {
                if reflected.len() < info.variants.len() {
                    reflected.push(Arm { pat: Pat::Wild, guard: None, body: Expr::Bool(false) });
                }
                Expr::Match(Box::new(Expr::local("other")), reflected)
            }
        };
        let body = self.own_answer(info, a, ("a", "__eq__", "other"), otherwise)?;
        let mut arms = Vec::new();
        if let Repr::Object(object) = a.repr
            && self.shows_its_equality(object)
        {
            // Containers take an object for equal to itself without asking it.
            let same = Expr::local("a").method("is", vec![Expr::local("b")]);
            let pat = Pat::Tuple(vec![bind(a, "a"), bind(a, "b")]);
            arms.push(Arm { pat, guard: Some(same), body: Expr::Bool(true) });
        }
        for b in &info.variants {
            if self.says_equality_anew(info, a, b)
                && let Some(own) = self.own_answer(info, a, ("a", "__eq__", "other"), Expr::Bool(false))
                && let Some(body) = self.own_answer(info, b, ("b", "__eq__", "self"), own)
            {
                arms.push(Arm { pat: Pat::Tuple(vec![bind(a, "a"), bind(b, "b")]), guard: None, body });
            }
        }
        arms.push(Arm { pat: Pat::Tuple(vec![bind(a, "a"), Pat::Wild]), guard: None, body });
        Some(arms)
    }

    /// `a == b` where the class of `b` alone says what its objects are equal to.
    pub(super) fn reflected_equality(
        &mut self,
        info: &UnionInfo,
        a: &UnionVariant,
        b: &UnionVariant,
    ) -> Option<Arm> {
        let body = self.own_answer(info, b, ("b", "__eq__", "self"), Expr::Bool(false))?;
        let left = variant_pat(&info.name, a, Pat::Wild);
        let right = variant_pat(&info.name, b, Pat::Bind("b".to_owned(), false));
        Some(Arm { pat: Pat::Tuple(vec![left, right]), guard: None, body })
    }

    /// Whether the class of `b` derives from that of `a` and has another `__eq__`.
    fn says_equality_anew(&mut self, info: &UnionInfo, a: &UnionVariant, b: &UnionVariant) -> bool {
        let (Repr::Object(x), Repr::Object(y)) = (&a.repr, &b.repr) else { return false };
        let [base, class] = [x, y].map(|object| self.rep.objects[object.0 as usize].class);
        if base == class || !self.rep.inferred.classes[class.index()].mro.contains(&base) {
            return false;
        }
        let [own, other] = [a, b].map(|of| {
            let target = self.own_target(info, of, "__eq__")?;
            Some(self.rep.inferred.insts[target.index()].func)
        });
        own != other
    }

    /// `self.special(other)` where the kinds of `self` have it, or `other.reflected(self)` where those of `other` do;
    /// `otherwise` decides what is left. `None` where no kind has either.
    pub(super) fn own_order(
        &mut self,
        info: &UnionInfo,
        (special, reflected): (&str, &str),
        otherwise: Expr,
    ) -> Option<Expr> {
        let mut rest = otherwise;
        let mut found = false;
        for (subject, method, other) in [("other", reflected, "self"), ("self", special, "other")] {
            let mut arms = Vec::new();
            for variant in &info.variants {
                if let Some(body) = self.own_answer(info, variant, ("a", method, other), Expr::Bool(false)) {
                    let pat = variant_pat(&info.name, variant, Pat::Bind("a".to_owned(), false));
                    arms.push(Arm { pat, guard: None, body });
                }
            }
            if arms.is_empty() {
                continue;
            }
            found = true;
            if arms.len() < info.variants.len() {
                arms.push(Arm { pat: Pat::Wild, guard: None, body: rest });
            }
            rest = Expr::Match(Box::new(Expr::local(subject)), arms);
        }
        found.then_some(rest)
    }
}

/// The variant of `wide` that holds what `variant` holds.
fn held_as<'u>(wide: &'u UnionInfo, variant: &UnionVariant) -> Option<&'u UnionVariant> {
    wide.variants.iter().find(|held| held.ty == variant.ty && held.repr == variant.repr)
}
