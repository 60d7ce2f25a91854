//! `struct`: the format says the types.

use portalis_diag::Span;
use portalis_hir::{Arg, ExprId, ExprKind};

use super::Walk;
use super::bind::Args;
use crate::builtins::{StructFields, struct_fields};
use crate::cell::Node;
use crate::ty::{Atom, BOT, TypeId};
use crate::{constant, diagnostics};

impl Walk<'_, '_> {
    /// `struct.pack`, `struct.unpack`, `struct.unpack_from`.
    pub(super) fn struct_call(
        &mut self,
        node: Node,
        name: &str,
        args: &Args,
        span: Span,
        exprs: &[Arg],
    ) -> TypeId {
        if args.positional.contains(&BOT) {
            return BOT;
        }
        if name == "struct.pack" {
            return self.of(Atom::Bytes);
        }
        let format = exprs.first().and_then(|arg| self.text_of(arg.value()));
        match format.as_deref().and_then(struct_fields) {
            Some(StructFields::Each(atoms)) => {
                let items: Vec<TypeId> = atoms.into_iter().map(|atom| self.of(atom)).collect();
                self.of(Atom::Tuple(items.into()))
            }
            Some(StructFields::Many(atom)) => {
                let elem = self.of(atom);
                self.tuple_var(node, "fields", elem, span)
            }
            None => {
                self.s.report(diagnostics::unsupported_builtin(span, &format!("{name} of this format")));
                self.of(Atom::Unknown)
            }
        }
    }

    /// The text of a literal, of a variable that is bound once, or of an attribute that classes alone give a text: the same
    /// for all that the object may be.
    fn text_of(&self, expr: ExprId) -> Option<String> {
        let ExprKind::Attribute { value, name } = &self.module()[expr].kind else {
            return constant::text(self.module(), expr).map(str::to_owned);
        };
        let object = self.s.insts[self.inst.index()].exprs.get(value).copied()?;
        let mut texts = self.atoms(object).into_iter().map(|(_, atom)| {
            let (Atom::Class(class) | Atom::Obj(class, _)) = atom else { return None };
            let mut asked = self.s.classes[class.index()].mro.iter();
            asked.find_map(|class| {
                let class = &self.module()[self.s.classes[class.index()].class];
                constant::class_text(self.module(), class, name)
            })?
        });
        let first = texts.next()??;
        texts.all(|text| text == Some(first)).then(|| first.to_owned())
    }
}
