//! Calls of builtins with a `*` of known length, and with a `**` of nothing: the items are arguments like any other.

use portalis_hir::Arg;

use super::Walk;
use super::bind::Args;
use crate::builtins::{fixed_arity, keeps_star, takes_double_star};
use crate::ty::{Atom, BOT, TypeId};

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
        let takes_it = !is_empty && takes_double_star(name);
        if !has_star || !(is_empty || takes_it) {
            return None;
        }
        let keeps = keeps_star(name);
        if let Some(elem) = args.rest.filter(|_| !keeps) {
            return self.with_as_many_items(name, (args, elem), exprs);
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
                Arg::DoubleStar(_) if !takes_it => {}
                arg => plain.push(arg.clone()),
            }
        }
        let double_star = if takes_it { args.double_star.clone() } else { None };
        Some((Args { double_star, ..args.clone() }, plain))
    }

    /// A call with a star of unknown length at its end, of a function that takes so many arguments and no others: the
    /// items are those that are left.
    fn with_as_many_items(
        &mut self,
        name: &str,
        (args, elem): (&Args, TypeId),
        exprs: &[Arg],
    ) -> Option<(Args, Vec<Arg>)> {
        let (n, _) = fixed_arity(name)?;
        let (Arg::Star(star), before) = exprs.split_last()? else { return None };
        let is_plain = before.iter().all(|arg| matches!(arg, Arg::Pos(_)));
        let named = self.module().star_items.get(star)?;
        let n_left = n.checked_sub(before.len()).filter(|&n| is_plain && n <= named.len())?;
        let (mut plain, mut positional) = (before.to_vec(), args.positional.clone());
        for &item in &named[..n_left] {
            self.record(item, elem);
            plain.push(Arg::Pos(item));
            positional.push(elem);
        }
        Some((Args { positional, rest: None, ..args.clone() }, plain))
    }
}
