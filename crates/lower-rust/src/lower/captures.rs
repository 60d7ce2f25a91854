//! The names that a pattern binds.
//!
//! They are bound once all of the pattern matches, at the start of the case, from the parts of the subject that are still
//! there; for the guard, too. A part that only the test sees is handed on in a cell. Where the alternatives of `|` bind
//! names, or where the guard might change what is matched, the test binds them on the way.
//!
//! ```text
//! case Point(x, 0): use(x)            if subject.y == 0 { let x = subject.x; use(x) }
//! case Point(x, y) if x == y: …       if { let x = subject.x; let y = subject.y; x == y } { let x = subject.x; … }
//! case [x] | [x, _]: use(x)           if subject.len() == 1 && { x.set(subject.at(0)); true } || … { use(x.get()) }
//! ```

use portalis_hir::visit::{for_each_expr, walk_pattern_locals};
use portalis_hir::{Arg, ExprId, ExprKind, LocalId, MatchCase, Pattern, StmtId};
use portalis_typeck::ty::{Atom, TypeId};

use super::builtin::let_;
use super::pattern::and;
use super::{FnCx, Storage};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut};
use crate::rir::{Block, Expr, Pat, Path, Stmt, Ty};

/// Builtins that change nothing that a pattern looks at.
const LOOKS: &[&str] =
    &["abs", "chr", "float", "int", "isinstance", "len", "max", "min", "ord", "round", "str", "type"];

/// Whether some `|` binds names.
fn has_alternatives(pattern: &Pattern) -> bool {
    let any = |items: &[Pattern]| items.iter().any(has_alternatives);
    match pattern {
        Pattern::Or(_) => {
            let mut binds = false;
            walk_pattern_locals(pattern, &mut |_| binds = true);
            binds
        }
        Pattern::Wildcard | Pattern::Value(_) | Pattern::Singleton(_) => false,
        Pattern::Bind(inner, ..) => inner.as_deref().is_some_and(has_alternatives),
        Pattern::Sequence { items, .. } => any(items),
        Pattern::Mapping { items, .. } => items.iter().any(|(_, item)| has_alternatives(item)),
        Pattern::Class { positional, keyword, .. } => {
            any(positional) || keyword.iter().any(|(_, item)| has_alternatives(item))
        }
    }
}

/// What the pattern of a case binds.
pub(crate) struct Captures {
    /// Whether the test binds it on the way.
    at_once: bool,
    /// Whether the part that is tested is held by the test alone.
    is_inside: bool,
    /// The variables and what each is bound to, of a type.
    bound: Vec<(LocalId, Expr, TypeId)>,
    /// The cells of what is handed on.
    cells: Vec<(LocalId, Stmt)>,
}

impl Captures {
    pub(super) fn new(at_once: bool) -> Self {
        Captures { at_once, is_inside: false, bound: Vec::new(), cells: Vec::new() }
    }

    /// Whether the test binds on the way.
    pub(super) fn is_at_once(&self) -> bool {
        self.at_once
    }

    /// The test of a part that it alone holds.
    pub(super) fn inside<T>(&mut self, test: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.is_inside, true);
        let value = test(self);
        self.is_inside = outer;
        value
    }
}

impl FnCx<'_, '_> {
    /// Whether the names of a case are bound once all of its pattern matches, and may be bound again behind its guard.
    pub(crate) fn are_bound_behind(&self, case: &MatchCase) -> bool {
        !has_alternatives(&case.pattern) && case.guard.is_none_or(|guard| self.only_looks(guard))
    }

    /// Whether evaluating a guard calls nothing of the program by name, and binds nothing.
    fn only_looks(&self, guard: ExprId) -> bool {
        let module = self.cx.module;
        let mut looks = true;
        for_each_expr(module, guard, &mut |expr| {
            looks &= match &module[expr].kind {
                ExprKind::None
                | ExprKind::Bool(_)
                | ExprKind::Int(_)
                | ExprKind::BigInt(_)
                | ExprKind::Float(_)
                | ExprKind::Str(_)
                | ExprKind::Local(_)
                | ExprKind::Builtin(_)
                | ExprKind::Tuple(_)
                | ExprKind::Unary { .. }
                | ExprKind::Binary { .. }
                | ExprKind::BoolOp { .. }
                | ExprKind::Compare { .. }
                | ExprKind::Attribute { .. }
                | ExprKind::Index { .. } => true,
                ExprKind::Call { callee, args } => {
                    let looks = match &module[*callee].kind {
                        ExprKind::Builtin(name) => LOOKS.contains(&&**name),
                        ExprKind::Attribute { value, .. } => self.is_text(*value),
                        _ => false,
                    };
                    looks && args.iter().all(|arg| matches!(arg, Arg::Pos(_)))
                }
                _ => false,
            };
        });
        looks
    }

    /// Whether an expression is a text, whose methods change nothing.
    fn is_text(&self, expr: ExprId) -> bool {
        let atoms = self.cx.rep.atoms(self.type_of(expr));
        !atoms.is_empty() && atoms.iter().all(|(_, atom)| matches!(atom, Atom::Str))
    }

    /// Binds `local` to `value`, of type `ty`, where the pattern matches; the part of the test that does it.
    pub(super) fn capture(
        &mut self,
        local: LocalId,
        value: Expr,
        ty: TypeId,
        captures: &mut Captures,
    ) -> Expr {
        if !captures.at_once && !captures.is_inside {
            captures.bound.push((local, value, ty));
            return Expr::Bool(true);
        }
        let mut block = Block::default();
        if captures.at_once {
            self.bind_local(None, local, value, ty, &mut block);
        } else if self.storage(local) != Storage::None {
            let declared = self.local_type(local);
            let value = self.coerce(value, ty, declared);
            let cell = self.cell_of(local, declared, captures);
            block.stmts.push(Stmt::Expr(cell.method("set", vec![value])));
        }
        if block.stmts.is_empty() {
            return Expr::Bool(true);
        }
        block.tail = Some(Box::new(Expr::Bool(true)));
        Expr::Block(block)
    }

    /// The cell in which the test hands `local` on.
    fn cell_of(&mut self, local: LocalId, ty: TypeId, captures: &mut Captures) -> Expr {
        let is_there = captures.cells.iter().find(|(other, _)| *other == local);
        if let Some((_, Stmt::Let { pat: Pat::Bind(name, _), .. })) = is_there {
            return Expr::local(name.clone());
        }
        let name = self.temp("found");
        let repr = self.cx.rep.repr(ty);
        let held = self.cx.rep.ty(&repr);
        let declared = Stmt::Let {
            pat: Pat::Bind(name.clone(), false),
            ty: Some(Ty::Named(Path::Rt("Local"), vec![held])),
            init: Some(Expr::call(Path::Rt("Local").assoc("unset"), Vec::new())),
        };
        captures.cells.push((local, declared));
        captures.bound.push((local, Expr::local(name.clone()).method("get", Vec::new()), ty));
        Expr::local(name)
    }

    /// The test of a part of the subject, which is held under a name like `base` where it is not simply read again.
    pub(super) fn part(
        &mut self,
        base: &str,
        item: &Pattern,
        (value, ty): (Expr, TypeId),
        captures: &mut Captures,
    ) -> Option<Expr> {
        let is_read_again =
            !captures.at_once && (crate::coerce::is_pure(&value) || (is_whole(item) && is_item(&value)));
        if is_read_again {
            return self.pattern(item, value, ty, captures);
        }
        let name = self.temp(base);
        let test = captures.inside(|captures| self.pattern(item, Expr::local(name.clone()), ty, captures))?;
        Some(held(&name, value, test))
    }

    /// Binds the names of a case at its start: `test` and `guard` with what binds for the guard, and the case.
    pub(super) fn bind_captures(
        &mut self,
        stmt: StmtId,
        (test, guard): (Expr, Option<ExprId>),
        captures: Captures,
        outside: &mut Block,
    ) -> (Expr, Block) {
        outside.stmts.extend(captures.cells.into_iter().map(|(_, declared)| declared));
        let mut start = Block::default();
        let Some(guard) = guard else {
            for (local, value, ty) in captures.bound {
                self.bind_local(Some(stmt), local, value, ty, &mut start);
            }
            return (test, start);
        };
        let mut before = Block::default();
        let mut guard = self.condition(guard);
        for (local, value, ty) in captures.bound {
            let is_let = self.decl.lets.contains_key(&(stmt, local))
                && self.storage.get(&local) == Some(&Storage::Plain);
            if !is_let {
                self.bind_local(Some(stmt), local, value, ty, &mut before);
                continue;
            }
            self.bind_local(Some(stmt), local, value.clone(), ty, &mut start);
            let name = self.declared_name(local);
            let n_read = n_mentions(&name, &guard);
            if n_read == 1 || crate::coerce::is_pure(&value) {
                let declared = self.local_type(local);
                let value = self.coerce(value, ty, declared);
                ReadAgain { name: &name, value: &value }.expr(&mut guard);
            } else if n_read > 0 {
                self.bind_local(Some(stmt), local, value, ty, &mut before);
            }
        }
        before.tail = Some(Box::new(guard));
        (and(test, before.into_expr()), start)
    }
}

/// How often an expression names `name`.
fn n_mentions(name: &str, expr: &Expr) -> u32 {
    struct Mentions<'a>(&'a str, u32);
    impl Visit for Mentions<'_> {
        fn expr(&mut self, expr: &Expr) {
            self.1 += u32::from(matches!(expr, Expr::Path(Path::Local(name)) if name == self.0));
            walk_expr(self, expr);
        }
    }
    let mut found = Mentions(name, 0);
    found.expr(expr);
    found.1
}

/// Reads a part of the subject where a name stands for it.
struct ReadAgain<'a> {
    name: &'a str,
    value: &'a Expr,
}

impl ReadAgain<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Path(Path::Local(name)) if name == self.name)
    }
}

impl VisitMut for ReadAgain<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        let place = self.value.clone_of().unwrap_or(self.value);
        match expr {
            Expr::Method(of, _, _, args) if self.is_it(of) => {
                **of = place.clone();
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            Expr::Field(of, _) | Expr::TupleField(of, _) | Expr::Ref(of) if self.is_it(of) => {
                **of = place.clone()
            }
            _ if self.is_it(expr) => *expr = self.value.clone(),
            _ => walk_expr_mut(self, expr),
        }
    }
}

/// `{ let name = value; test }`.
pub(super) fn held(name: &str, value: Expr, test: Expr) -> Expr {
    if matches!(test, Expr::Bool(_)) && (crate::coerce::is_pure(&value) || is_item(&value)) {
        return test;
    }
    Expr::Block(Block { stmts: vec![let_(name, value)], tail: Some(Box::new(test)) })
}

/// Whether a pattern looks at its subject as a whole.
fn is_whole(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Wildcard | Pattern::Value(_) | Pattern::Singleton(_) => true,
        Pattern::Bind(inner, ..) => inner.as_deref().is_none_or(is_whole),
        Pattern::Or(options) => options.iter().all(is_whole),
        _ => false,
    }
}

/// An item of a sequence or mapping that is there.
fn is_item(value: &Expr) -> bool {
    match value {
        Expr::Method(of, name, _, args) => {
            name == "at" && crate::coerce::is_pure(of) && args.iter().all(crate::coerce::is_pure)
        }
        _ => false,
    }
}
