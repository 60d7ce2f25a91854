//! Attributes of an exception that may be of several classes: those of whichever it is.
//!
//! ```text
//! except Exception as e:
//!     print(getattr(e, "code", 1))      if let Some(raised) = e.payload::<AppError>() { raised.code.get() } else { 1 }
//! ```

use portalis_hir::Name;
use portalis_typeck::builtins::raised::EXCEPTION_CLASS;
use portalis_typeck::builtins::{exception_has_attribute, is_exception_subclass};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::{BinOp, Block, Expr, Pat, Path};

impl FnCx<'_, '_> {
    /// Attributes of what a handler caught.
    pub(super) fn exception_attribute(
        &mut self,
        node: Node,
        object: Expr,
        ty: TypeId,
        name: &Name,
    ) -> (Expr, TypeId) {
        let attribute = match node {
            Node::Expr(expr) => self.type_of(expr),
            Node::Stmt(stmt) => {
                let updates = &self.cx.rep.inferred.insts[self.inst.index()].updates;
                updates.get(&stmt).map_or(BOT, |(old, _)| *old)
            }
            _ => BOT,
        };
        match &**name {
            "args" if attribute != BOT => return (self.exception_args(object, attribute), attribute),
            "__notes__" if attribute != BOT => {
                return (self.raising(object, "notes", Vec::new()), attribute);
            }
            "__class__" => {
                let class = self.of(Atom::Native(EXCEPTION_CLASS));
                return (object.method("class", Vec::new()), class);
            }
            "__suppress_context__" => {
                let bool_ty = self.of(Atom::Bool);
                return (object.method("suppress_context", Vec::new()), bool_ty);
            }
            "__cause__" | "__context__" => {
                let (base, none) = (self.of(Atom::Exc("BaseException".into())), self.none_type());
                let ty = self.cx.rep.inferred.types.join(base, none);
                return (object.method(name.trim_matches('_'), Vec::new()), ty);
            }
            _ => {}
        }
        let mut stmts = Vec::new();
        let held = self.named(object, &mut stmts);
        let is_builtin = matches!(
            &**name,
            "code"
                | "errno"
                | "strerror"
                | "filename"
                | "value"
                | "encoding"
                | "object"
                | "start"
                | "end"
                | "reason"
        );
        let is_of_pattern = matches!(&**name, "msg" | "pos" | "lineno" | "colno");
        // What no class of the program has is an attribute of a builtin one, or there is none.
        let is_own = |atom: &Atom| matches!(atom, Atom::Obj(..));
        let rest = self.cx.rep.inferred.types.filter(ty, |atom| !is_own(atom));
        let is_pattern_error =
            |atom: &Atom| matches!(atom, Atom::Exc(class) if is_exception_subclass(class, "re.error"));
        let all_of_pattern =
            is_of_pattern && self.cx.rep.atoms(rest).iter().all(|(_, atom)| is_pattern_error(atom));
        let may_have = |atom: &Atom| matches!(atom, Atom::Exc(class) if may_have_attribute(class, name));
        let is_builtin = is_builtin && self.cx.rep.atoms(rest).iter().any(|(_, atom)| may_have(atom));
        let mut chain = if (is_builtin || all_of_pattern) && rest != BOT && attribute != BOT {
            self.builtin_exception_attribute(held.clone(), rest, name, attribute)
        } else {
            let class = held.clone().method("class_name", Vec::new());
            let missing = Path::RtIn("exc", "missing_attribute".to_owned());
            let missing = Expr::call(missing, vec![class, Expr::Str(name.to_string())]);
            self.throw(missing)
        };
        if attribute != BOT {
            chain = self.of_own_exceptions(&held, ty, chain, &mut |cx, raised, one, id| {
                let (read, read_ty) = cx.attribute_single(node, raised, one, id, name);
                (read_ty != BOT).then(|| cx.coerce(read, read_ty, attribute))
            });
        }
        (Block { stmts, tail: Some(Box::new(chain)) }.into_expr(), attribute)
    }

    /// What an exception answers: one `if` for each class of the program that it may be of and that has an answer, then
    /// what all others say.
    pub(super) fn of_own_exceptions(
        &mut self,
        held: &Expr,
        ty: TypeId,
        otherwise: Expr,
        answer: &mut dyn FnMut(&mut Self, Expr, TypeId, AtomId) -> Option<Expr>,
    ) -> Expr {
        let mut chain = otherwise;
        for (id, atom) in self.cx.rep.atoms(ty).into_iter().rev() {
            let one = self.of_id(id);
            let (Repr::Object(object_id), Atom::Obj(..)) = (self.cx.rep.repr(one), atom) else { continue };
            let Some(answered) = answer(self, Expr::local("raised"), one, id) else { continue };
            let struct_name = self.cx.rep.objects[object_id.0 as usize].name.clone();
            let payload = Expr::Method(
                Box::new(held.clone()),
                "payload".to_owned(),
                vec![crate::rir::Ty::local(struct_name)],
                Vec::new(),
            );
            let is_it = payload.clone().method("is_some", Vec::new());
            chain = match (answered, chain) {
                (Expr::Bool(answer), Expr::Bool(other)) if answer == other => Expr::Bool(answer),
                (Expr::Bool(true), Expr::Bool(_)) => is_it,
                (Expr::Bool(true), chain) => Expr::binary(BinOp::Or, is_it, chain),
                (Expr::Bool(false), chain) => Expr::binary(BinOp::And, is_it.not(), chain),
                (answered, chain) => Expr::IfLet(
                    Pat::Call(Path::local("Some"), vec![Pat::Bind("raised".to_owned(), false)]),
                    Box::new(payload),
                    Block::of(answered),
                    Some(Box::new(Expr::Block(Block::of(chain)))),
                ),
            };
        }
        chain
    }

    /// What an exception answers that is asked for an attribute which those of builtin classes lack: where it is of a class
    /// of the program, `answer`.
    pub(super) fn asked_exception(
        &mut self,
        exception: Expr,
        ty: TypeId,
        name: &Name,
        lacking: Expr,
        answer: &mut dyn FnMut(&mut Self, Expr, TypeId, AtomId) -> Expr,
    ) -> Expr {
        let may_have = |atom: &Atom| match atom {
            Atom::Exc(class) => is_of_all(name) || may_have_attribute(class, name),
            _ => false,
        };
        if self.cx.rep.atoms(ty).iter().any(|(_, atom)| may_have(atom)) {
            self.unsupported_operation("an attribute of an exception that is asked for");
            return lacking;
        }
        let mut stmts = Vec::new();
        let held = self.named(exception, &mut stmts);
        let chain = self.of_own_exceptions(&held, ty, lacking, &mut |cx, raised, one, id| {
            Some(answer(cx, raised, one, id))
        });
        Block { stmts, tail: Some(Box::new(chain)) }.into_expr()
    }
}

/// Whether all exceptions have an attribute.
pub(super) fn is_of_all(name: &str) -> bool {
    name.starts_with("__") || matches!(name, "add_note" | "args" | "with_traceback")
}

/// Whether an exception of a builtin class, or of one derived from it, has an attribute that only some exceptions have.
pub(super) fn may_have_attribute(class: &str, name: &str) -> bool {
    exception_has_attribute(name, |owner| {
        is_exception_subclass(class, owner) || is_exception_subclass(owner, class)
    })
}
