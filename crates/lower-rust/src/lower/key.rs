//! Keys of dicts: as the dict holds them, of several kinds, missing, made by a `defaultdict`.

use portalis_hir::{Arg, ExprKind};
use portalis_typeck::builtins::raised::EXCEPTION_CLASS;
use portalis_typeck::builtins::{Shape, Table};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, CellId, Kind, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Closure, Expr, Path, Stmt};

impl FnCx<'_, '_> {
    /// A key as the key type of a dict; `None` where it can never be in it.
    pub(crate) fn as_key(&mut self, key: Expr, ty: TypeId, key_ty: TypeId) -> Option<Expr> {
        let (a, b) = (self.cx.rep.repr(ty), self.cx.rep.repr(key_ty));
        if a == b {
            return if self.is_another(ty, key_ty) { None } else { Some(key) };
        }
        if self.underlying_type(ty).is_some() {
            let (key, ty) = self.or_underlying(key, ty);
            return self.as_key(key, ty, key_ty);
        }
        if a == Repr::Native(EXCEPTION_CLASS) || b == Repr::Native(EXCEPTION_CLASS) {
            self.unsupported_operation("the class of a caught exception as a key");
            return Some(key);
        }
        if let Some(held) = self.underlying_type(key_ty) {
            if ty == self.none_type() && !self.can_equal(ty, held) {
                return None;
            }
            self.unsupported_operation("a key that is a builtin value among keys of a class");
        }
        let (n_fit, n_atoms) = self.fitting(ty, key_ty);
        if n_fit == n_atoms && key_ty != BOT && matches!(a, Repr::Union(_)) && !self.holds_kind(ty, key_ty) {
            // A truth among other keys is looked for as the number that it equals.
            let key = self.owned(key, ty);
            return Some(self.dispatch(key, ty, key_ty, &mut |cx, key, one, _| {
                let key = cx.as_key(key, one, key_ty).unwrap_or(Expr::unit());
                (key, key_ty)
            }));
        }
        if a == Repr::Bool && matches!(b, Repr::Union(_)) && !self.holds_kind(ty, key_ty) && n_fit == n_atoms
        {
            let int = self.of(Atom::Int);
            let key = self.coerce(key, ty, int);
            return self.as_key(key, int, key_ty);
        }
        if n_fit == n_atoms && key_ty != BOT {
            let (rank, held) = (super::arithmetic::number_rank(&a), super::arithmetic::number_rank(&b));
            let is_held = match held {
                Some(_) => rank <= held,
                None => rank.is_none() || self.holds_kind(ty, key_ty),
            };
            if !is_held {
                self.unsupported_operation("a key of another kind of number");
            }
            let key = self.owned(key, ty);
            return Some(self.coerce(key, ty, key_ty));
        }
        if self.is_object_key(ty, key_ty) {
            self.unsupported_operation(super::membership::OBJECT_KEYS);
            return Some(key);
        }
        if n_fit > 0 || self.natively_equal(ty, key_ty) || self.can_equal(ty, key_ty) {
            self.unsupported_operation("a key that may be of another type");
            return Some(key);
        }
        None
    }

    /// Whether one of two types is that of objects whose `__eq__` may say that they equal what is of the other.
    pub(super) fn is_object_key(&mut self, ty: TypeId, key_ty: TypeId) -> bool {
        let none = self.none_type();
        [(ty, key_ty), (key_ty, ty)].into_iter().any(|(objects, other)| {
            let asks = self.cx.rep.atoms(objects).into_iter().any(|(id, _)| {
                let one = self.of_id(id);
                matches!(self.cx.rep.repr(one), Repr::Object(object) if self.cx.class_defines(object, "__eq__"))
            });
            // `None` hashes as nothing else does.
            asks && other != none && other != BOT
        })
    }

    /// Whether no value of type `ty` can be equal to one of type `elem`.
    pub(super) fn is_never_in(&mut self, ty: TypeId, elem: TypeId) -> bool {
        self.is_single(ty)
            && self.underlying_type(ty).is_none()
            && self.underlying_type(elem).is_none()
            && self.fitting(ty, elem).0 == 0
            && !self.natively_equal(ty, elem)
            && !self.can_equal(ty, elem)
    }

    /// `kwargs.get("name", default)` where no call passes `name`, so that nothing of the dict can come out: the default.
    pub(super) fn never_passed(
        &mut self,
        method: &str,
        (container, value_ty): (&Expr, TypeId),
        args: &[Arg],
        to: TypeId,
    ) -> Option<Expr> {
        let (key, default) = match args {
            [Arg::Pos(key)] if method == "get" => (*key, None),
            [Arg::Pos(key), Arg::Pos(default)] if method != "setdefault" => (*key, Some(*default)),
            _ => return None,
        };
        let is_name = matches!(self.cx.module[key].kind, ExprKind::Str(_));
        if !is_name || value_ty == BOT || self.fitting(value_ty, to).0 > 0 {
            return None;
        }
        let value = match default {
            Some(default) => self.value_as(default, to),
            None => {
                let none = self.none_type();
                self.coerce(Expr::unit(), none, to)
            }
        };
        Some(crate::coerce::after(container.clone(), value))
    }

    /// `d[key]` of a class derived from `dict` that has `__missing__`.
    pub(super) fn load_or_missing(
        &mut self,
        node: Node,
        (container, ty): (Expr, TypeId),
        target: portalis_typeck::ty::InstId,
        (held, index_ty): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let (object, key) = (self.temp("held"), self.temp("key"));
        let (container, index) = (self.owned(container, ty), self.owned(held, index_ty));
        let stmts = vec![super::builtin::let_(&object, container), super::builtin::let_(&key, index)];
        let (dict, under) = self.or_underlying(Expr::local(object.clone()), ty);
        let (key_ty, value_ty) = (self.elem_type(under), self.value_type(under));
        let copies = self.is_copy(index_ty);
        let key_again = || if copies { Expr::local(key.clone()) } else { Expr::local(key.clone()).cloned() };
        let result = match node {
            Node::Expr(id) => self.type_of(id),
            _ => BOT,
        };
        let result = if result == BOT { value_ty } else { result };
        let Some(looked_for) = self.as_key(key_again(), index_ty, key_ty) else {
            self.unsupported_operation("a key of another type");
            return (Expr::unit(), BOT);
        };
        let (made, made_ty) =
            self.call_method_instance(target, Expr::local(object), vec![(key_again(), index_ty)]);
        let made = if made_ty == BOT { made } else { self.coerce(made, made_ty, result) };
        let found = self.coerce(Expr::local("value"), value_ty, result);
        let arms = vec![
            crate::rir::Arm {
                pat: crate::rir::Pat::Call(
                    Path::local("Some"),
                    vec![crate::rir::Pat::Bind("value".to_owned(), false)],
                ),
                guard: None,
                body: found,
            },
            crate::rir::Arm { pat: crate::rir::Pat::Path(Path::local("None")), guard: None, body: made },
        ];
        let value = Expr::Match(Box::new(dict.method("get", vec![looked_for.by_ref()])), arms);
        (Expr::Block(Block { stmts, tail: Some(Box::new(value)) }), result)
    }

    /// Whether every kind of `ty` is one of those that `key_ty` holds.
    pub(super) fn holds_kind(&mut self, ty: TypeId, key_ty: TypeId) -> bool {
        let (atoms, held) = (self.cx.rep.atoms(ty), self.cx.rep.atoms(key_ty));
        let is_held = |atom: &Atom| {
            held.iter()
                .any(|(_, other)| other == atom || other.is_int() && atom.is_int() || fits_shape(atom, other))
        };
        atoms.iter().all(|(_, atom)| is_held(atom))
    }

    /// How many kinds of `ty` a key of type `key_ty` can equal, of how many.
    fn fitting(&mut self, ty: TypeId, key_ty: TypeId) -> (usize, usize) {
        let (atoms, held) = (self.cx.rep.atoms(ty), self.cx.rep.atoms(key_ty));
        let number = |atom: &Atom| atom.is_int() || matches!(atom, Atom::Bool | Atom::Float);
        let fits = |atom: &Atom| {
            held.iter()
                .any(|(_, other)| other == atom || (number(atom) && number(other)) || fits_shape(atom, other))
        };
        (atoms.iter().filter(|(_, atom)| fits(atom)).count(), atoms.len())
    }

    /// Whether a key of type `ty` is in a dict of `key_ty` for some of its kinds and never for others, or has a hash for
    /// some alone: each is looked up by itself then.
    pub(crate) fn is_mixed_key(&mut self, ty: TypeId, key_ty: TypeId) -> bool {
        let (n_fit, n_atoms) = self.fitting(ty, key_ty);
        matches!(self.cx.rep.repr(ty), Repr::Option(_) | Repr::Union(_))
            && n_fit < n_atoms
            && (0 < n_fit || self.has_no_hash(ty))
    }

    /// What looking for a key raises that can never be there: `KeyError`, or `TypeError` where it has no hash.
    pub(crate) fn missing_key(&mut self, key: Expr, ty: TypeId) -> Expr {
        if let Some(found) = self.unhashable(ty) {
            return self.throw_message("TypeError", &format!("unhashable type: '{found}'"));
        }
        let mut owned = if self.cx.rep.repr(ty) == Repr::Static {
            let text = self.cx.static_text(ty);
            let known = Expr::call(Path::RtIn("show", "Known".to_owned()), vec![Expr::Str(text)]);
            crate::coerce::after(key, known)
        } else {
            self.owned(key, ty)
        };
        super::expr::anchor(&mut owned);
        let class = Expr::Path(Path::Exc("KeyError".to_owned()));
        let exception = Expr::call(super::raise::exception_path("with_arg"), vec![class, owned.by_ref()]);
        self.throw(exception)
    }

    /// `value` by a name, for arms that all use it.
    pub(crate) fn named(&mut self, value: Expr, stmts: &mut Vec<Stmt>) -> Expr {
        if matches!(value, Expr::Path(_)) {
            return value;
        }
        let name = self.temp("held");
        stmts.push(Stmt::Let {
            pat: crate::rir::Pat::Bind(name.clone(), false),
            ty: None,
            init: Some(value),
        });
        Expr::local(name)
    }

    /// Whether keys are numbers, and what is asked for is one of another kind, which `KeyError` shows.
    pub(crate) fn is_other_number(&mut self, index_ty: TypeId, key_ty: TypeId) -> bool {
        let ranks = [index_ty, key_ty].map(|ty| super::arithmetic::number_rank(&self.cx.rep.repr(ty)));
        matches!(ranks, [Some(index), Some(key)] if index < key)
    }

    /// A method that takes the key as the container holds it, and as the program says it.
    pub(crate) fn take_said(
        &mut self,
        (container, key_ty): (Expr, TypeId),
        method: &'static str,
        (held, index_ty): (Expr, TypeId),
    ) -> Expr {
        let mut stmts = Vec::new();
        let container = self.named(container, &mut stmts);
        let mut owned = self.owned(held, index_ty);
        super::expr::anchor(&mut owned);
        let said = self.hold_value("key", owned, &mut stmts);
        let key = self.coerce(said.clone(), index_ty, key_ty);
        let value = self.raising(container, method, vec![key.by_ref(), said.by_ref()]);
        Block { stmts, tail: Some(Box::new(value)) }.into_expr()
    }

    pub(super) fn load_key(
        &mut self,
        ty: TypeId,
        container: Expr,
        (held, index_ty): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        if let Some(found) = self.unhashable(index_ty) {
            let raised = self.throw_message("TypeError", &format!("unhashable type: '{found}'"));
            return (crate::coerce::after(container, crate::coerce::after(held, raised)), BOT);
        }
        let (key_ty, value_ty) = (self.elem_type(ty), self.value_type(ty));
        let kind = match self.cx.rep.atoms(ty).first() {
            Some((_, Atom::Cont(kind, _))) => *kind,
            _ => Kind::Dict,
        };
        if self.is_mixed_key(index_ty, key_ty) {
            let mut stmts = Vec::new();
            let container = self.named(container, &mut stmts);
            let key = self.owned(held, index_ty);
            let value = self.dispatch(key, index_ty, value_ty, &mut |cx, key, one, _| {
                cx.load_key(ty, container.clone(), (key, one))
            });
            return (Block { stmts, tail: Some(Box::new(value)) }.into_expr(), value_ty);
        }
        if matches!(kind, Kind::Dict | Kind::OrderedDict) && self.is_other_number(index_ty, key_ty) {
            let value = self.take_said((container, key_ty), "at_said", (held, index_ty));
            return (value, value_ty);
        }
        let Some(key) = self.as_key(held.clone(), index_ty, key_ty) else {
            let throw = self.missing_key(held, index_ty);
            let throw = Expr::Block(Block { stmts: vec![Stmt::Expr(throw)], tail: None });
            return (self.evaluated((container, ty), throw), BOT);
        };
        match kind {
            Kind::DefaultDict => self.load_default(ty, container, key, (key_ty, value_ty)),
            Kind::Counter => {
                let nat = self.of(Atom::Nat);
                let result = self.cx.rep.inferred.types.join(value_ty, nat);
                let zero = self.coerce(Expr::Int(0, None), nat, value_ty);
                (
                    container.method("get_or", vec![key.by_ref(), zero]),
                    if value_ty == BOT { result } else { value_ty },
                )
            }
            _ => (self.raising(container, "at", vec![key.by_ref()]), value_ty),
        }
    }

    /// `d[key]` of a `defaultdict`: what the factory makes is stored first.
    fn load_default(
        &mut self,
        ty: TypeId,
        container: Expr,
        key: Expr,
        (key_ty, value_ty): (TypeId, TypeId),
    ) -> (Expr, TypeId) {
        let Some((_, Atom::Cont(_, cell))) = self.cx.rep.atoms(ty).first().cloned() else {
            return (container, BOT);
        };
        let factory = self.cx.rep.inferred.cells[cell.index()].get(&portalis_typeck::cell::Field::Factory);
        if self.holds_factory(ty) {
            return (self.raising(container, "at_or_made", vec![key.by_ref()]), value_ty);
        }
        let atoms = self.cx.rep.atoms(factory);
        if atoms.is_empty() {
            // Without a factory it is a dict like any other.
            return (self.raising(container, "at", vec![key.by_ref()]), value_ty);
        }
        let [(atom_id, atom)] = atoms.as_slice() else {
            self.unsupported_operation("a `defaultdict` whose factory is not known");
            return (container, value_ty);
        };
        let Some(made) = self.made_by_known(cell, (*atom_id, atom), value_ty) else {
            return (container, value_ty);
        };
        if !crate::rir::visit::leaves(&made) && !self.key_raises(key_ty) {
            let key = self.owned(key, key_ty);
            let (method, default) = match made {
                Expr::Int(..) | Expr::Float(_) | Expr::Bool(_) => ("set_default", made),
                made => ("set_default_with", maker(made)),
            };
            return (container.method(method, vec![key, default]), value_ty);
        }
        let held = self.temp("key");
        let owned = self.owned(key, key_ty);
        let dict = self.temp("held");
        let container = self.owned(container, ty);
        let (d, k) = (Expr::local(dict.clone()), Expr::local(held.clone()));
        let copy = self.is_copy(key_ty);
        let key_value = if copy { k.clone() } else { k.clone().cloned() };
        let fill =
            Block { stmts: vec![Stmt::Expr(d.clone().method("set", vec![key_value, made]))], tail: None };
        let missing = d.clone().method("contains", vec![k.clone().by_ref()]).not();
        // The key is there, unless it has no hash: then nothing is.
        let found = if self.key_raises(key_ty) {
            self.raising(d, "at", vec![k.by_ref()])
        } else {
            d.method("at", vec![k.by_ref()])
        };
        let block = Block {
            stmts: vec![
                Stmt::Let { pat: crate::rir::Pat::Bind(dict, false), ty: None, init: Some(container) },
                Stmt::Let { pat: crate::rir::Pat::Bind(held, false), ty: None, init: Some(owned) },
                Stmt::Expr(Expr::If(Box::new(missing), fill, None)),
            ],
            tail: Some(Box::new(found)),
        };
        (Expr::Block(block), value_ty)
    }

    /// What a factory that is known without a value makes.
    pub(crate) fn made_by_known(
        &mut self,
        cell: CellId,
        (atom_id, atom): (AtomId, &Atom),
        value_ty: TypeId,
    ) -> Option<Expr> {
        Some(match atom {
            Atom::Builtin(name) => match &**name {
                "int" => self.coerce_from(Atom::Nat, Expr::Int(0, None), value_ty),
                "float" => self.coerce_from(Atom::Float, Expr::Float(0.0), value_ty),
                "bool" => self.coerce_from(Atom::Bool, Expr::Bool(false), value_ty),
                "str" => self.coerce_from(Atom::Str, super::expr::str_literal(""), value_ty),
                "list"
                | "dict"
                | "set"
                | "collections.deque"
                | "collections.Counter"
                | "collections.OrderedDict" => {
                    let (kind, container) = match &**name {
                        "list" => (Kind::List, "List"),
                        "dict" => (Kind::Dict, "Dict"),
                        "set" => (Kind::Set, "Set"),
                        "collections.Counter" => (Kind::Counter, "Dict"),
                        "collections.OrderedDict" => (Kind::OrderedDict, "Dict"),
                        _ => (Kind::Deque, "Deque"),
                    };
                    let inner = self
                        .cx
                        .rep
                        .inferred
                        .types
                        .filter(value_ty, |atom| matches!(atom, Atom::Cont(other, _) if *other == kind));
                    let empty = self.empty_container(container, inner);
                    let empty = self.flavoured(empty, inner);
                    self.coerce(empty, inner, value_ty)
                }
                "tuple" => self.coerce_from(Atom::Tuple([].into()), Expr::unit(), value_ty),
                name => {
                    let Some(row) = Table::get().row_for(name, &Shape::of(0)) else {
                        self.unsupported_operation("this factory of a `defaultdict`");
                        return None;
                    };
                    let (made, ty) = self.row_emit(row, None, Vec::new(), BOT);
                    self.coerce(made, ty, value_ty)
                }
            },
            Atom::Class(class) => {
                let node = self.cx.rep.inferred.cells[cell.index()].site.node;
                let (made, ty) = self.construct_values(node, "factory", *class, Vec::new());
                self.coerce(made, ty, value_ty)
            }
            Atom::Func(..) => {
                let target = self.factory_target(atom_id);
                let Some(target) = target else {
                    self.unsupported_operation("this factory of a `defaultdict`");
                    return None;
                };
                let ret = self.return_type(target);
                let call = self.call_instance(target, Vec::new(), Vec::new());
                self.coerce(call, ret, value_ty)
            }
            _ => {
                self.unsupported_operation("this factory of a `defaultdict`");
                return None;
            }
        })
    }

    fn factory_target(&self, factory: AtomId) -> Option<portalis_typeck::ty::InstId> {
        for &inst in &self.cx.rep.inferred.live {
            for ((site, callee), &target) in &self.cx.rep.inferred.insts[inst.index()].calls {
                if &*site.role == "factory" && *callee == factory {
                    return Some(target);
                }
            }
        }
        None
    }
}

/// `|| made`.
fn maker(made: Expr) -> Expr {
    let body = Box::new(made);
    Expr::Closure(Closure { params: Vec::new(), ret: None, body, is_move: false })
}

/// Whether a tuple is one of those that a key type holds: of its length, or of any.
fn fits_shape(key: &Atom, held: &Atom) -> bool {
    match (key, held) {
        (Atom::Tuple(x), Atom::Tuple(y)) => x.len() == y.len(),
        (Atom::Tuple(_), Atom::TupleVar(_)) => true,
        _ => false,
    }
}
