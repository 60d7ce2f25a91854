//! Calls of builtins with a `*` of known length, and with a `**` of nothing: the items are arguments like any other.

use portalis_hir::Arg;

use super::Walk;
use super::bind::Args;
use crate::builtins::keeps_star;
use crate::ty::{Atom, BOT};

impl Walk<'_, '_> {
    /// A call of the builtin `name` without stars; `None` where there are none, or one may hold any number.
    pub(super) fn without_stars(
        &mut self,
        name: &str,
        args: &Args,
        exprs: &[Arg],
    ) -> Option<(Args, Vec<Arg>)> {
        if name.starts_with("super.") {
            return None;
        }
        let has_star = exprs.iter().any(|arg| matches!(arg, Arg::Star(_) | Arg::DoubleStar(_)));
        let is_empty = args.double_star.as_ref().is_none_or(|star| star.values == BOT);
        if !has_star || !is_empty {
            return None;
        }
        let keeps = keeps_star(name);
        if args.rest.is_some() && !keeps {
            return None;
        }
        let module = self.module();
        let mut plain = Vec::new();
        for arg in exprs {
            match arg {
                Arg::Star(star) if !keeps => {
                    let ty = self.recorded(*star);
                    let ids = self.s.types.ids(ty);
                    let [only] = *ids else { return None };
                    let Atom::Tuple(items) = self.s.types.get(only).clone() else { return None };
                    let named = module.star_items.get(star)?;
                    if items.len() > named.len() {
                        return None;
                    }
                    for (&item, &ty) in named.iter().zip(items.iter()) {
                        self.record(item, ty);
                        plain.push(Arg::Pos(item));
                    }
                }
                Arg::DoubleStar(_) => {}
                arg => plain.push(arg.clone()),
            }
        }
        Some((Args { double_star: None, ..args.clone() }, plain))
    }
}
