//! Generated enums: one variant per kind of value, with Python's equality, hash, order, truth and text.

use portalis_typeck::builtins::Table;
use portalis_typeck::ty::Atom;

use super::Cx;
use super::arithmetic::number_rank;
use super::class::{eq_impl, fmt_fn, trait_impl, unhashable};
use crate::represent::{ObjectId, Repr, UnionId, UnionInfo, UnionVariant};
use crate::rir::{Arm, BinOp, Block, Enum, Expr, Fn, Impl, Item, Param, Pat, Path, Receiver, Ty, Variant};

impl Cx<'_> {
    /// Emits every union that something needed.
    pub(crate) fn emit_unions(&mut self) {
        let mut items = Vec::new();
        let mut at = 0;
        while at < self.rep.unions.len() {
            let info = self.rep.unions[at].clone();
            at += 1;
            let variants = info
                .variants
                .iter()
                .map(|variant| Variant {
                    name: variant.name.clone(),
                    ty: holds(&variant.repr).then(|| self.rep.ty(&variant.repr)),
                })
                .collect();
            let ty = Ty::local(info.name.clone());
            let is_plain = info.variants.iter().all(|variant| is_plain(&variant.repr));
            let derives_eq = self.derives_eq(&info);
            items.push(Item::Enum(Enum {
                name: info.name.clone(),
                doc: None,
                derives: if derives_eq { vec!["Clone", "PartialEq"] } else { vec!["Clone"] },
                variants,
            }));
            let listed = |path: &'static str| Item::Variants {
                path,
                name: info.name.clone(),
                variants: info
                    .variants
                    .iter()
                    .map(|variant| (variant.name.clone(), unhashable_class(&variant.repr)))
                    .collect(),
            };
            if is_plain {
                items.push(listed("union"));
            } else {
                items.push(Item::Macro { path: "item", args: vec![ty.clone()], text: None });
                items.push(self.union_repr(&info.name, &info.variants));
            }
            items.extend(self.copyable_union(&info.name, &info.variants));
            if !derives_eq {
                let eq = self.union_eq(&info);
                items.push(eq_impl(&ty, eq));
            }
            let is_sorted = self.sorted_unions.contains(&UnionId(at as u32 - 1));
            let is_ranked = self.ranked_unions.contains(&UnionId(at as u32 - 1));
            if is_sorted && (is_ranked || self.has_unordered_kinds(&info.variants)) {
                items.push(self.union_kind(&info.name, &info.variants));
            }
            if self.formatted_unions.contains(&UnionId(at as u32 - 1)) {
                items.push(listed("format_union"));
            }
            if is_ranked {
                items.push(self.union_rank(&info));
            }
            if is_sorted || info.variants.iter().all(|variant| self.can_order(&variant.repr)) {
                items.push(self.union_order(&info, is_sorted));
            }
            if is_plain {
                continue;
            }
            let hash = self.each(&info.name, &info.variants, |it, variant| match variant.repr {
                Repr::Static | Repr::Unit | Repr::Never | Repr::Closure(_) | Repr::Knot(_) => {
                    Expr::Int(1, None)
                }
                _ => match unhashable_class(&variant.repr) {
                    Some(name) => unhashable(name),
                    None => Expr::call(Path::RtIn("hash", "hash".to_owned()), vec![it]),
                },
            });
            items.push(trait_impl(Path::Rt("PyHash"), &ty, "py_hash", Vec::new(), Ty::local("i64"), hash));
            let truth = self.each(&info.name, &info.variants, |it, variant| match variant.repr {
                Repr::Unit => Expr::Bool(false),
                Repr::Static | Repr::Closure(_) | Repr::Knot(_) | Repr::Never => Expr::Bool(true),
                _ => Expr::call(Path::RtIn("truth", "truth".to_owned()), vec![it]),
            });
            items.push(trait_impl(Path::Rt("Truth"), &ty, "truth", Vec::new(), Ty::local("bool"), truth));
        }
        items.extend(self.widened_unions());
        items.append(&mut self.items);
        self.items = items;
    }

    /// `match self { Name::A(it) => body, … }`; `it` is a reference.
    fn each(
        &self,
        name: &str,
        variants: &[UnionVariant],
        mut body: impl FnMut(Expr, &UnionVariant) -> Expr,
    ) -> Expr {
        let arms = variants
            .iter()
            .map(|variant| {
                let body = body(Expr::local("it"), variant);
                let used = format!("{body:?}").contains("Local(\"it\")");
                let inner = if used { Pat::Bind("it".to_owned(), false) } else { Pat::Wild };
                Arm { pat: variant_pat(name, variant, inner), guard: None, body }
            })
            .collect();
        Expr::Match(Box::new(Expr::local("self")), arms)
    }

    fn union_repr(&mut self, name: &str, variants: &[UnionVariant]) -> Item {
        let texts: Vec<String> = variants.iter().map(|variant| self.static_text(variant.ty)).collect();
        let show = |method: &'static str| {
            let mut texts = texts.clone().into_iter();
            move |it: Expr, variant: &UnionVariant| match (texts.next().unwrap_or_default(), &variant.repr) {
                (text, Repr::Static | Repr::Unit | Repr::Never | Repr::Closure(_) | Repr::Knot(_)) => {
                    Expr::local("f").method("write_str", vec![Expr::Str(text)])
                }
                _ => Expr::call(Path::Rt("Repr").assoc(method), vec![it, Expr::local("f")]),
            }
        };
        let repr = self.each(name, variants, show("repr"));
        let str = self.each(name, variants, show("str"));
        Item::Impl(Impl {
            of: Some((Path::Rt("Repr"), Vec::new())),
            ty: Ty::local(name),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns: vec![fmt_fn("repr", repr), fmt_fn("str", str)],
        })
    }

    /// Whether values of one variant alone are equal, as those of its type are: what Rust derives.
    fn derives_eq(&mut self, info: &UnionInfo) -> bool {
        let variants = &info.variants;
        variants.iter().all(|a| {
            is_plain(&a.repr)
                && self.own_target(info, a, "__eq__").is_none()
                && variants.iter().all(|b| {
                    let numbers = number_rank(&a.repr).is_some() && number_rank(&b.repr).is_some();
                    let is_apart = !numbers && native_equality(&a.repr, &b.repr).is_none();
                    a.name == b.name || (is_apart && !self.are_equal_by_value(a, b))
                })
        })
    }

    /// Pairs of variants that can be equal.
    fn union_eq(&mut self, info: &UnionInfo) -> Expr {
        let (name, variants) = (&*info.name, &*info.variants);
        let mut arms = Vec::new();
        let mut n_missing = variants.len() * variants.len();
        for a in variants {
            // A class with its own `==` that was written for all of these kinds answers for them.
            if let Some(own) = self.own_equality(info, a) {
                arms.extend(own);
                n_missing -= variants.len();
                continue;
            }
            let n_arms = arms.len();
            for b in variants {
                let numbers = number_rank(&a.repr).is_some() && number_rank(&b.repr).is_some();
                let same = a.name == b.name;
                if self.are_equal_by_value(a, b) {
                    let bind = |name: &str| Pat::Bind(name.to_owned(), false);
                    let pats = vec![variant_pat(name, a, bind("a")), variant_pat(name, b, bind("b"))];
                    let body = self.equality_by_value(a, b);
                    arms.push(Arm { pat: Pat::Tuple(pats), guard: None, body });
                    continue;
                }
                if let (false, Some(body)) = (same, native_equality(&a.repr, &b.repr)) {
                    let bind = |name: &str| Pat::Bind(name.to_owned(), false);
                    let pats = vec![variant_pat(name, a, bind("a")), variant_pat(name, b, bind("b"))];
                    arms.push(Arm { pat: Pat::Tuple(pats), guard: None, body });
                    continue;
                }
                if let (false, Some(arm)) = (same, self.reflected_equality(info, a, b)) {
                    arms.push(arm);
                    continue;
                }
                if !same && !numbers {
                    continue;
                }
                let (a_pat, b_pat, body) = if !holds(&a.repr) {
                    (variant_pat(name, a, Pat::Wild), variant_pat(name, b, Pat::Wild), Expr::Bool(true))
                } else {
                    let bind = |name: &str| Pat::Bind(name.to_owned(), false);
                    let body = if same {
                        Expr::binary(BinOp::Eq, Expr::local("a"), Expr::local("b"))
                    } else if a.repr == Repr::Complex {
                        Expr::local("a").method("eq_real", vec![Expr::local("b")])
                    } else if b.repr == Repr::Complex {
                        Expr::local("b").method("eq_real", vec![Expr::local("a")])
                    } else {
                        Expr::call(
                            Path::RtIn("compare", "eq".to_owned()),
                            vec![Expr::local("a"), Expr::local("b")],
                        )
                    };
                    (variant_pat(name, a, bind("a")), variant_pat(name, b, bind("b")), body)
                };
                arms.push(Arm { pat: Pat::Tuple(vec![a_pat, b_pat]), guard: None, body });
            }
            n_missing -= arms.len() - n_arms;
        }
        if variants.len() > 1 && n_missing > 0 {
            arms.push(Arm { pat: Pat::Wild, guard: None, body: Expr::Bool(false) });
        }
        Expr::Match(Box::new(Expr::Tuple(vec![Expr::local("self"), Expr::local("other")])), arms)
    }

    /// Whether Rust has an order for a representation, or none is ever asked.
    pub(crate) fn can_order(&self, repr: &Repr) -> bool {
        self.orders(repr, &mut Vec::new())
    }

    /// The same below objects.
    pub(crate) fn orders(&self, repr: &Repr, open: &mut Vec<ObjectId>) -> bool {
        match repr {
            Repr::Bool | Repr::I64 | Repr::Big | Repr::Float | Repr::Num | Repr::Str | Repr::Bytes => true,
            Repr::Unit | Repr::Static | Repr::Never => true,
            Repr::Tuple(items) => items.iter().all(|item| self.orders(item, open) && holds(item)),
            Repr::List(elem) | Repr::TupleVar(elem) => self.orders(elem, open) && holds(elem),
            Repr::Object(id) => {
                self.trait_target(*id, "__lt__").is_some() || self.orders_dataclass(*id, open)
            }
            Repr::Union(id) => self.sorted_unions.contains(id),
            _ => false,
        }
    }

    /// The class of each kind, for the error of what has no order.
    fn union_kind(&mut self, name: &str, variants: &[UnionVariant]) -> Item {
        let arms = variants.iter().map(|variant| {
            let class = self.class_name_of(variant.ty);
            Arm { pat: variant_pat(name, variant, Pat::Wild), guard: None, body: Expr::Str(class) }
        });
        let kind = Expr::Match(Box::new(Expr::local("self")), arms.collect());
        Item::Impl(Impl {
            of: None,
            ty: Ty::local(name),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns: vec![Fn {
                name: "kind".to_owned(),
                doc: None,
                is_pub: false,
                receiver: Receiver::Ref,
                params: Vec::new(),
                ret: Some(Ty::RefStatic(Box::new(Ty::local("str")))),
                body: Block::of(kind),
                expects: Vec::new(),
            }],
        })
    }

    /// Whether values of some two kinds have no order.
    fn has_unordered_kinds(&mut self, variants: &[UnionVariant]) -> bool {
        let pairs = variants.iter().flat_map(|a| variants.iter().map(move |b| (a, b)));
        pairs.into_iter().any(|(a, b)| {
            let same =
                a.name == b.name && holds(&a.repr) && (self.is_ranked(&a.repr) || self.can_order(&a.repr));
            !same
                && !are_real(a, b)
                && self.native_order(a, b, true).is_none()
                && self.order_by_value(a, b).is_none()
        })
    }

    fn union_order(&mut self, info: &UnionInfo, is_sorted: bool) -> Item {
        let (name, variants) = (&*info.name, &*info.variants);
        let mut arms = Vec::new();
        for a in variants {
            for b in variants {
                let numbers = are_real(a, b);
                // Rust's order of an `Option` is not Python's of what may be `None`.
                let is_ranked = a.name == b.name && holds(&a.repr) && self.is_ranked(&a.repr);
                let same = is_ranked || a.name == b.name && holds(&a.repr) && self.can_order(&a.repr);
                let native = match same || numbers {
                    true => None,
                    false => self.native_order(a, b, is_sorted).or_else(|| self.order_by_value(a, b)),
                };
                if !same && !numbers && native.is_none() {
                    continue;
                }
                let bind = |name: &str| Pat::Bind(name.to_owned(), false);
                let body = if let Some(body) = native {
                    body
                } else if is_ranked {
                    let rank = Path::RtIn("ranked", "Ranked".to_owned()).assoc("rank");
                    Expr::call(rank, vec![Expr::local("a"), Expr::local("b")])
                } else if same {
                    Expr::call(
                        Path::local("PartialOrd").assoc("partial_cmp"),
                        vec![Expr::local("a"), Expr::local("b")],
                    )
                } else {
                    Expr::call(
                        Path::RtIn("compare", "compare".to_owned()),
                        vec![Expr::local("a"), Expr::local("b")],
                    )
                };
                arms.push(Arm {
                    pat: Pat::Tuple(vec![variant_pat(name, a, bind("a")), variant_pat(name, b, bind("b"))]),
                    guard: None,
                    body,
                });
            }
        }
        if arms.len() < variants.len() * variants.len() && is_sorted {
            // Inside of sequences equal items are passed over.
            let equal = Expr::call(
                Path::local("Some"),
                vec![Expr::Path(Path::Std("std::cmp::Ordering").assoc("Equal"))],
            );
            let kind = |of: &str| Expr::local(of).method("kind", Vec::new());
            let unordered =
                Expr::call(Path::RtIn("compare", "unordered".to_owned()), vec![kind("self"), kind("other")]);
            let is_same = Expr::binary(BinOp::Eq, Expr::local("self"), Expr::local("other"));
            let body = Expr::If(
                Box::new(is_same),
                Block::of(equal),
                Some(Box::new(Expr::Block(Block::of(unordered)))),
            );
            arms.push(Arm { pat: Pat::Wild, guard: None, body });
        } else if arms.len() < variants.len() * variants.len() {
            let raise = Expr::call(
                Path::RtIn("exc", "type_error".to_owned()),
                vec![Expr::Str("'<' not supported between instances of these types".to_owned())],
            )
            .method("uncaught", Vec::new());
            arms.push(Arm { pat: Pat::Wild, guard: None, body: raise });
        }
        let body = Expr::Match(Box::new(Expr::Tuple(vec![Expr::local("self"), Expr::local("other")])), arms);
        // `<` and `>` of objects are their own, against any of the kinds.
        let mut own = Vec::new();
        for (method, special, reflected, wanted) in
            [("lt", "__lt__", "__gt__", "Less"), ("gt", "__gt__", "__lt__", "Greater")]
        {
            let cmp = Expr::local("self").method("partial_cmp", vec![Expr::local("other")]);
            let ordering = Expr::Path(Path::Std("std::cmp::Ordering").assoc(wanted));
            let otherwise = Expr::binary(BinOp::Eq, cmp, Expr::call(Path::local("Some"), vec![ordering]));
            let Some(body) = self.own_order(info, (special, reflected), otherwise) else {
                continue;
            };
            own.push(Fn {
                name: method.to_owned(),
                doc: None,
                is_pub: false,
                receiver: Receiver::Ref,
                params: vec![Param {
                    name: "other".to_owned(),
                    is_mut: false,
                    ty: Ty::Ref(Box::new(Ty::SelfTy)),
                }],
                ret: Some(Ty::local("bool")),
                body: Block::of(body),
                expects: Vec::new(),
            });
        }
        let fns = |first: Fn| std::iter::once(first).chain(own).collect();
        Item::Impl(Impl {
            of: Some((Path::local("PartialOrd"), Vec::new())),
            ty: Ty::local(name),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns: fns(Fn {
                name: "partial_cmp".to_owned(),
                doc: None,
                is_pub: false,
                receiver: Receiver::Ref,
                params: vec![Param {
                    name: "other".to_owned(),
                    is_mut: false,
                    ty: Ty::Ref(Box::new(Ty::SelfTy)),
                }],
                ret: Some(Ty::Named(Path::local("Option"), vec![Ty::path(Path::Std("std::cmp::Ordering"))])),
                body: Block::of(body),
                expects: Vec::new(),
            }),
        })
    }
}

impl Cx<'_> {
    /// Whether values can be formatted as they are; enums among them get what that needs.
    pub(crate) fn formats(&mut self, repr: &Repr) -> bool {
        match repr {
            Repr::Union(id) if self.formatted_unions.contains(id) => true,
            Repr::Union(id) => {
                let variants = self.rep.unions[id.0 as usize].variants.clone();
                self.formatted_unions.insert(*id);
                let formats =
                    variants.iter().all(|variant| variant.repr != Repr::Unit && self.formats(&variant.repr));
                if !formats {
                    self.formatted_unions.remove(id);
                }
                formats
            }
            Repr::Option(inner) => self.formats(inner),
            Repr::Tuple(items) => (1..=6).contains(&items.len()),
            Repr::Unit
            | Repr::Bool
            | Repr::I64
            | Repr::Big
            | Repr::Float
            | Repr::Num
            | Repr::Complex
            | Repr::Str
            | Repr::Bytes
            | Repr::Range
            | Repr::List(_)
            | Repr::TupleVar(_)
            | Repr::Dict(..)
            | Repr::Set(_)
            | Repr::FrozenSet(_)
            | Repr::Object(_)
            | Repr::Native("Decimal" | "Fraction") => true,
            _ => false,
        }
    }
}

/// Whether a variant holds a value whose representation, hash and truth are its own.
fn is_plain(repr: &Repr) -> bool {
    holds(repr) && !matches!(repr, Repr::Closure(_) | Repr::Knot(_))
}

/// The class of what has no hash.
fn unhashable_class(repr: &Repr) -> Option<&'static str> {
    match repr {
        Repr::List(_) => Some("list"),
        Repr::Dict(..) => Some("dict"),
        Repr::Set(_) => Some("set"),
        Repr::Deque(_)
        | Repr::Generator(..)
        | Repr::Iter(_)
        | Repr::File
        | Repr::Keys(..)
        | Repr::Values(..)
        | Repr::Items(..)
        | Repr::Exception => Some("object"),
        // A tuple of lists: its hash is that of its parts.
        _ => super::expr::unhashable_part(repr),
    }
}

/// Whether a variant has a field.
pub(crate) fn holds(repr: &Repr) -> bool {
    !matches!(repr, Repr::Static | Repr::Unit | Repr::Never)
}

pub(super) fn variant_pat(name: &str, variant: &UnionVariant, inner: Pat) -> Pat {
    let path = Path::local(name).assoc(variant.name.clone());
    if holds(&variant.repr) { Pat::Call(path, vec![inner]) } else { Pat::Path(path) }
}

/// `a == b` of two kinds of which one is a library class that knows the other.
fn native_equality(a: &Repr, b: &Repr) -> Option<Expr> {
    native_comparison(a, b, ("__eq__", "__eq__"))
}

/// Whether both are numbers that Rust knows the order of.
fn are_real(a: &UnionVariant, b: &UnionVariant) -> bool {
    let is_real = |repr: &Repr| number_rank(repr).is_some() && *repr != Repr::Complex;
    is_real(&a.repr) && is_real(&b.repr)
}

impl Cx<'_> {
    /// The order of two such kinds, as Rust asks for it: of what is neither equal, less nor greater there is none.
    fn native_order(&self, a: &UnionVariant, b: &UnionVariant, is_sorted: bool) -> Option<Expr> {
        match (tuple_items(&a.repr), tuple_items(&b.repr)) {
            (Some(x), Some(y)) if is_plain_tuples([x, y]) => Some(lengthwise_order(x.len(), y.len())),
            (Some(x), Some(y)) => is_sorted.then(|| self.itemwise_order(x, y))?,
            _ => compared_natives(&a.repr, &b.repr),
        }
    }
}

/// The order of `a` and `b`, of which one is an object of the library.
pub(super) fn compared_natives(a: &Repr, b: &Repr) -> Option<Expr> {
    let ordering = |name: &str| {
        Block::of(Expr::call(
            Path::local("Some"),
            vec![Expr::Path(Path::Std("std::cmp::Ordering").assoc(name))],
        ))
    };
    let tests = [
        (native_comparison(a, b, ("__gt__", "__lt__"))?, "Greater"),
        (native_comparison(a, b, ("__lt__", "__gt__"))?, "Less"),
        (native_equality(a, b)?, "Equal"),
    ];
    Some(tests.into_iter().fold(Expr::local("None"), |rest, (test, name)| {
        Expr::If(Box::new(test), ordering(name), Some(Box::new(Expr::Block(Block::of(rest)))))
    }))
}

/// What `a` is asked, by its own method or by that of the other operand.
fn native_comparison(a: &Repr, b: &Repr, (own, reflected): (&str, &str)) -> Option<Expr> {
    let kind = |repr: &Repr| {
        Some(match repr {
            Repr::Bool => Atom::Bool,
            Repr::I64 => Atom::Int,
            Repr::Big => Atom::BigInt,
            Repr::Float => Atom::Float,
            Repr::Bytes => Atom::Bytes,
            Repr::Native(name) => Atom::Native(name),
            _ => return None,
        })
    };
    let one = |method: &str, (object, class): (&str, &Repr), (other, repr): (&str, &Repr)| {
        let Repr::Native(name) = class else { return None };
        let row = Table::get().special(name, method, &[&kind(repr)?])?;
        let by_ref = row.params.first().is_some_and(|param| param.by_ref);
        let other = Expr::local(other);
        let other = if by_ref { other } else { other.deref() };
        Some(Expr::local(object).method(row.runtime, vec![other]))
    };
    one(own, ("a", a), ("b", b)).or_else(|| one(reflected, ("b", b), ("a", a)))
}

/// The items of a tuple of a known length; an empty one is held as a tuple of any length.
pub(super) fn tuple_items(repr: &Repr) -> Option<&[Repr]> {
    match repr {
        Repr::Tuple(items) => Some(items),
        Repr::TupleVar(item) if **item == Repr::Unit => Some(&[]),
        _ => None,
    }
}

/// Whether the items of tuples are all of one type, whose order is that of its values alone.
pub(super) fn is_plain_tuples<'r>(tuples: impl IntoIterator<Item = &'r [Repr]>) -> bool {
    let mut items = tuples.into_iter().flatten();
    let first = items.next();
    first.is_none_or(|first| {
        matches!(first, Repr::Bool | Repr::I64 | Repr::Big | Repr::Str) && items.all(|item| item == first)
    })
}

/// The order of tuples `a` and `b` of different lengths, of such items: that of slices.
fn lengthwise_order(x: usize, y: usize) -> Expr {
    if x == 0 || y == 0 {
        let name = if x < y { "Less" } else { "Greater" };
        return Expr::call(
            Path::local("Some"),
            vec![Expr::Path(Path::Std("std::cmp::Ordering").assoc(name))],
        );
    }
    let slice = |of: &str, n: usize| {
        let item = |i: usize| Expr::TupleField(Box::new(Expr::local(of)), i as u32).by_ref();
        Expr::Array((0..n).map(item).collect()).method("as_slice", Vec::new())
    };
    slice("a", x).method("partial_cmp", vec![slice("b", y)])
}
