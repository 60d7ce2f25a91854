//! Values where Rust wants an `i64`: integers of other widths, and objects that give one.

use portalis_typeck::ty::{Atom, TypeId};

use super::FnCx;
use super::builtin::let_;
use crate::represent::Repr;
use crate::rir::{self, Block, Expr, Path};

impl FnCx<'_, '_> {
    /// An integer as `i64`, for counts and indices.
    pub(crate) fn as_index(&mut self, value: Expr, ty: TypeId) -> Expr {
        match self.cx.rep.repr(ty) {
            Repr::I64 => value,
            Repr::Bool => Expr::call(Path::local("i64").assoc("from"), vec![value]),
            Repr::Big => value.method("narrow", Vec::new()),
            Repr::Union(_) | Repr::Option(_) => {
                let (int, value) = (self.of(Atom::Int), self.owned(value, ty));
                self.dispatch(value, ty, int, &mut |cx, value, one, _| (cx.as_index(value, one), int))
            }
            Repr::Num => self.whole(value, ty, "'float' object cannot be interpreted as an integer"),
            Repr::Object(object) if self.cx.class_defines(object, "__index__") => self.index_of(value, ty),
            Repr::Object(_) | Repr::Native(_) => {
                self.unsupported_operation("an index of this type");
                value
            }
            _ => {
                let found = self.class_name_of(ty);
                let message = format!("'{found}' object cannot be interpreted as an integer");
                crate::coerce::after(value, self.failed_index(&message))
            }
        }
    }

    /// A number that has to be an integer; `message` says what a float raises.
    pub(super) fn whole(&mut self, value: Expr, ty: TypeId, message: &str) -> Expr {
        let (big, name) = (self.of(Atom::BigInt), self.temp("index"));
        let owned = self.owned(value, ty);
        let test = Expr::local(name.clone()).method("is_int", Vec::new());
        let int = self.coerce(Expr::local(name.clone()), ty, big).method("narrow", Vec::new());
        let failed = self.failed_index(message);
        let chosen = Expr::If(Box::new(test), Block::of(int), Some(Box::new(failed)));
        Expr::Block(Block { stmts: vec![let_(&name, owned)], tail: Some(Box::new(chosen)) })
    }

    /// What the `__index__` of an object gives.
    pub(super) fn index_of(&mut self, value: Expr, ty: TypeId) -> Expr {
        let object = self.first_atom(ty);
        let Some(target) = self.cx.any_target(object, "__index__") else {
            return Expr::Unreachable("an index that is never asked for");
        };
        let (index, index_ty) = self.call_method_instance(target, value, Vec::new());
        match self.cx.rep.repr(index_ty) {
            Repr::I64 | Repr::Big => self.as_index(index, index_ty),
            Repr::Never => index,
            _ => {
                self.unsupported_operation("an `__index__` that gives no integer");
                index
            }
        }
    }

    /// Whether values of a type may be objects that are integers where one is wanted.
    pub(crate) fn has_index(&mut self, ty: TypeId) -> bool {
        self.cx.rep.atoms(ty).into_iter().any(|(id, _)| {
            let one = self.of_id(id);
            matches!(self.cx.rep.repr(one), Repr::Object(object) if self.cx.class_defines(object, "__index__"))
        })
    }

    /// A `TypeError` in the place of an index: it has a type wherever it stands.
    pub(crate) fn failed_index(&mut self, message: &str) -> Expr {
        let class = Expr::Path(Path::Exc("TypeError".to_owned()));
        let error =
            Expr::call(super::raise::exception_path("new"), vec![class, Expr::Str(message.to_owned())]);
        let types = vec![rir::Ty::local("i64"), rir::Ty::path(Path::Rt("Exception"))];
        let failed = Expr::Call(Box::new(Expr::Generic(Path::local("Err"), types)), vec![error]);
        self.propagate(failed)
    }
}
