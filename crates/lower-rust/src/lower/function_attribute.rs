//! Attributes of functions: variables that the function carries, or globals.

use portalis_hir::{ExprId, ExprKind, FuncId, FuncKind, LocalId, Name, Scope};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, InstId, TypeId};

use super::FnCx;
use super::local::with_static;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Path, Stmt};

/// Where an attribute of a function is kept.
pub(super) enum Kept {
    /// In a static.
    Static(String),
    /// In a variable.
    Var(Expr),
    /// Its value is known without one.
    Nowhere,
}

impl FnCx<'_, '_> {
    /// Where the attribute of the value `function` is kept, and its type; `None` where it is never set.
    pub(super) fn function_attribute(
        &mut self,
        function: Expr,
        (func, made_in): (FuncId, InstId),
        name: &str,
    ) -> Option<(Kept, TypeId)> {
        let module = self.cx.module;
        let local = module[func].attribute(name)?;
        let ty = self.cx.rep.captured_type(local, made_in);
        if ty == BOT {
            return None;
        }
        if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never) {
            return Some((Kept::Nowhere, ty));
        }
        if matches!(module[local].owner, Scope::Func(owner) if module[owner].kind == FuncKind::Module) {
            return Some((Kept::Static(self.cx.static_of(local)), ty));
        }
        let captured = self.cx.rep.captured(func, made_in);
        let at = captured.iter().position(|&other| other == local)?;
        let part = match function {
            Expr::Tuple(parts) => part_of(parts, at),
            Expr::Struct(_, fields) => part_of(fields.into_iter().map(|(_, part)| part).collect(), at),
            function => match self.cx.closure_parts(&function, func, made_in).swap_remove(at) {
                Expr::Ref(part) => *part,
                part => part,
            },
        };
        Some((Kept::Var(part), ty))
    }

    /// `function.name`.
    pub(super) fn load_function_attribute(
        &mut self,
        function: Expr,
        made: (FuncId, InstId),
        name: &Name,
    ) -> (Expr, TypeId) {
        let Some((kept, ty)) = self.function_attribute(function.clone(), made, name) else {
            let message = format!("'function' object has no attribute '{name}'");
            let throw = self.throw_message("AttributeError", &message);
            return (crate::coerce::after(function, throw), BOT);
        };
        let text = vec![Expr::Str(name.to_string())];
        let value = match kept {
            Kept::Nowhere => crate::coerce::after(function, Expr::unit()),
            Kept::Var(var) => self.raising(var, "attribute", text),
            Kept::Static(name) => {
                let read = if self.catch == super::Catch::Uncaught { "attribute" } else { "try_attribute" };
                let read = with_static(&name, Expr::local("it").method(read, text));
                let read = self.propagate_if(read);
                crate::coerce::after(function, read)
            }
        };
        (value, ty)
    }

    /// `function.__name__`, `__doc__` and their like: what the program set, else what the `def` says.
    pub(super) fn own_name(
        &mut self,
        node: Node,
        (object, atom): (Expr, AtomId),
        (func, made_in): (FuncId, InstId),
        name: &Name,
    ) -> (Expr, TypeId) {
        let (str_ty, none) = (self.of(Atom::Str), self.none_type());
        let ty = match node {
            Node::Expr(expr) => self.type_of(expr),
            _ => str_ty,
        };
        let wrapped = self.cx.wrapped_function(func, made_in);
        let said = match &**name {
            "__name__" => Some(self.cx.module[wrapped].name.to_string()),
            "__qualname__" => Some(self.cx.module[wrapped].qualname.to_string()),
            "__doc__" => self.cx.module[wrapped].doc.clone(),
            _ => Some(self.cx.module.name.to_string()),
        };
        let is_function = matches!(self.cx.rep.inferred.types.get(atom), Atom::Func(..));
        let set = match is_function {
            true => self.peek_function_attribute(object.clone(), (func, made_in), name),
            false => None,
        };
        let said = match said {
            Some(text) => (super::expr::str_literal(&text), str_ty),
            None if self.cx.rep.inferred.types.contains(ty, &Atom::None) => (Expr::unit(), none),
            // What `functools.wraps` lends has none of its own; the program gave it one.
            None if set.is_some() => {
                let what = Expr::Str("the docstring of a function that may have none".to_owned());
                let trap = Expr::call(Path::RtIn("trap", "unsupported".to_owned()), vec![what]);
                let never = Box::new(Expr::Unreachable("a trap"));
                (Expr::Block(Block { stmts: vec![Stmt::Expr(trap)], tail: Some(never) }), BOT)
            }
            None => {
                self.unsupported_operation("`__doc__` of a function without a docstring");
                return (Expr::unit(), BOT);
            }
        };
        let Some((peeked, set_ty)) = set else {
            return match said.1 == none {
                true => (crate::coerce::after(object, said.0), none),
                false => said,
            };
        };
        let to = self.cx.rep.inferred.types.join(said.1, set_ty);
        if said.1 == none && !self.cx.rep.inferred.types.contains(set_ty, &Atom::None) {
            return (peeked, to);
        }
        let (set, otherwise) = (self.coerce(Expr::local("set"), set_ty, to), self.coerce(said.0, said.1, to));
        let found = Expr::IfLet(
            Pat::Call(Path::local("Some"), vec![Pat::Bind("set".to_owned(), false)]),
            Box::new(peeked),
            Block { stmts: Vec::new(), tail: Some(Box::new(set)) },
            Some(Box::new(Expr::Block(Block { stmts: Vec::new(), tail: Some(Box::new(otherwise)) }))),
        );
        (found, to)
    }

    /// `function.name = value`.
    pub(super) fn store_function_attribute(
        &mut self,
        function: Expr,
        made: (FuncId, InstId),
        name: &Name,
        value: Expr,
        ty: TypeId,
    ) -> Expr {
        let Some((kept, declared)) = self.function_attribute(function.clone(), made, name) else {
            return crate::coerce::drop_value(value);
        };
        let value = self.owned(value, ty);
        let value = self.coerce(value, ty, declared);
        match kept {
            Kept::Nowhere => crate::coerce::drop_value(crate::coerce::after(function, value)),
            Kept::Var(var) => var.method("set", vec![value]),
            Kept::Static(name) => crate::coerce::after(function, self.set_static(&name, value)),
        }
    }

    /// `del function.name`; false where it never has the attribute.
    pub(super) fn delete_function_attribute(
        &mut self,
        function: Expr,
        made: (FuncId, InstId),
        name: &Name,
        block: &mut Block,
    ) -> bool {
        let Some((kept, _)) = self.function_attribute(function, made, name) else { return false };
        let text = vec![Expr::Str(name.to_string())];
        let delete = match kept {
            Kept::Nowhere => return false,
            Kept::Var(var) => var.method("try_delete_attribute", text),
            Kept::Static(name) => with_static(&name, Expr::local("it").method("try_delete_attribute", text)),
        };
        let delete = self.propagate(delete);
        block.stmts.push(Stmt::Expr(delete));
        true
    }

    /// `function.name` as an `Option`: empty where it is not set. `None` where it never is, or nobody can tell.
    pub(super) fn peek_function_attribute(
        &mut self,
        function: Expr,
        made: (FuncId, InstId),
        name: &Name,
    ) -> Option<(Expr, TypeId)> {
        let (kept, ty) = self.function_attribute(function.clone(), made, name)?;
        let peeked = match kept {
            Kept::Nowhere => {
                self.unsupported_operation("an attribute of a function that is asked for");
                return None;
            }
            Kept::Var(var) => var.method("peek", Vec::new()),
            Kept::Static(name) => {
                let peek = with_static(&name, Expr::local("it").method("peek", Vec::new()));
                crate::coerce::after(function, peek)
            }
        };
        Some((peeked, ty))
    }

    /// `@functools.wraps(wrapped)`: the function gets what attributes `wrapped` has by then.
    pub(super) fn lend_attributes(&mut self, decorator: ExprId, func: FuncId, block: &mut Block) {
        let module = self.cx.module;
        let ty = self.type_of(decorator);
        if !self.cx.rep.inferred.types.contains(ty, &Atom::Builtin("functools.wraps".into())) {
            return;
        }
        let ExprKind::Call { args, .. } = &module[decorator].kind else { return };
        let Some(wrapped) = args.first().map(portalis_hir::Arg::value) else { return };
        let wrapped_ty = self.type_of(wrapped);
        let atoms: Vec<(AtomId, Atom)> = self.cx.rep.atoms(wrapped_ty);
        let attributes: Vec<(Name, LocalId)> = module[func].attributes.clone();
        for (name, _) in attributes {
            let lends = |cx: &Self, atom: &Atom| match atom {
                Atom::Func(lender, made_in) => module[*lender]
                    .attribute(&name)
                    .is_some_and(|local| cx.cx.rep.captured_type(local, *made_in) != BOT),
                _ => false,
            };
            if !atoms.iter().any(|(_, atom)| lends(self, atom)) {
                continue;
            }
            if !self.is_single(wrapped_ty) {
                self.unsupported_operation("`wraps` of one of several functions with attributes");
                return;
            }
            let Some((_, Atom::Func(lender, made_in))) = atoms.first() else { return };
            let lender = (*lender, *made_in);
            let place = self.place(wrapped);
            let Some((kept, _)) = self.function_attribute(place.clone(), lender, &name) else { continue };
            let here = (func, self.inst);
            let own = self.closure_value(func);
            if let Kept::Nowhere = kept {
                continue;
            }
            let Some((peeked, ty)) = self.peek_function_attribute(place, lender, &name) else { continue };
            let store = self.store_function_attribute(own, here, &name, Expr::local("lent"), ty);
            block.stmts.push(Stmt::Expr(Expr::IfLet(
                Pat::Call(Path::local("Some"), vec![Pat::Bind("lent".to_owned(), false)]),
                Box::new(peeked),
                Block { stmts: vec![Stmt::Expr(store)], tail: None },
                None,
            )));
        }
    }
}

/// The variable at a place among those of a function value that was just made.
fn part_of(mut parts: Vec<Expr>, at: usize) -> Expr {
    match parts.swap_remove(at) {
        Expr::Method(var, name, _, args) if name == "clone" && args.is_empty() => *var,
        part => part,
    }
}
