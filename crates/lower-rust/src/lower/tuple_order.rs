//! The order of tuples of different types in one enum: the first items that are not equal decide.
//!
//! ```text
//! match { let (a, b) = (&a.0, &b.0); PartialOrd::partial_cmp(a, b) } {
//!     Some(Ordering::Equal) => compare::unordered("bool", "tuple"),      // (4, True) < (4, (1, 2))
//!     decided => decided,
//! }
//! ```
//!
//! Source: Language Reference, 6.10.1.

use super::Cx;
use super::arithmetic::number_rank;
use super::union::{compared_natives, holds, variant_pat};
use crate::represent::{Repr, UnionId};
use crate::rir::{Arm, Block, Expr, Pat, Path, Stmt};

/// The classes of items that have no order, and are never equal; or how `a` and `b` are compared.
enum Meeting {
    Never(Expr),
    Compared(Expr),
}

/// The builtin class of values that are equal to none of another, and have no order among them.
fn builtin_class(repr: &Repr) -> Option<&'static str> {
    Some(match repr {
        Repr::Unit => "NoneType",
        Repr::Bool => "bool",
        Repr::I64 | Repr::Big => "int",
        Repr::Float => "float",
        Repr::Str => "str",
        Repr::Tuple(_) | Repr::TupleVar(_) => "tuple",
        Repr::List(_) => "list",
        _ => return None,
    })
}

impl Cx<'_> {
    /// The builtin class of such values, and their own, which differs for named tuples.
    fn class_of(&self, repr: &Repr) -> Option<(&'static str, String)> {
        if let Some(class) = builtin_class(repr) {
            return Some((class, class.to_owned()));
        }
        let Repr::Object(id) = *repr else { return None };
        let is_tuple = self.dataclass(id).is_some_and(|it| it.is_tuple && it.order);
        let is_plain = !self.orders_itself(repr) && !self.class_defines(id, "__eq__");
        let class = self.rep.inferred.classes[self.rep.objects[id.0 as usize].class.index()].class;
        (is_tuple && is_plain).then(|| ("tuple", self.module[class].name.to_string()))
    }

    /// How items `a` and `b` of two tuples are compared.
    fn meeting(&self, x: &Repr, y: &Repr) -> Option<Meeting> {
        let is_real = |repr: &Repr| number_rank(repr).is_some() && *repr != Repr::Complex;
        let items = || vec![Expr::local("a"), Expr::local("b")];
        let compare = |name: &str| Path::RtIn("compare", name.to_owned());
        if x == y {
            let orders = holds(x) && self.can_order(x) && !self.asks_rank(x, &mut Vec::new());
            let compared = Expr::call(Path::local("PartialOrd").assoc("partial_cmp"), items());
            return orders.then_some(Meeting::Compared(compared));
        }
        if is_real(x) && is_real(y) {
            return Some(Meeting::Compared(Expr::call(compare("compare"), items())));
        }
        if let Some(compared) = compared_natives(x, y) {
            return Some(Meeting::Compared(compared));
        }
        match (x, y) {
            (Repr::Union(id), _) => return self.kinds_met(*id, "a", |kind| self.meeting(kind, y)),
            (_, Repr::Union(id)) => return self.kinds_met(*id, "b", |kind| self.meeting(x, kind)),
            (Repr::Tuple(x), Repr::Tuple(y)) => return Some(Meeting::Compared(self.itemwise_order(x, y)?)),
            _ => {}
        }
        let ((of_x, x), (of_y, y)) = (self.class_of(x)?, self.class_of(y)?);
        let classes = vec![Expr::Str(x), Expr::Str(y)];
        (of_x != of_y).then(|| Meeting::Never(Expr::call(compare("unordered"), classes)))
    }

    /// The same of an item `of` that is one of several kinds.
    fn kinds_met(
        &self,
        id: UnionId,
        of: &str,
        meeting: impl Fn(&Repr) -> Option<Meeting>,
    ) -> Option<Meeting> {
        let union = &self.rep.unions[id.0 as usize];
        let mut arms = Vec::new();
        for variant in &union.variants {
            let (inner, body) = match meeting(&variant.repr)? {
                Meeting::Never(body) => (Pat::Wild, body),
                Meeting::Compared(body) => (Pat::Bind(of.to_owned(), false), body),
            };
            arms.push(Arm { pat: variant_pat(&union.name, variant, inner), guard: None, body });
        }
        Some(Meeting::Compared(Expr::Match(Box::new(Expr::local(of)), arms)))
    }

    /// Whether any two of these tuples have an order, or raise where they would need one.
    pub(super) fn meet_in_order(&self, tuples: &[&[Repr]]) -> bool {
        let pairs =
            tuples.iter().enumerate().flat_map(|(at, x)| tuples[at + 1..].iter().map(move |y| (x, y)));
        pairs.into_iter().all(|(x, y)| self.itemwise_order(x, y).is_some())
    }

    /// The order of tuples `a` and `b`, item by item.
    pub(super) fn itemwise_order(&self, x: &[Repr], y: &[Repr]) -> Option<Expr> {
        let some = |ordering| {
            let ordering = Expr::Path(Path::Std("std::cmp::Ordering").assoc(ordering));
            Expr::call(Path::local("Some"), vec![ordering])
        };
        let mut rest = some(match x.len().cmp(&y.len()) {
            std::cmp::Ordering::Less => "Less",
            std::cmp::Ordering::Equal => "Equal",
            std::cmp::Ordering::Greater => "Greater",
        });
        for (at, (x, y)) in x.iter().zip(y).enumerate().rev() {
            let compared = match self.meeting(x, y)? {
                Meeting::Never(raised) => {
                    rest = raised;
                    continue;
                }
                Meeting::Compared(compared) => compared,
            };
            let names = ["a", "b"].map(|name| Pat::Bind(name.to_owned(), false)).into();
            let item = |of: &str| Expr::TupleField(Box::new(Expr::local(of)), at as u32).by_ref();
            let items = Expr::Tuple(vec![item("a"), item("b")]);
            let bound = Stmt::Let { pat: Pat::Tuple(names), ty: None, init: Some(items) };
            let compared = Expr::Block(Block { stmts: vec![bound], tail: Some(Box::new(compared)) });
            let equal = Pat::Call(
                Path::local("Some"),
                vec![Pat::Path(Path::Std("std::cmp::Ordering").assoc("Equal"))],
            );
            let decided = Arm {
                pat: Pat::Bind("decided".to_owned(), false),
                guard: None,
                body: Expr::local("decided"),
            };
            rest =
                Expr::Match(Box::new(compared), vec![Arm { pat: equal, guard: None, body: rest }, decided]);
        }
        Some(rest)
    }
}
