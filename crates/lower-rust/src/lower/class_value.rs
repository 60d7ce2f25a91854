//! Attributes of classes, read. Until something assigns to it after its class was made, a class shows that of a base.

use portalis_hir::Name;
use portalis_typeck::solve::is_bound_in_body;
use portalis_typeck::ty::{BOT, CellId, TypeId};

use super::FnCx;
use super::local::with_static;
use crate::represent::Repr;
use crate::rir::{Arm, Expr, Pat, Path};

impl FnCx<'_, '_> {
    /// The attribute of this class, which is of the type that the class itself gives it.
    pub(crate) fn read_class_static(&mut self, attrs: CellId, name: &Name, ty: TypeId) -> Expr {
        let (value, found) = self.read_class_value(attrs, name, ty);
        if self.cx.rep.repr(found) != self.cx.rep.repr(ty) {
            self.unsupported_operation("an attribute that a class derived from its own has of another type");
        }
        value
    }

    /// The same where what a base gives it may be of another type.
    pub(crate) fn read_class_value(&mut self, attrs: CellId, name: &Name, ty: TypeId) -> (Expr, TypeId) {
        if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never) {
            return (Expr::unit(), ty);
        }
        let static_name = self.cx.class_static(attrs, name);
        let Some((base, base_ty)) = self.inherited_until_set(attrs, name) else {
            return (with_static(&static_name, Expr::local("it").method("get", Vec::new())), ty);
        };
        let held = self.temp("own");
        let (inherited, base_ty) = self.read_class_value(base, name, base_ty);
        let to = match self.cx.rep.repr(ty) == self.cx.rep.repr(base_ty) {
            true => ty,
            false => self.cx.rep.inferred.types.join(ty, base_ty),
        };
        let own = with_static(&static_name, Expr::local("it").method("peek", Vec::new()));
        let set = self.coerce(Expr::local(held.clone()), ty, to);
        let inherited = self.coerce(inherited, base_ty, to);
        let some = Pat::Call(Path::local("Some"), vec![Pat::Bind(held, false)]);
        let arms = vec![
            Arm { pat: some, guard: None, body: set },
            Arm { pat: Pat::Path(Path::local("None")), guard: None, body: inherited },
        ];
        (Expr::Match(Box::new(own), arms), to)
    }

    /// The attribute of a base that a class shows until something assigns its own, after the class was made.
    fn inherited_until_set(&self, attrs: CellId, name: &Name) -> Option<(CellId, TypeId)> {
        let (module, classes) = (self.cx.module, &self.cx.rep.inferred.classes);
        let at = classes.iter().position(|class| class.attrs == attrs)?;
        let mut mro = classes[at].mro.iter();
        let own = *mro.next()?;
        if is_bound_in_body(module, classes, own, name) {
            return None;
        }
        mro.find_map(|base| {
            let attrs = classes[base.index()].attrs;
            let ty = self.cx.rep.inferred.cells[attrs.index()].attribute(name);
            (ty != BOT).then_some((attrs, ty))
        })
    }
}
