//! Factories of a `defaultdict` that only the run knows: the dict holds them.
//!
//! ```text
//! rows = defaultdict(lambda: [fill] * width)
//!     Dict::new().into_made("<function <lambda>>", move || Ok(List::filled(fill.get(), width.get())))
//! rows["x"]
//!     rows.at_or_made("x")
//! ```

use portalis_hir::ExprId;
use portalis_typeck::cell::Field;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use crate::lower::{Catch, FnCx};
use crate::represent::Repr;
use crate::rir::{Block, Closure, Expr, Stmt};

impl FnCx<'_, '_> {
    /// Whether dicts of this type hold their factories.
    pub(crate) fn holds_factory(&mut self, ty: TypeId) -> bool {
        let Some((_, Atom::Cont(_, cell))) = self.cx.rep.atoms(ty).first().cloned() else { return false };
        let factory = self.cx.rep.inferred.cells[cell.index()].get(&Field::Factory);
        !matches!(self.cx.rep.repr(factory), Repr::Static | Repr::Unit | Repr::Never)
    }

    /// A new dict with the factory of the call that makes it.
    pub(crate) fn with_factory(
        &mut self,
        id: ExprId,
        dict: Expr,
        ty: TypeId,
        factory: Option<ExprId>,
    ) -> Expr {
        let Some(factory) = factory else { return dict };
        if !self.holds_factory(ty) {
            let mut block = Block::default();
            self.effect(factory, &mut block);
            block.tail = Some(Box::new(dict));
            return Expr::Block(block);
        }
        let Some((_, Atom::Cont(_, cell))) = self.cx.rep.atoms(ty).first().cloned() else { return dict };
        let of_all = self.cx.rep.inferred.cells[cell.index()].get(&Field::Factory);
        let text = self.cx.static_text(of_all);
        let value_ty = self.value_type(ty);
        let mut block = Block::default();
        let held = self.hold_callee(factory, &mut block);
        let outer = std::mem::replace(&mut self.catch, Catch::Return);
        let factory_ty = self.type_of(factory);
        let (made, made_ty) = match self.cx.rep.atoms(factory_ty).as_slice() {
            [(one, atom @ (Atom::Builtin(_) | Atom::Class(_)))] => {
                match self.made_by_known(cell, (*one, atom), value_ty) {
                    Some(made) => (made, value_ty),
                    None => (Expr::unit(), value_ty),
                }
            }
            _ => self.apply_held(id, "held factory", factory, held, Vec::new()),
        };
        let made = if made_ty == BOT { made } else { self.coerce(made, made_ty, value_ty) };
        self.catch = outer;
        let body = match made {
            // It always raises; the dict waits for a value.
            made if made_ty == BOT => {
                let never = Expr::Unreachable("it always raises");
                Expr::Block(Block { stmts: vec![Stmt::Expr(made)], tail: Some(Box::new(never)) })
            }
            Expr::Try(result) => *result,
            made => crate::lower::raise::ok(made),
        };
        let closure =
            Expr::Closure(Closure { params: Vec::new(), ret: None, body: Box::new(body), is_move: true });
        block.tail = Some(Box::new(dict.method("into_made", vec![Expr::Str(text), closure])));
        block.into_expr()
    }
}
