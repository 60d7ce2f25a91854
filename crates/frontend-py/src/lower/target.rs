//! Targets of assignments, loops, `with`, `del`.

use portalis_hir::Target;
use ruff_python_ast::{self as ast, Expr};

use super::{Lowerer, span, with_stack};

impl<'a> Lowerer<'a> {
    /// Takes back that `target`, just lowered, is bound: an annotation alone binds nothing. Only the first
    /// binding of a local can be such.
    pub(crate) fn unmark(&mut self, target: &Target) {
        if let Target::Local(local, span) = target
            && self.module.locals[*local].span == *span
            && let Some(is_bound) = self.is_bound.get_mut(local.into_raw().into_u32() as usize)
        {
            *is_bound = false;
        }
    }

    /// A target.
    pub(crate) fn target(&mut self, target: &'a Expr) -> Target {
        let at = span(target);
        match target {
            Expr::Name(name) => {
                self.check_name(name.id.as_str(), at);
                Target::Local(self.bind(name.id.as_str(), at), at)
            }
            Expr::Attribute(attribute) => {
                self.check_name(attribute.attr.as_str(), span(&attribute.attr));
                let value = self.lower_expr(&attribute.value);
                Target::Attribute { value, name: self.member_name(attribute.attr.as_str()), span: at }
            }
            Expr::Subscript(subscript) => {
                let value = self.lower_expr(&subscript.value);
                Target::Index { value, index: self.index(&subscript.slice), span: at }
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                let mut star = None;
                let mut items = Vec::with_capacity(elts.len());
                for (idx, elt) in elts.iter().enumerate() {
                    let item = match elt {
                        Expr::Starred(starred) => {
                            if star.replace(idx).is_some() {
                                self.scoping(span(starred), "multiple starred expressions in assignment");
                            }
                            if starred.value.is_tuple_expr() || starred.value.is_list_expr() {
                                self.report(crate::diagnostics::nested_star(span(starred)));
                            }
                            &*starred.value
                        }
                        _ => elt,
                    };
                    items.push(with_stack(|| self.target(item)));
                }
                Target::Tuple { items, star, span: at }
            }
            Expr::Starred(_) => {
                self.scoping(at, "starred assignment target must be in a list or tuple");
                Target::Error(at)
            }
            _ => {
                self.scoping(at, "cannot assign to expression");
                Target::Error(at)
            }
        }
    }
}
