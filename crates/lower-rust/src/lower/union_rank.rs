//! The rank of a generated enum: its order, but for kinds without one, which raise when they are compared by themselves.
//!
//! ```text
//! [3, node] sorted by the first item     match (self, other) {
//!                                            (IntOrNode::Node(_), IntOrNode::Node(_)) => unordered("Node", "Node"),
//!                                            _ => self.partial_cmp(other),
//!                                        }
//! ```
//!
//! Items of sequences that are equal are passed over before anybody asks for their rank, so that the order of the enum, which
//! tuples of Rust ask as well, takes what is equal for equal.

use super::Cx;
use super::class::trait_fn;
use super::union::variant_pat;
use crate::represent::{UnionInfo, UnionVariant};
use crate::rir::{Arm, Expr, Impl, Item, Param, Pat, Path, Ty};

impl Cx<'_> {
    /// The rank of a union.
    pub(super) fn union_rank(&self, info: &UnionInfo) -> Item {
        let ty = Ty::local(info.name.clone());
        let unordered: Vec<&UnionVariant> =
            info.variants.iter().filter(|variant| self.raises_by_itself(&variant.repr)).collect();
        if unordered.is_empty() {
            return Item::Macro { path: "ranked", args: vec![ty], text: None };
        }
        let (this, other) = (Expr::local("self"), Expr::local("other"));
        let kind = |of: &Expr| of.clone().method("kind", Vec::new());
        let mut pairs: Vec<Pat> = unordered
            .iter()
            .map(|variant| {
                let pat = variant_pat(&info.name, variant, Pat::Wild);
                Pat::Tuple(vec![pat.clone(), pat])
            })
            .collect();
        let pat = if pairs.len() == 1 { pairs.remove(0) } else { Pat::Or(pairs) };
        let raise =
            Expr::call(Path::RtIn("compare", "unordered".to_owned()), vec![kind(&this), kind(&other)]);
        let order = this.clone().method("partial_cmp", vec![other.clone()]);
        let arms =
            vec![Arm { pat, guard: None, body: raise }, Arm { pat: Pat::Wild, guard: None, body: order }];
        let rank = Expr::Match(Box::new(Expr::Tuple(vec![this.clone(), other])), arms);
        let ordering = Ty::Named(Path::local("Option"), vec![Ty::path(Path::Std("std::cmp::Ordering"))]);
        let param = Param { name: "other".to_owned(), is_mut: false, ty: Ty::Ref(Box::new(Ty::SelfTy)) };
        Item::Impl(Impl {
            of: Some((Path::RtIn("ranked", "Ranked".to_owned()), Vec::new())),
            ty,
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns: vec![
                trait_fn("class", Vec::new(), Ty::RefStatic(Box::new(Ty::local("str"))), kind(&this)),
                trait_fn("rank", vec![param], ordering, rank),
            ],
        })
    }
}
