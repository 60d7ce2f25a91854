//! The options of `dataclasses.field`.

use portalis_hir::{Arg, ExprKind, Module};

/// Whether an option is known, or says nothing: what reads the metadata of a field is refused.
pub(super) fn is_known(module: &Module, arg: &Arg) -> bool {
    let Arg::Keyword(key, value) = arg else { return false };
    match &**key {
        "default" | "default_factory" | "init" | "repr" | "compare" | "kw_only" => true,
        "metadata" => {
            let mut open = vec![*value];
            let mut is_plain = matches!(module[*value].kind, ExprKind::Dict(_));
            while let Some(at) = open.pop() {
                is_plain &= !matches!(module[at].kind, ExprKind::Call { .. });
                portalis_hir::visit::walk_expr_children(module, at, &mut |child| open.push(child));
            }
            is_plain
        }
        _ => false,
    }
}
