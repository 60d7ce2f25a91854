//! Functions of `operator`: the operators, and getters, which are known by what they get.

use portalis_diag::Span;
use portalis_hir::{Arg, ExprKind};

use super::Walk;
use super::bind::Args;
use crate::builtins::row::row_owners;
use crate::builtins::{Operator, class_of_operator, operator};
use crate::cell::Node;
use crate::diagnostics;
use crate::ty::{Atom, BOT, TypeId};

impl Walk<'_, '_> {
    /// A call of a function of `operator`; `None` for what is none.
    pub(crate) fn call_operator(
        &mut self,
        node: Node,
        name: &str,
        args: &Args,
        span: Span,
        exprs: &[Arg],
    ) -> Option<TypeId> {
        if let "operator.itemgetter" | "operator.attrgetter" = name {
            return Some(self.getter(name, span, exprs));
        }
        let operator = operator(name)?;
        if let Some(owner) = class_of_operator(name) {
            let fits = |walk: &Self, ty: &TypeId| {
                walk.s.types.atoms(*ty).all(|atom| row_owners(atom).contains(&owner))
            };
            if args.positional.len() != 2 || !args.positional.iter().all(|ty| fits(self, ty)) {
                let what = format!("a special method of `{owner}` with these operands");
                self.s.report(diagnostics::unsupported_op(span, &what));
                return Some(self.of(Atom::Unknown));
            }
        }
        Some(match (operator, args.positional.as_slice()) {
            (Operator::Binary(op), [a, b]) => self.binary(node, op, *a, *b, false, span, None),
            (Operator::Compare(op), [a, b]) => self.compare_types(node, op, *a, *b, span),
            (Operator::Items(indices), [value]) => {
                let mut items = Vec::new();
                for index in indices {
                    let index_ty = match &self.module()[index].kind {
                        ExprKind::Str(_) => self.of(Atom::Str),
                        _ if self.literal(index).is_some_and(|literal| literal >= 0) => self.of(Atom::Nat),
                        _ => self.of(Atom::Int),
                    };
                    items.push(self.load_item(node, *value, index, index_ty, span));
                }
                self.one_or_tuple(items)
            }
            (Operator::Attributes(names), [value]) => {
                let mut items = Vec::new();
                for name in names {
                    let name = name.as_str().into();
                    let mut joined = BOT;
                    for (id, atom) in self.atoms(*value) {
                        let ty = self.attribute_of(node, id, &atom, &name, span);
                        joined = self.join(joined, ty);
                    }
                    items.push(joined);
                }
                self.one_or_tuple(items)
            }
            _ => BOT,
        })
    }

    fn one_or_tuple(&mut self, items: Vec<TypeId>) -> TypeId {
        match items.as_slice() {
            [item] => *item,
            items if items.contains(&BOT) => BOT,
            items => self.of(Atom::Tuple(items.into())),
        }
    }

    /// `itemgetter(1)`, `attrgetter("name")`: a function that is known by its arguments, which are literals.
    fn getter(&mut self, name: &str, span: Span, exprs: &[Arg]) -> TypeId {
        let mut parts = Vec::new();
        for arg in exprs {
            let Arg::Pos(expr) = arg else { break };
            let text = match &self.module()[*expr].kind {
                ExprKind::Str(text) if name == "operator.attrgetter" && !text.contains(['.', ',']) => {
                    text.to_string()
                }
                ExprKind::Str(_) if name == "operator.itemgetter" => expr.into_raw().into_u32().to_string(),
                _ if name == "operator.itemgetter" && self.literal(*expr).is_some() => {
                    expr.into_raw().into_u32().to_string()
                }
                _ => break,
            };
            parts.push(text);
        }
        if parts.is_empty() || parts.len() < exprs.len() {
            self.s.report(diagnostics::unsupported_builtin(span, name));
            return self.of(Atom::Unknown);
        }
        self.of(Atom::Builtin(format!("{name}#{}", parts.join(",")).as_str().into()))
    }
}
