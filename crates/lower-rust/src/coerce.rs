//! Coercion: a value of one type as a value of a wider one (or, after narrowing, a narrower one).
//!
//! ```text
//! int → float|int     Num::from(n)
//! T → T | None        Some(x)
//! T → union           IntOrStr::Int(x)
//! union → T           match x { IntOrStr::Int(x) => x, _ => unreachable!() }   // inference narrowed it
//! ```

use portalis_typeck::ty::{Atom, BOT, TypeId};

use crate::lower::FnCx;
use crate::lower::dispatch::some_of;
use crate::represent::Repr;
use crate::rir::visit::{Visit, walk_expr};
use crate::rir::{Arm, Block, Closure, Expr, Pat, Path, Stmt};

impl FnCx<'_, '_> {
    /// `value`, of type `from`, as a value of type `to`.
    pub(crate) fn coerce(&mut self, value: Expr, from: TypeId, to: TypeId) -> Expr {
        if from == to {
            return value;
        }
        let (a, b) = (self.cx.rep.repr(from), self.cx.rep.repr(to));
        self.coerce_repr(value, (from, &a), (to, &b))
    }

    fn coerce_repr(&mut self, value: Expr, (from, a): (TypeId, &Repr), (to, b): (TypeId, &Repr)) -> Expr {
        if a == b || *a == Repr::Never || *b == Repr::Never {
            return value;
        }
        match (a, b) {
            // What is one function for certain is told from the others all the same: a mistake of inference ends the program.
            (Repr::Union(_), Repr::Static) => self.narrow_union(value, from, to),
            (_, Repr::Static | Repr::Unit) => drop_value(value),
            (Repr::Bool, Repr::I64) => Expr::call(Path::local("i64").assoc("from"), vec![value]),
            (Repr::Bool | Repr::I64, Repr::Big) => {
                let mut value = value;
                crate::lower::anchor(&mut value);
                Expr::call(Path::Rt("Int").assoc("from"), vec![value])
            }
            (Repr::Big, Repr::I64) => value.method("narrow", Vec::new()),
            (Repr::Bool | Repr::I64 | Repr::Big | Repr::Float, Repr::Num) => {
                let mut value = value;
                crate::lower::anchor(&mut value);
                Expr::call(Path::Rt("Num").assoc("from"), vec![value])
            }
            (Repr::Num, Repr::Float) => self.raising(value, "float", Vec::new()),
            (Repr::Num, Repr::Big) => self.raising(value, "int", Vec::new()),
            (Repr::Num, Repr::I64) => self.raising(value, "int", Vec::new()).method("narrow", Vec::new()),
            (Repr::Bool | Repr::I64, Repr::Float) => self.int_to_float(value, a),
            (Repr::Option(inner_a), Repr::Option(inner_b)) => {
                let (from, to) = (self.without_none(from), self.without_none(to));
                let value = match value {
                    Expr::Call(callee, mut args) if args.len() == 1 && is_some(&callee) => {
                        let inner = self.coerce_repr(args.remove(0), (from, inner_a), (to, inner_b));
                        return Expr::Call(callee, vec![inner]);
                    }
                    // Where a block ends in one, that is what changes.
                    Expr::Block(mut block) if block.tail.as_deref().is_some_and(ends_in_some) => {
                        let tail = block.tail.take().map_or(Expr::unit(), |tail| *tail);
                        block.tail = Some(Box::new(match tail {
                            Expr::Call(callee, mut args) => {
                                let inner = self.coerce_repr(args.remove(0), (from, inner_a), (to, inner_b));
                                Expr::Call(callee, vec![inner])
                            }
                            tail => tail,
                        }));
                        return Expr::Block(block);
                    }
                    value => value,
                };
                let name = "value";
                let body = self.coerce_repr(Expr::local(name), (from, inner_a), (to, inner_b));
                if crate::rir::visit::leaves(&body) {
                    // A closure is left by itself alone.
                    let some = Path::local("Some");
                    let arms = vec![
                        Arm {
                            pat: Pat::Call(some.clone(), vec![Pat::Bind(name.to_owned(), false)]),
                            guard: None,
                            body: Expr::call(some, vec![body]),
                        },
                        Arm { pat: Pat::Path(Path::local("None")), guard: None, body: Expr::local("None") },
                    ];
                    return Expr::Match(Box::new(value), arms);
                }
                let closure = Closure {
                    params: vec![(Pat::Bind(name.to_owned(), false), None)],
                    ret: None,
                    body: Box::new(body),
                    is_move: false,
                };
                value.method("map", vec![Expr::Closure(closure)])
            }
            (Repr::Option(inner), _) => {
                // Narrowed: not `None` here.
                let from = self.without_none(from);
                let some = some_of(value).unwrap_or_else(|value| {
                    value.method("expect", vec![Expr::Str("not None here".to_owned())])
                });
                self.coerce_repr(some, (from, inner), (to, b))
            }
            (Repr::Unit, Repr::Option(_)) => after(value, Expr::local("None")),
            (_, Repr::Option(inner)) => {
                let to = self.without_none(to);
                let value = self.coerce_repr(value, (from, a), (to, inner));
                Expr::call(Path::local("Some"), vec![value])
            }
            (Repr::Union(_), _) => self.narrow_union(value, from, to),
            (_, Repr::Union(_)) => self.widen_to_union(value, from, to),
            (Repr::Object(_), Repr::Exception) => self.object_to_exception(value),
            (Repr::Exception, Repr::Object(id)) => {
                let name = self.cx.rep.objects[id.0 as usize].name.clone();
                Expr::Method(
                    Box::new(value),
                    "payload".to_owned(),
                    vec![crate::rir::Ty::local(name)],
                    Vec::new(),
                )
                .method("expect", vec![Expr::Str("narrowed to this class".to_owned())])
            }
            (Repr::TupleVar(inner), Repr::TupleVar(_)) if **inner == Repr::Unit => {
                after(value, Expr::call(Path::Rt("Tuple").assoc("new"), Vec::new()))
            }
            (Repr::Tuple(items), Repr::TupleVar(elem)) => {
                let (item_types, elem_ty) = (self.tuple_items(from), self.elem_type(to));
                let (pat, names) = self.tuple_pattern(items.len());
                let mut parts = Vec::new();
                for ((name, item), ty) in names.into_iter().zip(items).zip(item_types) {
                    parts.push(self.coerce_repr(Expr::local(name), (ty, item), (elem_ty, elem)));
                }
                let tuple = Expr::call(Path::Rt("Tuple").assoc("from"), vec![Expr::Array(parts)]);
                destructure(pat, value, tuple)
            }
            // A variable that holds a longer tuple later: here it has this many items.
            (Repr::TupleVar(elem), Repr::Tuple(items)) => {
                let (elem_ty, item_types) = (self.elem_type(from), self.tuple_items(to));
                let mut stmts = Vec::new();
                let held = self.named(value, &mut stmts);
                let mut parts = Vec::new();
                for (i, (item, ty)) in items.iter().zip(item_types).enumerate() {
                    let part = held.clone().method("item", vec![Expr::Int(i as i64, None)]);
                    parts.push(self.coerce_repr(part, (elem_ty, elem), (ty, item)));
                }
                Expr::Block(Block { stmts, tail: Some(Box::new(Expr::Tuple(parts))) })
            }
            (Repr::Tuple(a), Repr::Tuple(b)) if a.len() == b.len() => {
                let (from, to) = (self.tuple_items(from), self.tuple_items(to));
                if let Expr::Tuple(parts) = value {
                    let mut out = Vec::new();
                    for (i, part) in parts.into_iter().enumerate() {
                        out.push(self.coerce_repr(part, (from[i], &a[i]), (to[i], &b[i])));
                    }
                    return Expr::Tuple(out);
                }
                let (pat, names) = self.tuple_pattern(a.len());
                let mut out = Vec::new();
                for (i, name) in names.into_iter().enumerate() {
                    out.push(self.coerce_repr(Expr::local(name), (from[i], &a[i]), (to[i], &b[i])));
                }
                destructure(pat, value, Expr::Tuple(out))
            }
            (Repr::Generator(..), Repr::Iter(_)) => self.as_handle(value),
            (Repr::Object(_), _) if self.underlying_type(from).is_some() => {
                let (value, under) = self.or_underlying(value, from);
                self.coerce(value, under, to)
            }
            _ => {
                let what = format!(
                    "a value of type `{}` where `{}` is needed",
                    self.cx.rep.inferred.describe_briefly(self.cx.module, from),
                    self.cx.rep.inferred.describe_briefly(self.cx.module, to)
                );
                let span = self.span;
                self.cx.sink.push(crate::diagnostics::no_representation(span, &what));
                value
            }
        }
    }

    /// `value as f64`, rounded once as CPython does.
    pub(crate) fn int_to_float(&mut self, value: Expr, repr: &Repr) -> Expr {
        match (repr, value) {
            (Repr::I64, Expr::Int(n, _)) if n.unsigned_abs() < 1 << 53 => Expr::Float(n as f64),
            (Repr::I64, Expr::Unary(crate::rir::UnOp::Neg, value)) if matches!(*value, Expr::Int(n, _) if n.unsigned_abs() < 1 << 53) =>
            {
                let Expr::Int(n, _) = *value else { return *value };
                // Of zero too: `-0` is an `int`, which has no sign.
                Expr::Float((-n) as f64)
            }
            (Repr::Bool, value) => Expr::call(Path::local("f64").assoc("from"), vec![value]),
            (Repr::Big, value) => self.raising_call("int", "big_to_float", vec![value.by_ref()]),
            (_, mut value) => {
                if value.is_literal() {
                    crate::lower::anchor(&mut value);
                }
                Expr::Cast(Box::new(value), crate::rir::Ty::local("f64"))
            }
        }
    }

    pub(crate) fn without_none(&mut self, ty: TypeId) -> TypeId {
        self.cx.rep.without_none(ty)
    }

    /// The item types of a tuple type.
    pub(crate) fn tuple_items(&self, ty: TypeId) -> Vec<TypeId> {
        match self.cx.rep.atoms(ty).first() {
            Some((_, Atom::Tuple(items))) => items.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The element type of a container of one kind.
    pub(crate) fn elem_type(&self, ty: TypeId) -> TypeId {
        self.field_type(ty, &portalis_typeck::cell::Field::Elem)
    }

    /// The value type of a dict.
    pub(crate) fn value_type(&self, ty: TypeId) -> TypeId {
        self.field_type(ty, &portalis_typeck::cell::Field::Value)
    }

    fn field_type(&self, ty: TypeId, field: &portalis_typeck::cell::Field) -> TypeId {
        match self.cx.rep.atoms(ty).first() {
            Some((_, Atom::Cont(_, cell) | Atom::TupleVar(cell))) => {
                self.cx.rep.inferred.cells[cell.index()].get(field)
            }
            _ => BOT,
        }
    }

    /// `(a, b)` with fresh names.
    pub(crate) fn tuple_pattern(&mut self, n: usize) -> (Pat, Vec<String>) {
        let names: Vec<String> = (0..n).map(|_| self.temp("item")).collect();
        (Pat::Tuple(names.iter().map(|name| Pat::Bind(name.clone(), false)).collect()), names)
    }

    fn widen_to_union(&mut self, value: Expr, from: TypeId, to: TypeId) -> Expr {
        let Repr::Union(id) = self.cx.rep.repr(to) else { return value };
        let info = self.cx.rep.unions[id.0 as usize].clone();
        if self.cx.rep.repr(from) == Repr::Num {
            let (big, float) = (self.of(Atom::BigInt), self.of(Atom::Float));
            let arms = [("Int", big), ("Float", float)]
                .into_iter()
                .map(|(name, ty)| {
                    let body = self.widen_to_union(Expr::local("value"), ty, to);
                    let pat =
                        Pat::Call(Path::Rt("Num").assoc(name), vec![Pat::Bind("value".to_owned(), false)]);
                    Arm { pat, guard: None, body }
                })
                .collect();
            return Expr::Match(Box::new(value), arms);
        }
        let atoms = self.cx.rep.atoms(from);
        let fitting = info.variants.iter().find(|variant| self.fits(&atoms, variant.ty));
        let fitting =
            fitting.or_else(|| info.variants.iter().find(|variant| self.fits_any_length(&atoms, variant.ty)));
        let Some(variant) = fitting else {
            let span = self.span;
            self.cx.sink.push(crate::diagnostics::no_representation(span, "this mixture of types"));
            return value;
        };
        let path = Path::local(info.name.clone()).assoc(variant.name.clone());
        let inner = self.coerce(value, from, variant.ty);
        if matches!(variant.repr, Repr::Static | Repr::Unit | Repr::Never) {
            return after(inner, Expr::Path(path));
        }
        Expr::call(path, vec![inner])
    }

    /// Whether every atom is one of the variant's, integers and exceptions by their kind.
    fn fits(&self, atoms: &[(portalis_typeck::ty::AtomId, Atom)], variant: TypeId) -> bool {
        let variant = self.cx.rep.atoms(variant);
        atoms.iter().all(|(id, atom)| {
            variant.iter().any(|(other, held)| {
                id == other
                    || (atom.is_int() && held.is_int())
                    // Its items are widened one by one.
                    || same_length(atom, held)
                    || (matches!(atom, Atom::Range | Atom::NatRange)
                        && matches!(held, Atom::Range | Atom::NatRange))
                    || (self.cx.rep.is_exception(atom) && self.cx.rep.is_exception(held))
            })
        })
    }

    /// Whether a tuple whose length is known is held as one of any length.
    fn fits_any_length(&self, atoms: &[(portalis_typeck::ty::AtomId, Atom)], variant: TypeId) -> bool {
        let takes_any = self.cx.rep.atoms(variant).iter().any(|(_, held)| matches!(held, Atom::TupleVar(_)));
        takes_any
            && atoms.iter().all(|(_, atom)| match atom {
                Atom::Tuple(_) => true,
                Atom::TupleVar(cell) => {
                    self.cx.rep.inferred.cells[cell.index()].get(&portalis_typeck::cell::Field::Elem) == BOT
                }
                _ => false,
            })
    }

    /// A union as a type with fewer kinds.
    fn narrow_union(&mut self, value: Expr, from: TypeId, to: TypeId) -> Expr {
        let Repr::Union(id) = self.cx.rep.repr(from) else { return value };
        let info = self.cx.rep.unions[id.0 as usize].clone();
        let wanted = self.cx.rep.atoms(to);
        let mut arms = Vec::new();
        let mut all = true;
        for variant in &info.variants {
            let held = self.cx.rep.atoms(variant.ty);
            let wanted_here = held.iter().any(|(id, atom)| {
                wanted.iter().any(|(other, want)| {
                    id == other
                        || (atom.is_int() && want.is_int())
                        || same_length(atom, want)
                        || (self.cx.rep.is_exception(atom) && self.cx.rep.is_exception(want))
                })
            }) || (wanted.iter().any(|(_, want)| *want == Atom::Float)
                && held.iter().any(|(_, atom)| *atom == Atom::Float))
                || self.fits_any_length(&held, to);
            if !wanted_here {
                all = false;
                continue;
            }
            let path = Path::local(info.name.clone()).assoc(variant.name.clone());
            // That of a `let` is seen by what follows.
            let name = match info.variants.len() {
                1 => self.temp("inner"),
                _ => "value".to_owned(),
            };
            let (pat, inner) = if matches!(variant.repr, Repr::Static | Repr::Unit | Repr::Never) {
                (Pat::Path(path), Expr::unit())
            } else {
                (Pat::Call(path, vec![Pat::Bind(name.clone(), false)]), Expr::local(name))
            };
            let body = self.coerce(inner, variant.ty, to);
            arms.push(Arm { pat, guard: None, body });
        }
        if !all {
            arms.push(Arm { pat: Pat::Wild, guard: None, body: Expr::Unreachable("narrowed by inference") });
        }
        one_of(value, arms)
    }
}

/// `match value { … }`; a `let` where there is one kind alone.
pub(crate) fn one_of(value: Expr, mut arms: Vec<Arm>) -> Expr {
    match arms.pop() {
        Some(Arm { pat, guard: None, body }) if arms.is_empty() => destructure(pat, value, body),
        last => {
            arms.extend(last);
            Expr::Match(Box::new(value), arms)
        }
    }
}

/// Evaluates `value` for its effects and gives `()`.
pub(crate) fn drop_value(value: Expr) -> Expr {
    if is_pure(&value) {
        return Expr::unit();
    }
    let value = match value {
        // A part of what is dropped, or its copy.
        Expr::Field(whole, _) | Expr::TupleField(whole, _) => return drop_value(*whole),
        Expr::Method(whole, name, _, args) if args.is_empty() && matches!(name.as_str(), "clone" | "get") => {
            return drop_value(*whole);
        }
        value => value,
    };
    let is_block = matches!(value, Expr::Match(..) | Expr::If(..) | Expr::IfLet(..) | Expr::Block(_));
    let has_value = match &value {
        Expr::Block(block) => block.tail.is_some(),
        // What is marked `must_use`.
        Expr::Method(_, name, _, _) => name == "get_or_end",
        Expr::Call(callee, _) => {
            matches!(&**callee, Expr::Path(Path::Assoc(of, _)) if matches!(**of, Path::Rt(_)))
        }
        _ => is_block,
    };
    let stmt = if has_value && !value.diverges() {
        Stmt::Let { pat: Pat::Wild, ty: None, init: Some(value) }
    } else {
        Stmt::Expr(value)
    };
    Expr::Block(Block { stmts: vec![stmt], tail: None })
}

/// Whether evaluating an expression has no effect at all, so that it can be left out.
pub(crate) fn is_pure(value: &Expr) -> bool {
    match value {
        Expr::Path(_)
        | Expr::Int(..)
        | Expr::Float(_)
        | Expr::Str(_)
        | Expr::Bool(_)
        | Expr::Unreachable(_) => true,
        Expr::Tuple(parts) => parts.iter().all(is_pure),
        Expr::Block(block) => block.stmts.is_empty() && block.tail.as_deref().is_none_or(is_pure),
        Expr::Ref(inner) | Expr::TupleField(inner, _) | Expr::Field(inner, _) => is_pure(inner),
        Expr::Method(receiver, name, _, args) => {
            matches!(name.as_str(), "clone" | "get" | "len" | "is_some" | "is_none" | "expect")
                && args.iter().all(is_pure)
                && is_pure(receiver)
        }
        Expr::Match(subject, arms) => {
            is_pure(subject) && arms.iter().all(|arm| arm.guard.is_none() && is_pure(&arm.body))
        }
        _ => false,
    }
}

fn ends_in_some(value: &Expr) -> bool {
    matches!(value, Expr::Call(callee, args) if args.len() == 1 && is_some(callee))
}

fn is_some(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(Path::Local(name)) if name == "Some")
}

/// Whether evaluating an expression runs no code of the program, so that its place among others does not show.
pub(crate) fn is_calm(value: &Expr) -> bool {
    match value {
        Expr::Binary(_, left, right) => is_calm(left) && is_calm(right),
        Expr::Unary(_, inner) | Expr::Ref(inner) | Expr::Cast(inner, _) | Expr::TupleField(inner, _) => {
            is_calm(inner)
        }
        Expr::Tuple(parts) | Expr::Array(parts) => parts.iter().all(is_calm),
        Expr::Call(callee, args) => {
            let is_runtime = match &**callee {
                Expr::Path(Path::RtIn("int" | "float" | "math" | "compare", _)) => true,
                Expr::Path(Path::Assoc(of, _)) => matches!(**of, Path::Rt(_)),
                Expr::Path(Path::Local(name)) => name == "Some",
                _ => false,
            };
            is_runtime && args.iter().all(is_calm)
        }
        Expr::Method(receiver, name, _, args) => {
            let is_text = matches!(
                name.as_str(),
                "at" | "lower" | "upper" | "strip" | "slice" | "slice_by" | "concat" | "clone" | "get"
            );
            is_text && is_calm(receiver) && args.iter().all(is_calm)
        }
        Expr::Format { args, .. } => args.iter().all(is_calm),
        value => is_pure(value),
    }
}

/// Whether evaluating a calm value may raise: it looks an item up, or computes.
pub(crate) fn may_raise(value: &Expr) -> bool {
    struct Raises(bool);
    impl Visit for Raises {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= match expr {
                Expr::Method(_, name, _, _) => name == "at" || name == "slice_by",
                Expr::Call(callee, _) => matches!(&**callee, Expr::Path(Path::RtIn(..))),
                _ => false,
            };
            walk_expr(self, expr);
        }
    }
    let mut raises = Raises(false);
    raises.expr(value);
    raises.0
}

/// `first`, then `second` as the value.
pub(crate) fn after(first: Expr, second: Expr) -> Expr {
    match drop_value(first) {
        dropped @ Expr::Block(_) if is_pure(&dropped) => second,
        Expr::Block(mut block) => {
            block.tail = Some(Box::new(second));
            Expr::Block(block)
        }
        _ => second,
    }
}

/// `{ let pat = value; body }`.
pub(crate) fn destructure(pat: Pat, value: Expr, body: Expr) -> Expr {
    let bind = Stmt::Let { pat, ty: None, init: Some(value) };
    Expr::Block(Block { stmts: vec![bind], tail: Some(Box::new(body)) })
}

/// Whether both are tuples of one length.
fn same_length(a: &Atom, b: &Atom) -> bool {
    matches!((a, b), (Atom::Tuple(a), Atom::Tuple(b)) if a.len() == b.len())
}
