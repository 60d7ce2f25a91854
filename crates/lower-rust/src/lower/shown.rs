//! The texts of what is no value of the runtime's, or does not know them: classes, functions, methods, iterators.
//!
//! ```text
//! f"{type(x)}"            "<class 'int'>"
//! "%s" % iter(xs)         Shown::new("<list_iterator object at 0x7f…>", "list_iterator")
//! ```

use portalis_hir::{ExprId, ExprKind};
use portalis_typeck::ty::{Atom, CellId, TypeId};

use super::FnCx;
use super::known_text::builtin_text;
use crate::represent::Repr;
use crate::rir::{Expr, Path};

impl FnCx<'_, '_> {
    /// Whether the text of a value is written out where it is shown.
    pub(crate) fn is_opaque(&mut self, ty: TypeId) -> bool {
        let is_told = |atom: &Atom| match atom {
            Atom::Bound(..) | Atom::BoundBuiltin(..) => true,
            Atom::Cont(kind, _) => kind.is_lazy(),
            _ => false,
        };
        let repr = self.cx.rep.repr(ty);
        let is_written = match repr {
            Repr::Static => true,
            Repr::Tuple(_) => self.cx.rep.hides_values(&repr),
            _ => false,
        };
        is_written || matches!(self.cx.rep.atoms(ty).as_slice(), [(_, atom)] if is_told(atom))
    }

    /// A value as formatting takes it: what does not know its text goes with that.
    pub(crate) fn showing(&mut self, value: Expr, ty: TypeId) -> Expr {
        let is_class = self.is_some_class(ty);
        if !is_class && !self.is_opaque(ty) {
            self.check_shown(ty);
            return value;
        }
        let text = self.repr_of(value, ty);
        let class = if is_class { "type".to_owned() } else { self.class_name_of(ty) };
        Expr::call(Path::RtIn("show", "Shown".to_owned()).assoc("new"), vec![text, Expr::Str(class)])
    }

    /// Whether a value is one of several plain classes.
    pub(super) fn is_some_class(&self, ty: TypeId) -> bool {
        let atoms = self.cx.rep.atoms(ty);
        let is_class = |atom: &Atom| match atom {
            Atom::Class(_) | Atom::ExcClass(_) | Atom::Builtin(_) => self.cx.class_name(atom) == "type",
            _ => false,
        };
        atoms.len() > 1 && atoms.iter().all(|(_, atom)| is_class(atom))
    }

    /// The text of a tuple of which some items are known without a value.
    fn parts_text(&mut self, place: &Expr, ty: TypeId) -> Option<Expr> {
        let repr = self.cx.rep.repr(ty);
        if !matches!(repr, Repr::Tuple(_)) || !self.cx.rep.hides_values(&repr) {
            return None;
        }
        let types = self.tuple_items(ty);
        let (pat, names) = self.tuple_pattern(types.len());
        let parts = names.into_iter().zip(types);
        let args: Vec<Expr> = parts.map(|(name, ty)| self.repr_of(Expr::local(name), ty)).collect();
        let holes = vec!["{}"; args.len()].join(", ");
        let text = if args.len() == 1 { format!("({holes},)") } else { format!("({holes})") };
        let shown = Expr::Format { name: "format", first: None, text, args };
        let value = self.owned(place.clone(), ty);
        Some(crate::coerce::destructure(pat, value, shown))
    }

    /// The text of a bound method: what it is bound to is held, not the method.
    pub(super) fn bound_text(&mut self, place: &Expr, ty: TypeId) -> Option<Expr> {
        if let Some(text) = self.parts_text(place, ty) {
            return Some(text);
        }
        let atoms = self.cx.rep.atoms(ty);
        let (receiver, start) = match atoms.as_slice() {
            [(_, Atom::Bound(receiver, func, _))] => {
                (*receiver, format!("<bound method {} of ", self.cx.module[*func].qualname))
            }
            [(_, Atom::BoundBuiltin(receiver, name))] => {
                let of = self.of_id(*receiver);
                let class = self.cx.class_name_of(of);
                let text = format!("<built-in method {name} of {class} object at 0x7f0000000000>");
                return Some(crate::coerce::after(place.clone(), Expr::Str(text)));
            }
            [(_, Atom::Cont(kind, cell))] if kind.is_lazy() => {
                let name = self.iterator_text(*cell);
                let at = place.clone().method("id", Vec::new());
                let function = Path::RtIn("show", "of_address".to_owned());
                return Some(Expr::call(function, vec![Expr::Str(name), at]));
            }
            _ => return None,
        };
        let receiver = self.of_id(receiver);
        let (hole, arg) = match self.cx.rep.repr(receiver) {
            Repr::Static => ("{}", self.static_text(place.clone(), receiver)),
            _ => {
                self.check_shown(receiver);
                ("{}", self.shown_by("repr", place.clone(), receiver))
            }
        };
        let text = format!("{start}{hole}>");
        Some(Expr::Format { name: "format", first: None, text, args: vec![arg] })
    }

    /// What the text of an iterator or a generator begins with.
    fn iterator_text(&mut self, cell: CellId) -> String {
        if let Some(func) = self.cx.rep.inferred.generator_function(cell) {
            return format!("generator object {}", self.cx.module[func].qualname);
        }
        match self.cx.rep.inferred.iterator_class(cell) {
            // These show what comes next.
            None | Some("itertools.count" | "itertools.repeat") => {
                self.unsupported_operation("the text of this iterator");
                String::new()
            }
            Some("generator") => {
                self.unsupported_operation("the text of a generator of the library");
                String::new()
            }
            Some(class) => format!("{class} object"),
        }
    }

    /// Whether a value of several kinds has kinds among them that do not know their text.
    pub(super) fn is_shown_by_kind(&mut self, ty: TypeId) -> bool {
        matches!(self.cx.rep.repr(ty), Repr::Union(_))
            && (self.cx.rep.holds_bound(ty, &mut Vec::new())
                || self.cx.rep.holds_iterator(ty, &mut Vec::new()))
    }

    /// The text of such a value.
    pub(super) fn text_by_kind(&mut self, name: &str, place: Expr, ty: TypeId) -> Expr {
        let (str_ty, value) = (self.of(Atom::Str), self.owned(place, ty));
        self.dispatch(value, ty, str_ty, &mut |cx, value, one, _| {
            let text = if name == "repr" { cx.repr_of(value, one) } else { cx.str_of(value, one) };
            (text, str_ty)
        })
    }

    /// Refuses to show what has no value at run time, where its text does not stand for itself.
    pub(crate) fn check_shown(&mut self, ty: TypeId) {
        let repr = self.cx.rep.repr(ty);
        if self.cx.rep.hides_values(&repr) {
            self.unsupported_operation("the text of a class or function inside another value");
        } else if self.cx.rep.holds_bound(ty, &mut Vec::new()) {
            self.unsupported_operation("the text of a method inside another value");
        } else if self.cx.rep.holds_iterator(ty, &mut Vec::new()) {
            self.unsupported_operation("the text of an iterator inside another value");
        }
    }

    /// The text of what is known without a value.
    pub(super) fn static_text(&mut self, place: Expr, ty: TypeId) -> Expr {
        self.check_class(ty);
        // It says where the module lies.
        if let Some((_, Atom::Module(_))) = self.cx.rep.atoms(ty).first() {
            self.unsupported_operation("the text of a module");
        }
        if let Some((_, Atom::Builtin(name))) = self.cx.rep.atoms(ty).first()
            && builtin_text(name).is_none()
        {
            self.unsupported_operation(&format!("the text of `{name}`"));
        }
        if self.may_have_parameters(ty) {
            self.unsupported_operation("the text of a class with parameters");
        }
        let text = self.cx.static_text(ty);
        crate::coerce::after(place, Expr::Str(text))
    }

    /// Whether a class may be one with parameters, as `list[int]` is: types do not tell them apart.
    fn may_have_parameters(&self, ty: TypeId) -> bool {
        let inferred = &self.cx.rep.inferred;
        let class = match self.cx.rep.atoms(ty).as_slice() {
            // A member of an enumeration is looked up by its name.
            [(_, Atom::Class(class))] if inferred.classes[class.index()].enumeration.is_some() => {
                return false;
            }
            [(class, Atom::Class(_) | Atom::Builtin(_))] => *class,
            _ => return false,
        };
        let is_class = |value: ExprId| {
            let types =
                inferred.live.iter().filter_map(|inst| inferred.insts[inst.index()].exprs.get(&value));
            types.into_iter().any(|&ty| inferred.types.ids(ty).contains(&class))
        };
        self.cx.module.exprs.iter().any(|(_, expr)| match expr.kind {
            ExprKind::Index { value, .. } => is_class(value),
            _ => false,
        })
    }
}
