//! `struct`: the format says the types.

use portalis_diag::Span;
use portalis_hir::Arg;

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
        let format = exprs.first().and_then(|arg| constant::text(self.module(), arg.value()));
        match format.and_then(struct_fields) {
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
}
