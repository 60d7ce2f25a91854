//! Methods that a decorator made which gave them variables of their own: the class holds those, in the attribute whose
//! value the method is.

use portalis_hir::{ExprId, ExprKind, FuncId, Name, ParamKind};
use portalis_typeck::cell::Field;
use portalis_typeck::ty::{Atom, AtomId, CellId, ClassRef, InstId, TypeId};

use super::{Cx, FnCx};
use crate::rir::{Block, Expr, Path, Stmt};

impl FnCx<'_, '_> {
    /// The captured variables of a function that a decorator made of a method: the class holds them.
    pub(super) fn captured_by_method(
        &mut self,
        callee: ExprId,
        receiver: AtomId,
        (func, env): (FuncId, InstId),
        block: &mut Block,
    ) -> Vec<Expr> {
        let n = self.cx.rep.captured(func, env).len();
        let ExprKind::Attribute { name, .. } = &self.cx.module[callee].kind else { return Vec::new() };
        let class = match self.cx.rep.inferred.types.get(receiver) {
            Atom::Obj(class, _) | Atom::Class(class) => *class,
            _ => return Vec::new(),
        };
        let Some((attrs, ty)) = self.stored_class_attribute(class, name).filter(|_| n > 0) else {
            return Vec::new();
        };
        let is_made_of = |atom: &Atom| matches!(atom, Atom::Func(found, _) if *found == func);
        let atoms = self.cx.rep.atoms(ty);
        let is_held = match atoms.as_slice() {
            [(_, Atom::ClassMethod(inner))] => is_made_of(self.cx.rep.inferred.types.get(*inner)),
            [(_, atom)] => is_made_of(atom),
            _ => false,
        };
        if !is_held {
            return Vec::new();
        }
        let closure = self.read_class_static(attrs, name, ty);
        let closure = self.hold_value("closure", closure, &mut block.stmts);
        self.cx.closure_parts(&closure, func, env)
    }

    /// The captured variables of a special method or property that such a decorator made: those of the one attribute of
    /// the receiver's class that holds the function.
    pub(super) fn captured_by_class(
        &mut self,
        target: InstId,
        values: &[(Expr, TypeId)],
        stmts: &mut Vec<Stmt>,
    ) -> Vec<Expr> {
        let Some((_, receiver)) = values.first() else { return Vec::new() };
        let mut receiver = *receiver;
        if let [(_, Atom::Tuple(items))] = self.cx.rep.atoms(receiver).as_slice()
            && let Some(&first) = items.first()
        {
            // `def wrapper(*args)`.
            receiver = first;
        }
        let [(_, Atom::Obj(class, _) | Atom::Class(class))] = *self.cx.rep.atoms(receiver).as_slice() else {
            return Vec::new();
        };
        let Some((attrs, name, ty, _)) = self.cx.holder_of(target, class) else { return Vec::new() };
        let data = &self.cx.rep.inferred.insts[target.index()];
        let (func, Some(env)) = (data.func, data.env) else { return Vec::new() };
        let closure = self.read_class_static(attrs, &name, ty);
        let closure = self.hold_value("closure", closure, stmts);
        self.cx.closure_parts(&closure, func, env)
    }
}

impl Cx<'_> {
    /// The one attribute of a class, or of its bases, that holds the function of `target`, and of how many captured
    /// variables; `None` where it has none, or where several attributes could be meant.
    fn holder_of(&mut self, target: InstId, class: ClassRef) -> Option<(CellId, Name, TypeId, usize)> {
        let data = &self.rep.inferred.insts[target.index()];
        let (func, env) = (data.func, data.env?);
        let n = self.rep.captured(func, env).len();
        if n == 0 {
            return None;
        }
        let made = self.rep.inferred.types.atom(Atom::Func(func, env));
        let inferred = &self.rep.inferred;
        let is_made = |atom: AtomId| match *inferred.types.get(atom) {
            Atom::Property(inner, None) | Atom::CachedProperty(inner) | Atom::ClassMethod(inner) => {
                inner == made
            }
            _ => atom == made,
        };
        let mut holders = Vec::new();
        for base in &inferred.classes[class.index()].mro {
            let attrs = inferred.classes[base.index()].attrs;
            for &(ref field, ty) in &inferred.cells[attrs.index()].fields {
                if let Field::Attr(name) = field
                    && matches!(*inferred.types.ids(ty), [atom] if is_made(atom))
                {
                    holders.push((attrs, name.clone(), ty, n));
                }
            }
        }
        let holder = holders.pop();
        holder.filter(|_| holders.is_empty())
    }

    /// What a special method takes for its parameters after the receiver and `n_given` others: it may also be a method
    /// under another name (`__str__ = render`).
    pub(super) fn left_to_defaults(&mut self, target: InstId, n_given: usize) -> Vec<Expr> {
        FnCx::of_instance(self, target).left_arguments(target, 1 + n_given)
    }

    /// The call of a special method where a trait of Rust's asks for it.
    pub(super) fn call_special(&mut self, target: InstId, receiver: Expr, args: Vec<Expr>) -> Expr {
        let callee = self.callees[&target].clone();
        if callee.object.is_some() {
            return receiver.method(callee.name, args);
        }
        let data = self.rep.inferred.insts[target.index()].clone();
        let n = data.env.map_or(0, |env| self.rep.captured(data.func, env).len());
        let mut all: Vec<Expr> = Vec::new();
        let mut stmts = Vec::new();
        if n > 0 {
            let receiver = data.params.first().and_then(|&ty| self.rep.atoms(ty).first().cloned());
            let holder = match receiver {
                Some((_, Atom::Obj(class, _))) => self.holder_of(target, class),
                _ => None,
            };
            let kinds = self.module[data.func].params.iter().map(|param| param.kind);
            let has_rest = kinds.clone().any(|kind| matches!(kind, ParamKind::VarArgs | ParamKind::KwArgs));
            let Some((attrs, name, ..)) = holder.filter(|_| !has_rest) else {
                let span = self.module[data.func].span;
                let what = "`a special method that a decorator with variables of its own made`";
                self.sink.push(crate::diagnostics::operation(span, what));
                return Expr::unit();
            };
            let held = super::local::with_static(
                &self.class_static(attrs, &name),
                Expr::local("it").method("get", Vec::new()),
            );
            stmts.push(super::builtin::let_("closure", held));
            let closure = Expr::local("closure");
            all.extend(data.env.map(|env| self.closure_parts(&closure, data.func, env)).unwrap_or_default());
        }
        all.push(receiver.cloned());
        all.extend(args);
        let call = Expr::call(Path::local(callee.name), all);
        Block { stmts, tail: Some(Box::new(call)) }.into_expr()
    }
}
