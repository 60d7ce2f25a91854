//! Whether a caught exception and an object of an exception class are one: what travels holds the object that it was made of.
//!
//! ```text
//! except Failure as error:
//!     error is first                 error.payload::<Failure>().is_some_and(|it| it.is(&first))
//! ```

use super::FnCx;
use crate::represent::Repr;
use crate::rir::{Closure, Expr, Pat, Ty};

impl FnCx<'_, '_> {
    /// `left is right` of two such values; `None` of others.
    pub(super) fn same_exception(
        &mut self,
        (left, a): (&Expr, &Repr),
        (right, b): (&Expr, &Repr),
    ) -> Option<Expr> {
        let (caught, made, object) = match (a, b) {
            (Repr::Exception, Repr::Object(object)) => (left, right, *object),
            (Repr::Object(object), Repr::Exception) => (right, left, *object),
            _ => return None,
        };
        let info = &self.cx.rep.objects[object.0 as usize];
        if !self.cx.rep.is_exception_class(info.class) {
            return None;
        }
        let class = Ty::local(info.name.clone());
        let payload = Expr::Method(Box::new(caught.clone()), "payload".to_owned(), vec![class], Vec::new());
        let closure = Closure {
            params: vec![(Pat::Bind("it".to_owned(), false), None)],
            ret: None,
            body: Box::new(Expr::local("it").method("is", vec![made.clone().by_ref()])),
            is_move: false,
        };
        Some(payload.method("is_some_and", vec![Expr::Closure(closure)]))
    }
}
