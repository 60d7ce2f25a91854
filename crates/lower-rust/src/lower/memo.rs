//! `@functools.cache` and `@functools.lru_cache`: a function that looks its arguments up before it runs.
//!
//! ```text
//! @cache                      fn fib(n: i64) -> i64 {
//! def fib(n): …                   functools::cached(&FIB_CACHE, (n,), || fib_uncached(n))
//!                             }
//! ```

use portalis_hir::{Arg, ExprId, ExprKind, FuncId, Module, StmtKind};
use portalis_typeck::Inferred;
use portalis_typeck::ty::{Atom, BOT, InstId, TypeId};
use rustc_hash::FxHashMap;

use super::{Cx, FnCx};
use crate::represent::Repr;
use crate::rir::{Block, Closure, Expr, Fn, Item, Path, Ty};

/// The functions under a caching decorator, and how many results each keeps; `None` is all.
pub(crate) type Memoized = FxHashMap<FuncId, Option<i64>>;

/// What `@lru_cache` keeps where it does not say.
const DEFAULT_SIZE: i64 = 128;

/// Finds them.
pub(crate) fn memoized(module: &Module, inferred: &Inferred) -> Memoized {
    let mut found = Memoized::default();
    for (_, stmt) in module.stmts.iter() {
        let StmtKind::FuncDef { func, decorators, .. } = &stmt.kind else { continue };
        let [decorator] = decorators.as_slice() else { continue };
        let types = inferred.insts.iter().filter_map(|inst| inst.exprs.get(decorator));
        let name = types.flat_map(|&ty| inferred.types.atoms(ty)).find_map(|atom| match atom {
            Atom::Builtin(name) if matches!(&**name, "functools.cache" | "functools.lru_cache") => Some(name),
            _ => None,
        });
        let Some(name) = name else { continue };
        let size = match (&module[*decorator].kind, &**name) {
            (ExprKind::Call { args, .. }, _) => match args.first().map(|arg| &module[arg.value()].kind) {
                Some(ExprKind::None) => None,
                Some(ExprKind::Int(size)) => Some(*size),
                _ => Some(DEFAULT_SIZE),
            },
            (_, "functools.cache") => None,
            _ => Some(DEFAULT_SIZE),
        };
        found.insert(*func, size);
    }
    found
}

impl Cx<'_> {
    /// The static that holds an instance's results.
    fn cache_of(&mut self, inst: InstId) -> String {
        if let Some(known) = self.caches.get(&inst) {
            return known.clone();
        }
        let name = self.callees[&inst].name.clone();
        let unique = self.rep.names.unique_static(&format!("{name}_cache"));
        self.caches.insert(inst, unique.clone());
        unique
    }
}

impl FnCx<'_, '_> {
    /// `function`, looked up before it runs, of a `receiver` if it is a method: the results, the function that looks and
    /// the one that runs.
    pub(super) fn memoize(
        &mut self,
        function: Fn,
        size: Option<i64>,
        receiver: Option<Ty>,
    ) -> (Item, Fn, Fn) {
        self.check_memoized(size);
        let n_captured = self.cx.rep.captured(self.func, self.inst).len();
        let mut inner = function.clone();
        inner.name = format!("{}_uncached", function.name);
        inner.doc = None;
        inner.is_pub = false;
        let (mut key, mut key_types, mut args) = (Vec::new(), Vec::new(), Vec::new());
        for (i, param) in function.params.iter().enumerate() {
            let name = Expr::local(param.name.clone());
            if i < n_captured {
                let scope = Path::RtIn("functools", "Scope".to_owned());
                if i == 0 {
                    key.push(Expr::call(Path::RtIn("functools", "Scope::new".to_owned()), Vec::new()));
                    key_types.push(Ty::path(scope));
                }
                key[0] = key[0].clone().method("with", vec![name.clone()]);
                args.push(name);
                continue;
            }
            key.push(if is_copied(&param.ty) { name.clone() } else { name.clone().cloned() });
            key_types.push(param.ty.clone());
            args.push(name);
        }
        let is_fallible = self.cx.is_fallible(self.inst);
        let repr = self.cx.rep.repr(self.ret);
        let result_ty = self.cx.rep.ty(&repr);
        let cache = self.cx.cache_of(self.inst);
        let call = match receiver {
            Some(receiver) => {
                key.insert(0, Expr::local("self").cloned());
                key_types.insert(0, receiver);
                Expr::local("self").method(inner.name.clone(), args)
            }
            None => Expr::call(Path::local(inner.name.clone()), args),
        };
        let compute = Closure { params: Vec::new(), ret: None, body: Box::new(call), is_move: false };
        let name = if is_fallible { "try_cached" } else { "cached" };
        let body = Expr::call(
            Path::RtIn("functools", name.to_owned()),
            vec![Expr::local(cache.clone()).by_ref(), Expr::Tuple(key), Expr::Closure(compute)],
        );
        let mut outer = function;
        outer.body = Block::of(body);
        outer.params.iter_mut().for_each(|param| param.is_mut = false);
        let new = match size {
            Some(size) => ("keeping", vec![Expr::Int(size, None)]),
            None => ("new", Vec::new()),
        };
        let ty = Path::RtIn("functools", "Cache".to_owned());
        let value = Expr::call(Path::RtIn("functools", format!("Cache::{}", new.0)), new.1);
        let held = Item::ThreadLocal {
            name: cache,
            doc: None,
            ty: Ty::Named(ty, vec![Ty::Tuple(key_types), result_ty]),
            value,
            is_const: true,
        };
        (held, outer, inner)
    }

    /// What raises where an argument has no hash: nothing is looked up, and nothing runs.
    pub(super) fn raising_for_no_hash(&mut self, function: &Fn) -> Option<Fn> {
        let class = self.unhashable_parameter(self.inst)?;
        let mut raising = function.clone();
        let throw = self.throw_message("TypeError", &format!("unhashable type: '{class}'"));
        raising.body = Block::of(throw);
        raising.params.iter_mut().for_each(|param| param.is_mut = false);
        Some(raising)
    }

    fn unhashable_parameter(&mut self, inst: InstId) -> Option<&'static str> {
        let params = self.cx.rep.inferred.insts[inst.index()].params.clone();
        params.into_iter().find_map(|ty| self.unhashable(ty))
    }

    /// Refuses what a cache of one function of Rust cannot be.
    fn check_memoized(&mut self, size: Option<i64>) {
        let env = self.cx.rep.inferred.insts[self.inst.index()].env;
        let live = self.cx.rep.inferred.live.clone();
        let others = live.into_iter().filter(|inst| {
            let data = &self.cx.rep.inferred.insts[inst.index()];
            *inst != self.inst && data.func == self.func && data.env == env
        });
        for other in others.collect::<Vec<_>>() {
            if self.unhashable_parameter(other).is_some() {
                continue;
            }
            let returns = |inst: InstId| self.cx.rep.inferred.insts[inst.index()].ret != BOT;
            // Equal arguments of different types share one result in Python, and all of them the room.
            let is_room_shared = size.is_some() && returns(other) && returns(self.inst);
            if is_room_shared || self.may_share_results(other) {
                self.unsupported_operation(
                    "a cached function that is called with arguments of several types",
                );
                break;
            }
        }
        let params = self.cx.rep.inferred.insts[self.inst.index()].params.clone();
        for ty in params {
            let repr = self.cx.rep.repr(ty);
            if !self.is_cache_key(&repr) {
                self.unsupported_operation("this argument of a cached function");
            }
        }
        if self.shows_ways_of_giving() {
            self.unsupported_operation(
                "a cached function that shows its runs and gets one argument by position and by name",
            );
        }
        if self.runs_later {
            self.unsupported_operation("a cached generator");
        }
    }

    /// Whether a call of this instance may find a result of another one of the same function.
    fn may_share_results(&mut self, other: InstId) -> bool {
        let params = |cx: &Self, inst: InstId| cx.cx.rep.inferred.insts[inst.index()].params.clone();
        let (own, others) = (params(self, self.inst), params(self, other));
        if let ([a], [b]) = (own.as_slice(), others.as_slice())
            && !self.may_be_named()
        {
            // An `int` alone is its own key; anything else alone is in a tuple.
            let is_int =
                |cx: &mut Self, ty: TypeId| cx.cx.rep.atoms(ty).iter().all(|(_, atom)| atom.is_int());
            let has_int =
                |cx: &mut Self, ty: TypeId| cx.cx.rep.atoms(ty).iter().any(|(_, atom)| atom.is_int());
            if (is_int(self, *a) && !has_int(self, *b)) || (is_int(self, *b) && !has_int(self, *a)) {
                return false;
            }
        }
        own.into_iter().zip(others).all(|(a, b)| {
            self.can_equal(a, b)
                || self.natively_equal(a, b)
                || self.says_its_equality(a)
                || self.says_its_equality(b)
        })
    }

    /// Whether objects of this type may be equal to those of another.
    fn says_its_equality(&mut self, ty: TypeId) -> bool {
        let atoms = self.cx.rep.atoms(ty);
        atoms.into_iter().any(|(id, _)| {
            let one = self.of_id(id);
            match self.cx.rep.repr(one) {
                Repr::Object(object) => {
                    self.cx.class_defines(object, "__eq__") || self.cx.dataclass(object).is_some()
                }
                _ => false,
            }
        })
    }

    /// Whether a call may name a parameter of the function: such an argument is never alone in its key.
    fn may_be_named(&self) -> bool {
        let module = self.cx.module;
        let names: Vec<_> =
            module[self.func].params.iter().map(|param| module[param.local].name.clone()).collect();
        module.exprs.iter().any(|(_, expr)| match &expr.kind {
            ExprKind::Call { args, .. } => args.iter().any(|arg| match arg {
                Arg::Keyword(name, _) => names.contains(name),
                Arg::DoubleStar(_) => true,
                Arg::Pos(_) | Arg::Star(_) => false,
            }),
            _ => false,
        })
    }

    fn is_cache_key(&mut self, repr: &Repr) -> bool {
        match repr {
            Repr::Tuple(items) => items.iter().all(|item| self.is_cache_key(item)),
            Repr::TupleVar(inner) | Repr::FrozenSet(inner) | Repr::Option(inner) => self.is_cache_key(inner),
            // What is a tuple or a text besides is equal to those.
            Repr::Object(object) => {
                self.cx.base_value(*object).is_none() && self.cx.named_tuple(*object).is_none()
            }
            Repr::Union(union) => {
                let variants = self.cx.rep.unions[union.0 as usize].variants.clone();
                variants.iter().all(|variant| {
                    matches!(variant.repr, Repr::Object(_)) && self.is_cache_key(&variant.repr)
                })
            }
            Repr::Bool
            | Repr::I64
            | Repr::Big
            | Repr::Float
            | Repr::Num
            | Repr::Complex
            | Repr::Str
            | Repr::Bytes
            | Repr::Range
            | Repr::Unit
            | Repr::Static
            | Repr::Never => true,
            _ => false,
        }
    }

    /// The caches of the function that an expression is.
    fn caches_of(&mut self, function: ExprId) -> Vec<Expr> {
        let ty = self.type_of(function);
        let mut caches = Vec::new();
        for (_, atom) in self.cx.rep.atoms(ty) {
            let Atom::Func(func, env) = atom else { continue };
            for inst in self.cx.rep.inferred.live.clone() {
                let data = &self.cx.rep.inferred.insts[inst.index()];
                let is_cached =
                    data.func == func && data.env == Some(env) && self.cx.memoized.contains_key(&func);
                if is_cached && self.unhashable_parameter(inst).is_none() {
                    caches.push(Expr::local(self.cx.cache_of(inst)).by_ref());
                }
            }
        }
        caches
    }

    /// `f.cache_clear()`.
    pub(super) fn clear_results(&mut self, function: ExprId) -> Expr {
        let forget = |cache: Expr| {
            crate::rir::Stmt::Expr(Expr::call(Path::RtIn("functools", "forget".to_owned()), vec![cache]))
        };
        let stmts: Vec<_> = self.caches_of(function).into_iter().map(forget).collect();
        Expr::Block(Block { stmts, tail: None })
    }

    /// The hits, misses and results of `f`.
    pub(super) fn result_counts(&mut self, function: ExprId) -> Expr {
        let counts = |cache| Expr::call(Path::RtIn("functools", "counts".to_owned()), vec![cache]);
        let of_all = self.caches_of(function).into_iter().map(counts);
        let sum = |a, b| Expr::call(Path::RtIn("functools", "sum_counts".to_owned()), vec![a, b]);
        of_all.reduce(sum).unwrap_or_else(|| Expr::Tuple(vec![Expr::Int(0, Some("i64")); 3]))
    }

    /// A `def` that runs again makes a cache of its own.
    pub(super) fn forget_results(&mut self, func: FuncId, block: &mut Block) {
        if self.cx.rep.captured(func, self.inst).is_empty() {
            return;
        }
        for inst in self.cx.rep.inferred.live.clone() {
            let data = &self.cx.rep.inferred.insts[inst.index()];
            let is_made = data.func == func && data.env == Some(self.inst);
            if is_made && self.unhashable_parameter(inst).is_none() {
                let cache = self.cx.cache_of(inst);
                let forget = Path::RtIn("functools", "forget".to_owned());
                block
                    .stmts
                    .push(crate::rir::Stmt::Expr(Expr::call(forget, vec![Expr::local(cache).by_ref()])));
            }
        }
    }
}

/// Whether naming a value of this type is a copy of it.
fn is_copied(ty: &Ty) -> bool {
    match ty {
        Ty::Named(Path::Local(name), _) => matches!(name.as_str(), "i64" | "f64" | "bool"),
        Ty::Tuple(items) => items.iter().all(is_copied),
        _ => false,
    }
}
