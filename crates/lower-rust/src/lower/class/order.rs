//! Order: `<` and its kin of objects.

use portalis_typeck::ty::MAX_TUPLE_ITEMS;

use super::super::Cx;
use super::traits::trait_fn;
use crate::represent::ObjectId;
use crate::rir::{self, Block, Expr, Impl, Item, Param, Path, Ty};

impl Cx<'_> {
    pub(super) fn emit_order(&mut self, object: ObjectId, ty: &Ty, items: &mut Vec<Item>) {
        let lt = self.trait_target(object, "__lt__");
        let gt = self.trait_target(object, "__gt__");
        let data = self.is_ordered_dataclass(object);
        if lt.is_none() && gt.is_none() && !data {
            let is_ranked = self.ranked_objects.contains(&object);
            let paths = [
                (is_ranked || self.unordered_objects.contains(&object)).then_some("unordered"),
                is_ranked.then_some("ranked_tuple"),
            ];
            for path in paths.into_iter().flatten() {
                let name = self.object_class_name(object);
                items.push(Item::Macro { path, args: vec![ty.clone()], text: Some(name) });
            }
            return;
        }
        let other = || Expr::local("other");
        let (less, more) = if data && lt.is_none() {
            let fields = self.held_reprs(object);
            let ranked: Vec<bool> = fields
                .iter()
                .map(|field| field.as_ref().is_some_and(|field| self.is_ranked_field(field)))
                .collect();
            let mut values = |of: &str| -> Vec<Expr> {
                let ranked = ranked.iter().copied().chain(std::iter::repeat(false));
                let parts = self.dataclass_values(object, of).into_iter().zip(ranked);
                parts.map(|(part, is_ranked)| if is_ranked { rank_item(part) } else { part }).collect()
            };
            let (a, b) = (values("self"), values("other"));
            let cmp = |op: rir::BinOp| match a.as_slice() {
                // Without values all are equal.
                [] => Expr::Bool(false),
                _ => Expr::binary(op, in_order(a.clone()), in_order(b.clone())),
            };
            (cmp(rir::BinOp::Lt), cmp(rir::BinOp::Gt))
        } else {
            let less = match lt {
                Some(target) => self.call_trait(target, other()),
                None => Expr::Bool(false),
            };
            let more = match gt {
                Some(target) => self.call_trait(target, other()),
                None => {
                    Expr::binary(rir::BinOp::Lt, Expr::local("other").deref(), Expr::local("self").deref())
                }
            };
            let less = if lt.is_none() {
                Expr::binary(rir::BinOp::Gt, Expr::local("other").deref(), Expr::local("self").deref())
            } else {
                less
            };
            (less, more)
        };
        let ordering = |name: &str| {
            Expr::call(Path::local("Some"), vec![Expr::Path(Path::Std("std::cmp::Ordering").assoc(name))])
        };
        let less_test =
            Expr::binary(rir::BinOp::Lt, Expr::local("self").deref(), Expr::local("other").deref());
        let more_test =
            Expr::binary(rir::BinOp::Lt, Expr::local("other").deref(), Expr::local("self").deref());
        let equal = Expr::binary(rir::BinOp::Eq, Expr::local("self").deref(), Expr::local("other").deref());
        // An object is not asked whether it is equal to itself.
        let equal = if self.class_defines(object, "__eq__") {
            let same = Expr::local("self").method("is", vec![other()]);
            Expr::binary(rir::BinOp::Or, same, equal)
        } else {
            equal
        };
        let cmp = Expr::If(
            Box::new(equal),
            Block::of(ordering("Equal")),
            Some(Box::new(Expr::If(
                Box::new(less_test),
                Block::of(ordering("Less")),
                Some(Box::new(Expr::If(
                    Box::new(more_test),
                    Block::of(ordering("Greater")),
                    Some(Box::new(Expr::Block(Block::of(Expr::local("None"))))),
                ))),
            ))),
        );
        let param =
            || vec![Param { name: "other".to_owned(), is_mut: false, ty: Ty::Ref(Box::new(Ty::SelfTy)) }];
        let method = |name: &str, ret: Ty, body: Expr| trait_fn(name, param(), ret, body);
        let ordering_ty = Ty::Named(Path::local("Option"), vec![Ty::path(Path::Std("std::cmp::Ordering"))]);
        items.push(Item::Impl(Impl {
            of: Some((Path::local("PartialOrd"), Vec::new())),
            ty: ty.clone(),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns: vec![
                method("partial_cmp", ordering_ty, cmp),
                method("lt", Ty::local("bool"), less),
                method("gt", Ty::local("bool"), more),
            ],
        }));
        if self.ranked_objects.contains(&object) {
            let name = self.object_class_name(object);
            let has_methods =
                ["__eq__", "__lt__", "__gt__"].iter().any(|name| self.class_defines(object, name));
            let path = if has_methods { "ranked_object" } else { "ranked_tuple" };
            items.push(Item::Macro { path, args: vec![ty.clone()], text: Some(name) });
        }
    }
}

/// A field that is compared by its rank.
fn rank_item(value: Expr) -> Expr {
    Expr::call(Path::RtIn("ranked", "RankItem".to_owned()), vec![value])
}

/// A tuple that compares as one of `parts` does: Rust compares tuples of twelve parts and no more, so a longer one ends in
/// another.
fn in_order(mut parts: Vec<Expr>) -> Expr {
    if parts.len() > MAX_TUPLE_ITEMS {
        let rest = parts.split_off(MAX_TUPLE_ITEMS - 1);
        parts.push(in_order(rest));
    }
    Expr::Tuple(parts)
}
